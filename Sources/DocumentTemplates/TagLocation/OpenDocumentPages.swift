internal import OfficePackage
internal import XMLTree

/// How wide the text of an OpenDocument file is on its pages, and which elements begin others.
struct OpenDocumentPages: Sendable {
    /// The width on the first page; nil if the file does not say.
    let firstWidth: Double?
    /// The width on each master page, by its name.
    private let widths: [String: Double]
    /// The master pages that styles begin, by family and name.
    private let begun: [Style: String]

    private struct Style: Hashable {
        let family: String
        let name: String
    }

    /// `styles` is the root of `styles.xml`, `automatic` are the part's own styles.
    init(_ styles: Element?, _ automatic: [Element]) {
        let layouts =
            styles?.child("automatic-styles")?.elements.filter { $0.name.local == "page-layout" } ?? []
        var layoutWidths: [String: Double] = [:]
        for layout in layouts {
            guard let name = layout.attribute("name", in: OpenDocumentNames.style) else { continue }
            layoutWidths[name] = layout.textWidth
        }
        let masters = styles?.child("master-styles")?.elements.filter { $0.name.local == "master-page" } ?? []
        var widths: [String: Double] = [:]
        for master in masters {
            guard let name = master.styleName else { continue }
            widths[name] = OpenDocumentPages.width(from: master, masters, layoutWidths)
        }
        self.widths = widths
        let usual = masters.first { $0.styleName == "Standard" } ?? masters.first
        firstWidth = usual?.styleName.flatMap { widths[$0] } ?? layouts.lazy.compactMap(\.textWidth).first
        begun = OpenDocumentPages.begun(by: (styles?.child("styles")?.elements ?? []) + automatic)
    }

    /// The least width on a page and those that follow it by themselves, for where one ends nobody knows yet.
    private static func width(from master: Element, _ masters: [Element], _ layouts: [String: Double])
        -> Double?
    {
        var least: Double?
        var seen: Set<String> = []
        var next: Element? = master
        while let page = next, let name = page.styleName, seen.insert(name).inserted {
            let layout = page.attribute("page-layout-name", in: OpenDocumentNames.style)
            if let width = layout.flatMap({ layouts[$0] }) { least = min(least ?? width, width) }
            let following = page.attribute("next-style-name", in: OpenDocumentNames.style)
            next = following.flatMap { name in masters.first { $0.styleName == name } }
        }
        return least
    }

    private static func begun(by styles: [Element]) -> [Style: String] {
        var own: [Style: String] = [:]
        var parents: [Style: Style] = [:]
        for style in styles {
            guard let name = style.styleName,
                let family = style.attribute("family", in: OpenDocumentNames.style),
                family == "paragraph" || family == "table"
            else { continue }
            let key = Style(family: family, name: name)
            own[key] = style.attribute("master-page-name", in: OpenDocumentNames.style)
            parents[key] = style.attribute("parent-style-name", in: OpenDocumentNames.style).map {
                Style(family: family, name: $0)
            }
        }
        var begun = own
        for style in parents.keys where own[style] == nil {
            var seen: Set<Style> = [style]
            var parent = parents[style]
            while let known = parent, own[known] == nil, seen.insert(known).inserted {
                parent = parents[known]
            }
            begun[style] = parent.flatMap { own[$0] }
        }
        // A style without a page of its own says so by an empty name.
        return begun.filter { !$0.value.isEmpty }
    }

    /// The width on the page that an element begins, or describes as a master page; nil where it begins none.
    func width(begunBy element: Element) -> Double? {
        let family: String
        let namespace: String
        switch element.name.local {
        case "p", "h": (family, namespace) = ("paragraph", OpenDocumentNames.text)
        case "table": (family, namespace) = ("table", OpenDocumentNames.table)
        case "master-page": return element.styleName.flatMap { widths[$0] }
        default: return nil
        }
        guard element.name.namespace == namespace, let name = element.attribute("style-name", in: namespace)
        else { return nil }
        return begun[Style(family: family, name: name)].flatMap { widths[$0] }
    }
}

extension Element {
    fileprivate var styleName: String? { attribute("name", in: OpenDocumentNames.style) }

    /// The width between the margins of a page layout, in millimetres.
    fileprivate var textWidth: Double? {
        guard let properties = child("page-layout-properties") else { return nil }
        func measure(_ local: String) -> Double? {
            properties.attribute(local, in: OpenDocumentNames.fo).flatMap(millimetres)
        }
        guard let width = measure("page-width") else { return nil }
        let margin = measure("margin") ?? 0
        return width - (measure("margin-left") ?? margin) - (measure("margin-right") ?? margin)
    }
}
