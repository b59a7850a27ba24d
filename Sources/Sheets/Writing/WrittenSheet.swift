package import FoundationEssentials
package import VietnameseText

/// A sheet to be written: what stands in it and how it looks and prints.
package struct WrittenSheet: Sendable {
    /// At most 31 letters, none of `[ ] : * ? / \`.
    package var name: String
    /// Widths of the columns from the first on, in letters.
    package var widths: [Double] = []
    /// From the top; taken one by one, so that a long table need not be in memory.
    package var rows: any Sequence<WrittenRow> & Sendable
    /// What is merged, with the text of the first cell; only where `length` is `.short`.
    package var merges: [CellRange] = []
    /// The rows repeated on every page, counted from 0.
    package var headRows: ClosedRange<Int>?
    package var orientation = Orientation.landscape
    /// The first cell that moves when the sheet is scrolled.
    package var freezesAt: CellReference?
    package var protection = Protection.none
    /// Cells that take only one of some texts.
    package var choices: [Choice] = []
    package var length = Length.short

    package enum Orientation: Hashable, Sendable {
        case portrait
        case landscape
    }

    /// Who may change what: a courtesy against slips, no security.
    package enum Protection: Hashable, Sendable {
        case none
        /// Only cells whose style is unlocked may be changed.
        case onlyUnlocked
    }

    package enum Length: Hashable, Sendable {
        case short
        /// Rows go to the disk one after another, in little memory; nothing can be merged.
        case long
    }

    package struct Choice: Hashable, Sendable {
        package let cells: CellRange
        package let texts: [String]

        package init(_ texts: [String], in cells: CellRange) {
            self.texts = texts
            self.cells = cells
        }
    }

    package init(_ name: String, rows: any Sequence<WrittenRow> & Sendable) {
        self.name = name
        self.rows = rows
    }
}

/// A row to be written.
package struct WrittenRow: Hashable, Sendable {
    package var cells: [WrittenCell]
    /// In points; nil leaves it to the program that opens the sheet.
    package var height: Double?

    package init(_ cells: [WrittenCell], height: Double? = nil) {
        self.cells = cells
        self.height = height
    }
}

/// A cell to be written; cells follow one another from the first column on.
package struct WrittenCell: Hashable, Sendable {
    package var content: Content
    package var style: CellStyle
    /// A remark that shows when the cell is pointed at.
    package var note: String?

    package enum Content: Hashable, Sendable {
        case blank
        /// Stays text, whatever it begins with.
        case text(String)
        case number(Decimal)
        case date(CalendarDate)
        /// `=C5*D5`, with the value it has: programs that do not calculate show that one.
        case formula(String, result: Decimal)
    }

    package init(_ content: Content, _ style: CellStyle = CellStyle(), note: String? = nil) {
        self.content = content
        self.style = style
        self.note = note
    }
}

/// How a cell looks.
package struct CellStyle: Hashable, Sendable {
    package var isBold = false
    package var isItalic = false
    package var wraps = false
    package var hasBorder = false
    /// Whether it may be changed in a protected sheet.
    package var isUnlocked = false
    package var alignment = Alignment.natural
    package var number = NumberStyle.general
    package var indent = 0

    package enum Alignment: UInt8, Hashable, Sendable {
        case natural = 0
        case left = 1
        case center = 2
        case right = 3
    }

    package enum NumberStyle: Hashable, Sendable {
        case general
        /// With dots between thousands, as the program that shows it has them, and at most so many decimals.
        case grouped(decimals: Int)
        case percent(decimals: Int)
        case date
        /// Digits as they are typed: codes.
        case text

        fileprivate func decimals(_ count: Int) -> String {
            count > 0 ? "0." + String(repeating: "#", count: count) : "0"
        }

        /// In the code that all programs share, where the comma divides thousands.
        var code: String? {
            switch self {
            case .general: nil
            case .grouped(let count): "#,##" + decimals(count)
            case .percent(let count): decimals(count) + "%"
            case .date: "dd/mm/yyyy"
            case .text: "@"
            }
        }
    }

    package init() {}
}
