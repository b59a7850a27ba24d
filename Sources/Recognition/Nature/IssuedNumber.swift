internal import Regulations
package import VietnameseText

/// The number, where it says what the rest of a document is bound by.
package enum IssuedNumber {
    /// The day that place and date name; nil for a draft's blanks.
    package static func day(_ text: String) -> CalendarDate? {
        // The place may have a number too: Phường 1, ngày 05 …
        let numbers = text.split { !$0.isNumber }.suffix(3).compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    /// The last day there can be of the month and year, or the year, that place and date name; nil where no year is named.
    package static func lastPossibleDay(_ text: String) -> CalendarDate? {
        guard let named = text.lowercased().firstRange(of: "năm") else { return nil }
        let after = text.lowercased()[named.upperBound...].split { !$0.isNumber }.first.flatMap { Int($0) }
        guard let year = after, (1946...2199).contains(year) else { return nil }
        let words = text.lowercased()
        guard let month = month(words[..<named.lowerBound]) else {
            return CalendarDate(year: year, month: 12, day: 31)
        }
        return [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
    }

    /// The month that place and date name.
    package static func month(_ text: some StringProtocol) -> Int? {
        guard let word = text.lowercased().firstRange(of: "tháng") else { return nil }
        let number = text.lowercased()[word.upperBound...].prefix { $0.isNumber || $0.isWhitespace }
        return Int(number.filter { !$0.isWhitespace }).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    /// Whether a number is that of a document several bodies issue: `Số: 05/KHLT-SNV-STC`, `12/KHPH-…`, `15/HDLN-…`.
    package static func isJoint(_ text: String) -> Bool {
        let groups = text.split { "/-–".contains($0) }.dropFirst()
        return groups.prefix(2).contains { group in
            let letters = group.drop { $0 == " " }
            return (4...5).contains(letters.count) && jointEndings.contains { letters.hasSuffix($0) }
        }
    }

    /// Liên tịch, liên ngành, liên sở, phối hợp, behind the abbreviation of the type.
    package static let jointEndings = ["LT", "LN", "LS", "PH"]

    /// The number of a legal normative document: the year is in it, and the type is one that makes law.
    ///
    /// A draft's number may be blank.
    package static func legislation(_ text: String) -> String? {
        let start = text.firstIndex { $0.isNumber || $0 == "/" } ?? text.endIndex
        let groups = text[start...].filter { $0 != " " }.split(
            separator: "/", omittingEmptySubsequences: false)
        guard groups.count >= 3, groups[0].allSatisfy(\.isNumber), groups[1].count == 4,
            let year = Int(groups[1]), (1945...2199).contains(year)
        else { return nil }
        let type = groups[2].prefix { $0.isLetter }.uppercased()
        let isLawmaking =
            lawmaking.contains(type) || groups[2].hasPrefix("QH") || groups[2].hasPrefix("UBTVQH")
            // Directives made law until the act of 2015, which is in force since July 2016.
            || type == "CT" && year <= 2016
        return isLawmaking ? groups.joined(separator: "/") : nil
    }

    private static let lawmaking: Set<String> = ["QĐ", "NQ", "NĐ", "TT", "TTLT", "L", "PL", "QH", "NQLT"]
}
