internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials

/// What the file of an estimate says: Dự toán của một năm.
struct EstimateFile: Sendable {
    var year = Entered<Int>.leftOut
    var sources: [Source] = []
    var rows = Entered<[Located<Row>]>.leftOut
    var total = Entered<Money>.leftOut
    var ceiling = Entered<Money>.leftOut
    var tax: TaxKind?
    var taxRate: Decimal?
    var display: DisplayUnit?
    var displayDecimals: Int?
    var changes: [Change] = []
    /// The units that send an estimate of their own.
    var senders: [String] = []
    var proposal: Proposal?
    var explanation: Explanation?
    var decision: DecisionEntry?
    var paymentReports: [PaymentReport] = []
    var isIllustrative = false

    struct Source: Sendable {
        var code = ""
        var name = ""
        var amount = Entered<Money>.leftOut
    }

    /// Điều chỉnh within the year.
    struct Change: Sendable {
        var decision = ""
        var rows: [Located<ChangedRow>] = []
    }

    struct ChangedRow: Sendable {
        var code = ""
        var amount = Money.zero
    }

    struct Row: Sendable {
        var kind: Kind?
        var code = Entered<String>.leftOut
        var title = Entered<String>.leftOut
        var rows = Entered<[Located<Row>]>.leftOut
        var unit = Entered<String>.leftOut
        var quantity = Entered<Decimal>.leftOut
        var factors = Entered<[Located<Factor>]>.leftOut
        var unitPrice = Entered<Decimal>.leftOut
        var percent = Entered<Decimal>.leftOut
        var base = Entered<[Located<String>]>.leftOut
        var tax: TaxKind?
        var taxRate: Decimal?
        var amount = Entered<Money>.leftOut
        var source = Entered<Shorthand<String, [Share]>>.leftOut
        var budgetCode: String?
        var basis: String?
        var unitInCharge: String?
        var workItem = Entered<String>.leftOut
        var details = Details()
        /// What a table has in its further columns; no key of a file.
        var columns: [ColumnFigure] = []

        /// Written, or told by what the row holds.
        enum Kind: Hashable, Sendable {
            case group
            case item
            /// “Trong đó”.
            case memo
            /// Ghi chú: words alone.
            case note
        }
    }

    /// Thuế GTGT.
    enum TaxKind: Hashable, Sendable {
        case included
        case added
        case none
    }

    struct Share: Sendable {
        var source = ""
        var amount = Money.zero
    }

    struct Proposal: Sendable {
        var issue = IssueEntry()
        var subject: [String]?
        var addressees: [String] = []
        var legalBases: [WrittenText] = []
        var lead: WrittenText?
        var necessity: [WrittenText] = []
        var calculation: [WrittenText] = []
        var requests: [WrittenText] = []
        /// Parts of its own, in the place of the outline's.
        var sections: [OutlineSection] = []
        var levels: [OutlineLevel]?
        var closing = WrittenText("", at: .argument(""))
        var distribution = DistributionEntry()
    }
}

extension EstimateFile.Proposal {
    /// The keys that its outline has places for.
    static let textKeys = ["su_can_thiet", "co_so_tinh_toan", "kien_nghi"]
}

extension EstimateFile {
    static let form = DataForm.record("du_toan", "Dự toán của một năm.", blank: EstimateFile(), fields)

    /// The form of a file whose rows stand in a table beside it.
    static let formBesideTable = DataForm.record(
        "du_toan", "Dự toán của một năm.", blank: EstimateFile(),
        fields.map { $0.key == "muc" ? $0.presence(.optional) : $0 })

    private static let fields: [DataField<EstimateFile>] =
        [
            .required("nam", located: \.year, .year, "Năm dự toán, phải trùng với năm ở tên tệp."),
            .optional(
                "nguon", keeping: \.sources, .list(of: Source.form),
                "Các nguồn kinh phí; tờ trình dự toán phải có."),
            .required(
                "muc", located: \.rows, .list(of: Row.form.located),
                "Các dòng của bảng; số thứ tự, cộng nhóm và tổng cộng do chương trình lập."),
            .optional(
                "tong_cong", located: \.total, .money,
                "Tổng cộng đã được thông báo, để chương trình đối chiếu."),
            .optional("muc_tran", located: \.ceiling, .money, "Dự toán được giao; vượt thì cảnh báo."),
            .optional(
                "dieu_chinh", keeping: \.changes, .list(of: Change.form),
                "Các lần điều chỉnh trong năm; số ban đầu ở `muc` giữ nguyên."),
            .optional(
                "don_vi_lap", keeping: \.senders, .list(of: .reference(.unit)),
                "Các đơn vị phải gửi dự toán riêng vào thư mục `du-toan/NĂM`; mặc định mọi đơn vị."),
        ] + TaxFields.file + [
            .optional(
                "to_trinh", \.proposal, Proposal.form,
                "Tờ trình kèm dự toán; không cần khi dự toán chỉ in trong kế hoạch.")
        ] + documentFields + [.illustrative(\.isIllustrative)]
}

extension DisplayUnit {
    static let form = DataForm<DisplayUnit>.choice([
        DataChoice("dong", .dong, "đồng"), DataChoice("nghin_dong", .thousand, "nghìn đồng"),
        DataChoice("trieu_dong", .million, "triệu đồng"), DataChoice("ty_dong", .billion, "tỷ đồng"),
    ])
}

/// The keys about tax.
private enum TaxFields {
    static let file: [DataField<EstimateFile>] = [
        .optional(
            "don_vi_tinh", \.display, DisplayUnit.form,
            "Đơn vị in số tiền; mặc định `dong`. Số làm tròn sao cho các dòng in ra vẫn cộng đúng bằng tổng in ra."
        ),
        .optional(
            "so_le", \.displayDecimals, .integer(in: 0...3), "Số chữ số lẻ khi in theo đơn vị lớn hơn đồng."),
        .optional("thue", \.tax, form, help), .optional("thue_suat", \.taxRate, .number, rateHelp),
    ]
    static let row: [DataField<EstimateFile.Row>] = [
        .optional("thue", \.tax, form, help), .optional("thue_suat", \.taxRate, .number, rateHelp),
    ]
    private static let help = "Thuế GTGT của các mức giá; các dòng con theo nhóm nếu không ghi."
    private static let rateHelp = "Thuế suất, phần trăm: 8%. Các dòng con theo nhóm nếu không ghi."
    private static let form = DataForm<EstimateFile.TaxKind>.choice([
        DataChoice("da_gom", .included, "giá đã gồm thuế"),
        DataChoice("cong_them", .added, "giá chưa gồm thuế, thuế cộng thêm vào thành tiền"),
        DataChoice("khong", EstimateFile.TaxKind.none, "không chịu thuế"),
    ])
}

extension EstimateFile.Source {
    fileprivate static let form = DataForm.record(
        "nguon", "Một nguồn kinh phí.", blank: EstimateFile.Source(),
        [
            .required("ma", \.code, .identifier(.fundingSource), "Mã nguồn, dùng ở các dòng: NST."),
            .required("ten", \.name, .text, "Tên nguồn: Ngân sách tỉnh."),
            .optional(
                "so_tien", located: \.amount, .money, "Tổng đã biết của nguồn, để chương trình đối chiếu."),
        ])
}

extension EstimateFile.Row {
    static let form = DataForm.record(
        "muc", "Một dòng: nhóm (có `muc` con), mục chi, hoặc dòng “trong đó”.", blank: EstimateFile.Row(),
        fields)

    private static let fields: [DataField<EstimateFile.Row>] =
        [
            .optional(
                "loai", \.kind,
                .choice([
                    DataChoice("nhom", .group, "nhóm, số tiền là tổng các dòng con"),
                    DataChoice("muc", .item, "mục chi"),
                    DataChoice("trong_do", .memo, "dòng “trong đó”, chỉ để biết, không cộng vào tổng"),
                    DataChoice("ghi_chu", .note, "dòng chữ, không có số tiền"),
                ]), "Loại dòng; mặc định là `nhom` khi có `muc` con, không thì `muc`."),
            .optional("ma", located: \.code, .text, "Mã của dòng, để dòng tỷ lệ khác nhắc đến ở khóa `cua`."),
            .required("noi_dung_chi", located: \.title, .text, "Nội dung chi."),
            .optional(
                "muc", located: \.rows, .list(of: DataForm.enclosingRecord("muc") { form }.located),
                "Các dòng con."), .optional("dvt", located: \.unit, .text, "Đơn vị tính."),
            .optional(
                "so_luong", located: \.quantity, .number(percent: .asFraction),
                "Số lượng; 0 là dòng có trong kế hoạch mà chưa chi."),
            .optional("he_so", located: \.factors, .factors, "Các hệ số nhân thêm: [2 ngày, 3 lớp]."),
            .optional("don_gia", located: \.unitPrice, .price, "Đơn giá, đồng; có thể lẻ: 2.103,5."),
            .optional(
                "ty_le", located: \.percent, .number,
                "Tỷ lệ phần trăm của các dòng khác: dự phòng 10%, giảm giá -5%. Khi đó không ghi số lượng và đơn giá."
            ),
            .optional(
                "cua", located: \.base, .list(of: DataForm<String>.text.located),
                "Mã của các dòng mà tỷ lệ tính trên đó; mặc định là mọi dòng phía trên trong cùng nhóm."),
        ] + TaxFields.row + [
            .optional(
                "thanh_tien", located: \.amount, .signedMoney,
                "Thành tiền, chưa gồm thuế cộng thêm; khoản giảm trừ ghi số âm. Có số lượng và đơn giá thì không cần, nếu ghi thì phải khớp."
            ),
            .optional(
                "nguon", located: \.source,
                .shorthand(.reference(.fundingSource), orElse: .list(of: EstimateFile.Share.form)),
                "Mã nguồn kinh phí, hoặc danh sách chia theo nguồn. Dòng con theo nguồn của nhóm nếu không ghi."
            ), .optional("ma_ndkt", \.budgetCode, .text, "Mã nội dung kinh tế (mục, tiểu mục)."),
            .optional("can_cu", \.basis, .text, "Căn cứ, ghi chú."),
            .optional("don_vi", \.unitInCharge, .reference(.unit), "Mã đơn vị thực hiện."),
            .optional(
                "noi_dung", located: \.workItem, .reference(.workItem),
                "Mã nội dung kế hoạch mà khoản chi phục vụ. Dòng con theo nhóm nếu không ghi."),
        ] + EstimateFile.Details.fields.map { $0.inside(\.details) }
}

extension EstimateFile.Share {
    fileprivate static let form = DataForm.record(
        "phan_nguon", "Phần của một nguồn trong một mục chi.", blank: EstimateFile.Share(),
        [
            .required("nguon", \.source, .reference(.fundingSource), "Mã nguồn."),
            .required("so_tien", \.amount, .signedMoney, "Số tiền, đồng."),
        ])
}

extension EstimateFile.Proposal {
    fileprivate static let form = DataForm.record(
        "to_trinh", "Tờ trình kèm dự toán.", blank: EstimateFile.Proposal(),
        IssueEntry.fields.map { $0.inside(\.issue) } + [
            IssueEntry.yearOfIssue("Năm ban hành; mặc định là năm trước năm dự toán.").inside(\.issue),
            .optional("trich_yeu", \.subject, .lines, "Trích yếu, bắt đầu bằng “Về việc”."),
            .required("kinh_gui", \.addressees, .lines, "Nơi được trình, mỗi nơi một dòng."),
            .optional(
                "can_cu", keeping: \.legalBases, .writtenLines, "Các căn cứ, không ghi dấu câu ở cuối."),
            .optional("mo_dau", \.lead, .written, "Đoạn mở đầu."),
            .optional(
                "su_can_thiet", keeping: \.necessity, .writtenLines,
                "Sự cần thiết; không được thiếu khi không có `phan`."),
            .optional(
                "co_so_tinh_toan", keeping: \.calculation, .writtenLines,
                "Cơ sở tính toán; không được thiếu khi không có `phan`."),
            .optional(
                "kien_nghi", keeping: \.requests, .writtenLines,
                "Kiến nghị; không được thiếu khi không có `phan`."),
            .optional(
                "phan", keeping: \.sections, OutlineSection.listForm,
                "Các phần của tờ trình, khi viết tự do, không theo đề cương."),
            .optional(
                "danh_so", \.levels, .levels, "Cách đánh số từng cấp của `phan`; mặc định [I, 1, a, -]."),
            .required("ket", \.closing, .written, "Câu kết, không ghi “./.”."),
        ] + DistributionEntry.fields(.required).map { $0.inside(\.distribution) })
}
