internal import OfficePackage
internal import XMLTree

/// What gathers while a paragraph is read: its text lies bare between the elements.
struct OpenDocumentInline {
    var runs: [ReadRun] = []
    var shapes: [ReadShape] = []
    var fields: [String] = []
    /// The looks in effect with the styles they come from, the innermost last.
    var looks: [CharacterFormat] = []
    var styles: [String] = []
    var path: [Int] = []
    var link: String?
    private var pieces: [ReadRun.Piece] = []
    private var text = ""
    /// White space at the beginning of a paragraph, and after other white space, counts for nothing.
    private var swallowsBlanks = true

    mutating func add(_ words: String) {
        for scalar in words.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r":
                if !swallowsBlanks { text.unicodeScalars.append(" ") }
                swallowsBlanks = true
            default:
                text.unicodeScalars.append(scalar)
                swallowsBlanks = false
            }
        }
    }

    mutating func add(blanks count: Int) {
        text += String(repeating: " ", count: count)
        swallowsBlanks = false
    }

    mutating func add(_ piece: ReadRun.Piece) {
        flush()
        pieces.append(piece)
        swallowsBlanks = false
    }

    /// A mark without extent: what is swallowed before it is swallowed behind it too.
    mutating func mark(_ piece: ReadRun.Piece) {
        flush()
        pieces.append(piece)
    }

    private mutating func flush() {
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
    }

    /// Ends the run, since the look changes.
    mutating func finish() {
        flush()
        guard !pieces.isEmpty else { return }
        let format = looks.last.map(EffectiveCharacters.init) ?? EffectiveCharacters()
        runs.append(ReadRun(pieces: pieces, format: format, path: path, link: link))
        pieces = []
    }
}

extension OpenDocumentReader {
    mutating func inline(_ element: Element, into line: inout OpenDocumentInline) {
        for (index, node) in element.children.enumerated() {
            switch node {
            case .text(let words): line.add(words)
            case .element(let child):
                path.append(index)
                inlineChild(child, into: &line)
                path.removeLast()
            case .comment, .instruction: break
            }
        }
    }

    private mutating func inlineChild(_ child: Element, into line: inout OpenDocumentInline) {
        switch child.name.namespace {
        case OpenDocumentNames.text: textElement(child, into: &line)
        case OpenDocumentNames.draw: inlineShape(child, into: &line)
        case OpenDocumentNames.office where child.name.local == "annotation": annotation(child, into: &line)
        case OpenDocumentNames.office where child.name.local == "annotation-end":
            if let name = child.value("name") { line.mark(.commentEnd(name)) }
        default: skip(child)
        }
    }

    /// An annotation's paragraphs are counted apart, so that those of the text keep their numbers.
    private mutating func annotation(_ element: Element, into line: inout OpenDocumentInline) {
        let (outerParagraphs, outerTables, outerCells) = (paragraphs, tables, cells)
        (paragraphs, tables, cells) = (0, 0, [])
        let id = element.value("name") ?? "#\(comments.count + 1)"
        comments.append(
            ReadComment(
                id: id, author: element.child("creator")?.text,
                initials: (element.child("creator-initials") ?? element.child("sender-initials"))?.text,
                date: element.child("date")?.text, blocks: blocks(of: element)))
        (paragraphs, tables, cells) = (outerParagraphs, outerTables, outerCells)
        line.mark(.comment(id))
    }

    private mutating func textElement(_ child: Element, into line: inout OpenDocumentInline) {
        switch child.name.local {
        case "span": span(child, into: &line)
        case "a":
            line.finish()
            let outer = line.link
            line.link = child.attribute("href", in: OpenDocumentNames.xlink)
            inline(child, into: &line)
            line.finish()
            line.link = outer
        case "s": line.add(blanks: min(max(child.text("c").flatMap { Int($0) } ?? 1, 0), 10_000))
        case "tab": line.add(.tab)
        case "line-break": line.add(.lineBreak)
        case "page-number": line.add(.pageNumber)
        case "page-count": line.add(.pageCount)
        case "note": note(child, into: &line)
        case "soft-page-break", "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "change",
            "change-start", "change-end", "ruby-text":
            if child.name.local.hasPrefix("change") { traits.insert(.trackedChanges) }
            if child.name.local == "ruby-text", !child.text.isEmpty { line.mark(.object(.ruby(child.text))) }
            skip(child)
        default:
            if Self.fieldNames.contains(child.name.local) { line.fields.append(child.name.local) }
            inline(child, into: &line)
        }
    }

    /// Fields whose text stands in them.
    private static let fieldNames: Set<String> = [
        "date", "time", "bookmark-ref", "reference-ref", "note-ref", "sequence", "sequence-ref", "expression",
        "database-display", "user-field-get", "user-field-input", "variable-get", "variable-set",
        "text-input", "conditional-text", "placeholder", "author-name", "title", "subject", "file-name",
        "chapter",
    ]

    private mutating func span(_ element: Element, into line: inout OpenDocumentInline) {
        guard let name = element.text("style-name") else { return inline(element, into: &line) }
        styled(name, &line) { reader, line in reader.inline(element, into: &line) }
    }

    /// What is read within looks as this text style says.
    mutating func styled(
        _ name: String, _ line: inout OpenDocumentInline,
        _ read: (inout OpenDocumentReader, inout OpenDocumentInline) -> Void
    ) {
        line.finish()
        let outer = line.path
        line.looks.append(styles.span(name, in: line.styles, line.looks.last ?? CharacterFormat()))
        line.styles.append(name)
        line.path = path
        read(&self, &line)
        line.finish()
        line.looks.removeLast()
        line.styles.removeLast()
        line.path = outer
    }
}
