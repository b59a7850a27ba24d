internal import Values

/// What filters made of long lists, so that the total a row is a share of is not summed anew for each row.
///
/// A class, because what is computed for one row is kept for the next. The same list is told by where it lies in memory.
final class KeptResults {
    /// Shorter lists are gone through in less time than they are looked for.
    static let shortest = 32
    private static let limit = 16

    private struct Kept {
        let items: [Value]
        let filter: String
        let arguments: [Value]
        let result: Result<Value, ValueFault>
    }

    private var all: [Kept] = []
    /// Which of them goes next.
    private var oldest = 0

    /// What a filter makes of a value, computed where it is not known yet.
    func result(of filter: Filter, _ value: Value, _ arguments: [Value]) throws(ValueFault) -> Value {
        guard case .list(let items) = value, items.count >= KeptResults.shortest else {
            return try filter.apply(value, arguments)
        }
        let known = all.first {
            $0.items.span.isIdentical(to: items.span) && $0.filter == filter.name && $0.arguments == arguments
        }
        if let known { return try known.result.get() }
        let result = Result { () throws(ValueFault) in try filter.apply(value, arguments) }
        let kept = Kept(items: items, filter: filter.name, arguments: arguments, result: result)
        if all.count < KeptResults.limit {
            all.append(kept)
        } else {
            all[oldest] = kept
            oldest = (oldest + 1) % KeptResults.limit
        }
        return try result.get()
    }
}
