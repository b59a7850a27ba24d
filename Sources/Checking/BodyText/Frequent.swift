/// What of several ways a document mostly goes by.
enum Frequent {
    /// The one that stands oftener than each other one; nil where several stand as often.
    static func only(of ways: [String]) -> String? {
        let counts = Dictionary(ways.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.values.max() else { return nil }
        let first = counts.filter { $0.value == most }
        return first.count == 1 ? first.first?.key : nil
    }
}
