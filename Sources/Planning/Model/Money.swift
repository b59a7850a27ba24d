internal import VietnameseText

/// An amount in whole đồng.
package struct Money: Hashable, Sendable, Comparable {
    package let dong: Int

    /// Amounts come from readers and sums that keep them within the limit.
    package init(dong: Int) { self.dong = dong }

    package static let zero = Money(dong: 0)
    /// 9·10^15 đồng, where the state's own software stops.
    package static let limit = Money(dong: 9_000_000_000_000_000)
    static let range = -limit.dong...limit.dong

    /// Nil when the sum passes the limit on the way.
    package static func sum(_ amounts: some Sequence<Money>) -> Money? {
        var total = 0
        for amount in amounts {
            let (next, overflow) = total.addingReportingOverflow(amount.dong)
            guard !overflow, range.contains(next) else { return nil }
            total = next
        }
        return Money(dong: total)
    }

    /// Nil when the sum passes the limit.
    func adding(_ other: Money) -> Money? {
        let (sum, overflow) = dong.addingReportingOverflow(other.dong)
        return !overflow && Money.range.contains(sum) ? Money(dong: sum) : nil
    }

    /// Adds to it; the limit stands for a sum that passes it, while an estimate is still being checked.
    mutating func add(_ other: Money) { self = adding(other) ?? .limit }

    /// Whether it cannot be told apart of a whole: it is larger, or, of a discount, stands on the other side or is a larger one.
    func exceeds(_ whole: Money) -> Bool {
        whole.dong < 0 ? dong < whole.dong || dong > 0 : dong > whole.dong
    }

    package static func < (a: Self, b: Self) -> Bool { a.dong < b.dong }

    /// `1.234.567`, without the unit.
    package var text: String { NumberFormat.text(dong) }
}
