internal import Diagnostics
internal import Values

/// One reading of a data file: where it is, and every fault met so far.
struct DataReading {
    let file: String
    private(set) var faults: [Diagnostic] = []
    private var path = ""
    /// How long the path was at each level above.
    private var levels: [String] = []

    init(file: String) { self.file = file }

    mutating func note(_ fault: Diagnostic) { faults.append(fault) }
    mutating func note(_ faults: [Diagnostic]) { self.faults += faults }

    mutating func enter(_ key: String) {
        levels.append(path)
        path += path.isEmpty ? key : ".\(key)"
    }

    /// Items count from 1, as a clerk counts them.
    mutating func enter(item index: Int) {
        levels.append(path)
        path += "[\(index + 1)]"
    }

    mutating func leave() { path = levels.popLast() ?? "" }

    func location(_ position: Position) -> Location {
        .text(file: file, line: position.line, column: position.column, dataPath: path)
    }

    /// What a key that is not there means.
    enum MissingKeys { case areInherited, areFaults }

    /// Reads the entries into the record, whatever of them can be read.
    mutating func fill<Record>(
        _ record: inout Record, _ fields: [DataField<Record>], from entries: [SourceNode.Entry],
        at position: Position, missing: MissingKeys
    ) {
        var written: Set<String> = []
        for entry in entries {
            enter(entry.key)
            defer { leave() }
            guard let field = fields.first(where: { $0.key == entry.key }) else {
                note(.unknownKey(entry.key, known: fields.map(\.key), at: location(entry.keyPosition)))
                continue
            }
            // A key without a value counts as left out.
            guard !entry.value.isBlank else { continue }
            written.insert(entry.key)
            field.read(entry.value, missing == .areInherited, &record, &self)
        }
        guard missing == .areFaults else { return }
        for field in fields where !written.contains(field.key) {
            enter(field.key)
            note(.missingKey(field.key, at: location(position)))
            leave()
        }
    }

    /// Throws what was noted.
    func finish() throws(Failure) { if let failure = Failure(faults) { throw failure } }
}
