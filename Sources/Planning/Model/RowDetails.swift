internal import VietnameseText

/// What is known of a row of an estimate besides its amount: sums of other years and of quarters, what was approved and spent, further words.
package struct RowDetails: Hashable, Sendable {
    var figures: [FigureName: Money] = [:]
    /// Words of an agency's own, by their names: `thoi_gian`, `quyet_dinh`.
    var words: [String: String] = [:]
    /// Giao thực hiện chế độ tự chủ; nil where nobody says.
    var isAutonomous: Bool?

    var isEmpty: Bool { figures.isEmpty && words.isEmpty && isAutonomous == nil }
}

/// Which sum a figure of a row is.
struct FigureName: Hashable, Sendable {
    let kind: Kind
    /// The year or the quarter; 0 where the kind has none.
    var number = 0
    /// What an agency calls it, of a kind of its own.
    var name = ""

    enum Kind: Hashable, Sendable, CaseIterable {
        /// Quý.
        case quarter
        /// Dự toán of another year.
        case planned
        /// Thực hiện.
        case actual
        /// Ước thực hiện.
        case expected
        /// Trần chi được thông báo.
        case ceiling
        /// Được duyệt.
        case approved
        /// Đã chi.
        case spent
        case own
    }
}

/// A change of an estimate within its year (điều chỉnh dự toán).
package struct BudgetChange: Hashable, Sendable {
    /// The decision that makes it.
    let decision: String
    /// The day of the decision, which it names; nil where it names none, or several.
    let date: CalendarDate?
    /// What is added to rows, by their codes; below zero what is cut.
    let amounts: [String: Money]
    /// What of that is added to each source, by the codes of rows.
    let bySource: [String: [String: Money]]
}

extension BudgetRow {
    /// The codes, titles and details that groups and items alike have.
    var details: RowDetails {
        switch self {
        case .group(let group, _): group.details
        case .item(let item, _): item.details
        case .memo, .note: RowDetails()
        }
    }

    var title: String {
        switch self {
        case .group(let group, _): group.title
        case .item(let item, _): item.title
        case .memo(let title, _): title
        case .note(let text): text
        }
    }

    /// By which other rows, and changes, name it.
    var code: String? {
        switch self {
        case .group(let group, _): group.code
        case .item(let item, _): item.code
        case .memo, .note: nil
        }
    }

    /// A figure of it: of a group the sum of its rows', or its own where none of them has one.
    func figure(_ name: FigureName) -> Money? {
        switch self {
        case .group(let group, let rows):
            let parts = rows.compactMap { $0.figure(name) }
            return parts.isEmpty ? group.details.figures[name] : Money.sum(parts) ?? .limit
        case .item(let item, _): return item.details.figures[name]
        case .memo, .note: return nil
        }
    }
}
