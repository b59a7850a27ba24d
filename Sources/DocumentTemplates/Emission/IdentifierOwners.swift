internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Which section each name and number belongs to that must be unique in the document: the innermost one it is given in.
struct IdentifierOwners: Sendable {
    private var sections: [Key: Int] = [:]
    /// The sections with a second branch, by their opening tags.
    private(set) var branches: [Int: ProgramBuilder.Absence] = [:]
    /// Whether a comment of Word has a mark inside a section.
    private(set) var hasComments = false
    /// Word's notes and comments that the package has the texts of.
    private let notes: Set<Key>
    /// The branches of sections that the ends of each range of text stand in; an empty one outside of all.
    private var rangeEnds: [Key: [Place]] = [:]
    /// What each range is called by its author.
    private var rangeNames: [Key: String] = [:]
    private var branch: [Int: Int] = [:]
    /// Ranges of which a section holds one end only: they would begin or end once a repeat.
    private(set) var divided: [DividedRange] = []
    private var dividedKeys: Set<Key> = []
    /// The innermost sections that refer to each of them; nil for a place outside of all.
    private var references: [Key: Set<Int?>] = [:]

    private struct Place: Hashable {
        let section: Int?
        let branch: Int
    }

    /// A range of text that begins and ends on two sides of a section's tag.
    struct DividedRange {
        let name: String
        let section: Int
    }

    struct Key: Hashable, Sendable {
        let kind: IdentifierKind
        let value: String
    }

    /// Looks through a part whose section tags are in place; a section is known by its opening tag.
    ///
    /// `notes` are the notes and comments that can be repeated together with what refers to them.
    init(of root: TemplateNode, tags: [PlacedTag], dialect: Dialect, notes: Set<Key> = []) {
        self.notes = notes
        var open: [Int] = []
        walk(root, &open, tags, dialect)
        for (key, places) in rangeEnds
        where Set(places).count > 1 || places.count == 1 && places[0].section != nil {
            guard let section = places.compactMap(\.section).max() else { continue }
            dividedKeys.insert(key)
            divided.append(DividedRange(name: rangeNames[key] ?? key.value, section: section))
        }
        divided.sort { ($0.section, $0.name) < ($1.section, $1.name) }
    }

    /// Whether a range of text has its ends in different sections.
    func isDivided(_ key: Key) -> Bool { dividedKeys.contains(key) }

    subscript(key: Key) -> Int? { sections[key] }

    /// Kinds of notes of which some are repeated, so that all get numbers in the order of the text.
    var renumbered: Set<IdentifierKind> {
        Set(references.filter { $0.key.kind.isInOrder && $0.value != [nil] }.map(\.key.kind))
    }

    /// Notes that are referred to outside of sections.
    var plainNotes: Set<Key> { Set(references.keys.filter { references[$0]?.contains(nil) ?? false }) }

    /// Whether each repeat can have its own copy of a note or a comment; a comment's marks must stand in one section.
    func isRepeatable(_ key: Key) -> Bool {
        guard let places = references[key] else { return false }
        return key.kind != .comment || places.count == 1
    }

    private mutating func walk(
        _ node: TemplateNode, _ open: inout [Int], _ tags: [PlacedTag], _ dialect: Dialect
    ) {
        switch node {
        case .tag(let index):
            switch tags[index].tag {
            case .section, .inverted: open.append(index)
            case .end: _ = open.popLast()
            case .otherwise:
                let isMeant = !tags[index].options.contains(.keepsTable)
                if let section = open.last {
                    branches[section] = isMeant ? .isMeant : .isNotMeant
                    branch[section, default: 0] += 1
                }
            case .value, .insertion, .comment, .directive, .otherwiseIf, .assignment: break
            }
        case .element(let element):
            note(attributesOf: element.head, open.last, dialect)
            for child in element.children { walk(child, &open, tags, dialect) }
        case .plain(let plain):
            if case .element(let element) = plain {
                element.walk { note(attributesOf: $0, open.last, dialect) }
            }
        case .text: break
        }
    }

    private mutating func note(attributesOf element: Element, _ section: Int?, _ dialect: Dialect) {
        if !notes.isEmpty, let note = dialect.identifiers.note(referredToBy: element), notes.contains(note) {
            references[note, default: []].insert(section)
        }
        if let range = dialect.identifiers.range(markedBy: element) {
            rangeEnds[range, default: []].append(
                Place(section: section, branch: section.flatMap { branch[$0] } ?? 0))
            if let name = element.value("name") { rangeNames[range] = name }
        }
        guard let section else { return }
        if let comment = dialect.identifiers.comment(markedBy: element) {
            sections[comment] = section
            hasComments = true
        }
        for attribute in element.attributes {
            guard let unique = dialect.identifiers.name(attribute.name, of: element.name), unique.isDefinition
            else { continue }
            sections[Key(kind: unique.kind, value: attribute.value)] = section
        }
    }
}

extension Diagnostic {
    static func dividedRange(_ name: String, by section: TagSource) -> Diagnostic {
        .warning(
            "template.divided-bookmark", at: section.place,
            "dấu trang (hay vết dời chữ) “\(name)” chỉ có một đầu trong phần “\(section.whole)” nên bị bỏ",
            en:
                "the bookmark (or move) “\(name)” has one end only in the section “\(section.whole)” and is left out",
            fix: "đặt cả hai đầu của nó cùng trong hoặc cùng ngoài phần, trong chữ còn lại sau khi điền",
            en:
                "put both of its ends inside or outside of the section, among words that are left when it is filled"
        )
    }
}
