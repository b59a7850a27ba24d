internal import OfficePackage
internal import XMLTree

/// Blanks in OpenDocument: beside another one a blank counts for nothing unless it is an element of its own.
extension OpenDocumentParagraphEditor {
    /// What a text becomes by a change of letters; new blanks that others stand beside, or that may, are elements.
    func nodes(of words: String, after change: LetterReplacement.NodeChange) -> [Node] {
        let scalars = Array(words.unicodeScalars)
        let removed = change.removed.reduce(into: Set<Int>()) { $0.formUnion($1) }
        // From the first to the last, each letter with whether it is new.
        var letters: [(scalar: Unicode.Scalar, isNew: Bool)] = []
        var inserted = change.inserted
        for index in 0...scalars.count {
            while let next = inserted.last, next.offset == index {
                letters += next.text.unicodeScalars.map { ($0, true) }
                inserted.removeLast()
            }
            if index < scalars.count, !removed.contains(index) { letters.append((scalars[index], false)) }
        }
        var nodes: [Node] = []
        var text = String.UnicodeScalarView()
        func close() {
            if !text.isEmpty { nodes.append(.text(String(text))) }
            text = String.UnicodeScalarView()
        }
        for (index, letter) in letters.enumerated() {
            let isBesideBlank =
                index == 0 || index + 1 == letters.count || letters[index - 1].scalar == " "
                || letters[index + 1].scalar == " "
            if letter.isNew, letter.scalar == DocumentEdit.lineBreak {
                close()
                nodes.append(.element(Element(writer.text("line-break"))))
            } else if letter.isNew, letter.scalar == " ", isBesideBlank {
                close()
                nodes.append(blank)
            } else {
                text.append(letter.scalar)
            }
        }
        close()
        return nodes
    }

    var blank: Node { .element(Element(writer.text("s"))) }
}
