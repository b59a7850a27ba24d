public import FoundationEssentials
public import VietnameseText

/// A sheet to be written: what stands in it and how it looks and prints.
public struct WrittenSheet: Sendable {
    /// At most 31 letters, none of `[ ] : * ? / \`.
    public var name: String
    /// Widths of the columns from the first on, in letters.
    public var widths: [Double] = []
    /// From the top; taken one by one, so that a long table need not be in memory.
    public var rows: any Sequence<WrittenRow> & Sendable
    /// What is merged, with the text of the first cell; only where `length` is `.short`.
    public var merges: [CellRange] = []
    /// The rows repeated on every page, counted from 0.
    public var headRows: ClosedRange<Int>?
    public var orientation = Orientation.landscape
    /// The first cell that moves when the sheet is scrolled.
    public var freezesAt: CellReference?
    public var protection = Protection.none
    /// Cells that take only one of some texts.
    public var choices: [Choice] = []
    public var length = Length.short

    public enum Orientation: Hashable, Sendable {
        case portrait
        case landscape
    }

    /// Who may change what: a courtesy against slips, no security.
    public enum Protection: Hashable, Sendable {
        case none
        /// Only cells whose style is unlocked may be changed.
        case onlyUnlocked
    }

    public enum Length: Hashable, Sendable {
        case short
        /// Rows go to the disk one after another, in little memory; nothing can be merged.
        case long
    }

    public struct Choice: Hashable, Sendable {
        public let cells: CellRange
        public let texts: [String]

        public init(_ texts: [String], in cells: CellRange) {
            self.texts = texts
            self.cells = cells
        }
    }

    public init(_ name: String, rows: any Sequence<WrittenRow> & Sendable) {
        self.name = name
        self.rows = rows
    }
}

/// A row to be written.
public struct WrittenRow: Hashable, Sendable {
    public var cells: [WrittenCell]
    /// In points; nil leaves it to the program that opens the sheet.
    public var height: Double?

    public init(_ cells: [WrittenCell], height: Double? = nil) {
        self.cells = cells
        self.height = height
    }
}

/// A cell to be written; cells follow one another from the first column on.
public struct WrittenCell: Hashable, Sendable {
    public var content: Content
    public var style: CellStyle
    /// A remark that shows when the cell is pointed at.
    public var note: String?

    public enum Content: Hashable, Sendable {
        case blank
        /// Stays text, whatever it begins with.
        case text(String)
        case number(Decimal)
        case date(CalendarDate)
        /// `=C5*D5`, with the value it has: programs that do not calculate show that one.
        case formula(String, result: Decimal)
    }

    public init(_ content: Content, _ style: CellStyle = CellStyle(), note: String? = nil) {
        self.content = content
        self.style = style
        self.note = note
    }
}

/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
    public var isBold = false
    public var isItalic = false
    public var wraps = false
    public var hasBorder = false
    /// Whether it may be changed in a protected sheet.
    public var isUnlocked = false
    public var alignment = Alignment.natural
    public var number = NumberStyle.general
    public var indent = 0

    public enum Alignment: UInt8, Hashable, Sendable {
        case natural = 0
        case left = 1
        case center = 2
        case right = 3
    }

    public enum NumberStyle: Hashable, Sendable {
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

    public init() {}
}
