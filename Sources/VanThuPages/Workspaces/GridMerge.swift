internal import DataFiles
internal import Values

/// What was typed into a grid laid upon the rows as they are now.
///
/// Rows are known by what they said when they were shown, not by their numbers: others may have added, removed and changed rows meanwhile.
struct GridMerge {
    /// A row as it is to be shown or saved.
    struct Row {
        /// What the file says of it; null for one that is not there yet.
        var item: SourceNode.Content
        /// The cells to be written.
        var written: [String: String] = [:]
        /// Cells that somebody else has changed too, with what is typed here.
        var conflicts: [String: (text: String, shown: String)] = [:]
        var isRemoved = false
        var trouble: Trouble?
    }

    enum Trouble {
        /// It was emptied here and changed by somebody else.
        case changedByOthers
        /// It was changed here and taken away by somebody else: what is left of it is a new row.
        case removedByOthers
    }

    /// The rows that are there, by their numbers now, then the new ones.
    private(set) var rows: [Row]
    private(set) var added: [Row] = []
    /// The numbers that the form knew the added rows by, for totals while one types.
    private(set) var addedNumbers: [Int] = []
    /// Whether the form tells nothing of what it had shown, and the list is another one now.
    private(set) var isUnknown = false

    var isConflict: Bool {
        isUnknown || (rows + added).contains { !$0.conflicts.isEmpty || $0.trouble != nil }
    }

    init(_ sent: SentGrid, _ columns: GridColumns, _ content: SourceNode.Content) {
        let items = EditForm.items(of: content)
        rows = items.map { Row(item: $0) }
        let isSame = content.fingerprint == sent.list
        guard isSame || !sent.shown.isEmpty || sent.rows.isEmpty else {
            isUnknown = true
            layUnknown(sent, columns)
            return
        }
        let places = isSame ? [:] : Self.places(of: sent.shown, in: items.map(columns.prints(of:)))
        for index in sent.rows.keys.sorted() {
            let wasThere = sent.shown[index] != nil || isSame && index < items.count
            guard wasThere else {
                add(Row(item: .null, written: sent.rows[index] ?? [:]), number: index)
                continue
            }
            if let place = isSame ? index : places[index] {
                if rows.indices.contains(place) { lay(sent, index, upon: place, columns, isSame) }
            } else if isChanged(sent, index, columns) {
                add(
                    Row(item: .null, written: sent.rows[index] ?? [:], trouble: .removedByOthers),
                    number: index)
            }
        }
    }

    /// Everything that differs waits for a choice.
    private mutating func layUnknown(_ sent: SentGrid, _ columns: GridColumns) {
        for (index, cells) in sent.rows.sorted(by: { $0.key < $1.key }) {
            guard rows.indices.contains(index) else {
                add(Row(item: .null, written: cells), number: index)
                continue
            }
            for column in columns.list {
                let field = columns.field(column, of: rows[index].item)
                guard columns.isEditable(field, of: rows[index].item),
                    let text = cells[column.key].map(RecordField.plain), text != RecordField.plain(field.text)
                else { continue }
                rows[index].conflicts[column.key] = (text, "")
            }
        }
    }

    private mutating func add(_ row: Row, number: Int) {
        guard row.written.values.contains(where: { !RecordField.plain($0).isEmpty }) else { return }
        added.append(row)
        addedNumbers.append(number)
    }

    private func isChanged(_ sent: SentGrid, _ index: Int, _ columns: GridColumns) -> Bool {
        columns.list.enumerated().contains { column, field in
            sent.value(index, field.key, column: column)?.isChanged(from: "") == true
        }
    }

    private mutating func lay(
        _ sent: SentGrid, _ index: Int, upon place: Int, _ columns: GridColumns, _ isSame: Bool
    ) {
        let item = rows[place].item
        let cells = sent.rows[index] ?? [:]
        let isEmptied = cells.values.allSatisfy { RecordField.plain($0).isEmpty }
        if isEmptied, !columns.hasMore(item), isSame || isChanged(sent, index, columns) {
            let isAsShown = isSame || sent.shown[index]?.first == printOf(item.spelled)
            rows[place].isRemoved = isAsShown
            if !isAsShown { rows[place].trouble = .changedByOthers }
            return
        }
        for (column, description) in columns.list.enumerated() {
            let field = columns.field(description, of: item)
            guard columns.isEditable(field, of: item),
                let value = sent.value(index, description.key, column: column)
            else { continue }
            switch value.outcome(now: field.text, isSameRecord: isSame) {
            case .kept: break
            case .written: rows[place].written[description.key] = value.typed
            case .conflict: rows[place].conflicts[description.key] = (value.typed, value.shown ?? "")
            }
        }
    }

    // MARK: Which row is which

    /// Where the rows that were shown are now: those that say the same, then those that are still more than half the same.
    private static func places(of shown: [Int: [String]], in now: [[String]]) -> [Int: Int] {
        var places: [Int: Int] = [:]
        var free = Set(now.indices)
        func take(_ index: Int, _ place: Int) {
            places[index] = place
            free.remove(place)
        }
        let numbers = shown.keys.sorted()
        for index in numbers where free.contains(index) && now[index].first == shown[index]?.first {
            take(index, index)
        }
        var same: [String: [Int]] = [:]
        for place in free.sorted() { same[now[place].first ?? "", default: []].append(place) }
        for index in numbers where places[index] == nil {
            guard let print = shown[index]?.first,
                let place = same[print]?.filter(free.contains).min(by: { abs($0 - index) < abs($1 - index) })
            else { continue }
            take(index, place)
        }
        var pairs: [(likeness: Int, distance: Int, index: Int, place: Int)] = []
        for index in numbers where places[index] == nil {
            guard let cells = shown[index]?.dropFirst() else { continue }
            for place in free {
                let likeness = likeness(of: Array(cells), Array(now[place].dropFirst()))
                if likeness > 50 { pairs.append((likeness, abs(place - index), index, place)) }
            }
        }
        // The surest first, so that a row that is gone takes none that is another's.
        for pair in pairs.sorted(by: {
            ($1.likeness, $0.distance, $0.place) < ($0.likeness, $1.distance, $1.place)
        }) where places[pair.index] == nil && free.contains(pair.place) { take(pair.index, pair.place) }
        return places
    }

    private static let blank = printOf("")

    /// In hundredths of the cells with something in them in one row or the other.
    private static func likeness(of one: [String], _ other: [String]) -> Int {
        let pairs = zip(one, other).filter { $0 != blank || $1 != blank }
        return pairs.count { $0 == $1 } * 100 / max(1, pairs.count)
    }
}
