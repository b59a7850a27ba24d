internal import Diagnostics
internal import TemplateLanguage

/// A section's tags with the paths at which they stand in the part's tree.
struct Section: Sendable {
    let opening: PathedTag
    var otherwise: PathedTag?
    let closing: PathedTag

    /// Index into the part's tags, and child indices from the root down.
    struct PathedTag: Hashable, Sendable {
        let tag: Int
        let path: [Int]
    }

    var ends: [PathedTag] { [opening] + (otherwise.map { [$0] } ?? []) + [closing] }
}

/// Matches the section tags of a part, in the order of the document.
struct SectionPairing {
    private(set) var sections: [Section] = []
    /// Comments, and section tags without a partner: they leave nothing behind.
    private(set) var loose: [Section.PathedTag] = []
    private(set) var faults: [Diagnostic] = []
    private var isTooDeep = false
    private let tags: [PlacedTag]
    private var open: [(opening: Section.PathedTag, otherwise: Section.PathedTag?, name: String)] = []
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
            loose += [section.opening] + (section.otherwise.map { [$0] } ?? [])
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
        case .comment: loose.append(pathed)
        case .section, .inverted:
            if open.count == SectionPairing.depthLimit, !isTooDeep {
                isTooDeep = true
                faults.append(.sectionsTooDeep(tags[pathed.tag].words))
            }
            let name = WrittenTag(tags[pathed.tag].words.inside).name
            open.append((pathed, nil, name))
            openNames[name, default: 0] += 1
        case .otherwise:
            guard let section = open.last, section.otherwise == nil else {
                faults.append(.misplacedElse(tags[pathed.tag].words))
                return loose.append(pathed)
            }
            open[open.count - 1].otherwise = pathed
        case .end(let name): close(pathed, named: name)
        }
    }

    private mutating func close(_ closing: Section.PathedTag, named name: String?) {
        guard name.map({ openNames[$0, default: 0] > 0 }) ?? true,
            let place = open.lastIndex(where: { name == nil || $0.name == name })
        else {
            if let last = open.popLast() {
                openNames[last.name, default: 1] -= 1
                // Most likely the right end with a slip in its name.
                faults.append(.crossedSection(tags[last.opening.tag].words, tags[closing.tag].words))
                sections.append(Section(opening: last.opening, otherwise: last.otherwise, closing: closing))
            } else {
                faults.append(.unopenedSection(tags[closing.tag].words))
                loose.append(closing)
            }
            return
        }
        for unclosed in open[(place + 1)...] {
            faults.append(.unclosedSection(tags[unclosed.opening.tag].words, before: tags[closing.tag].words))
            loose += [unclosed.opening] + (unclosed.otherwise.map { [$0] } ?? [])
        }
        let section = open[place]
        for closed in open[place...] { openNames[closed.name, default: 1] -= 1 }
        open.removeSubrange(place...)
        sections.append(Section(opening: section.opening, otherwise: section.otherwise, closing: closing))
    }
}
