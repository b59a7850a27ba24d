package import Diagnostics
package import Values

/// One reading of a data file: where it is, and every fault met so far.
package struct DataReading {
    package let file: String
    package private(set) var faults: [Diagnostic] = []
    private var path = ""
    /// How long the path was at each level above.
    private var levels: [String] = []

    package init(file: String) { self.file = file }

    package mutating func note(_ fault: Diagnostic) { faults.append(fault) }
    package mutating func note(_ faults: [Diagnostic]) { self.faults += faults }

    package mutating func enter(_ key: String) {
        levels.append(path)
        path += path.isEmpty ? key : ".\(key)"
    }

    /// Items count from 1, as a clerk counts them.
    package mutating func enter(item index: Int) {
        levels.append(path)
        path += "[\(index + 1)]"
    }

    package mutating func leave() { path = levels.popLast() ?? "" }

    package func location(_ position: Position) -> Location {
        .text(file: file, line: position.line, column: position.column, dataPath: path)
    }

    /// What a key that is not there means.
    package enum MissingKeys { case areInherited, areFaults }

    /// Reads the entries into the record, whatever of them can be read.
    package mutating func fill<Record>(
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
    package func finish() throws(Failure) { if let failure = Failure(faults) { throw failure } }
}
