internal import OfficePackage
internal import XMLTree

/// A picture as DrawingML.
extension Picture {
    private static let w = WordNames.vocabulary

    /// `number` tells the drawings of a document apart; `link` is the relationship with the picture's file.
    func word(number: Int, link: String) -> Element {
        let w = Self.w
        let name = "Hình \(number)"
        let extent = [
            Vocabulary.Attribute("cx", String(width.metricUnits)),
            Vocabulary.Attribute("cy", String(height.metricUnits)),
        ]
        var properties = [Vocabulary.Attribute("id", String(number)), Vocabulary.Attribute("name", name)]
        properties += .ifPresent("descr", description)
        var locks = w("a:graphicFrameLocks", [.init("noChangeAspect", "1")])
        locks.declare("a", WordNames.drawing)
        let size = [w("wp:extent", extent), w("wp:effectExtent", Self.attributes(["l", "t", "r", "b"]))]
        let content = [
            w("wp:docPr", properties + .ifPresent("title", title)), w("wp:cNvGraphicFramePr", [], [locks]),
            graphic(link: link, extent, properties),
        ]
        var frame: Element
        switch placement {
        case .inLine:
            frame = w("wp:inline", Self.attributes(["distT", "distB", "distL", "distR"]), size + content)
        case .anchored(let anchor): frame = anchor.word(number: number, size, content)
        }
        frame.declare("wp", WordNames.placedDrawing(beside: WordNames.main))
        return w("w:drawing", [], [frame])
    }

    fileprivate static func attributes(_ names: [String]) -> [Vocabulary.Attribute] {
        names.map { .init($0, "0") }
    }

    private func graphic(link: String, _ extent: [Vocabulary.Attribute], _ names: [Vocabulary.Attribute])
        -> Element
    {
        let w = Self.w
        let shape = [
            w("a:xfrm", [], [w("a:off", Self.attributes(["x", "y"])), w("a:ext", extent)]),
            w("a:prstGeom", [.init("prst", "rect")], [w("a:avLst")]),
        ]
        var picture = w(
            "pic:pic", [],
            [
                w("pic:nvPicPr", [], [w("pic:cNvPr", names), w("pic:cNvPicPr")]),
                w(
                    "pic:blipFill", [],
                    [w("a:blip", [.init("r:embed", link)]), w("a:stretch", [], [w("a:fillRect")])]),
                w("pic:spPr", [], shape),
            ])
        picture.declare("pic", WordNames.picture)
        var graphic = w("a:graphic", [], [w("a:graphicData", [.init("uri", WordNames.picture)], [picture])])
        graphic.declare("a", WordNames.drawing)
        return graphic
    }
}

extension Picture.Anchor {
    private static let w = WordNames.vocabulary

    fileprivate func word(number: Int, _ size: [Element], _ content: [Element]) -> Element {
        let w = Self.w
        let distances = [
            ("distT", self.distances.top), ("distB", self.distances.bottom), ("distL", self.distances.left),
            ("distR", self.distances.right),
        ].map { Vocabulary.Attribute($0, String(max(0, $1.metricUnits))) }
        let isBehind = wrap == .through(isBehind: true)
        let switches = [
            ("simplePos", "0"), ("relativeHeight", String(number)), ("behindDoc", isBehind ? "1" : "0"),
            ("locked", "0"), ("layoutInCell", "1"), ("allowOverlap", "1"),
        ].map { Vocabulary.Attribute($0, $1) }
        let place = [
            w("wp:simplePos", Picture.attributes(["x", "y"])),
            horizontal.word("wp:positionH", Picture.ReferenceNames.horizontal, ["left", "center", "right"]),
            vertical.word("wp:positionV", Picture.ReferenceNames.vertical, ["top", "center", "bottom"]),
        ]
        return w("wp:anchor", distances + switches, place + size + [wrap.word] + content)
    }
}

extension Picture.Axis {
    fileprivate func word(_ name: String, _ names: [Picture.ReferenceNames], _ alignments: [String])
        -> Element
    {
        let w = WordNames.vocabulary
        let reference = names.first { $0.reference == self.reference }?.word.first ?? "page"
        let place =
            switch self.place {
            case .offset(let length): w("wp:posOffset", [], text: String(length.metricUnits))
            case .start: w("wp:align", [], text: alignments[0])
            case .centre: w("wp:align", [], text: alignments[1])
            case .end: w("wp:align", [], text: alignments[2])
            }
        return w(name, [.init("relativeFrom", reference)], [place])
    }
}

extension Picture.Wrap {
    fileprivate var word: Element {
        let w = WordNames.vocabulary
        return switch self {
        case .topAndBottom: w("wp:wrapTopAndBottom")
        case .through: w("wp:wrapNone")
        case .beside(let side): w("wp:wrapSquare", [.init("wrapText", side.word)])
        }
    }

    /// The element by which an anchor says how text goes around; text goes through where there is none.
    init(word anchor: Element) {
        self = .through(isBehind: ["1", "true", "on"].contains(anchor.value("behindDoc") ?? ""))
        for child in anchor.elements {
            switch child.name.local {
            case "wrapTopAndBottom": self = .topAndBottom
            case "wrapSquare", "wrapTight", "wrapThrough":
                let side = child.value("wrapText") ?? ""
                self = .beside(Side.allCases.first { $0.word == side } ?? .both)
            default: break
            }
        }
    }
}

extension Picture.Wrap.Side {
    fileprivate var word: String {
        switch self {
        case .both: "bothSides"
        case .left: "left"
        case .right: "right"
        case .larger: "largest"
        }
    }
}
