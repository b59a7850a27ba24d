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
    /// What units have sent.
    var sent: [WorkspaceFile] = []
}

// The files of figures, which may be tables.
extension WorkspaceReading {
    mutating func indicatorFile(in files: [WorkspaceFile], _ names: CodeNames, years: ClosedRange<Int>?)
        -> IndicatorFile?
    {
        let own = files.filter { $0.kind == .indicators }
        guard let table = own.lazy.compactMap(\.table).first else {
            guard let file = own.first, let node = file.tree, !node.isBlank else { return nil }
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

    /// Định mức chi.
    mutating func norms(in files: [WorkspaceFile]) -> [Norm] {
        guard let file = files.first(where: { $0.kind == .norms }) else { return [] }
        guard let table = file.table else {
            guard let node = file.tree, !node.isBlank else { return [] }
            return read(node, as: NormFile.form, DataReading(file: file.name))?.norms ?? []
        }
        do throws(Failure) {
            let (node, reading, warnings) = try NormFile.rows(of: table)
            add(warnings, CodeUses())
            return read(node, as: NormFile.form, reading)?.norms ?? []
        } catch {
            add(error.diagnostics, CodeUses())
            return []
        }
    }

    /// The files of each year's estimate together, in the order of the files.
    func estimateFiles(in files: [WorkspaceFile]) -> [EstimateFiles] {
        let every = files.filter { $0.kind == .estimate }
        // A file that says its own year alone has been begun and is no estimate yet.
        let estimates = every.filter { file in
            file.tree?.hasOnly("nam", file.year) != true
                || every.contains { $0.name != file.name && $0.year == file.year }
        }
        let own = estimates.filter { $0.sender == nil }
        let tables = own.filter { $0.table != nil }
        var all = own.filter { $0.table == nil }.map { file in
            EstimateFiles(
                file: file, table: tables.first { $0.year == file.year }?.table, year: file.year,
                sent: estimates.filter { $0.sender != nil && $0.year == file.year })
        }
        for file in tables where !all.contains(where: { $0.year == file.year && $0.table != nil }) {
            all.append(EstimateFiles(file: nil, table: file.table, year: file.year))
        }
        for file in estimates where file.sender != nil && !all.contains(where: { $0.year == file.year }) {
            all.append(EstimateFiles(file: nil, table: file.table, year: file.year, sent: [file]))
        }
        return all
    }

    /// The estimate of these files; nil where nothing could be read.
    mutating func estimate(in files: EstimateFiles, _ names: CodeNames, _ agency: Agency?, _ norms: [Norm])
        -> (Located<EstimateFile>, EstimateReading, BudgetEstimate)?
    {
        guard let file = files.file, let node = file.tree else {
            if let name = files.table?.name ?? files.sent.first?.name { add([.tableAlone(name)], CodeUses()) }
            return nil
        }
        let isWhole = files.table == nil && files.sent.isEmpty
        let form = isWhole ? EstimateFile.form : EstimateFile.formBesideTable
        guard let entry = read(node, as: form.located, DataReading(file: file.name)) else { return nil }
        var reading = EstimateReading(entry)
        reading.norms = norms.isEmpty ? nil : NormChecks(norms, entry.value, agency)
        if let table = files.table {
            if let place = entry.rows.place { reading.note(.rowsTwice(table.name, at: place)) }
            addRows(of: table, to: &reading, entry, names, known: file.name)
        } else {
            reading.addRowsOfFile()
        }
        if !files.sent.isEmpty {
            var sent = SentEstimates(agency, entry)
            for one in sent.inOrder(files.sent) {
                reading.open(one.group)
                if let table = one.file.table {
                    let sender = one.group.value.unitInCharge
                    addRows(of: table, to: &reading, entry, names, known: file.name, sender: sender, agency)
                } else if let node = one.file.tree {
                    let begun = DataReading(file: one.file.name, known: knownCodes(for: file.name))
                    reading.add(read(node, as: SentEstimates.form, begun)?.rows ?? [])
                }
                reading.close()
            }
            for fault in sent.faults { reading.note(fault) }
        }
        let estimate = reading.estimate()
        for fault in estimate.itemsOfSeveralUnits(at: file.name) { reading.note(fault) }
        for fault in estimate.unitsWithoutRows(sent: files.sent, agency) { reading.note(fault) }
        return (entry, reading, estimate)
    }

    /// The rows of a table; what sources are called is known from the file of keys.
    private mutating func addRows(
        of table: TableFile, to reading: inout EstimateReading, _ entry: Located<EstimateFile>,
        _ names: CodeNames, known file: String, sender: String? = nil, _ agency: Agency? = nil
    ) {
        var names = names
        names.add(.fundingSource, entry.sources.map { ($0.code, $0.name) })
        do throws(Failure) {
            var rows = try EstimateTable(
                table, year: entry.year.value,
                sources: entry.sources.map { FundingSource(code: $0.code, name: $0.name) }, names: names,
                known: knownCodes(for: file))
            if let sender {
                let told = Senders(agency).contradictions(
                    above: rows.table.above, of: sender, year: entry.year.value)
                for fault in told { reading.note(fault) }
            }
            add([], rows.read(into: &reading, mayBeEmpty: sender != nil))
        } catch { for fault in error.diagnostics { reading.note(fault) } }
    }

    mutating func log(
        in files: [WorkspaceFile], _ agency: Agency?, _ programme: Programme?, _ indicators: [Indicator],
        _ names: CodeNames
    ) -> ActivityLog {
        var reading = LogReading(
            agency: agency, programme: programme, indicators: indicators, names: names, known: knownCodes())
        var senders = Senders(agency)
        for file in files where file.kind == .log {
            var unit: String?
            if file.sender != nil {
                unit = senders.unit(of: file)
                guard unit != nil else { continue }
            }
            reading.read(file, hasIndicators: !indicators.isEmpty, of: unit)
        }
        add(senders.faults, CodeUses())
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

extension SourceNode {
    /// Whether nothing is written but this number under one key.
    fileprivate func hasOnly(_ key: String, _ number: Int?) -> Bool {
        guard case .mapping(let entries) = content else { return false }
        return entries.allSatisfy { entry in
            entry.value.isBlank || entry.key == key && entry.value.content == .number("\(number ?? 0)")
        }
    }
}
