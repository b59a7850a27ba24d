internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// Page breaks and colours that follow from data.
extension TagLocator {
    /// A value that a tag stands for beside what it says itself.
    private mutating func derived(_ value: (Expression) -> Expression, from tag: Int) -> TemplateElement
        .ComputedAttribute.Value?
    {
        guard case .directive(_, let expression) = tags[tag].tag else { return nil }
        tags.append(PlacedTag(tag: .value(value(expression)), words: tags[tag].words, isSettled: true))
        return .words([.tag(tags.count - 1)])
    }

    // MARK: Pages

    mutating func breakPage(before paragraph: inout TemplateElement, tag: Int) {
        func choice(_ yes: String, _ no: String) -> (Expression) -> Expression {
            { .conditional($0, then: .literal(.text(yes)), otherwise: .literal(.text(no))) }
        }
        if dialect.textIsDirect {
            let name = "\(source.stylePrefix)vt_sang_trang_\(madeStyles.count + 1)"
            let known = paragraph.head.attribute("style-name", in: OpenDocumentNames.text)
            guard let value = derived(choice(name, known ?? "Standard"), from: tag) else { return }
            madeStyles.append(
                style(name, like: known, "paragraph", "paragraph-properties", ("fo:break-before", "page")))
            paragraph.compute(
                QualifiedName(
                    namespace: OpenDocumentNames.text, prefix: paragraph.head.name.prefix, local: "style-name"
                ), value)
        } else if let value = derived(choice("1", "0"), from: tag) {
            var mark = TemplateElement(head: paragraph.head.wordElement("pageBreakBefore"), role: nil)
            mark.computed = [.init(name: paragraph.head.wordName("val"), value: value)]
            paragraph.set(mark, in: "pPr", behind: ["pStyle", "keepNext", "keepLines"])
        }
    }

    // MARK: Letters

    mutating func colourText(of paragraph: inout TemplateElement, tag: Int) {
        guard dialect.textIsDirect else { return colourRuns(of: &paragraph, tag: tag) }
        let stem = colouredStyles["text"] ?? "\(source.stylePrefix)vt_chu_\(colouredStyles.count + 1)_"
        if colouredStyles["text"] == nil {
            colouredStyles["text"] = stem
            madeStyles.append(
                TemplateElement(plain: .plain("style:style", ["style:name": stem, "style:family": "text"])))
            for colour in SafeColour.allCases {
                madeStyles.append(
                    style(
                        stem + colour.rawValue, like: nil, "text", "text-properties",
                        ("fo:color", "#" + colour.digits(.text))))
            }
        }
        guard let value = derived({ Filter.colouredName($0, stem, otherwise: stem) }, from: tag) else {
            return
        }
        let prefix = paragraph.head.name.prefix
        func name(_ local: String) -> QualifiedName {
            QualifiedName(namespace: OpenDocumentNames.text, prefix: prefix, local: local)
        }
        var span = TemplateElement(head: Element(name("span")), role: .span)
        span.computed = [.init(name: name("style-name"), value: value)]
        span.children = paragraph.children
        paragraph.children = [.element(span)]
    }

    private mutating func colourRuns(of element: inout TemplateElement, tag: Int) {
        for place in element.children.indices {
            guard var inner = element.children[place].opened(in: dialect), inner.role == .span else {
                continue
            }
            if inner.head.isWord("r") {
                colourRun(&inner, tag: tag)
            } else {
                colourRuns(of: &inner, tag: tag)
            }
            element.children[place] = .element(inner)
        }
    }

    private mutating func colourRun(_ run: inout TemplateElement, tag: Int) {
        let settings = run.children.first { $0.head?.name.local == "rPr" }?.opened(in: dialect)
        let known = settings?.children.compactMap(\.head).first { $0.name.local == "color" }?.value("val")
        guard let value = derived({ Filter.colour($0, .text, otherwise: known ?? "") }, from: tag) else {
            return
        }
        var colour = TemplateElement(head: run.head.wordElement("color"), role: nil)
        colour.computed = [.init(name: run.head.wordName("val"), value: value)]
        colour.needsValue = true
        run.set(colour, in: "rPr", behind: beforeColour)
    }

    // MARK: Cells

    /// Colours a cell, or the cells of a row, as the tags in it ask that are not obeyed yet.
    mutating func colour(_ element: inout TemplateElement, by firstTag: Int) {
        for tag in firstTag..<max(firstTag, tags.count) where !obeyed.contains(tag) {
            switch tags[tag].tag {
            case .directive(.cellColour, _) where element.role == .cell: colourCell(&element, tag: tag)
            case .directive(.rowColour, _) where element.role == .row: colourCells(of: &element, tag: tag)
            default: continue
            }
            obeyed.insert(tag)
        }
    }

    /// The cells of a row stand in it or in content controls.
    private mutating func colourCells(of element: inout TemplateElement, tag: Int) {
        for place in element.children.indices {
            guard var inner = element.children[place].opened(in: dialect) else { continue }
            if inner.role == .cell {
                colourCell(&inner, tag: tag)
            } else if inner.role == nil {
                colourCells(of: &inner, tag: tag)
            } else {
                continue
            }
            element.children[place] = .element(inner)
        }
    }

    private mutating func colourCell(_ cell: inout TemplateElement, tag: Int) {
        guard dialect.textIsDirect else { return colourWordCell(&cell, tag: tag) }
        let name = QualifiedName(
            namespace: OpenDocumentNames.table, prefix: cell.head.name.prefix, local: "style-name")
        // A colour of the row gives way to one of the cell.
        guard !cell.computed.contains(where: { $0.name == name }) else { return }
        let known = cell.head.attribute("style-name", in: OpenDocumentNames.table)
        let key = "cell " + (known ?? "")
        let stem = colouredStyles[key] ?? "\(source.stylePrefix)vt_o_\(colouredStyles.count + 1)_"
        if colouredStyles[key] == nil {
            colouredStyles[key] = stem
            madeStyles.append(style(stem, like: known, "table-cell", "table-cell-properties", nil))
            for colour in SafeColour.allCases {
                madeStyles.append(
                    style(
                        stem + colour.rawValue, like: known, "table-cell", "table-cell-properties",
                        ("fo:background-color", "#" + colour.digits(.background))))
            }
        }
        guard let value = derived({ Filter.colouredName($0, stem, otherwise: stem) }, from: tag) else {
            return
        }
        cell.compute(name, value)
    }

    private mutating func colourWordCell(_ cell: inout TemplateElement, tag: Int) {
        let settings = cell.children.first { $0.head?.name.local == "tcPr" }?.opened(in: dialect)
        let known = settings?.children.first { $0.head?.name.local == "shd" }
        if case .element(let shade)? = known, !shade.computed.isEmpty { return }
        let original = known?.head
        guard
            let value = derived(
                { Filter.colour($0, .background, otherwise: original?.value("fill") ?? "") }, from: tag)
        else { return }
        var shade = TemplateElement(head: cell.head.wordElement("shd"), role: nil)
        shade.head.attributes = [
            .init(cell.head.wordName("val"), original?.value("val") ?? "clear"),
            .init(cell.head.wordName("color"), original?.value("color") ?? "auto"),
        ]
        shade.computed = [.init(name: cell.head.wordName("fill"), value: value)]
        shade.needsValue = true
        cell.set(shade, in: "tcPr", behind: ["cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"])
    }

    // MARK: Styles

    /// An automatic style like another, with one property of its own.
    func style(
        _ name: String, like base: String?, _ family: String, _ group: String, _ property: (String, String)?
    ) -> TemplateElement {
        let known = automaticStyles.first {
            $0.attribute("name", in: OpenDocumentNames.style) == base
                && $0.attribute("family", in: OpenDocumentNames.style) == family
        }
        var whole = Element.plain("style:style", ["style:name": name, "style:family": family])
        whole.name = QualifiedName(namespace: OpenDocumentNames.style, prefix: "style", local: "style")
        if let known {
            whole.attributes += known.attributes.filter {
                !["name", "family", "display-name"].contains($0.name.local)
            }
        } else if let base, family == "paragraph" {
            whole.attributes.append(.init(QualifiedName(written: "style:parent-style-name"), base))
        }
        var properties = known?.child(group) ?? .plain("style:" + group)
        if let property {
            let local = property.0.split(separator: ":").last.map(String.init) ?? ""
            properties.attributes.removeAll { $0.name.local == local }
            properties.attributes.append(.init(QualifiedName(written: property.0), property.1))
        }
        whole.children = (known?.elements ?? []).filter { $0.name.local != group }.map { .element($0) }
        whole.children.insert(.element(properties), at: 0)
        return TemplateElement(plain: whole)
    }
}

/// What stands before `w:color` in `CT_RPr`.
private let beforeColour: Set<String> = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
]

extension TemplateElement {
    /// Puts a setting in the place of one of that name among the settings called `group`, which are made where there are none.
    fileprivate mutating func set(_ setting: TemplateElement, in group: String, behind before: Set<String>) {
        if children.first?.head?.name.local != group {
            children.insert(
                .element(TemplateElement(head: head.wordElement(group), role: .properties)), at: 0)
        }
        change(group, in: .word) { settings in
            settings.children.removeAll { $0.head?.name.local == setting.head.name.local }
            let place = settings.children.lastIndex { before.contains($0.head?.name.local ?? "") }
            settings.children.insert(.element(setting), at: place.map { $0 + 1 } ?? 0)
        }
    }
}
