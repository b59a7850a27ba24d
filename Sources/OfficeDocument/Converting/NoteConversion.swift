internal import OfficePackage

/// Footnotes and endnotes.
extension Conversion {
    /// The note in its place; nil where there is none, or none may be.
    ///
    /// `mark` stands in the text in place of a number.
    mutating func note(_ reference: ReadNote.Reference, mark: String?, in paragraph: ReadParagraph) -> Note? {
        let key = ReadNote.Reference(kind: reference.kind, id: reference.id)
        guard let read = notes[key] else {
            losses.add(.note, at: paragraph.place, paragraph.text)
            return nil
        }
        guard story == .body else { return nil }
        placedNotes.insert(key)
        let outer = (nextBeginsPage, width)
        (story, nextBeginsPage) = (.note, false)
        defer { (story, (nextBeginsPage, width)) = (.body, outer) }
        var note = Note(read.kind, mark: mark, blocks: blocks(read.blocks))
        if case .paragraph(let first)? = read.blocks.first {
            note.hangs = (first.format.firstLineIndent ?? .zero) < .zero
        }
        if case .paragraph(var first)? = note.blocks.first {
            if self.read.format == .docx { first.dropFront(of: note) }
            note.blocks[0] = .paragraph(first)
        } else {
            note.blocks.insert(.paragraph(Paragraph(style: styles.root)), at: 0)
        }
        return note
    }

    /// How the notes that there are get counted.
    mutating func noteNumbering() -> [NoteKind: NoteNumbering] {
        var result: [NoteKind: NoteNumbering] = [:]
        for (kind, said) in read.noteNumbering where placedNotes.contains(where: { $0.kind == kind }) {
            var numbering = said
            if numbering.format.openDocument?.isEmpty ?? true {
                numbering.format = kind.usualNumbering.format
            }
            if numbering.restart == .eachPart { numbering.restart = .never }
            if numbering != said { losses.add(.noteNumbering, at: nil) }
            result[kind] = numbering
        }
        return result
    }
}

extension ReadNote {
    /// What stands for it, whatever its mark.
    var reference: Reference { Reference(kind: kind, id: id) }
}

extension Paragraph {
    /// Takes away what Word keeps before the words of a note: its mark as text, and the tab to the indent.
    fileprivate mutating func dropFront(of note: Note) {
        if let mark = note.mark, !mark.isEmpty, case .text(let words)? = runs.first?.pieces.first,
            words.hasPrefix(mark)
        {
            runs[0].pieces[0] = .text(String(words.dropFirst(mark.count)))
            if words == mark { dropFirstPiece() }
        }
        if note.hangs, runs.first?.pieces.first == .tab { dropFirstPiece() }
    }

    private mutating func dropFirstPiece() {
        runs[0].pieces.removeFirst()
        if runs[0].pieces.isEmpty { runs.removeFirst() }
    }
}
