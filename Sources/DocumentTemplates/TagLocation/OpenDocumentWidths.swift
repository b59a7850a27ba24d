internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Widths of an OpenDocument part: cells by their columns' styles, pages by the master page that a paragraph or table begins.
struct OpenDocumentWidths: AvailableWidths {
    let automaticStyles: [Element]
    private let columnWidths: [String: Double]
    private let pages: OpenDocumentPages
    private var page: Double?
    private var tables: [Table] = []

    private struct Table {
        let columns: [Double?]
        var cell: Double?
    }

    /// `styles` is the root of `styles.xml`, where the page layouts stand.
    init(of root: Element, styles: Element?) {
        automaticStyles = root.child("automatic-styles")?.elements ?? []
        var widths: [String: Double] = [:]
        for style in automaticStyles {
            guard let name = style.attribute("name", in: OpenDocumentNames.style),
                let columns = style.child("table-column-properties"),
                let width = columns.attribute("column-width", in: OpenDocumentNames.style)
            else { continue }
            widths[name] = millimetres(width)
        }
        columnWidths = widths
        pages = OpenDocumentPages(styles, automaticStyles)
        page = pages.firstWidth
    }

    mutating func enter(_ element: Element) {
        // What stands in a table begins no page, and goes on with the one that its table is on.
        guard tables.isEmpty, let width = pages.width(begunBy: element) else { return }
        page = width
    }

    mutating func pass(_ settings: Element) {}

    mutating func enterTable(_ table: Element) {
        var columns: [Double?] = []
        func collect(_ element: Element) {
            for child in element.elements {
                switch child.name.local {
                case "table-column":
                    let name = child.attribute("style-name", in: OpenDocumentNames.table)
                    let count = child.attribute("number-columns-repeated", in: OpenDocumentNames.table)
                    let width = name.flatMap { columnWidths[$0] }
                    columns += Array(repeating: width, count: max(0, min(count?.writtenCount ?? 1, 1024)))
                case "table-columns", "table-header-columns", "table-column-group": collect(child)
                default: break
                }
            }
        }
        collect(table)
        tables.append(Table(columns: columns, cell: nil))
    }

    mutating func leaveTable() { tables.removeLast() }

    mutating func enterCell(_ cell: Element, column: Int) {
        guard let table = tables.last else { return }
        let spanned = cell.attribute("number-columns-spanned", in: OpenDocumentNames.table)
        let covered = table.columns.dropFirst(column).prefix(max(1, spanned?.writtenCount ?? 1))
        tables[tables.count - 1].cell = covered.reduce(0.0) { sum, width in
            sum.flatMap { sum in width.map { sum + $0 } }
        }
    }

    func available(atParagraph number: Int) -> Double? { tables.isEmpty ? page : tables.last?.cell }
}

/// Reads a length such as `6.8cm`.
func millimetres(_ length: String) -> Double? {
    let factors = [("mm", 1.0), ("cm", 10.0), ("in", 25.4), ("pt", 25.4 / 72), ("pc", 25.4 / 6)]
    for (unit, factor) in factors where length.hasSuffix(unit) {
        return String(length.dropLast(unit.count)).writtenMeasure.map { $0 * factor }
    }
    return nil
}

extension TemplateElement {
    /// Gives a paragraph an automatic style of its own with computed margins, and returns that style.
    mutating func takeNarrowStyle(_ width: ParagraphWidth) -> TemplateElement {
        let made = width.styleName
        func style(_ local: String) -> QualifiedName {
            QualifiedName(namespace: OpenDocumentNames.style, prefix: "style", local: local)
        }
        let place = head.attributes.firstIndex {
            $0.name.local == "style-name" && $0.name.namespace == OpenDocumentNames.text
        }
        let base = place.map { head.attributes[$0].value }
        let known = width.automaticStyles.first { $0.attribute("name", in: OpenDocumentNames.style) == base }
        if let place {
            head.attributes[place].value = made
        } else {
            let name = QualifiedName(
                namespace: OpenDocumentNames.text, prefix: head.name.prefix, local: "style-name")
            head.attributes.append(.init(name, made))
        }
        var whole = Element(style("style"))
        whole.attributes = [.init(style("name"), made), .init(style("family"), "paragraph")]
        if let known {
            whole.attributes += known.attributes.filter { !["name", "family"].contains($0.name.local) }
        } else if let base {
            whole.attributes.append(.init(style("parent-style-name"), base))
        }
        let inset = Inset(availableMillimetres: width.available, unit: .millimetres)
        func margin(_ side: String) -> ComputedAttribute {
            let name = QualifiedName(namespace: OpenDocumentNames.fo, prefix: "fo", local: "margin-" + side)
            return .init(name: name, value: .inset(tag: width.tag, inset))
        }
        let settings = known?.child("paragraph-properties")
        var properties = TemplateElement(head: Element(style("paragraph-properties")), role: .properties)
        properties.head.attributes = (settings?.attributes ?? []).filter {
            !["margin-left", "margin-right"].contains($0.name.local)
        }
        properties.computed = [margin("left"), margin("right")]
        properties.children = (settings?.children ?? []).map { .plain($0) }
        var result = TemplateElement(head: whole, role: nil, children: [.element(properties)])
        result.children += (known?.elements ?? []).filter { $0.name.local != "paragraph-properties" }.map {
            .plain(.element($0))
        }
        return result
    }
}
