internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// Reads one scalar as the type its field asks for.
struct ScalarReading {
    let type: FieldType
    let place: Place

    /// The types that hold other values are not scalars; they are read before this is asked.
    func content(of node: SourceNode) throws(Failure) -> Datum.Content {
        switch type {
        case .text: return .text(try text(of: node))
        case .pattern(let placeholders):
            let pattern = try text(of: node)
            for name in pattern.placeholders where !placeholders.contains(name) {
                throw Failure(.unknownPlaceholder(name, known: placeholders, at: place))
            }
            return .text(pattern)
        case .boolean:
            guard case .boolean(let value) = node.content else { throw wrongType(node) }
            return .boolean(value)
        case .number: return .number(try number(of: node))
        case .reportedNumber:
            if case .text(let text) = node.content, ["-", "–"].contains(text.trimmed) {
                return .reported(.nothingArose)
            }
            return .reported(.number(try number(of: node)))
        case .money: return .integer(try dong(of: node))
        case .integer(let range): return .integer(try integer(of: node, in: range))
        case .date: return .date(try date(of: node))
        case .timeSpan:
            let written = try text(of: node)
            guard let span = TimeSpan(written) else { throw Failure(.notATimeSpan(written, at: place)) }
            return .span(span)
        case .period:
            let written = try text(of: node)
            guard let period = ReportingPeriod(written) else {
                throw Failure(.notAPeriod(written, at: place))
            }
            return .period(period)
        case .factor: return .factor(try factor(of: node))
        case .choice(let choices):
            let written = try text(of: node)
            guard choices.contains(where: { $0.name == written }) else {
                throw Failure(.unknownChoice(written, among: choices, at: place))
            }
            return .text(written)
        case .identifier, .reference:
            let written = try text(of: node)
            guard !written.contains(where: \.isWhitespace) else {
                throw Failure(.spaceInCode(written, at: place))
            }
            return .text(written)
        case .lines, .list, .perYear, .record, .shorthand: throw wrongType(node)
        }
    }

    private func wrongType(_ node: SourceNode) -> Failure {
        Failure(.wrongType(node, expected: type, at: place))
    }

    private func text(of node: SourceNode) throws(Failure) -> String {
        switch node.content {
        case .text(let text):
            let lines = text.paragraphs
            guard lines.count == 1 else { throw Failure(.severalLines(at: place)) }
            return lines[0]
        case .number(let written): return written
        case .null, .boolean, .sequence, .mapping: throw wrongType(node)
        }
    }

    private func number(of node: SourceNode) throws(Failure) -> Decimal {
        let number: Decimal
        switch node.content {
        case .number(let written): number = try plainNumber(written, node)
        case .text(let written): number = try typedNumber(written.trimmed)
        case .null, .boolean, .sequence, .mapping: throw wrongType(node)
        }
        guard abs(number) < Decimal(10_000_000_000_000_000), number.exponent >= -6 else {
            throw Failure(.numberTooLong(number.description, at: place))
        }
        return number
    }

    /// A number as YAML and JSON have it; `150.000` is refused, because a Vietnamese hand means thousands by it.
    private func plainNumber(_ written: String, _ node: SourceNode) throws(Failure) -> Decimal {
        let parts = written.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].count == 3, (1...3).contains(parts[0].count), parts[0].first != "0" {
            throw Failure(.ambiguousNumber(written, at: place))
        }
        guard written.count <= 40, let number = Decimal(string: written), !number.isNaN else {
            throw wrongType(node)
        }
        return number
    }

    /// A number as official papers have it.
    private func typedNumber(_ written: String) throws(Failure) -> Decimal {
        let typed: TypedNumber
        do throws(NumberFault) { typed = try TypedNumber(parsing: written).withoutSecondReading() } catch {
            throw Failure(error.diagnostic(at: place.location))
        }
        return typed.unit == .percent ? typed.percentage : typed.value
    }

    private func dong(of node: SourceNode) throws(Failure) -> Int {
        let number = try number(of: node)
        guard let dong = number.wholeNumber else {
            throw Failure(.notWholeDong(number.description, at: place))
        }
        guard Money.range.contains(dong) else { throw Failure(.amountTooLarge(at: place)) }
        guard dong >= 0 else { throw Failure(.negativeAmount(dong, at: place)) }
        return dong
    }

    private func integer(of node: SourceNode, in range: ClosedRange<Int>) throws(Failure) -> Int {
        let written = try text(of: node)
        guard !written.isEmpty, written.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(written)
        else { throw wrongType(node) }
        guard range.contains(value) else { throw Failure(.outOfRange(written, range, at: place)) }
        return value
    }

    private func date(of node: SourceNode) throws(Failure) -> CalendarDate {
        let written = try text(of: node)
        do throws(DateFault) { return try CalendarDate(parsing: written) } catch {
            throw Failure(error.diagnostic(at: place.location))
        }
    }

    private func factor(of node: SourceNode) throws(Failure) -> Factor {
        guard case .text(let text) = node.content else {
            return Factor(number: try number(of: node), unit: nil)
        }
        let words = text.trimmed.split(separator: " ", maxSplits: 1)
        let amount = words.first.map { SourceNode(.text(String($0)), at: node.position) } ?? node
        return Factor(number: try number(of: amount), unit: words.count == 2 ? words[1].trimmed : nil)
    }
}

extension Character { var isASCIIDigit: Bool { ("0"..."9").contains(self) } }

extension String {
    /// The names between braces.
    var placeholders: [String] {
        split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0 != "}" })
        }
    }

    /// Each `{name}` replaced by its text.
    func filling(_ texts: [String: String]) -> String {
        var filled = ""
        for (index, piece) in split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = piece.firstIndex(of: "}"), let text = texts[String(piece[..<end])]
            else {
                filled += (index > 0 ? "{" : "") + piece
                continue
            }
            filled += text + piece[piece.index(after: end)...]
        }
        return filled
    }
}

extension Decimal {
    /// Nil when there is a fraction, or more than an `Int` holds.
    var wholeNumber: Int? {
        let parts = description.split(separator: ".")
        guard parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) else { return nil }
        return parts.first.flatMap { Int($0) }
    }
}
