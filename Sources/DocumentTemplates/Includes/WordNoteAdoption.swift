internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension WordAdoption {
    /// Notes or comments of one kind that the body refers to, and the part they stand in.
    struct Notes {
        let kind: IdentifierKind
        let part: String
        let root: Element
        let notes: [Element]
    }

    /// The elements that refer to notes and comments, or mark what comments are about.
    static let noteElements: [String: IdentifierKind] = [
        "footnoteReference": .footnote, "endnoteReference": .endnote, "commentReference": .comment,
        "commentRangeStart": .comment, "commentRangeEnd": .comment,
    ]

    /// What each kind calls its part.
    private static let parts: [(IdentifierKind, String)] = [
        (.footnote, "footnotes"), (.endnote, "endnotes"), (.comment, "comments"),
    ]

    /// The notes and comments that come along: into the body only, for Word has them nowhere else.
    mutating func notes(referredToIn root: Element) throws(Failure) -> [Notes] {
        guard hostPart == hostBody else { return [] }
        var found: [Notes] = []
        for (kind, name) in WordAdoption.parts {
            guard let part = try source.part(related: name, to: body), let tree = try source.tree(part) else {
                continue
            }
            var used: Set<String> = []
            // Comments can be made in notes.
            for place in [root] + found.flatMap(\.notes) {
                place.walk { element in
                    if WordAdoption.noteElements[element.name.local] == kind, let id = element.value("id") {
                        used.insert(id)
                    }
                }
            }
            let notes = tree.elements.filter { note in
                note.value("id").map(used.contains) ?? false && ["normal", nil].contains(note.value("type"))
            }
            if !notes.isEmpty { found.append(Notes(kind: kind, part: part, root: tree, notes: notes)) }
        }
        return found
    }

    /// Adds notes to those of the other document, under numbers of their own.
    mutating func add(_ all: [Notes], to host: inout PackageTrees) throws(Failure) {
        for notes in all {
            let part = try notePart(for: notes, in: &host)
            noteParts[part] = notes.kind
            let taken = try host.tree(part)?.elements.compactMap { $0.value("id")?.writtenCount } ?? []
            var next = max(0, taken.max() ?? 0)
            for note in notes.notes {
                next += 1
                if let id = note.value("id") { noteIds[notes.kind, default: [:]][id] = "\(next)" }
            }
        }
        for notes in all {
            guard let part = noteParts.first(where: { $0.value == notes.kind })?.key,
                var root = try host.tree(part)
            else { continue }
            let relationships = try adoptRelationships(
                of: notes.notes, from: notes.part, to: part, into: &host)
            let missing = notes.root.declarations.filter { !root.declarations.contains($0) }
            for note in notes.notes {
                var copy = rewritten(note, relationships)
                if let id = note.value("id") { copy.set("id", noteIds[notes.kind]?[id] ?? id) }
                for declaration in missing { copy.declare(declaration.prefix, declaration.namespace) }
                root.children.append(.element(copy))
            }
            host.replace(part, with: root)
        }
    }

    /// The other document's part for such notes; made with the lines that separate them when there is none.
    private func notePart(for notes: Notes, in host: inout PackageTrees) throws(Failure) -> String {
        let name = WordAdoption.parts.first { $0.0 == notes.kind }?.1 ?? ""
        if let known = try host.part(related: name, to: hostBody), host.contains(known) { return known }
        let part = try host.add(name, relatedAs: name, to: hostBody, namespace: namespace, root: name)
        if var root = try host.tree(part) {
            root.children = notes.root.elements.filter { !["normal", nil].contains($0.value("type")) }.map {
                .element(rewritten($0, [:]))
            }
            for declaration in notes.root.declarations {
                root.declare(declaration.prefix, declaration.namespace)
            }
            host.replace(part, with: root)
        }
        return part
    }

    /// Gives what refers to a note the note's number there; false where the note did not come along.
    func renumberNote(_ element: inout Element) -> Bool {
        guard let kind = WordAdoption.noteElements[element.name.local], let id = element.value("id"),
            let number = noteIds[kind]?[id]
        else { return false }
        element.set("id", number)
        return true
    }
}
