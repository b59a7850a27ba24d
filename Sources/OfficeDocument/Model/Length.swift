/// A distance on paper, kept exactly in English Metric Units (914,400 to the inch).
///
/// A millimetre, a point and a twip are all whole numbers of that unit, so no conversion loses anything on the way in.
package struct Length: Hashable, Sendable, Comparable {
    package let metricUnits: Int

    package init(metricUnits: Int) { self.metricUnits = metricUnits }

    package static let zero = Length(metricUnits: 0)

    package static func millimetres(_ count: Double) -> Length {
        Length(metricUnits: Int((count * 36_000).rounded()))
    }

    package static func points(_ count: Double) -> Length {
        Length(metricUnits: Int((count * 12_700).rounded()))
    }

    package static func twips(_ count: Int) -> Length { Length(metricUnits: count * 635) }

    package var millimetres: Double { Double(metricUnits) / 36_000 }
    package var points: Double { Double(metricUnits) / 12_700 }
    /// Twentieths of a point, rounded to the nearest.
    package var twips: Int { Int((Double(metricUnits) / 635).rounded()) }

    package static func < (a: Self, b: Self) -> Bool { a.metricUnits < b.metricUnits }
    package static func + (a: Self, b: Self) -> Self { Length(metricUnits: a.metricUnits + b.metricUnits) }
    package static func - (a: Self, b: Self) -> Self { Length(metricUnits: a.metricUnits - b.metricUnits) }
    package static prefix func - (a: Self) -> Self { Length(metricUnits: -a.metricUnits) }
    package static func / (a: Self, parts: Int) -> Self { Length(metricUnits: a.metricUnits / parts) }
}

extension Sequence<Length> {
    /// All lengths laid end to end.
    package var total: Length { reduce(.zero, +) }
}
