internal import OfficePackage
internal import XMLTree

/// Finds the letters of an OpenDocument paragraph's element, as the reader reads them.
struct OpenDocumentLetters {
    private(set) var map = LetterMap()
    private var path: [Int] = []
    private var swallowsBlanks = true

    init(_ paragraph: Element) { inline(paragraph) }

    private mutating func inline(_ element: Element) {
        for (index, node) in element.children.enumerated() {
            path.append(index)
            switch node {
            case .text(let words): text(words)
            case .element(let child): inlineChild(child)
            case .comment, .instruction: break
            }
            path.removeLast()
        }
    }

    private mutating func text(_ words: String) {
        let node = map.add(LetterMap.Node(path: path, kind: .text))
        for (offset, scalar) in words.unicodeScalars.enumerated() {
            switch scalar {
            case " ", "\t", "\n", "\r":
                if swallowsBlanks {
                    map.widenLast(in: node)
                } else {
                    map.add(" ", node: node, offset: offset)
                }
                swallowsBlanks = true
            default:
                map.add(scalar, node: node, offset: offset)
                swallowsBlanks = false
            }
        }
    }

    private mutating func inlineChild(_ child: Element) {
        switch child.name.namespace {
        case OpenDocumentNames.text: break
        case OpenDocumentNames.draw:
            swallowsBlanks = false
            return
        default:
            if child.is("annotation", in: OpenDocumentNames.office) { swallowsBlanks = false }
            return
        }
        switch child.name.local {
        case "s":
            let count = min(max(child.text("c").flatMap { Int($0) } ?? 1, 0), 10_000)
            let node = map.add(LetterMap.Node(path: path, kind: .blanks))
            for offset in 0..<count { map.add(" ", node: node, offset: offset) }
            swallowsBlanks = false
        case "tab": solid("\t")
        case "line-break": solid("\n")
        case "page-number", "page-count", "note": swallowsBlanks = false
        case "soft-page-break", "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "change",
            "change-start", "change-end", "ruby-text":
            break
        default: inline(child)
        }
    }

    private mutating func solid(_ scalar: Unicode.Scalar) {
        let node = map.add(LetterMap.Node(path: path, kind: .solid))
        map.add(scalar, node: node, offset: 0)
        swallowsBlanks = false
    }
}
