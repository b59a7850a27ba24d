internal import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Expression {
    /// Computes the value in a scope.
    func value(in scope: borrowing Scope) throws(ValueFault) -> Value {
        switch self {
        case .literal(let value): return value
        case .path(let path): return try scope.value(at: path)
        case .item:
            guard let item = scope.item else { throw ValueFault(.noItem) }
            return item
        case .counter(let counter):
            guard let value = scope.counter(counter) else {
                throw ValueFault(.noRepeat(counter: counter.rawValue))
            }
            return value
        case .present(let path): return .boolean((try? scope.value(at: path)) != nil)
        case .not(let operand): return .boolean(!(try operand.value(in: scope).isShown))
        case .negated(let operand):
            let value = try operand.value(in: scope)
            guard case .number(let number) = value else { throw .needsNumber(value) }
            return .number(-number)
        case .operation(.and, let left, let right):
            let first = try left.value(in: scope)
            return first.isShown ? try right.value(in: scope) : first
        case .operation(.or, let left, let right):
            let first = try left.value(in: scope)
            return first.isShown ? first : try right.value(in: scope)
        case .operation(let symbol, let left, let right):
            let (first, second) = (try left.value(in: scope), try right.value(in: scope))
            if symbol == .plus, !left.isWritten, !right.isWritten {
                try Operator.refuseDoubtfulSum(of: first, second)
            }
            return try symbol.applied(to: first, second)
        case .conditional(let test, let then, let otherwise):
            return try (test.value(in: scope).isShown ? then : otherwise).value(in: scope)
        case .access(let whole, let key):
            return try whole.value(in: scope).element(at: try key.value(in: scope), of: whole)
        case .outer(let level, let inner):
            guard let scope = scope.outside(repeats: level) else {
                throw ValueFault(.noRepeat(counter: "cha"))
            }
            return try inner.value(in: scope)
        case .filtered(let input, let call):
            guard let filter = Filter.named(call.name) else { return try input.value(in: scope) }
            let whole = try filterInput(input, of: filter, in: scope)
            // What would stand in is not asked for where nothing is missing.
            if filter.traits.contains(.standsIn), whole != .null, whole != .text("") { return whole }
            var arguments: [Value] = []
            for argument in call.arguments { arguments.append(try argument.value(in: scope)) }
            let result = try scope.results.result(of: filter, whole, arguments)
            if case .text(let text) = result { try ValueFault.checkLength(text.utf8.count) }
            return result
        }
    }

    /// A filter that gives a default also stands in for a name that is nowhere.
    private func filterInput(_ input: Expression, of filter: Filter, in scope: borrowing Scope)
        throws(ValueFault) -> Value
    {
        do throws(ValueFault) { return try input.value(in: scope) } catch {
            if error.isAbsence, filter.traits.contains(.standsIn) { return .null }
            throw error
        }
    }
}

extension Value {
    /// An item by its place, or a field by its name; `whole` is how this value is called.
    fileprivate func element(at key: Value, of whole: Expression) throws(ValueFault) -> Value {
        switch (self, key) {
        case (.null, _): return .null
        case (.list(let items), .number(let number)):
            guard let place = Int(number.description) else {
                throw ValueFault(.wrongType(wanted: .wholeNumber, found: key))
            }
            let index = place < 0 ? items.count + max(place, -items.count - 1) : place
            guard items.indices.contains(index) else {
                throw ValueFault(.noItemAt(place, of: whole.name, count: items.count))
            }
            return items[index]
        case (.record(let record), .text(let name)):
            if let value = record[name] { return value }
            throw ValueFault(
                .missing(
                    path: "\(whole.name).\(name)", nearest: nearestName(to: name, among: record.shape.names)))
        case (.list, .text(let name)):
            throw ValueFault(.missing(path: "\(whole.name).\(name)", nearest: nil, list: whole.name))
        case (.boolean, _), (.number, _), (.text, _), (.date, _), (.list, _), (.record, _):
            throw ValueFault(.operands(operator: "[ ]", left: self, right: key))
        }
    }
}

extension Expression {
    /// What an expression is called in a message.
    fileprivate var name: String {
        switch self {
        case .path(let names): names.joined(separator: ".")
        case .access(let whole, .literal(.text(let name))): "\(whole.name).\(name)"
        case .access(let whole, .literal(let key)): "\(whole.name)[\(key.plainText ?? "…")]"
        case .access(let whole, _): "\(whole.name)[…]"
        case .outer(_, let inner): inner.name
        case .item: "."
        case .filtered(let input, let call): "\(input.name) | \(call.name)"
        case .literal, .counter, .not, .negated, .operation, .conditional, .present: "…"
        }
    }
}

extension Operator {
    func applied(to left: Value, _ right: Value) throws(ValueFault) -> Value {
        switch self {
        case .equal: return .boolean(left.equals(right))
        case .unequal: return .boolean(!left.equals(right))
        case .less: return .boolean(try order(left, right) < 0)
        case .lessOrEqual: return .boolean(try order(left, right) <= 0)
        case .greater: return .boolean(try order(left, right) > 0)
        case .greaterOrEqual: return .boolean(try order(left, right) >= 0)
        case .contained: return .boolean(try contains(right, left))
        case .plus, .minus, .times, .divided, .remainder: return try arithmetic(left, right)
        case .and, .or: preconditionFailure("evaluated before its operands are")
        }
    }

    private func order(_ left: Value, _ right: Value) throws(ValueFault) -> Int {
        guard let order = left.order(against: right) else {
            throw ValueFault(.operands(operator: rawValue, left: left, right: right))
        }
        return order
    }

    private func contains(_ whole: Value, _ part: Value) throws(ValueFault) -> Bool {
        switch (whole, part) {
        case (.list(let items), _): items.contains { $0.equals(part) }
        case (.text(let text), .text(let piece)): piece.isEmpty || text.contains(piece)
        case (.record(let record), .text(let name)): record[name] != nil
        case (.null, _), (.boolean, _), (.number, _), (.text, _), (.date, _), (.record, _):
            throw ValueFault(.operands(operator: rawValue, left: part, right: whole))
        }
    }

    private func arithmetic(_ left: Value, _ right: Value) throws(ValueFault) -> Value {
        if self == .plus, case .text(let a) = left, let b = right.plainText { return try joined(a, b) }
        if self == .plus, case .text(let b) = right, let a = left.plainText { return try joined(a, b) }
        guard case .number(let a) = left, case .number(let b) = right else {
            throw ValueFault(.operands(operator: rawValue, left: left, right: right))
        }
        if self == .divided || self == .remainder, b == 0 { throw ValueFault(.divisionByZero) }
        let result =
            switch self {
            case .plus: try ExactArithmetic.sum(a, b)
            case .minus: try ExactArithmetic.sum(a, -b)
            case .times: try ExactArithmetic.product(a, b)
            case .remainder:
                try ExactArithmetic.sum(a, -ExactArithmetic.product(a.dividedWhole(by: b, .below), b))
            default: a / b
            }
        guard !result.isNaN else { throw ValueFault(.overflow) }
        return .number(result)
    }
}

extension Operator {
    /// Throws where `+` may mean a sum as well as one text behind the other: a number beside a text that is one, or a date.
    ///
    /// A file of rows and JSON may hold numbers as texts; which of both is meant only the template's author knows.
    fileprivate static func refuseDoubtfulSum(of left: Value, _ right: Value) throws(ValueFault) {
        let isDoubtful =
            switch (left, right) {
            case (.text(let a), .text(let b)): a.isNumberText && b.isNumberText && !a.isCode && !b.isCode
            case (.text(let text), .number), (.number, .text(let text)):
                text.isNumberText || DateMoment(.text(text)) != nil
            case (.date, .number), (.number, .date): true
            default: false
            }
        guard isDoubtful else { return }
        throw ValueFault(.operands(operator: Operator.plus.rawValue, left: left, right: right))
    }

    fileprivate func joined(_ left: String, _ right: String) throws(ValueFault) -> Value {
        try ValueFault.checkLength(left.utf8.count + right.utf8.count)
        return .text(left + right)
    }
}

extension String {
    /// Whether it is a number as people write them, and nothing else.
    fileprivate var isNumberText: Bool { !isEmpty && (try? TypedNumber(parsing: self)) != nil }
}

extension Expression {
    /// Whether it is a text the author has written, or is joined to one.
    fileprivate var isWritten: Bool {
        switch self {
        case .literal(.text): true
        case .operation(.plus, let left, let right): left.isWritten || right.isWritten
        case .conditional(_, let then, let otherwise): then.isWritten && otherwise.isWritten
        default: false
        }
    }
}

extension ValueFault {
    static func needsNumber(_ found: Value) -> ValueFault {
        ValueFault(.wrongType(wanted: .number, found: found))
    }
}

extension Value {
    /// The value as it prints without a filter; nil for lists and records.
    package var plainText: String? {
        switch self {
        case .null: ""
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): number.description
        case .text(let text): text
        case .date(let date): date.text(.short)
        case .list, .record: nil
        }
    }
}
