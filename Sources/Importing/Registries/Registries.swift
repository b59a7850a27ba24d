internal import Diagnostics
internal import FoundationEssentials
internal import Planning
internal import Sheets
internal import VietnameseText

extension WorkspaceDraft.Agency {
    /// The tasks of a table, whose bodies become units; nil where a task has no name.
    mutating func tasks(of table: ReadTableRows) -> [WorkspaceDraft.Task]? {
        var names = TaskNames()
        return tasks(of: table.rows, &names)
    }

    private mutating func tasks(of rows: [ReadTableRows.Row], _ names: inout TaskNames) -> [WorkspaceDraft
        .Task]?
    {
        var tasks: [WorkspaceDraft.Task] = []
        for row in rows {
            guard !row["ten"].isEmpty, !row["ten"].contains("\n") else { return nil }
            var task = WorkspaceDraft.Task(title: row["ten"])
            task.code = names.code(of: row["ten"])
            task.leads = units(row["chu_tri"])
            task.supports = units(row["phoi_hop"])
            for key in ["ket_qua", "thoi_han", "ghi_chu"] where row[key].contains("\n") { return nil }
            task.result = row["ket_qua"].isEmpty ? nil : row["ket_qua"]
            task.deadline = row["thoi_han"].isEmpty ? nil : row["thoi_han"]
            task.note = row["ghi_chu"].isEmpty ? nil : row["ghi_chu"]
            guard let inner = self.tasks(of: row.rows, &names) else { return nil }
            task.items = inner
            // A group has no deadline of its own.
            if !inner.isEmpty, task.deadline != nil { return nil }
            tasks.append(task)
        }
        return tasks
    }

    /// The codes of the bodies that a cell names.
    private mutating func units(_ cell: String) -> [String] {
        let parts = cell.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { part in
            String(part.drop { $0 == " " || $0 == "-" }.reversed().drop { " ,".contains($0) }.reversed())
        }
        return parts.filter { !$0.isEmpty }.map { code(ofUnit: $0) }
    }

    /// The code of a body, which becomes a unit where it is none yet.
    @discardableResult mutating func code(ofUnit name: String) -> String {
        if let known = units.first(where: { $0.name == name }) { return known.code }
        let letters = name.split { !$0.isLetter && !$0.isNumber }.compactMap { word -> String? in
            SpelledNames.isAbbreviation(word) && word.first?.isUppercase == true
                ? String(word) : word.first.map { $0.uppercased() }
        }
        let base = String(PlainLetters.withoutMarks(letters.joined()).filter(\.isASCII).prefix(10))
        var code = base.isEmpty ? "DV" : base
        var count = 2
        while units.contains(where: { $0.code == code }) {
            code = "\(base)\(count)"
            count += 1
        }
        units.append(WorkspaceDraft.Unit(code: code, name: name))
        return code
    }
}

/// Short names of tasks, each of its own.
struct TaskNames {
    private var taken: Set<String> = []
    /// So many words of a title are in its name.
    private static let wordLimit = 4

    mutating func code(of title: String) -> String {
        let words = PlainLetters.withoutMarks(title).lowercased().split { !$0.isLetter && !$0.isNumber }
        let base = words.prefix(Self.wordLimit).map { $0.filter(\.isASCII) }.filter { !$0.isEmpty }.joined(
            separator: "_")
        let start = base.first?.isLetter == true ? base : "muc_\(base)"
        var code = start
        var count = 2
        while !taken.insert(code).inserted {
            code = "\(start)_\(count)"
            count += 1
        }
        return code
    }
}

extension ReadTableRows {
    /// The targets; nil where a figure is no number, or one that would be printed otherwise.
    var targets: [WorkspaceDraft.Target]? {
        var names = TaskNames()
        var targets: [WorkspaceDraft.Target] = []
        for row in rows {
            guard row.rows.isEmpty else {
                // A group's row says only what it is called.
                guard row.cells.allSatisfy({ ["stt", "ten"].contains($0.key) || $0.value.isEmpty }) else {
                    return nil
                }
                for inner in row.rows {
                    guard inner.rows.isEmpty, var target = Self.target(inner, &names) else { return nil }
                    target.group = row["ten"]
                    targets.append(target)
                }
                continue
            }
            guard let target = Self.target(row, &names) else { return nil }
            targets.append(target)
        }
        return targets
    }

    private static func target(_ row: Row, _ names: inout TaskNames) -> WorkspaceDraft.Target? {
        let figure = row["ke_hoach"]
        guard !row["ten"].isEmpty, !row["dvt"].isEmpty, !row["ten"].contains("\n"),
            let number = try? TypedNumber(parsing: figure), number.unit == .none
        else { return nil }
        let decimals = figure.firstIndex(of: ",").map { figure[$0...].count - 1 } ?? 0
        guard NumberFormat.text(number.value, fraction: .exactly(decimals)) == figure else { return nil }
        var target = WorkspaceDraft.Target(name: row["ten"], unit: row["dvt"], figure: number.value)
        target.code = names.code(of: row["ten"])
        target.decimals = decimals
        let unit = row["dvt"].lowercased()
        target.kind =
            unit == "%" || unit.contains("tỷ lệ") ? "cuoi_ky" : unit == "đồng" ? "tien" : "phat_sinh"
        target.note = row["ghi_chu"].isEmpty ? nil : row["ghi_chu"]
        return target
    }

    /// How many đồng one of its amounts is: as the heads of its columns say, or else the lines above it; nil where that is not clear.
    func amountUnit(above lines: [String]) -> Decimal? {
        let heads = columns.filter { ["don_gia", "thanh_tien"].contains($0.shows) }.map {
            UnitAbove.said(in: $0.title)
        }
        let isInHeads = heads.contains { $0 != .nothing }
        let said = isInHeads ? heads : lines.map { UnitAbove.said(in: $0) }.filter { $0 != .nothing }
        guard let first = said.first else { return 1 }
        guard case .unit(let unit) = first, said.allSatisfy({ $0 == first }) else { return nil }
        return unit
    }

    /// The items above the total; nil where a figure is no number.
    func estimateRows(countedIn unit: Decimal) -> [WorkspaceDraft.EstimateRow]? {
        Self.items(rows, countedIn: unit)
    }

    private static func items(_ rows: [Row], countedIn unit: Decimal) -> [WorkspaceDraft.EstimateRow]? {
        guard !rows.isEmpty else { return nil }
        var items: [WorkspaceDraft.EstimateRow] = []
        for row in rows {
            guard !row["ten"].isEmpty, !row["ten"].contains("\n") else { return nil }
            var item = WorkspaceDraft.EstimateRow(title: row["ten"])
            item.unit = row["dvt"].isEmpty ? nil : row["dvt"]
            item.note = row["ghi_chu"].isEmpty ? nil : row["ghi_chu"]
            for (key, path) in [
                ("so_luong", \WorkspaceDraft.EstimateRow.quantity), ("don_gia", \.price),
                ("thanh_tien", \.amount),
            ] where !row[key].isEmpty {
                guard let number = try? TypedNumber(parsing: row[key]), number.unit == .none else {
                    return nil
                }
                item[keyPath: path] = key == "so_luong" ? number.value : number.value * unit
            }
            if !row.rows.isEmpty {
                guard let inner = Self.items(row.rows, countedIn: unit) else { return nil }
                item.rows = inner
            }
            items.append(item)
        }
        return items
    }
}

extension Diagnostic {
    static func guessedKinds(_ file: String) -> Diagnostic {
        Diagnostic(
            "import.guess",
            Wording(
                "đoán: cách tính (loai) của từng chỉ tiêu", en: "guessed: how each target is counted (loai)"),
            severity: .note, at: .file(file),
            fix: Wording("xem lại tệp chi-tieu", en: "look at the file chi-tieu"))
    }
}
