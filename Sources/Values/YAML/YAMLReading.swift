package import Diagnostics

extension SourceNode {
    /// Reads one YAML document in UTF-8; an empty one is null.
    ///
    /// Plain scalars are resolved by the core schema of YAML 1.2 as far as null, booleans and decimal numbers; everything else is text, in
    /// NFC. Anchors, tags other than `!!str`, and several documents in a file are refused.
    package init(yaml bytes: [UInt8], file: String) throws(Failure) {
        let bytes = try Encoding.checked(bytes, file: file)
        if let tree = PlainYAML.tree(of: bytes) {
            self = tree
            return
        }
        var reader = YAMLReader(bytes, file: file)
        self = try reader.document()
    }
}

/// Builds the tree from libyaml's events, going on after every fault that is not one of syntax.
private struct YAMLReader: ~Copyable {
    private var events: YAMLEvents
    private let file: String
    private var path = DataPath()
    private var depth = 0
    private var faults: [Diagnostic] = []

    init(_ bytes: [UInt8], file: String) {
        events = YAMLEvents(bytes, file: file)
        self.file = file
    }

    mutating func document() throws(Failure) -> SourceNode {
        do throws(Failure) {
            let root = try root()
            if let failure = Failure(faults) { throw failure }
            return root
        } catch {
            // A fault of syntax ends the reading, but not the report.
            let all = faults + error.diagnostics.filter { !faults.contains($0) }
            throw Failure(all) ?? error
        }
    }

    private mutating func root() throws(Failure) -> SourceNode {
        while true {
            let event = try events.next()
            if event.kind == .streamEnd { return SourceNode(.null, at: Position(line: 1, column: 1)) }
            if event.kind == .documentStart { break }
        }
        let root = try node(from: try events.next())
        while true {
            let event = try events.next()
            if event.kind == .streamEnd { return root }
            if event.kind == .documentStart {
                throw Failure(.severalDocuments(at: event.position, file: file))
            }
        }
    }

    private mutating func node(from event: YAMLEvents.Event) throws(Failure) -> SourceNode {
        let position = event.position
        if let anchor = event.anchor {
            faults.append(.alias(anchor, at: Location(position, file: file, path: path.text)))
        }
        var isText = false
        switch event.tag {
        case nil: break
        case "tag:yaml.org,2002:str", "!": isText = true
        case let tag?: faults.append(.tag(tag, at: Location(position, file: file, path: path.text)))
        }
        switch event.kind {
        case .scalar(let text):
            let isPlain = event.style == .plain && !isText
            return SourceNode(isPlain ? .plain(yaml: text) : .quoted(yaml: text), at: position)
        case .sequenceStart:
            try enterLevel(at: position)
            defer { depth -= 1 }
            return SourceNode(.sequence(try items()), at: position)
        case .mappingStart:
            try enterLevel(at: position)
            defer { depth -= 1 }
            return SourceNode(.mapping(try fields()), at: position)
        case .alias, .documentStart, .streamEnd, .sequenceEnd, .mappingEnd, .other:
            return SourceNode(.null, at: position)
        }
    }

    private mutating func enterLevel(at position: Position) throws(Failure) {
        depth += 1
        guard depth <= Nesting.limit else { throw Failure(.tooDeep(at: position, file: file)) }
    }

    private mutating func items() throws(Failure) -> [SourceNode] {
        var items: [SourceNode] = []
        while true {
            let event = try events.next()
            if event.kind == .sequenceEnd { return items }
            path.enter(item: items.count)
            items.append(try node(from: event))
            path.leave()
        }
    }

    private mutating func fields() throws(Failure) -> [SourceNode.Entry] {
        var entries: [SourceNode.Entry] = []
        // Small records are looked through; a table of their keys would cost more.
        var seen: [String: Position] = [:]
        let fewEntries = 16
        while true {
            let event = try events.next()
            if event.kind == .mappingEnd { return entries }
            let key = try key(from: event)
            path.enter(key: key ?? "?")
            let value = try node(from: try events.next())
            if let key {
                let first =
                    entries.count <= fewEntries ? entries.first { $0.key == key }?.keyPosition : seen[key]
                if let first {
                    faults.append(
                        .duplicateKey(key, at: event.position, first: first, file: file, path: path.text))
                } else {
                    entries.append(SourceNode.Entry(key: key, keyPosition: event.position, value: value))
                    if entries.count == fewEntries + 1 {
                        for entry in entries { seen[entry.key] = entry.keyPosition }
                    } else if entries.count > fewEntries {
                        seen[key] = event.position
                    }
                }
            }
            path.leave()
        }
    }

    /// Text, or a number as it was written, for years are keys too.
    private mutating func key(from event: YAMLEvents.Event) throws(Failure) -> String? {
        let node = try node(from: event)
        switch node.content {
        case .text(let text): return text
        case .number(let text): return text
        case .null, .boolean, .sequence, .mapping:
            // An alias has been told of.
            if event.kind != .alias {
                faults.append(.keyIsNoText(at: Location(event.position, file: file, path: path.text)))
            }
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func severalDocuments(at position: Position, file: String) -> Diagnostic {
        .error(
            "data.yaml-documents", at: Location(position, file: file),
            "tệp chứa nhiều tài liệu YAML, cách nhau bởi “---”",
            en: "the file holds several YAML documents, parted by “---”",
            fix: "tách thành nhiều tệp, hoặc xóa dòng “---”",
            en: "use several files, or delete the “---” line")
    }

    fileprivate static func alias(_ name: String, at location: Location) -> Diagnostic {
        .error(
            "data.alias", at: location, "neo và tham chiếu của YAML (&\(name), *\(name)) không được dùng",
            en: "anchors and aliases of YAML (&\(name), *\(name)) are not used",
            fix: "chép lại nội dung; nếu “&” hay “*” là văn bản, đặt cả giá trị trong ngoặc kép",
            en: "copy the content; if “&” or “*” is text, put the value in quotes")
    }

    fileprivate static func tag(_ name: String, at location: Location) -> Diagnostic {
        // The parser has written the short form out.
        let tag = name.replacing("tag:yaml.org,2002:", with: "!!")
        return .error(
            "data.yaml-tag", at: location, "nhãn kiểu “\(tag)” không được dùng",
            en: "the type tag “\(tag)” is not used",
            fix: "xóa nhãn; nếu “!” là văn bản, đặt cả giá trị trong ngoặc kép",
            en: "delete the tag; if “!” is text, put the value in quotes")
    }

    fileprivate static func keyIsNoText(at location: Location) -> Diagnostic {
        .error(
            "data.key", at: location, "tên mục phải là chữ hoặc số",
            en: "the name of a field must be text or a number", fix: "đặt tên mục trong ngoặc kép",
            en: "put the name in quotes")
    }
}
