internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct BudgetCommand: Command {
    static let syntax = Syntax(
        name: "budget", aliases: ["du-toan"], operands: [.workspace], options: [.year] + Option.producing,
        required: [.year],
        summary: Wording(
            "tờ trình và dự toán kinh phí của một năm",
            en: "the budget estimate of a year, with its submission"),
        about: Wording(
            "Lập tờ trình về dự toán kinh phí của năm, kèm phụ lục dự toán chi tiết: số thứ tự, cộng từng nhóm, tổng cộng, theo nguồn kinh phí và bằng chữ.",
            en:
                "Writes the submission of a year's budget estimate with the detailed estimate as its appendix: numbering, subtotals, total, split by funding source, amount in words."
        ), examples: ["vanthu budget examples/skhcn-dak-nong --year 2021"])

    private let workspace: String
    private let year: Int
    private let clerk: Clerk

    init?(_ arguments: inout Arguments) {
        let year = arguments.year()
        clerk = arguments.clerk()
        guard let workspace = arguments.operands.first, let year else { return nil }
        (self.workspace, self.year) = (workspace, year)
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        .files(
            try clerk.produce(
                .budget(year: year), from: workspace, environment: surroundings.environment,
                today: surroundings.today))
    }
}
