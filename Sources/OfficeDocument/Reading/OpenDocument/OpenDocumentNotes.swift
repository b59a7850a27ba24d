internal import OfficePackage
internal import XMLTree

extension OpenDocumentReader {
    /// A note stands in the text; the style of its kind says how its number looks there.
    mutating func note(_ element: Element, into line: inout OpenDocumentInline) {
        let kind: NoteKind = element.text("note-class") == "endnote" ? .endnote : .footnote
        let id = element.text("id") ?? String(notes.count + 1)
        var reference = ReadNote.Reference(kind: kind, id: id)
        if let label = element.child("note-citation", in: OpenDocumentNames.text)?.text("label") {
            reference.mark = .own(label)
        }
        if let style = styles.notes[kind]?.text("citation-body-style-name") {
            styled(style, &line) { _, line in line.add(.note(reference)) }
        } else {
            // Writer raises it where no style is named.
            line.finish()
            line.looks.append(line.looks.last ?? CharacterFormat())
            line.looks[line.looks.count - 1].position = .raised
            line.add(.note(reference))
            line.finish()
            line.looks.removeLast()
        }
        var content: [ReadBlock] = []
        for (index, node) in element.children.enumerated() {
            guard case .element(let body) = node, body.name.local == "note-body" else { continue }
            path.append(index)
            content = blocks(of: body)
            path.removeLast()
        }
        notes.append(ReadNote(id: id, kind: kind, blocks: content))
    }
}

extension NoteNumbering {
    /// What the configuration of a kind of notes says.
    init(_ kind: NoteKind, openDocument element: Element?) {
        self = kind.usualNumbering
        guard let element else { return }
        if let sample = element.style("num-format") { format = NumberingFormat(openDocument: sample) }
        if let offset = element.text("start-value").flatMap({ Int($0) }), (0..<100_000).contains(offset) {
            start = offset + 1
        }
        switch element.text("start-numbering-at") {
        case "page"?: restart = .eachPage
        case "chapter"?: restart = .eachPart
        default: break
        }
    }
}
