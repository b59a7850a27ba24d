internal import DataFiles
package import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// The forms of figures that a workspace knows: those that come with the program, and its own of `bieu/`.
struct TableForms: Hashable, Sendable {
    private var own: [String: TableForm] = [:]
    private(set) var places: [String: String] = [:]

    mutating func add(_ form: TableForm, name: String, file: String) {
        own[name] = form
        places[name] = file
    }

    subscript(name: String) -> TableForm? { own[name] ?? TableForm.shipped(name) }

    /// In the order of lists.
    var names: [String] {
        let shipped = TableForm.shippedFiles.map(\.name)
        return own.keys.filter { !shipped.contains($0) }.sorted() + shipped
    }

    func title(of name: String) -> String { self[name]?.title ?? "" }

    // Forms are how figures are shown, no figures.
    static func == (a: Self, b: Self) -> Bool { a.places == b.places }
    func hash(into hasher: inout Hasher) { hasher.combine(places) }
}

extension Workspace {
    /// The forms that the estimate can be shown in, each with its title.
    package var tableForms: [(name: String, title: String)] { forms.names.map { ($0, forms.title(of: $0)) } }

    /// The estimate of that year in a form, with what was paid by the end of a period where one is asked for.
    ///
    /// Throws where there is no estimate, or no form of that name.
    package func formTable(_ name: String, year: Int, upTo period: ReportingPeriod? = nil) throws(Failure)
        -> Reported<FormTable>
    {
        guard let whole = estimates[year] else {
            throw Failure(.noEstimate(of: year, known: estimates.keys.sorted()))
        }
        let estimate = whole.standing(on: period?.days(.calendar).upperBound)
        guard let form = forms[name] else { throw Failure(.unknownForm(name, known: forms.names)) }
        if form.rows == .changed, estimate.changes.isEmpty {
            throw Failure(
                .noChanges(
                    year, upTo: whole.changes.isEmpty ? nil : period, at: places.place(ofEstimate: year)))
        }
        let making = FormTableMaking(form, self, estimate)
        let warnings = making.untaken.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
            Diagnostic.rowsOfOtherYear($0.key, $0.value, in: year, at: places.place(ofEstimate: $0.key))
        }
        let half = making.halfSaid
        let notes = half.isEmpty ? [] : [Diagnostic.halfSaid(name, half, at: places.place(ofEstimate: year))]
        return Reported(making.table(named: name), warnings: warnings + notes)
    }
}

extension TableForm {
    /// The forms that come with the program, by name.
    static let shippedFiles: [(name: String, bytes: [UInt8])] = [
        ("theo-noi-dung", PackageResources.theo_noi_dung_yaml),
        ("theo-nhiem-vu", PackageResources.theo_nhiem_vu_yaml),
        ("theo-don-vi", PackageResources.theo_don_vi_yaml), ("don-vi-cot", PackageResources.don_vi_cot_yaml),
        ("theo-nguon", PackageResources.theo_nguon_yaml), ("nguon-cot", PackageResources.nguon_cot_yaml),
        ("theo-ma", PackageResources.theo_ma_yaml), ("theo-quy", PackageResources.theo_quy_yaml),
        ("ba-nam", PackageResources.ba_nam_yaml), ("nam-truoc", PackageResources.nam_truoc_yaml),
        ("tu-chu", PackageResources.tu_chu_yaml),
        ("de-nghi-duyet-chi", PackageResources.de_nghi_duyet_chi_yaml),
        ("giai-ngan", PackageResources.giai_ngan_yaml), ("dieu-chinh", PackageResources.dieu_chinh_yaml),
        ("bang-du-toan", PackageResources.bang_du_toan_yaml), ("tt342-05", PackageResources.tt342_05_yaml),
        ("tt342-06", PackageResources.tt342_06_yaml), ("tt342-13-3", PackageResources.tt342_13_3_yaml),
        ("tt342-14", PackageResources.tt342_14_yaml), ("tt69-13", PackageResources.tt69_13_yaml),
        ("tt69-16", PackageResources.tt69_16_yaml), ("tt69-17", PackageResources.tt69_17_yaml),
        ("tt69-18", PackageResources.tt69_18_yaml), ("cntt", PackageResources.cntt_yaml),
        ("cong-khai", PackageResources.cong_khai_yaml),
    ]

    /// A form of the program; nil where there is none of that name.
    static func shipped(_ name: String) -> TableForm? {
        guard let file = shippedFiles.first(where: { $0.name == name }) else { return nil }
        var reading = DataReading(file: "biểu đi kèm: \(name)")
        guard let node = try? SourceNode(yaml: file.bytes, file: reading.file),
            let form = reading.read(node, as: form), reading.faults.isEmpty, form.faults.isEmpty
        else { preconditionFailure("\(name): \(reading.faults.map { $0.text(in: .english) })") }
        return form
    }

    /// The text of a shipped form, to be changed into one of an agency's own.
    static func shippedText(_ name: String) -> String? {
        shippedFiles.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}

extension Diagnostic {
    package static func unknownForm(_ name: String, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "planning.unknown-form", Wording("không có biểu “\(name)”", en: "there is no form “\(name)”"),
            at: .argument(name),
            fix: nearestName(to: name, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "dùng một trong: \(list), hoặc thêm tệp bieu/\(name).yaml",
                    en: "use one of \(list), or add the file bieu/\(name).yaml"))
    }

    /// `period` is the one by whose end nothing was changed, where something is later.
    fileprivate static func noChanges(_ year: Int, upTo period: ReportingPeriod?, at place: Location)
        -> Diagnostic
    {
        .error(
            "planning.no-changes", at: place,
            "dự toán năm \(year) không có lần điều chỉnh nào\(period.map { " đến hết \($0.name)" } ?? "")",
            en: "the estimate of \(year) has no changes\(period.map { " by the end of \($0.code)" } ?? "")",
            fix: "ghi các quyết định điều chỉnh ở khóa dieu_chinh",
            en: "note the decisions under the key dieu_chinh")
    }

    fileprivate static func halfSaid(
        _ form: String, _ columns: [(title: String, count: Int, first: String)], at place: Location
    ) -> Diagnostic {
        func list(_ rows: String) -> String {
            columns.map {
                "“\($0.title)” (\($0.count) \(rows): “\($0.first.shortened)”\($0.count > 1 ? " …" : ""))"
            }.joined(separator: ", ")
        }
        return .note(
            "planning.half-said-column", at: place,
            "biểu \(form) có dòng chưa có số, in “-”, và tổng của cột chỉ gồm các dòng có số: \(list("dòng"))",
            en:
                "some rows of the form \(form) have no figure, which is printed as “-”, and the sum of the column leaves them out: \(list("rows"))",
            fix: "ghi số của các dòng ấy, không có thì ghi 0",
            en: "write the figures of these rows, 0 for none")
    }

    fileprivate static func rowsOfOtherYear(_ other: Int, _ count: Int, in year: Int, at place: Location)
        -> Diagnostic
    {
        .warning(
            "planning.rows-of-other-year", at: place,
            "\(count) khoản của dự toán năm \(other) không có dòng cùng mã hoặc cùng tên ở năm \(year), nên cột năm \(other) không gồm các khoản đó",
            en:
                "\(count) items of \(other) have no row of the same code or title in \(year), so the column of \(other) leaves them out",
            fix: "ghi cùng ma ở hai năm, hoặc thêm dòng có số lượng 0",
            en: "give both the same ma, or add a row with the quantity 0")
    }
}
