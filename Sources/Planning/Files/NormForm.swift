internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Sheets
internal import Values
internal import VietnameseText

/// Định mức chi: the most that may be planned for a unit of something.
struct Norm: Sendable {
    var title = ""
    var unit = ""
    var value = Decimal()
    /// The act that fixes it.
    var basis: String?
    /// Where it holds; nil for everywhere.
    var province: String?
    var from: CalendarDate?
    var to: CalendarDate?

    /// Whether it is of the agency's province, as far as its names tell.
    func holds(for agency: Agency?) -> Bool {
        guard let province, let agency else { return true }
        var name = PlainLetters.folded(province)
        for kind in ["tinh", "thanhpho", "tp"] where name.hasPrefix(kind) && name.count > kind.count {
            name = String(name.dropFirst(kind.count))
            break
        }
        let places = [agency.placeName, agency.fullName, agency.parentName ?? ""].map {
            PlainLetters.folded($0)
        }
        return places.contains { $0.contains(name) }
    }

    func holds(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

/// What the file of norms says.
struct NormFile: Sendable {
    var norms: [Norm] = []

    static let form = DataForm.record(
        "bang_dinh_muc", "Định mức chi, để đối chiếu đơn giá của dự toán; vượt thì chỉ cảnh báo.",
        blank: NormFile(),
        [
            .required(
                "dinh_muc", \.norms, .list(of: Norm.form),
                "Các định mức; các bản cũ, mới của một khoản đều ghi, kèm ngày.")
        ])

    /// The norms of a table as the form reads them.
    static func rows(of file: TableFile) throws(Failure) -> (SourceNode, DataReading, [Diagnostic]) {
        try FigureTable.records(
            of: file, .norms, Norm.form.description, required: ["ten", "dvt", "muc"], under: "dinh_muc")
    }
}

extension Norm {
    static let form = DataForm.record(
        "dinh_muc", "Một định mức chi.", blank: Norm(),
        [
            .required("ten", \.title, .text, "Khoản chi, như ghi ở dự toán: Nước uống giữa giờ."),
            .required("dvt", \.unit, .text, "Đơn vị tính, như ghi ở dự toán."),
            .required("muc", \.value, .price, "Mức tối đa, đồng."),
            .optional("can_cu", \.basis, .text, "Văn bản quy định."),
            .optional("tinh", \.province, .text, "Tỉnh áp dụng; không ghi là mọi nơi."),
            .optional("tu", \.from, .date, "Ngày bắt đầu áp dụng."),
            .optional("den", \.to, .date, "Ngày hết áp dụng."),
        ])
}

/// Holds the prices of an estimate against norms.
struct NormChecks: Sendable {
    private let norms: [String: [Norm]]
    private let day: CalendarDate?

    /// Those of another province do not hold; one of the agency's own goes before one of the whole country.
    init(_ norms: [Norm], _ file: EstimateFile, _ agency: Agency?) {
        let own = norms.filter { $0.holds(for: agency) }
        let inOrder = own.filter { $0.province == nil } + own.filter { $0.province != nil }
        self.norms = Dictionary(grouping: inOrder) { NormChecks.key($0.title, $0.unit) }
        let year = file.year.value ?? 0
        day = file.proposal?.issue.date.value ?? CalendarDate(year: year, month: 1, day: 1)
    }

    private static func key(_ title: String, _ unit: String) -> String {
        "\(PlainLetters.folded(title))|\(PlainLetters.folded(unit))"
    }

    func faults(of item: BudgetItem, _ row: Located<EstimateFile.Row>) -> [Diagnostic] {
        guard let price = item.unitPrice, let known = norms[NormChecks.key(item.title, item.unit ?? "")],
            let day
        else { return [] }
        let place = row.unitPrice.place ?? row.place
        guard let norm = known.last(where: { $0.holds(on: day) }) else {
            return [.normExpired(item.title, known[known.count - 1], day, at: place)]
        }
        var faults: [Diagnostic] = []
        if price > norm.value { faults.append(.overNorm(item.title, price, norm, at: place)) }
        if item.basis == nil { faults.append(.noBasis(item.title, norm, at: row.place)) }
        return faults
    }
}

extension Diagnostic {
    fileprivate static func overNorm(_ title: String, _ price: Decimal, _ norm: Norm, at place: Place)
        -> Diagnostic
    {
        let basis = norm.basis.map { " (\($0))" } ?? ""
        let values = (NumberFormat.text(price), NumberFormat.text(norm.value))
        return .warning(
            "planning.over-norm", at: place.location,
            "đơn giá \(values.0) đồng của “\(title.shortened)” vượt định mức \(values.1) đồng\(basis)",
            en:
                "the price \(values.0) đồng of “\(title.shortened)” is over the norm of \(values.1) đồng\(basis)",
            fix: "giảm đơn giá, hoặc nêu căn cứ riêng và bổ sung vào dinh-muc",
            en: "lower the price, or add the act that allows it to dinh-muc")
    }

    fileprivate static func noBasis(_ title: String, _ norm: Norm, at place: Place) -> Diagnostic {
        .warning(
            "planning.no-basis", at: place.location,
            "“\(title.shortened)” có định mức mà dòng không ghi căn cứ",
            en: "“\(title.shortened)” has a norm, and the row names no basis",
            fix: "ghi can_cu: \(norm.basis ?? "văn bản quy định mức chi")",
            en: "write can_cu: \(norm.basis ?? "the act that fixes the norm")")
    }

    fileprivate static func normExpired(_ title: String, _ norm: Norm, _ day: CalendarDate, at place: Place)
        -> Diagnostic
    {
        let basis = norm.basis.map { " (\($0))" } ?? ""
        return .warning(
            "planning.norm-expired", at: place.location,
            "định mức của “\(title.shortened)”\(basis) không áp dụng ngày \(day.text(.short))",
            en: "the norm of “\(title.shortened)”\(basis) does not hold on \(day.text(.iso))",
            fix: "cập nhật định mức đang áp dụng vào dinh-muc", en: "add the norm in force to dinh-muc")
    }
}
