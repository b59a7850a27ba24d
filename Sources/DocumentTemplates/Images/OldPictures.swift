internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The pictures that stand in a template only to be replaced: they leave the package with it when nothing else shows them.
struct OldPictures {
    /// How often each picture, or relationship to one, is named in placeholders, and in all, by the part.
    private var replaced: [Key: Int] = [:]
    private var all: [Key: Int] = [:]

    private struct Key: Hashable {
        let part: String
        let name: String
    }

    /// Notes what a part shows; `placeholders` are those of its elements that give way to pictures of the data.
    mutating func note(_ root: Element, in part: String, placeholders: [Element]) {
        count(root, in: part, &all)
        for placeholder in placeholders { count(placeholder, in: part, &replaced) }
    }

    private func count(_ element: Element, in part: String, _ counts: inout [Key: Int]) {
        for attribute in element.attributes
        where attribute.isReference || (element.name.local == "image" && attribute.name.local == "href") {
            counts[Key(part: part, name: attribute.value), default: 0] += 1
        }
        for child in element.elements { count(child, in: part, &counts) }
    }

    /// The names in a part that stand in placeholders and nowhere else.
    private func gone(in part: String) -> Set<String> {
        Set(replaced.keys.filter { $0.part == part && replaced[$0] == all[$0] }.map(\.name))
    }

    /// Relationships of a part of Word to pictures that nothing in it shows any more.
    func relationships(of part: String, in trees: inout PackageTrees) throws(Failure) -> Set<String> {
        let gone = gone(in: part)
        guard !gone.isEmpty else { return [] }
        let known = try trees.tree(Relationships.entry(of: part))?.elements ?? []
        let pictures = known.filter { $0.attribute("Type")?.hasSuffix("/image") ?? false }
        return Set(pictures.compactMap { $0.attribute("Id") }).intersection(gone)
    }

    /// Files of a Word package that only these relationships lead to.
    static func files(behind dropped: [String: Set<String>], in archive: Archive, _ trees: inout PackageTrees)
        throws(Failure) -> Set<String>
    {
        guard !dropped.isEmpty else { return [] }
        var files: Set<String> = []
        var kept: Set<String> = []
        for entry in archive.entries where entry.name.hasSuffix(".rels") {
            guard let root = try trees.tree(entry.name) else { continue }
            let part = Relationships.source(of: entry.name)
            for relationship in root.elements where relationship.attribute("TargetMode") != "External" {
                guard let id = relationship.attribute("Id"), let target = relationship.attribute("Target")
                else { continue }
                let file = Relationships.resolved(target, from: part)
                if dropped[entry.name]?.contains(id) ?? false {
                    files.insert(file)
                } else {
                    kept.insert(file)
                }
            }
        }
        return files.subtracting(kept)
    }

    /// Files of an OpenDocument package that only placeholders show.
    func files(in archive: Archive) -> Set<String> {
        let shown = Set(all.keys.filter { replaced[$0] != all[$0] }.map(\.name))
        return Set(replaced.keys.map(\.name)).subtracting(shown).filter(archive.contains)
    }
}
