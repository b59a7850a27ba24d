public import FoundationEssentials

/// Chỉ tiêu.
public struct Indicator: Hashable, Sendable {
    public let code: String
    public let name: String
    /// Đơn vị tính.
    public let unit: String
    public let kind: Kind
    /// Digits after the comma.
    public let decimals: Int
    /// Nhóm: the bold row above it in the appendix.
    public let group: String?
    /// The work item whose result it shows, by code.
    public let workItem: String?
    /// The sentence of a result, with `{so}` where the figure goes.
    public let sentence: String?
    /// Kế hoạch, year by year.
    public let targets: [Int: Decimal]
    public let note: String?

    /// How figures of an indicator are put together.
    public enum Kind: Hashable, Sendable {
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
