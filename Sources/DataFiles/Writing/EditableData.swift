package import Diagnostics
package import Values

/// A data file of which single values can be changed while every other byte, comments too, stays as it was.
///
/// Each change is made between the bytes of the source and then read again; a change after which the file would not say exactly what it said
/// before, but for the value meant, is refused and leaves the file as it was.
package struct EditableData: Sendable {
    package let file: String
    package let kind: DataFileKind
    package private(set) var bytes: [UInt8]
    package private(set) var content: SourceNode.Content
    /// The names of the columns of a CSV file.
    private let columns: [String]

    /// A step from a value to one inside it; items count from 0.
    package enum Step: Hashable, Sendable {
        case key(String)
        case item(Int)
    }

    package init(_ bytes: [UInt8], file: String, kind: DataFileKind) throws(Failure) {
        self.bytes = bytes
        self.file = file
        self.kind = kind
        content = try Self.content(of: bytes, file: file, kind: kind)
        columns = kind == .csv ? try CSVRows(bytes: bytes, file: file).header.map(\.text) : []
    }

    /// The value there, with all that it holds; nil where there is none.
    package subscript(path: [Step]) -> SourceNode.Content? { content[path[...]] }

    /// Makes the value there this one.
    ///
    /// Of two collections only what differs is written. A key that is not there is added after those that stand before it in `order`, or as the
    /// last one.
    package mutating func set(_ path: [Step], to value: SourceNode.Content, order: [String] = [])
        throws(Failure)
    {
        let value = storable(value.composed)
        var edited = self
        guard let last = path.last, case .key(let key) = last, self[path] == nil else {
            guard let old = self[path] else { throw failure(.noSuchPlace, path) }
            for change in Change.changes(from: old, to: value, at: path) { try edited.make(change) }
            self = edited
            return
        }
        let parent = Array(path.dropLast())
        switch self[parent] {
        case .mapping(let entries)?:
            let keys = entries.map(\.key)
            let before = order.prefix { $0 != key }.last { keys.contains($0) }
            let after = order.contains(key) ? before : keys.last
            try make(.add(parent, key, value, after: after.flatMap { keys.firstIndex(of: $0) }))
        case .null?: try make(.replace(parent, .mapping([SourceNode.entry(key, value)])))
        case .boolean?, .number?, .text?, .sequence?, nil: throw failure(.noSuchPlace, path)
        }
    }

    /// Adds an item before the one that has this index, or as the last one.
    package mutating func insert(_ item: SourceNode.Content, at index: Int, in path: [Step]) throws(Failure) {
        let item = storable(item.composed)
        switch self[path] {
        case .sequence(let items)? where (0...items.count).contains(index):
            try make(
                items.isEmpty
                    ? .replace(path, .sequence([SourceNode(item, at: .start)])) : .insert(path, index, item))
        case .null? where index == 0: try make(.replace(path, .sequence([SourceNode(item, at: .start)])))
        default: throw failure(.noSuchPlace, path)
        }
    }

    /// Takes away a key or an item.
    package mutating func remove(_ path: [Step]) throws(Failure) {
        guard !path.isEmpty, self[path] != nil else { throw failure(.noSuchPlace, path) }
        try make(.remove(path))
    }

    private mutating func make(_ change: Change) throws(Failure) {
        let expected = content.applying(change)
        let edited: [UInt8]?
        switch kind {
        case .yaml:
            let layout = try SourceLayout.yaml(bytes, file: file)
            edited = YAMLEditing(bytes, layout, content).bytes(making: change)
        case .json: edited = JSONEditing(bytes).bytes(making: change)
        case .csv: edited = try CSVEditing(bytes, file: file).bytes(making: change)
        case .jsonLines: edited = nil
        }
        // The new bytes are read once more: nothing else may have changed its meaning.
        guard let edited, let read = try? Self.content(of: edited, file: file, kind: kind),
            read.says(expected)
        else { throw failure(.cannotBePlaced, change.path) }
        bytes = edited
        content = read
    }

    private static func content(of bytes: [UInt8], file: String, kind: DataFileKind) throws(Failure)
        -> SourceNode.Content
    {
        switch kind {
        case .yaml: return try SourceNode(yaml: bytes, file: file).content
        case .json: return try SourceNode(json: bytes, file: file).content
        case .csv: return try SourceNode(csv: bytes, file: file).content
        case .jsonLines: throw Failure(.notEdited(.cannotBePlaced, at: .file(file)))
        }
    }

    /// What a file of this kind says where that is written: a cell of a table knows no types, a row has every column.
    private func storable(_ value: SourceNode.Content) -> SourceNode.Content {
        guard kind == .csv else { return value }
        switch value {
        case .null: return value
        case .boolean(let value): return .text(String(value))
        case .number(let written), .text(let written):
            return SourceNode(CSVField(text: written, position: .start)).content
        case .sequence(let rows): return .sequence(rows.map { SourceNode(storable($0.content), at: .start) })
        case .mapping(let cells):
            let missing = columns.filter { column in !cells.contains { $0.key == column } }
            return .mapping(
                cells.map { SourceNode.entry($0.key, storable($0.value.content)) }
                    + missing.map { SourceNode.entry($0, .null) })
        }
    }

    private func failure(_ reason: EditRefusal, _ path: [Step]) -> Failure {
        var text = ""
        for step in path {
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .item(let index): text += "[\(index + 1)]"
            }
        }
        return Failure(.notEdited(reason, at: .value(file: file, path: text)))
    }
}

/// Why a file is not changed.
enum EditRefusal {
    case noSuchPlace
    case cannotBePlaced
}

extension Diagnostic {
    fileprivate static func notEdited(_ reason: EditRefusal, at place: Location) -> Diagnostic {
        switch reason {
        case .noSuchPlace:
            .error(
                "data.no-such-place", at: place, "trong tệp không có chỗ này",
                en: "the file has no such place", fix: "xem lại tên khóa, tên cột và số thứ tự",
                en: "check the keys, the columns and the numbers")
        case .cannotBePlaced:
            .error(
                "data.not-placed", at: place,
                "không ghi được giá trị vào đây mà giữ nguyên phần còn lại của tệp",
                en: "the value cannot be written here without touching the rest of the file",
                fix: "mở tệp và sửa chỗ này bằng tay", en: "open the file and change this place by hand")
        }
    }
}
