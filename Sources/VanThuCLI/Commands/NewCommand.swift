internal import Diagnostics
internal import VanThu

struct NewCommand: Command {
    static let syntax = Syntax(
        name: "new", aliases: ["tao", "moi"],
        operands: [
            Syntax.Operand(
                name: Wording("THƯ-MỤC", en: "FOLDER"),
                explanation: Wording(
                    "thư mục mới, chưa có hoặc còn trống", en: "a folder that is not there yet, or is empty"),
                completion: .folders, isOptional: true)
        ], options: [.outline],
        summary: Wording("tạo một hồ sơ mẫu để bắt đầu", en: "makes a workspace to start from"),
        about: Wording(
            "Tạo một hồ sơ có đủ các tệp dữ liệu, kèm chú thích, để sửa thành hồ sơ của mình. Có --de-cuong thì tạo hồ sơ của loại kế hoạch đó; không ghi thư mục thì liệt kê các đề cương.",
            en:
                "Makes a workspace with every data file, with comments, to be edited into your own. With --outline it is one for that kind of plan; without a folder the outlines are listed."
        ),
        examples: ["vanthu new ho-so-2026", "vanthu new truong-hoc --outline ke-hoach-nam-hoc", "vanthu new"])

    private let folder: String?
    private let outline: String?

    init?(_ arguments: inout Arguments) {
        folder = arguments.operands.first
        outline = arguments[.outline]
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        guard let folder, outline != "" else {
            return .answer(Clerk.outlines.map { "\($0.name)\t\($0.title): \($0.summary)\n" }.joined())
        }
        let files = try Clerk.newWorkspace(at: folder, outline: outline)
        return .started(
            files,
            next: Wording(
                "tiếp theo: sửa các tệp trong \(folder), rồi chạy: vanthu ke-hoach \(folder)",
                en: "next: edit the files in \(folder), then run: vanthu plan \(folder)"))
    }
}

extension Option {
    static let outline = Option(
        name: "outline", aliases: ["de-cuong"], value: Wording("TÊN", en: "NAME"), mayLackValue: true,
        explanation: Wording(
            "tên đề cương của kế hoạch; không ghi tên thì liệt kê",
            en: "the name of a plan's outline; without a name they are listed"),
        completion: .words(Clerk.outlines.map(\.name)))
}
