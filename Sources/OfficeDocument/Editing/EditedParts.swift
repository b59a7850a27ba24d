internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The parts of a package that are edited, as trees; all others are copied as they stand, still compressed.
struct EditedParts {
    let archive: Archive
    private var parts: [String: Part] = [:]
    /// In the order they were added.
    private var added: [(name: String, bytes: [UInt8])] = []
    private var removed: Set<String> = []

    private struct Part {
        let source: [UInt8]
        let original: Element
        var tree: Element
    }

    init(_ archive: Archive) { self.archive = archive }

    func contains(_ name: String) -> Bool { archive.contains(name) || added.contains { $0.name == name } }

    /// The part's tree as it is now; nil for a part that is missing or damaged.
    mutating func tree(of name: String) -> Element? {
        open(name)
        return parts[name]?.tree
    }

    /// The part's tree as it is now; throws why there is none.
    mutating func requiredTree(of name: String) throws(Failure) -> Element {
        if let tree = tree(of: name) { return tree }
        return try PackageSource(archive).tree(name)
    }

    /// Changes the part's tree; nothing for a part that is missing or damaged.
    mutating func change(_ name: String, _ change: (inout Element) -> Void) {
        open(name)
        guard var part = parts.removeValue(forKey: name) else { return }
        change(&part.tree)
        parts[name] = part
    }

    private mutating func open(_ name: String) {
        guard parts[name] == nil, archive.contains(name) else { return }
        do throws(Failure) {
            let source = try archive.contents(of: name)
            let tree = try Element(parsing: source, file: name)
            parts[name] = Part(source: source, original: tree, tree: tree)
        } catch {
            // The reader has told about it; what cannot be read is not edited.
        }
    }

    /// Leaves an entry out of the file; nothing where it is not there.
    mutating func remove(_ name: String) { if archive.contains(name) { removed.insert(name) } }

    mutating func add(_ name: String, _ root: Element) { added.append((name, root.bytes)) }

    /// A name that no part has, such as `word/header1.xml` or `word/header2.xml`.
    func freeName(_ stem: String, _ fileExtension: String) -> String {
        var number = 1
        while contains("\(stem)\(number).\(fileExtension)") { number += 1 }
        return "\(stem)\(number).\(fileExtension)"
    }

    /// The whole file; nil when nothing was changed.
    func bytes() throws(Failure) -> [UInt8]? {
        let isChanged = parts.values.contains { $0.tree != $0.original }
        return isChanged || !added.isEmpty || !removed.isEmpty ? try wholeBytes() : nil
    }

    /// The whole file, changed or not.
    func wholeBytes() throws(Failure) -> [UInt8] {
        let changed = parts.filter { $0.value.tree != $0.value.original }
        var writer = ArchiveWriter()
        for entry in archive.entries where !removed.contains(entry.name) {
            if let part = changed[entry.name] {
                let bytes = part.tree.bytes(replacing: part.original, in: part.source)
                writer.add(entry.name, bytes: bytes)
            } else {
                writer.add(entry.name, copying: try archive.stored(entry.name))
            }
        }
        for part in added { writer.add(part.name, bytes: part.bytes) }
        return try writer.bytes(file: archive.file)
    }
}
