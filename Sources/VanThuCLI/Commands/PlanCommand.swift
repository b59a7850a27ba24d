internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct PlanCommand: Command {
    static let syntax = Syntax(
        name: "plan", aliases: ["ke-hoach"], operands: [.workspace],
        options: [.year, .handover] + Option.producing,
        summary: Wording(
            "kế hoạch nhiều năm, hoặc kế hoạch của một năm", en: "the plan, or the annual plan of one year"),
        about: Wording(
            "Lập kế hoạch nhiều năm từ hồ sơ. Có --nam thì lập kế hoạch của năm đó: chỉ các giai đoạn, nội dung, nhiệm vụ và chỉ tiêu còn hiệu lực trong năm, kèm phụ lục tiến độ. Có --giao-viec thì lập công văn giao nhiệm vụ cho từng đơn vị chủ trì.",
            en:
                "Writes the plan of several years. With --year, the annual plan: only the phases, work items, duties and targets alive in that year, with a schedule as its appendix. With --handover, the letters that hand each leading unit its tasks."
        ),
        examples: [
            "vanthu plan examples/skhcn-dak-nong",
            "vanthu plan examples/skhcn-dak-nong --year 2021 --format docx",
            "vanthu plan examples/ubnd-tinh-chuyen-doi-so --handover",
        ])

    private let workspace: String
    private let year: Int?
    private let handsOver: Bool
    private let clerk: Clerk

    init?(_ arguments: inout Arguments) {
        year = arguments.year()
        handsOver = arguments.has(.handover)
        clerk = arguments.clerk()
        guard let workspace = arguments.operands.first else { return nil }
        self.workspace = workspace
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        if handsOver {
            return .files(
                try clerk.produce(
                    Clerk.handovers(of: workspace), from: workspace, environment: surroundings.environment,
                    today: surroundings.today))
        }
        let job: Clerk.Job = year.map { .annualPlan(year: $0) } ?? .plan
        return .files(
            try clerk.produce(
                job, from: workspace, environment: surroundings.environment, today: surroundings.today))
    }
}

extension Option {
    fileprivate static let handover = Option(
        name: "handover", aliases: ["giao-viec"],
        explanation: Wording(
            "lập công văn giao nhiệm vụ cho từng đơn vị chủ trì",
            en: "the letters that hand each leading unit its tasks"))
}
