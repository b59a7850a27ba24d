internal import OfficePackage
internal import XMLTree

/// Notes as WordprocessingML: a mark in the text, and an element of the part of their kind.
extension Note {
    private static let w = WordNames.vocabulary

    /// Word's own lines between text and notes have the numbers before 1.
    func reference(number: Int) -> [Element] {
        var attributes = [Vocabulary.Attribute("w:id", String(number))]
        if mark != nil { attributes.insert(.init("w:customMarkFollows", "1"), at: 0) }
        return [Self.w("w:\(kind.rawValue)Reference", attributes)]
            + (mark.map { [Self.w("w:t", [], text: $0)] } ?? [])
    }

    /// Its text begins with its number, or mark, which looks as it does where it is referred to.
    func element(number: Int, referredToIn run: Run, _ body: inout WordBody) -> Element {
        let w = Self.w
        var elements = blocks.map { body.element($0) }
        if !elements.isEmpty, elements[0].isWord("p") {
            let look = Run([], format: run.format)
            let front = body.element(look, [mark.map(body.text) ?? w("w:\(kind.rawValue)Ref")])
            let tab = hangs ? [body.element(Run([]), [w("w:tab")])] : []
            let place = elements[0].children.firstIndex { $0.isWord("pPr") }.map { $0 + 1 } ?? 0
            elements[0].children.insert(contentsOf: ([front] + tab).map(Node.element), at: place)
        }
        if elements.last?.isWord("p") != true { elements.append(body.element(Paragraph())) }
        return w("w:\(kind.rawValue)", [.init("w:id", String(number))], elements)
    }
}

extension NoteKind {
    private static let w = WordNames.vocabulary

    /// The part with these notes, and with the lines that divide them from the text.
    func part(of notes: [Element]) -> Element {
        let w = Self.w
        let lines = Self.lines.map { id, name in
            let properties = w("w:pPr", [], WordFormatting.properties(ParagraphFormat(spaceAfter: .zero)))
            return w(
                "w:\(rawValue)", [.init("w:type", name), .init("w:id", id)],
                [w("w:p", [], [properties, w("w:r", [], [w("w:\(name)")])])])
        }
        return w.root(w("w:\(rawValue)s", [], lines + notes), declaring: ["w", "r"])
    }

    private static let lines = [("-1", "separator"), ("0", "continuationSeparator")]

    /// What the settings say of them.
    func settings(_ numbering: NoteNumbering?) -> Element {
        let w = Self.w
        var children: [Element] = []
        if let numbering {
            children.append(WordFormatting.value("w:numFmt", numbering.format.word))
            if numbering.start != 1 {
                children.append(WordFormatting.value("w:numStart", String(numbering.start)))
            }
            if numbering.restart == .eachPage {
                children.append(WordFormatting.value("w:numRestart", "eachPage"))
            }
        }
        return w(
            "w:\(rawValue)Pr", [],
            children + Self.lines.map { id, _ in w("w:\(rawValue)", [.init("w:id", id)]) })
    }
}
