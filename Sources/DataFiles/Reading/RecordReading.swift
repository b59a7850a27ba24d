public import Diagnostics
public import Values
internal import VietnameseText

/// The fields of a record, each part of them in a row of its own, for a file may have many records.
@usableFromInline package struct RecordFields<Record: Sendable>: Sendable {
    @usableFromInline package let names: RecordNames
    @usableFromInline package let reads:
        [@Sendable (SourceNode, Bool, inout Record, inout DataReading) -> FieldOutcome]

    @inlinable package init(_ fields: [DataField<Record>]) {
        // Key paths in code for all types are built anew each time.
        names = RecordNames(fields.map { $0.description })
        reads = fields.map { $0.read }
    }
}

/// What the fields of a record are called.
@usableFromInline package final class RecordNames: Sendable {
    let descriptions: [FieldDescription]
    @usableFromInline package let keys: [String]
    let indices: [String: Int]
    /// Those that must be there, and for each field its place among them.
    @usableFromInline package let required: [Int]
    @usableFromInline package let placesOfRequired: [Int?]

    @usableFromInline package init(_ descriptions: [FieldDescription]) {
        self.descriptions = descriptions
        keys = descriptions.map { $0.key }
        indices = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let required = descriptions.indices.filter { descriptions[$0].presence == .required }
        self.required = required
        placesOfRequired = descriptions.indices.map { required.firstIndex(of: $0) }
    }
}

/// The keys that a record has, and which field each of them names: found once for all rows of a table.
@usableFromInline package final class RecordHeader: Sendable {
    let names: RecordNames
    let keys: [String]
    @usableFromInline package let fields: [Int?]
    /// The paths of the keys in a record that is no part of another.
    @usableFromInline package let paths: [DataPath]

    init(_ names: RecordNames, _ entries: [SourceNode.Entry]) {
        self.names = names
        keys = entries.map { $0.key }
        fields = keys.map { names.indices[$0] }
        paths = keys.map { .key($0, in: .root) }
    }

    func fits(_ names: RecordNames, _ entries: [SourceNode.Entry]) -> Bool {
        guard names === self.names, entries.count == keys.count else { return false }
        for place in keys.indices where keys[place] != entries[place].key { return false }
        return true
    }
}

// How a record is read.
extension DataReading {
    /// What a key that is not there means.
    @usableFromInline package enum MissingKeys: Sendable { case areFaults, areInherited }

    /// What was met of a key that must be there.
    @usableFromInline package enum KeyState {
        case unseen
        case read
        case empty(Position)
        /// Written in another way, which is told at that key.
        case misspelt
    }

    /// Reads the entries into the record, whatever of them can be read.
    ///
    /// `remedy` is said to whoever left out a key, besides adding it.
    @inlinable package mutating func fill<Record>(
        _ record: inout Record, _ fields: RecordFields<Record>, from entries: [SourceNode.Entry],
        at position: Position, missing: MissingKeys, remedy: Wording? = nil
    ) {
        let names = fields.names
        let (header, isShared) = header(of: entries, names)
        var states = [KeyState](repeating: .unseen, count: names.required.count)
        let outer = path
        var isRoot = false
        if case .root = outer { isRoot = true }
        for place in entries.indices {
            path = isRoot ? header.paths[place] : .key(entries[place].key, in: outer)
            guard let index = header.fields[place] else {
                if !isShared { noteUnknownKey(place, of: entries, names, &states) }
                continue
            }
            var state = KeyState.read
            // A key without a value counts as left out.
            if entries[place].value.isBlank {
                state = .empty(entries[place].value.position)
            } else {
                switch fields.reads[index](entries[place].value, missing == .areInherited, &record, &self) {
                case .value: break
                case .unreadable:
                    if names.placesOfRequired[index] != nil {
                        mark(index, of: fields, in: &record, at: position)
                    }
                case .holdsNothing: state = .empty(entries[place].value.position)
                }
            }
            if let required = names.placesOfRequired[index] { states[required] = state }
        }
        path = outer
        guard missing == .areFaults else { return }
        for (place, index) in names.required.enumerated() {
            if case .read = states[place] { continue }
            noteMissing(index, of: names, states[place], sharesHeader: isShared, remedy, at: position)
            enter(names.keys[index])
            mark(index, of: fields, in: &record, at: position)
            leave()
        }
    }

    /// The header of a record, and whether it is the very one of the record before.
    ///
    /// Rows of a CSV file share the keys of one header, whose faults are told once.
    @usableFromInline package mutating func header(of entries: [SourceNode.Entry], _ names: RecordNames) -> (
        RecordHeader, Bool
    ) {
        let first = entries.first?.keyPosition
        let isShared =
            first != nil && headerStart == first && header?.keys.count == entries.count
            && header?.names === names
        if let header, isShared || header.fits(names, entries) {
            headerStart = first
            return (header, isShared)
        }
        let new = RecordHeader(names, entries)
        if let first { (header, headerStart) = (new, first) }
        return (new, false)
    }

    @usableFromInline package mutating func noteUnknownKey(
        _ place: Int, of entries: [SourceNode.Entry], _ names: RecordNames, _ states: inout [KeyState]
    ) {
        let entry = entries[place]
        if place > 0, let cut = CutNumber(entries[place - 1], entry) {
            note(cut.diagnosticOfValue(at: location(entries[place - 1].value.position)))
            return
        }
        let meant = StrayLetters(in: entry.key)?.meant ?? entry.key
        if let field = nearestName(to: meant, among: names.keys).flatMap({ names.indices[$0] }) {
            if let required = names.placesOfRequired[field], case .unseen = states[required] {
                states[required] = .misspelt
            }
            noteUnreadable(names.descriptions[field].form)
        }
        note(.unknownKey(entry.key, known: names.keys, at: location(entry.keyPosition)))
    }

    @usableFromInline package mutating func noteMissing(
        _ index: Int, of names: RecordNames, _ state: KeyState, sharesHeader: Bool, _ remedy: Wording?,
        at position: Position
    ) {
        let field = names.descriptions[index]
        enter(field.key)
        defer { leave() }
        switch state {
        case .read, .misspelt: break
        case .empty(let position): note(.emptyKey(field, at: location(position)))
        case .unseen where sharesHeader: break
        case .unseen: note(.missingKey(field, remedy: remedy, at: location(position)))
        }
    }

    /// Reads a mark where a key says nothing, when that is wanted.
    @usableFromInline package func mark<Record>(
        _ index: Int, of fields: RecordFields<Record>, in record: inout Record, at position: Position
    ) {
        guard gaps == .areMarked, let gap = fields.names.descriptions[index].gap else { return }
        // What is wrong with a mark is of no interest.
        var aside = DataReading(file: file, gaps: gaps)
        _ = fields.reads[index](SourceNode(gap, at: position), false, &record, &aside)
    }
}

extension CutNumber {
    /// A number of YAML whose comma made a key of its second half: `{don_gia: 1,5tr}`; nil for what else stands beside a key.
    fileprivate init?(_ entry: SourceNode.Entry, _ next: SourceNode.Entry) {
        guard case .number(let number) = entry.value.content, next.value.isBlank,
            entry.value.position.line == next.keyPosition.line,
            next.keyPosition.column == entry.value.position.column + number.count + 1
        else { return nil }
        self.init(number, next.key)
    }
}
