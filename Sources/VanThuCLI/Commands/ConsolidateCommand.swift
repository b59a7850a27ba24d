internal import Diagnostics
internal import VanThu
internal import VietnameseText

struct ConsolidateCommand: Command {
    static let syntax = Syntax(
        name: "consolidate", aliases: ["tong-hop"], operands: [.workspace],
        options: [.year] + Option.producing, required: [.year],
        summary: Wording(
            "tổng hợp dự toán các đơn vị đã gửi", en: "the estimates that units have sent, put together"),
        about: Wording(
            "Tổng hợp các tệp dự toán (YAML, CSV, .xlsx, .ods) mà đơn vị gửi, đặt ở du-toan/NĂM của hồ sơ và mang tên đơn vị: bảng theo đơn vị, bảng theo nội dung mỗi đơn vị một cột, bảng chi tiết. Cho biết đơn vị nào chưa gửi, đơn vị nào gửi hai lần, khoản nào có ở hai đơn vị, đơn vị nào chưa có nhật ký ở hoat-dong.",
            en:
                "Puts the estimates together (YAML, CSV, .xlsx, .ods) that units have sent, which lie in du-toan/YEAR of the workspace under the units' names: a table by unit, one by content with a column for each unit, one in detail. Tells who has not sent, who has sent twice, which items stand in two units, who has no row in the log."
        ), examples: ["vanthu consolidate ho-so-2026 --year 2026 --format docx,xlsx"])

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
        .files(try clerk.consolidate(year: year, from: workspace, environment: surroundings.environment))
    }
}
