internal import Diagnostics
internal import Planning
internal import VanThu
internal import VietnameseText

struct ReportCommand: Command {
    static let syntax = Syntax(
        name: "report", aliases: ["bao-cao"], operands: [.workspace],
        options: [.period, .calendar, .view, .when, .year] + Option.producing,
        summary: Wording(
            "báo cáo định kỳ từ nhật ký hoạt động", en: "the periodic report, computed from the activity log"),
        about: Wording(
            "Lập báo cáo của kỳ từ nhật ký hoạt động, kèm phụ lục chỉ tiêu: thực hiện trong kỳ, lũy kế, so với kế hoạch năm và cùng kỳ năm trước. Số liệu chốt theo Nghị định 09/2019/NĐ-CP; có --duong-lich thì theo lịch. Có --bieu thì lập biểu số liệu của kỳ theo từng đơn vị, có cả đơn vị chưa báo cáo. Có --khi-nao thì in lịch các báo cáo phải gửi: kỳ, số liệu từ ngày đến ngày, hạn gửi, ngày làm việc cuối cùng trước hạn.",
            en:
                "Writes the report of a period from the activity log, with the indicators as its appendix: this period, cumulative, against the year's plan and the same period of last year. Figures are cut off after Decree 09/2019/NĐ-CP; with --calendar, by the calendar. With --view, the figures of the period unit by unit, with who has not reported. With --when, the reports that are due: period, the days it counts, the day it is due, the last working day before."
        ),
        examples: [
            "vanthu report examples/skhcn-dak-nong --period 2021-Q1",
            "vanthu report examples/skhcn-dak-nong --period 2021 --calendar",
            "vanthu report examples/skhcn-dak-nong --period 2021-Q1 --view theo-don-vi --format docx,xlsx",
            "vanthu report examples/skhcn-dak-nong --when --year 2021",
        ])

    private let workspace: String
    /// Nil to tell which reports are due.
    private let period: ReportingPeriod?
    private let year: Int?
    private let days: Clerk.ReportDays
    private let clerk: Clerk
    /// Nil for the report itself.
    private let tables: [String]?

    init?(_ arguments: inout Arguments) {
        let period = arguments.value(
            of: .period,
            otherwise: Wording(
                "ghi một trong các dạng: 2021-03, 2021-Q1, 2021-H1, 2021-9M, 2021, 2021-W07, 2021-HK1, 2021-NH, 2021-GD1, 2021-CD1, 2021-DX1, 2021-03-01..2021-03-20",
                en:
                    "write it as one of: 2021-03, 2021-Q1, 2021-H1, 2021-9M, 2021, 2021-W07, 2021-HK1, 2021-NH, 2021-GD1, 2021-CD1, 2021-DX1, 2021-03-01..2021-03-20"
            )
        ) { ReportingPeriod($0) }
        clerk = arguments.clerk()
        days = arguments.has(.calendar) ? .ofTheCalendar : .asTheWorkspaceSays
        let year = arguments.year()
        tables = arguments[.view].map { list in
            list.split(separator: ",").map { String($0.filter { $0 != " " }) }
        }
        arguments.exclude(.period, .when)
        let isWhen = arguments.has(.when)
        guard let workspace = arguments.operands.first else { return nil }
        if !isWhen, period == nil {
            if !arguments.has(.period) { arguments.note(.missingOption(.period, of: Self.syntax)) }
            return nil
        }
        (self.workspace, self.period, self.year) = (workspace, isWhen ? nil : period, year)
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let period else { return .told(try Clerk.reportDeadlines(of: workspace, year: year)) }
        if let tables {
            return .files(
                try clerk.produce(
                    tables: tables, of: period, days, from: workspace, environment: surroundings.environment))
        }
        return .files(
            try clerk.produce(
                .report(period, days), from: workspace, environment: surroundings.environment,
                today: surroundings.today))
    }
}

extension Option {
    fileprivate static let period = Option(
        name: "period", aliases: ["ky"], value: Wording("KỲ", en: "PERIOD"),
        explanation: Wording(
            "kỳ báo cáo: 2021-03 (tháng), 2021-Q1 (quý), 2021-H1 (6 tháng đầu năm), 2021-9M (9 tháng), 2021 (năm), 2021-W07 (tuần), 2021-HK1 (học kỳ), 2021-NH (năm học), 2021-GD1 (giai đoạn), 2021-CD1 (chuyên đề), 2021-DX1 (đột xuất), 2021-03-01..2021-03-20 (từ ngày đến ngày)",
            en:
                "the period: 2021-03 (a month), 2021-Q1, 2021-H1 (half a year), 2021-9M, 2021 (a year), 2021-W07 (a week), 2021-HK1 (a term), 2021-NH (a school year), 2021-GD1 (a phase), 2021-CD1 (of one topic), 2021-DX1 (for an occasion), 2021-03-01..2021-03-20 (from one day to another)"
        ))
    fileprivate static let view = Option(
        name: "view", aliases: ["bieu"], value: Wording("BIỂU", en: "TABLES"),
        explanation: Wording(
            "lập các biểu này của kỳ, cách nhau bằng dấu phẩy, thay cho báo cáo: theo-don-vi (mỗi đơn vị một cột)",
            en:
                "make these tables of the period, with commas between, instead of the report: theo-don-vi (a column for each unit)"
        ), completion: .words(Clerk.reportTableNames))
    fileprivate static let when = Option(
        name: "when", aliases: ["khi-nao"],
        explanation: Wording(
            "in lịch các báo cáo phải gửi, thay cho báo cáo",
            en: "tell which reports are due, and when, instead of making one"))
    fileprivate static let calendar = Option(
        name: "calendar", aliases: ["duong-lich"],
        explanation: Wording(
            "tính kỳ theo ngày đầu và ngày cuối trên lịch, không theo thời điểm chốt số liệu của Nghị định 09/2019/NĐ-CP",
            en: "count the period by calendar days, not by the cut-off days of Decree 09/2019/NĐ-CP"))
}
