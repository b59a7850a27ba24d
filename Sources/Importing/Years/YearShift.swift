internal import Diagnostics
internal import Planning

extension ImportedDocument {
    /// What becomes of figures when a plan moves to another year.
    package enum Figures: Hashable, Sendable {
        case kept
        /// Columns of numbers are empty.
        case emptied
    }

    /// Moves the plan to another year: its own year wherever the text surely means it, the year before in headings; number and day are blank.
    ///
    /// What was not sure stays, has a remark at its line and is listed. Acts that are cited keep their years.
    package mutating func move(to year: Int, _ figures: Figures) {
        var shift = YearShift(years(movedTo: year), file: file)
        shift.move(&draft, figures)
        findings += shift.allFindings
        settleForm()
    }

    private func years(movedTo year: Int) -> OwnYears {
        if let years = draft.years { return OwnYears(years.lowerBound...years.lowerBound, to: year) }
        let mentions = draft.subject.flatMap { YearMention.all(in: $0) }
        if let school = mentions.first(where: { $0.role == .schoolYear }) {
            return OwnYears(school.year...school.year + 1, to: year)
        }
        let named = mentions.filter { $0.role != .act && $0.role != .span }.map(\.year)
        if named.isEmpty, let period = mentions.period, year > period.upperBound {
            // The plan of the period that follows.
            return OwnYears(period, to: year, isPeriod: true)
        }
        let own = named.max() ?? draft.issue.year
        // A report on one year that says what the next brings.
        if named.contains(own - 1) { return OwnYears(own - 1...own, base: own, to: year) }
        // What is said in January of the year before is said in the year that follows it.
        return OwnYears(own...(draft.issue.year == own + 1 ? own + 1 : own), to: year)
    }
}

/// Goes through the texts of a draft.
private struct YearShift {
    let years: OwnYears
    let file: String
    private var findings: [Diagnostic] = []
    /// The words around years that were changed in the text, each once.
    private var changed: [String] = []
    /// Which years the text around speaks of.
    private var view = OwnYears.View.own
    /// What was left in texts since somebody last asked.
    private var left: String?

    init(_ years: OwnYears, file: String) { (self.years, self.file) = (years, file) }

    /// What stayed, then what was changed.
    var allFindings: [Diagnostic] {
        findings + (changed.isEmpty ? [] : [.yearsMoved(changed, years.difference, file)])
    }

    /// What was left of the texts that have just been moved, as a remark beside what was told before.
    private mutating func takeRemark(beside other: String?) -> String? {
        defer { left = nil }
        guard let left else { return other }
        return other.map { "\($0); \(left)" } ?? left
    }

    /// The text in the new year; what was not sure is told.
    private mutating func moved(_ text: String, _ place: OwnYears.Place) -> String {
        let moved = years.moved(text, place, view)
        if let year = moved.left {
            findings.append(.yearLeft(year, String(text.prefix(80)), file))
            left = left ?? "năm \(year) chưa đổi: xem lại"
        }
        for words in moved.changed where !changed.contains(words) { changed.append(words) }
        return moved.text
    }

    mutating func move(_ draft: inout WorkspaceDraft, _ figures: ImportedDocument.Figures) {
        (draft.issue.number, draft.issue.date, draft.issue.month) = (nil, nil, nil)
        draft.issue.year += years.difference
        draft.years = draft.years.map { $0.lowerBound + years.difference...$0.upperBound + years.difference }
        for key in ["so", "ngay"] { draft.remarks[key] = nil }
        for index in draft.subject.indices { draft.subject[index] = moved(draft.subject[index], .heading) }
        draft.remarks["trich_yeu"] = takeRemark(beside: draft.remarks["trich_yeu"])
        if let lead = draft.lead { draft.lead = remarked(lead, "mo_dau", &draft) }
        if let closing = draft.closing { draft.closing = remarked(closing, "ket", &draft) }
        for index in draft.sections.indices { move(&draft.sections[index], figures) }
        for index in draft.appendices.indices {
            draft.appendices[index].title = moved(draft.appendices[index].title, .heading)
            draft.appendices[index].remark = takeRemark(beside: draft.appendices[index].remark)
            for block in draft.appendices[index].blocks.indices {
                move(&draft.appendices[index].blocks[block], figures)
            }
            for section in draft.appendices[index].sections.indices {
                move(&draft.appendices[index].sections[section], figures)
            }
        }
        if var decision = draft.decision {
            (decision.issue.number, decision.issue.date, decision.issue.month) = (nil, nil, nil)
            decision.issue.year += years.difference
            decision.subject = decision.subject.map { moved($0, .heading) }
            decision.articles = decision.articles.map { moved($0, .text) }
            decision.execution = moved(decision.execution, .text)
            draft.decision = decision
            draft.remarks["quyet_dinh"] = takeRemark(beside: draft.remarks["quyet_dinh"])
        }
        moveRegistries(of: &draft, figures)
        // What is told of these stands in other files than the plan's.
        left = nil
        for index in draft.reports.indices { move(&draft.reports[index], figures) }
        if !draft.legalBases.isEmpty || draft.decision != nil {
            draft.remarks["can_cu"] =
                "căn cứ của văn bản cũ: xem còn hiệu lực không, bổ sung căn cứ của năm \(years.to)"
            findings.append(.basesToReview(file))
        }
    }

    private mutating func moveRegistries(of draft: inout WorkspaceDraft, _ figures: ImportedDocument.Figures)
    {
        draft.tasks = draft.tasks.map { moved($0) }
        draft.remarks["noi_dung"] = takeRemark(beside: draft.remarks["noi_dung"])
        for index in draft.targets.indices {
            draft.targets[index].name = moved(draft.targets[index].name, .heading)
            if figures == .emptied { draft.targets[index].figure = nil }
        }
        guard var estimate = draft.estimate else { return }
        estimate.year += years.difference
        estimate.rows = estimate.rows.map { moved($0, figures) }
        draft.estimate = estimate
    }

    private mutating func moved(_ task: WorkspaceDraft.Task) -> WorkspaceDraft.Task {
        var task = task
        task.title = moved(task.title, .text)
        task.result = task.result.map { moved($0, .text) }
        task.deadline = task.deadline.map { moved($0, .text) }
        task.note = task.note.map { moved($0, .text) }
        task.items = task.items.map { moved($0) }
        return task
    }

    private mutating func moved(_ row: WorkspaceDraft.EstimateRow, _ figures: ImportedDocument.Figures)
        -> WorkspaceDraft.EstimateRow
    {
        var row = row
        row.title = moved(row.title, .text)
        if figures == .emptied { (row.quantity, row.amount) = (nil, nil) }
        row.rows = row.rows.map { moved($0, figures) }
        return row
    }

    /// A report of last year is what this year's is written over.
    private mutating func move(_ report: inout WorkspaceDraft.Report, _ figures: ImportedDocument.Figures) {
        (report.issue.number, report.issue.date, report.issue.month) = (nil, nil, nil)
        report.issue.year += years.difference
        report.move(by: years.difference)
        report.subject = report.subject.map { moved($0, .heading) }
        report.lead = report.lead.map { moved($0, .text) }
        report.closing = report.closing.map { moved($0, .text) }
        left = nil
        for index in report.sections.indices { move(&report.sections[index], figures) }
    }

    private mutating func remarked(_ text: String, _ key: String, _ draft: inout WorkspaceDraft) -> String {
        let moved = moved(text, .text)
        draft.remarks[key] = takeRemark(beside: draft.remarks[key])
        return moved
    }

    private mutating func move(_ section: inout WorkspaceDraft.Section, _ figures: ImportedDocument.Figures) {
        let outer = view
        defer { view = outer }
        if let heading = section.heading {
            // Below a heading of the year before, that year is the one looked back on.
            view = years.view(below: heading) ?? view
            section.heading = moved(heading, .heading)
        }
        section.runIn = section.runIn.map { moved($0, .text) }
        section.remark = takeRemark(beside: section.remark)
        for index in section.blocks.indices { move(&section.blocks[index], figures) }
        for index in section.sections.indices { move(&section.sections[index], figures) }
    }

    private mutating func move(_ block: inout WorkspaceDraft.Block, _ figures: ImportedDocument.Figures) {
        switch block {
        case .paragraph(let text, let remark):
            block = .paragraph(moved(text, .text), remark: takeRemark(beside: remark))
        case .dash(let text, let remark):
            block = .dash(moved(text, .text), remark: takeRemark(beside: remark))
        case .table(var table):
            move(&table, figures)
            block = .table(table)
        case .insert(var insertion):
            move(&insertion.columns)
            insertion.remark = takeRemark(beside: insertion.remark)
            block = .insert(insertion)
        case .picture: break
        }
    }

    private mutating func move(_ table: inout WorkspaceDraft.Table, _ figures: ImportedDocument.Figures) {
        var heads = move(&table.columns)
        let shown = table.columns.filter { $0.kind != .counter }
        for row in table.rows.indices {
            switch table.rows[row] {
            case .group(let title): table.rows[row] = .group(moved(title, .heading))
            case .cells(var cells):
                for index in cells.indices {
                    let isFigure = shown.indices.contains(index) && shown[index].kind == .number
                    if isFigure, figures == .emptied, row >= table.headCount {
                        cells[index] = ""
                        continue
                    }
                    let old = cells[index]
                    cells[index] = moved(old, row < table.headCount ? .heading : .text)
                    if row < table.headCount, cells[index] != old { heads.append(cells[index]) }
                }
                table.rows[row] = .cells(cells)
            }
        }
        table.remark = takeRemark(beside: table.remark)
        guard figures == .kept, !heads.isEmpty, table.hasFigures else { return }
        findings.append(.figuresOfOldYear(heads, file))
        let remark = "đầu cột đã sang năm mới, số bên dưới còn của văn bản cũ: xem lại"
        table.remark = table.remark.map { "\($0); \(remark)" } ?? remark
    }

    /// Returns the heads that say another year now.
    @discardableResult private mutating func move(_ columns: inout [WorkspaceDraft.Column]) -> [String] {
        var heads: [String] = []
        for index in columns.indices {
            let (title, group) = (columns[index].title, columns[index].group)
            columns[index].title = moved(title, .heading)
            columns[index].group = group.map { moved($0, .heading) }
            for (head, old) in [(columns[index].group, group), (columns[index].title, title)] {
                if let head, head != old, head != heads.last { heads.append(head) }
            }
        }
        return heads
    }
}

extension WorkspaceDraft.Table {
    /// Whether a cell below the head is a number and nothing else.
    fileprivate var hasFigures: Bool {
        rows.dropFirst(headCount).contains { row in
            guard case .cells(let cells) = row else { return false }
            return cells.contains { cell in
                cell.contains(where: \.isWholeNumber)
                    && cell.allSatisfy { $0.isWholeNumber || $0.isWhitespace || ".,%+-".contains($0) }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func yearLeft(_ year: Int, _ text: String, _ file: String) -> Diagnostic {
        .note(
            "import.year-left", at: .file(file),
            "năm \(year) không chắc có phải đổi không nên để nguyên: “\(text)”",
            en: "it is not sure whether the year \(year) moves, so it stays: “\(text)”",
            fix: "xem lại ở dòng có ghi chú trong hồ sơ",
            en: "look at the line with a remark in the workspace")
    }

    fileprivate static func yearsMoved(_ words: [String], _ difference: Int, _ file: String) -> Diagnostic {
        let list = words.map { "“\($0)”" }.joined(separator: ", ")
        return .note(
            "import.year-moved", at: .file(file),
            "năm trong câu, ngày và thời hạn đã được đổi (\(difference > 0 ? "+" : "")\(difference)): \(list)",
            en:
                "years in sentences, days and deadlines that were changed (\(difference > 0 ? "+" : "")\(difference)): \(list)",
            fix: "xem từng chỗ có đúng là năm của kế hoạch mới không",
            en: "see whether each is the new plan's year")
    }

    /// A head that names a year says whose the figures below it are; those nobody can move.
    fileprivate static func figuresOfOldYear(_ heads: [String], _ file: String) -> Diagnostic {
        let list = heads.map { "“\($0)”" }.joined(separator: ", ")
        return .note(
            "import.figures-of-old-year", at: .file(file),
            "đầu cột \(list) đã sang năm mới, số bên dưới vẫn là số của văn bản cũ",
            en: "the heads \(list) name the new year, while the figures below them are the old document's",
            fix: "ghi số của năm mới, hoặc đổi đầu cột lại như cũ",
            en: "write the new year's figures, or change the heads back")
    }

    fileprivate static func basesToReview(_ file: String) -> Diagnostic {
        .note(
            "import.bases-to-review", at: .file(file), "các căn cứ giữ nguyên như văn bản cũ",
            en: "the bases are those of the old document", fix: "bỏ căn cứ hết hiệu lực, thêm căn cứ mới",
            en: "take out what is no longer in force, add what is new")
    }
}
