internal import OfficePackage
internal import XMLTree

/// Finds the letters of a Word paragraph's element, as the reader reads them.
struct WordLetters {
    private(set) var map = LetterMap()
    /// Every run whose letters are shown or that belongs to a field, by its path.
    private(set) var runs: [[Int]] = []
    private var path: [Int] = []
    private var fields: [WordReader.OpenField] = []

    init(_ paragraph: Element) { inline(paragraph) }

    private mutating func inline(_ element: Element) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.word {
            case "r": run(child)
            case "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "hyperlink":
                inline(child)
            case "fldSimple":
                let instruction = child.wordAttribute("instr") ?? ""
                fields.append(WordReader.OpenField(instruction: instruction, showsResult: true))
                inline(child)
                fields.removeLast()
            case nil where child.name.local == "AlternateContent":
                if let branch = WordReader.branch(of: child),
                    case .element(let chosen) = child.children[branch]
                {
                    path.append(branch)
                    inline(chosen)
                    path.removeLast()
                }
            default: break
            }
            path.removeLast()
        }
    }

    private mutating func run(_ element: Element) {
        runs.append(path)
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            let place = path + [index]
            switch child.word {
            case "t":
                if showsText {
                    text(child.text, place)
                    for index in fields.indices { fields[index].hasResult = true }
                }
            case "ruby": solid(WordReader.base(ofRuby: child), place, .shown)
            case "noBreakHyphen": solid("\u{2011}", place)
            case "softHyphen": solid("\u{AD}", place)
            case "sym": solid(WordReader.symbol(child), place)
            case "tab", "ptab": solid("\t", place)
            case "cr": solid("\n", place)
            case "br":
                let type = child.wordAttribute("type")
                if type != "page", type != "column" { solid("\n", place) }
            case "fldChar": if let choice = fieldCharacter(child) { solid(choice, place, .shown) }
            case nil where child.name.local == "AlternateContent": solid(WordReader.letters(in: child), place)
            case "instrText": if !fields.isEmpty { fields[fields.count - 1].instruction += child.text }
            default: break
            }
        }
    }

    private mutating func text(_ words: String, _ place: [Int]) {
        guard !words.isEmpty else { return }
        let node = map.add(LetterMap.Node(path: place, kind: .text))
        for (offset, scalar) in words.unicodeScalars.enumerated() {
            map.add(scalar, node: node, offset: offset)
        }
    }

    private mutating func solid(_ words: String, _ place: [Int], _ kind: LetterMap.Node.Kind = .solid) {
        guard showsText, !words.isEmpty else { return }
        let node = map.add(LetterMap.Node(path: place, kind: kind))
        for (offset, scalar) in words.unicodeScalars.enumerated() {
            map.add(scalar, node: node, offset: offset)
        }
    }

    private var showsText: Bool {
        fields.allSatisfy { $0.showsResult && WordReader.piece(for: $0.name) == nil }
    }

    /// What a field that ends shows without keeping it as text.
    private mutating func fieldCharacter(_ element: Element) -> String? {
        switch element.wordAttribute("fldCharType") {
        case "begin"?: if fields.count < 1000 { fields.append(WordReader.OpenField(beginning: element)) }
        case "separate"?: if !fields.isEmpty { fields[fields.count - 1].showsResult = true }
        case "end"?: return fields.popLast()?.shownChoice
        default: break
        }
        return nil
    }
}
