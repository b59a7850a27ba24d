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
    /// Parts of its own, in the place of the outline's.
    var sections: [OutlineSection] = []
    var levels: [OutlineLevel]?
    var closing: WrittenText?
    var distribution = DistributionEntry()
}

extension SubmissionEntry {
    /// The keys that its outline has places for.
    static let textKeys = ["su_can_thiet", "qua_trinh", "noi_dung_chinh", "kien_nghi"]

    static let form = DataForm.record(
        "trinh", "Tờ trình đề nghị ban hành văn bản này.", blank: SubmissionEntry(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            .optional(
                "trich_yeu", \.subject, .lines, "Trích yếu; mặc định là “Về việc ban hành Kế hoạch …”."),
            .required("kinh_gui", \.addressees, .lines, "Nơi được trình, mỗi nơi một dòng."),
            .optional(
                "can_cu", keeping: \.legalBases, .writtenLines, "Các căn cứ, không ghi dấu câu ở cuối."),
            .optional("mo_dau", \.lead, .written, "Đoạn mở đầu, khi muốn viết khác câu tự lập."),
            .optional(
                "su_can_thiet", keeping: \.necessity, .writtenLines,
                "Sự cần thiết ban hành; không được thiếu khi không có `phan`."),
            .optional(
                "qua_trinh", keeping: \.preparation, .writtenLines,
                "Quá trình xây dựng, lấy ý kiến các cơ quan."),
            .optional(
                "noi_dung", keeping: \.contents, .writtenLines,
                "Nội dung chính, ngoài danh sách nhiệm vụ do chương trình lập."),
            .optional(
                "kien_nghi", keeping: \.requests, .writtenLines,
                "Kiến nghị; không được thiếu khi không có `phan`."),
            .optional(
                "phan", keeping: \.sections, OutlineSection.listForm,
                "Các phần của tờ trình, khi viết tự do, không theo đề cương."),
            .optional(
                "danh_so", \.levels, .levels, "Cách đánh số từng cấp của `phan`; mặc định [I, 1, a, -]."),
            .optional("ket", \.closing, .written, "Câu kết, không ghi “./.”, khi muốn viết khác câu tự lập."),
        ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}
