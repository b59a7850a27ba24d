internal import OfficePackage
internal import XMLTree

/// What the named styles of a document are called inside an OpenDocument file.
struct OpenDocumentStyleNames {
    private let levels: [String: Int]
    private let root: String?

    init(_ document: Document) {
        root = document.styles.first?.id
        let byID = Dictionary(document.styles.map { ($0.id, $0) }) { first, _ in first }
        levels = byID.compactMapValues { style in
            var next: ParagraphStyle? = style
            var steps = 0
            while let current = next, steps < byID.count {
                if let level = current.paragraph.outlineLevel { return level }
                next = current.base.flatMap { byID[$0] }
                steps += 1
            }
            return nil
        }
    }

    /// The root is the style every OpenDocument text has.
    func name(of id: String?) -> String {
        guard let id, id != root else { return "Standard" }
        return id
    }

    /// The level the style has or inherits.
    func outlineLevel(of id: String?) -> Int? { id.flatMap { levels[$0] } }
}

/// The part that names the styles and page styles of an OpenDocument text.
struct OpenDocumentStyles {
    private let document: Document
    private let names: OpenDocumentStyleNames
    private let notes: OpenDocumentNoteStyles
    private let o = OpenDocumentNames.vocabulary

    init(_ document: Document) {
        self.document = document
        names = OpenDocumentStyleNames(document)
        notes = OpenDocumentNoteStyles(document)
    }

    var root: Element {
        var header = OpenDocumentBody(of: document, prefix: "M")
        let masters = document.sections.enumerated().flatMap { masterPages($0, $1, &header) }
        let layouts = document.sections.enumerated().flatMap { pageLayouts($0, $1) }
        let content = [
            Self.fonts(document),
            o(
                "office:styles", [],
                [defaults] + document.styles.map(element) + OpenDocumentLists.styles(document.lists)
                    + notes.elements), o("office:automatic-styles", [], header.automatic.elements + layouts),
            o("office:master-styles", [], masters),
        ]
        return o.root(
            o("office:document-styles", [.init("office:version", OpenDocumentNames.version)], content),
            declaring: OpenDocumentPackage.prefixes(of: document))
    }

    static func fonts(_ document: Document) -> Element {
        let o = OpenDocumentNames.vocabulary
        let faces = document.fonts.map { font in
            o(
                "style:font-face",
                [
                    .init("style:name", font),
                    .init("svg:font-family", font.contains(" ") ? "'\(font)'" : font),
                    .init("style:font-family-generic", "roman"), .init("style:font-pitch", "variable"),
                ])
        }
        return o("office:font-face-decls", [], faces)
    }

    private var defaults: Element {
        let text = OpenDocumentFormatting.properties(
            CharacterFormat(
                font: document.defaults.font, size: document.defaults.size, colour: .automatic,
                language: document.properties.language))
        let paragraph = [
            Vocabulary.Attribute("fo:orphans", "2"), Vocabulary.Attribute("fo:widows", "2"),
            Vocabulary.Attribute("style:tab-stop-distance", "12.7mm"),
            Vocabulary.Attribute("style:writing-mode", "page"),
        ]
        return o(
            "style:default-style", [.init("style:family", "paragraph")],
            [o("style:paragraph-properties", paragraph)] + text)
    }

    private func element(_ style: ParagraphStyle) -> Element {
        let name = names.name(of: style.id)
        var attributes = [Vocabulary.Attribute("style:name", name)]
        if name == style.id { attributes.append(.init("style:display-name", style.name)) }
        attributes.append(.init("style:family", "paragraph"))
        attributes += .ifPresent("style:parent-style-name", style.base.map(names.name))
        attributes += .ifPresent("style:next-style-name", style.next.map(names.name))
        if let level = style.paragraph.outlineLevel {
            // Without the empty list style, the outline's own numbering would take the indents away.
            attributes.append(.init("style:default-outline-level", String(level)))
            attributes.append(
                .init(
                    "style:list-style-name", style.place.map { OpenDocumentLists.name(ofList: $0.list) } ?? ""
                ))
        } else if let place = style.place {
            attributes.append(.init("style:list-style-name", OpenDocumentLists.name(ofList: place.list)))
        }
        let properties = OpenDocumentFormatting.properties(style.paragraph, style.character)
        return o("style:style", attributes, properties)
    }

    // MARK: Pages

    /// The page style a section's first page has.
    static func firstMasterPage(ofSection index: Int, _ section: Section) -> String {
        section.hasTitlePage ? "Section\(index + 1)First" : "Section\(index + 1)"
    }

    private func masterPages(_ index: Int, _ section: Section, _ body: inout OpenDocumentBody) -> [Element] {
        let name = "Section\(index + 1)"
        let master = o(
            "style:master-page",
            [
                .init("style:name", name), .init("style:display-name", section.name),
                .init("style:page-layout-name", "Layout\(index + 1)"),
            ], margins(section.header.paragraphs, section.footer.paragraphs, &body))
        guard section.hasTitlePage else { return [master] }
        let first = o(
            "style:master-page",
            [
                .init("style:name", Self.firstMasterPage(ofSection: index, section)),
                .init("style:display-name", "\(section.name), trang đầu"),
                .init("style:page-layout-name", "Layout\(index + 1)First"),
                .init("style:next-style-name", name),
            ], margins(section.header.ofFirstPage, section.footer.ofFirstPage, &body))
        return [first, master]
    }

    private func margins(_ header: [Paragraph], _ footer: [Paragraph], _ body: inout OpenDocumentBody)
        -> [Element]
    {
        [("style:header", header), ("style:footer", footer)].compactMap { name, paragraphs in
            paragraphs.isEmpty ? nil : o(name, [], paragraphs.map { body.element($0) })
        }
    }

    private func pageLayouts(_ index: Int, _ section: Section) -> [Element] {
        let usual = pageLayout(
            "Layout\(index + 1)", section.page, hasHeader: !section.header.paragraphs.isEmpty,
            hasFooter: !section.footer.paragraphs.isEmpty)
        guard section.hasTitlePage else { return [usual] }
        let first = pageLayout(
            "Layout\(index + 1)First", section.page, hasHeader: !section.header.ofFirstPage.isEmpty,
            hasFooter: !section.footer.ofFirstPage.isEmpty)
        return [first, usual]
    }

    private func pageLayout(_ name: String, _ page: Page, hasHeader: Bool, hasFooter: Bool) -> Element {
        var layout = o("style:page-layout", [.init("style:name", name)])
        let writer = OpenDocumentWriter()
        PageSetup(page).write(openDocument: &layout, header: hasHeader, footer: hasFooter, writer)
        layout.changeChild(writer.style("page-layout-properties")) {
            $0.set(writer.style("writing-mode"), to: "lr-tb")
            if notes.hasFootnotes { $0.children.append(.element(OpenDocumentNoteStyles.separator)) }
        }
        return layout
    }
}

extension Section.Header {
    /// What the first page has; nothing where it is empty.
    var ofFirstPage: [Paragraph] {
        switch firstPage {
        case .likeTheOthers: paragraphs
        case .empty: []
        case .own(let paragraphs): paragraphs
        }
    }
}
