internal import OfficePackage
internal import XMLTree

/// The footnotes, endnotes or comments of a merged Word document: those of the first one, and behind them those of the others.
struct WordNotes {
    /// Comments first: notes may refer to them.
    static let kinds = ["comments", "footnotes", "endnotes"]

    let part: String
    private let base: Element
    private var added: [Node] = []
    private var next: Int

    init(_ base: Element, part: String) {
        self.base = base
        self.part = part
        next = 1 + (base.elements.compactMap { $0.value("id").flatMap { Int($0) } }.max() ?? 0)
    }

    /// Takes over the notes of a further document; what their numbers are now.
    mutating func adopt(_ tree: Element, _ names: WordRenaming) -> [String: String] {
        var numbers: [String: String] = [:]
        // Those with a type are the lines between text and notes, which all documents have.
        for note in tree.elements where note.value("type") == nil {
            guard let number = note.value("id") else { continue }
            var copy = note
            copy.set(note.sibling("id"), to: String(next))
            copy.changeAll { element in
                names.renumberComment(&element)
                // What other parts say of a comment by the number of its paragraph, they say of the first document's.
                if note.name.local == "comment" {
                    element.attributes.removeAll {
                        $0.name.namespace == WordNames.paragraphs
                            && ["paraId", "textId"].contains($0.name.local)
                    }
                }
            }
            added.append(.element(copy))
            numbers[number] = String(next)
            next += 1
        }
        return numbers
    }

    var whole: Element {
        var tree = base
        tree.children += added
        return tree
    }
}
