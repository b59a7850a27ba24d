internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Value {
    /// Below, at or above zero as this value stands before, beside or after the other; nil where the two have no order.
    ///
    /// Two texts that are both dates (`5/1/2026`, `2026-01-05`) stand in their order. Other texts stand in Vietnamese order; those that differ only in what has no place in it are compared as they are written.
    func order(against other: Value) -> Int? {
        switch (self, other) {
        case (.number(let a), .number(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.date(let a), .date(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.text(let a), .text(let b)):
            if let (a, b) = dates(self, other) { a < b ? -1 : a == b ? 0 : 1 } else { textOrder(a, b) }
        case (.date, .text), (.text, .date):
            if let (a, b) = dates(self, other) { a < b ? -1 : a == b ? 0 : 1 } else { nil }
        case (.boolean, _), (.null, _), (.list, _), (.record, _), (.number, _), (.date, _), (.text, _): nil
        }
    }
}

/// Two values as dates, where both are.
private func dates(_ a: Value, _ b: Value) -> (DateMoment, DateMoment)? {
    guard a.mayBeDate, b.mayBeDate, let first = DateMoment(a), let second = DateMoment(b) else { return nil }
    return (first, second)
}

extension Value {
    /// Whether a look at its letters does not rule out that it is a date.
    var mayBeDate: Bool {
        switch self {
        case .date: true
        case .text(let text):
            (8...40).contains(text.utf8.count) && text.utf8.first.map { (48...57).contains($0) } ?? false
        case .null, .boolean, .number, .list, .record: false
        }
    }
}

private func textOrder(_ a: String, _ b: String) -> Int {
    let (left, right) = (SortKey(a), SortKey(b))
    if left != right { return left < right ? -1 : 1 }
    return a == b ? 0 : a < b ? -1 : 1
}
