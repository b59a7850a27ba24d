internal import DataFiles
internal import Diagnostics
internal import VietnameseText

/// What a file says of number and date, which turn a draft into an issued document.
struct IssueEntry: Sendable {
    var number = Entered<Int>.leftOut
    var date = Entered<CalendarDate>.leftOut
    var year = Entered<Int>.leftOut
    var month = Entered<Int>.leftOut
    var code: String?
    var secrecy: SecrecyMark?

    static let fields: [DataField<IssueEntry>] = [
        .optional(
            "so", located: \.number, .integer(in: 1...99_999), "Số văn bản; bỏ trống khi còn là dự thảo."),
        .optional("ngay", located: \.date, .date, "Ngày ban hành; bỏ trống khi còn là dự thảo."),
        .optional(
            "thang_ban_hanh", located: \.month, .integer(in: 1...12),
            "Tháng in ở dự thảo chưa có ngày: ngày … tháng 3 năm 2026."),
        .optional(
            "ky_hieu", \.code, .text,
            "Ký hiệu sau số, khi khác ký hiệu lập từ loại văn bản và chữ viết tắt (KH-SKHCN): KH-BCĐ."),
        .secrecy(\.secrecy),
    ]

    static func yearOfIssue(_ help: String) -> DataField<IssueEntry> {
        .optional("nam_ban_hanh", located: \.year, .year, help)
    }

    /// A number without a date, a date without a number, and a date outside the year or month that is printed.
    var faults: [Diagnostic] {
        var faults: [Diagnostic] = []
        if number.isLeftOut != date.isLeftOut, let place = number.place ?? date.place {
            faults.append(.halfIssued(at: place))
        }
        if let date = date.value, case .given(let year) = year, date.year != year.value {
            faults.append(.yearOfIssue(date.year, year.value, at: year.place))
        }
        if let date = date.value, case .given(let month) = month, date.month != month.value {
            faults.append(.monthOfIssue(date.month, month.value, at: month.place))
        }
        return faults
    }
}

extension DataForm where Value == Int { static var year: DataForm<Int> { .integer(in: 1945...2199) } }

extension Issue {
    /// The year stands in its own field, in the date, or is the given one.
    init(_ entry: IssueEntry, defaultYear: Int) {
        let date = entry.date.value
        self.init(
            number: entry.number.value, date: date, year: date?.year ?? entry.year.value ?? defaultYear,
            month: entry.month.value, code: entry.code)
    }
}

/// What a file says of who gets the document, and who signs it.
struct DistributionEntry: Sendable {
    var recipients: [String]?
    var filing: String?
    var signatory: String?

    static func fields(_ presence: FieldDescription.Presence) -> [DataField<DistributionEntry>] {
        [
            .field(
                "noi_nhan", presence, \.recipients, .lines, "Nơi nhận, không ghi gạch đầu dòng và dấu câu."),
            .field("luu", presence, \.filing, .text, "Nơi lưu: VT, TTKHCN."),
            .field("ky", presence, \.signatory, .reference(.leader), "Mã người ký."),
        ]
    }
}

extension Distribution {
    /// What a missing key leaves empty has been reported already, and keeps the workspace from being built.
    init(_ entry: DistributionEntry) {
        self.init(
            recipients: entry.recipients ?? [], filing: entry.filing ?? "", signatory: entry.signatory ?? "")
    }

    /// What a document that goes with another one does not say is that one's; without recipients it goes to these.
    init(_ entry: DistributionEntry, like other: Distribution, recipients: [String]) {
        self.init(
            recipients: entry.recipients ?? recipients, filing: entry.filing ?? other.filing,
            signatory: entry.signatory ?? other.signatory)
    }
}
