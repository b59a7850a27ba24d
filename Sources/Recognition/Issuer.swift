internal import Regulations
package import VietnameseText

extension DocumentStructure {
    /// Whether it has what official documents are known by: a title of the nation or the Party with a mark of an issuer, several marks
    /// without, or an appendix.
    ///
    /// Citizens put the nation's title on their applications too, which no rule of this format holds for.
    package var isOfficial: Bool {
        if first(.nationalTitle) != nil || first(.partyTitle) != nil {
            let ofIssuers: [Component] = [.numberAndCode, .documentType, .recipientsLabel, .letterSubject]
            return ofIssuers.contains { first($0) != nil }
        }
        let marks: [Component] = [
            .motto, .numberAndCode, .placeAndDate, .documentType, .recipientsLabel, .letterSubject,
        ]
        if marks.count(where: { first($0) != nil }) >= 2 { return true }
        return first(.appendixLabel) != nil && first(.appendixReference) != nil
    }
}

/// The number, where it says what the rest of a document is bound by.
package enum IssuedNumber {
    /// The day that place and date name; nil for a draft's blanks.
    package static func day(_ text: String) -> CalendarDate? {
        // The place may have a number too: Phường 1, ngày 05 …
        let numbers = text.split { !$0.isNumber }.suffix(3).compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    /// The number of a legal normative document: the year is in it, and the type is one that makes law.
    package static func legislation(_ text: String) -> String? {
        guard let start = text.firstIndex(where: \.isNumber) else { return nil }
        let groups = text[start...].filter { $0 != " " }.split(separator: "/")
        guard groups.count >= 3, groups[0].allSatisfy(\.isNumber), groups[1].count == 4,
            let year = Int(groups[1]), (1945...2199).contains(year)
        else { return nil }
        let type = groups[2].prefix { $0.isLetter }.uppercased()
        let lawmaking = ["QĐ", "NQ", "NĐ", "TT", "TTLT", "L", "PL", "QH", "NQLT"]
        return lawmaking.contains(type) || groups[2].hasPrefix("QH") ? groups.joined(separator: "/") : nil
    }
}
