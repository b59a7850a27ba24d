internal import OfficePackage
internal import VietnameseText
internal import XMLTree

/// What gathers while a paragraph is read.
struct InlineText {
    let style: String?
    var runs: [ReadRun] = []
    var shapes: [ReadShape] = []
    var fields: [String] = []
    var link: String?

    init(style: String?) { self.style = style }
}

/// Runs, fields and what is anchored between them.
extension WordReader {
    mutating func inline(_ element: Element, into line: inout InlineText) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            inlineChild(child, into: &line)
            path.removeLast()
        }
    }

    private mutating func inlineChild(_ child: Element, into line: inout InlineText) {
        switch child.word {
        case "r": run(child, into: &line)
        case "ins", "moveTo":
            traits.insert(.trackedChanges)
            inline(child, into: &line)
        case "del", "moveFrom":
            traits.insert(.trackedChanges)
            skip(child)
        case "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo": inline(child, into: &line)
        case "hyperlink":
            let outer = line.link
            let target = child.value("id").flatMap { relationships[$0]?.name }
            line.link = target ?? child.wordAttribute("anchor").map { "#" + $0 }
            inline(child, into: &line)
            line.link = outer
        case "fldSimple": simpleField(child, into: &line)
        case "commentRangeStart": noteCommentStart(child)
        case nil where Self.isFormula(child):
            skip(child)
            guard showsText else { break }
            let look = EffectiveCharacters(characters(nil, paragraph: line.style), of: "")
            let formula = ReadRun.Piece.object(.formula(Self.letters(ofFormula: child)))
            line.runs.append(ReadRun(pieces: marks + [formula], format: look, path: path))
            marks = []
        case nil where child.name.local == "AlternateContent":
            var inner = line
            alternatives(child) { reader, branch in reader.inline(branch, into: &inner) }
            line = inner
        case "pPr": break
        default: skip(child)
        }
    }

    /// The letters of a formula, whatever stands above, below or under a root.
    private static func letters(ofFormula element: Element) -> String {
        element.elements.map { child in child.name.local == "t" ? child.text : letters(ofFormula: child) }
            .joined()
    }

    private static func isFormula(_ element: Element) -> Bool {
        (element.name.local == "oMath" || element.name.local == "oMathPara")
            && WordNames.mathNamespaces.contains(element.name.namespace)
    }

    /// Remembers where a comment begins; its end is where it is referred to.
    mutating func noteCommentStart(_ element: Element) {
        if let id = element.wordAttribute("id") { marks.append(.commentStart(id)) }
    }

    private mutating func simpleField(_ element: Element, into line: inout InlineText) {
        let field = OpenField(instruction: element.wordAttribute("instr") ?? "", showsResult: true)
        let first = line.runs.count
        note(field)
        fields.append(field)
        inline(element, into: &line)
        fields.removeLast()
        guard let piece = Self.piece(for: field.name) else {
            line.fields.append(field.name)
            return
        }
        // The result is shown as the number it stands for, in its own look.
        let result = element.children.firstIndex { $0.isWord("r") }
        var look: Element?
        var place = path
        if let result, case .element(let run) = element.children[result] {
            look = run.word("rPr")
            place.append(result)
        }
        let format = EffectiveCharacters(characters(look, paragraph: line.style), of: "0")
        let starts = line.runs[first...].flatMap(\.pieces).filter { piece in
            if case .commentStart = piece { true } else { false }
        }
        line.runs.removeSubrange(first...)
        line.runs.append(ReadRun(pieces: starts + [piece], format: format, path: place))
    }

    /// What a field does besides showing text; a handful of one kind says all.
    private mutating func note(_ field: OpenField) {
        guard activeContent.count < 100, let active = ActiveContent(field: field.instruction) else { return }
        activeContent.append(active)
    }

    private mutating func noteResult() { for index in fields.indices { fields[index].hasResult = true } }

    /// The letters that stand on the line, below the small ones.
    static func base(ofRuby element: Element) -> String { letters(ofRuby: element, in: "rubyBase") }

    private static func letters(ofRuby element: Element, in part: String) -> String {
        element.elements.filter { $0.isWord(part) }.flatMap { $0.elements }.filter { $0.isWord("r") }.flatMap
        { $0.elements.filter { $0.isWord("t") } }.map(\.text).joined()
    }

    static func piece(for field: String) -> ReadRun.Piece? {
        switch field {
        case "PAGE": .pageNumber
        case "NUMPAGES", "SECTIONPAGES": .pageCount
        default: nil
        }
    }

    private mutating func run(_ element: Element, into line: inout InlineText) {
        var pieces: [ReadRun.Piece] = []
        var text = ""
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            let piece: ReadRun.Piece?
            switch child.word {
            case "t":
                if showsText {
                    text += child.text
                    noteResult()
                }
                continue
            case "rPr": continue
            case "ruby":
                if showsText { text += Self.base(ofRuby: child) }
                piece = .object(.ruby(Self.letters(ofRuby: child, in: "rt")))
                skip(child)
            case "fldChar":
                let ended = child.wordAttribute("fldCharType") == "end" ? fields.last : nil
                piece = fieldCharacter(child)
                if let ended, Self.piece(for: ended.name) == nil, !ended.showsNothing {
                    line.fields.append(ended.name)
                }
            case "instrText":
                if !fields.isEmpty { fields[fields.count - 1].instruction += child.text }
                continue
            case "drawing", "pict", "object":
                path.append(index)
                shapes(child, pieces: &pieces, text: &text, into: &line)
                path.removeLast()
                continue
            case nil where child.name.local == "AlternateContent":
                path.append(index)
                var inner = line
                alternatives(child) { reader, branch in
                    for (place, node) in branch.children.enumerated() {
                        guard case .element(let drawing) = node else { continue }
                        reader.path.append(place)
                        reader.shapes(drawing, pieces: &pieces, text: &text, into: &inner)
                        reader.path.removeLast()
                    }
                }
                line = inner
                if showsText { text += Self.letters(in: child) }
                path.removeLast()
                continue
            default:
                piece = Self.piece(of: child)
                if piece == nil { skip(child) }
            }
            guard let piece, showsText || piece == .pageNumber || piece == .pageCount else { continue }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            pieces.append(piece)
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        guard !pieces.isEmpty else { return }
        var whole = text
        if pieces.count > 1 {
            whole = ""
            for case .text(let words) in pieces { whole += words }
        }
        let layer = characters(element.word("rPr"), paragraph: line.style)
        line.runs.append(
            ReadRun(
                pieces: marks + pieces, format: EffectiveCharacters(layer, of: whole), path: path,
                link: line.link, symbolFont: Self.symbolFont(in: element)))
        marks = []
    }

    /// What an element stands for that holds nothing else.
    private static func piece(of element: Element) -> ReadRun.Piece? {
        switch element.word {
        case "noBreakHyphen": return .text("\u{2011}")
        // Not only a place to part a word: LibreOffice writes ư of ABC so, which has this code.
        case "softHyphen": return .text("\u{AD}")
        case "tab", "ptab": return .tab
        case "cr": return .lineBreak
        case "br":
            switch element.wordAttribute("type") {
            case "page"?: return .pageBreak
            case "column"?: return .columnBreak
            default: return .lineBreak
            }
        case "sym": return .text(symbol(element))
        case "pgNum": return .pageNumber
        case "footnoteReference": return .note(reference(.footnote, element))
        case "endnoteReference": return .note(reference(.endnote, element))
        case "commentReference": return .comment(element.wordAttribute("id") ?? "")
        default: return nil
        }
    }

    private static func reference(_ kind: NoteKind, _ element: Element) -> ReadNote.Reference {
        let follows = element.wordAttribute("customMarkFollows").map { !["0", "false", "off"].contains($0) }
        return ReadNote.Reference(
            kind: kind, id: element.wordAttribute("id") ?? "", mark: follows == true ? .nextText : .number)
    }

    /// A field's instruction is never shown; the result of a page number is shown as such.
    private var showsText: Bool { fields.allSatisfy { $0.showsResult && Self.piece(for: $0.name) == nil } }

    private mutating func fieldCharacter(_ element: Element) -> ReadRun.Piece? {
        switch element.wordAttribute("fldCharType") {
        case "begin"?:
            if fields.count < 1000 { fields.append(OpenField(beginning: element)) }
            return nil
        case "separate"?:
            if !fields.isEmpty { fields[fields.count - 1].showsResult = true }
            return nil
        case "end"?:
            guard let field = fields.popLast() else { return nil }
            note(field)
            if field.showsNothing {
                let words = field.instruction.split { $0.isWhitespace }
                return .object(.field(words.joined(separator: " ")))
            }
            return Self.piece(for: field.name) ?? field.shownChoice.map(ReadRun.Piece.text)
        default: return nil
        }
    }

    /// The font of the first symbol of a run that no other font has.
    private static func symbolFont(in run: Element) -> String? {
        for case .element(let child) in run.children where child.isWord("sym") {
            let font = child.wordAttribute("font") ?? ""
            if LegacyFont(named: font) == nil, SymbolFont.isPrivate(symbol(child)) { return font }
        }
        return nil
    }

    static func symbol(_ element: Element) -> String {
        guard let code = element.wordAttribute("char").flatMap({ UInt32($0, radix: 16) }),
            let scalar = UnicodeScalar(code)
        else { return "" }
        let font = element.wordAttribute("font") ?? ""
        // In a font of letters a symbol is a letter.
        if LegacyFont(named: font) != nil { return String(Character(scalar)) }
        return String(SymbolFont.sign(code, in: font) ?? Character(scalar))
    }

    private mutating func shapes(
        _ element: Element, pieces: inout [ReadRun.Piece], text: inout String, into line: inout InlineText
    ) {
        let found =
            element.isWord("drawing")
            ? drawingShapes(element) : element.word == nil ? [] : vectorShapes(element)
        if element.word == nil { skip(element) }
        guard !found.isEmpty else { return }
        if !text.isEmpty { pieces.append(.text(text)) }
        text = ""
        for shape in found {
            pieces.append(.shape(line.shapes.count))
            line.shapes.append(shape)
        }
    }
}
