public import Diagnostics
internal import Values
internal import VietnameseText

extension Tag {
    /// Reads the text between the delimiters.
    ///
    /// Throws one diagnostic of `template.…` that quotes the tag.
    public init(parsing inside: String, at place: Location) throws(Failure) {
        let text = inside.trimmingWhitespace
        guard let mark = text.first else { throw Failure(.emptyTag(at: place)) }
        let rest = String(text.dropFirst()).trimmingWhitespace
        switch mark {
        case "#": self = .section(try expression(rest, inside, place))
        case "^": self = rest.isEmpty ? .otherwise : .inverted(try expression(rest, inside, place))
        case "/": self = .end(name: rest.isEmpty ? nil : Tag.sectionName(rest))
        case "!": self = .comment
        default:
            if let insertion = Insertion(rawValue: mark) {
                self = try Tag(insertion, rest, inside, place)
                return
            }
            let expression = try expression(text, inside, place)
            if case .filtered(let input, let call) = expression,
                let directive = Directive(rawValue: call.name)
            {
                self = .directive(directive, input)
            } else {
                self = .value(expression)
            }
        }
    }

    private init(
        _ insertion: Insertion,
        _ rest: String,
        _ inside: String,
        _ place: Location
    ) throws(Failure) {
        switch insertion {
        case .include:
            // A file's name, not an expression.
            let name = rest.filter { !"\"“”".contains($0) }.trimmingWhitespace
            guard !name.isEmpty else { throw Failure(.emptyTag(at: place)) }
            self = .insertion(insertion, .literal(.text(Normalization.nfc(name))), [])
        case .image, .richText:
            let (source, arguments) = Tag.arguments(of: rest)
            self = .insertion(insertion, try expression(source, inside, place), arguments)
        }
    }

    /// How a section is called in its end tag: its text with single spaces, in NFC.
    public static func sectionName(_ source: String) -> String {
        Normalization.nfc(source.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}

private func expression(
    _ source: String,
    _ inside: String,
    _ place: Location
) throws(Failure) -> Expression {
    do throws(SyntaxFault) {
        return try Expression(parsing: source)
    } catch {
        throw Failure(.syntax(error, in: inside, at: place))
    }
}

extension String {
    var trimmingWhitespace: String {
        var trimmed = self[...]
        while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
        while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
        return String(trimmed)
    }
}
