internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Value {
    /// Below, at or above zero as this value stands before, beside or after the other; nil where the two have no order.
    ///
    /// Two texts that are both dates (`5/1/2026`, `2026-01-05`) or both amounts (`900.000`, `1,5 triệu`) stand in their order, an amount in writing beside a number too. Other texts stand in
    /// Vietnamese order; those that differ only in what has no place in it are compared as they are written.
    func order(against other: Value) -> Int? {
        switch (self, other) {
        case (.number(let a), .number(let b)): return sign(a, b)
        case (.date(let a), .date(let b)): return sign(a, b)
        case (.text(let a), .text(let b)):
            if let (a, b) = dates(self, other) { return sign(a, b) }
            guard let (first, second) = amounts(self, other), !a.isCode, !b.isCode else {
                return textOrder(a, b)
            }
            return first.unit == second.unit ? sign(first.value, second.value) : nil
        case (.number, .text), (.text, .number):
            guard let (a, b) = amounts(self, other), a.unit == b.unit else { return nil }
            return sign(a.value, b.value)
        case (.date, .text), (.text, .date): return dates(self, other).map { sign($0, $1) }
        case (.boolean, _), (.null, _), (.list, _), (.record, _), (.number, _), (.date, _), (.text, _):
            return nil
        }
    }

    /// Whether both are the same, or one is a number and the other a text that writes it: a column of a file has `100` beside `007`.
    func equals(_ other: Value) -> Bool {
        switch (self, other) {
        case (.number(let number), .text(let text)), (.text(let text), .number(let number)):
            text == number.description
                || !text.isCode && Amount(.text(text)).map { $0 == Amount(number) } ?? false
        default: self == other
        }
    }
}

private func sign<Ordered: Comparable>(_ a: Ordered, _ b: Ordered) -> Int { a < b ? -1 : a == b ? 0 : 1 }

/// Two values as dates, where both are.
private func dates(_ a: Value, _ b: Value) -> (DateMoment, DateMoment)? {
    guard a.mayBeDate, b.mayBeDate, let first = DateMoment(a), let second = DateMoment(b) else { return nil }
    return (first, second)
}

private func amounts(_ a: Value, _ b: Value) -> (Amount, Amount)? {
    guard let first = Amount(a), let second = Amount(b) else { return nil }
    return (first, second)
}

/// A number, or a text that writes one and nothing else, with what it counts.
struct Amount: Hashable {
    let value: Decimal
    /// Đồng go unsaid.
    let unit: TypedNumber.Unit

    init(_ value: Decimal, _ unit: TypedNumber.Unit = .none) {
        self.value = value
        self.unit = unit
    }

    /// Nil for what is no amount, or may be two.
    init?(_ value: Value) {
        switch value {
        case .number(let number): self.init(number)
        case .text(let text):
            guard text.mayBeNumber, let typed = try? TypedNumber(parsing: text).withoutSecondReading() else {
                return nil
            }
            self.init(typed.value, typed.unit == .dong ? .none : typed.unit)
        case .null, .boolean, .date, .list, .record: return nil
        }
    }
}

extension String {
    /// Whether its first letter does not rule out that it is a number.
    fileprivate var mayBeNumber: Bool {
        guard let first = utf8.first else { return false }
        return (48...57).contains(first) || first >= 0x80 || " \t+-(".utf8.contains(first)
    }

    /// Whether it begins with a zero that no number has.
    var isCode: Bool { first == "0" && dropFirst().first?.isNumber == true }
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
