package import FoundationEssentials

// What a draft says of tasks, targets and money, which tables of the document are then computed from.
extension WorkspaceDraft {
    /// A table that is computed of tasks, targets or the estimate, with the columns it had.
    package struct Insertion: Hashable, Sendable {
        package let kind: Kind
        package var columns: [Column]
        /// How its rows are numbered, as `danh_so` has it; empty for 1, 1.1.
        package let levels: [String]
        package var remark: String?

        package init(_ kind: Kind, columns: [Column], levels: [String] = [], remark: String? = nil) {
            self.kind = kind
            self.columns = columns
            self.levels = levels
            self.remark = remark
        }

        package enum Kind: String, Hashable, Sendable {
            case tasks = "nhiem_vu"
            case targets = "chi_tieu"
            case estimate = "bang_du_toan"
        }
    }

    /// Nội dung, nhiệm vụ.
    package struct Task: Hashable, Sendable {
        package var code = ""
        package var title: String
        /// Codes of units.
        package var leads: [String] = []
        package var supports: [String] = []
        package var result: String?
        package var deadline: String?
        package var note: String?
        package var items: [Task] = []

        package init(title: String) { self.title = title }
    }

    /// Chỉ tiêu of one year.
    package struct Target: Hashable, Sendable {
        package var code = ""
        package var name: String
        package var unit: String
        /// A word of `loai`.
        package var kind = "phat_sinh"
        package var decimals = 0
        package var group: String?
        /// Nil where the figure has been emptied.
        package var figure: Decimal?
        package var note: String?

        package init(name: String, unit: String, figure: Decimal) {
            self.name = name
            self.unit = unit
            self.figure = figure
        }
    }

    /// Dự toán of one year.
    package struct Estimate: Hashable, Sendable {
        package var year: Int
        /// Their amounts in đồng.
        package var rows: [EstimateRow]
        /// How many đồng one of the unit is in which amounts are printed: 1, 1,000, 1,000,000 or 1,000,000,000.
        package var printedUnit: Decimal

        package init(year: Int, rows: [EstimateRow], printedUnit: Decimal = 1) {
            self.year = year
            self.rows = rows
            self.printedUnit = printedUnit
        }
    }

    package struct EstimateRow: Hashable, Sendable {
        package var title: String
        package var unit: String?
        package var quantity: Decimal?
        package var price: Decimal?
        package var amount: Decimal?
        package var note: String?
        package var rows: [EstimateRow] = []

        package init(title: String) { self.title = title }
    }

    /// Báo cáo of a period, with what it says otherwise than the others.
    package struct Report: Sendable {
        /// `2026-Q1`.
        package private(set) var period: String
        package var issue: Issue
        package var addressees: [String]
        package var subject: [String]
        package var lead: String?
        package var closing: String?
        package var distribution: Distribution
        package var sections: [Section]

        package init(period: String, of draft: WorkspaceDraft) {
            self.period = period
            issue = draft.issue
            addressees = draft.addressees
            subject = draft.subject
            lead = draft.lead
            closing = draft.closing
            distribution = draft.distribution
            sections = draft.sections
        }

        /// Moves its period by so many years.
        package mutating func move(by years: Int) {
            guard let own = ReportingPeriod(period) else { return }
            period = ReportingPeriod(year: own.year + years, part: own.part).code
        }
    }
}
