internal import DataFiles
internal import Diagnostics

/// What the file of a programme says: Kế hoạch nhiều năm.
struct ProgrammeFile: Sendable {
    var issue = IssueEntry()
    var kind = DocumentKind.plan
    /// What it is called, where that is no kind that is known here.
    var typeName: String?
    /// The name of an outline; nil for the one of several years, or that of `sections`.
    var outline: String?
    var sections: [OutlineSection] = []
    var levels: [OutlineLevel]?
    /// What its outline asks for besides.
    var slots = DescribedRecord()
    var subject: [String] = []
    var addressees: [String] = []
    var authority: String?
    var legalBases: [WrittenText] = []
    var instruction: String?
    var lead: WrittenText?
    var purpose: [WrittenText] = []
    var requirements: [WrittenText] = []
    var scope = Entered<Scope>.leftOut
    var duration = Entered<TimeSpan>.leftOut
    var schoolYear = Entered<TimeSpan>.leftOut
    var appendices: [OutlineAppendix] = []
    var decision: DecisionEntry?
    var handover: HandoverEntry?
    var submission: SubmissionEntry?
    var amendment: AmendmentEntry?
    var partner: PartnerEntry?
    var phases: [Phase] = []
    var workItems: [Item] = []
    var measures: [[WrittenText]] = []
    var funding: [WrittenText] = []
    var assignments: [Located<Assignment>] = []
    var closing: WrittenText?
    var distribution = DistributionEntry()
    var annual: [Int: Located<Annual>] = [:]
    var isIllustrative = false

    struct Scope: Sendable {
        var description = ""
        var channels = Entered<[Channel]>.leftOut
    }

    struct Channel: Sendable {
        var code = ""
        var name = ""
        var kind: String?
        var address: String?
        var span = Entered<TimeSpan>.leftOut
    }

    struct Phase: Sendable {
        var name: String?
        var first = Entered<Int>.leftOut
        var last = Entered<Int>.leftOut
        var goals: [String] = []
    }

    struct Item: Sendable {
        var code = Entered<String>.leftOut
        var title = ""
        var items: [Item] = []
        /// When, in one plan's year.
        var deadline = Entered<String>.leftOut
        var paragraphs: [WrittenText] = []
        var span = Entered<TimeSpan>.leftOut
        var timeSentence: String?
        var leadUnits: Shorthand<String, [String]>?
        var supportingUnits: [String] = []
        var result: String?
        var note: String?
        var milestones: [Int: Located<String>] = [:]
        var costs: [Int: Located<Money>] = [:]
        var needsNoMoney = false
    }

    struct Assignment: Sendable {
        var unit = Entered<String>.leftOut
        var name = Entered<String>.leftOut
        var duties: [Shorthand<WrittenText, Duty>] = []
    }

    struct Duty: Sendable {
        var text = WrittenText("", at: .argument(""))
        var span = Entered<TimeSpan>.leftOut
    }

    /// What the annual plan of one year says otherwise.
    struct Annual: Sendable {
        var issue = IssueEntry()
        var subject: [String]?
        var lead: WrittenText?
        var closing: WrittenText?
        var distribution = DistributionEntry()
    }
}

extension ProgrammeFile {
    /// The form of a plan of several years.
    static let form = form(of: .shipped(Outline.usualName) ?? Outline())

    /// The form of a plan with that outline: what it must have, and its own keys.
    static func form(of outline: Outline) -> DataForm<ProgrammeFile> {
        let used = outline.body.usedKeys
        let kept = fields.filter { !textKeys.contains($0.key) || used.contains($0.key) }.map {
            $0.presence(always.contains($0.key) || outline.required.contains($0.key) ? .required : .optional)
        }
        let known = Set(kept.map(\.key))
        let own = outline.ownFields(besides: known).map { $0.inside(\ProgrammeFile.slots) }
        return .record("ke_hoach", "Kế hoạch.", blank: ProgrammeFile(), kept + own)
    }

    /// Texts that are printed only where an outline has a place for them.
    static let textKeys: Set<String> = [
        "muc_dich", "yeu_cau", "pham_vi", "giai_phap", "kinh_phi", "to_chuc_thuc_hien",
    ]

    /// What every plan must have.
    private static let always: Set<String> = ["trich_yeu", "noi_nhan", "luu", "ky", "nam_ban_hanh"]

    private static let fields: [DataField<ProgrammeFile>] =
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            .required("nam_ban_hanh", located: \.issue.year, .year, "Năm ban hành, in cả khi chưa có ngày."),
            .optional(
                "loai", keeping: \.kind,
                .choice([
                    DataChoice("ke_hoach", .plan, "Kế hoạch"),
                    DataChoice("chuong_trinh", .programme, "Chương trình"),
                    DataChoice("phuong_an", .responsePlan, "Phương án"),
                    DataChoice("de_an", .scheme, "Đề án"), DataChoice("bao_cao", .report, "Báo cáo"),
                    DataChoice("to_trinh", .proposal, "Tờ trình"),
                    DataChoice("quyet_dinh", .decision, "Quyết định"),
                    DataChoice("thong_bao", .notice, "Thông báo"),
                    DataChoice("huong_dan", .guidance, "Hướng dẫn"),
                    DataChoice("quy_che", .regulation, "Quy chế"),
                    DataChoice("quy_dinh", .provisions, "Quy định"),
                    DataChoice("nghi_quyet", .resolution, "Nghị quyết"),
                    DataChoice("chi_thi", .directive, "Chỉ thị"),
                    DataChoice("ket_luan", .conclusion, "Kết luận"),
                    DataChoice("bien_ban", .minutes, "Biên bản"),
                    DataChoice("giay_moi", .invitation, "Giấy mời"),
                    DataChoice("cong_van", .letter, "Công văn"),
                ]), "Tên loại văn bản; mặc định `ke_hoach`."),
            .optional(
                "ten_loai", \.typeName, .text,
                "Tên loại in ở đầu văn bản, khi không phải một loại ở trên: Đề cương, Phiếu trình."),
            .optional(
                "de_cuong", \.outline, .text,
                "Tên đề cương: một đề cương đi kèm, hoặc tệp ở thư mục de-cuong của hồ sơ; mặc định là kế hoạch nhiều năm."
            ),
            .optional(
                "phan", keeping: \.sections, OutlineSection.listForm,
                "Các phần của văn bản, khi viết tự do, không theo đề cương."),
            .optional(
                "danh_so", \.levels, .levels, "Cách đánh số từng cấp của `phan`; mặc định [I, 1, a, -]."),
            .required("trich_yeu", \.subject, .lines, "Trích yếu; mỗi dòng in thành một dòng."),
            .optional(
                "kinh_gui", keeping: \.addressees, .lines,
                "Nơi kính gửi, khi là công văn, báo cáo, tờ trình; mỗi nơi một dòng."),
            .optional(
                "tham_quyen", \.authority, .text,
                "Thẩm quyền ban hành, khi là quyết định, nghị quyết: Chủ tịch Ủy ban nhân dân tỉnh A."),
            .optional(
                "can_cu", keeping: \.legalBases, .writtenLines, "Các căn cứ, không ghi dấu câu ở cuối."),
            .optional(
                "thuc_hien", \.instruction, .text,
                "Văn bản chỉ đạo được thực hiện, viết liền sau chữ “Thực hiện”."),
            .optional(
                "mo_dau", \.lead, .written, "Đoạn mở đầu, khi muốn viết khác câu tự lập; `khong` là không có."
            ), .required("muc_dich", \.purpose, .writtenDashes, "Mục đích; không ghi gạch đầu dòng."),
            .required("yeu_cau", \.requirements, .writtenDashes, "Yêu cầu; không ghi gạch đầu dòng."),
            .required("pham_vi", located: \.scope, Scope.form, "Phạm vi thực hiện."),
            .required("thoi_gian", located: \.duration, .timeSpan, "Thời gian của cả kế hoạch: 2020-2025."),
            .optional(
                "nam_hoc", located: \.schoolYear, .timeSpan,
                "Năm học: 2025-2026; thay cho thoi_gian khi kế hoạch theo năm học."),
            .required("giai_doan", \.phases, .list(of: Phase.form), "Các giai đoạn."),
            .required("noi_dung", \.workItems, .list(of: Item.form), "Các nội dung công việc."),
            .required(
                "giai_phap", \.measures, .list(of: .writtenLines),
                "Giải pháp a), b)…; mỗi giải pháp một hoặc nhiều đoạn."),
            .required("kinh_phi", \.funding, .writtenLines, "Các đoạn về kinh phí."),
            .required(
                "to_chuc_thuc_hien", \.assignments, .list(of: Assignment.form.located),
                "Phân công từng đơn vị."),
            .optional(
                "ket", \.closing, .written,
                "Câu kết, không ghi “./.”, khi muốn viết khác câu tự lập; `khong` thì đoạn cuối của bài kết thúc văn bản."
            ),
        ] + DistributionEntry.fields(.required).map { $0.inside(\.distribution) } + [
            .optional(
                "phu_luc", keeping: \.appendices, .list(of: OutlineAppendix.form),
                "Các phụ lục, được đánh số La Mã khi có từ hai."),
            .optional(
                "quyet_dinh", \.decision, DecisionEntry.form,
                "Quyết định ban hành, khi văn bản này ban hành kèm theo quyết định."),
            .optional(
                "giao_viec", \.handover, HandoverEntry.form,
                "Công văn giao nhiệm vụ cho từng đơn vị chủ trì, phần khác với kế hoạch."),
            .optional("trinh", \.submission, SubmissionEntry.form, "Tờ trình đề nghị ban hành văn bản này."),
            .optional(
                "sua_doi", \.amendment, AmendmentEntry.form,
                "Số, ngày và câu chữ của văn bản sửa đổi, bổ sung kế hoạch đã ban hành."),
            .optional(
                "cung_ban_hanh", \.partner, PartnerEntry.form,
                "Cơ quan cùng ban hành, khi văn bản có hai cơ quan và hai chữ ký."),
            .optional(
                "ke_hoach_nam", keeping: \.annual, .perYear(Annual.form.located),
                "Số, ngày và câu chữ riêng của kế hoạch từng năm."), .illustrative(\.isIllustrative),
        ]
}

extension ProgrammeFile {
    /// The items with those under them.
    var everyItem: [Item] { workItems.flatMap(\.all) }
}

extension ProgrammeFile.Item { var all: [ProgrammeFile.Item] { [self] + items.flatMap(\.all) } }

extension ProgrammeFile.Annual {
    fileprivate static let form = DataForm.record(
        "ke_hoach_nam", "Kế hoạch của một năm, phần khác với kế hoạch chung.", blank: ProgrammeFile.Annual(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            IssueEntry.yearOfIssue("Năm ban hành; mặc định là năm của kế hoạch.").inside(\.issue),
            .optional("trich_yeu", \.subject, .lines, "Trích yếu; mặc định là trích yếu chung kèm năm."),
            .optional("mo_dau", \.lead, .written, "Đoạn mở đầu."),
            .optional("ket", \.closing, .written, "Câu kết, không ghi “./.”."),
        ] + DistributionEntry.fields(.optional).map { $0.inside(\.distribution) })
}
