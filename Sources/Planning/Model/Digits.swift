internal import FoundationEssentials

extension Character { var isASCIIDigit: Bool { ("0"..."9").contains(self) } }

extension Decimal {
    /// Nil when there is a fraction, or more than an `Int` holds.
    var wholeNumber: Int? {
        let parts = description.split(separator: ".")
        guard parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) else { return nil }
        return parts.first.flatMap { Int($0) }
    }
}
