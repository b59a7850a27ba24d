internal import DataFiles
internal import FoundationEssentials
internal import VietnameseText

/// What the file of indicators says: what is counted, how, and how much is planned.
struct IndicatorFile: Sendable {
    var indicators: [Located<Row>] = []
    var isIllustrative = false

    struct Row: Sendable {
        var code = ""
        var name = ""
        var unit = ""
        var kind: Kind?
        var numerator = Entered<String>.leftOut
        var denominator = Entered<String>.leftOut
        var decimals: Int?
        var group: String?
        var workItem: String?
        var sentence = Entered<String>.leftOut
        var targets: [Int: Located<Decimal>] = [:]
        var expected: [Int: Located<Decimal>] = [:]
        var goodDirection: Indicator.GoodDirection?
        var note: String?

        enum Kind: Hashable, Sendable { case flow, stock, ratio, money }
    }

    static let form = DataForm.record(
        "bang_chi_tieu", "Các chỉ tiêu, theo thứ tự in.", blank: IndicatorFile(),
        [
            .required("chi_tieu", \.indicators, .list(of: Row.form.located), "Các chỉ tiêu."),
            .illustrative(\.isIllustrative),
        ])
}

extension IndicatorFile.Row {
    static let form = DataForm.record(
        "chi_tieu", "Một chỉ tiêu.", blank: IndicatorFile.Row(),
        [
            .required(
                "ma", \.code, .identifier(.indicator), "Mã, nhật ký hoạt động dùng để nhắc đến chỉ tiêu."),
            .required("ten", \.name, .text, "Tên chỉ tiêu."),
            .required("dvt", \.unit, .text, "Đơn vị tính; tiền ghi “đồng”, tỷ lệ ghi “%”."),
            .field(
                "loai", .required, \.kind,
                .choice([
                    DataChoice("phat_sinh", .flow, "số phát sinh, cộng dồn theo thời gian"),
                    DataChoice("cuoi_ky", .stock, "số có đến cuối kỳ, lấy số báo sau cùng, không cộng dồn"),
                    DataChoice("ty_le", .ratio, "tỷ lệ phần trăm, luôn tính lại từ tử số và mẫu số"),
                    DataChoice("tien", .money, "số tiền, cộng dồn, nguyên đồng"),
                ]), "Cách tính."),
            .optional("tu_so", located: \.numerator, .reference(.indicator), "Chỉ tiêu làm tử số của tỷ lệ."),
            .optional(
                "mau_so", located: \.denominator, .reference(.indicator), "Chỉ tiêu làm mẫu số của tỷ lệ."),
            .optional(
                "so_le", \.decimals, .integer(in: 0...6),
                "Số chữ số thập phân khi in; mặc định 0, tỷ lệ mặc định 1."),
            .optional("nhom", \.group, .text, "Tên nhóm in thành dòng đậm trong phụ lục."),
            .optional(
                "noi_dung", \.workItem, .reference(.workItem),
                "Mã nội dung kế hoạch mà chỉ tiêu thể hiện kết quả."),
            .optional(
                "cau", located: \.sentence, .pattern(["so"]),
                "Câu kết quả, {so} là số liệu: đã đăng tải {so} tin, bài."),
            .optional(
                "ke_hoach", keeping: \.targets, .perYear(DataForm.number.located), "Kế hoạch từng năm."),
            .optional(
                "uoc_thuc_hien", keeping: \.expected, .perYear(DataForm.number.located),
                "Ước thực hiện cả năm, từng năm; có thì báo cáo có thêm hai cột."),
            .optional(
                "chieu_tot", \.goodDirection,
                .choice([
                    DataChoice("tang", .up, "càng cao càng tốt"),
                    DataChoice("giam", .down, "càng thấp càng tốt: số vụ cháy, tỷ lệ hộ nghèo"),
                ]), "Chiều tốt của chỉ tiêu; mặc định `tang`."),
            .optional("ghi_chu", \.note, .text, "Ghi chú in ở cột cuối."),
        ])
}

/// What a row of the log says: what was done, when, by whom, how much.
struct LogRow: Sendable {
    var date = Entered<CalendarDate>.leftOut
    var unit = ""
    var workItem = Entered<String>.leftOut
    var channel: String?
    var indicator = Entered<String>.leftOut
    var amount = Entered<ReportedNumber>.leftOut
    var note = Entered<String>.leftOut

    static let fileForm = DataForm.list(of: form.located)

    static let form = DataForm.record(
        "hoat_dong", "Một dòng nhật ký.", blank: LogRow(),
        [
            .required("ngay", located: \.date, .date, "Ngày: 15/3/2021 hoặc 2021-03-15."),
            .required("don_vi", \.unit, .reference(.unit), "Mã đơn vị thực hiện."),
            .optional("noi_dung", located: \.workItem, .reference(.workItem), "Mã nội dung kế hoạch."),
            .optional("kenh", \.channel, .reference(.channel), "Mã kênh."),
            .optional(
                "chi_tieu", located: \.indicator, .reference(.indicator),
                "Mã chỉ tiêu; bỏ trống thì dòng chỉ là việc đã làm, ghi ở ghi_chu."),
            .optional(
                "so_luong", located: \.amount, .reportedNumber,
                "Số liệu; 0 là đã làm nhưng bằng không, - là không phát sinh (chỉ tiêu cuối kỳ thì giữ số báo trước; hết hẳn thì ghi 0), bỏ trống là chưa báo cáo."
            ),
            .optional(
                "ghi_chu", located: \.note, .text,
                "Ghi chú; dòng không có chỉ tiêu thì in vào kết quả của nội dung."),
        ])
}
