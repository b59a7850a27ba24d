import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    /// A table whose rows are counted so.
    private static func counted(_ numbers: String...) -> Block {
        let rows = ([["STT", "Nội dung"]] + numbers.map { [$0, "Tuyên truyền"] }).map { texts in
            Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) })
        }
        return .table(Table(columns: [20, 145].map(Length.millimetres), grid: .thin, rows: rows))
    }

    /// A table of plans, what was done and the shares, the last of which is the one given.
    static func ratios(_ last: String) -> Block {
        let rows = [
            ["Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], ["Hồ sơ", "160", "150", "93,8"],
            ["Lớp", "16", "20", "125,0"], ["Hội nghị", "150", "120", last],
        ].map { texts in Table.Row(texts.map { Table.Cell([FormStyle.textCell($0)]) }) }
        return .table(Table(columns: [60, 35, 35, 35].map(Length.millimetres), grid: .thin, rows: rows))
    }

    /// Rules on what is written in one way throughout.
    static let consistency: [Mutation] = [
        text("a mark behind minutes", .clockMark, "Họp từ 08h00’ tại trụ sở Sở."),
        text("times in two ways", .clockMixed, "Họp sáng từ 7h30, chiều từ 13 giờ 30 phút tại trụ sở Sở."),
        text(
            "one syllable in two ways", .spellingMixed,
            "Các đơn vị báo cáo hàng tháng, tổng kết hằng năm theo kế hoạch."),
        insertion("a share that is none", .tableRatio, ratios("85,0"), after: lastPoint),
        text(
            "a plan that calls itself so in small letters", .ownTypeCapital,
            "Các đơn vị thực hiện kế hoạch này."),
        Mutation(name: "two dashes between the same words", rule: .dashMixed) {
            $0.replace(lead, with: "Phát triển văn hóa – xã hội của tỉnh.")
            $0.replace("- \(lead)", with: "- Phát triển kinh tế - xã hội của tỉnh.")
        },
        insertion(
            "a number of a table passed over", .tableNumberGap, counted("1", "2", "4"), after: lastPoint),
    ]
}
