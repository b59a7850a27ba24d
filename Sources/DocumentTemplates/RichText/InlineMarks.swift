/// A mark of HTML within a line of CommonMark.
enum InlineMark: Hashable {
    case lineBreak
    case open(Kind)
    case close(Kind)

    enum Kind: Hashable { case strong, emphasis, strike }

    private static let kinds: [String: Kind] = [
        "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "s": .strike, "del": .strike,
        "strike": .strike,
    ]

    /// Elements of HTML that say how text looks or is laid out and have no equal here.
    private static let unknown: Set<String> = [
        "a", "abbr", "big", "blockquote", "body", "button", "center", "code", "dd", "div", "dl", "dt", "font",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img",
        "input", "ins", "kbd", "li", "link", "main", "mark", "meta", "nav", "object", "ol", "p", "pre",
        "script", "section", "small", "span", "style", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "title", "tr", "tt", "u", "ul", "video",
    ]

    static func isUnknown(_ name: String) -> Bool { unknown.contains(name) }

    /// Reads one tag; nil for what is no element of HTML, which is text like any other.
    init?(_ literal: String) throws(RichTextFault) {
        guard let name = InlineMark.names(in: literal).first else { return nil }
        if name == "br" {
            self = .lineBreak
        } else if let kind = InlineMark.kinds[name] {
            self = literal.hasPrefix("</") ? .close(kind) : .open(kind)
        } else if InlineMark.isUnknown(name) {
            throw .element(name)
        } else {
            return nil
        }
    }

    /// The names of the elements whose tags stand in a text, in small letters.
    static func names(in text: String) -> [String] {
        text.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            let name = piece.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let rest = piece.drop { $0 == "/" }.dropFirst(name.count).first
            let ends = rest.map { $0 == ">" || $0 == "/" || $0.isWhitespace } ?? false
            return name.isEmpty || !ends ? nil : name.lowercased()
        }
    }
}

/// The marks of a line that are open; one that is never closed is text.
struct InlineMarks {
    private var open: [(kind: InlineMark.Kind, literal: String, before: [RichInline])] = []

    mutating func meet(_ mark: InlineMark, _ literal: String, _ inlines: inout [RichInline]) {
        switch mark {
        case .lineBreak: inlines.append(.lineBreak)
        case .open(let kind):
            open.append((kind, literal, inlines))
            inlines = []
        case .close(let kind):
            guard let place = open.lastIndex(where: { $0.kind == kind }) else {
                inlines.append(.text(literal))
                return
            }
            while open.count > place + 1 { giveUp(&inlines) }
            let last = open.removeLast()
            let inside = inlines
            inlines = last.before
            switch kind {
            case .strong: inlines.append(.strong(inside))
            case .emphasis: inlines.append(.emphasis(inside))
            case .strike: inlines.append(.strike(inside))
            }
        }
    }

    mutating func end(_ inlines: inout [RichInline]) { while !open.isEmpty { giveUp(&inlines) } }

    private mutating func giveUp(_ inlines: inout [RichInline]) {
        let last = open.removeLast()
        inlines = last.before + [.text(last.literal)] + inlines
    }
}
