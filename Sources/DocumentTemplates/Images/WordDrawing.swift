internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// A picture as it stands in one place of a Word document.
struct WordDrawing {
    let relationship: String
    /// Of the SVG, where `relationship` is that of the PNG in its place.
    let vector: String?
    /// As it is seen.
    let size: PictureSize
    /// Clockwise, in degrees.
    var turn = 0
    let id: Int
    let description: String

    /// A picture of the data at its place, in a run of its own where the template has none there.
    static func element(of picture: PlacedPicture, at site: InsertionSite) throws(Failure) -> Element {
        let found = picture.found
        guard let shown = found.picture.kind == .svg ? found.fallback : found.picture else {
            throw Failure(.noFallback(picture.name, picture.words))
        }
        let generated = site.generated
        func relationship(to picture: Picture) -> String {
            generated.relationship(to: "/" + generated.entry(of: picture), .image, in: site.part)
        }
        let id = generated.nextDrawing()
        let drawing = WordDrawing(
            relationship: relationship(to: shown),
            vector: found.picture.kind == .svg ? relationship(to: found.picture) : nil, size: picture.size,
            turn: shown.turn, id: id, description: picture.description)
        let surroundings = site.context.surroundings
        if let placeholder = surroundings.placeholder { return drawing.replacing(placeholder) }
        return .word("r", [:], surroundings.formatting + [drawing.inline])
    }

    private static let vectors = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

    /// Before it is turned.
    private var drawn: PictureSize {
        turn % 180 == 0 ? size : PictureSize(width: size.height, height: size.width)
    }
    private var width: String { WordDrawing.units(drawn.width) }
    private var height: String { WordDrawing.units(drawn.height) }

    /// How much more room it takes at either side, and above and below, because it is turned.
    private var overhang: (across: String, down: String) {
        let half = [size.width - drawn.width, size.height - drawn.height].map {
            "\(Int(($0 / 2 * 36000).rounded()))"
        }
        return (half[0], half[1])
    }

    /// In sixty thousandths of a degree.
    private var rotation: Int { turn * 60_000 }

    /// English metric units, of which a millimetre has 36,000.
    private static func units(_ millimetres: Double) -> String {
        "\(Int((millimetres.onPage * 36000).rounded()))"
    }

    /// A picture in the line.
    var inline: Element {
        let name = "Picture \(id)"
        let extent = Element.plain("a:ext", ["cx": width, "cy": height])
        var picture = Element.plain(
            "pic:pic", [:],
            [
                .plain(
                    "pic:nvPicPr", [:],
                    [
                        .plain("pic:cNvPr", ["id": "\(id)", "name": name, "descr": description]),
                        .plain("pic:cNvPicPr"),
                    ]),
                .plain(
                    "pic:blipFill", [:],
                    [blip(.plain("a:blip")), .plain("a:stretch", [:], [.plain("a:fillRect")])]),
                .plain(
                    "pic:spPr", [:],
                    [
                        .plain(
                            "a:xfrm", turn == 0 ? [:] : ["rot": "\(rotation)"],
                            [.plain("a:off", ["x": "0", "y": "0"]), extent]),
                        .plain("a:prstGeom", ["prst": "rect"], [.plain("a:avLst")]),
                    ]),
            ])
        picture.declare("pic", WordNames.picture)
        var locks = Element.plain("a:graphicFrameLocks", ["noChangeAspect": "1"])
        locks.declare("a", WordNames.drawing)
        return inline(name: name, graphic: picture, uri: WordNames.picture, locks: [locks])
    }

    /// Something drawn in the line; the address tells what it is.
    func inline(name: String, graphic content: Element, uri: String, locks: [Element]) -> Element {
        var graphic = Element.plain("a:graphic", [:], [.plain("a:graphicData", ["uri": uri], [content])])
        graphic.declare("a", WordNames.drawing)
        return .plain(
            "w:drawing", [:],
            [
                .plain(
                    "wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"],
                    [
                        .plain("wp:extent", ["cx": width, "cy": height]),
                        .plain(
                            "wp:effectExtent",
                            [
                                "l": overhang.across, "t": overhang.down, "r": overhang.across,
                                "b": overhang.down,
                            ]), .plain("wp:docPr", ["id": "\(id)", "name": name, "descr": description]),
                        .plain("wp:cNvGraphicFramePr", [:], locks), graphic,
                    ])
            ])
    }

    /// The template's picture with this one in it.
    func replacing(_ element: Element) -> Element {
        var result = element
        func set(_ local: String, _ value: String) {
            if let place = result.attributes.firstIndex(where: {
                $0.name.local == local && $0.name.prefix.isEmpty
            }) {
                result.attributes[place].value = value
            } else {
                result.attributes.append(.init(QualifiedName(local: local), value))
            }
        }
        switch element.name.local {
        case "extent":
            set("cx", width)
            set("cy", height)
        case "ext" where element.attribute("cx") != nil:
            set("cx", width)
            set("cy", height)
        case "effectExtent" where turn != 0:
            for edge in ["l", "r"] { set(edge, overhang.across) }
            for edge in ["t", "b"] { set(edge, overhang.down) }
        case "xfrm" where turn != 0:
            let own = element.attribute("rot").flatMap { Int($0) } ?? 0
            set("rot", "\((own + rotation) % 21_600_000)")
        case "docPr", "cNvPr":
            set("id", "\(id)")
            set("descr", description)
            result.attributes.removeAll { $0.name.local == "title" }
        case "blip": return blip(element)
        default: break
        }
        // A crop was meant for the other picture.
        result.children = result.children.compactMap { child in
            guard case .element(let inner) = child else { return child }
            return inner.name.local == "srcRect" ? nil : .element(replacing(inner))
        }
        return result
    }

    private func blip(_ element: Element) -> Element {
        var blip = element
        blip.attributes.removeAll { ["embed", "link"].contains($0.name.local) }
        blip.attributes.insert(.init(QualifiedName(written: "r:embed"), relationship), at: 0)
        blip.children = blip.elements.filter { $0.name.local != "extLst" }.map { .element($0) }
        guard let vector else { return blip }
        var vectorBlip = Element.plain("asvg:svgBlip", ["r:embed": vector])
        vectorBlip.declare("asvg", WordDrawing.vectors)
        var prefix = element.name.prefix
        prefix = prefix.isEmpty ? "" : prefix + ":"
        let uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
        blip.children.append(
            .element(.plain(prefix + "extLst", [:], [.plain(prefix + "ext", ["uri": uri], [vectorBlip])])))
        return blip
    }

    /// The size of the frame that a picture of the template stands in.
    static func frame(of drawing: Element) -> PictureSize? {
        guard let extent = drawing.elements.first?.child("extent"),
            let width = extent.attribute("cx")?.writtenMeasure,
            let height = extent.attribute("cy")?.writtenMeasure, width > 0, height > 0
        else { return nil }
        return PictureSize(width: width / 36000, height: height / 36000)
    }
}
