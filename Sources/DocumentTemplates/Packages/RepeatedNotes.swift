internal import Container
internal import TemplateLanguage
internal import XMLTree

/// A note or comment of Word that stands in a section: each repeat refers to a copy of its own.
///
/// Its text is in another part, which goes through the same sections, so that each copy is filled where its reference stands.
struct RepeatedNote: Sendable {
    let key: UniqueOwners.Key
    let form: Identifier.Form
    /// The section it gets fresh with, in the program of the part that refers to it.
    let section: Int
    /// The sections round the reference, outermost first.
    let sections: [RestartedNumbering.Level]
}

/// The notes and comments of a package, and where they are referred to.
struct NoteTable {
    /// Those that have a text.
    private(set) var known: Set<UniqueOwners.Key> = []
    private var repeated: [RepeatedNote] = []
    private var plain: Set<UniqueOwners.Key> = []

    /// Reads which notes there are.
    init(_ package: TemplatePackage, _ trees: inout PackageTrees) { know(package, &trees) }

    /// Reads them again: an included document has brought some.
    mutating func know(_ package: TemplatePackage, _ trees: inout PackageTrees) {
        for (name, kind) in package.noteParts {
            // A part that is no XML tells so itself.
            guard let root = (try? trees.tree(name)) ?? nil else { continue }
            for note in root.elements {
                if let id = note.value("id") { known.insert(.init(kind: kind, value: id)) }
            }
        }
    }

    /// Notes what a part refers to.
    mutating func add(_ notes: [RepeatedNote], plain: Set<UniqueOwners.Key>) {
        repeated += notes
        self.plain.formUnion(plain)
    }

    /// Whether some note of that kind is to be repeated.
    func repeats(_ kind: UniqueKind?) -> Bool { repeated.contains { $0.key.kind == kind } }

    /// A part of notes, each of them in the sections that refer to it.
    func following(in part: TemplateNode, _ kind: UniqueKind, _ tags: inout [PlacedTag], dialect: Dialect)
        -> TemplateNode
    {
        guard repeats(kind), var root = part.opened(in: dialect) else { return part }
        var children: [TemplateNode] = []
        for child in root.children {
            let key = child.head?.value("id").map { UniqueOwners.Key(kind: kind, value: $0) }
            let copies = repeated.filter { $0.key == key }
            if copies.isEmpty || key.map(plain.contains) ?? false { children.append(child) }
            for copy in copies {
                guard let note = child.opened(in: dialect) else { continue }
                children += copy.following(note, &tags)
            }
        }
        root.children = children
        return .element(root)
    }
}

extension RepeatedNote {
    /// The note's text between the tags of its sections.
    fileprivate func following(_ note: TemplateElement, _ tags: inout [PlacedTag]) -> [TemplateNode] {
        var copy = note
        if let name = note.head.attributes.first(where: { $0.name.local == "id" })?.name {
            copy.compute(name, .number(key.value, form))
        }
        var nodes: [TemplateNode] = []
        for level in sections {
            nodes.append(put(level.tag.tag, of: level, &tags))
            if level.isOtherwise { nodes.append(put(.otherwise, of: level, &tags)) }
        }
        nodes.append(.element(copy))
        for level in sections.reversed() {
            // An empty second branch, so that the section begins as often as the one it follows.
            if !level.isOtherwise, level.otherwise != nil { nodes.append(put(.otherwise, of: level, &tags)) }
            nodes.append(put(.end(name: nil), of: level, &tags))
        }
        return nodes
    }

    private func put(_ tag: Tag, of level: RestartedNumbering.Level, _ tags: inout [PlacedTag])
        -> TemplateNode
    {
        tags.append(
            PlacedTag(
                tag: tag,
                words: level.tag.words,
                isSettled: true,
                isFollowed: true,
                options: level.tag.options
            )
        )
        return .tag(tags.count - 1)
    }
}
