internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension TemplateElement {
    /// A cell among others that are equal and stand below each other.
    enum MergedKind { case first, others }

    /// The cell as it merges with those below or above it in Word.
    func mergedInWord(_ kind: MergedKind) -> TemplateElement {
        let dialect = Dialect.word
        var merge = head.wordElement("vMerge")
        merge.attributes = [.init(head.wordName("val"), kind == .first ? "restart" : "continue")]
        var cell = self
        if cell.children.first?.head?.name.local != "tcPr" {
            cell.children.insert(
                .element(TemplateElement(head: head.wordElement("tcPr"), role: .properties)), at: 0)
        }
        cell.change("tcPr", in: dialect) { settings in
            settings.children.removeAll { $0.head?.name.local == "vMerge" }
            let before = settings.children.lastIndex { beforeMerge.contains($0.head?.name.local ?? "") }
            settings.children.insert(.plain(.element(merge)), at: before.map { $0 + 1 } ?? 0)
        }
        if kind == .others { cell.dropText(in: dialect) }
        return cell
    }

    /// The cell as it merges with those below or above it in OpenDocument; the tag says with how many.
    func mergedInOpenDocument(_ kind: MergedKind, tag: Int) -> TemplateElement {
        func name(_ local: String) -> QualifiedName {
            QualifiedName(namespace: OpenDocumentNames.table, prefix: head.name.prefix, local: local)
        }
        var cell = self
        switch kind {
        case .first: cell.compute(name("number-rows-spanned"), .mergedRows(tag: tag))
        case .others:
            cell.head = Element(name("covered-table-cell"))
            cell.head.attributes = head.attributes.filter { $0.name.local == "style-name" }
            cell.computed = []
            cell.dropText(in: .openDocument)
        }
        return cell
    }

    /// Leaves a cell its settings and one paragraph without text.
    private mutating func dropText(in dialect: Dialect) {
        let first = children.first { $0.opened(in: dialect)?.role == .paragraph }?.opened(in: dialect)
        children = children.filter { $0.opened(in: dialect)?.role == .properties }
        guard var paragraph = first else { return }
        paragraph.computed = []
        paragraph.children = paragraph.children.filter { $0.opened(in: dialect)?.role == .properties }
        children.append(.element(paragraph))
    }
}

/// What stands before `w:vMerge` in `CT_TcPr`.
private let beforeMerge: Set<String> = ["cnfStyle", "tcW", "gridSpan", "hMerge"]
