internal import Container
internal import Diagnostics
internal import XMLTree

/// The parts of a merged package: those of the first document, and what the others add.
struct MergedParts {
    let base: Archive
    private var changed: [String: [UInt8]] = [:]
    private var added: [(name: String, bytes: [UInt8])] = []
    /// What a part that was met before is called here.
    private var known: [Part: String] = [:]
    private var counts: [String: Int] = [:]

    private struct Part: Hashable {
        let name: String
        let bytes: [UInt8]
    }

    init(_ base: Archive) { self.base = base }

    mutating func replace(_ name: String, with bytes: [UInt8]) { changed[name] = bytes }

    /// Whether a part of a further document is what the first document has under that name.
    func hasSame(_ name: String, of archive: Archive) -> Bool {
        guard let own = base[name], let other = archive[name] else { return false }
        return own.crc == other.crc && own.size == other.size
    }

    /// The name under which a part of a further document is in the package, and whether it is new there.
    mutating func adopt(_ name: String, of archive: Archive) throws(Failure) -> (name: String, isNew: Bool) {
        if hasSame(name, of: archive) { return (name, false) }
        let part = Part(name: name, bytes: try archive.contents(of: name))
        if let same = known[part] { return (same, false) }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let number = counts[name, default: 1] + 1
        counts[name] = number
        let fresh = "\(name[..<dot])-\(number)\(name[dot...])"
        known[part] = fresh
        added.append((fresh, part.bytes))
        return (fresh, true)
    }

    mutating func add(_ name: String, with bytes: [UInt8]) { added.append((name, bytes)) }

    /// All parts, in the order of the first document, the new ones behind them.
    func archive() throws(Failure) -> ArchiveWriter {
        var writer = ArchiveWriter()
        for entry in base.entries where !entry.name.hasSuffix("/") {
            if let bytes = changed[entry.name] {
                writer.add(entry.name, bytes: bytes, compression: .fast)
            } else {
                writer.add(entry.name, copying: try base.stored(entry.name))
            }
        }
        for part in added { writer.add(part.name, bytes: part.bytes, compression: .fast) }
        return writer
    }
}

extension Archive {
    func tree(_ name: String) throws(Failure) -> Element {
        try Element(parsing: contents(of: name), file: "\(file)/\(name)")
    }

    /// A part that need not be there.
    func tree(ifAny name: String?) throws(Failure) -> Element? {
        guard let name, contains(name) else { return nil }
        return try tree(name)
    }
}

extension Element {
    /// Changes this element and all in it, the outer ones first.
    mutating func changeAll(_ change: (inout Element) -> Void) {
        change(&self)
        for place in children.indices {
            guard case .element(var child) = children[place] else { continue }
            child.changeAll(change)
            children[place] = .element(child)
        }
    }

    /// Goes through this element and all in it until the body says that it has been found.
    @discardableResult mutating func changeFirst(
        descending: (Element) -> Bool = { _ in true }, _ change: (inout Element) -> Bool
    ) -> Bool {
        if change(&self) { return true }
        guard descending(self) else { return false }
        for place in children.indices {
            guard case .element(var child) = children[place] else { continue }
            let isFound = child.changeFirst(descending: descending, change)
            children[place] = .element(child)
            if isFound { return true }
        }
        return false
    }

    /// Puts a child where the schema's order wants it, in the place of one of its name.
    mutating func put(_ child: Element, inOrder order: [String]) {
        children.removeAll { if case .element(let old) = $0 { old.name == child.name } else { false } }
        let rank = order.firstIndex(of: child.name.local) ?? order.count
        let place = children.firstIndex { node in
            guard case .element(let other) = node else { return false }
            return (order.firstIndex(of: other.name.local) ?? order.count) > rank
        }
        children.insert(.element(child), at: place ?? children.count)
    }
}

extension Diagnostic {
    /// A part that each of the documents has otherwise, and that a merged document would show wrongly.
    static func notMergeable(_ part: String, of document: String) -> Diagnostic {
        .error(
            "batch.not-mergeable", at: .file(document),
            "phần “\(part)” của văn bản này khác với văn bản đầu tiên nên không gộp được",
            en: "the part “\(part)” of this document differs from the first one's and cannot be merged",
            fix: "ghi từng văn bản ra thư mục hoặc tệp .zip",
            en: "write the documents into a folder or a .zip")
    }
}
