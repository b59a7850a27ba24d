internal import DataFiles
internal import Diagnostics
internal import Sheets
internal import Values
internal import VietnameseText

/// Sổ giải ngân: what was paid of the estimates, by item and source.
struct PaymentFile: Sendable {
    var payments: [Located<Payment>] = []

    /// One payment.
    struct Payment: Sendable {
        var date = Entered<CalendarDate>.leftOut
        /// The row of the estimate, by its code or what it says.
        var item = Entered<String>.leftOut
        /// The source, by its code or name.
        var source = Entered<String>.leftOut
        var amount = Entered<Money>.leftOut
        var voucher: String?
        var note: String?
    }

    static let form = DataForm.record(
        "so_giai_ngan", "Các khoản đã chi của dự toán, mỗi lần chi một dòng.", blank: PaymentFile(),
        [.optional("giai_ngan", keeping: \.payments, .list(of: Payment.form.located), "Các lần chi.")])

    /// The payments of a table as the form reads them.
    static func rows(of file: TableFile) throws(Failure) -> (SourceNode, DataReading, [Diagnostic]) {
        try FigureTable.records(
            of: file, .payments, Payment.form.description, required: ["ngay", "muc", "so_tien"],
            under: "giai_ngan")
    }
}

extension PaymentFile.Payment {
    static let form = DataForm.record(
        "giai_ngan", "Một lần chi.", blank: PaymentFile.Payment(),
        [
            .required("ngay", located: \.date, .date, "Ngày chi: 15/3/2026; năm của ngày là năm dự toán."),
            .required("muc", located: \.item, .text, "Mã (khóa `ma`) hoặc nội dung chi của dòng dự toán."),
            .optional(
                "nguon", located: \.source, .text,
                "Mã hoặc tên nguồn kinh phí; không cần khi dòng chỉ có một nguồn."),
            .required(
                "so_tien", located: \.amount, .signedMoney, "Số tiền đã chi, đồng; thu hồi thì ghi số âm."),
            .optional("chung_tu", \.voucher, .text, "Số chứng từ."),
            .optional("ghi_chu", \.note, .text, "Ghi chú."),
        ])
}

/// What was paid of an item on a day.
package struct Payment: Hashable, Sendable {
    let date: CalendarDate
    /// The item's number in the order of the estimate.
    let item: Int
    let source: String
    let amount: Money
}
