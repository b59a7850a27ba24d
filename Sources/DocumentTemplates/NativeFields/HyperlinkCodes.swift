internal import OfficePackage
internal import XMLTree

/// Puts the codes of Word's HYPERLINK fields together, since a tag may be cut over their pieces: each into the first of them.
struct HyperlinkCodes {
    /// Fields whose code is not over, with the numbers of the pieces of their codes.
    private var open: [(pieces: [Int], code: String)] = []
    private var count = 0
    /// The text that pieces get, by their number.
    private var texts: [Int: String] = [:]

    /// The part with such codes whole; the element itself where there are none.
    mutating func joined(_ root: Element) -> Element {
        scan(root)
        guard !texts.isEmpty else { return root }
        count = 0
        return rewritten(root)
    }

    private mutating func scan(_ element: Element) {
        for child in element.elements {
            if child.isWord("fldChar") {
                switch child.wordAttribute("fldCharType") {
                case "begin": open.append(([], ""))
                case "separate": settle()
                case "end":
                    settle()
                    _ = open.popLast()
                default: break
                }
            } else if child.isWord("instrText") {
                if !open.isEmpty {
                    open[open.count - 1].pieces.append(count)
                    open[open.count - 1].code += child.text
                }
                count += 1
            } else {
                scan(child)
            }
        }
    }

    private mutating func settle() {
        guard let field = open.last else { return }
        open[open.count - 1].pieces = []
        guard field.pieces.count > 1, field.code.isHyperlinkCode else { return }
        for piece in field.pieces { texts[piece] = "" }
        texts[field.pieces[0]] = field.code
    }

    private mutating func rewritten(_ element: Element) -> Element {
        var copy = element
        copy.children = element.children.map { child in
            guard case .element(var inner) = child else { return child }
            guard inner.isWord("instrText") else { return .element(rewritten(inner)) }
            if let text = texts[count] { inner.children = text.isEmpty ? [] : [.text(text)] }
            count += 1
            return .element(inner)
        }
        return copy
    }
}
