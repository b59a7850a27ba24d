internal import Recognition
internal import VietnameseText

/// Names of bodies that are no more.
extension Phrases {
    /// Whether it is said of an earlier time: what it is now follows in brackets, or an act of its own time is cited.
    static func isOfPast(_ range: Range<Int>, before end: CalendarDate, _ letters: TextScalars) -> Bool {
        let behind = letters[range.upperBound..<min(letters.count, range.upperBound + 60)]
        let remark = Normalization.nfc(behind)
        if let bracket = remark.firstIndex(of: "("),
            ["nay là", "cũ", "trước đây"].contains(where: { remark[bracket...].dropFirst().hasPrefix($0) })
        {
            return true
        }
        let ahead = Normalization.nfc(letters[max(0, range.lowerBound - 40)..<range.lowerBound])
        guard ahead.hasSuffix(" của "), let day = ahead.firstRange(of: "ngày ") else { return false }
        return Citation.day(in: ahead[day.upperBound...].split(separator: " ")).map { $0 < end } ?? false
    }
}
