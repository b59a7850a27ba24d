package import FoundationEssentials

/// Chỉ tiêu.
package struct Indicator: Hashable, Sendable {
    package let code: String
    package let name: String
    /// Đơn vị tính.
    package let unit: String
    package let kind: Kind
    /// Digits after the comma.
    package let decimals: Int
    /// Nhóm: the bold row above it in the appendix.
    package let group: String?
    /// The work item whose result it shows, by code.
    package let workItem: String?
    /// The sentence of a result, with `{so}` where the figure goes.
    package let sentence: String?
    /// Kế hoạch, year by year.
    package let targets: [Int: Decimal]
    /// Ước thực hiện, year by year.
    let expected: [Int: Decimal]
    let goodDirection: GoodDirection
    package let note: String?

    /// Chiều tốt: which way is good for it.
    enum GoodDirection: Hashable, Sendable { case up, down }

    /// How figures of an indicator are put together.
    package enum Kind: Hashable, Sendable {
        /// Số phát sinh: summed over time.
        case flow
        /// Số có đến cuối kỳ: the last value counts.
        case stock
        /// Tỷ lệ: always computed anew from two other indicators, in percent.
        case ratio(numerator: String, denominator: String)
        /// Số tiền: summed, in whole đồng.
        case money
    }
}
