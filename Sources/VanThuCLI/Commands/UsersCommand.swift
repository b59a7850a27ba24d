internal import Diagnostics
internal import VanThu

struct UsersCommand: Command {
    static let syntax = Syntax(
        name: "users", aliases: ["nguoi-dung"],
        operands: [
            Syntax.Operand(
                name: Wording("THƯ-MỤC", en: "FOLDER"),
                explanation: Wording("thư mục chứa các hồ sơ", en: "the folder that workspaces lie in"),
                completion: .folders),
            Syntax.Operand(
                name: Wording("VIỆC", en: "ORDER"),
                explanation: Wording(
                    "add TÊN [HỌ TÊN], remove TÊN, give TÊN xem|soan|quan-tri HỒ-SƠ (* là tất cả), take TÊN HỒ-SƠ; bỏ trống thì liệt kê",
                    en:
                        "add NAME [FULL NAME], remove NAME, give NAME xem|soan|quan-tri WORKSPACE (* is all), take NAME WORKSPACE; without one the list"
                ), isOptional: true, isRepeated: true),
        ], options: [],
        summary: Wording(
            "người dùng của trang web và quyền của họ", en: "the people of the web page and their rights"),
        about: Wording(
            "Thêm, xóa người đăng nhập vào trang web, cho và bỏ quyền ở từng hồ sơ. Mật khẩu được hỏi, hoặc lấy từ dòng đầu của đầu vào chuẩn.",
            en:
                "Adds and removes people who sign in to the web page, gives and takes rights in each workspace. The password is asked for, or taken from the first line of standard input."
        ),
        examples: [
            "vanthu users ho-so add an.nguyen Nguyễn Văn An",
            "vanthu users ho-so give an.nguyen soan ke-hoach-2026", "vanthu users ho-so",
        ])

    private let words: [String]

    init?(_ arguments: inout Arguments) { words = arguments.operands }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        throw Failure(
            PageProgram.run(["users"] + words + ["--lang", surroundings.language.rawValue], surroundings))
    }
}
