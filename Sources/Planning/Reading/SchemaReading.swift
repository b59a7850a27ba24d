internal import Diagnostics
internal import Values

/// Reads one file's nodes against its schema; gathers every fault and every code declared or used.
struct SchemaReading {
    let schema: DataSchema
    let file: String
    private(set) var faults: [Diagnostic] = []
    private(set) var codes: [CodeUse] = []
    /// Codes declared where nothing could be read; what refers to them cannot be judged.
    private(set) var unreadable: Set<IdentifierKind> = []
    /// Where the keys of the record before stand.
    private var header: [Position] = []

    init(_ schema: DataSchema, file: String) {
        self.schema = schema
        self.file = file
    }

    /// The file as a whole; nil when nothing of its shape could be read.
    mutating func datum(reading node: SourceNode) -> Datum? {
        let datum = read(node, as: schema.root, at: "")
        if datum == nil { unreadable.formUnion(schema.codes(declaredIn: schema.root)) }
        return datum
    }

    /// Nil after a fault has been noted; a part that could not be read does not hide its neighbours' faults.
    private mutating func read(_ node: SourceNode, as type: FieldType, at path: String) -> Datum? {
        let place = Place(file: file, position: node.position, path: path)
        switch type {
        case .record(let name): return record(node, schema.record(name), at: place)
        case .list(let element): return list(node, of: element, at: place)
        case .perYear(let element): return perYear(node, of: element, at: place)
        case .lines: return lines(node, at: place)
        case .shorthand(let short, let long):
            switch node.content {
            case .sequence, .mapping: return read(node, as: long, at: path)
            case .null, .boolean, .number, .text: return read(node, as: short, at: path)
            }
        case .text, .pattern, .boolean, .number, .reportedNumber, .money, .integer, .date, .timeSpan, .period,
            .factor, .choice, .identifier, .reference:
            do throws(Failure) {
                let content = try ScalarReading(type: type, place: place).content(of: node)
                if case .text(let code) = content { note(code, as: type, at: place) }
                return Datum(place: place, content: content)
            } catch {
                faults += error.diagnostics
                return nil
            }
        }
    }

    private mutating func note(_ code: String, as type: FieldType, at place: Place) {
        if case .identifier(let kind) = type {
            codes.append(CodeUse(role: .declaration, kind: kind, code: code, place: place))
        } else if case .reference(let kind) = type {
            codes.append(CodeUse(role: .reference, kind: kind, code: code, place: place))
        }
    }

    private mutating func record(_ node: SourceNode, _ record: RecordSchema, at place: Place) -> Datum? {
        guard case .mapping(let entries) = node.content else {
            faults.append(.wrongType(node, expected: .record(record.name), at: place))
            return nil
        }
        var values: [String: Datum] = [:]
        var emptyKeys: [String: Position] = [:]
        var unreadable: Set<String> = []
        // Rows of a CSV file share the keys of one header, whose faults are told once.
        let keys = entries.map(\.keyPosition)
        let sharesHeader = !keys.isEmpty && keys == header
        header = keys
        for entry in entries {
            let path = place.path(ofField: entry.key)
            guard let field = record.field(entry.key) else {
                let keyPlace = Place(file: file, position: entry.keyPosition, path: path)
                if !sharesHeader { faults.append(.unknownField(entry.key, of: record, at: keyPlace)) }
                continue
            }
            if entry.value.isBlank {
                emptyKeys[field.name] = entry.value.position
                continue
            }
            let value = read(entry.value, as: field.type, at: path)
            if value == nil { self.unreadable.formUnion(schema.codes(declaredIn: field.type)) }
            if field.presence == .required, value?.isEmptyList == true {
                emptyKeys[field.name] = entry.value.position
            }
            values[field.name] = value
            if value == nil { unreadable.insert(field.name) }
        }
        let written = Set(entries.map(\.key))
        for field in record.fields where field.presence == .required {
            if let position = emptyKeys[field.name] {
                let path = place.path(ofField: field.name)
                faults.append(.emptyField(field, at: Place(file: file, position: position, path: path)))
            } else if !written.contains(field.name), !sharesHeader {
                faults.append(.missingField(field, of: record, at: place))
            }
        }
        let fields = Fields(place: place, schema: record, values: values, unreadable: unreadable)
        return Datum(place: place, content: .record(fields))
    }

    private mutating func list(_ node: SourceNode, of element: FieldType, at place: Place) -> Datum? {
        guard case .sequence(let items) = node.content else {
            faults.append(.wrongType(node, expected: .list(element), at: place))
            return nil
        }
        var read: [Datum] = []
        for (index, item) in items.enumerated() {
            if let datum = self.read(item, as: element, at: place.path(ofItem: index)) {
                read.append(datum)
            } else {
                unreadable.formUnion(schema.codes(declaredIn: element))
            }
        }
        return Datum(place: place, content: .list(read))
    }

    private mutating func perYear(_ node: SourceNode, of element: FieldType, at place: Place) -> Datum? {
        guard case .mapping(let entries) = node.content else {
            faults.append(.wrongType(node, expected: .perYear(element), at: place))
            return nil
        }
        var years: [Int: Datum] = [:]
        for entry in entries {
            let path = place.path(ofField: entry.key)
            guard let year = Int(entry.key), (1945...2199).contains(year) else {
                let keyPlace = Place(file: file, position: entry.keyPosition, path: path)
                faults.append(.notAYear(entry.key, at: keyPlace))
                continue
            }
            if entry.value.isBlank { continue }
            years[year] = read(entry.value, as: element, at: path)
        }
        return Datum(place: place, content: .perYear(years))
    }

    private mutating func lines(_ node: SourceNode, at place: Place) -> Datum? {
        switch node.content {
        case .text(let text): return Datum(place: place, content: .lines(text.paragraphs))
        case .number(let written): return Datum(place: place, content: .lines([written]))
        case .sequence(let items):
            var lines: [String] = []
            for (index, item) in items.enumerated() {
                let path = place.path(ofItem: index)
                switch item.content {
                case .text(let text): lines += text.paragraphs
                case .number(let written): lines.append(written)
                case .null, .boolean, .sequence, .mapping:
                    let itemPlace = Place(file: file, position: item.position, path: path)
                    faults.append(.wrongType(item, expected: .text, at: itemPlace))
                }
            }
            return Datum(place: place, content: .lines(lines))
        case .null, .boolean, .mapping:
            faults.append(.wrongType(node, expected: .lines, at: place))
            return nil
        }
    }
}

extension SourceNode {
    /// Nothing was written: no value, or a text of white space as an empty CSV cell gives.
    var isBlank: Bool {
        switch content {
        case .null: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .boolean, .number, .sequence, .mapping: false
        }
    }
}

extension String {
    /// The non-empty lines, without the white space around them.
    var paragraphs: [String] { split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty } }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
