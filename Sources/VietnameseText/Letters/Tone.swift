/// The six tones (*thanh*), in dictionary order.
public enum Tone: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    /// a
    case ngang
    /// à
    case huyen
    /// ả
    case hoi
    /// ã
    case nga
    /// á
    case sac
    /// ạ
    case nang

    /// Whether `a` comes first in a dictionary.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
