internal import TemplateLanguage

/// Sections with several branches, as sections inside each other: `{#a}…{^#b}…{/}` is `{#a}…{^}{#b}…{/}{/}`.
extension TagPlacement {
    mutating func nestBranches(in root: inout TemplateNode) {
        var inner: [Int: [Int]] = [:]
        var ends: [Int: Int] = [:]
        for section in sections {
            for branch in section.branches {
                guard case .otherwiseIf(let expression) = tags[branch.tag].tag else { continue }
                var otherwise = tags[branch.tag]
                otherwise.tag = .otherwise
                var nested = tags[branch.tag]
                nested.tag = .section(expression)
                tags += [otherwise, nested]
                inner[branch.tag] = [tags.count - 2, tags.count - 1]
                ends[section.closing.tag, default: 1] += 1
            }
        }
        if !inner.isEmpty { root = nested(root, inner, ends).first ?? root }
    }

    private func nested(_ node: TemplateNode, _ inner: [Int: [Int]], _ ends: [Int: Int]) -> [TemplateNode] {
        switch node {
        case .tag(let tag):
            if let tags = inner[tag] { return tags.map { .tag($0) } }
            return Array(repeating: node, count: ends[tag] ?? 1)
        case .element(var element):
            element.children = element.children.flatMap { nested($0, inner, ends) }
            return [.element(element)]
        case .text, .plain: return [node]
        }
    }
}
