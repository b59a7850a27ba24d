internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// What the sections span whose tags say it themselves: `{-w:p ten}`, `{#ten [loopOver: "row"]}`.
struct RequestedSpans {
    /// The elements round each tag of such a section, by its opening tag; none where it spans what is between its tags.
    private(set) var units: [Int: [[Int]]] = [:]
    private(set) var faults: [Diagnostic] = []

    init(of sections: [Section], in root: TemplateNode, tags: [PlacedTag]) {
        for section in sections {
            guard let span = WrittenTag(tags[section.opening.tag].words.inside).span else { continue }
            guard span != .content else {
                units[section.opening.tag] = []
                continue
            }
            var found: [[Int]] = []
            for end in section.ends {
                guard let unit = RequestedSpans.element(span, around: end.path, in: root) else {
                    faults.append(.noSuchSpan(tags[section.opening.tag].words, tags[end.tag].words))
                    break
                }
                found.append(unit)
            }
            guard found.count == section.ends.count else { continue }
            guard Set(found.map { $0.dropLast() }).count == 1,
                section.branches.isEmpty || Set(found).count == found.count
            else {
                faults.append(
                    .unspannableSection(tags[section.opening.tag].words, tags[section.closing.tag].words))
                continue
            }
            units[section.opening.tag] = found
        }
    }

    /// The innermost element round a place that is what a span asks for.
    private static func element(_ span: WrittenTag.Span, around path: [Int], in root: TemplateNode) -> [Int]?
    {
        var node = root
        var found: [Int]?
        for (depth, place) in path.enumerated() {
            guard case .element(let element) = node, element.children.indices.contains(place) else { break }
            if depth > 0, element.matches(span) { found = Array(path.prefix(depth)) }
            node = element.children[place]
        }
        return found
    }
}

extension TemplateElement {
    fileprivate func matches(_ span: WrittenTag.Span) -> Bool {
        switch span {
        case .element(let name): head.name.written == name || (role != nil && role == roles[name])
        case .paragraph: role == .paragraph
        case .row: role == .row
        case .content: false
        }
    }
}

/// The names of one format mean the same elements in the other, so that a template can be saved as either.
private let roles: [String: Dialect.Role] = [
    "w:p": .paragraph, "text:p": .paragraph, "text:h": .paragraph, "w:tr": .row, "table:table-row": .row,
    "w:tc": .cell, "table:table-cell": .cell, "w:tbl": .table, "table:table": .table, "text:list": .list,
    "text:list-item": .listItem,
]

extension Diagnostic {
    static func noSuchSpan(_ opening: TagSource, _ tag: TagSource) -> Diagnostic {
        .error(
            "template.no-such-span", at: tag.place,
            "thẻ “\(opening.whole)” muốn lặp cả đoạn, hàng hoặc bảng, nhưng “\(tag.whole)” không nằm trong chỗ như thế",
            en:
                "“\(opening.whole)” asks for a whole paragraph, row or table, but “\(tag.whole)” stands in none",
            fix: "đặt cả hai thẻ vào đoạn, hàng hoặc bảng cần lặp, hoặc viết thẻ mở là {#…}",
            en: "put both tags into what is to be repeated, or open with {#…}")
    }

    static func overlappingSections(_ section: TagSource, _ other: TagSource) -> Diagnostic {
        .error(
            "template.overlapping-sections", at: other.place,
            "“\(other.whole)” đứng ngoài phần “\(section.whole)” nhưng cùng hàng với một đầu của nó, nên sẽ bị lặp theo",
            en:
                "“\(other.whole)” stands outside of “\(section.whole)” but in the same row as one of its ends, so it would repeat with it",
            notes: [.init(Wording("phần kia mở ở đây", en: "the other one opens here"), at: section.place)],
            fix: "chuyển một trong hai phần sang hàng khác, hoặc lồng hẳn vào nhau",
            en: "move one of them to another row, or put one wholly inside the other")
    }

    /// A section over whole paragraphs that is written inside of one over some words of its first.
    static func sectionInsideOut(_ inner: TagSource, outer: TagSource, closing: TagSource) -> Diagnostic {
        .error(
            "template.overlapping-sections", at: closing.place,
            "phần “\(inner.whole)” lặp cả đoạn nhưng mở bên trong “\(outer.whole)”, phần chỉ bao một số chữ của đoạn ấy; "
                + "thẻ đóng của nó, “\(closing.whole)”, vì thế nằm sai chỗ",
            en:
                "“\(inner.whole)” repeats its whole paragraph but opens inside of “\(outer.whole)”, which holds only some words of it; "
                + "so its end, “\(closing.whole)”, is out of place",
            notes: [.init(Wording("phần ngoài mở ở đây", en: "the outer one opens here"), at: outer.place)],
            fix:
                "đặt “\(outer.whole)” và thẻ đóng của nó vào các đoạn riêng ở trước và sau, hoặc mở phần trong bằng {#…}",
            en:
                "put “\(outer.whole)” and its end into paragraphs of their own before and behind, or open the inner one with {#…}"
        )
    }

    static func sectionsTooDeep(_ opening: TagSource) -> Diagnostic {
        .error(
            "template.too-deep", at: opening.place,
            "phần “\(opening.whole)” nằm trong hơn \(SectionPairing.depthLimit) phần khác",
            en: "the section “\(opening.whole)” stands inside more than \(SectionPairing.depthLimit) others",
            fix: "bớt các phần lồng nhau, hoặc kiểm tra thẻ đóng", en: "nest fewer, or look for end tags")
    }
}
