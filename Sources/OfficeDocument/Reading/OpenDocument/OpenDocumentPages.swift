internal import OfficePackage
internal import XMLTree

/// Sections: an OpenDocument text begins one wherever a paragraph or table asks for a page style.
extension OpenDocumentReader {
    mutating func sections(of text: Element, root: Element) -> [ReadSection] {
        part = Manifest.text
        path = Self.path(to: ["body", "text"], from: root)
        let pages = masterPages()
        var sections: [ReadSection] = []
        let first = Self.firstMasterPage(in: text, &styles)
        var current = section(first.flatMap { pages[$0] } ?? pages["Standard"] ?? pages[""], pages)
        width = current.page.textWidth
        var blocks: [ReadBlock] = []
        walk(text) { reader, child in
            if let page = reader.masterPage(of: child) {
                if !blocks.isEmpty {
                    current.blocks = blocks
                    sections.append(current)
                    blocks = []
                }
                current = reader.section(pages[page.name], pages)
                current.pageNumberStart = page.number
                reader.width = current.page.textWidth
            }
            blocks += reader.block(child)
        }
        current.blocks = blocks
        sections.append(current)
        addHeaders(to: &sections)
        return sections
    }

    private static func path(to names: [String], from root: Element) -> [Int] {
        var path: [Int] = []
        var element = root
        for name in names {
            let index = element.children.firstIndex { node in
                if case .element(let child) = node {
                    child.is(name, in: OpenDocumentNames.office)
                } else {
                    false
                }
            }
            guard let index, case .element(let child) = element.children[index] else { return path }
            path.append(index)
            element = child
        }
        return path
    }

    /// Each block of the text, those in sections and indexes included.
    private mutating func walk(_ element: Element, _ take: (inout OpenDocumentReader, Element) -> Void) {
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            if Self.isWrapper(child) { walk(child, take) } else { take(&self, child) }
            path.removeLast()
        }
    }

    static func isWrapper(_ element: Element) -> Bool {
        guard element.name.namespace == OpenDocumentNames.text else { return false }
        switch element.name.local {
        case "section", "index-body", "index-title", "table-of-content", "illustration-index", "table-index",
            "object-index", "user-index", "alphabetical-index", "bibliography":
            return true
        default: return false
        }
    }

    /// The page style of the first paragraph or table.
    private static func firstMasterPage(in text: Element, _ styles: inout OpenDocumentStyleSheet) -> String? {
        for child in text.elements {
            if isParagraph(child) { return styles.paragraph(child.text("style-name")).masterPage }
            if child.is("table", in: OpenDocumentNames.table) {
                return styles.masterPage(ofTableStyle: child.table("style-name"))
            }
            if isWrapper(child) || child.is("list", in: OpenDocumentNames.text)
                || child.name.local == "list-item"
            {
                if let found = firstMasterPage(in: child, &styles) { return found }
            }
        }
        return nil
    }

    /// The page style a block begins, and the number of its first page.
    private mutating func masterPage(of element: Element) -> (name: String, number: Int?)? {
        if Self.isParagraph(element) {
            let style = styles.paragraph(element.text("style-name"))
            return style.masterPage.map { ($0, style.pageNumber) }
        }
        if element.is("table", in: OpenDocumentNames.table) {
            let name = element.table("style-name")
            guard let page = styles.masterPage(ofTableStyle: name) else { return nil }
            let properties = styles.properties("table-properties", of: name, family: "table")
            return (
                page, OpenDocumentStyleSheet.last(properties) { $0.style("page-number") }.flatMap { Int($0) }
            )
        }
        if element.is("list", in: OpenDocumentNames.text) || element.name.local == "list-item",
            let first = element.elements.first
        {
            return masterPage(of: first)
        }
        return nil
    }

    // MARK: Page styles

    struct MasterPage {
        let name: String
        let layout: Element?
        let next: String?
        let element: Element
        let path: [Int]

        var setup: PageSetup { PageSetup(openDocument: element, layout: layout) }
    }

    private func masterPages() -> [String: MasterPage] {
        guard let common else { return [:] }
        var layouts: [String: Element] = [:]
        for layout in common.child("automatic-styles", in: OpenDocumentNames.office)?.elements ?? []
        where layout.is("page-layout", in: OpenDocumentNames.style) {
            if let name = layout.style("name") { layouts[name] = layout }
        }
        var pages: [String: MasterPage] = [:]
        let holder = Self.path(to: ["master-styles"], from: common)
        guard let index = holder.first, case .element(let masters) = common.children[index] else {
            return [:]
        }
        for (index, node) in masters.children.enumerated() {
            guard case .element(let element) = node, element.is("master-page", in: OpenDocumentNames.style),
                let name = element.style("name")
            else { continue }
            let page = MasterPage(
                name: name, layout: element.style("page-layout-name").flatMap { layouts[$0] },
                next: element.style("next-style-name"), element: element, path: holder + [index])
            if pages.isEmpty { pages[""] = page }
            pages[name] = page
        }
        return pages
    }

    /// A page style that is followed by another is that of the first page alone.
    private func section(_ master: MasterPage?, _ pages: [String: MasterPage]) -> ReadSection {
        var section = ReadSection()
        guard let master else { return section }
        let following = master.next.flatMap { $0 == master.name ? nil : pages[$0] }
        let usual = following ?? master
        section.page = usual.setup
        section.hasTitlePage =
            following != nil || usual.element.child("header-first", in: OpenDocumentNames.style) != nil
            || usual.element.child("footer-first", in: OpenDocumentNames.style) != nil
        if following != nil {
            let first = master.setup
            var bare = section.page
            bare.headerDistance = first.headerDistance
            bare.footerDistance = first.footerDistance
            if bare != first { section.firstPage = first }
        }
        let properties = usual.layout?.child("page-layout-properties", in: OpenDocumentNames.style)
        section.pageNumberFormat =
            properties?.style("num-format").map(NumberingFormat.init(openDocument:)) ?? .decimal
        let columns = properties?.child("columns", in: OpenDocumentNames.style)?.fo("column-count")
        section.columns = columns.flatMap { Int($0) } ?? 1
        section.place = ElementPlace(part: Manifest.styles, path: usual.path)
        sectionPages(master, following, into: &section)
        return section
    }

    /// The headers are read later: until then only where they are is kept.
    private func sectionPages(_ master: MasterPage, _ following: MasterPage?, into section: inout ReadSection)
    {
        func note(
            _ page: MasterPage, _ local: String, _ kind: PageKind,
            _ keep: WritableKeyPath<ReadSection, [PageKind: ReadHeader]>
        ) {
            guard let element = page.element.child(local, in: OpenDocumentNames.style),
                element.style("display") != "false"
            else { return }
            section[keyPath: keep][kind] = ReadHeader(part: "styles.xml|\(page.name)|\(local)", blocks: [])
        }
        let usual = following ?? master
        for (local, keep) in [("header", \ReadSection.headers), ("footer", \ReadSection.footers)] {
            note(usual, local, .standard, keep)
            note(usual, local + "-left", .even, keep)
            note(usual, local + "-first", .first, keep)
            if following != nil { note(master, local, .first, keep) }
        }
    }

    // MARK: Headers

    private mutating func addHeaders(to sections: inout [ReadSection]) {
        guard let common else { return }
        let read = headers(in: common)
        for index in sections.indices {
            sections[index].headers = sections[index].headers.compactMapValues { read[$0.part] }
            sections[index].footers = sections[index].footers.compactMapValues { read[$0.part] }
        }
    }

    /// All headers and footers, in the order of the file.
    private mutating func headers(in common: Element) -> [String: ReadHeader] {
        styles = OpenDocumentStyleSheet(common: common, part: common)
        (part, path, paragraphs, tables, cells, lists) = (Manifest.styles, [], 0, 0, [], [])
        let pages = masterPages()
        var found: [String: ReadHeader] = [:]
        _ = children(of: common) { reader, holder -> Bool? in
            guard holder.is("master-styles", in: OpenDocumentNames.office) else {
                reader.skip(holder)
                return nil
            }
            _ = reader.children(of: holder) { reader, master -> Bool? in
                let name = master.style("name") ?? ""
                reader.width = pages[name].flatMap { $0.setup.textWidth }
                _ = reader.children(of: master) { reader, header -> Bool? in
                    let key = "styles.xml|\(name)|\(header.name.local)"
                    found[key] = ReadHeader(part: Manifest.styles, blocks: reader.blocks(of: header))
                    return nil
                }
                return nil
            }
            return nil
        }
        return found
    }
}
