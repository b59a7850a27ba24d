internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// How a cell is written wherever the data puts it.
struct CellForms {
    /// Its start tag and its settings.
    let head: [GridForm.Piece]
    /// What stands for it under the cell above.
    let covered: [GridForm.Piece]
    /// The cell without text.
    let blank: [GridForm.Piece]
    /// What follows for each further column it fills.
    let beside: [UInt8]
}

/// What a cell of the template says of the rows it fills.
enum RowSpan {
    case none
    /// It begins a span: of so many rows, or up to the last cell that says it goes on.
    case begins(rows: Int?)
    /// It lies under the cell above.
    case goesOn
}

extension CellForms {
    static func word(_ cell: TemplateElement) -> CellForms {
        let settings = cell.children.first { $0.head?.name.local == "tcPr" }?.opened(in: .word)
        let word = cell.head
        var head = PieceWriter()
        head.write { $0.open(word) }
        var covered = head
        let restart = XMLWriter.bytes {
            var merge = word.wordElement("vMerge")
            merge.attributes = [.init(word.wordName("val"), "restart")]
            $0.element(merge)
        }
        head.wordSettings(settings, of: word) { $0.piece(.rowSpan(before: restart, after: nil)) }
        covered.wordSettings(settings, of: word) { $0.write { $0.empty(word.wordElement("vMerge")) } }
        let paragraph = cell.emptyParagraph(in: .word) ?? word.wordElement("p")
        func ended(_ writer: PieceWriter) -> [GridForm.Piece] {
            var writer = writer
            writer.write {
                $0.element(paragraph)
                $0.close(word)
            }
            return writer.pieces()
        }
        return CellForms(head: head.pieces(), covered: ended(covered), blank: ended(head), beside: [])
    }

    static func openDocument(_ cell: TemplateElement) -> CellForms {
        var word = cell.head
        word.name = QualifiedName(
            namespace: OpenDocumentNames.table, prefix: cell.head.name.prefix, local: "table-cell")
        let counts: Set<String> = [
            "number-columns-spanned", "number-rows-spanned", "number-columns-repeated", "id",
        ]
        word.attributes.removeAll { counts.contains($0.name.local) }
        let prefix = cell.head.name.prefix.isEmpty ? "" : cell.head.name.prefix + ":"
        func count(_ name: String) -> [UInt8] { Array(" \(prefix)number-\(name)-spanned=\"".utf8) }
        var head = PieceWriter()
        head.openTag(word)
        head.piece(.columnSpan(before: count("columns"), after: Array("\"".utf8)))
        head.piece(.rowSpan(before: count("rows"), after: Array("\"".utf8)))
        head.raw(">")
        var blank = head
        blank.write {
            if let paragraph = cell.emptyParagraph(in: .openDocument) { $0.node(.element(paragraph)) }
            $0.close(word)
        }
        var hidden = Element(
            QualifiedName(
                namespace: OpenDocumentNames.table, prefix: cell.head.name.prefix, local: "covered-table-cell"
            ))
        let beside = XMLWriter.bytes { $0.empty(hidden) }
        hidden.attributes = cell.head.attributes.filter { $0.name.local == "style-name" }
        return CellForms(
            head: head.pieces(), covered: [.bytes(XMLWriter.bytes { $0.empty(hidden) })],
            blank: blank.pieces(), beside: beside)
    }
}

extension PieceWriter {
    /// The settings of a Word cell, with its spans left open.
    fileprivate mutating func wordSettings(
        _ settings: TemplateElement?, of cell: Element, rows: (inout PieceWriter) -> Void
    ) {
        let head = settings?.head ?? cell.wordElement("tcPr")
        let name = cell.name.prefix.isEmpty ? "" : cell.name.prefix + ":"
        let attribute = cell.wordName("val").written
        write { $0.open(head) }
        var rest = (settings?.children ?? []).compactMap(\.head).filter {
            !["gridSpan", "vMerge", "tcPrChange"].contains($0.name.local)
        }[...]
        while let child = rest.first, ["cnfStyle", "tcW"].contains(child.name.local) {
            if child.name.local == "tcW" { wordWidth(child) } else { write { $0.element(child) } }
            rest.removeFirst()
        }
        piece(
            .columnSpan(
                before: Array("<\(name)gridSpan \(attribute)=\"".utf8),
                after: Array("\"></\(name)gridSpan>".utf8)))
        while let child = rest.first, child.name.local == "hMerge" {
            write { $0.element(child) }
            rest.removeFirst()
        }
        rows(&self)
        for child in rest { write { $0.element(child) } }
        write { $0.close(head) }
    }

    private mutating func wordWidth(_ width: Element) {
        guard ["dxa", "pct"].contains(width.value("type") ?? "dxa"),
            let place = width.attributes.firstIndex(where: { $0.name.local == "w" }),
            let whole = width.attributes[place].value.writtenCount, whole > 0
        else { return write { $0.element(width) } }
        var open = width
        let name = open.attributes.remove(at: place).name.written
        openTag(open)
        raw(" \(name)=\"")
        piece(.width(whole))
        raw("\"></\(width.name.written)>")
    }
}

extension TemplateElement {
    /// The first paragraph of a cell without its text and without names of its own.
    fileprivate func emptyParagraph(in dialect: Dialect) -> Element? {
        for child in children {
            guard let inner = child.opened(in: dialect) else { continue }
            switch inner.role {
            case .paragraph:
                var paragraph = inner.head
                paragraph.attributes.removeAll { ["paraId", "textId", "id"].contains($0.name.local) }
                paragraph.children = inner.children.compactMap { node in
                    guard dialect.role(of: node.head?.name ?? inner.head.name) == .properties else {
                        return nil
                    }
                    return node.head.map { settings in
                        var settings = settings
                        settings.children.removeAll { $0.isElement("numPr") || $0.isElement("sectPr") }
                        return .element(settings)
                    }
                }
                return paragraph
            case .list, .listItem: if let paragraph = inner.emptyParagraph(in: dialect) { return paragraph }
            default: continue
            }
        }
        return nil
    }
}
