internal import Diagnostics
internal import TemplateLanguage

/// A section's tags with the paths at which they stand in the part's tree.
struct Section: Sendable {
    let opening: PathedTag
    /// Where the section is divided: `{^}`, `{^#x}`.
    var branches: [PathedTag] = []
    let closing: PathedTag

    /// Index into the part's tags, and child indices from the root down.
    struct PathedTag: Hashable, Sendable {
        let tag: Int
        let path: [Int]
    }

    var ends: [PathedTag] { [opening] + branches + [closing] }
}

/// Matches the section tags of a part, in the order of the document.
struct SectionPairing {
    private(set) var sections: [Section] = []
    /// Comments, names that are given, and section tags without a partner: their paragraphs go with them.
    private(set) var loose: [Section.PathedTag] = []
    private(set) var faults: [Diagnostic] = []
    private var isTooDeep = false
    private let tags: [PlacedTag]
    private var open:
        [(opening: Section.PathedTag, branches: [Section.PathedTag], name: String, list: String)] = []
    /// How many sections of each name are open.
    private var openNames: [String: Int] = [:]

    /// More sections inside each other than any document has.
    static let depthLimit = 256

    init(of text: LocatedText) {
        tags = text.tags
        var path: [Int] = []
        walk(text.root, &path)
        for section in open {
            faults.append(.unclosedSection(tags[section.opening.tag].words))
            loose += [section.opening] + section.branches
        }
    }

    private mutating func walk(_ node: TemplateNode, _ path: inout [Int]) {
        switch node {
        case .tag(let index): meet(Section.PathedTag(tag: index, path: path))
        case .element(let element):
            for (place, child) in element.children.enumerated() {
                path.append(place)
                walk(child, &path)
                path.removeLast()
            }
        case .text, .plain: break
        }
    }

    private mutating func meet(_ pathed: Section.PathedTag) {
        switch tags[pathed.tag].tag {
        case .value, .insertion, .directive: break
        case .comment, .assignment: loose.append(pathed)
        case .section, .inverted:
            if open.count == SectionPairing.depthLimit, !isTooDeep {
                isTooDeep = true
                faults.append(.sectionsTooDeep(tags[pathed.tag].words))
            }
            let name = WrittenTag(tags[pathed.tag].words.inside).name
            let list = SectionPairing.list(of: name)
            open.append((pathed, [], name, list))
            for name in Set([name, list]) { openNames[name, default: 0] += 1 }
        case .otherwise, .otherwiseIf:
            // Nothing comes behind a branch without a condition.
            guard let section = open.last,
                section.branches.last.map({ tags[$0.tag].tag != .otherwise }) ?? true
            else {
                faults.append(.misplacedElse(tags[pathed.tag].words))
                return loose.append(pathed)
            }
            open[open.count - 1].branches.append(pathed)
        case .end(let name): close(pathed, named: name)
        }
    }

    /// What a section goes through, without the filters: `ds` of `ds | sap_xep("ten")`, which may close it too.
    private static func list(of name: String) -> String {
        guard let bar = name.firstIndex(of: "|"), name[bar...].dropFirst().first != "|" else { return name }
        return Tag.sectionName(String(name[..<bar]))
    }

    private mutating func close(_ closing: Section.PathedTag, named name: String?) {
        guard name.map({ openNames[$0, default: 0] > 0 }) ?? true,
            let place = open.lastIndex(where: { name == nil || $0.name == name || $0.list == name })
        else {
            if let last = open.popLast() {
                for name in Set([last.name, last.list]) { openNames[name, default: 1] -= 1 }
                // Most likely the right end with a slip in its name.
                faults.append(.crossedSection(tags[last.opening.tag].words, tags[closing.tag].words))
                sections.append(Section(opening: last.opening, branches: last.branches, closing: closing))
            } else {
                faults.append(.unopenedSection(tags[closing.tag].words))
                loose.append(closing)
            }
            return
        }
        for unclosed in open[(place + 1)...] {
            faults.append(.unclosedSection(tags[unclosed.opening.tag].words, before: tags[closing.tag].words))
            loose += [unclosed.opening] + unclosed.branches
        }
        let section = open[place]
        for closed in open[place...] {
            for name in Set([closed.name, closed.list]) { openNames[name, default: 1] -= 1 }
        }
        open.removeSubrange(place...)
        sections.append(Section(opening: section.opening, branches: section.branches, closing: closing))
    }
}
