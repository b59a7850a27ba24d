internal import Diagnostics
internal import OfficeDocument
internal import Regulations

/// What a document of the Party is known by besides its title, which may be missing or another's.
extension RecognisedDocument {
    /// Whether the Party's format binds the issuer.
    ///
    /// Its title tells; else the name of the issuer, with a star, a number or an authority as only the Party writes them.
    var isOfParty: Bool {
        if first(.partyTitle) != nil { return true }
        let agencies = indices(of: .superiorAgency) + indices(of: .issuingAgency)
        guard agencies.contains(where: { HeadWords.isPartyBody(lines[$0]) }) else { return false }
        return hasPartyNumber || head.contains { lines[$0].trimmed == "*" }
            || indices(of: .authority).contains {
                ["T/M", "K/T", "T/L"].contains(lines[$0].opening.prefix(3))
            }
    }

    /// `Số 12-KH/TU`: a hyphen behind the number, a slash behind the type.
    private var hasPartyNumber: Bool {
        guard let number = first(.numberAndCode) else { return false }
        let marks = lines[number].trimmed.unicodeScalars.filter { $0 == "-" || $0 == "–" || $0 == "/" }
        return marks.first.map { $0 != "/" } ?? false && marks.contains("/")
    }

    /// In a document of the Party, what stands in capitals opposite the issuer is meant as the title, whatever it says.
    mutating func findMeantPartyTitle() {
        guard first(.partyTitle) == nil, first(.nationalTitle) == nil, let agency = first(.issuingAgency),
            lines[agency].spot.columns > 1
        else { return }
        let spot = lines[agency].spot
        let meant = head.first { index in
            let line = lines[index]
            return line.spot.table == spot.table && line.spot.columns > 1 && line.spot.cell != spot.cell
                && line.isUpper && !line.isLonger(than: 50) && components[index] == nil && marks[index] == nil
        }
        guard let meant else { return }
        set(.partyTitle, at: meant)
        guesses[meant] = Wording(
            "chữ không phải tiêu đề của Đảng, chỉ đứng ở chỗ ấy",
            en: "not the words of the Party's title, only its place")
    }
}
