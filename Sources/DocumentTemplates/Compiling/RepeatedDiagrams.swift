internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// SmartArt that stands in sections of tags: its letters are in a part of their own, which is filled once for the whole document.
struct RepeatedDiagrams: Sendable {
    private(set) var found: [(part: String, relationship: String, section: TagSource)] = []

    /// Notes the diagrams in the sections of a part.
    mutating func note(_ text: PlacedText, in part: String) {
        guard text.hasSections else { return }
        var open: [Int] = []
        walk(text.root, text.tags, part, &open)
    }

    private mutating func walk(_ node: TemplateNode, _ tags: [PlacedTag], _ part: String, _ open: inout [Int])
    {
        switch node {
        case .text: break
        case .plain(let plain):
            if let section = open.last, case .element(let element) = plain {
                for id in element.diagrams { found.append((part, id, tags[section].words)) }
            }
        case .tag(let index):
            switch tags[index].tag {
            case .section, .inverted: open.append(index)
            case .end: _ = open.popLast()
            case .value, .otherwise, .otherwiseIf, .assignment, .comment, .insertion, .directive: break
            }
        case .element(let element): for child in element.children { walk(child, tags, part, &open) }
        }
    }
}

extension Compilation {
    /// Told of each diagram in a section that has tags: the parts that are filled.
    mutating func repeatedDiagrams(among filled: Set<String>) throws(Failure) -> [Diagnostic] {
        var told: [Diagnostic] = []
        for (part, id, section) in diagrams.found {
            let related = Relationships(try trees.tree(Relationships.entry(of: part)), of: part)
            guard let name = related[id]?.name, filled.contains(name) else { continue }
            told.append(.diagramInSection(section))
        }
        return told
    }
}

extension Element {
    /// The relationships of the diagrams in it.
    fileprivate var diagrams: [String] {
        let own = name.local == "relIds" ? attributes.first { $0.name.local == "dm" }?.value : nil
        return (own.map { [$0] } ?? []) + elements.flatMap(\.diagrams)
    }
}

extension Diagnostic {
    fileprivate static func diagramInSection(_ section: TagSource) -> Diagnostic {
        .warning(
            "template.diagram-in-section", at: section.place,
            "trong phần “\(section.whole)” có SmartArt mang thẻ: SmartArt được điền một lần từ dữ liệu chung, không theo từng lần lặp",
            en:
                "the section “\(section.whole)” holds SmartArt with tags, which is filled once from the data as a whole, not for each repeat",
            fix: "đưa SmartArt ra ngoài phần lặp, hoặc thay bằng bảng hay biểu đồ",
            en: "put it outside of the section, or use a table or a chart instead")
    }
}
