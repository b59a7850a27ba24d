internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What is left of an element when the sections inside of it write nothing.
struct RemainingContent {
    let dialect: Dialect
    let tags: [PlacedTag]

    /// Whether every row of a table, or of what stands round its rows, is inside a section, so that none may be left.
    func isOnlySections(_ table: TemplateElement) -> Bool {
        childrenOutsideSections(of: table).allSatisfy { child in
            if case .element(let inner) = child, isRound(inner) { return isOnlySections(inner) }
            return isSettings(child) || isMark(child)
        }
    }

    /// Whether an element in a table says nothing by itself and stands round rows.
    func isRound(_ element: TemplateElement) -> Bool { isRound(role: element.role) }

    /// Spans stand round rows as marks of what was inserted.
    func isRound(role: Dialect.Role?) -> Bool { role == nil || role == .span }

    /// Whether it only marks a place.
    func isMark(_ node: TemplateNode) -> Bool {
        node.head.map { dialect.role(of: $0.name) == .mark } ?? false
    }

    /// Whether it is a place for paragraphs, all of which stand inside sections.
    func mayBecomeEmpty(_ element: TemplateElement) -> Bool {
        guard dialect.isFilled(element) else { return false }
        return childrenOutsideSections(of: element).allSatisfy { child in
            if case .element(let inner) = child, inner.role == .table {
                return inner.vanishes || isOnlySections(inner)
            }
            return isSettings(child)
        }
    }

    /// Where what follows the last table of a cell begins, if none of it is sure to stay: a cell must not end with a table.
    func placeAfterLastTable(_ element: TemplateElement, _ children: ArraySlice<TemplateNode>) -> Int? {
        guard dialect.tableEndsNoCell, element.role == .cell || element.role == .container else { return nil }
        var depth = 0
        var start: Int?
        var isPending = false
        for (place, child) in children.enumerated() {
            if case .tag(let index) = child {
                switch tags[index].tag {
                case .section, .inverted: depth += 1
                case .end: depth -= 1
                case .value, .insertion, .otherwise, .otherwiseIf, .comment, .directive, .assignment: break
                }
            } else if isTable(child) {
                (start, isPending) = (nil, true)
            } else if depth == 0, !isSettings(child) {
                start = nil
            }
            if isPending, depth == 0 { (start, isPending) = (place + 1, false) }
        }
        return start
    }

    private func isTable(_ node: TemplateNode) -> Bool {
        switch node {
        case .element(let element): element.role == .table
        case .plain(.element(let element)): dialect.role(of: element.name) == .table
        case .plain, .text, .tag: false
        }
    }

    private func childrenOutsideSections(of element: TemplateElement) -> [TemplateNode] {
        var depth = 0
        var outside: [TemplateNode] = []
        for child in element.children {
            guard case .tag(let index) = child else {
                if depth == 0 { outside.append(child) }
                continue
            }
            switch tags[index].tag {
            case .section, .inverted: depth += 1
            case .end: depth -= 1
            case .value, .insertion, .otherwise, .otherwiseIf, .comment, .directive, .assignment: break
            }
        }
        return outside
    }

    /// How many more sections are open behind a tag.
    fileprivate func opens(_ tag: Int) -> Int {
        switch tags[tag].tag {
        case .section, .inverted: 1
        case .end: -1
        case .value, .insertion, .otherwise, .otherwiseIf, .comment, .directive, .assignment: 0
        }
    }

    func isSettings(_ node: TemplateNode) -> Bool {
        switch node {
        case .element(let element): element.role == .properties
        case .plain(.element(let element)): dialect.role(of: element.name) == .properties
        case .text(let words), .plain(.text(let words)): words.allSatisfy(\.isWhitespace)
        case .plain: true
        case .tag: false
        }
    }

    /// Whether a child stands right between the two tags of one section.
    func isAloneInSection(_ place: Int, of children: ArraySlice<TemplateNode>) -> Bool {
        guard let before = children[..<place].last(where: { !isSettings($0) }),
            case .tag(let opening) = before,
            let after = children[(place + 1)...].first(where: { !isSettings($0) }),
            case .tag(let closing) = after, case .section = tags[opening].tag
        else { return false }
        switch tags[closing].tag {
        case .end: return true
        case .otherwise: return tags[closing].options.contains(.keepsTable)
        case .value, .section, .inverted, .otherwiseIf, .comment, .insertion, .directive, .assignment:
            return false
        }
    }
}

extension TemplateElement {
    /// Takes marks and blanks that stand outside of sections out of a table without any other rows.
    mutating func takeMarks(_ remaining: RemainingContent) -> (before: [TemplateNode], after: [TemplateNode])
    {
        var marks: (before: [TemplateNode], after: [TemplateNode]) = ([], [])
        var depth = 0
        var hasBegun = false
        var kept: [TemplateNode] = []
        for child in children {
            if case .tag(let tag) = child {
                depth += remaining.opens(tag)
                hasBegun = true
            } else if depth == 0, remaining.isMark(child) {
                if hasBegun { marks.after.append(child) } else { marks.before.append(child) }
                continue
            } else if depth == 0, child.isBlank {
                continue
            }
            kept.append(child)
        }
        children = kept
        return marks
    }
}

extension TemplateNode {
    fileprivate var isBlank: Bool {
        switch self {
        case .text(let words), .plain(.text(let words)): words.allSatisfy(\.isWhitespace)
        case .element, .plain, .tag: false
        }
    }
}
