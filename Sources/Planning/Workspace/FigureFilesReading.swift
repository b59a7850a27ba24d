internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// An estimate's file of keys, and the table of its rows where they stand in one of their own.
struct EstimateFiles {
    let file: WorkspaceFile?
    let table: TableFile?
    let year: Int?
}

// The files of figures, which may be tables.
extension WorkspaceReading {
    mutating func indicatorFile(in files: [WorkspaceFile], _ names: CodeNames, years: ClosedRange<Int>?)
        -> IndicatorFile?
    {
        let own = files.filter { $0.kind == .indicators }
        guard let table = own.lazy.compactMap(\.table).first else {
            guard let file = own.first, let node = file.tree else { return nil }
            return read(node, as: IndicatorFile.form, DataReading(file: file.name))
        }
        do throws(Failure) {
            let (node, reading, warnings) = try IndicatorRows.rows(
                of: table, names, known: knownCodes(), years: years)
            add(warnings, CodeUses())
            return read(node, as: IndicatorFile.form, reading)
        } catch {
            add(error.diagnostics, CodeUses(unreadable: [.indicator]))
            return nil
        }
    }

    /// The files of each year's estimate together, in the order of the files.
    func estimateFiles(in files: [WorkspaceFile]) -> [EstimateFiles] {
        let own = files.filter { $0.kind == .estimate }
        let tables = own.filter { $0.table != nil }
        var all = own.filter { $0.table == nil }.map { file in
            EstimateFiles(file: file, table: tables.first { $0.year == file.year }?.table, year: file.year)
        }
        for file in tables where !all.contains(where: { $0.year == file.year && $0.table != nil }) {
            all.append(EstimateFiles(file: nil, table: file.table, year: file.year))
        }
        return all
    }

    /// The estimate of these files; nil where nothing could be read.
    mutating func estimate(in files: EstimateFiles, _ names: CodeNames) -> (
        Located<EstimateFile>, EstimateReading, BudgetEstimate
    )? {
        guard let file = files.file, let node = file.tree else {
            if let table = files.table { add([.tableAlone(table.name)], CodeUses()) }
            return nil
        }
        let form = files.table == nil ? EstimateFile.form : EstimateFile.formBesideTable
        guard let entry = read(node, as: form.located, DataReading(file: file.name)) else { return nil }
        var reading = EstimateReading(entry)
        guard let table = files.table else {
            reading.addRowsOfFile()
            let estimate = reading.estimate()
            return (entry, reading, estimate)
        }
        if let place = entry.rows.place { reading.note(.rowsTwice(table.name, at: place)) }
        var names = names
        names.add(.fundingSource, entry.sources.map { ($0.code, $0.name) })
        do throws(Failure) {
            var rows = try EstimateTable(
                table, sources: entry.sources.map { FundingSource(code: $0.code, name: $0.name) },
                names: names, known: knownCodes(for: file.name))
            add([], rows.read(into: &reading))
        } catch { for fault in error.diagnostics { reading.note(fault) } }
        let estimate = reading.estimate()
        return (entry, reading, estimate)
    }

    mutating func log(
        in files: [WorkspaceFile], _ agency: Agency?, _ programme: Programme?, _ indicators: [Indicator],
        _ names: CodeNames
    ) -> ActivityLog {
        var reading = LogReading(
            agency: agency, programme: programme, indicators: indicators, names: names, known: knownCodes())
        for file in files where file.kind == .log { reading.read(file, hasIndicators: !indicators.isEmpty) }
        add(reading.faults, reading.codes)
        return reading.log()
    }
}

extension CodeNames {
    /// The names that the agency and the plan give their codes.
    init(_ agency: Agency?, _ programme: ProgrammeFile?) {
        self.init()
        add(.unit, (agency?.units ?? []).map { ($0.code, $0.name) })
        add(
            .workItem,
            (programme?.everyItem ?? []).compactMap { item in
                guard let code = item.code.value else { return nil }
                return (code, item.title)
            })
    }

    func adding(_ indicators: [Indicator]) -> CodeNames {
        var names = self
        names.add(.indicator, indicators.map { ($0.code, $0.name) })
        return names
    }
}

extension Diagnostic {
    fileprivate static func tableAlone(_ path: String) -> Diagnostic {
        .error(
            "planning.table-alone", at: .file(path),
            "bảng này có các dòng dự toán, nhưng chưa có tệp .yaml cùng tên với nguồn kinh phí và tờ trình",
            en:
                "the table has the rows of an estimate, but no .yaml file of the same name has its sources and submission",
            fix: "thêm tệp .yaml cùng tên, có các khóa nam, nguon và to_trinh (mẫu: vanthu tao THƯ-MỤC)",
            en:
                "add a .yaml file of the same name with the keys nam, nguon and to_trinh (see: vanthu new DIR)"
        )
    }

    fileprivate static func rowsTwice(_ table: String, at place: Place) -> Diagnostic {
        .error(
            "planning.rows-twice", at: place.location, "các dòng dự toán có cả ở đây và ở \(table)",
            en: "the rows of the estimate stand both here and in \(table)", fix: "bỏ khóa muc, hoặc bỏ bảng",
            en: "remove the key muc, or the table")
    }
}
