internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension GridForm {
    /// Reads the columns of a table from one of its children; false if it has to do with no column.
    mutating func readColumns(_ node: TemplateNode, styles: [String: Element]) -> Bool {
        let names: Set<String> = [
            "tblGrid", "table-column", "table-columns", "table-header-columns", "table-column-group",
        ]
        guard let head = node.head, names.contains(head.name.local),
            let element = node.opened(in: .openDocument)?.whole
        else { return false }
        switch element.name.local {
        case "tblGrid":
            beforeColumns = XMLWriter.bytes { $0.open(element) }
            afterColumns = XMLWriter.bytes { $0.close(element) }
            for column in element.elements where column.name.local == "gridCol" { addWordColumn(column) }
        case "table-column": addOpenDocumentColumn(element, styles)
        case "table-columns", "table-header-columns", "table-column-group":
            let first = columns.count
            let place = wrappers.count
            for child in element.children { _ = readColumns(.plain(child), styles: styles) }
            guard columns.count > first else { return true }
            let wrapper = Wrapper(
                columns: first...columns.count - 1, before: XMLWriter.bytes { $0.open(element) },
                after: XMLWriter.bytes { $0.close(element) })
            wrappers.insert(wrapper, at: place)
        default: return false
        }
        return true
    }

    private mutating func addWordColumn(_ column: Element) {
        let plain = XMLWriter.bytes {
            $0.open(column)
            $0.close(column)
        }
        var open = column.withoutChildren
        guard let place = open.attributes.firstIndex(where: { $0.name.local == "w" }),
            let width = open.attributes[place].value.writtenCount, width > 0
        else { return columns.append(Column(plain: plain, shared: [], width: nil)) }
        let name = open.attributes.remove(at: place).name
        let before = XMLWriter.bytes { $0.open(open) }.dropLast() + Array(" \(name.written)=\"".utf8)
        let after = Array("\">".utf8) + XMLWriter.bytes { $0.close(open) }
        columns.append(
            Column(
                plain: plain, shared: [.bytes(Array(before)), .width, .bytes(after)], width: .units(width)))
    }

    private mutating func addOpenDocumentColumn(_ column: Element, _ styles: [String: Element]) {
        let count = min(column.count("number-columns-repeated"), 1024)
        var one = column
        one.attributes.removeAll { $0.name.local == "number-columns-repeated" || $0.name.local == "id" }
        let plain = XMLWriter.bytes {
            $0.open(one)
            $0.close(one)
        }
        var made = Column(plain: plain, shared: [], width: nil)
        if let place = one.attributes.firstIndex(where: { $0.name.local == "style-name" }),
            let style = styles[one.attributes[place].value],
            let properties = style.child("table-column-properties"),
            let width = properties.attribute("column-width", in: OpenDocumentNames.style).flatMap(millimetres)
        {
            let name = one.attributes.remove(at: place).name
            let before = XMLWriter.bytes { $0.open(one) }.dropLast() + Array(" \(name.written)=\"".utf8)
            let after = Array("\">".utf8) + XMLWriter.bytes { $0.close(one) }
            made = Column(
                plain: plain, shared: [.bytes(Array(before)), .styleName, .bytes(after)],
                width: .millimetres(width), style: GridForm.style(like: style, properties))
        }
        columns += Array(repeating: made, count: count)
    }

    /// A style of columns with another name and width.
    private static func style(like style: Element, _ properties: Element) -> [ColumnPiece] {
        var open = style.withoutChildren
        open.attributes.removeAll { $0.name.local == "name" }
        var inner = properties.withoutChildren
        inner.attributes.removeAll { ["column-width", "rel-column-width"].contains($0.name.local) }
        let prefix = style.name.prefix.isEmpty ? "" : style.name.prefix + ":"
        let before = XMLWriter.bytes { $0.open(open) }.dropLast() + Array(" \(prefix)name=\"".utf8)
        let middle =
            Array("\">".utf8) + XMLWriter.bytes { $0.open(inner) }.dropLast()
            + Array(" \(prefix)column-width=\"".utf8)
        let after =
            Array("\">".utf8)
            + XMLWriter.bytes {
                $0.close(inner)
                $0.close(open)
            }
        return [.bytes(Array(before)), .styleName, .bytes(middle), .width, .bytes(after)]
    }
}

extension TemplateElement {
    /// The element with those of its children that hold no tag.
    var whole: Element {
        var element = head
        element.children = children.compactMap { node in
            switch node {
            case .plain(let plain): plain
            case .element(let inner): .element(inner.whole)
            case .text, .tag: nil
            }
        }
        return element
    }
}
