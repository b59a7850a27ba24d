internal import OfficePackage
internal import XMLTree

/// VML, the older drawing language: `w:pict` and `w:object`.
extension WordReader {
    mutating func vectorShapes(_ element: Element) -> [ReadShape] {
        var shapes = vectors(in: element, scale: nil)
        if element.isWord("object") { for index in shapes.indices { shapes[index].isObject = true } }
        return shapes
    }

    private static let figures: Set<String> = [
        "line", "shape", "rect", "roundrect", "oval", "polyline", "curve", "arc", "image",
    ]

    /// `scale` turns the units of a group into English Metric Units; nil outside of groups.
    private mutating func vectors(in element: Element, scale: (x: Double, y: Double)?) -> [ReadShape] {
        var shapes: [ReadShape] = []
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            if child.name.local == "group" {
                shapes += vectors(in: child, scale: Self.scale(of: child, within: scale))
            } else if Self.figures.contains(child.name.local), child.word == nil {
                shapes.append(vector(child, scale: scale))
            } else {
                skip(child)
            }
            path.removeLast()
        }
        return shapes
    }

    /// The declarations of a `style` attribute.
    private static func style(_ element: Element) -> [Substring: String] {
        var style: [Substring: String] = [:]
        for declaration in (element.attribute("style") ?? "").split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            style[parts[0].drop { $0 == " " }] = String(parts[1].drop { $0 == " " })
        }
        return style
    }

    private static func scale(of group: Element, within outer: (x: Double, y: Double)?) -> (
        x: Double, y: Double
    )? {
        let style = style(group)
        let own = (group.attribute("coordsize") ?? "1000,1000").split(separator: ",").compactMap {
            Double($0)
        }
        guard own.count == 2, own[0] > 0, own[1] > 0 else { return outer }
        let width = length(style["width"], scale: outer?.x).map { Double($0.metricUnits) / own[0] }
        let height = length(style["height"], scale: outer?.y).map { Double($0.metricUnits) / own[1] }
        return (width ?? outer?.x ?? 635, height ?? outer?.y ?? 635)
    }

    /// A number without a unit is in the group's units, or a pixel.
    private static func length(_ text: (some StringProtocol)?, scale: Double?) -> Length? {
        text.flatMap { Measure.length(String($0), bare: scale ?? 9_525) }
    }

    private mutating func vector(_ element: Element, scale: (x: Double, y: Double)?) -> ReadShape {
        let style = Self.style(element)
        let type = element.attribute("type") ?? ""
        let isConnector = type.hasSuffix("t32") || type.hasSuffix("t20")
        var shape = ReadShape(
            kind: element.name.local == "line" || isConnector ? .line : .figure(element.name.local),
            width: Self.length(style["width"], scale: scale?.x),
            height: Self.length(style["height"], scale: scale?.y), outline: outline(of: element), path: path,
            description: element.attribute("alt") ?? element.attribute("id"))
        if element.value("hr") != nil { shape.kind = .line }
        var left = Self.length(style["margin-left"] ?? style["left"], scale: scale?.x)
        if element.name.local == "line" {
            let from = (element.attribute("from") ?? "0,0").split(separator: ",")
            let to = (element.attribute("to") ?? "").split(separator: ",")
            if from.count == 2, to.count == 2 {
                shape.width = Self.distance(from[0], to[0], scale: scale?.x)
                shape.height = Self.distance(from[1], to[1], scale: scale?.y)
                // Its ends say where it is, whatever the style has.
                left = [from[0], to[0]].compactMap { Self.length($0, scale: scale?.x) }.min() ?? left
            }
        }
        if style["position"] == "absolute" {
            shape.position = ReadShape.Position(
                horizontal: .init(
                    reference: style["mso-position-horizontal-relative"], offset: left,
                    alignment: style["mso-position-horizontal"]),
                vertical: .init(
                    reference: style["mso-position-vertical-relative"],
                    offset: Self.length(style["margin-top"] ?? style["top"], scale: scale?.y),
                    alignment: style["mso-position-vertical"]), wrap: Self.wrap(element, style),
                distances: Self.distances(style))
        }
        shape.isGrouped = scale != nil
        shape.alternativeText = element.attribute("alt")
        shape.title = element.value("title")
        if let data = element.child("imagedata") {
            let link = data.value("id").flatMap { relationships[$0] }
            shape.kind = .picture(part: link.flatMap { $0.isExternal ? nil : $0.name })
            let altering = [
                "croptop", "cropbottom", "cropleft", "cropright", "gain", "blacklevel", "grayscale",
            ]
            shape.isAltered = altering.contains { data.attribute($0) != nil } || style["rotation"] != nil
            shape.title = shape.title ?? data.value("title")
        }
        shape.blocks = boxedBlocks(in: element, width: shape.width)
        if !shape.blocks.isEmpty || element.child("textbox") != nil { shape.kind = .textBox }
        return shape
    }

    /// Where nothing is said text goes through, before or behind by the order of the layers.
    private static func wrap(_ element: Element, _ style: [Substring: String]) -> Picture.Wrap {
        let wrap = element.child("wrap")
        switch wrap?.value("type") {
        case "topAndBottom"?: return .topAndBottom
        case "square"?, "tight"?, "through"?:
            switch wrap?.value("side") {
            case "left"?: return .beside(.left)
            case "right"?: return .beside(.right)
            case "largest"?: return .beside(.larger)
            default: return .beside(.both)
            }
        default: return .through(isBehind: style["z-index"]?.hasPrefix("-") == true)
        }
    }

    private static func distances(_ style: [Substring: String]) -> Edges<Length> {
        func distance(_ side: String, _ usual: Length) -> Length {
            length(style["mso-wrap-distance-\(side)"], scale: nil) ?? usual
        }
        let beside = Length.points(9)
        return Edges(
            top: distance("top", .zero), bottom: distance("bottom", .zero), left: distance("left", beside),
            right: distance("right", beside))
    }

    private static func distance(_ a: Substring, _ b: Substring, scale: Double?) -> Length? {
        guard let a = length(a, scale: scale), let b = length(b, scale: scale) else { return nil }
        return max(a, b) - min(a, b)
    }

    private func outline(of element: Element) -> Border? {
        let stroked = element.attribute("stroked")
        guard stroked != "f", stroked != "false" else { return nil }
        let name = element.attribute("strokecolor")?.split(separator: " ").first.map(String.init) ?? "black"
        let colour =
            Colour(hexadecimal: name) ?? WordTheme.highlights[name] ?? (name == "#000" ? .automatic : nil)
        return Border(
            style: element.child("stroke")?.attribute("dashstyle") ?? "solid",
            width: element.attribute("strokeweight").flatMap { Measure.length($0, bare: 12_700) }
                ?? .points(0.75), colour: colour)
    }
}
