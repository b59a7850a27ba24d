internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Value {
    /// Below, at or above zero as this value stands before, beside or after the other; nil where the two have no order.
    ///
    /// Texts stand in Vietnamese order; those that differ only in what has no place in it are compared as they are written.
    func order(against other: Value) -> Int? {
        switch (self, other) {
        case (.number(let a), .number(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.date(let a), .date(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.text(let a), .text(let b)): textOrder(a, b)
        case (.boolean, _), (.null, _), (.list, _), (.record, _), (.number, _), (.date, _), (.text, _): nil
        }
    }
}

private func textOrder(_ a: String, _ b: String) -> Int {
    let (left, right) = (SortKey(a), SortKey(b))
    if left != right { return left < right ? -1 : 1 }
    return a == b ? 0 : a < b ? -1 : 1
}
