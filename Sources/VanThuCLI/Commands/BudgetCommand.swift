internal import Diagnostics
internal import Planning
internal import VanThu
internal import VietnameseText

struct BudgetCommand: Command {
    static let syntax = Syntax(
        name: "budget", aliases: ["du-toan"], operands: [.workspace],
        options: [.year, .document, .view, .span] + Option.producing, required: [.year],
        summary: Wording(
            "tờ trình và dự toán kinh phí của một năm",
            en: "the budget estimate of a year, with its submission"),
        about: Wording(
            "Lập tờ trình về dự toán kinh phí của năm, kèm phụ lục dự toán chi tiết: số thứ tự, cộng từng nhóm, tổng cộng, theo nguồn kinh phí và bằng chữ. Có --bieu thì lập các biểu của dự toán đó: theo nội dung, nhiệm vụ, đơn vị, nguồn, mục lục ngân sách, quý, ba năm, so với năm trước, giao và không giao tự chủ, đề nghị – duyệt – chi, điều chỉnh, các mẫu biểu của Bộ Tài chính, hoặc biểu riêng ở bieu/. Có --van-ban thì lập thuyết minh dự toán, quyết định giao dự toán cho các đơn vị, hoặc báo cáo giải ngân của kỳ (3, 6, 9 tháng, năm).",
            en:
                "Writes the submission of a year's budget estimate with the detailed estimate as its appendix: numbering, subtotals, total, split by funding source, amount in words. With --view, the forms of that estimate: by content, task, unit, source, budget code, quarter, three years, beside the year before, by autonomy, asked, approved and spent, changes, the forms of the Ministry of Finance, or forms of one's own in bieu/. With --document, the explanation of the estimate, the decision that gives it to the units, or the report on payments of a period."
        ),
        examples: [
            "vanthu budget examples/skhcn-dak-nong --year 2021",
            "vanthu budget examples/skhcn-dak-nong --year 2021 --view nguon-cot,theo-don-vi --format xlsx,docx",
            "vanthu budget examples/skhcn-dak-nong --year 2021 --view",
            "vanthu budget examples/skhcn-dak-nong --year 2021 --document thuyet-minh",
        ])

    private let workspace: String
    private let year: Int
    private let clerk: Clerk
    /// Nil for the submission; empty to list the forms.
    private let forms: [String]?
    private let document: Document
    private let span: ReportingPeriod?

    /// What --document names.
    enum Document: String, CaseIterable {
        case submission = "to-trinh", explanation = "thuyet-minh", allocation = "giao-du-toan", payments =
            "giai-ngan"
    }

    init?(_ arguments: inout Arguments) {
        let year = arguments.year()
        clerk = arguments.clerk()
        forms = arguments[.view].map { list in
            list.split(separator: ",").map { String($0.filter { $0 != " " }) }
        }
        let list = Document.allCases.map(\.rawValue).joined(separator: ", ")
        let document = arguments.value(
            of: .document, otherwise: Wording("ghi một trong: \(list)", en: "write one of: \(list)")
        ) { Document(rawValue: $0) }
        span = arguments.value(
            of: .span,
            otherwise: Wording(
                "ghi một trong các dạng: 2021-Q1, 2021-H1, 2021-9M, 2021, 2021-03",
                en: "write it as one of: 2021-Q1, 2021-H1, 2021-9M, 2021, 2021-03")
        ) { ReportingPeriod($0) }
        arguments.exclude(.document, .view)
        guard let workspace = arguments.operands.first, let year else { return nil }
        (self.workspace, self.year, self.document) = (workspace, year, document ?? .submission)
    }

    private var job: Clerk.Job {
        switch document {
        case .submission: .budget(year: year)
        case .explanation: .explanation(year: year)
        case .allocation: .allocation(year: year)
        case .payments: .payments(span ?? ReportingPeriod(year: year, part: .wholeYear))
        }
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let forms else {
            return .files(
                try clerk.produce(
                    job, from: workspace, environment: surroundings.environment, today: surroundings.today))
        }
        guard !forms.isEmpty else { return .answer(try Clerk.formList(of: workspace)) }
        return .files(
            try clerk.produce(
                forms: forms, year: year, upTo: span, from: workspace, environment: surroundings.environment))
    }
}

extension Option {
    fileprivate static let document = Option(
        name: "document", aliases: ["van-ban"], value: Wording("VĂN-BẢN", en: "DOCUMENT"),
        explanation: Wording(
            "lập văn bản này: to-trinh (mặc định), thuyet-minh, giao-du-toan, giai-ngan (cần --ky)",
            en:
                "make this document: to-trinh, the submission (default), thuyet-minh, giao-du-toan, giai-ngan (with --period)"
        ), completion: .words(BudgetCommand.Document.allCases.map(\.rawValue)))
    fileprivate static let span = Option(
        name: "period", aliases: ["ky"], value: Wording("KỲ", en: "PERIOD"),
        explanation: Wording(
            "số đã chi tính đến cuối kỳ này, ở báo cáo giải ngân và các biểu: 2021-Q1, 2021-H1, 2021-9M, 2021",
            en:
                "count what was paid up to the end of this period, in the report on payments and in forms: 2021-Q1, 2021-H1, 2021-9M, 2021"
        ))
    fileprivate static let view = Option(
        name: "view", aliases: ["bieu"], value: Wording("BIỂU", en: "FORMS"), mayLackValue: true,
        explanation: Wording(
            "lập các biểu này của dự toán, cách nhau bằng dấu phẩy, thay cho tờ trình; không ghi tên thì liệt kê",
            en:
                "make these forms of the estimate, with commas between, instead of the submission; without a name they are listed"
        ), completion: .words(Clerk.formNames))
}
