internal import DataFiles
internal import Diagnostics

/// What a plan's file says of the submission (tờ trình) that asks for the plan to be issued.
struct SubmissionEntry: Sendable {
    var issue = IssueEntry()
    var subject: [String]?
    var addressees: [String] = []
    var legalBases: [WrittenText] = []
    var lead: WrittenText?
    var necessity: [WrittenText] = []
    var preparation: [WrittenText] = []
    var contents: [WrittenText] = []
    var requests: [WrittenText] = []
    var closing: WrittenText?
    var distribution = DistributionEntry()
}

extension SubmissionEntry {
    static let form = DataForm.record(
        "trinh", "Tờ trình đề nghị ban hành văn bản này.", blank: SubmissionEntry(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            .optional(
                "trich_yeu", \.subject, .lines, "Trích yếu; mặc định là “Về việc ban hành Kế hoạch …”."),
            .required("kinh_gui", \.addressees, .lines, "Nơi được trình, mỗi nơi một dòng."),
            .optional(
                "can_cu", keeping: \.legalBases, .writtenLines, "Các căn cứ, không ghi dấu câu ở cuối."),
            .optional("mo_dau", \.lead, .written, "Đoạn mở đầu, khi muốn viết khác câu tự lập."),
            .required("su_can_thiet", \.necessity, .writtenLines, "Sự cần thiết ban hành."),
            .optional(
                "qua_trinh", keeping: \.preparation, .writtenLines,
                "Quá trình xây dựng, lấy ý kiến các cơ quan."),
            .optional(
                "noi_dung", keeping: \.contents, .writtenLines,
                "Nội dung chính, ngoài danh sách nhiệm vụ do chương trình lập."),
            .required("kien_nghi", \.requests, .writtenLines, "Kiến nghị."),
            .optional("ket", \.closing, .written, "Câu kết, không ghi “./.”, khi muốn viết khác câu tự lập."),
        ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}
