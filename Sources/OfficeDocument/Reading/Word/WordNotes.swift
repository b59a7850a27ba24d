internal import OfficePackage
internal import XMLTree

extension WordReader {
    /// The notes of a part in its order.
    mutating func notes(_ kind: NoteKind, in part: String?) -> [ReadNote] {
        guard let part else { return [] }
        return inPart(part) { reader, root in
            reader.children(of: root) { reader, child in
                guard child.isWord(kind.rawValue) else { return nil }
                let blocks = reader.blocks(of: child)
                // The lines between text and notes are kept as notes too.
                if let type = child.wordAttribute("type"), type != "normal" { return nil }
                return ReadNote(id: child.wordAttribute("id") ?? "", kind: kind, blocks: blocks)
            }
        } ?? []
    }
}

extension NoteNumbering {
    /// What the settings say, and the section over them.
    init(_ kind: NoteKind, said properties: [Element]) {
        self = kind.usualNumbering
        for element in properties {
            if let name = element.word("numFmt")?.value { format = NumberingFormat(word: name) }
            if let number = element.word("numStart")?.value.flatMap({ Int($0) }) { start = number }
            switch element.word("numRestart")?.value {
            case "eachPage"?: restart = .eachPage
            case "eachSect"?: restart = .eachPart
            case "continuous"?: restart = .never
            default: break
            }
        }
    }
}
