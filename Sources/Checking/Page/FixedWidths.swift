internal import Diagnostics
internal import OfficeDocument

/// What stands in a section and keeps its width, whatever the margins are.
struct FixedWidths {
    private var things: [Thing] = []

    /// Borders stand out of the text by the padding of their cells on either side, in millimetres.
    fileprivate static let padding = 4.0
    /// Printers leave so much of a sheet free, in millimetres.
    fileprivate static let leastEdge = 6.0

    fileprivate struct Thing {
        let name: Wording
        let width: Double
        let place: Place
    }

    fileprivate enum Place {
        /// From the left of the text.
        case indented(Double)
        case centred
        case atRight
        /// Set beside the text, so far from its left.
        case floating(Double)
    }

    init(in section: ReadSection) {
        add(section.blocks)
        for header in section.headers.values { add(header.blocks) }
        for footer in section.footers.values { add(footer.blocks) }
    }

    /// What other margins would push out of the text, or off the sheet; the widest where there are several.
    func obstacle(toMargins new: PageSetup, from old: PageSetup) -> Wording? {
        widest { $0.isPushed(from: $0.beyondText(old), to: $0.beyondText(new)) }
    }

    /// What would leave another sheet.
    func obstacle(toSheet new: PageSetup, from old: PageSetup) -> Wording? {
        widest { $0.isPushed(from: $0.beyondSheet(old), to: $0.beyondSheet(new)) }
    }

    private func widest(_ isPushed: (Thing) -> Bool) -> Wording? {
        things.filter(isPushed).max { $0.width < $1.width }?.name
    }

    private mutating func add(_ blocks: [ReadBlock]) {
        for block in blocks {
            switch block {
            case .table(let table): add(table)
            case .paragraph(let paragraph): for shape in paragraph.shapes { add(shape, in: paragraph) }
            }
        }
    }

    private mutating func add(_ table: ReadTable) {
        guard !table.followsText, let width = table.width, width > 0 else { return }
        let place: Place =
            switch table.alignment {
            case .centre: .centred
            case .right: .atRight
            case .left, .justified, nil: .indented(table.leftIndent?.millimetres ?? 0)
            }
        things.append(Thing(name: Self.name("bảng", en: "a table", width), width: width, place: place))
    }

    private mutating func add(_ shape: ReadShape, in paragraph: ReadParagraph) {
        guard let width = shape.width?.millimetres, width > 0 else { return }
        let name =
            switch shape.kind {
            case .picture: Self.name("hình", en: "a picture", width)
            case .textBox: Self.name("khung chữ", en: "a text box", width)
            case .line, .figure: Self.name("hình vẽ", en: "a drawing", width)
            }
        guard let axis = shape.position?.horizontal else {
            let place: Place =
                switch paragraph.format.alignment {
                case .centre: .centred
                case .right: .atRight
                case .left, .justified, nil: .indented(paragraph.format.leftIndent?.millimetres ?? 0)
                }
            things.append(Thing(name: name, width: width, place: place))
            return
        }
        // What is placed by the sheet stays where it is.
        guard Self.ofText.contains(axis.reference ?? "") else { return }
        switch axis.alignment {
        case "center": things.append(Thing(name: name, width: width, place: .centred))
        case "right", "outside": things.append(Thing(name: name, width: width, place: .atRight))
        default:
            let offset = axis.offset?.millimetres ?? 0
            things.append(Thing(name: name, width: width, place: .floating(offset)))
        }
    }

    /// What offsets are measured from that moves with the text, as the formats name it.
    private static let ofText: Set<String> = [
        "", "column", "margin", "character", "text", "char", "paragraph", "paragraph-content", "page-content",
    ]

    private static func name(_ vietnamese: String, en english: String, _ width: Double) -> Wording {
        let width = measure(width, "mm")
        return Wording("\(vietnamese) rộng \(width.vietnamese)", en: "\(english) \(width.english) wide")
    }
}

extension FixedWidths.Thing {
    /// Whether it stands further out than it did, and than it may.
    func isPushed(from before: Double?, to after: Double?) -> Bool {
        guard let before, let after else { return false }
        return after > max(before, 0) + 0.05
    }

    /// How far it stands further out of the text than borders do, or beyond the sheet's edge where it is set beside the text, in millimetres.
    func beyondText(_ page: PageSetup) -> Double? {
        guard let text = page.textWidth?.millimetres else { return nil }
        return switch place {
        case .indented(let indent): indent + width - text - FixedWidths.padding
        case .centred: (width - text) / 2 - FixedWidths.padding
        case .atRight: width - text - FixedWidths.padding
        case .floating: beyondSheet(page)
        }
    }

    /// How far it reaches into the edge of the sheet that printers leave free, in millimetres.
    func beyondSheet(_ page: PageSetup) -> Double? {
        guard let text = page.textWidth?.millimetres, let sheet = page.width?.millimetres,
            let left = page.left?.millimetres
        else { return nil }
        let edge = sheet - FixedWidths.leastEdge
        return switch place {
        case .indented(let offset), .floating(let offset): left + offset + width - edge
        case .centred: left + (text + width) / 2 - edge
        case .atRight: width - text - left + FixedWidths.leastEdge
        }
    }
}

extension ReadTable {
    /// In millimetres; nil where the file leaves it to the word processor.
    fileprivate var width: Double? {
        let widths = columns.compactMap { $0?.millimetres }
        guard widths.isEmpty else { return widths.reduce(0, +) }
        return rows.map { row in row.cells.reduce(0) { $0 + ($1.width?.millimetres ?? 0) } }.max()
    }
}
