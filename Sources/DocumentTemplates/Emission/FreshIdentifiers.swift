internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What is written otherwise in each repeat: names, numbers, numberings and the targets of links.
extension Emission {
    /// An attribute that is different in each repeat, with what stands round the name or number in it.
    struct Fresh {
        let attribute: Element.Attribute
        let key: IdentifierOwners.Key
        /// Nil for a note outside of sections whose number follows from its order.
        let section: Int?
        var before = ""
        var after = ""
    }

    /// Takes the attributes out of a start tag that are different in each repeat.
    mutating func takeFresh(_ head: inout Element) -> [Fresh] {
        guard !sections.isEmpty || !renumbered.isEmpty else { return [] }
        restartList(&head)
        var fresh: [Fresh] = []
        var kept: [Element.Attribute] = []
        for attribute in head.attributes
        where sections.isEmpty || !dialect.identifiers.dispensable.contains(attribute.name) {
            let unique = dialect.identifiers.name(attribute.name, of: head.name)
            if let unique, unique.kind.isNote, repeatNote(.init(kind: unique.kind, value: attribute.value)) {
                let key = IdentifierOwners.Key(kind: unique.kind, value: attribute.value)
                fresh.append(Fresh(attribute: attribute, key: key, section: sections.last?.enter))
            } else if let unique,
                let section = openSection(of: .init(kind: unique.kind, value: attribute.value))
            {
                let key = IdentifierOwners.Key(kind: unique.kind, value: attribute.value)
                fresh.append(Fresh(attribute: attribute, key: key, section: section))
            } else if let link = dialect.identifiers.innerLink(attribute, head.name),
                let section = openSection(of: link.key)
            {
                fresh.append(
                    Fresh(
                        attribute: attribute, key: link.key, section: section, before: "#", after: link.after)
                )
            } else {
                kept.append(attribute)
            }
        }
        head.attributes = kept
        return fresh
    }

    /// The open section that a name or number gets fresh with.
    func openSection(of key: IdentifierOwners.Key) -> Int? {
        guard let owner = owners[key] else { return nil }
        return sections.last { $0.tag == owner }?.enter
    }

    mutating func emitFresh(_ key: IdentifierOwners.Key, section: Int?) {
        let note = key.kind.isNote ? repeatedNotes.first { $0.key == key && $0.section == section } : nil
        let form = note?.form ?? forms[key] ?? identifiers.form(of: key.kind)
        if note == nil { forms[key] = form }
        if case .sequence(let pool) = form {
            builder.sequenceNumber(key.value.escapedForAttribute, pool: pool, section: section)
        } else if let section {
            builder.identifier(key.value.escapedForAttribute, form, section: section)
        }
    }

    /// Writes a field's instruction whose bookmark gets fresh; false where it names none.
    mutating func emitInstruction(_ element: TemplateElement) -> Bool {
        guard !sections.isEmpty, case .plain(.text(let words)) = element.children.first,
            element.children.count == 1
        else { return false }
        let parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let names = parts.map { IdentifierOwners.Key(kind: .bookmarkName, value: $0) }
        guard names.contains(where: { openSection(of: $0) != nil }) else { return false }
        start(element)
        for (place, name) in names.enumerated() {
            if place > 0 { builder.append(" ".utf8) }
            if let section = openSection(of: name) {
                emitFresh(name, section: section)
            } else {
                builder.append(parts[place].escapedForAttribute.utf8)
            }
        }
        write { $0.close(element.head) }
        return true
    }

    // MARK: Notes

    /// Notes that a reference needs a copy of its note in each repeat of the open sections; false where it does not.
    private mutating func repeatNote(_ key: IdentifierOwners.Key) -> Bool {
        guard owners.isRepeatable(key), !sections.isEmpty || renumbered.contains(key.kind) else {
            return false
        }
        let section = sections.last?.enter
        if !repeatedNotes.contains(where: { $0.key == key && $0.section == section }) {
            repeatedNotes.append(
                RepeatedNote(
                    key: key, form: identifiers.form(of: key.kind), section: section,
                    sections: levels(sections[...])))
        }
        return true
    }

    /// What another part has to go through to come to the same repeats.
    private func levels(_ sections: ArraySlice<OpenSection>) -> [RestartedNumbering.Level] {
        sections.map { section in
            RestartedNumbering.Level(
                tag: tags[section.tag], enter: section.enter, otherwise: owners.branches[section.tag],
                isOtherwise: section.isOtherwise)
        }
    }

    /// Whether it marks the place of a comment, or an end of a range, of which a section holds one mark and not the other.
    ///
    /// Each has one place; the marks of those that would be repeated without their partners are left out.
    func isUnrepeatable(_ element: Element) -> Bool {
        if !owners.divided.isEmpty, let range = dialect.identifiers.range(markedBy: element),
            owners.isDivided(range)
        {
            return true
        }
        guard owners.hasComments, let comment = dialect.identifiers.comment(markedBy: element) else {
            return false
        }
        return owners[comment] != nil && !owners.isRepeatable(comment)
    }

    // MARK: Numberings that restart

    /// The place among the open sections of the innermost one that lets numberings restart.
    var restartingSection: Int? { sections.lastIndex { tags[$0.tag].options.contains(.restartsNumbering) } }

    /// Takes the number of a paragraph's list out of a start tag where the list begins again in each repeat.
    mutating func takeNumbering(_ head: inout Element) -> (
        attribute: Element.Attribute, form: Identifier.Form, section: Int
    )? {
        guard head.name.local == dialect.numbering.reference, let place = restartingSection,
            let attribute = head.attributes.first(where: { $0.name.local == "val" }), attribute.value != "0"
        else { return nil }
        let section = sections[place]
        let key = IdentifierOwners.Key(kind: .numbering, value: attribute.value)
        let known = restartedForms[key]?[section.enter]
        let form = known ?? identifiers.form(of: .numbering)
        restartedForms[key, default: [:]][section.enter] = form
        if known == nil {
            restarted.append(
                RestartedNumbering(number: attribute.value, form: form, sections: levels(sections[...place])))
        }
        head.attributes.removeAll { $0.name == attribute.name }
        return (attribute, form, section.enter)
    }

    // MARK: Links

    /// The relationship of a link whose target holds a tag.
    func linkTarget(of element: Element) -> String? {
        guard element.name.local == "hyperlink",
            let id = element.attributes.first(where: { $0.name.local == "id" })?.value, links[id] != nil
        else { return nil }
        return id
    }

    /// What a link says beside its target, as the switches of a field.
    private func switches(of link: TemplateElement) -> [TemplateElement.ComputedAttribute.Piece] {
        let switches = [("anchor", "l"), ("tooltip", "o"), ("tgtFrame", "t")]
        return switches.flatMap { name, mark -> [TemplateElement.ComputedAttribute.Piece] in
            let computed = link.computed.first { $0.name.local == name }
            if case .words(let pieces) = computed?.value {
                return [.literal("\\\(mark) \"")] + pieces.map(\.asWords) + [.literal("\" ")]
            }
            guard let value = link.head.value(name) else { return [] }
            return [.literal("\\\(mark) \"\(FieldCode.quotable(value))\" ")]
        }
    }

    /// A link with a target of its own in each repeat, which a field has and a relationship has not.
    mutating func asField(_ element: TemplateElement) -> TemplateElement {
        guard let id = linkTarget(of: element.head), let target = links[id] else { return element }
        guard !sections.isEmpty else {
            plainLinks.insert(id)
            return element
        }
        repeatedLinks.insert(id)
        var field = element
        field.head = element.head.wordElement("fldSimple")
        field.computed = [
            .init(
                name: element.head.wordName("instr"),
                value: .address(
                    [.literal(" HYPERLINK \"")] + target + [.literal("\" ")] + switches(of: element)))
        ]
        return field
    }
}

extension TemplateElement.ComputedAttribute.Piece {
    /// A piece of a text that stands beside an address.
    fileprivate var asWords: Self {
        switch self {
        case .literal(let words): .literal(FieldCode.quotable(words))
        case .tag(let index), .words(let index): .words(index)
        }
    }
}
