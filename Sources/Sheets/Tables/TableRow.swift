package import Diagnostics
package import FoundationEssentials
package import VietnameseText

/// A row of a table, its values in the order of the columns that were asked for.
package struct TableRow: Hashable, Sendable {
    /// The row of the sheet, counted from 0.
    package let index: Int
    package let isHidden: Bool
    package let role: Role
    /// The values of the columns that the sheet has, in the order they were asked for; nil where the cell is empty.
    package let found: [TableValue?]
    /// For each column that was asked for the sheet's.
    let places: [Int?]
    /// What was read with a doubt.
    package let warnings: [Diagnostic]
    /// What is to be said of cells without a value, by their places among the columns that the sheet has.
    package let faults: [Int: CellFault]

    /// Nil where the cell is empty or the sheet has no such column.
    package var values: [TableValue?] {
        var rest = found[...]
        return places.map { $0 == nil ? nil : rest.popFirst() ?? nil }
    }

    /// What a row is for.
    package enum Role: Hashable, Sendable {
        case item
        /// `Cộng`, `Cộng mục I`: the sum of rows above it.
        case subtotal
        /// `Tổng cộng`, `Tổng số`: the sum of all.
        case total
        /// What stands under a table: the amount in words, signatures.
        case remark
    }
}

/// Why a cell of a row that is handed over has no value.
package struct CellFault: Hashable, Sendable {
    package let diagnostics: [Diagnostic]
    /// Whether it is the error value of a formula: a cell that the formula is over may be at fault.
    package let isErrorValue: Bool

    package init(_ diagnostics: [Diagnostic], isErrorValue: Bool = false) {
        self.diagnostics = diagnostics
        self.isErrorValue = isErrorValue
    }
}

/// A value with the cell it stands in.
package struct TableValue: Hashable, Sendable {
    package let content: Content
    package let origin: SheetCell.Origin
    package let cell: CellReference
    /// Whether the cell holds a text, which may say a number.
    package let isText: Bool

    package enum Content: Hashable, Sendable {
        case text(String)
        case number(Decimal)
        case boolean(Bool)
        case date(CalendarDate)
        case moment(CalendarDate, secondOfDay: Int)
    }

    /// The number, if it is one.
    package var number: Decimal? { if case .number(let number) = content { number } else { nil } }
    /// The text, if it is one.
    package var text: String? { if case .text(let text) = content { text } else { nil } }
}

extension TableRow.Role {
    /// What the words of a row say it is; nil for an item.
    ///
    /// Only words that can mean nothing else: not `Cộng tác viên`, not `Tổng kết`.
    package init?(_ words: String) {
        // Most rows are items, and their first letters tell.
        let beginning = PlainLetters.folded(words, upTo: TableRow.Role.longestBeginning)
        guard TableRow.Role.beginnings.contains(where: { beginning.hasPrefix($0) }) else { return nil }
        let folded = PlainLetters.folded(words)
        if ["bangchu", "sotienbangchu", "vietbangchu", "ghichu"].contains(where: { folded.hasPrefix($0) }) {
            self = .remark
        } else if TableRow.Role.isSum(folded, of: ["tongcong", "tongso", "tongkinhphi", "tongtien", "tong"]) {
            self = .total
        } else if TableRow.Role.isSum(folded, of: ["cong"]) {
            self = .subtotal
        } else {
            return nil
        }
    }

    private static let beginnings = ["bangchu", "sotienbangchu", "vietbangchu", "ghichu", "tong", "cong"]
    private static let longestBeginning = beginnings.map(\.count).max() ?? 0

    /// Whether the words are one of these, alone or with what they sum up: `cộng mục I`, `tổng cộng (A + B)`, `tổng I+II`.
    private static func isSum(_ folded: String, of names: [String]) -> Bool {
        guard let name = names.first(where: { folded.hasPrefix($0) }) else { return false }
        var rest = folded.dropFirst(name.count)
        if rest.isEmpty { return true }
        for kind in ["muc", "nhom", "phan", "chuong", "trang", "khoan", "kinhphi", "so"]
        where rest.hasPrefix(kind) {
            rest = rest.dropFirst(kind.count)
            return rest.count <= 8
        }
        return rest.count <= 6 && rest.allSatisfy { "ivxabcde0123456789".contains($0) }
    }
}
