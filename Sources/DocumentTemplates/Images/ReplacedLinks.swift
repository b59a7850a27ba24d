internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// Links, pictures and charts of the template whose places others take: they leave the package when nothing else shows them.
struct ReplacedLinks: Sendable {
    /// How often each picture or chart, or relationship to one, is named in placeholders, and in all, by the part.
    private var replaced: [Key: Int] = [:]
    private var all: [Key: Int] = [:]
    /// Relationships that nothing needs any more, by the part they stand in.
    private var relationships: [String: Set<String>] = [:]

    private struct Key: Hashable {
        let part: String
        let name: String
    }

    /// Whether relationships that stand in a part are dropped.
    func drops(from part: String) -> Bool { relationships[part] != nil }

    /// Notes relationships that nothing needs any more.
    mutating func drop(_ ids: Set<String>, ofRelationshipsIn part: String) {
        if !ids.isEmpty { relationships[part, default: []].formUnion(ids) }
    }

    /// Drops them.
    func drop(from root: inout Element, of part: String) {
        guard let dropped = relationships[part] else { return }
        root.children.removeAll { node in
            guard case .element(let relationship) = node else { return false }
            return relationship.attribute("Id").map(dropped.contains) ?? false
        }
    }

    /// Notes what a part shows; `placeholders` are those of its elements that give way to pictures of the data.
    mutating func note(_ root: Element, in part: String, placeholders: [Element]) {
        ReplacedLinks.count(root, in: part, &all)
        for placeholder in placeholders { ReplacedLinks.count(placeholder, in: part, &replaced) }
    }

    private static func count(_ element: Element, in part: String, _ counts: inout [Key: Int]) {
        for attribute in element.attributes
        where attribute.isReference
            || (["image", "object"].contains(element.name.local) && attribute.name.local == "href")
        { counts[Key(part: part, name: attribute.value), default: 0] += 1 }
        for child in element.elements { count(child, in: part, &counts) }
    }

    /// Notes which relationships of a part nothing in it needs any more.
    ///
    /// They are those whose every use has become a field, and those to pictures and charts that give way.
    mutating func note(
        linksOf emission: Emission, in part: String, _ dialect: Dialect, _ trees: inout PackageTrees
    ) throws(Failure) {
        guard let name = dialect.packaging.relationships(part) else { return }
        var dropped = emission.repeatedLinks.subtracting(emission.plainLinks)
        let gone = Set(replaced.keys.filter { $0.part == part && replaced[$0] == all[$0] }.map(\.name))
        if !gone.isEmpty {
            let known = try trees.tree(name)?.elements ?? []
            let shown = known.filter { link in
                ["/image", "/chart"].contains { link.attribute("Type")?.hasSuffix($0) ?? false }
            }
            dropped.formUnion(Set(shown.compactMap { $0.attribute("Id") }).intersection(gone))
        }
        drop(dropped, ofRelationshipsIn: name)
    }

    /// Files of a package with relationships that only dropped ones lead to, and what only such files lead to, as a chart to its workbook.
    func filesBehindRelationships(in trees: inout PackageTrees) throws(Failure) -> Set<String> {
        guard !relationships.isEmpty else { return [] }
        var gone: Set<String> = []
        var links: [(source: String, file: String)] = []
        for entry in trees.names where entry.hasSuffix(".rels") {
            guard let root = try trees.tree(entry) else { continue }
            let part = Relationships.source(of: entry)
            for relationship in root.elements where relationship.attribute("TargetMode") != "External" {
                guard let id = relationship.attribute("Id"), let target = relationship.attribute("Target")
                else { continue }
                let file = Relationships.resolved(target, from: part)
                if relationships[entry]?.contains(id) ?? false {
                    gone.insert(file)
                } else {
                    links.append((part, file))
                }
            }
        }
        gone.subtract(links.map(\.file))
        while true {
            let kept = Set(links.filter { !gone.contains($0.source) }.map(\.file))
            let more = Set(links.filter { gone.contains($0.source) }.map(\.file)).subtracting(kept)
                .subtracting(gone)
            guard !more.isEmpty else { return gone }
            gone.formUnion(more)
        }
    }

    /// Files of a package without relationships that only placeholders show: pictures, and all that an object has in its folder.
    func files(in trees: PackageTrees) -> Set<String> {
        let shown = Set(all.keys.filter { replaced[$0] != all[$0] }.map(\.name))
        let gone = Set(replaced.keys.map(\.name)).subtracting(shown).map {
            $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0
        }
        let folders = gone.map { $0 + "/" }
        let files = trees.names.filter { name in
            gone.contains(name) || folders.contains(where: name.hasPrefix)
        }
        // A folder has an entry of its own in the manifest, though none in the package.
        return files.isEmpty ? [] : Set(files + folders)
    }
}
