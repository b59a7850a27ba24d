internal import DataFiles
internal import FoundationEssentials
internal import Values
internal import VietnameseText

// The files of tasks, targets, estimate and reports.
extension WorkspaceDraft {
    /// Rows beyond this number stand in CSV.
    private static var longList: Int { 12 }

    /// The year that figures are of.
    package var figureYear: Int { years?.lowerBound ?? issue.year }

    var registryFiles: [(name: String, contents: String)] {
        var files: [(String, String)] = []
        if !targets.isEmpty {
            files.append(
                targets.count > Self.longList ? ("chi-tieu.csv", targetRows) : ("chi-tieu.yaml", targetFile))
        }
        if let estimate {
            files.append(("du-toan/\(estimate.year).yaml", estimate.file(longerThan: Self.longList)))
            if estimate.count > Self.longList { files.append(("du-toan/\(estimate.year).csv", estimate.csv)) }
        }
        if !reports.isEmpty { files.append(("bao-cao.yaml", reportFile)) }
        return files
    }

    /// What is guessed of every target.
    private static let guessedKinds = "cách tính (loai) của các chỉ tiêu là đoán: xem lại"

    private var targetFile: String {
        var page = DraftPage()
        page.remarks[[]] = [Self.guessedKinds]
        page.add(
            "chi_tieu",
            .items(
                targets.map { target in
                    var entries: [(String, SourceNode.Content)] = [
                        ("ma", .text(target.code)), ("ten", .text(target.name)), ("dvt", .text(target.unit)),
                        ("loai", .text(target.kind)),
                    ]
                    if target.decimals > 0 { entries.append(("so_le", .number("\(target.decimals)"))) }
                    if let group = target.group { entries.append(("nhom", .text(group))) }
                    if let note = target.note { entries.append(("ghi_chu", .text(note))) }
                    let figure = target.figure.map { SourceNode.Content.number(unambiguous: $0.description) }
                    entries.append(("ke_hoach", .record([("\(figureYear)", figure ?? .null)])))
                    return .record(entries)
                }))
        return page.text
    }

    private var targetRows: String {
        let head = ["Mã", "Tên", "ĐVT", "Loại", "Số lẻ", "Nhóm", "\(figureYear)", "Ghi chú"]
        let rows = targets.map { target in
            [
                target.code, target.name, target.unit, target.kind,
                target.decimals > 0 ? "\(target.decimals)" : "", target.group ?? "",
                target.figure.map { NumberFormat.text($0) } ?? "", target.note ?? "",
            ]
        }
        return ([head] + rows).csv
    }

    private var reportFile: String {
        var page = DraftPage()
        let last = reports[reports.count - 1]
        page.add("kinh_gui", .lines(last.addressees.isEmpty ? ["…"] : last.addressees))
        page.add("trich_yeu", .text(last.pattern(last.subject.joined(separator: " "))))
        page.add("mo_dau", .text(last.pattern(last.lead ?? "…")))
        page.add("ket", .text(last.pattern(last.closing ?? "…")))
        page.add("noi_nhan", .lines(last.distribution.recipients))
        page.add("luu", .given(last.distribution.filing))
        page.add("ky", .given(last.distribution.signatory))
        page.add(
            "ky_bao_cao",
            .items(
                reports.enumerated().map { index, report in
                    page.content(of: report, besides: last, at: [.key("ky_bao_cao"), .item(index)])
                }))
        return page.text
    }
}

extension WorkspaceDraft.Report {
    /// A sentence of it as that of any period.
    fileprivate func pattern(_ text: String) -> String {
        let text = text.escapingBraces
        guard let own = ReportingPeriod(period) else { return text }
        return text.replacing(own.name, with: "{ky}").replacing(own.next.name, with: "{ky_sau}")
    }
}

extension DraftPage {
    /// A report with what it says otherwise than the last one.
    fileprivate mutating func content(
        of report: WorkspaceDraft.Report, besides last: WorkspaceDraft.Report, at path: [EditableData.Step]
    ) -> SourceNode.Content {
        let levels = DraftLevels(report.sections)
        let own = report.distribution
        var entries: [(String, SourceNode.Content)] = [("ky", .text(report.period))]
        if let number = report.issue.number { entries.append(("so", .number("\(number)"))) }
        if let date = report.issue.date { entries.append(("ngay", .text(date.text(.short)))) }
        if let code = report.issue.code { entries.append(("ky_hieu", .text(code))) }
        if report.issue.date == nil, let month = report.issue.month {
            entries.append(("thang_ban_hanh", .number("\(month)")))
        }
        if report.issue.date == nil, report.issue.year != 0 {
            entries.append(("nam_ban_hanh", .number("\(report.issue.year)")))
        }
        if report.addressees != last.addressees { entries.append(("kinh_gui", .lines(report.addressees))) }
        entries.append(("trich_yeu", .lines(report.subject)))
        entries.append(("mo_dau", .text(report.lead?.escapingBraces ?? DataWords.absent)))
        entries.append(("ket", .text(report.closing?.escapingBraces ?? DataWords.absent)))
        if own.recipients != last.distribution.recipients {
            entries.append(("noi_nhan", .lines(own.recipients)))
        }
        if own.filing != last.distribution.filing { entries.append(("luu", .given(own.filing))) }
        if own.signatory != last.distribution.signatory { entries.append(("nguoi_ky", .text(own.signatory))) }
        if let written = levels.written { entries.append(("danh_so", .lines(written))) }
        entries.append(("phan", content(of: report.sections, levels, at: path + [.key("phan")])))
        return .record(entries)
    }

    /// The tasks of the plan's file.
    func content(of tasks: [WorkspaceDraft.Task]) -> SourceNode.Content {
        .items(
            tasks.map { task in
                var entries: [(String, SourceNode.Content)] = []
                if !task.code.isEmpty { entries.append(("ma", .text(task.code))) }
                entries.append(("ten", .text(task.title)))
                if task.leads.count == 1 {
                    entries.append(("chu_tri", .text(task.leads[0])))
                } else if !task.leads.isEmpty {
                    entries.append(("chu_tri", .lines(task.leads)))
                }
                if !task.supports.isEmpty { entries.append(("phoi_hop", .lines(task.supports))) }
                if let result = task.result { entries.append(("ket_qua", .text(result))) }
                if let deadline = task.deadline { entries.append(("thoi_han", .text(deadline))) }
                if let note = task.note { entries.append(("ghi_chu", .text(note))) }
                if !task.items.isEmpty { entries.append(("viec", content(of: task.items))) }
                return .record(entries)
            })
    }
}

extension WorkspaceDraft.Insertion {
    var content: SourceNode.Content {
        var entries: [(String, SourceNode.Content)] = [
            ("chen", .text(kind.rawValue)), ("dang", .text("bang")),
        ]
        if !levels.isEmpty { entries.append(("danh_so", .lines(levels))) }
        return .record(entries + [("cot", .items(columns.map(\.content)))])
    }
}

extension WorkspaceDraft.Estimate {
    /// How many rows it has.
    fileprivate var count: Int { rows.reduce(0) { $0 + $1.count } }

    fileprivate func file(longerThan limit: Int) -> String {
        var page = DraftPage()
        page.add("nam", .number("\(year)"))
        let units: [DisplayUnit] = [.thousand, .million, .billion]
        if let unit = units.first(where: { Decimal($0.dong) == printedUnit }) {
            page.add("don_vi_tinh", DisplayUnit.form.write(unit))
        }
        if count <= limit { page.add("muc", .items(rows.map(\.content))) }
        return page.text
    }

    fileprivate var csv: String {
        let head = ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Căn cứ"]
        return ([head] + rows.lines(depth: 0)).csv
    }
}

extension WorkspaceDraft.EstimateRow {
    fileprivate var count: Int { 1 + rows.reduce(0) { $0 + $1.count } }

    fileprivate var content: SourceNode.Content {
        var entries: [(String, SourceNode.Content)] = [("noi_dung_chi", .text(title))]
        func add(_ key: String, _ number: Decimal?) {
            if let number { entries.append((key, .number(unambiguous: number.description))) }
        }
        if let unit { entries.append(("dvt", .text(unit))) }
        add("so_luong", quantity)
        add("don_gia", price)
        add("thanh_tien", amount)
        if let note { entries.append(("can_cu", .text(note))) }
        if !rows.isEmpty { entries.append(("muc", .items(rows.map(\.content)))) }
        return .record(entries)
    }

    /// Its cells behind the number.
    fileprivate var cells: [String] {
        func text(_ number: Decimal?) -> String { number.map { NumberFormat.text($0) } ?? "" }
        return [title, unit ?? "", text(quantity), text(price), text(amount), note ?? ""]
    }
}

extension [WorkspaceDraft.EstimateRow] {
    /// The lines of a table, numbered as the estimate is printed.
    fileprivate func lines(depth: Int) -> [[String]] {
        let level = RowLevel(depth: depth, hasGroups: contains { !$0.rows.isEmpty })
        return enumerated().flatMap { index, row in
            [[level.text(index + 1)] + row.cells] + row.rows.lines(depth: depth + 1)
        }
    }
}

extension [[String]] {
    /// As a file of commas.
    var csv: String { map { $0.map(\.asCSVField).joined(separator: ",") + "\n" }.joined() }
}
