/// A distance on paper, kept exactly in English Metric Units (914,400 to the inch).
///
/// A millimetre, a point and a twip are all whole numbers of that unit, so no conversion loses anything on the way in.
public struct Length: Hashable, Sendable, Comparable {
    public let metricUnits: Int

    public init(metricUnits: Int) { self.metricUnits = metricUnits }

    public static let zero = Length(metricUnits: 0)

    public static func millimetres(_ count: Double) -> Length {
        Length(metricUnits: Int((count * 36_000).rounded()))
    }

    public static func points(_ count: Double) -> Length {
        Length(metricUnits: Int((count * 12_700).rounded()))
    }

    public static func twips(_ count: Int) -> Length { Length(metricUnits: count * 635) }

    public var millimetres: Double { Double(metricUnits) / 36_000 }
    public var points: Double { Double(metricUnits) / 12_700 }
    /// Twentieths of a point, rounded to the nearest.
    public var twips: Int { Int((Double(metricUnits) / 635).rounded()) }

    public static func < (a: Self, b: Self) -> Bool { a.metricUnits < b.metricUnits }
    public static func + (a: Self, b: Self) -> Self { Length(metricUnits: a.metricUnits + b.metricUnits) }
    public static func - (a: Self, b: Self) -> Self { Length(metricUnits: a.metricUnits - b.metricUnits) }
    public static prefix func - (a: Self) -> Self { Length(metricUnits: -a.metricUnits) }
    public static func / (a: Self, parts: Int) -> Self { Length(metricUnits: a.metricUnits / parts) }
}

extension Sequence<Length> {
    /// All lengths laid end to end.
    public var total: Length { reduce(.zero, +) }
}
