internal import Container
internal import Diagnostics
internal import XMLTree

/// The parts of a merged package: those of the first document, and what the others add.
struct MergedParts {
    let base: Archive
    private var changed: [String: [UInt8]] = [:]
    private var added: [(name: String, bytes: [UInt8])] = []
    /// Where contents that were met before stand, by the part they came from.
    private var known: [String: [(bytes: [UInt8], name: String)]] = [:]

    init(_ base: Archive) { self.base = base }

    mutating func replace(_ name: String, with bytes: [UInt8]) { changed[name] = bytes }

    /// The name under which a part of a further document is in the package, and whether it is new there.
    mutating func adopt(_ name: String, with bytes: [UInt8]) throws(Failure) -> (name: String, isNew: Bool) {
        if base.contains(name), try base.contents(of: name) == bytes { return (name, false) }
        if let same = known[name]?.first(where: { $0.bytes == bytes }) { return (same.name, false) }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let number = known[name, default: []].count + 2
        let fresh = "\(name[..<dot])-\(number)\(name[dot...])"
        known[name, default: []].append((bytes, fresh))
        added.append((fresh, bytes))
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
    @discardableResult mutating func changeFirst(_ change: (inout Element) -> Bool) -> Bool {
        if change(&self) { return true }
        for place in children.indices {
            guard case .element(var child) = children[place] else { continue }
            let isFound = child.changeFirst(change)
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
