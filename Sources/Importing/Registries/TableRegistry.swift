package import Planning
internal import VietnameseText

// Tables that say what the workspace has a registry for become that registry, and the table is computed of it.
extension ImportedDocument {
    /// How many tables the document has.
    package var tableCount: Int { draft.tables.count }

    /// With a table, by its place, made into tasks, targets or an estimate; nil where it is not surely that.
    ///
    /// Whether the computed table says the same is for the caller to see: the document is made again of it.
    package func converting(table index: Int, to kind: WorkspaceDraft.Insertion.Kind) -> ImportedDocument? {
        let tables = draft.tables
        guard tables.indices.contains(index), let read = ReadTableRows(tables[index].table, as: kind) else {
            return nil
        }
        var made = self
        switch kind {
        case .tasks:
            guard draft.tasks.isEmpty, let tasks = made.draft.agency.tasks(of: read) else { return nil }
            made.draft.tasks = tasks
        case .targets:
            guard draft.targets.isEmpty, let targets = read.targets else { return nil }
            made.draft.targets = targets
            made.draft.years = made.draft.years ?? draft.yearOfSubject.map { $0...$0 }
            made.findings.append(.guessedKinds(made.file))
        case .estimate:
            guard draft.estimate == nil, let unit = read.amountUnit(above: tables[index].above),
                let rows = read.estimateRows(countedIn: unit)
            else { return nil }
            made.draft.years = made.draft.years ?? draft.yearOfSubject.map { $0...$0 }
            made.draft.estimate = WorkspaceDraft.Estimate(
                year: made.draft.figureYear, rows: rows, printedUnit: unit)
        }
        made.draft.replaceTable(
            index, by: WorkspaceDraft.Insertion(kind, columns: read.columns, levels: read.levelNames))
        if kind == .estimate { made.noteTypedTotals() }
        return made
    }
}

extension WorkspaceDraft {
    /// The year its subject names, where that is one.
    var yearOfSubject: Int? {
        let years = Set(subject.flatMap { YearMention.all(in: $0) }.filter { $0.role == .plain }.map(\.year))
        return years.count == 1 ? years.first : nil
    }

    typealias PlacedTable = (table: Table, above: [String])

    /// Every table of text and appendices, in their order, with what stands above it: the title of its part, and the paragraph before.
    var tables: [PlacedTable] {
        sections.flatMap(\.tables)
            + appendices.flatMap { $0.blocks.tables(below: $0.title) + $0.sections.flatMap(\.tables) }
    }

    mutating func replaceTable(_ index: Int, by insertion: Insertion) {
        var left = index
        for place in sections.indices { sections[place].replaceTable(&left, insertion) }
        for place in appendices.indices {
            appendices[place].blocks.replaceTable(&left, insertion)
            for inner in appendices[place].sections.indices {
                appendices[place].sections[inner].replaceTable(&left, insertion)
            }
        }
    }
}

extension WorkspaceDraft.Section {
    fileprivate var tables: [WorkspaceDraft.PlacedTable] {
        blocks.tables(below: [heading, runIn].compactMap { $0 }.joined(separator: " "))
            + sections.flatMap(\.tables)
    }

    fileprivate mutating func replaceTable(_ left: inout Int, _ insertion: WorkspaceDraft.Insertion) {
        blocks.replaceTable(&left, insertion)
        for inner in sections.indices { sections[inner].replaceTable(&left, insertion) }
    }
}

extension [WorkspaceDraft.Block] {
    fileprivate func tables(below title: String) -> [WorkspaceDraft.PlacedTable] {
        var before: String?
        var tables: [WorkspaceDraft.PlacedTable] = []
        for block in self {
            if case .table(let table) = block { tables.append((table, [title, before].compactMap { $0 })) }
            if case .paragraph(let text, _) = block { before = text.withoutMarks } else { before = nil }
        }
        return tables
    }

    fileprivate mutating func replaceTable(_ left: inout Int, _ insertion: WorkspaceDraft.Insertion) {
        for index in indices {
            guard case .table = self[index] else { continue }
            if left == 0 { self[index] = .insert(insertion) }
            left -= 1
        }
    }
}
