internal import OfficePackage
internal import XMLTree

/// A measure of a sheet: where it is kept and what a format calls it.
private struct PageProperty: Sendable {
    let path: any WritableKeyPath<PageSetup, Length?> & Sendable
    let element: String
    let attribute: String
    let alsoRead: String?

    init(
        _ path: any WritableKeyPath<PageSetup, Length?> & Sendable, _ element: String, _ attribute: String,
        alsoRead: String? = nil
    ) {
        self.path = path
        self.element = element
        self.attribute = attribute
        self.alsoRead = alsoRead
    }
}

extension PageSetup {
    init(_ page: Page) {
        self.init(
            width: page.width, height: page.height, top: page.top, bottom: page.bottom, left: page.left,
            right: page.right)
        headerDistance = page.headerDistance
        footerDistance = page.footerDistance ?? page.headerDistance
        statedOrientation = page.orientation
    }

    // MARK: Word

    /// In the order the attributes are written in.
    private static let word = [
        PageProperty(\.width, "pgSz", "w"), PageProperty(\.height, "pgSz", "h"),
        PageProperty(\.top, "pgMar", "top"), PageProperty(\.right, "pgMar", "right", alsoRead: "end"),
        PageProperty(\.bottom, "pgMar", "bottom"), PageProperty(\.left, "pgMar", "left", alsoRead: "start"),
        PageProperty(\.headerDistance, "pgMar", "header"), PageProperty(\.footerDistance, "pgMar", "footer"),
    ]

    /// What a `w:sectPr` says of its sheets.
    init(word properties: Element) {
        self.init()
        for row in Self.word {
            guard let element = properties.word(row.element) else { continue }
            let text = element.wordAttribute(row.attribute) ?? row.alsoRead.flatMap(element.wordAttribute)
            self[keyPath: row.path] = text.flatMap(Measure.twips)
        }
        if let size = properties.word("pgSz") {
            statedOrientation = size.wordAttribute("orient") == "landscape" ? .landscape : .portrait
        }
        // A negative margin is one that headers cannot push; what the binding takes is a part of the left one.
        top = top.map { $0 < .zero ? -$0 : $0 }
        bottom = bottom.map { $0 < .zero ? -$0 : $0 }
        let gutter = properties.word("pgMar").flatMap(Self.gutter) ?? .zero
        left = left.map { $0 + gutter }
    }

    private static func gutter(_ margins: Element) -> Length? {
        margins.wordAttribute("gutter").flatMap(Measure.twips)
    }

    /// Says everything that is known in a `w:sectPr`; the rest stays as it is there.
    func write(word properties: inout Element) {
        for row in Self.word {
            guard let length = self[keyPath: row.path] else { continue }
            properties.changeChild(row.element) { element in
                if let other = row.alsoRead { element.remove([element.wordName(other)]) }
                let inner = row.path == \PageSetup.left ? Self.gutter(element) ?? .zero : .zero
                element.set(element.wordName(row.attribute), to: String(max(0, (length - inner).twips)))
            }
        }
        guard width != nil || height != nil else { return }
        properties.changeChild("pgSz") { size in
            size.remove([size.wordName("code")])
            if statedOrientation == .landscape { size.set(size.wordName("orient"), to: "landscape") }
        }
    }

    // MARK: OpenDocument

    private static let properties = "page-layout-properties"
    private static let bandProperties = "header-footer-properties"
    /// How far from the paper's edge a header stands where nothing says so.
    private static let usualDistance = Length.millimetres(10)

    /// What a page style and its layout say.
    init(openDocument page: Element, layout: Element?) {
        self.init()
        guard let layout, let properties = layout.child(Self.properties, in: OpenDocumentNames.style) else {
            return
        }
        func length(_ name: String) -> Length? {
            (properties.fo(name) ?? (name.hasPrefix("margin") ? properties.fo("margin") : nil)).flatMap {
                Measure.length($0)
            }
        }
        width = length("page-width")
        height = length("page-height")
        left = length("margin-left")
        right = length("margin-right")
        statedOrientation = properties.style("print-orientation") == "landscape" ? .landscape : .portrait
        (top, headerDistance) = Self.edge(length("margin-top"), "header", page, layout)
        (bottom, footerDistance) = Self.edge(length("margin-bottom"), "footer", page, layout)
    }

    /// From the paper's edge to the text, and to the header: it stands within the page's margin and pushes the text away by its height.
    private static func edge(_ margin: Length?, _ band: String, _ page: Element, _ layout: Element) -> (
        Length?, Length?
    ) {
        guard let margin, page.hasBand(band) else { return (margin, nil) }
        let properties = layout.child(band + "-style", in: OpenDocumentNames.style)?.child(
            bandProperties, in: OpenDocumentNames.style)
        let height = (properties?.fo("min-height") ?? properties?.svg("height")).flatMap {
            Measure.length($0)
        }
        return (margin + (height ?? .zero), margin)
    }

    /// Says everything that is known in a page layout whose pages have a header, or a footer, or none; the rest stays as it is there.
    func write(openDocument layout: inout Element, header: Bool, footer: Bool, _ writer: OpenDocumentWriter) {
        let outer = (
            top: header ? top.map { headerDistance ?? min(Self.usualDistance, $0) } : top,
            bottom: footer ? bottom.map { footerDistance ?? min(Self.usualDistance, $0) } : bottom
        )
        layout.changeChild(writer.style(Self.properties)) { element in
            Self.expandMargin(of: &element, writer)
            let lengths = [
                ("page-width", width), ("page-height", height), ("margin-top", outer.top),
                ("margin-bottom", outer.bottom), ("margin-left", left), ("margin-right", right),
            ]
            for (name, length) in lengths {
                if name == "margin-top", let statedOrientation {
                    element.set(
                        writer.style("print-orientation"),
                        to: statedOrientation == .landscape ? "landscape" : "portrait")
                }
                if let length { element.set(writer.fo(name), to: OpenDocumentFormatting.length(length)) }
            }
        }
        if header, let top, let outer = outer.top {
            Self.setBand("header", height: top - outer, towardsText: "margin-bottom", in: &layout, writer)
        }
        if footer, let bottom, let outer = outer.bottom {
            Self.setBand("footer", height: bottom - outer, towardsText: "margin-top", in: &layout, writer)
        }
    }

    /// The shorthand is written out, so that the other edges keep theirs.
    private static func expandMargin(of properties: inout Element, _ writer: OpenDocumentWriter) {
        guard let all = properties.fo("margin") else { return }
        for edge in ["top", "bottom", "left", "right"] where properties.fo("margin-\(edge)") == nil {
            properties.set(writer.fo("margin-\(edge)"), to: all)
        }
        properties.remove([writer.fo("margin")])
    }

    /// A header takes its place from the margin above the text, so the text begins at the same height with and without; so does a footer.
    private static func setBand(
        _ band: String, height: Length, towardsText margin: String, in layout: inout Element,
        _ writer: OpenDocumentWriter
    ) {
        let isNew = layout.child(band + "-style", in: OpenDocumentNames.style) == nil
        layout.changeChild(writer.style(band + "-style")) { style in
            style.changeChild(writer.style(bandProperties)) { properties in
                properties.remove([writer.svg("height")])
                properties.set(writer.fo("min-height"), to: OpenDocumentFormatting.length(height))
                if isNew { properties.set(writer.fo(margin), to: "0mm") }
            }
        }
    }
}

extension Element {
    /// Whether a page style shows its header or footer.
    func hasBand(_ name: String) -> Bool {
        child(name, in: OpenDocumentNames.style).map { $0.style("display") != "false" } ?? false
    }
}
