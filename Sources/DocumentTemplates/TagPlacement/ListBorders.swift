internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// Sections that stay where they are written, from an item of one list into another list.
extension TagPlacement {
    /// These would join the last item of one repeat to the first of the next, although their elements fit together.
    var betweenLists: [Diagnostic] {
        sections.compactMap { section in
            let depth = commonDepth(section)
            guard section.ends.allSatisfy({ !moved.contains($0.tag) }),
                section.ends.allSatisfy({ !removed.contains(Array($0.path.prefix(depth + 1))) }),
                Set(section.ends.map { names(round: $0.path) }).count == 1,
                let other = section.ends.first(where: {
                    list(round: $0.path) != list(round: section.opening.path)
                })
            else { return nil }
            return .unspannableLists(tags[section.opening.tag].words, tags[other.tag].words)
        }
    }

    /// The innermost list round a place.
    private func list(round path: [Int]) -> [Int]? {
        path.indices.reversed().lazy.map { Array(path.prefix($0)) }.first { role(at: $0) == .list }
    }

    private func names(round path: [Int]) -> [QualifiedName] {
        path.indices.compactMap { depth in
            guard case .element(let element) = node(at: Array(path.prefix(depth))) else { return nil }
            return element.head.name
        }
    }
}

extension Diagnostic {
    /// A section that begins or ends in a list of OpenDocument, whose items are elements round their paragraphs.
    static func unspannableLists(_ opening: TagSource, _ other: TagSource) -> Diagnostic {
        .error(
            "template.unspannable-section", at: opening.place,
            "phần “\(opening.whole)” … “\(other.whole)” bắt đầu hoặc kết thúc ở giữa một danh sách mà đầu kia không ở trong danh sách ấy",
            en:
                "the section “\(opening.whole)” … “\(other.whole)” begins or ends in the middle of a list that its other end is not in",
            notes: [.init(Wording("đầu kia ở đây", en: "the other end is here"), at: other.place)],
            fix:
                "đặt mỗi thẻ một mình vào một đoạn không đánh số ở ngoài danh sách (trong Writer, F12 bỏ số của đoạn), hoặc ở đầu mục đầu và cuối mục cuối của danh sách",
            en:
                "put each alone into a paragraph without a number outside of the list (F12 in Writer takes the number away), or where the first item of a list begins and the last one ends"
        )
    }
}
