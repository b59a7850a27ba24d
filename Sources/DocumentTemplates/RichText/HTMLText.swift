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
    /// What the elements say that are open, the outermost first.
    private var looks: [HTMLLook]

    init(in looks: [HTMLLook] = []) { self.looks = looks }

    mutating func finished() -> [RichBlock] {
        endLine()
        return blocks
    }

    private mutating func endLine() {
        let words = line.tidied
        line = []
        guard !words.isEmpty else { return }
        switch looks.last(where: { $0.alignment != nil })?.alignment {
        case .center?: blocks.append(.aligned(.center, words))
        case .right?: blocks.append(.aligned(.right, words))
        case .left?, .unset?, nil: blocks.append(.paragraph(words))
        }
    }

    /// Words of a line as the open elements want them.
    private func looking(_ inlines: [RichInline]) -> [RichInline] {
        looks.reversed().reduce(inlines) { $1.applied(to: $0) }
    }

    mutating func read(_ nodes: [Node], depth: Int) throws(RichTextFault) {
        guard depth <= 100 else { throw .tooDeep }
        for node in nodes {
            switch node {
            case .text(let words): line += looking([.text(words.collapsingBlanks)])
            case .element(let element): try read(element, depth: depth)
            case .comment, .instruction: break
            }
        }
    }

    private mutating func read(_ element: Element, depth: Int) throws(RichTextFault) {
        let name = element.name.local.lowercased()
        let look = HTMLLook(element)
        if look.isHidden { return }
        switch HTMLNames.kinds[name] {
        case .hidden:
            if let lost = element.elements.first(where: { HTMLNames.kinds[$0.name.local.lowercased()] == nil }
            ) {
                throw .unknownHTML(lost.name.local.lowercased())
            }
        case .inline where !element.holdsBlocks: line += looking(try element.inlines(depth: depth))
        case .inline:
            looks.append(look)
            try read(element.children, depth: depth + 1)
            looks.removeLast()
        case .container:
            endLine()
            looks.append(look)
            try read(element.children, depth: depth + 1)
            endLine()
            looks.removeLast()
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
        case "ul", "ol": try readList(element, depth: depth)
        case "table":
            for caption in element.elements
            where caption.name.local == "caption" && !HTMLLook(caption).isHidden {
                blocks.append(.paragraph(looking(try caption.inlines(depth: depth + 1)).tidied))
            }
            if let table = try RichTable(html: element, in: looks, depth: depth) {
                blocks.append(.table(table))
            }
        case "blockquote": blocks.append(.quote(try inner(element, depth: depth)))
        case "pre":
            var words = element.text
            if words.hasPrefix("\n") { words.removeFirst() }
            blocks.append(.code(words.hasSuffix("\n") ? String(words.dropLast()) : words))
        case "hr": blocks.append(.thematicBreak)
        case "dt": blocks.append(.paragraph([.strong(looking(try element.inlines(depth: depth)).tidied)]))
        default:
            let level = Int(name.dropFirst()) ?? 1
            let words = looking(try element.inlines(depth: depth)).tidied
            if !words.isEmpty { blocks.append(.heading(level: level, words)) }
        }
    }

    private mutating func readList(_ element: Element, depth: Int) throws(RichTextFault) {
        var list = try HTMLList(element)
        let look = HTMLLook(element)
        for child in element.elements where !HTMLLook(child).isHidden {
            if child.name.local == "li" {
                try list.add(child, try inner(child, inside: [look], depth: depth))
            } else {
                // A list right inside of a list belongs to the item before it.
                var reader = HTMLReader(in: looks + [look])
                try reader.read([.element(child)], depth: depth + 1)
                try list.addToLast(reader.finished().map(\.unaligned))
            }
        }
        list.end()
        blocks += list.blocks
    }

    /// The blocks in an element, which stands in others besides those that are open.
    private func inner(_ element: Element, inside more: [HTMLLook] = [], depth: Int) throws(RichTextFault)
        -> [RichBlock]
    {
        var reader = HTMLReader(in: looks + more + [HTMLLook(element)])
        try reader.read(element.children, depth: depth + 1)
        return reader.finished().map(\.unaligned)
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
        let look = HTMLLook(self)
        if look.isHidden { return [] }
        switch name {
        case "br": return [.lineBreak]
        case "code", "kbd", "samp", "tt": return look.applied(to: [.code(text)])
        case "q": return look.applied(to: [.text("“")] + inside + [.text("”")])
        case "a":
            let address = attribute("href") ?? ""
            if let scheme = address.unsafeScheme { throw .unsafeAddress(scheme) }
            return look.applied(to: address.isEmpty ? inside : [.link(address, inside)])
        default: return look.applied(to: inside)
        }
    }

    /// What it is within a line, such as that of a cell.
    private func inlinesInLine(depth: Int) throws(RichTextFault) -> [RichInline] {
        let name = self.name.local.lowercased()
        if HTMLLook(self).isHidden { return [] }
        switch HTMLNames.kinds[name] {
        case .hidden: return []
        case .inline: return try inlines(depth: depth)
        case .container, .block:
            guard name != "table" else { throw .nestedTable }
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
