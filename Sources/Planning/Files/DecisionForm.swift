internal import DataFiles
internal import Diagnostics

/// What a plan's file says of the decision (quyết định) it is issued with.
struct DecisionEntry: Sendable {
    var issue = IssueEntry()
    var subject: [String]?
    var authority = ""
    var legalBases: [WrittenText] = []
    var articles: [WrittenText] = []
    var execution = ""
    var distribution = DistributionEntry()
}

extension DecisionEntry {
    static let form = DataForm.record(
        "quyet_dinh", "Quyết định ban hành văn bản kèm theo.", blank: DecisionEntry(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            .optional("trich_yeu", \.subject, .lines, "Trích yếu; mặc định là “Ban hành Kế hoạch …”."),
            .required("tham_quyen", \.authority, .text, "Thẩm quyền ban hành: Giám đốc Sở Nội vụ."),
            .required(
                "can_cu", \.legalBases, .writtenLines, "Các căn cứ; căn cứ cuối là “Theo đề nghị của …”."),
            .optional(
                "dieu", keeping: \.articles, .writtenLines,
                "Các điều, không ghi “Điều 1.”; mặc định một điều: “Ban hành kèm theo Quyết định này …”."),
            .required("ket", \.execution, .text, "Điều cuối, nói ai thi hành, không ghi “./.”."),
        ] + DistributionEntry.fields(.required).map { $0.inside(\.distribution) })
}

/// Phụ lục: a part behind the signature, with a title of its own.
struct OutlineAppendix: Hashable, Sendable {
    var title = WrittenText("", at: .argument(""))
    /// The name by which texts refer to it.
    var code: String?
    var isLandscape = false
    var blocks: [OutlineBlock] = []
    var sections: [OutlineSection] = []

    static let form = DataForm.record(
        "phu_luc", "Một phụ lục.", blank: OutlineAppendix(),
        [
            .required("ten", \.title, .written, "Tên phụ lục."),
            .optional(
                "ma", \.code, .text,
                "Mã, để câu chữ nhắc đến: `{phu_luc.nhiem_vu}` in thành “Phụ lục II”; chữ thường không dấu, gạch dưới."
            ), .optional("ngang", keeping: \.isLandscape, .boolean, "`true` để in trên giấy ngang."),
            .optional("noi_dung", keeping: \.blocks, OutlineBlock.listForm, "Các khối của phụ lục."),
            .optional("phan", keeping: \.sections, OutlineSection.listForm, "Các phần của phụ lục."),
        ])
}
