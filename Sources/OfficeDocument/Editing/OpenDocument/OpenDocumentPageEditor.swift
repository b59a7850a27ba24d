internal import OfficePackage
internal import XMLTree

/// Page styles: sheets, margins and the number of the page.
extension OpenDocumentEditor {
    /// A page style and the layout it has.
    private struct Page {
        let path: [Int]
        let element: Element
        let layoutPath: [Int]
        let layout: Element
    }

    private mutating func page(at place: ElementPlace) -> Page? {
        guard let root = parts.tree(of: place.part), let element = root.element(at: place.path),
            element.is("master-page", in: OpenDocumentNames.style),
            let name = element.style("page-layout-name")
        else { return nil }
        for (holder, node) in root.children.enumerated() {
            guard case .element(let styles) = node,
                styles.is("automatic-styles", in: OpenDocumentNames.office)
            else { continue }
            for (index, node) in styles.children.enumerated() {
                guard case .element(let layout) = node, layout.is("page-layout", in: OpenDocumentNames.style),
                    layout.style("name") == name
                else { continue }
                return Page(path: place.path, element: element, layoutPath: [holder, index], layout: layout)
            }
        }
        return nil
    }

    /// The page style itself and those of first pages that it follows.
    private mutating func family(of place: ElementPlace) -> [ElementPlace] {
        guard let root = parts.tree(of: place.part), let element = root.element(at: place.path),
            let name = element.style("name"), let masters = root.element(at: place.path.dropLast())
        else { return [place] }
        let firsts = masters.children.enumerated().compactMap { index, node -> ElementPlace? in
            guard case .element(let other) = node, other.style("next-style-name") == name,
                other.style("name") != name
            else { return nil }
            return ElementPlace(part: place.part, path: Array(place.path.dropLast()) + [index])
        }
        return [place] + firsts
    }

    // MARK: Sheets and margins

    mutating func changeLayouts(of place: ElementPlace, _ change: PageChange) {
        for place in family(of: place) {
            ownLayout(of: place)
            guard let page = page(at: place) else { continue }
            let header = page.element.hasBand("header")
            let footer = page.element.hasBand("footer")
            parts.change(place.part) { root in
                let writer = OpenDocumentWriter(root)
                root.change(at: page.layoutPath[...]) { layout in
                    change.write(openDocument: &layout, header: header, footer: footer, writer)
                }
            }
        }
    }

    /// A layout that page styles with and without a header share is parted, for the text begins elsewhere in each.
    private mutating func ownLayout(of place: ElementPlace) {
        guard let page = page(at: place), let root = parts.tree(of: place.part),
            let masters = root.element(at: place.path.dropLast())
        else { return }
        let own = (page.element.hasBand("header"), page.element.hasBand("footer"))
        let isShared = masters.elements.contains { other in
            other.style("page-layout-name") == page.element.style("page-layout-name")
                && (other.hasBand("header"), other.hasBand("footer")) != own
        }
        guard isShared else { return }
        let name = styles.freeName(like: page.element.style("page-layout-name") ?? "VanThu")
        parts.change(place.part) { root in
            let writer = OpenDocumentWriter(root)
            var layout = page.layout
            layout.set(writer.style("name"), to: name)
            root.change(at: page.layoutPath.dropLast()) { $0.children.append(.element(layout)) }
            root.change(at: place.path[...]) { $0.set(writer.style("page-layout-name"), to: name) }
        }
    }

    // MARK: The number of the page

    /// A number in a new header, or above what stands in the header there is.
    mutating func showNumber(_ place: ElementPlace, _ look: CharacterChange) {
        guard let page = page(at: place) else { return }
        let isNew = !page.element.hasBand("header")
        if isNew {
            ownLayout(of: place)
            makeRoom(for: place)
        }
        let name = styles.style(
            "paragraph", like: nil,
            DerivedStyles.Change(
                paragraph: ParagraphChange(
                    alignment: .centre, firstLineIndent: .zero, spaceBefore: .zero, spaceAfter: .zero),
                characters: look), in: place.part)
        parts.change(place.part) { root in
            let writer = OpenDocumentWriter(root)
            var field = Element(writer.text("page-number"))
            field.attributes = [.init(writer.text("select-page"), "current")]
            field.children = [.text("2")]
            var paragraph = Element(writer.text("p"))
            paragraph.attributes = [.init(writer.text("style-name"), name)]
            paragraph.children = [.element(field)]
            root.change(at: place.path[...]) { master in
                master.children.removeAll { node in
                    if case .element(let child) = node {
                        isNew && child.is("header", in: OpenDocumentNames.style)
                    } else {
                        false
                    }
                }
                if isNew {
                    var header = Element(writer.style("header"))
                    header.children = [.element(paragraph)]
                    master.children.insert(.element(header), at: 0)
                } else if let index = master.children.firstIndex(where: { node in
                    if case .element(let child) = node {
                        child.is("header", in: OpenDocumentNames.style)
                    } else {
                        false
                    }
                }) {
                    master.change(at: [index]) { header in
                        if case .element(let first)? = header.children.first,
                            OpenDocumentReader.isParagraph(first), OpenDocumentParagraphEditor.isBare(first)
                        {
                            header.children[0] = .element(paragraph)
                        } else {
                            header.children.insert(.element(paragraph), at: 0)
                        }
                    }
                }
            }
        }
    }

    /// The header takes its place from the margin above the text, which begins where it did.
    private mutating func makeRoom(for place: ElementPlace) {
        guard let page = page(at: place) else { return }
        let top = PageSetup(openDocument: page.element, layout: page.layout).top
        parts.change(place.part) { root in
            let writer = OpenDocumentWriter(root)
            root.change(at: page.layoutPath[...]) { layout in
                let change = PageChange(top: top ?? .millimetres(20))
                change.write(openDocument: &layout, header: true, footer: false, writer)
                layout.changeChild(writer.style("header-style")) { style in
                    style.changeChild(writer.style("header-footer-properties")) { properties in
                        properties.set(writer.fo("margin-bottom"), to: "0mm")
                    }
                }
            }
        }
    }

    /// A page style for the first page alone: as the other, without its number.
    mutating func hideNumber(_ section: ReadSection.Position) {
        guard let place = section.layout, let page = page(at: place), let name = page.element.style("name")
        else { return }
        let top = PageSetup(openDocument: page.element, layout: page.layout).top
        let (layoutName, pageName) = (
            styles.freeName(like: page.layout.style("name") ?? "VanThu"), styles.freeName(like: name)
        )
        parts.change(place.part) { root in
            let writer = OpenDocumentWriter(root)
            var layout = page.layout
            layout.set(writer.style("name"), to: layoutName)
            PageChange(top: top).write(openDocument: &layout, header: false, footer: false, writer)
            root.change(at: page.layoutPath.dropLast()) { $0.children.append(.element(layout)) }
            var first = page.element
            first.remove([writer.style("display-name")])
            first.set(writer.style("name"), to: pageName)
            first.set(writer.style("page-layout-name"), to: layoutName)
            first.set(writer.style("next-style-name"), to: name)
            first.children.removeAll { node in
                guard case .element(let band) = node else { return false }
                return Self.showsNumber(band) || band.name.local.hasPrefix("header")
            }
            root.change(at: place.path.dropLast()) { $0.children.append(.element(first)) }
        }
        setFirstBlock(of: section, DerivedStyles.Change(masterPage: pageName))
    }

    private static func showsNumber(_ element: Element) -> Bool {
        element.is("page-number", in: OpenDocumentNames.text) || element.elements.contains(where: showsNumber)
    }
}
