internal import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

// Recipients, filing, and who signs.
extension DocumentImporting {
    mutating func readFoot() {
        readRecipients()
        if draft.distribution.recipients.isEmpty { lacks("nơi nhận", en: "the recipients", key: "noi_nhan") }
        if draft.distribution.filing.isEmpty { lacks("dòng Lưu", en: "where it is filed", key: "luu") }
        readSignature()
        if draft.kind == .minutes, document.signatures.count > 1 {
            note(.minutesOfOneSignature(document.document.file))
        }
    }

    private mutating func readRecipients() {
        var isFilingEnded = false
        for index in document.indices(of: .recipient) {
            let text = StyledText(lines[index]).text
            let item = text.drop { "-–—•+ ".contains($0) }
            let isNew = item.startIndex != text.startIndex || draft.distribution.recipients.isEmpty
            if item.hasPrefix("Lưu") {
                let words = item.dropFirst("Lưu".count).drop { ": ".contains($0) }
                isFilingEnded = Self.isEnded(String(words))
                draft.distribution.filing = Self.withoutEnd(String(words))
            } else if !isNew, !draft.distribution.filing.isEmpty, isFilingEnded {
                note(
                    .homeless(
                        "ký hiệu người soạn “\(item)”", en: "the drafter's code “\(item)”", at: place(index)))
            } else if !isNew, !draft.distribution.filing.isEmpty {
                draft.distribution.filing = Self.withoutEnd(draft.distribution.filing + " " + item)
            } else if !isNew, let last = draft.distribution.recipients.last, !Self.isEnded(last) {
                draft.distribution.recipients[draft.distribution.recipients.count - 1] += " \(item)"
            } else {
                draft.distribution.recipients.append(String(item))
            }
        }
        draft.distribution.recipients = draft.distribution.recipients.map(Self.withoutEnd)
        for index in document.indices(of: .drafterCode) {
            note(.homeless("ký hiệu người soạn", en: "the drafter's code", at: place(index)))
        }
    }

    private static func isEnded(_ text: String) -> Bool { text.hasSuffix(";") || text.hasSuffix(".") }

    /// Without the mark that ends an item.
    private static func withoutEnd(_ text: String) -> String {
        var end = text[...]
        while let last = end.last, ";., ".contains(last) { end.removeLast() }
        return String(end)
    }

    private mutating func readSignature() {
        let (signature, other) = signatures
        guard let signature else {
            lacks("người ký", en: "who signs", key: "lanh_dao")
            draft.agency.leaders = [WorkspaceDraft.Leader(code: "nguoi-ky")]
            draft.distribution.signatory = "nguoi-ky"
            return
        }
        let leader = leader(of: signature)
        if leader.fullName.isEmpty { lacks("họ tên người ký", en: "the signer's name", key: "ho_ten") }
        draft.agency.leaders = [leader]
        draft.distribution.signatory = leader.code
        if let partner = other.map({ self.leader(of: $0) }) { draft.partner?.leader = partner }
        for further in document.signatures.filter({ $0 != signature && $0 != other }) {
            guard let first = further.titles.first ?? further.name else { continue }
            let text = (further.titles + (further.name.map { [$0] } ?? [])).map { lines[$0].trimmed }.joined(
                separator: " ")
            note(.homeless("chữ ký “\(text)”", en: "the signature “\(text)”", at: place(first)))
        }
    }

    private func leader(of signature: RecognisedSignature) -> WorkspaceDraft.Leader {
        var leader = WorkspaceDraft.Leader(code: "nguoi-ky")
        let titles = signature.titles.map { StyledText(lines[$0]).text }
        let authorities = titles.dropLast().prefix { FootText.isAuthority($0) || titles.count > 1 }
        leader.authority = authorities.map(FootText.spelled)
        leader.position = titles.last.map(FootText.spelled) ?? ""
        leader.fullName = signature.name.map { StyledText(lines[$0]).text } ?? ""
        leader.code = FootText.code(of: leader.position)
        return leader
    }
}

/// The words of signatures.
private enum FootText {
    private static let marks = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L"]

    static func isAuthority(_ text: String) -> Bool { marks.contains { text.hasPrefix($0) } }

    /// `KT. GIÁM ĐỐC` as `KT. Giám đốc`.
    static func spelled(_ title: String) -> String {
        guard TextLine.isUpper(title) else { return title }
        guard let mark = marks.first(where: { title.hasPrefix($0) }) else { return SpelledNames.usual(title) }
        let rest = title.dropFirst(mark.count).drop { $0 == " " }
        return "\(mark) \(SpelledNames.usual(String(rest)))"
    }

    /// The first letters of a position: `pgd` for Phó Giám đốc.
    static func code(of position: String) -> String {
        let letters = PlainLetters.withoutMarks(position).lowercased().split { !$0.isLetter }.prefix(4)
            .compactMap(\.first)
        return letters.isEmpty ? "nguoi-ky" : String(letters)
    }
}

extension Diagnostic {
    fileprivate static func minutesOfOneSignature(_ file: String) -> Diagnostic {
        .warning(
            "import.minutes", at: .file(file),
            "hồ sơ in biên bản với một chữ ký và dòng địa danh, ngày tháng; biên bản theo mẫu 1.9 có chữ ký của thư ký và chủ tọa, không có dòng ấy",
            en:
                "a workspace prints minutes with one signature and a line of place and date; by form 1.9 they have those of secretary and chair, and no such line",
            fix: "điền mẫu bien-ban: vanthu render templates/bien-ban.docx --data dữ-liệu.yaml",
            en: "fill in the form bien-ban: vanthu render templates/bien-ban.docx --data data.yaml")
    }
}
