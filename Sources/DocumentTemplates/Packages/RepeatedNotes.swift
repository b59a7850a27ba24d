internal import Container
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A note or comment of Word that stands in a section: each repeat refers to a copy of its own.
///
/// Its text is in another part, which goes through the same sections, so that each copy is filled where its reference stands.
struct RepeatedNote: Sendable {
    let key: IdentifierOwners.Key
    let form: Identifier.Form
    /// The section it gets fresh with, in the program of the part that refers to it; nil outside of all.
    let section: Int?
    /// The sections round the reference, outermost first.
    let sections: [RestartedNumbering.Level]
}

/// The notes and comments of a package, and where they are referred to.
struct NoteTable: Sendable {
    /// Those that have a text.
    private(set) var known: Set<IdentifierOwners.Key> = []
    /// Those to be repeated, by the part that refers to them.
    private var repeated: [[RepeatedNote]] = []
    private var plain: Set<IdentifierOwners.Key> = []

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
    mutating func add(_ notes: [RepeatedNote], plain: Set<IdentifierOwners.Key>) {
        repeated.append(notes)
        self.plain.formUnion(plain)
    }

    /// Whether some note of that kind is to be repeated.
    func repeats(_ kind: IdentifierKind?) -> Bool { repeated.joined().contains { $0.key.kind == kind } }

    /// A part of notes that goes through the sections that refer to them, so that they stand in the order of the text.
    func following(in text: PlacedText, _ kind: IdentifierKind?, _ dialect: Dialect) -> PlacedText {
        guard let kind, repeats(kind), var root = text.root.opened(in: dialect) else { return text }
        var text = text
        var texts: [IdentifierOwners.Key: TemplateElement] = [:]
        var children: [TemplateNode] = []
        for child in root.children {
            let key = child.head?.value("id").map { IdentifierOwners.Key(kind: kind, value: $0) }
            if let key { texts[key] = child.opened(in: dialect) }
            let isSeparator = !["normal", nil].contains(child.head?.value("type"))
            // What nothing refers to is seen by nobody, and its number may be another's now.
            let isKept =
                kind.isInOrder ? isSeparator : key.map { !isRepeated($0) || plain.contains($0) } ?? true
            if isKept { children.append(child) }
        }
        var walk = NoteWalk()
        for copies in repeated {
            for copy in copies {
                guard copy.key.kind == kind, let note = texts[copy.key] else { continue }
                walk.go(to: copy.sections, &text.tags)
                walk.nodes.append(.element(copy.numbered(note)))
            }
            // Sections of different parts have nothing in common.
            walk.go(to: [], &text.tags)
        }
        root.children = children + walk.nodes
        text.root = .element(root)
        return text
    }

    private func isRepeated(_ key: IdentifierOwners.Key) -> Bool {
        repeated.joined().contains { $0.key == key }
    }

    /// The first number for notes that stand in the order of the text: behind the lines that separate them.
    func firstNumber(of kind: IdentifierKind, _ package: TemplatePackage, _ trees: inout PackageTrees) -> Int
    {
        var first = 1
        for (name, other) in package.noteParts where other == kind {
            for note in ((try? trees.tree(name)) ?? nil)?.elements ?? []
            where !["normal", nil].contains(note.value("type")) {
                first = max(first, (note.value("id")?.writtenCount ?? 0) + 1)
            }
        }
        return first
    }
}

/// A way through the sections of another part, from one reference to the next.
private struct NoteWalk {
    var nodes: [TemplateNode] = []
    private var open: [RestartedNumbering.Level] = []

    /// Leaves and enters sections until these are open.
    mutating func go(to sections: [RestartedNumbering.Level], _ tags: inout [PlacedTag]) {
        var shared = zip(open, sections).prefix { $0.enter == $1.enter }.count
        let turned = (0..<shared).first { open[$0].isOtherwise != sections[$0].isOtherwise }
        if let turned { shared = turned + 1 }
        while open.count > shared {
            let level = open.removeLast()
            // An empty second branch, so that the section begins as often as the one it follows.
            if level.otherwise != nil, !level.isOtherwise { put(.otherwise, of: level, &tags) }
            put(.end(name: nil), of: level, &tags)
        }
        if let turned {
            put(.otherwise, of: sections[turned], &tags)
            open[turned] = sections[turned]
        }
        for level in sections[shared...] {
            put(level.tag.tag, of: level, &tags)
            if level.isOtherwise { put(.otherwise, of: level, &tags) }
            open.append(level)
        }
    }

    private mutating func put(_ tag: Tag, of level: RestartedNumbering.Level, _ tags: inout [PlacedTag]) {
        tags.append(
            PlacedTag(
                tag: tag, words: level.tag.words, isSettled: true, isFollowed: true,
                options: level.tag.options))
        nodes.append(.tag(tags.count - 1))
    }
}

extension RepeatedNote {
    /// The note's text with a number of its own.
    fileprivate func numbered(_ note: TemplateElement) -> TemplateElement {
        var copy = note
        if let name = note.head.attributes.first(where: { $0.name.local == "id" })?.name {
            copy.compute(name, .number(key.value, form))
        }
        return copy
    }
}
