internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// The agency in a code, held against the agency's own name.
extension CheckContext {
    /// Only codes that are plainly another's: a committee's of an issuer that is none, and a department's whose letters its name has not.
    func checkIssuerCode(_ log: inout FindingLog) {
        guard settings.agencyCode == nil, !isParty, !structure.agencyIsUncertain,
            let index = structure.first(.numberAndCode), !lines[index].hasTags
        else { return }
        let issuer = structure.indices(of: .issuingAgency)
        guard !issuer.isEmpty, !issuer.contains(where: { lines[$0].hasTags }) else { return }
        // A committee's name on a line of its own is no superior's.
        let bare = structure.indices(of: .superiorAgency).filter { Self.bare.contains(lines[$0].folded) }
        let name = (bare + issuer).map { lines[$0].trimmed }.joined(separator: " ")
        let words = HeadWords.fold(name.uppercased()).split { !$0.isLetter }
        let codes = lines[index].trimmed.split { "/- –".contains($0) }.dropFirst().map(String.init)
        guard let wrong = codes.last(where: { Self.isAnothers($0, words) }) else { return }
        // Of a joint document, or one whose unit is named behind the agency, another group is the issuer's.
        let others = codes.filter { $0 != wrong && profile.documentType(abbreviated: $0) == nil }
        guard !others.contains(where: { Self.isOwn($0, words) }) else { return }
        log.add(
            .agencyCode, .numberAndCode, lines[index],
            found: Wording("“\(wrong)” của “\(name)”", en: "“\(wrong)” of “\(name)”"),
            right: Wording("ký hiệu của cơ quan ban hành", en: "the issuing agency's own code"))
    }

    private static let bare = Set(
        ["ỦY BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND"].map(HeadWords.fold))

    private static let committees = ["UBND": ["UBND", "ỦY"], "HĐND": ["HĐND", "HỘI"]].mapValues {
        $0.map(HeadWords.fold)
    }

    private static func isAnothers(_ code: String, _ words: [Substring]) -> Bool {
        if let first = committees[code] {
            // An office signs for its committee with the committee's code.
            let kinds = ["VĂN", "TT", "THƯỜNG", "ĐOÀN", "BAN", "CHỦ"].map(HeadWords.fold)
            return !words.contains { word in first.contains { word == $0 } }
                && !kinds.contains { words.first.map(String.init) == $0 }
        }
        guard code.count >= 3, code.first == "S", code.allSatisfy({ $0.isLetter && $0.isUppercase }),
            words.first.map(String.init) == HeadWords.fold("SỞ")
        else { return false }
        return !isOwn(code, words)
    }

    /// Whether the letters stand, in their order, among the first ones of the words; some words give two.
    private static func isOwn(_ code: String, _ words: [Substring]) -> Bool {
        var left = HeadWords.fold(code)[...]
        for word in words {
            guard let first = left.first else { break }
            guard word.first == first else { continue }
            left = left.dropFirst()
            if let second = left.first, word.dropFirst().first == second, word.count > 2,
                "HRG".contains(second)
            {
                left = left.dropFirst()
            }
        }
        return left.isEmpty
    }
}
