internal import OfficeDocument
internal import Regulations

/// Documents that several bodies issue together (văn bản liên tịch).
extension RecognisedDocument {
    /// Whether type, number or signatures say that several bodies issue it.
    package var isJoint: Bool {
        if let type = first(.documentType),
            HeadWords.jointWords.contains(where: { lines[type].opening.hasSuffix($0) })
        {
            return true
        }
        if let number = first(.numberAndCode), IssuedNumber.isJoint(lines[number].trimmed) { return true }
        let names = indices(of: .superiorAgency) + indices(of: .issuingAgency)
        guard signatures.count > 1, names.count > 1 else { return false }
        return names.allSatisfy { name in
            signatures.contains { signature in
                signature.titles.contains { lines[$0].opening.contains(lines[name].opening) }
            }
        }
    }

    /// Names of one weight that stand below each other are issuers together, and none is another's superior.
    mutating func joinIssuers() {
        let names = indices(of: .superiorAgency) + indices(of: .issuingAgency)
        guard names.count > 1, isJoint else { return }
        guard names.allSatisfy({ lines[$0].isBold }) else { return }
        for index in names {
            set(.issuingAgency, at: index)
            guesses[index] = nil
        }
        agencyIsUncertain = false
    }
}
