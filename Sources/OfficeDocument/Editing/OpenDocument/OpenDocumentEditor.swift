internal import Container
internal import OfficePackage
internal import XMLTree

/// Makes edits in an ODT.
struct OpenDocumentEditor {
    var parts: EditedParts
    var styles: DerivedStyles

    static let content = Manifest.text
    static let common = Manifest.styles

    init(_ archive: Archive) {
        var parts = EditedParts(archive)
        let roots = [Self.content, Self.common].compactMap { name in
            parts.tree(of: name).map { (part: name, root: $0) }
        }
        styles = DerivedStyles(roots)
        self.parts = parts
    }

    mutating func apply(_ plan: EditPlan) {
        // Before letters come and go, after which figures are elsewhere in their paragraph.
        for line in plan.lines {
            parts.change(line.place.part) {
                LineLengths.scale(&$0, at: line.place.path, by: line.factor, moved: line.moved)
            }
        }
        for (part, paths) in plan.placesByPart {
            var styles = self.styles
            parts.change(part) { root in
                let editor = OpenDocumentParagraphEditor(part: part, writer: OpenDocumentWriter(root))
                for path in paths {
                    guard let edits = plan.paragraphs[ElementPlace(part: part, path: path)] else { continue }
                    root.change(at: path[...]) { element in
                        guard OpenDocumentReader.isParagraph(element) else { return }
                        editor.apply(edits, to: &element, &styles)
                    }
                    if edits.isRemoved || !edits.inserted.isEmpty, let index = path.last {
                        root.change(at: path.dropLast()) {
                            Self.move(edits, at: index, in: &$0, editor, &styles)
                        }
                    }
                }
            }
            self.styles = styles
        }
        for row in plan.rows { keepWhole(row) }
        for edit in plan.pages { apply(edit) }
        for part in [Self.content, Self.common] {
            let styles = self.styles
            if styles.styles[part] != nil || styles.faces[part] != nil {
                parts.change(part) { styles.add(to: &$0, of: part) }
            }
        }
    }

    private static func move(
        _ edits: EditPlan.ParagraphEdits, at index: Int, in parent: inout Element,
        _ editor: OpenDocumentParagraphEditor, _ styles: inout DerivedStyles
    ) {
        guard parent.children.indices.contains(index), case .element(let element) = parent.children[index],
            OpenDocumentReader.isParagraph(element)
        else { return }
        for insertion in edits.inserted {
            let new = editor.paragraph(insertion, like: element, &styles)
            parent.children.insert(.element(new), at: insertion.side == .before ? index : index + 1)
        }
        // What stands alone in its parent, or begins a page, holds something together.
        let siblings = parent.children.count {
            if case .element(let child) = $0 { OpenDocumentReader.isParagraph(child) } else { false }
        }
        let isFree =
            parent.is("text", in: OpenDocumentNames.office)
            || parent.is("section", in: OpenDocumentNames.text)
        guard edits.isRemoved, edits.inserted.isEmpty, isFree, siblings > 1,
            OpenDocumentParagraphEditor.isBare(element), !styles.beginsPage(element, in: editor.part)
        else { return }
        parent.children.remove(at: index)
    }

    private mutating func keepWhole(_ row: ElementPlace) {
        var styles = self.styles
        parts.change(row.part) { root in
            let writer = OpenDocumentWriter(root)
            root.change(at: row.path[...]) { element in
                guard element.is("table-row", in: OpenDocumentNames.table) else { return }
                let name = styles.style(
                    "table-row", like: element.table("style-name"), DerivedStyles.Change(rowStaysWhole: true),
                    in: row.part)
                element.set(writer.table("style-name"), to: name)
            }
        }
        self.styles = styles
    }

    private mutating func apply(_ edit: EditPlan.PageEdit) {
        switch edit {
        case .page(let section, let change):
            guard let page = section.layout else { return }
            changeLayouts(of: page, change)
        case .restart(let section): setFirstBlock(of: section, DerivedStyles.Change(pageNumber: 1))
        case .showNumber(let section, let look):
            guard let page = section.layout else { return }
            showNumber(page, look)
        case .hideNumber(let section): hideNumber(section)
        }
    }

    /// Gives the paragraph or table that begins a section another style.
    mutating func setFirstBlock(of section: ReadSection.Position, _ change: DerivedStyles.Change) {
        guard let place = section.firstBlock else { return }
        var styles = self.styles
        parts.change(place.part) { root in
            let writer = OpenDocumentWriter(root)
            root.change(at: place.path[...]) { element in
                if OpenDocumentReader.isParagraph(element) {
                    let name = styles.style(
                        "paragraph", like: element.text("style-name"), change, in: place.part)
                    element.set(writer.text("style-name"), to: name)
                } else if element.is("table", in: OpenDocumentNames.table) {
                    let name = styles.style(
                        "table", like: element.table("style-name"), change, in: place.part)
                    element.set(writer.table("style-name"), to: name)
                }
            }
        }
        self.styles = styles
    }
}

extension DerivedStyles {
    /// Whether the paragraph's own style begins a page.
    func beginsPage(_ paragraph: Element, in part: String) -> Bool {
        guard let name = paragraph.text("style-name"),
            let style = automaticStyle(name, family: "paragraph", in: part)
        else { return false }
        let page = style.style("master-page-name") ?? ""
        let broken = style.child("paragraph-properties", in: OpenDocumentNames.style)?.fo("break-before")
        return !page.isEmpty || broken == "page"
    }
}
