internal import DataFiles
internal import Diagnostics

/// What a plan's file says of the document that amends the plan as it was issued before.
struct AmendmentEntry: Sendable {
    var issue = IssueEntry()
    var subject: [String]?
    var legalBases: [WrittenText] = []
    var lead: WrittenText?
    var closing: WrittenText?
    var distribution = DistributionEntry()
}

extension AmendmentEntry {
    static let form = DataForm.record(
        "sua_doi",
        "Văn bản sửa đổi, bổ sung kế hoạch đã ban hành; nội dung sửa đổi do chương trình lập từ hai hồ sơ.",
        blank: AmendmentEntry(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            IssueEntry.yearOfIssue("Năm ban hành; mặc định là năm ban hành kế hoạch.").inside(\.issue),
            .optional(
                "trich_yeu", \.subject, .lines, "Trích yếu; mặc định là “Sửa đổi, bổ sung Kế hoạch …”."),
            .optional(
                "can_cu", keeping: \.legalBases, .writtenLines, "Các căn cứ, không ghi dấu câu ở cuối."),
            .optional("mo_dau", \.lead, .written, "Đoạn mở đầu, khi muốn viết khác câu tự lập."),
            .optional("ket", \.closing, .written, "Câu kết, không ghi “./.”, khi muốn viết khác câu tự lập."),
        ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}
