internal import OfficePackage
internal import XMLTree

/// DrawingML: pictures, text boxes, figures and lines.
extension WordReader {
    mutating func drawingShapes(_ element: Element) -> [ReadShape] {
        var shapes: [ReadShape] = []
        for (index, node) in element.children.enumerated() {
            guard case .element(let frame) = node else { continue }
            path.append(index)
            shapes += framedShapes(frame)
            path.removeLast()
        }
        return shapes
    }

    private mutating func framedShapes(_ frame: Element) -> [ReadShape] {
        let extent = frame.child("extent")
        let properties = frame.child("docPr")
        var position: ReadShape.Position?
        if frame.name.local == "anchor" {
            position = ReadShape.Position(
                horizontal: Self.axis(frame.child("positionH")),
                vertical: Self.axis(frame.child("positionV")), wrap: Picture.Wrap(word: frame),
                distances: Self.distances(frame))
        }
        let context = Frame(
            width: extent?.value("cx").flatMap(Measure.metricUnits),
            height: extent?.value("cy").flatMap(Measure.metricUnits), position: position,
            description: properties?.value("descr") ?? properties?.value("name"),
            title: properties?.value("title"), alternativeText: properties?.value("descr"))
        return figures(in: frame, context, scale: (1, 1), isGrouped: false)
    }

    struct Frame {
        let width: Length?
        let height: Length?
        let position: ReadShape.Position?
        let description: String?
        let title: String?
        let alternativeText: String?
    }

    private static func distances(_ anchor: Element) -> Edges<Length> {
        func distance(_ name: String) -> Length { anchor.value(name).flatMap(Measure.metricUnits) ?? .zero }
        return Edges(
            top: distance("distT"), bottom: distance("distB"), left: distance("distL"),
            right: distance("distR"))
    }

    private static func axis(_ element: Element?) -> ReadShape.Position.Axis {
        ReadShape.Position.Axis(
            reference: element?.value("relativeFrom"),
            offset: element?.child("posOffset").flatMap { Measure.metricUnits($0.text) },
            alignment: element?.child("align")?.text)
    }

    /// The figures under an element; `scale` turns a group's own units into those of the page.
    private mutating func figures(
        in element: Element, _ frame: Frame, scale: (x: Double, y: Double), isGrouped: Bool
    ) -> [ReadShape] {
        var shapes: [ReadShape] = []
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.name.local {
            case "wsp", "cxnSp": shapes.append(figure(child, frame, scale: scale, isGrouped: isGrouped))
            case "pic": shapes.append(picture(child, frame, scale: scale, isGrouped: isGrouped))
            case "wgp", "grpSp", "wpc":
                let inner = Self.scale(ofGroup: child, frame, within: scale, isGrouped: isGrouped)
                shapes += figures(in: child, frame, scale: inner, isGrouped: true)
            case "chart", "relIds":
                shapes.append(
                    ReadShape(
                        kind: .figure(child.name.local == "chart" ? "chart" : "diagram"), width: frame.width,
                        height: frame.height, path: path, description: frame.description,
                        position: frame.position))
            default: shapes += figures(in: child, frame, scale: scale, isGrouped: isGrouped)
            }
            path.removeLast()
        }
        return shapes
    }

    private static func scale(
        ofGroup group: Element, _ frame: Frame, within outer: (x: Double, y: Double), isGrouped: Bool
    ) -> (x: Double, y: Double) {
        guard let transform = group.child("grpSpPr")?.child("xfrm") else { return outer }
        func ratio(_ attribute: String, _ whole: Length?, _ factor: Double) -> Double {
            let own = transform.child("ext")?.value(attribute).flatMap { Double($0) }
            let inside = transform.child("chExt")?.value(attribute).flatMap { Double($0) }
            guard let inside, inside > 0 else { return factor }
            let outside = isGrouped ? own.map { $0 * factor } : whole.map { Double($0.metricUnits) } ?? own
            return (outside ?? inside) / inside
        }
        return (ratio("cx", frame.width, outer.x), ratio("cy", frame.height, outer.y))
    }

    private static func size(
        _ properties: Element?, _ frame: Frame, _ scale: (x: Double, y: Double), isGrouped: Bool
    ) -> (Length?, Length?) {
        let extent = properties?.child("xfrm")?.child("ext")
        guard isGrouped else {
            return (
                frame.width ?? extent?.value("cx").flatMap(Measure.metricUnits),
                frame.height ?? extent?.value("cy").flatMap(Measure.metricUnits)
            )
        }
        func side(_ attribute: String, _ factor: Double) -> Length? {
            extent?.value(attribute).flatMap { Double($0) }.flatMap {
                Measure.length(metricUnits: $0 * factor)
            }
        }
        return (side("cx", scale.x), side("cy", scale.y))
    }

    private mutating func figure(
        _ element: Element, _ frame: Frame, scale: (x: Double, y: Double), isGrouped: Bool
    ) -> ReadShape {
        let properties = element.child("spPr")
        let preset = properties?.child("prstGeom")?.value("prst")
        let (across, down) = Self.size(properties, frame, scale, isGrouped: isGrouped)
        let isLine = preset == "line" || preset?.contains("Connector") == true
        var shape = ReadShape(
            kind: isLine ? .line : .figure(preset ?? (properties?.child("custGeom") == nil ? "?" : "custom")),
            width: across, height: down,
            outline: outline(properties?.child("ln"), style: element.child("style")), path: path,
            description: frame.description, position: frame.position)
        shape.blocks = boxedBlocks(in: element, width: across)
        if !shape.blocks.isEmpty || element.child("txbx") != nil { shape.kind = .textBox }
        return shape
    }

    /// The text of a box, whose width is all that its paragraphs have.
    mutating func boxedBlocks(in element: Element, width inner: Length?) -> [ReadBlock] {
        let (outerWidth, outerStyles, outerCells, outerFields) = (width, tableStyles, cells, fields)
        width = inner
        tableStyles.append(nil)
        fields = []
        defer { (width, tableStyles, cells, fields) = (outerWidth, outerStyles, outerCells, outerFields) }
        return textContent(in: element)
    }

    private mutating func textContent(in element: Element) -> [ReadBlock] {
        children(of: element) { reader, child in
            if child.isWord("txbxContent") { return reader.blocks(of: child) }
            if child.isWord("p") { return reader.block(child) }
            return reader.textContent(in: child)
        }.flatMap { $0 }
    }

    private func outline(_ line: Element?, style: Element?) -> Border? {
        if line?.child("noFill") != nil { return nil }
        let reference = style?.child("lnRef")
        guard line != nil || reference.map({ $0.value("idx") != "0" }) == true else { return nil }
        let colour =
            line?.child("solidFill").flatMap(theme.drawingColour) ?? reference.flatMap(theme.drawingColour)
        return Border(
            style: line?.child("prstDash")?.value("val") ?? "solid",
            width: line?.value("w").flatMap(Measure.metricUnits), colour: colour)
    }

    private func picture(_ element: Element, _ frame: Frame, scale: (x: Double, y: Double), isGrouped: Bool)
        -> ReadShape
    {
        let (across, down) = Self.size(element.child("spPr"), frame, scale, isGrouped: isGrouped)
        let link = element.child("blipFill")?.child("blip")?.value("embed").flatMap { relationships[$0] }
        return ReadShape(
            kind: .picture(part: link.flatMap { $0.isExternal ? nil : $0.name }), width: across, height: down,
            path: path, description: frame.description, position: frame.position, title: frame.title,
            alternativeText: frame.alternativeText, isAltered: Self.isAltered(element), isGrouped: isGrouped)
    }

    private static func isAltered(_ picture: Element) -> Bool {
        let transform = picture.child("spPr")?.child("xfrm")
        let fill = picture.child("blipFill")
        let crop = fill?.child("srcRect")?.attributes ?? []
        let effects = fill?.child("blip")?.elements.filter { $0.name.local != "extLst" } ?? []
        return crop.contains { $0.value != "0" && $0.value != "0%" } || !effects.isEmpty
            || ["rot", "flipH", "flipV"].contains { !["0", "false"].contains(transform?.value($0) ?? "0") }
    }
}
