internal import Container
internal import OfficePackage
internal import XMLTree

/// Frames, drawn figures and lines.
extension OpenDocumentReader {
    mutating func inlineShape(_ element: Element, into line: inout OpenDocumentInline) {
        for shape in shapes(element) {
            line.add(.shape(line.shapes.count))
            line.shapes.append(shape)
        }
    }

    private mutating func shapes(_ element: Element) -> [ReadShape] {
        switch element.name.local {
        case "a": return children(of: element) { reader, child in reader.shapes(child) }.flatMap { $0 }
        case "g":
            var shapes = children(of: element) { reader, child in reader.shapes(child) }.flatMap { $0 }
            for index in shapes.indices { shapes[index].isGrouped = true }
            return shapes
        case "frame": return [frame(element)]
        case "line", "connector", "custom-shape", "rect", "polyline", "path", "polygon", "ellipse", "circle":
            return [figure(element)]
        default:
            skip(element)
            return []
        }
    }

    private func length(_ text: String?) -> Length? { text.flatMap { Measure.length($0) } }

    private mutating func frame(_ element: Element) -> ReadShape {
        var shape = started(element, kind: .figure("frame"))
        for (index, node) in element.children.enumerated() {
            guard case .element(let child) = node else { continue }
            path.append(index)
            switch child.name.local {
            case "image":
                let target = child.attribute("href", in: OpenDocumentNames.xlink) ?? ""
                let name = target.hasPrefix("./") ? String(target.dropFirst(2)) : target
                let part = shelf.source.contains(name) ? name : nil
                // A drawing of vectors has a picture of points beside it that everybody shows.
                if case .picture(let other) = shape.kind, let other, !other.hasSuffix(".svg") || part == nil {
                } else {
                    shape.kind = .picture(part: part)
                }
                skip(child)
            case "text-box":
                shape.kind = .textBox
                shape.height = shape.height ?? length(child.fo("min-height"))
                shape.blocks += boxed(child, width: shape.width)
            case "object", "object-ole":
                if case .figure = shape.kind { shape.kind = .figure("object") }
                shape.isObject = true
                skip(child)
            default: skip(child)
            }
            path.removeLast()
        }
        return shape
    }

    private mutating func boxed(_ element: Element, width inner: Length?) -> [ReadBlock] {
        let (outerWidth, outerCells, outerLists) = (width, cells, lists)
        (width, lists) = (inner, [])
        defer { (width, cells, lists) = (outerWidth, outerCells, outerLists) }
        return blocks(of: element)
    }

    private mutating func figure(_ element: Element) -> ReadShape {
        let local = element.name.local
        var shape = started(element, kind: .figure(local))
        if local == "line" || local == "connector" {
            shape.kind = .line
            if let x1 = length(element.svg("x1")), let x2 = length(element.svg("x2")) {
                shape.width = max(x1, x2) - min(x1, x2)
            }
            if let y1 = length(element.svg("y1")), let y2 = length(element.svg("y2")) {
                shape.height = max(y1, y2) - min(y1, y2)
            }
        }
        let type = element.child("enhanced-geometry", in: OpenDocumentNames.draw)?.draw("type") ?? ""
        if local == "custom-shape" {
            shape.kind = .figure(type.isEmpty ? local : type)
            if type == "line" || type.contains("mso-spt32") || type.contains("mso-spt20")
                || type.contains("onnector")
            {
                shape.kind = .line
            }
        }
        shape.blocks = boxed(element, width: shape.width)
        if shape.blocks.contains(where: { block in
            if case .paragraph(let paragraph) = block { !paragraph.text.isEmpty } else { true }
        }) {
            shape.kind = .textBox
        } else if shape.kind == .line {
            shape.blocks = []
        }
        return shape
    }

    private func started(_ element: Element, kind: ReadShape.Kind) -> ReadShape {
        let graphic = styles.properties(
            "graphic-properties", of: element.draw("style-name"), family: "graphic")
        func last(_ value: (Element) -> String?) -> String? { OpenDocumentStyleSheet.last(graphic, value) }
        var outline: Border?
        let stroke = last { $0.draw("stroke") }
        if let stroke, stroke != "none" {
            outline = Border(
                style: stroke, width: length(last { $0.svg("stroke-width") }),
                colour: last { $0.svg("stroke-color") }.flatMap(Colour.init(hexadecimal:)))
        }
        let anchor = element.text("anchor-type")
        var position: ReadShape.Position?
        if anchor != "as-char" {
            position = ReadShape.Position(
                horizontal: .init(
                    reference: last { $0.style("horizontal-rel") },
                    offset: length(element.svg("x") ?? element.svg("x1")),
                    alignment: last { $0.style("horizontal-pos") }),
                vertical: .init(
                    reference: last { $0.style("vertical-rel") },
                    offset: length(element.svg("y") ?? element.svg("y1")),
                    alignment: last { $0.style("vertical-pos") }),
                wrap: Picture.Wrap(
                    openDocument: last { $0.style("wrap") }, runThrough: last { $0.style("run-through") }),
                distances: distances(graphic))
            if anchor == "page" {
                position?.page = element.text("anchor-page-number").flatMap { Int($0) } ?? 1
            }
        }
        let title = element.child("title", in: OpenDocumentNames.svg)?.text
        return ReadShape(
            kind: kind, width: length(element.svg("width")), height: length(element.svg("height")),
            outline: outline, path: path, description: title ?? element.draw("name"), position: position,
            title: title, alternativeText: element.child("desc", in: OpenDocumentNames.svg)?.text,
            isAltered: Self.isAltered(element, graphic))
    }

    private func distances(_ graphic: [Element]) -> Edges<Length> {
        func distance(_ side: String) -> Length {
            length(OpenDocumentStyleSheet.last(graphic) { $0.fo("margin-\(side)") ?? $0.fo("margin") })
                ?? .zero
        }
        return Edges(
            top: distance("top"), bottom: distance("bottom"), left: distance("left"), right: distance("right")
        )
    }

    private static func isAltered(_ element: Element, _ graphic: [Element]) -> Bool {
        let clip = OpenDocumentStyleSheet.last(graphic) { $0.fo("clip") } ?? "auto"
        let isCut = clip.hasPrefix("rect") && clip.contains { ("1"..."9").contains($0) }
        let mirror = OpenDocumentStyleSheet.last(graphic) { $0.style("mirror") } ?? "none"
        let mode = OpenDocumentStyleSheet.last(graphic) { $0.draw("color-mode") } ?? "standard"
        return isCut || mirror != "none" || mode != "standard"
            || element.draw("transform")?.contains("rotate") == true
    }
}
