internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct PlanCommand: Command {
    static let syntax = Syntax(
        name: "plan", aliases: ["ke-hoach"], operands: [.workspace],
        options: [.year, .handover, .submission, .amends] + Option.producing,
        summary: Wording(
            "kế hoạch nhiều năm, hoặc kế hoạch của một năm", en: "the plan, or the annual plan of one year"),
        about: Wording(
            "Lập kế hoạch nhiều năm từ hồ sơ. Có --nam thì lập kế hoạch của năm đó: chỉ các giai đoạn, nội dung, nhiệm vụ và chỉ tiêu còn hiệu lực trong năm, kèm phụ lục tiến độ. Có --giao-viec thì lập công văn giao nhiệm vụ cho từng đơn vị chủ trì; có --trinh thì lập tờ trình đề nghị ban hành; có --sua-doi thì lập kế hoạch sửa đổi, bổ sung, kể từng chỗ khác với hồ sơ đã ban hành.",
            en:
                "Writes the plan of several years. With --year, the annual plan: only the phases, work items, duties and targets alive in that year, with a schedule as its appendix. With --handover, the letters that hand each leading unit its tasks; with --submission, the submission that asks for the plan to be issued; with --amends, the amendment that names each thing the plan says otherwise than the workspace it was issued from."
        ),
        examples: [
            "vanthu plan examples/skhcn-dak-nong",
            "vanthu plan examples/skhcn-dak-nong --year 2021 --format docx",
            "vanthu plan examples/ubnd-tinh-chuyen-doi-so --handover",
            "vanthu plan ke-hoach-2026 --amends ke-hoach-2026-da-ban-hanh",
        ])

    private let workspace: String
    private let job: Clerk.Job
    private let handsOver: Bool
    private let clerk: Clerk

    init?(_ arguments: inout Arguments) {
        let year = arguments.year()
        let choices: [Option] = [.year, .handover, .submission, .amends]
        for (index, choice) in choices.enumerated() {
            for other in choices.dropFirst(index + 1) { arguments.exclude(choice, other) }
        }
        handsOver = arguments.has(.handover)
        if arguments.has(.submission) {
            job = .submission
        } else if let earlier = arguments[.amends] {
            job = .amendment(of: earlier)
        } else {
            job = year.map { .annualPlan(year: $0) } ?? .plan
        }
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
        return .files(
            try clerk.produce(
                job, from: workspace, environment: surroundings.environment, today: surroundings.today))
    }
}

extension Option {
    fileprivate static let submission = Option(
        name: "submission", aliases: ["trinh"],
        explanation: Wording(
            "lập tờ trình đề nghị ban hành kế hoạch (khóa trinh)",
            en: "the submission that asks for the plan to be issued (key trinh)"))
    fileprivate static let amends = Option(
        name: "amends", aliases: ["sua-doi"], value: Wording("THƯ-MỤC", en: "FOLDER"),
        explanation: Wording(
            "lập kế hoạch sửa đổi, bổ sung so với hồ sơ đã ban hành ở thư mục đó",
            en: "the amendment of the plan as the workspace in that folder has it"), completion: .folders)
    fileprivate static let handover = Option(
        name: "handover", aliases: ["giao-viec"],
        explanation: Wording(
            "lập công văn giao nhiệm vụ cho từng đơn vị chủ trì",
            en: "the letters that hand each leading unit its tasks"))
}
