internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct BudgetCommand: Command {
    static let syntax = Syntax(
        name: "budget", aliases: ["du-toan"], operands: [.workspace],
        options: [.year, .view] + Option.producing, required: [.year],
        summary: Wording(
            "tờ trình và dự toán kinh phí của một năm",
            en: "the budget estimate of a year, with its submission"),
        about: Wording(
            "Lập tờ trình về dự toán kinh phí của năm, kèm phụ lục dự toán chi tiết: số thứ tự, cộng từng nhóm, tổng cộng, theo nguồn kinh phí và bằng chữ. Có --bieu thì lập các biểu của dự toán đó: theo nội dung, nhiệm vụ, đơn vị, nguồn, mục lục ngân sách, quý, ba năm, so với năm trước, giao và không giao tự chủ, đề nghị – duyệt – chi, điều chỉnh, các mẫu biểu của Bộ Tài chính, hoặc biểu riêng ở bieu/.",
            en:
                "Writes the submission of a year's budget estimate with the detailed estimate as its appendix: numbering, subtotals, total, split by funding source, amount in words. With --view, the forms of that estimate: by content, task, unit, source, budget code, quarter, three years, beside the year before, by autonomy, asked, approved and spent, changes, the forms of the Ministry of Finance, or forms of one's own in bieu/."
        ),
        examples: [
            "vanthu budget examples/skhcn-dak-nong --year 2021",
            "vanthu budget examples/skhcn-dak-nong --year 2021 --view nguon-cot,theo-don-vi --format xlsx,docx",
            "vanthu budget examples/skhcn-dak-nong --year 2021 --view",
        ])

    private let workspace: String
    private let year: Int
    private let clerk: Clerk
    /// Nil for the submission; empty to list the forms.
    private let forms: [String]?

    init?(_ arguments: inout Arguments) {
        let year = arguments.year()
        clerk = arguments.clerk()
        forms = arguments[.view].map { list in
            list.split(separator: ",").map { String($0.filter { $0 != " " }) }
        }
        guard let workspace = arguments.operands.first, let year else { return nil }
        (self.workspace, self.year) = (workspace, year)
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let forms else {
            return .files(
                try clerk.produce(
                    .budget(year: year), from: workspace, environment: surroundings.environment,
                    today: surroundings.today))
        }
        guard !forms.isEmpty else { return .answer(try Clerk.formList(of: workspace)) }
        return .files(
            try clerk.produce(
                forms: forms, year: year, from: workspace, environment: surroundings.environment))
    }
}

extension Option {
    fileprivate static let view = Option(
        name: "view", aliases: ["bieu"], value: Wording("BIỂU", en: "FORMS"), mayLackValue: true,
        explanation: Wording(
            "lập các biểu này của dự toán, cách nhau bằng dấu phẩy, thay cho tờ trình; không ghi tên thì liệt kê",
            en:
                "make these forms of the estimate, with commas between, instead of the submission; without a name they are listed"
        ), completion: .words(Clerk.formNames))
}
