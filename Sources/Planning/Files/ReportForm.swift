internal import DataFiles
internal import VietnameseText

/// What the file of reports says: how the periodic reports are addressed and worded.
struct ReportFile: Sendable {
    /// The name of the outline that the reports follow; nil for the one that comes with the program.
    var outline: String?
    var addressees: [String] = []
    /// Those of every period that names none of its own.
    var legalBases: [WrittenText] = []
    var subject = ""
    var lead = ""
    var closing = ""
    var counting: Counting?
    var closingDay = Entered<Int>.leftOut
    var sendingDay: Int?
    var holidays: [CalendarDate] = []
    var distribution = DistributionEntry()
    /// What is drawn besides the table of figures.
    var charts: [ReportChart] = []
    var periods: [Period] = []
    var isIllustrative = false

    /// Cách chốt số liệu.
    enum Counting: Hashable, Sendable { case decree, calendar }

    struct Period: Sendable {
        var period = Entered<ReportingPeriod>.leftOut
        /// What it is called in sentences.
        var name: String?
        var first = Entered<CalendarDate>.leftOut
        var last = Entered<CalendarDate>.leftOut
        var due: CalendarDate?
        var occasion: ReportSettings.Occasion?
        var issue = IssueEntry()
        var addressees: [String]?
        var subject: [String]?
        var lead: WrittenText?
        var closing: WrittenText?
        var distribution = DistributionEntry()
        var legalBases: [WrittenText] = []
        var results: [Result] = []
        var strengths: [WrittenText] = []
        var difficulties: [WrittenText] = []
        var causes: [WrittenText] = []
        var nextTasks: [WrittenText] = []
        var proposals: [WrittenText] = []
        /// Parts of its own, in the place of the outline's.
        var sections: [OutlineSection] = []
        var levels: [OutlineLevel]?
        /// What its outline asks for besides.
        var slots = DescribedRecord()
    }

    struct Result: Sendable {
        var workItem = ""
        var paragraphs: [WrittenText] = []
    }
}

extension ReportFile {
    /// The form of reports that follow the outline that comes with the program.
    static let form = form(of: Outline())

    /// The form of reports with that outline: what each period must have, and its own keys.
    static func form(of outline: Outline) -> DataForm<ReportFile> {
        .record(
            "bao_cao",
            "Thiết lập chung của báo cáo và lời văn từng kỳ. Trong các mẫu câu, {ky} là tên kỳ, {ky_sau} là tên kỳ sau, {nam} là năm.",
            blank: ReportFile(), fields(of: Period.form(of: outline)))
    }

    /// The keys of a period that an outline has places for.
    static let textKeys = ["uu_diem", "han_che", "nguyen_nhan", "phuong_huong", "kien_nghi"]

    private static func fields(of period: DataForm<Period>) -> [DataField<ReportFile>] {
        [
            .optional(
                "de_cuong", \.outline, .text,
                "Tên đề cương của báo cáo: một tệp ở thư mục de-cuong của hồ sơ; mặc định là báo cáo định kỳ."
            ), .required("kinh_gui", \.addressees, .lines, "Nơi nhận báo cáo, mỗi nơi một dòng."),
            .optional(
                "can_cu", keeping: \.legalBases, .writtenLines,
                "Các căn cứ của mọi kỳ, không ghi dấu câu ở cuối."),
            .required(
                "trich_yeu", \.subject, .pattern(placeholders),
                "Trích yếu: Kết quả … {ky} và phương hướng, nhiệm vụ {ky_sau}."),
            .required("mo_dau", \.lead, .pattern(placeholders), "Đoạn mở đầu, nêu căn cứ báo cáo."),
            .required("ket", \.closing, .pattern(placeholders), "Câu kết, không ghi “./.”."),
            .optional(
                "chot_so_lieu", \.counting,
                .choice([
                    DataChoice(
                        "nd09", .decree,
                        "từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ, theo Nghị định số 09/2019/NĐ-CP"
                    ), DataChoice("duong_lich", .calendar, "từ ngày đầu đến ngày cuối kỳ theo dương lịch"),
                ]), "Cách chốt số liệu; mặc định `nd09`."),
            .optional(
                "ngay_chot", located: \.closingDay, .integer(in: 1...27),
                "Ngày chốt số liệu hằng tháng khi theo `nd09`; mặc định 14."),
            .optional(
                "ngay_gui", \.sendingDay, .integer(in: 1...31),
                "Ngày phải gửi báo cáo, trong tháng cuối kỳ; mặc định 25."),
            .optional(
                "ngay_nghi", keeping: \.holidays, .list(of: .date),
                "Các ngày nghỉ khác của cơ quan, ngoài ngày lễ, Tết, thứ Bảy và Chủ nhật."),
            .optional(
                "bieu_do", keeping: \.charts,
                .list(
                    of: .choice([
                        DataChoice("ke_hoach", .plan, "mỗi chỉ tiêu đạt bao nhiêu phần trăm kế hoạch năm"),
                        DataChoice("theo_thang", .months, "mỗi chỉ tiêu cộng dồn một biểu đồ, từng tháng"),
                        DataChoice(
                            "tien_do", .schedule,
                            "các nhiệm vụ của năm, mỗi nhiệm vụ một thanh qua các tháng của nó; thời gian không đọc được thì không có thanh"
                        ),
                    ])),
                "Các biểu đồ vẽ sau bảng chỉ tiêu ở phụ lục, số liệu như trong bảng; mặc định không vẽ."),
        ] + DistributionEntry.fields(.required).map { $0.inside(\.distribution) } + [
            .optional(
                "ky_bao_cao", keeping: \.periods, .list(of: period), "Số, ngày và lời văn của từng kỳ."),
            .illustrative(\.isIllustrative),
        ]
    }

    /// What the sentences of a report may leave open.
    private static let placeholders = ["ky", "ky_sau", "nam"]
}

extension ReportFile.Period {
    fileprivate static func form(of outline: Outline) -> DataForm<ReportFile.Period> {
        let kept = fields.map { outline.required.contains($0.key) ? $0.presence(.required) : $0 }
        let known = Set(kept.map(\.key))
        let own = outline.ownFields(besides: known).map { $0.inside(\ReportFile.Period.slots) }
        return .record("ky_bao_cao", "Lời văn của một kỳ báo cáo.", blank: ReportFile.Period(), kept + own)
    }

    private static let fields: [DataField<ReportFile.Period>] =
        [
            .required(
                "ky", located: \.period, .period,
                "Kỳ: 2021-03, 2021-Q1, 2021-H1, 2021-9M, 2021; tuần 2021-W07; học kỳ 2021-HK1, năm học 2021-NH; giai đoạn 2021-GD1; chuyên đề 2021-CD1; đột xuất 2021-DX1; từ ngày đến ngày 2021-03-01..2021-03-20."
            ),
            .optional(
                "ten", \.name, .text, "Tên kỳ trong câu, khi khác tên thường gọi: đợt cao điểm tháng 3/2021."),
            .optional(
                "tu", located: \.first, .date,
                "Ngày đầu của số liệu, khi khác cách chốt chung; chuyên đề, đột xuất phải có."),
            .optional("den", located: \.last, .date, "Ngày cuối của số liệu; đi cùng `tu`."),
            .optional("han_gui", \.due, .date, "Hạn gửi báo cáo của kỳ này, khi khác `ngay_gui`."),
            .optional(
                "hinh_thuc", \.occasion,
                .choice([
                    DataChoice("dinh_ky", .periodic, "báo cáo định kỳ"),
                    DataChoice("so_ket", .interim, "báo cáo sơ kết"),
                    DataChoice("tong_ket", .final, "báo cáo tổng kết"),
                ]), "Hình thức; sơ kết, tổng kết thì trích yếu tự lập nói như vậy. Mặc định `dinh_ky`."),
        ] + IssueEntry.fields.map { $0.inside(\.issue) } + [
            IssueEntry.yearOfIssue("Năm ban hành; mặc định là năm báo cáo.").inside(\.issue),
            .optional("kinh_gui", \.addressees, .lines, "Nơi nhận báo cáo, khi khác các kỳ khác."),
            .optional("trich_yeu", \.subject, .lines, "Trích yếu, khi không theo mẫu chung."),
            .optional(
                "mo_dau", \.lead, .written, "Đoạn mở đầu, khi không theo mẫu chung; `khong` là không có."),
            .optional(
                "ket", \.closing, .written,
                "Câu kết, không ghi “./.”, khi không theo mẫu chung; `khong` thì đoạn cuối kết thúc văn bản."),
            .optional("noi_nhan", \.distribution.recipients, .lines, "Nơi nhận, khi khác các kỳ khác."),
            .optional("luu", \.distribution.filing, .text, "Nơi lưu, khi khác các kỳ khác."),
            .optional(
                "nguoi_ky", \.distribution.signatory, .reference(.leader),
                "Mã người ký, khi khác các kỳ khác."),
            .optional("can_cu", keeping: \.legalBases, .writtenLines, "Các căn cứ, khi khác các kỳ khác."),
            .optional(
                "ket_qua", keeping: \.results, .list(of: ReportFile.Result.form),
                "Kết quả viết thêm, ngoài số liệu tính từ nhật ký."),
            .optional("uu_diem", keeping: \.strengths, .writtenDashes, "Ưu điểm; không ghi gạch đầu dòng."),
            .optional(
                "han_che", keeping: \.difficulties, .writtenDashes,
                "Khó khăn, hạn chế; không ghi gạch đầu dòng."),
            .optional(
                "nguyen_nhan", keeping: \.causes, .writtenDashes, "Nguyên nhân; không ghi gạch đầu dòng."),
            .optional(
                "phuong_huong", keeping: \.nextTasks, .writtenDashes,
                "Nhiệm vụ trọng tâm kỳ sau; không ghi gạch đầu dòng."),
            .optional(
                "kien_nghi", keeping: \.proposals, .writtenDashes,
                "Kiến nghị, đề xuất; không ghi gạch đầu dòng."),
            .optional(
                "phan", keeping: \.sections, OutlineSection.listForm,
                "Các phần của báo cáo, khi viết tự do, không theo đề cương."),
            .optional(
                "danh_so", \.levels, .levels, "Cách đánh số từng cấp của `phan`; mặc định [I, 1, a, -]."),
        ]
}

extension ReportFile.Result {
    fileprivate static let form = DataForm.record(
        "ket_qua", "Kết quả viết thêm của một nội dung.", blank: ReportFile.Result(),
        [
            .required("noi_dung", \.workItem, .reference(.workItem), "Mã nội dung kế hoạch."),
            .required(
                "doan", \.paragraphs, .writtenLines, "Các đoạn văn; đoạn có gạch đầu dòng thì ghi cả “- ”."),
        ])
}
