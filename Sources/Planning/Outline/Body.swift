internal import Diagnostics
internal import FoundationEssentials
internal import Values

/// The body of a document, with everything computed and nothing numbered yet.
indirect enum BodyPart: Hashable, Sendable {
    case section(BodySection)
    case paragraph(String)
    /// Without its mark.
    case dash(String)
    /// The name of a table, above it.
    case caption(String)
    /// What a table's figures count in, above it at the right.
    case unit(String)
    case table(BodyTable)
    case picture(file: String, width: Int?, description: String?)
}

/// A heading with what stands under it.
struct BodySection: Hashable, Sendable {
    var heading: String
    var numbering = OutlineSection.Numbering.continued
    var ownNumber: String?
    var runIn: String?
    /// Whether the heading says something by itself, as a point does.
    var isText = false
    var parts: [BodyPart] = []

    /// Whether there is nothing to print but a heading.
    var isEmpty: Bool { !isText && runIn == nil && parts.isEmpty }
}

/// A table with its cells as texts.
struct BodyTable: Hashable, Sendable {
    struct Column: Hashable, Sendable {
        let width: Double?
        let style: CellStyle
    }

    enum CellStyle: String, Hashable, Sendable {
        case text = "Ô chữ"
        case centred = "Ô giữa"
        case number = "Ô số"

        var bold: String {
            switch self {
            case .text: "Ô chữ đậm"
            case .centred: "Ô giữa đậm"
            case .number: "Ô số đậm"
            }
        }

        fileprivate var alignment: String {
            switch self {
            case .text: "trai"
            case .centred: "giua"
            case .number: "phai"
            }
        }
    }

    struct Cell: Hashable, Sendable {
        var text: String
        var columnSpan = 1
        var rowSpan = 1
    }

    enum Row: Hashable, Sendable {
        case head([Cell])
        case cells([Cell])
        case bold([Cell])
    }

    let columns: [Column]
    var rows: [Row]
}

extension BodyTable {
    /// As the engine's rich text has it.
    var value: Value {
        let heads = rows.prefix { if case .head = $0 { true } else { false } }.count
        /// How many more rows the cells above reach into, column by column.
        var reach = [Int](repeating: 0, count: columns.count)
        return [
            "bang": [
                "cot": .list(
                    columns.indices.map { index in width(of: index).map { .number(Decimal($0)) } ?? .null }),
                "dau": .number(Decimal(heads)), "dong": .list(rows.map { value($0, &reach) }),
            ]
        ]
    }

    /// A column of figures is as wide as its longest, for a figure is never broken: its bold digits take 2.2 mm each, and the cell's edges 4 mm.
    ///
    /// Words in such a column (“Không sử dụng kinh phí”) go on to the next line.
    private func width(of index: Int) -> Double? {
        guard let width = columns[index].width, columns[index].style == .number else {
            return columns[index].width
        }
        let longest =
            rows.map { row in
                switch row {
                case .head: 0
                // From the right, as a label may reach over the columns before the sums.
                case .cells(let cells), .bold(let cells):
                    cells.dropLast(columns.count - index - 1).last.map {
                        $0.columnSpan == 1 ? $0.text.split(separator: " ").map(\.count).max() ?? 0 : 0
                    } ?? 0
                }
            }.max() ?? 0
        return max(width, (Double(longest) * 2.2 + 4).rounded(.up))
    }

    private func value(_ row: Row, _ reach: inout [Int]) -> Value {
        let (cells, style): ([Cell], (CellStyle) -> String) =
            switch row {
            case .head(let cells): (cells, { _ in "Ô tiêu đề" })
            case .cells(let cells): (cells, { $0.rawValue })
            case .bold(let cells): (cells, { $0.bold })
            }
        var column = 0
        var values: [Value] = []
        var below = reach.map { max(0, $0 - 1) }
        for cell in cells {
            while reach.indices.contains(column), reach[column] > 0 { column += 1 }
            for taken in column..<min(column + cell.columnSpan, columns.count) {
                below[taken] = cell.rowSpan - 1
            }
            let own = columns.indices.contains(column) ? columns[column].style : .text
            var fields: [(String, Value)] = [("chu", .text(cell.text)), ("kieu", .text(style(own)))]
            if case .head = row {} else { fields.append(("can", .text(own.alignment))) }
            if cell.columnSpan > 1 { fields.append(("cot", .number(Decimal(cell.columnSpan)))) }
            if cell.rowSpan > 1 { fields.append(("dong", .number(Decimal(cell.rowSpan)))) }
            values.append(.record(Record(fields)))
            column += cell.columnSpan
        }
        reach = below
        return .list(values)
    }
}
