package import Diagnostics
internal import Values
internal import VietnameseText

extension Tag {
    /// More bytes than a person writes between two delimiters; comments may be longer.
    package static let lengthLimit = 10_000

    /// Reads the text between the delimiters.
    ///
    /// Throws one diagnostic of `template.…` that quotes the tag.
    package init(parsing inside: String, at place: Location) throws(Failure) {
        let text = Tag.withoutWords(WrittenTag(inside).core)
        guard let mark = text.first else { throw Failure(.emptyTag(at: place)) }
        if mark == "!" {
            if let expression = Tag.negation(in: text) { self = .value(expression) } else { self = .comment }
            return
        }
        guard text.utf8.count <= Tag.lengthLimit else { throw Failure(.tagTooLong(inside, at: place)) }
        let rest = String(text.dropFirst()).trimmingWhitespace
        switch mark {
        case "#": self = .section(try expression(rest, inside, place, names: isDigits))
        case "^" where rest.first == "#":
            let condition = String(rest.dropFirst()).trimmingWhitespace
            self = .otherwiseIf(try expression(condition, inside, place, names: isDigits))
        case "^":
            self = rest.isEmpty ? .otherwise : .inverted(try expression(rest, inside, place, names: isDigits))
        case "/":
            let name = SectionOption.taken(from: rest).rest
            self = .end(name: name.isEmpty ? nil : Tag.sectionName(name))
        case "*" where !rest.isEmpty:
            self = .insertion(
                .richText, Tag.bullets(of: try expression(rest, inside, place, names: isDigits)), [])
        default:
            if let (name, value) = Tag.assignment(in: text) {
                self = .assignment(name: name, try expression(value, inside, place) { _ in false })
                return
            }
            if let insertion = Insertion(rawValue: mark) {
                self = try Tag(insertion, rest, inside, place)
                return
            }
            let expression = try expression(text, inside, place) { _ in false }
            if case .filtered(let input, let call) = expression,
                let directive = Directive(rawValue: call.name)
            {
                self = .directive(directive, input)
            } else {
                self = .value(expression)
            }
        }
    }

    private init(_ insertion: Insertion, _ rest: String, _ inside: String, _ place: Location) throws(Failure)
    {
        switch insertion {
        case .include:
            if let chosen = try Tag.chosenTemplate(rest, inside, place) {
                self = .insertion(insertion, chosen, [])
                return
            }
            // A file's name, not an expression.
            let name = rest.filter { !"\"“”".contains($0) }.trimmingWhitespace
            guard !name.isEmpty else { throw Failure(.emptyTag(at: place)) }
            self = .insertion(insertion, .literal(.text(Normalization.nfc(name))), [])
        case .image:
            if let figures = Tag.figures(of: rest) {
                let (source, arguments) = Tag.arguments(of: figures)
                let kind = InsertionArgument(name: Tag.chartName, value: "")
                var list = try expression(source, inside, place, names: isDigits)
                if let title = arguments.last(where: \.isComputedTitle) {
                    list = Filter.figures(
                        list, beside: [try expression(title.value, inside, place) { _ in false }])
                }
                self = .insertion(insertion, list, arguments + [kind])
                return
            }
            self = try Tag(insertion, rest, inside, place, kinds: [Filter.qrCodeName, Filter.barCodeName])
        case .richText: self = try Tag(insertion, rest, inside, place, kinds: [Filter.htmlName])
        }
    }

    /// The argument without a value by which an insertion is a chart.
    package static let chartName = "bieu_do"

    /// What the title of a chart is called.
    package static let titleNames: Set<String> = ["tieu_de", "tiêu_đề", "title"]

    /// What stands behind the word by which an image is a chart; nil for any other image.
    private static func figures(of rest: String) -> String? {
        for word in [chartName + " ", "biểu_đồ ", "biểu đồ ", "chart "] where rest.hasPrefix(word) {
            let figures = String(rest.dropFirst(word.count)).trimmingWhitespace
            return figures.isEmpty || "|=?.".contains(figures.first ?? "|") ? nil : figures
        }
        return nil
    }

    /// An insertion whose last filter, if it is one of these names, says what kind it is: that becomes an argument without a value.
    private init(_ insertion: Insertion, _ rest: String, _ inside: String, _ place: Location, kinds: [String])
        throws(Failure)
    {
        let (source, arguments) = Tag.arguments(of: rest)
        let expression = try expression(source, inside, place, names: isDigits)
        if case .filtered(let input, let call) = expression, kinds.contains(call.name) {
            self = .insertion(insertion, input, arguments + [InsertionArgument(name: call.name, value: "")])
        } else {
            self = .insertion(insertion, expression, arguments)
        }
    }

    /// The name of a template that the data say: `(loai)`, `phu-luc-(loai)`, or in another pair of braces; nil for a name as it is.
    private static func chosenTemplate(_ rest: String, _ inside: String, _ place: Location) throws(Failure)
        -> Expression?
    {
        for (opening, closing) in [("{", "}"), ("(", ")")] {
            guard let start = rest.firstIndex(of: Character(opening)), rest.hasSuffix(closing) else {
                continue
            }
            let source = String(rest[start...]).trimming(while: { "{}".contains($0) })
            let stem = String(rest[..<start]).trimmingWhitespace
            let name = try expression(opening == "(" ? String(rest[start...]) : source, inside, place) { _ in
                false
            }
            return stem.isEmpty ? name : .operation(.plus, .literal(.text(Normalization.nfc(stem))), name)
        }
        return nil
    }

    /// What `!x ? "a" : "b"`, `!x && y` and `!(x)` compute; nil for a comment.
    private static func negation(in text: String) -> Expression? {
        let isClose = text.dropFirst().first.map { !$0.isWhitespace } ?? false
        guard isClose, text.utf8.count <= lengthLimit, let expression = try? Expression(parsing: text) else {
            return nil
        }
        return expression.mayBeNote && !text.hasPrefix("!(") ? nil : expression
    }

    /// What a comment without a blank may be meant to deny, `x` of `!x` and of `!x in l`; nil for any other text.
    package static func negatedName(in inside: String) -> String? {
        let text = inside.trimmingWhitespace
        guard text.first == "!", text.dropFirst().first?.isWhitespace == false,
            text.utf8.count <= lengthLimit, let expression = try? Expression(parsing: text),
            expression.mayBeNote, !expression.paths.isEmpty
        else { return nil }
        return String(text.dropFirst())
    }

    /// A tag that is written in words as the one with marks: `khác nếu x` as `^#x`.
    private static func withoutWords(_ text: String) -> String {
        for words in ["khác nếu ", "khac neu ", "else if ", "elseif ", "elif "] where text.hasPrefix(words) {
            return "^#" + text.dropFirst(words.count)
        }
        for directive in Directive.allCases
        where !directive.prints && text.hasPrefix(directive.rawValue + " ") {
            let value = String(text.dropFirst(directive.rawValue.count)).trimmingWhitespace
            if value.first != "|" { return "(\(value)) | \(directive.rawValue)" }
        }
        return text
    }

    /// The name and the value of `dat x = …`.
    fileprivate static func assignment(in text: String) -> (name: String, value: String)? {
        for word in ["dat ", "đặt ", "let ", "set "] where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            guard let sign = rest.firstIndex(of: "="), rest[rest.index(after: sign)...].first != "=" else {
                continue
            }
            let name = String(rest[..<sign]).trimmingWhitespace
            let isName = name.first.map { $0.isLetter || $0 == "_" } ?? false
            guard isName, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == " " }) else {
                continue
            }
            return (sectionName(name), String(rest[rest.index(after: sign)...]).trimmingWhitespace)
        }
        return nil
    }

    /// A list as CommonMark with a bullet for each item, as poi-tl's `{{*x}}` prints it.
    private static func bullets(of list: Expression) -> Expression {
        let mark = Expression.literal(.text("- "))
        let lines = Expression.filtered(list, .init(name: "noi", arguments: [.literal(.text("\n- "))]))
        return .conditional(list, then: .operation(.plus, mark, lines), otherwise: .literal(.text("")))
    }

    /// How a section is called in its end tag: its text with single spaces, in NFC.
    package static func sectionName(_ source: String) -> String {
        Normalization.nfc(source.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}

extension Tag.InsertionArgument {
    /// Whether it is the title of a chart that data say.
    package var isComputedTitle: Bool { isComputed && Tag.titleNames.contains(name) }
}

extension Expression {
    /// Whether a comment may read so: `!TODO`, `!xem-lai`, `!không in ra`, where “in” is to print.
    fileprivate var mayBeNote: Bool {
        switch self {
        case .not(.path), .not(.literal), .not(.item), .path, .literal, .item: true
        case .not(.operation(.contained, .path, .path)): true
        case .operation(let sign, let left, let right):
            sign.precedence >= Operator.plus.precedence && left.mayBeNote && right.mayBeNote
        case .not, .counter, .negated, .conditional, .filtered, .access, .outer, .present: false
        }
    }
}

/// Whether nothing but digits is written: a number where a value stands, a name where a number has no sense.
private func isDigits(_ source: String) -> Bool { source.allSatisfy { $0.isASCII && $0.isNumber } }

/// Whether it is a name although it begins with a digit: `2nd name`, `7 ngày`.
private func isNameAfterDigit(_ source: String) -> Bool {
    guard source.first?.isNumber == true, source.contains(where: \.isLetter) else { return false }
    return source.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && !Expression.keywords.contains(String(word))
            && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}

/// Reads an expression, or the whole text as a name where it is one by itself or cannot be anything else.
private func expression(_ source: String, _ inside: String, _ place: Location, names isName: (String) -> Bool)
    throws(Failure) -> Expression
{
    if !source.isEmpty, isName(source) || isNameAfterDigit(source) { return .path([Tag.sectionName(source)]) }
    do throws(SyntaxFault) { return try Expression(parsing: source) } catch {
        guard error.mayBeKey(source) else { throw Failure(.syntax(error, in: inside, at: place)) }
        return .path([Tag.sectionName(source)])
    }
}

extension Diagnostic {
    /// Why a tag that was taken for a key of the data is nothing else, should the data have no such key; nil for all other tags.
    ///
    /// A tag such as `{Tỷ lệ %}` or `{a )}` can only be judged with the data at hand.
    package static func doubt(about inside: String, at place: Location) -> Diagnostic? {
        let written = WrittenTag(inside)
        guard let mark = written.core.first, !"!/>".contains(mark), written.core != "^" else { return nil }
        var source =
            "#^@%*".contains(mark) ? String(written.core.dropFirst()).trimmingWhitespace : written.core
        if "@%".contains(mark) { source = Tag.arguments(of: source).0 }
        if let (_, value) = Tag.assignment(in: written.core) { source = value }
        guard !isDigits(source), !isNameAfterDigit(source) else { return nil }
        do throws(SyntaxFault) {
            _ = try Expression(parsing: source)
            return nil
        } catch { return .syntax(error, in: inside, at: place) }
    }
}

extension SyntaxFault {
    /// Whether the text may be meant as a key of the data that is no name: `Số lượng (cái)`, `tỷ lệ %`, `<`.
    ///
    /// Not where the author clearly wrote an expression with a slip in it.
    fileprivate func mayBeKey(_ source: String) -> Bool {
        guard !source.contains(where: { "|\"“”?".contains($0) }) else { return false }
        switch kind {
        case .unexpectedCharacter, .leftOver: return true
        case .expectedOperand: return source.contains("[") || !source.contains { $0.isLetter || $0.isNumber }
        case .expectedSymbol where source.contains("["): return true
        case .unclosedText, .expectedSymbol, .unknownCounter, .unknownFilter, .argumentCount, .tooDeep,
            .longNumber, .empty:
            return false
        }
    }
}
