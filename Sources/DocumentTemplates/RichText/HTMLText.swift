internal import TemplateLanguage
internal import XMLTree

/// Reads HTML: paragraphs, headings, emphasis, lists, tables, links and pictures; anything else that shows is a fault.
func richText(parsingHTML source: String) throws(RichTextFault) -> [RichBlock] {
    guard let root = Element(readingHTML: source) else { throw .tooDeep }
    var reader = HTMLReader()
    try reader.read(root.children, depth: 0)
    return reader.finished()
}

/// Turns a tree of HTML into blocks, one after another.
private struct HTMLReader {
    private var blocks: [RichBlock] = []
    /// The line that is not ended yet.
    private var line: [RichInline] = []

    mutating func finished() -> [RichBlock] {
        endLine()
        return blocks
    }

    private mutating func endLine() {
        let words = line.tidied
        line = []
        if !words.isEmpty { blocks.append(.paragraph(words)) }
    }

    mutating func read(_ nodes: [Node], depth: Int) throws(RichTextFault) {
        guard depth <= 100 else { throw .tooDeep }
        for node in nodes {
            switch node {
            case .text(let words): line.append(.text(words.collapsingBlanks))
            case .element(let element): try read(element, depth: depth)
            case .comment, .instruction: break
            }
        }
    }

    private mutating func read(_ element: Element, depth: Int) throws(RichTextFault) {
        let name = element.name.local.lowercased()
        switch HTMLNames.kinds[name] {
        case .hidden:
            if let lost = element.elements.first(where: { HTMLNames.kinds[$0.name.local.lowercased()] == nil }
            ) {
                throw .unknownHTML(lost.name.local.lowercased())
            }
        case .inline where !element.holdsBlocks: line += try element.inlines(depth: depth)
        case .inline: try read(element.children, depth: depth + 1)
        case .container:
            endLine()
            try read(element.children, depth: depth + 1)
            endLine()
        case .block:
            endLine()
            try readBlock(name, element, depth: depth)
        case .picture:
            endLine()
            blocks.append(.picture(element.picture))
        case nil: throw .unknownHTML(name)
        }
    }

    private mutating func readBlock(_ name: String, _ element: Element, depth: Int) throws(RichTextFault) {
        switch name {
        case "ul", "ol": try readList(element, isNumbered: name == "ol", depth: depth)
        case "table":
            for caption in element.elements where caption.name.local == "caption" {
                blocks.append(.paragraph(try caption.inlines(depth: depth + 1).tidied))
            }
            if let table = try RichTable(html: element, depth: depth) { blocks.append(.table(table)) }
        case "blockquote": blocks.append(.quote(try inner(element.children, depth: depth)))
        case "pre":
            var words = element.text
            if words.hasPrefix("\n") { words.removeFirst() }
            blocks.append(.code(words.hasSuffix("\n") ? String(words.dropLast()) : words))
        case "hr": blocks.append(.thematicBreak)
        case "dt": blocks.append(.paragraph([.strong(try element.inlines(depth: depth).tidied)]))
        default:
            let level = Int(name.dropFirst()) ?? 1
            let words = try element.inlines(depth: depth).tidied
            if !words.isEmpty { blocks.append(.heading(level: level, words)) }
        }
    }

    private mutating func readList(_ list: Element, isNumbered: Bool, depth: Int) throws(RichTextFault) {
        var items: [[RichBlock]] = []
        for child in list.elements {
            let inside = try inner(
                child.name.local == "li" ? child.children : [.element(child)], depth: depth)
            // A list right inside of a list belongs to the item before it.
            if child.name.local != "li", !items.isEmpty {
                items[items.count - 1] += inside
            } else {
                items.append(inside)
            }
        }
        let start = Int(list.attribute("start") ?? "1") ?? 1
        if !items.isEmpty {
            blocks.append(.list(start: isNumbered ? min(max(0, start), 1_000_000) : nil, items: items))
        }
    }

    private func inner(_ nodes: [Node], depth: Int) throws(RichTextFault) -> [RichBlock] {
        var reader = HTMLReader()
        try reader.read(nodes, depth: depth + 1)
        return reader.finished()
    }
}

/// What the elements of HTML are to a document.
private enum HTMLNames {
    enum Kind {
        case hidden
        case inline
        case container
        case block
        case picture
    }

    static let kinds: [String: Kind] = {
        let names: [(Kind, [String])] = [
            (
                .hidden,
                ["head", "style", "title", "meta", "link", "base", "colgroup", "col", "caption", "wbr"]
            ),
            (
                .inline,
                [
                    "a", "abbr", "acronym", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "ins",
                    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
                    "time", "tt", "u", "var",
                ]
            ),
            (
                .container,
                [
                    "html", "body", "div", "p", "section", "article", "main", "header", "footer", "aside",
                    "center", "figure", "figcaption", "address", "dl", "dd", "li",
                ]
            ),
            (
                .block,
                ["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr", "dt"]
            ), (.picture, ["img"]),
        ]
        return Dictionary(
            names.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first }
        )
    }()
}

extension Element {
    /// Whether something in it stands in lines of its own.
    fileprivate var holdsBlocks: Bool {
        elements.contains { child in
            switch HTMLNames.kinds[child.name.local.lowercased()] {
            case .container, .block, .picture: true
            case .hidden, .inline, nil: child.holdsBlocks
            }
        }
    }

    fileprivate var picture: RichPicture {
        func millimetres(_ name: String) -> Double? {
            // A pixel of HTML is a 96th of an inch.
            attribute(name).flatMap { Double($0.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }) }.flatMap
            { $0 > 0 && attribute(name)?.hasSuffix("%") == false ? $0 * 25.4 / 96 : nil }
        }
        return RichPicture(
            name: attribute("src") ?? "", width: millimetres("width"), height: millimetres("height"),
            description: attribute("alt"))
    }

    /// An element in a line as what it says of its words; of one that stands in lines of its own only the words.
    func inlines(depth: Int) throws(RichTextFault) -> [RichInline] {
        guard depth <= 100 else { throw .tooDeep }
        let name = self.name.local.lowercased()
        var inside: [RichInline] = []
        for child in children {
            switch child {
            case .text(let words): inside.append(.text(words.collapsingBlanks))
            case .element(let element): inside += try element.inlinesInLine(depth: depth + 1)
            case .comment, .instruction: break
            }
        }
        switch name {
        case "br": return [.lineBreak]
        case "b", "strong": return [.strong(inside)]
        case "i", "em", "cite", "var": return [.emphasis(inside)]
        case "s", "strike", "del": return [.strike(inside)]
        case "u", "ins": return [.underlined(inside)]
        case "sup": return [.raised(inside, .superscript)]
        case "sub": return [.raised(inside, .subscript)]
        case "code", "kbd", "samp", "tt": return [.code(text)]
        case "q": return [.text("“")] + inside + [.text("”")]
        case "a":
            let address = attribute("href") ?? ""
            if let scheme = address.runningScheme { throw .unsafeAddress(scheme) }
            return address.isEmpty ? inside : [.link(address, inside)]
        default: return inside
        }
    }

    /// What it is within a line, such as that of a cell.
    private func inlinesInLine(depth: Int) throws(RichTextFault) -> [RichInline] {
        let name = self.name.local.lowercased()
        switch HTMLNames.kinds[name] {
        case .hidden: return []
        case .inline: return try inlines(depth: depth)
        case .container, .block:
            guard name != "table" else { throw .unknownHTML(name) }
            let mark: [RichInline] = name == "li" ? [.text("- ")] : []
            return [.lineBreak] + mark + (try inlines(depth: depth)) + [.lineBreak]
        case .picture: throw .pictureInLine(attribute("src") ?? "")
        case nil: throw .unknownHTML(name)
        }
    }
}

extension String {
    /// The text with each stretch of blanks as one.
    fileprivate var collapsingBlanks: String {
        var text = ""
        var wasBlank = false
        for scalar in unicodeScalars {
            let isBlank = [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(scalar.value)
            if !isBlank { text.unicodeScalars.append(scalar) } else if !wasBlank { text.append(" ") }
            wasBlank = isBlank
        }
        return text
    }
}

extension [RichInline] {
    /// The line without blanks that a browser does not show, nor breaks at its ends.
    var tidied: [RichInline] {
        var isAfterBlank = true
        var line = tidied(&isAfterBlank)
        while let last = line.last {
            switch last {
            case .lineBreak: line.removeLast()
            case .text(let words):
                line.removeLast()
                let kept = words.hasSuffix(" ") ? String(words.dropLast()) : words
                if kept.isEmpty { continue }
                line.append(.text(kept))
                return line.withoutFirstBreaks
            default: return line.withoutFirstBreaks
            }
        }
        return line
    }

    /// The line with one break where the ends of blocks meet.
    var withoutDoubleBreaks: [RichInline] {
        enumerated().filter { $0 == 0 || $1 != .lineBreak || self[$0 - 1] != .lineBreak }.map(\.element)
    }

    private var withoutFirstBreaks: [RichInline] { Array(drop { $0 == .lineBreak }) }

    private func tidied(_ isAfterBlank: inout Bool) -> [RichInline] {
        var line: [RichInline] = []
        for inline in self {
            switch inline {
            case .text(let words):
                let kept = isAfterBlank && words.hasPrefix(" ") ? String(words.dropFirst()) : words
                guard !kept.isEmpty else { continue }
                isAfterBlank = kept.hasSuffix(" ")
                line.append(.text(kept))
            case .lineBreak:
                isAfterBlank = true
                line.append(.lineBreak)
            case .code:
                isAfterBlank = false
                line.append(inline)
            case .strong(let inside): line.append(.strong(inside.tidied(&isAfterBlank)))
            case .emphasis(let inside): line.append(.emphasis(inside.tidied(&isAfterBlank)))
            case .strike(let inside): line.append(.strike(inside.tidied(&isAfterBlank)))
            case .underlined(let inside): line.append(.underlined(inside.tidied(&isAfterBlank)))
            case .raised(let inside, let height): line.append(.raised(inside.tidied(&isAfterBlank), height))
            case .link(let address, let inside): line.append(.link(address, inside.tidied(&isAfterBlank)))
            }
        }
        return line
    }
}
