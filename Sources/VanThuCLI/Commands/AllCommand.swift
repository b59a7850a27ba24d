internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct AllCommand: Command {
    static let syntax = Syntax(
        name: "all", aliases: ["tat-ca"], operands: [.workspace], options: [.year] + Option.producing,
        required: [.year],
        summary: Wording(
            "mọi văn bản của một năm, kèm danh mục", en: "all documents of a year, with a list of them"),
        about: Wording(
            "Lập cùng lúc kế hoạch của năm, tờ trình và dự toán, các báo cáo của năm có lời văn ở bao-cao.yaml, và danh mục các văn bản đó kèm thời hạn gửi. Một văn bản không lập được thì không có văn bản nào.",
            en:
                "Makes the year's plan, the estimate with its submission, the year's reports that bao-cao.yaml has texts for, and a list of them with the days they are due, all at once: where one cannot be made, none is."
        ), examples: ["vanthu all examples/skhcn-dak-nong --year 2021"])

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
            try clerk.produceAll(
                year: year, from: workspace, environment: surroundings.environment, today: surroundings.today)
        )
    }
}
