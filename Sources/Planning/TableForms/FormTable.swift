package import FoundationEssentials
internal import VietnameseText

/// Biểu as it is printed: heads, rows and cells, for every format alike.
package struct FormTable: Sendable {
    package let name: String
    package let title: String
    /// Biểu số.
    package let number: String?
    package let reference: String?
    package let unit: String
    package let agency: String
    package let superior: String?
    package let columns: [Column]
    /// The rows of the head, from the top.
    package let heads: [[Head]]
    /// `A | B | 1 | 2 | 3=1x2`.
    package let index: [String]
    package let rows: [Row]
    /// The amount in words.
    package let words: String?
    package let signatures: [Signature]
    /// Địa danh, ngày … tháng … năm ….
    package let placeAndDate: String

    package struct Column: Hashable, Sendable {
        package let kind: Kind

        package enum Kind: Hashable, Sendable {
            case order
            /// Takes what room is left.
            case content
            case words
            case term
            case figure
        }
    }

    /// A cell of the head.
    package struct Head: Hashable, Sendable {
        package let text: String
        package var columns: Int
        package let rows: Int
        /// The first of its columns.
        package let column: Int
    }

    package struct Row: Hashable, Sendable {
        package let kind: Kind
        package var cells: [Cell]
        /// How many rows stand under it.
        package var length = 0

        package enum Kind: Hashable, Sendable { case total, group, item, memo, note }
    }

    package enum Cell: Hashable, Sendable {
        case blank
        case text(String)
        case number(Decimal)
        /// A ratio: 0.5 is 50%.
        case percent(Decimal)
        /// The sum of the rows under it.
        case sum(Decimal)
        /// Computed from other cells of its row.
        case computed(Decimal, isPercent: Bool)
        /// There is nothing to compare with.
        case dash

        /// As documents print it.
        package var text: String {
            switch self {
            case .blank: ""
            case .text(let text): text
            case .number(let number), .sum(let number), .computed(let number, isPercent: false):
                NumberFormat.text(number)
            case .percent(let ratio), .computed(let ratio, isPercent: true): NumberFormat.percent(ratio * 100)
            case .dash: "-"
            }
        }
    }

    package struct Signature: Hashable, Sendable {
        package let title: String
        package let name: String?
    }

    /// How each computed column is computed, in the names of cells.
    let formulas: [Int: TableFormula]
    let codes: [String: [Int]]
}

extension FormTable {
    /// The columns that a formula's name stands for.
    func columns(named name: String) -> [Int] { codes[name] ?? [] }

    /// The heads of printed columns: neighbours share the upper ones, a short one reaches down to the index row.
    static func heads(of columns: [FormColumn]) -> [[Head]] {
        let depth = columns.map(\.heads.count).max() ?? 1
        return (0..<depth).map { level in
            var row: [Head] = []
            var places: [Int] = []
            for (index, column) in columns.enumerated() where level < column.heads.count {
                let head = column.heads[level]
                let isLeaf = level == column.heads.count - 1
                if !isLeaf, let last = row.last, places.last == head.place,
                    last.column + last.columns == index
                {
                    row[row.count - 1].columns += 1
                    continue
                }
                places.append(head.place)
                row.append(Head(text: head.text, columns: 1, rows: isLeaf ? depth - level : 1, column: index))
            }
            return row
        }
    }
}

extension FormTable.Cell {
    /// What other cells can be computed from.
    var number: Decimal? {
        switch self {
        case .number(let number), .sum(let number), .percent(let number), .computed(let number, _): number
        case .blank, .text, .dash: nil
        }
    }
}
