internal import OfficeDocument
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

// Documents of two agencies.
extension DocumentImporting {
    /// The names of both issuers, the one that leads first; nil where one issues, or more than two.
    var jointIssuers: (String, String)? {
        let names = joined(.issuingAgency)
        let ends = names.indices.dropLast().filter { "-–".contains(names[$0].last ?? " ") }
        guard document.isJoint || !ends.isEmpty else { return nil }
        guard ends.count == 1 || ends.isEmpty && names.count == 2 else { return nil }
        let end = ends.first ?? 0
        func name(_ lines: ArraySlice<String>) -> String {
            var text = lines.joined(separator: " ")[...]
            while let last = text.last, "-– ".contains(last) { text.removeLast() }
            return String(text)
        }
        return (name(names[...end]), name(names[(end + 1)...]))
    }

    /// `UBND-MTTQ` of a joint number as both abbreviations.
    mutating func readPartnersCode() {
        guard draft.partner != nil else { return }
        let code = draft.issue.code ?? draft.agency.abbreviation
        let parts = code.split { "-/".contains($0) }.map(String.init)
        guard parts.count == (draft.issue.code == nil ? 2 : 3) else { return }
        draft.agency.abbreviation = parts[parts.count - 2]
        draft.partner?.abbreviation = parts[parts.count - 1]
    }

    /// The signature of the agency that leads, and that of the other, which stands to its left; nil for the other where one agency issues.
    var signatures: (own: RecognisedSignature?, partner: RecognisedSignature?) {
        let titled = document.signatures.filter { !$0.titles.isEmpty }
        guard let partner = draft.partner, titled.count > 1 else {
            return (titled.first ?? document.signatures.first, nil)
        }
        func names(_ signature: RecognisedSignature, _ name: String) -> Bool {
            let words = Normalization.folded(name.uppercased())
            return signature.titles.contains {
                Normalization.folded(lines[$0].trimmed.uppercased()).contains(words)
            }
        }
        if names(titled[0], draft.agency.name) || names(titled[1], partner.name) {
            return (titled[0], titled[1])
        }
        return (titled[1], titled[0])
    }
}
