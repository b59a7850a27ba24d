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
        let own = ownYears
        var shift = YearShift(own: own, to: year, file: file)
        shift.move(&draft, figures)
        findings += shift.findings
    }

    /// The year the plan is of: that of its subject, both of a school year, else the one it was issued in.
    private var ownYears: ClosedRange<Int> {
        if let years = draft.years { return years.lowerBound...years.lowerBound }
        let school = draft.subject.lazy.flatMap { YearMention.all(in: $0) }.first { $0.role == .schoolYear }
        if let school { return school.year...school.year + 1 }
        let named = draft.subject.flatMap { YearMention.all(in: $0) }.filter {
            $0.role != .act && $0.role != .span
        }
        let year = named.map(\.year).max() ?? draft.issue.year
        return year...year
    }
}

/// Goes through the texts of a draft.
private struct YearShift {
    /// The years that the plan calls its own; two of a school year.
    let own: ClosedRange<Int>
    let to: Int
    let file: String
    private(set) var findings: [Diagnostic] = []
    /// Whether the text looks back on the year before.
    private var isReview = false

    init(own: ClosedRange<Int>, to: Int, file: String) { (self.own, self.to, self.file) = (own, to, file) }

    private var from: Int { own.lowerBound }

    /// Where a text stands decides what the year before means.
    private enum Place { case heading, text }

    mutating func move(_ draft: inout WorkspaceDraft, _ figures: ImportedDocument.Figures) {
        (draft.issue.number, draft.issue.date, draft.issue.month) = (nil, nil, nil)
        draft.issue.year += to - from
        draft.years = draft.years.map { $0.lowerBound + to - from...$0.upperBound + to - from }
        for key in ["so", "ngay"] { draft.remarks[key] = nil }
        for index in draft.subject.indices {
            draft.subject[index] = moved(draft.subject[index], .heading).text
        }
        if let lead = draft.lead { draft.lead = remarked(lead, "mo_dau", &draft) }
        if let closing = draft.closing { draft.closing = remarked(closing, "ket", &draft) }
        for index in draft.sections.indices { move(&draft.sections[index], figures) }
        for index in draft.appendices.indices {
            draft.appendices[index].title = moved(draft.appendices[index].title, .heading).text
            for block in draft.appendices[index].blocks.indices {
                move(&draft.appendices[index].blocks[block], figures)
            }
            for section in draft.appendices[index].sections.indices {
                move(&draft.appendices[index].sections[section], figures)
            }
        }
        if var decision = draft.decision {
            (decision.issue.number, decision.issue.date, decision.issue.month) = (nil, nil, nil)
            decision.issue.year += to - from
            decision.subject = decision.subject.map { moved($0, .heading).text }
            decision.articles = decision.articles.map { moved($0, .text).text }
            decision.execution = moved(decision.execution, .text).text
            draft.decision = decision
        }
        moveRegistries(of: &draft, figures)
        for index in draft.reports.indices { move(&draft.reports[index], figures) }
        if !draft.legalBases.isEmpty || draft.decision != nil {
            draft.remarks["can_cu"] =
                "căn cứ của văn bản cũ: xem còn hiệu lực không, bổ sung căn cứ của năm \(to)"
            findings.append(.basesToReview(file))
        }
    }

    private mutating func moveRegistries(of draft: inout WorkspaceDraft, _ figures: ImportedDocument.Figures)
    {
        draft.tasks = draft.tasks.map { moved($0) }
        for index in draft.targets.indices {
            draft.targets[index].name = moved(draft.targets[index].name, .heading).text
            if figures == .emptied { draft.targets[index].figure = nil }
        }
        guard var estimate = draft.estimate else { return }
        estimate.year += to - from
        estimate.rows = estimate.rows.map { moved($0, figures) }
        draft.estimate = estimate
    }

    private mutating func moved(_ task: WorkspaceDraft.Task) -> WorkspaceDraft.Task {
        var task = task
        task.title = moved(task.title, .text).text
        task.result = task.result.map { moved($0, .text).text }
        task.deadline = task.deadline.map { moved($0, .text).text }
        task.note = task.note.map { moved($0, .text).text }
        task.items = task.items.map { moved($0) }
        return task
    }

    private mutating func moved(_ row: WorkspaceDraft.EstimateRow, _ figures: ImportedDocument.Figures)
        -> WorkspaceDraft.EstimateRow
    {
        var row = row
        row.title = moved(row.title, .text).text
        if figures == .emptied { (row.quantity, row.amount) = (nil, nil) }
        row.rows = row.rows.map { moved($0, figures) }
        return row
    }

    /// A report of last year is what this year's is written over.
    private mutating func move(_ report: inout WorkspaceDraft.Report, _ figures: ImportedDocument.Figures) {
        (report.issue.number, report.issue.date, report.issue.month) = (nil, nil, nil)
        report.issue.year += to - from
        report.move(by: to - from)
        report.subject = report.subject.map { moved($0, .heading).text }
        report.lead = report.lead.map { moved($0, .text).text }
        report.closing = report.closing.map { moved($0, .text).text }
        for index in report.sections.indices { move(&report.sections[index], figures) }
    }

    private mutating func remarked(_ text: String, _ key: String, _ draft: inout WorkspaceDraft) -> String {
        let moved = moved(text, .text)
        if let remark = moved.remark { draft.remarks[key] = remark }
        return moved.text
    }

    private mutating func move(_ section: inout WorkspaceDraft.Section, _ figures: ImportedDocument.Figures) {
        let outer = isReview
        defer { isReview = outer }
        if let heading = section.heading {
            // Below a heading of the year before, that year is the one looked back on.
            let years = YearMention.all(in: heading).filter { $0.role == .plain }.map(\.year)
            if years.contains(from - 1) { isReview = true } else if years.contains(from) { isReview = false }
            section.heading = moved(heading, .heading).text
        }
        if let runIn = section.runIn {
            let moved = moved(runIn, .text)
            section.runIn = moved.text
            section.remark = moved.remark ?? section.remark
        }
        for index in section.blocks.indices { move(&section.blocks[index], figures) }
        for index in section.sections.indices { move(&section.sections[index], figures) }
    }

    private mutating func move(_ block: inout WorkspaceDraft.Block, _ figures: ImportedDocument.Figures) {
        switch block {
        case .paragraph(let text, let remark):
            let moved = moved(text, .text)
            block = .paragraph(moved.text, remark: moved.remark ?? remark)
        case .dash(let text, let remark):
            let moved = moved(text, .text)
            block = .dash(moved.text, remark: moved.remark ?? remark)
        case .table(var table):
            move(&table, figures)
            block = .table(table)
        case .insert(var insertion):
            for index in insertion.columns.indices {
                insertion.columns[index].title = moved(insertion.columns[index].title, .heading).text
                insertion.columns[index].group = insertion.columns[index].group.map {
                    moved($0, .heading).text
                }
            }
            block = .insert(insertion)
        case .picture: break
        }
    }

    private mutating func move(_ table: inout WorkspaceDraft.Table, _ figures: ImportedDocument.Figures) {
        for index in table.columns.indices {
            table.columns[index].title = moved(table.columns[index].title, .heading).text
            table.columns[index].group = table.columns[index].group.map { moved($0, .heading).text }
        }
        let shown = table.columns.filter { $0.kind != .counter }
        var remarks: [String] = []
        for row in table.rows.indices {
            switch table.rows[row] {
            case .group(let title): table.rows[row] = .group(moved(title, .heading).text)
            case .cells(var cells):
                for index in cells.indices {
                    let isFigure = shown.indices.contains(index) && shown[index].kind == .number
                    if isFigure, figures == .emptied, row >= table.headCount {
                        cells[index] = ""
                        continue
                    }
                    let moved = moved(cells[index], row < table.headCount ? .heading : .text)
                    cells[index] = moved.text
                    if let remark = moved.remark { remarks.append(remark) }
                }
                table.rows[row] = .cells(cells)
            }
        }
        if let first = remarks.first { table.remark = first }
    }

    /// The text in the new year, and what is to be looked at.
    private mutating func moved(_ text: String, _ place: Place) -> (text: String, remark: String?) {
        let mentions = YearMention.all(in: text)
        guard !mentions.isEmpty else { return (text, nil) }
        var letters = Array(text)
        var open: [Int] = []
        for mention in mentions.reversed() {
            if mention.role == .schoolYear {
                // Both ends of the plan's own school year, or of the one before it in a heading.
                let first = mention.isEndOfSpan ? mention.year - 1 : mention.year
                if first == from || first == from - 1 && place == .heading {
                    letters.replaceSubrange(mention.range, with: Array("\(mention.year + to - from)"))
                } else if first == from - 1 {
                    open.insert(mention.year, at: 0)
                }
                continue
            }
            let isOwn = own.contains(mention.year)
            let isBefore = mention.year == from - 1
            guard isOwn || isBefore || isReview && mention.year == from - 2 else { continue }
            switch mention.role {
            case .act, .schoolYear: continue
            case .plain where isOwn || isBefore && (place == .heading || isReview):
                letters.replaceSubrange(mention.range, with: Array("\(mention.year + to - from)"))
            case .plain, .span, .bare, .fixedDay: open.insert(mention.year, at: 0)
            }
        }
        guard let year = open.first else { return (String(letters), nil) }
        findings.append(.yearLeft(year, String(text.prefix(80)), file))
        return (String(letters), "năm \(year) chưa đổi: xem lại")
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

    fileprivate static func basesToReview(_ file: String) -> Diagnostic {
        .note(
            "import.bases-to-review", at: .file(file), "các căn cứ giữ nguyên như văn bản cũ",
            en: "the bases are those of the old document", fix: "bỏ căn cứ hết hiệu lực, thêm căn cứ mới",
            en: "take out what is no longer in force, add what is new")
    }
}
