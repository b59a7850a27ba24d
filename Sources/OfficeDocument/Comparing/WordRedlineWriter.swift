internal import OfficePackage
internal import XMLTree

/// Makes the elements that Word's tracked changes are written with.
final class WordRedlineWriter {
    private let model: Element
    /// Word tells changes apart by numbers; those of a document in use are small.
    private var number = 800_000_000

    /// `root` gives the prefix of the vocabulary.
    init(_ root: Element) { model = root }

    /// No time is told: the same documents give the same file.
    private func change(_ name: String, _ children: [Element] = []) -> Element {
        var element = Element(model.sibling(name))
        number += 1
        element.set(element.wordName("id"), to: String(number))
        element.set(element.wordName("author"), to: "vanthu")
        element.children = children.map(Node.element)
        return element
    }

    // MARK: Paragraphs

    func marked(_ paragraph: Element, _ mark: MarkChange?) -> Element {
        // With the mark that ends a section the section would go.
        guard let mark, paragraph.word("pPr")?.word("sectPr") == nil else { return paragraph }
        var paragraph = paragraph
        let element = change(mark == .added ? "ins" : "del")
        paragraph.changeChild("pPr") { properties in
            properties.changeChild("rPr") { $0.children.insert(.element(element), at: 0) }
        }
        return paragraph
    }

    func added(_ paragraph: ReadParagraph, like other: Element?, mark: MarkChange?) -> Element {
        var element = Element(model.sibling("p"))
        if var properties = other?.word("pPr") {
            var names = ["sectPr", "pPrChange", "rPr", "pageBreakBefore"]
            if paragraph.label == nil { names.append("numPr") }
            for name in names { properties.removeChild(name) }
            element.children.append(.element(properties))
        }
        let look = other.flatMap { paragraph in
            WordLetters(paragraph).runs.first.flatMap { paragraph.element(at: $0) }?.word("rPr")
        }
        if !paragraph.typedText.isEmpty {
            element.children.append(.element(change("ins", [run(paragraph.typedText, look)])))
        }
        return marked(element, mark)
    }

    func removed(_ paragraph: Element) -> Element {
        var paragraph = paragraph
        paragraph.children = paragraph.children.map(removed)
        return paragraph
    }

    private func removed(_ node: Node) -> Node {
        guard case .element(var element) = node else { return node }
        switch element.word {
        case "r": return .element(change("del", [deleted(element)]))
        case "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo":
            element.children = element.children.map(removed)
            return .element(element)
        default: return node
        }
    }

    /// A run as it stands within a deletion.
    private func deleted(_ run: Element) -> Element {
        var run = run
        run.children = run.children.map { node in
            guard case .element(var child) = node else { return node }
            switch child.word {
            case "t": child.name = child.sibling("delText")
            case "instrText": child.name = child.sibling("delInstrText")
            default: return node
            }
            return .element(child)
        }
        return run
    }

    private func run(_ text: String, _ look: Element?) -> Element {
        var run = Element(model.sibling("r"))
        if var look {
            for name in ["ins", "del", "rPrChange"] { look.removeChild(name) }
            run.children.append(.element(look))
        }
        var words = ""
        func flush() {
            guard !words.isEmpty else { return }
            run.children.append(.element(letters(words)))
            words = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n":
                flush()
                run.children.append(.element(Element(model.sibling(scalar == "\t" ? "tab" : "br"))))
            default: words.unicodeScalars.append(scalar)
            }
        }
        flush()
        return run
    }

    private func letters(_ words: String) -> Element {
        var element = Element(model.sibling("t"))
        element.children = [.text(words)]
        element.set(.xmlSpace, to: "preserve")
        return element
    }

    // MARK: Words

    func changed(_ paragraph: Element, _ pieces: [TextPiece]) -> Element {
        let map = WordLetters(paragraph).map
        let states = LetterStates(pieces, count: map.scalars.count)
        var paragraph = paragraph
        let runs = Self.runs(map)
        guard !runs.isEmpty else {
            let text = pieces.filter { $0.kind == .added }.map(\.text).joined()
            let look = paragraph.word("r")?.word("rPr") ?? paragraph.word("pPr")?.word("rPr")
            if !text.isEmpty { paragraph.children.append(.element(change("ins", [run(text, look)]))) }
            return paragraph
        }
        for place in runs.reversed() {
            guard let index = place.path.last, let whole = paragraph.element(at: place.path) else { continue }
            let parts = parts(of: whole, place, map, states)
            paragraph.change(at: place.path.dropLast()) { parent in
                parent.children.replaceSubrange(index...index, with: parts.map(Node.element))
            }
        }
        return paragraph
    }

    private typealias RunPlace = (path: [Int], letters: Range<Int>)

    private static func runs(_ map: LetterMap) -> [RunPlace] {
        var runs: [RunPlace] = []
        for (index, place) in map.places.enumerated() {
            let path = Array(map.nodes[place.node].path.dropLast())
            if let last = runs.last, last.path == path {
                runs[runs.count - 1].letters = last.letters.lowerBound..<(index + 1)
            } else {
                runs.append((path, index..<(index + 1)))
            }
        }
        return runs
    }

    /// The run cut where its letters go, and where new ones come.
    private func parts(of whole: Element, _ place: RunPlace, _ map: LetterMap, _ states: LetterStates)
        -> [Element]
    {
        let look = whole.word("rPr")
        var parts: [Element] = []
        var piece: (isRemoved: Bool, run: Element)?
        func flush() {
            guard let done = piece else { return }
            parts.append(done.isRemoved ? change("del", [deleted(done.run)]) : done.run)
            piece = nil
        }
        func append(_ child: Element, isRemoved: Bool) {
            if piece?.isRemoved != isRemoved { flush() }
            if piece == nil { piece = (isRemoved, whole.filled(look.map { [.element($0)] } ?? [])) }
            piece?.run.children.append(.element(child))
        }
        func insert(at letter: Int) {
            guard let text = states.added[letter] else { return }
            flush()
            parts.append(change("ins", [run(text, look)]))
        }
        if place.letters.lowerBound == 0 { insert(at: 0) }
        var letter = place.letters.lowerBound
        for (index, node) in whole.children.enumerated() where !node.isWord("rPr") {
            guard case .element(let child) = node else { continue }
            let path = place.path + [index]
            var words = ""
            var isWordsRemoved = false
            func flushWords() {
                guard !words.isEmpty else { return }
                append(letters(words), isRemoved: isWordsRemoved)
                words = ""
            }
            var isOfLetters = false
            while letter < place.letters.upperBound, map.nodes[map.places[letter].node].path == path {
                isOfLetters = true
                // What shows more than letters, such as the end of a form field, stays.
                let isRemoved = states.isRemoved[letter] && map.nodes[map.places[letter].node].kind != .shown
                if child.isWord("t") {
                    if isRemoved != isWordsRemoved { flushWords() }
                    isWordsRemoved = isRemoved
                    words.unicodeScalars.append(map.scalars[letter])
                } else if letter == place.letters.lowerBound
                    || map.places[letter - 1].node != map.places[letter].node
                {
                    append(child, isRemoved: isRemoved)
                }
                letter += 1
                if states.added[letter] != nil {
                    flushWords()
                    insert(at: letter)
                }
            }
            flushWords()
            if !isOfLetters { append(child, isRemoved: false) }
        }
        flush()
        return parts
    }

    // MARK: Tables

    func removed(row: Element) -> Element {
        var row = row
        let element = change("del")
        row.changeChild("trPr") { $0.children.append(.element(element)) }
        row.children = row.children.map(removedInside)
        return row
    }

    private func removedInside(_ node: Node) -> Node {
        guard case .element(var element) = node else { return node }
        switch element.word {
        case "p": return .element(marked(removed(element), .removed))
        case "tr": return .element(removed(row: element))
        case "tc", "tbl", "sdt", "sdtContent":
            element.children = element.children.map(removedInside)
            return .element(element)
        default: return node
        }
    }

    func added(_ row: ReadTable.Row) -> Element {
        let cells = row.cells.map { cell in
            var properties = Element(model.sibling("tcPr"))
            if let width = cell.width {
                var element = Element(model.sibling("tcW"))
                element.set(element.wordName("w"), to: String(Int((width.points * 20).rounded())))
                element.set(element.wordName("type"), to: "dxa")
                properties.children.append(.element(element))
            }
            if cell.columnSpan > 1 {
                properties.changeChild("gridSpan") { $0.setValue(String(cell.columnSpan)) }
            }
            if cell.isCovered {
                properties.changeChild("vMerge") { _ in }
            } else if cell.rowSpan > 1 {
                properties.changeChild("vMerge") { $0.setValue("restart") }
            }
            let texts = cell.blocks.flatParagraphs
            let paragraphs = texts.map { added($0, like: nil, mark: .added) }
            return model.wordElement(
                "tc",
                ([properties] + (paragraphs.isEmpty ? [model.wordElement("p")] : paragraphs)).map(
                    Node.element))
        }
        var properties = Element(model.sibling("trPr"))
        properties.children = [.element(change("ins"))]
        return model.wordElement("tr", ([properties] + cells).map(Node.element))
    }

    func added(_ table: ReadTable) -> Element {
        var properties = Element(model.sibling("tblPr"))
        properties.changeChild("tblW") {
            $0.set($0.wordName("w"), to: "0")
            $0.set($0.wordName("type"), to: "auto")
        }
        properties.changeChild("tblBorders") { borders in
            for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                borders.changeChild(edge) {
                    $0.setValue("single")
                    $0.set($0.wordName("sz"), to: "4")
                }
            }
        }
        var grid = Element(model.sibling("tblGrid"))
        for column in table.columns {
            var element = Element(model.sibling("gridCol"))
            if let column {
                element.set(element.wordName("w"), to: String(Int((column.points * 20).rounded())))
            }
            grid.children.append(.element(element))
        }
        return model.wordElement("tbl", ([properties, grid] + table.rows.map(added)).map(Node.element))
    }
}
