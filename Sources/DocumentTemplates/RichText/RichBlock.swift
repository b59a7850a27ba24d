internal import XMLTree

/// A block of rich text.
indirect enum RichBlock: Hashable, Sendable {
    case paragraph([RichInline])
    /// A paragraph that is centred or set to the right.
    case aligned(RichTable.Alignment, [RichInline])
    /// `level` is 1 to 6.
    case heading(level: Int, [RichInline])
    /// Each item is a list of blocks; `start` is nil in a list without numbers, `format` where they are written as on its level.
    case list(start: Int?, format: RichNumbering? = nil, items: [[RichBlock]])
    case table(RichTable)
    case quote([RichBlock])
    case code(String)
    case thematicBreak
    /// A paragraph in one of the template's own styles.
    case styled(RichParagraph)
    case picture(RichPicture)
    /// A picture that has been found, as the format writes it.
    case drawing(Element)
}

extension RichBlock {
    /// Whether a table stands in it.
    var holdsTable: Bool {
        switch self {
        case .table: true
        case .list(_, _, let items): items.joined().contains(where: \.holdsTable)
        case .quote(let blocks): blocks.contains(where: \.holdsTable)
        case .paragraph, .aligned, .heading, .code, .thematicBreak, .styled, .picture, .drawing: false
        }
    }

    /// What stands in a list or a quote is set as it is.
    var unaligned: RichBlock { if case .aligned(_, let inlines) = self { .paragraph(inlines) } else { self } }
}

/// A paragraph that names the style it wants.
struct RichParagraph: Hashable, Sendable {
    let inlines: [RichInline]
    /// The names of styles, the most wanted first; where the template has none of them it looks like the paragraph it takes the place of.
    let styles: [String]
    /// Nil for text that is no heading.
    let level: Int?

    /// Whether it is but room, which only a style of its own gives.
    var isRoom: Bool { inlines.isEmpty && level == nil }
}

/// A picture in a paragraph of its own.
struct RichPicture: Hashable, Sendable {
    let name: String
    /// Millimetres.
    let width: Double?
    let height: Double?
    let description: String?
}

/// A table of rich text.
struct RichTable: Hashable, Sendable {
    /// Millimetres, which are scaled to the room there is; nil takes a share of what is left.
    let columns: [Double?]
    /// How many rows stand at the head of each page.
    let headCount: Int
    /// The cells of each row where they begin; what a merged cell covers is not there.
    let rows: [[Cell]]
    /// Whether it stands between paragraphs without an empty one.
    var isTight = false

    struct Cell: Hashable, Sendable {
        var inlines: [RichInline] = []
        var alignment = Alignment.unset
        var isHead = false
        var columnSpan = 1
        var rowSpan = 1
        var styles: [String] = []
    }

    enum Alignment: Hashable, Sendable {
        case unset
        case left
        case center
        case right
    }
}

extension RichTable {
    /// One place of a row: a cell that begins there, or one from a row above that reaches into it.
    enum Slot: Hashable {
        case cell(Cell)
        case covered(columnSpan: Int)
    }

    /// The rows with what reaches into them, each as wide as the table.
    var slots: [[Slot]] { laidOut.slots }

    /// The rows, from 0, with cells for which there is no room.
    var crowdedRows: [Int] { laidOut.crowded }

    private var laidOut: (slots: [[Slot]], crowded: [Int]) {
        let count = max(1, columns.count)
        var reaching = [(rows: Int, span: Int)](repeating: (0, 1), count: count)
        var crowded: [Int] = []
        let slots = rows.enumerated().map { number, cells in
            var slots: [Slot] = []
            var rest = cells[...]
            var column = 0
            while column < count {
                if reaching[column].rows > 0 {
                    reaching[column].rows -= 1
                    slots.append(.covered(columnSpan: reaching[column].span))
                    column += reaching[column].span
                    continue
                }
                var cell = rest.popFirst() ?? Cell()
                var room = 1
                while column + room < count, reaching[column + room].rows == 0 { room += 1 }
                cell.columnSpan = min(max(1, cell.columnSpan), room)
                slots.append(.cell(cell))
                reaching[column] = (max(0, cell.rowSpan - 1), cell.columnSpan)
                column += cell.columnSpan
            }
            if !rest.isEmpty { crowded.append(number) }
            return slots
        }
        return (slots, crowded)
    }

    /// The widths of the columns, which together are as wide as the room; equal where none is given.
    func widths(in room: Double) -> [Double] {
        let given = columns.compactMap { $0 }
        let open = columns.count - given.count
        guard !given.isEmpty else { return columns.map { _ in room / Double(max(1, columns.count)) } }
        let average = given.reduce(0, +) / Double(given.count)
        let share = open == 0 ? 0 : max(average / 2, (room - given.reduce(0, +)) / Double(open))
        let widths = columns.map { $0 ?? share }
        let scale = room / max(1, widths.reduce(0, +))
        return widths.map { $0 * scale }
    }
}

/// A piece of a line of rich text.
indirect enum RichInline: Hashable, Sendable {
    case text(String)
    case emphasis([RichInline])
    case strong([RichInline])
    /// Not bold within bold words, and not slanted within slanted ones.
    case light([RichInline])
    case upright([RichInline])
    case strike([RichInline])
    case underlined([RichInline])
    case raised([RichInline], RichStyle.Height)
    case code(String)
    case link(String, [RichInline])
    case lineBreak
}

/// How a run of rich text looks, and where it leads.
struct RichStyle: Hashable, Sendable {
    var isStrong = false
    var isEmphasised = false
    var isStruck = false
    var isCode = false
    var isUnderlined = false
    var height = Height.line
    var link: String?

    enum Height: Hashable, Sendable {
        case line
        case superscript
        case `subscript`
    }
}

/// One run of rich text: characters of one look, or a line break.
struct RichRun: Hashable, Sendable {
    /// Nil is a line break.
    let text: String?
    let style: RichStyle
}

extension [RichInline] {
    /// The line as runs, each with everything that applies to it.
    func runs(_ style: RichStyle = RichStyle()) -> [RichRun] {
        flatMap { inline -> [RichRun] in
            var inner = style
            switch inline {
            case .text(let words): return [RichRun(text: words, style: style)]
            case .lineBreak: return [RichRun(text: nil, style: style)]
            case .code(let words):
                inner.isCode = true
                return [RichRun(text: words, style: inner)]
            case .emphasis(let inlines):
                inner.isEmphasised = true
                return inlines.runs(inner)
            case .strong(let inlines):
                inner.isStrong = true
                return inlines.runs(inner)
            case .light(let inlines):
                inner.isStrong = false
                return inlines.runs(inner)
            case .upright(let inlines):
                inner.isEmphasised = false
                return inlines.runs(inner)
            case .strike(let inlines):
                inner.isStruck = true
                return inlines.runs(inner)
            case .underlined(let inlines):
                inner.isUnderlined = true
                return inlines.runs(inner)
            case .raised(let inlines, let height):
                inner.height = height
                return inlines.runs(inner)
            case .link(let target, let inlines):
                inner.link = RichLink.target(target)
                return inlines.runs(inner)
            }
        }
    }
}

/// What a link may lead to.
enum RichLink {
    /// The address with everything escaped that a URI may not hold; nil for a place on the page it comes from.
    ///
    /// Addresses that may run a program are refused before.
    static func target(_ address: String) -> String? {
        let scheme = address.prefix { $0 != ":" }
        guard scheme.utf8.count > 1, scheme.utf8.count < address.utf8.count,
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return nil }
        let allowed = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
        var target = ""
        for byte in address.utf8 {
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || allowed.contains(byte)
            if isPlain {
                target.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                target += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return target
    }
}
