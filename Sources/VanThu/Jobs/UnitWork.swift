internal import Container
public import Diagnostics
internal import Files
internal import Planning
internal import Sheets
public import VietnameseText

extension Clerk {
    /// Writes the sheets that a unit fills, its estimate of a year and its log; without a unit those of all.
    ///
    /// The results lie as they are read back: copied into the workspace. Throws the faults of the workspace, and `planning.unknown-unit`.
    public func sheets(of unit: String?, year: Int, from workspace: String) throws(Failure) -> Reported<
        [WrittenFile]
    > {
        let read = try Workspace.reading(folder: workspace, leaving: [.log, .report], for: .preview)
        let all = read.value.agency.units
        let units = unit.map { code in all.filter { $0.code == code } } ?? all
        guard !units.isEmpty else { throw Failure(.unknownUnit(unit ?? "", known: all.map(\.code))) }
        var publication = Publication(existing: existing)
        var files: [WrittenFile] = []
        for unit in units {
            for (name, sheets) in read.value.sheetsToFill(by: unit, year: year) {
                let target = path(of: name, in: folder)
                let bytes = try sheets.workbook()
                try publication.stage(bytes, at: target)
                files.append(WrittenFile(path: target, byteCount: bytes.count))
            }
        }
        return Reported(files, warnings: try publication.publish())
    }

    /// Writes the workbooks of figures in a workspace as CSV, each where it can take the workbook's place.
    ///
    /// The workbooks themselves are never changed. Throws why one cannot be read.
    public func figuresAsText(of workspace: String) throws(Failure) -> Reported<[WrittenFile]> {
        var publication = Publication(existing: existing)
        var files: [WrittenFile] = []
        for (name, text) in try FigureText.tables(of: workspace) {
            let target = path(of: name, in: folder)
            let bytes = Array(text.utf8)
            try publication.stage(bytes, at: target)
            files.append(WrittenFile(path: target, byteCount: bytes.count))
        }
        return Reported(files, warnings: try publication.publish())
    }

    /// Writes a copy of each workbook of the workspace that something is to be said of, with the remarks in its cells.
    ///
    /// The workbooks themselves are never changed. Throws what stands in no workbook.
    public func remarks(on workspace: String) throws(Failure) -> Reported<[WrittenFile]> {
        var told: [Diagnostic]
        do throws(Failure) { told = try Workspace.reading(folder: workspace).warnings } catch {
            told = error.diagnostics
        }
        let isOfWorkbook = { (diagnostic: Diagnostic) -> Bool in
            guard let file = diagnostic.location.file else { return false }
            return file.hasSuffix(".xlsx") || file.hasSuffix(".ods")
        }
        told.removeAll { $0.severity == .note }
        let others = told.filter { !isOfWorkbook($0) }
        let books = Set(told.filter(isOfWorkbook).compactMap(\.location.file)).sorted()
        if books.isEmpty, let failure = Failure(others) { throw failure }
        var publication = Publication(existing: existing)
        var files: [WrittenFile] = []
        let root = workspace.hasSuffix("/") ? workspace : workspace + "/"
        for book in books {
            let name = book.hasPrefix(root) ? String(book.dropFirst(root.count)) : book
            let stem = name.replacing("/", with: "-").prefix { $0 != "." }
            let target = path(of: "nhan-xet-\(stem).xlsx", in: folder)
            let bytes = try Remarks.sheets(of: book, told).workbook()
            try publication.stage(bytes, at: target)
            files.append(WrittenFile(path: target, byteCount: bytes.count))
        }
        return Reported(files, warnings: try publication.publish(telling: others.map(\.asWarning)))
    }

    /// As many units as a sheet of A3 has room for in columns of their own.
    static let mostUnitColumns = 16

    /// The estimate that units have sent, put together: by unit, and by unit in columns where there are at most `mostUnitColumns`.
    ///
    /// Who has sent nothing, and what two units have alike, is told with it.
    public func consolidate(year: Int, from workspace: String, environment: [String: String]) throws(Failure)
        -> Reported<[WrittenFile]>
    {
        try InputLedger.duringOneJob { () throws(Failure) in
            let read = try Workspace.reading(
                folder: workspace, for: purpose == .preview ? .preview : .document)
            var warnings = read.warnings
            let silent = read.value.unitsWithoutLog
            if !silent.isEmpty {
                warnings.append(.notReported(silent, at: path(of: "hoat-dong", in: workspace)))
            }
            var names = ["theo-don-vi", "bang-du-toan"]
            let units = read.value.agency.units.count
            if units <= Clerk.mostUnitColumns {
                names.insert("don-vi-cot", at: 1)
            } else {
                warnings.append(.tooManyUnitColumns(units, at: workspace))
            }
            let tables = try names.map { name throws(Failure) in
                ("tong-hop-\(year)-\(name)", try read.value.formTable(name, year: year).value)
            }
            return try publish(tables, telling: warnings, environment)
        }
    }

    /// The reports due in a year, as lines: what, the days it counts, by when, the last working day.
    public static func reportDeadlines(of workspace: String, year: Int?) throws(Failure) -> Reported<String> {
        let read = try Workspace.reading(folder: workspace, leaving: [.log, .estimate])
        let years = year.map { $0...$0 } ?? read.value.programme.duration
        let lines = years.flatMap { read.value.reportDeadlines(in: $0) }.map { deadline in
            let days = "\(deadline.days.lowerBound.text(.short)) – \(deadline.days.upperBound.text(.short))"
            let due = deadline.due.withWeekday
            let early =
                deadline.lastWorkingDay == deadline.due
                ? "" : "; gửi trước: \(deadline.lastWorkingDay.withWeekday)"
            return "\(deadline.period.code)\t\(deadline.period.name)\tsố liệu \(days)\thạn \(due)\(early)\n"
        }
        return Reported(lines.joined(), warnings: read.warnings)
    }

    /// All documents of a year: the plan, its year, the estimate, the reports that the workspace has texts for, and a list of them.
    public func produceAll(
        year: Int, from workspace: String, environment: [String: String], today: CalendarDate? = nil
    ) throws(Failure) -> Reported<[WrittenFile]> {
        let read = try Workspace.reading(folder: workspace, for: purpose == .preview ? .preview : .document)
            .value
        guard read.programme.duration.contains(year) else {
            throw Failure(.noSuchYear(year, read.programme.duration))
        }
        var jobs: [Job] = [read.programme.duration.count == 1 ? .plan : .annualPlan(year: year)]
        if read.estimates[year] != nil { jobs.append(.budget(year: year)) }
        let further = read.furtherDocuments(of: year)
        if further.explanation { jobs.append(.explanation(year: year)) }
        if further.decision { jobs.append(.allocation(year: year)) }
        jobs += further.payments.map { .payments($0) }
        let deadlines = read.reportDeadlines(in: year)
        let periods = read.reports?.periods.keys.filter { $0.year == year } ?? []
        let due = deadlines.filter { periods.contains($0.period) }
        jobs += due.map { .report($0.period, .asTheWorkspaceSays) }
        let entries = jobs.map { job -> FormTable.Entry in
            var day: String?
            if case .report(let period, _) = job {
                day = due.first { $0.period == period }?.lastWorkingDay.text(.short)
            }
            return FormTable.Entry(title: read.title(of: job), file: job.fileName, due: day)
        }
        let officeFormats = formats.filter { $0 != .xlsx }
        let clerk = Clerk(
            formats: officeFormats.isEmpty ? [.docx] : officeFormats, folder: folder, existing: existing,
            purpose: purpose)
        return try clerk.produce(
            jobs, from: workspace, environment: environment, today: today,
            cover: ("danh-muc-\(year)", read.coverList(of: entries, year: year)))
    }
}

extension CalendarDate {
    /// `thứ Sáu, 20/3/2026`.
    fileprivate var withWeekday: String {
        let name = weekday.name
        return "\(name.prefix(1).lowercased())\(name.dropFirst()), \(text(.short))"
    }
}

extension Workspace {
    fileprivate func title(of job: Clerk.Job) -> String {
        switch job {
        case .plan: "Kế hoạch"
        case .annualPlan(let year): "Kế hoạch năm \(year)"
        case .budget(let year): "Tờ trình và dự toán kinh phí năm \(year)"
        case .explanation(let year): "Thuyết minh dự toán năm \(year)"
        case .allocation(let year): "Quyết định giao dự toán năm \(year)"
        case .payments(let period): "Báo cáo giải ngân \(period.name)"
        case .report(let period, _): "Báo cáo \(period.name)"
        case .handover, .submission, .amendment: job.fileName
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownUnit(_ code: String, known: [String]) -> Diagnostic {
        guard !known.isEmpty else {
            return Diagnostic(
                "planning.unknown-unit",
                Wording(
                    "hồ sơ không có đơn vị nào để phát bảng",
                    en: "the workspace has no unit to send sheets to"), at: .argument(code),
                fix: Wording(
                    "ghi các đơn vị ở khóa don_vi của co-quan.yaml, hoặc điền thẳng vào dự toán",
                    en: "write the units under don_vi in co-quan.yaml, or fill in the estimate itself"))
        }
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "planning.unknown-unit", Wording("không có đơn vị “\(code)”", en: "there is no unit “\(code)”"),
            at: .argument(code),
            fix: nearestName(to: code, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording("dùng một trong: \(list)", en: "use one of \(list)"))
    }

    fileprivate static func notReported(_ units: [String], at place: String) -> Diagnostic {
        let list = units.joined(separator: "; ")
        return .warning(
            "planning.not-reported", at: .file(place), "nhật ký chưa có dòng nào của: \(list)",
            en: "the log has no row of: \(list)", fix: "nhắc đơn vị gửi nhật ký vào hoat-dong",
            en: "ask the unit for its log, for hoat-dong")
    }

    fileprivate static func tooManyUnitColumns(_ units: Int, at place: String) -> Diagnostic {
        let most = Clerk.mostUnitColumns
        return .note(
            "planning.too-many-unit-columns", at: .file(place),
            "không lập bảng mỗi đơn vị một cột: có \(units) đơn vị, một trang A3 chỉ đủ chỗ cho \(most)",
            en:
                "no table with a column for each unit: there are \(units), a sheet of A3 has room for \(most)",
            fix: "dùng bảng theo đơn vị", en: "use the table by unit")
    }

    fileprivate static func noSuchYear(_ year: Int, _ years: ClosedRange<Int>) -> Diagnostic {
        .error(
            "planning.year-of-all", at: .argument("\(year)"),
            "kế hoạch không có năm \(year), chỉ có \(years.lowerBound)-\(years.upperBound)",
            en: "the plan has no year \(year), only \(years.lowerBound)-\(years.upperBound)",
            fix: "chọn một năm của kế hoạch", en: "choose a year of the plan")
    }
}
