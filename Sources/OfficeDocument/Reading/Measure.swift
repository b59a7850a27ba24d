/// Lengths as files write them, whatever they write.
enum Measure {
    /// No sheet is larger than this, and no sum of such lengths overflows.
    private static let limit = 100_000_000.0

    /// The factor from a unit to English Metric Units.
    private static let units: [(suffix: String, metricUnits: Double)] = [
        ("mm", 36_000), ("cm", 360_000), ("in", 914_400), ("pt", 12_700), ("pc", 152_400), ("pi", 152_400),
        ("px", 9_525), ("emu", 1),
    ]

    /// A number with its unit, such as `1.25cm`; nil for a percentage or anything else.
    ///
    /// `bare` is the size of a number without a unit in English Metric Units; nil if that is no length.
    static func length(_ text: String, bare: Double? = nil) -> Length? {
        let trimmed = text.utf8.contains(UInt8(ascii: " ")) ? String(text.filter { $0 != " " }) : text
        if let bare, let number = Double(trimmed) { return length(metricUnits: number * bare) }
        for unit in units where trimmed.hasSuffix(unit.suffix) {
            guard let number = Double(trimmed.dropLast(unit.suffix.count)) else { return nil }
            return length(metricUnits: number * unit.metricUnits)
        }
        return nil
    }

    /// Twentieths of a point, or a number with a unit.
    static func twips(_ text: String) -> Length? {
        if let count = Int(text), count.magnitude < 1_000_000 { return .twips(count) }
        return length(text, bare: 635)
    }

    static func metricUnits(_ text: String) -> Length? { length(text, bare: 1) }

    static func length(metricUnits: Double) -> Length? {
        guard metricUnits.isFinite, abs(metricUnits) <= limit * 36 else { return nil }
        return Length(metricUnits: Int(metricUnits.rounded()))
    }

    /// A percentage as a fraction.
    static func percent(_ text: String) -> Double? {
        guard text.hasSuffix("%"), let number = Double(text.dropLast()), number.isFinite,
            abs(number) < 100_000
        else { return nil }
        return number / 100
    }
}
