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
                completion: .folders)
        ], options: [],
        summary: Wording("tạo một hồ sơ mẫu để bắt đầu", en: "makes a workspace to start from"),
        about: Wording(
            "Tạo một hồ sơ có đủ các tệp dữ liệu, kèm chú thích, để sửa thành hồ sơ của mình.",
            en: "Makes a workspace with every data file, with comments, to be edited into your own."),
        examples: ["vanthu new ho-so-2026"])

    private let folder: String

    init?(_ arguments: inout Arguments) {
        guard let folder = arguments.operands.first else { return nil }
        self.folder = folder
    }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        .files(try Clerk.newWorkspace(at: folder))
    }
}
