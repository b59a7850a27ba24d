internal import XMLTree

/// How the numbers of a list are written, where the text says so.
enum RichNumbering: CaseIterable, Hashable, Sendable {
    case decimal
    case lowerLetter
    case upperLetter
    case lowerRoman
    case upperRoman

    /// As `w:numFmt`.
    var word: String {
        switch self {
        case .decimal: "decimal"
        case .lowerLetter: "lowerLetter"
        case .upperLetter: "upperLetter"
        case .lowerRoman: "lowerRoman"
        case .upperRoman: "upperRoman"
        }
    }

    /// As `style:num-format`.
    var openDocument: String {
        switch self {
        case .decimal: "1"
        case .lowerLetter: "a"
        case .upperLetter: "A"
        case .lowerRoman: "i"
        case .upperRoman: "I"
        }
    }
}

/// A list of HTML: `start`, `value`, `type` and `list-style-type` are kept, or are a fault where no list is marked so.
struct HTMLList {
    /// What stands before each item.
    private enum Mark: Hashable {
        case bullet
        /// Nil is the template's way.
        case number(RichNumbering?)
    }

    private var mark: Mark
    private var start: Int?
    private var items: [[RichBlock]] = []
    private(set) var blocks: [RichBlock] = []

    init(_ list: Element) throws(RichTextFault) {
        let isNumbered = list.name.local.lowercased() == "ol"
        if isNumbered, list.attribute("reversed") != nil { throw .listMark("reversed") }
        mark = try Self.mark(of: list, isNumbered: isNumbered) ?? (isNumbered ? .number(nil) : .bullet)
        if let start = list.attribute("start").flatMap({ Int($0) }) { self.start = try Self.number(start) }
    }

    /// Adds one item, which may have a number of its own.
    mutating func add(_ item: Element?, _ blocks: [RichBlock]) throws(RichTextFault) {
        if let item, let named = try Self.mark(of: item, isNumbered: mark != .bullet) {
            if items.isEmpty, self.blocks.isEmpty { mark = named }
            guard mark == named else { throw .listMark("li") }
        }
        if let item, mark != .bullet, let value = item.attribute("value").flatMap({ Int($0) }) {
            end()
            start = try Self.number(value)
        }
        items.append(blocks)
    }

    /// Adds what stands in a list without being an item to the item before it.
    mutating func addToLast(_ blocks: [RichBlock]) throws(RichTextFault) {
        if items.isEmpty { try add(nil, blocks) } else { items[items.count - 1] += blocks }
    }

    /// Ends the list, of which a new one goes on with another number.
    mutating func end() {
        guard !items.isEmpty else { return }
        switch mark {
        case .bullet: blocks.append(.list(start: nil, items: items))
        case .number(let format): blocks.append(.list(start: start ?? 1, format: format, items: items))
        }
        items = []
    }

    private static func number(_ number: Int) throws(RichTextFault) -> Int {
        guard (0...1_000_000).contains(number) else { throw .listMark(String(number)) }
        return number
    }

    /// Nil where the element says nothing.
    private static func mark(of element: Element, isNumbered: Bool) throws(RichTextFault) -> Mark? {
        let types = element.styleDeclarations.filter {
            ["list-style", "list-style-type"].contains($0.property)
        }
        if let type = types.last?.value {
            for word in type.split(separator: " ") { if let mark = marks[String(word)] { return mark } }
            // A sign or a picture of its own is a bullet like any other.
            guard !isNumbered, ["none", "url(", "'", "\""].contains(where: type.contains) else {
                if ["inherit", "initial", "inside", "outside"].contains(type) { return nil }
                throw .listMark(type)
            }
            return .bullet
        }
        guard let type = element.attribute("type") else { return nil }
        switch type {
        case "1": return .number(.decimal)
        case "a": return .number(.lowerLetter)
        case "A": return .number(.upperLetter)
        case "i": return .number(.lowerRoman)
        case "I": return .number(.upperRoman)
        default: return marks[type.lowercased()]
        }
    }

    private static let marks: [String: Mark] = [
        "disc": .bullet, "circle": .bullet, "square": .bullet, "decimal": .number(.decimal),
        "lower-alpha": .number(.lowerLetter), "lower-latin": .number(.lowerLetter),
        "upper-alpha": .number(.upperLetter), "upper-latin": .number(.upperLetter),
        "lower-roman": .number(.lowerRoman), "upper-roman": .number(.upperRoman),
    ]
}
