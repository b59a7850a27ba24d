internal import OfficePackage
internal import XMLTree

/// A picture as a frame of OpenDocument.
extension Picture {
    private static let o = OpenDocumentNames.vocabulary
    static let folder = "Pictures/"

    /// `name` tells the frames of a document apart; `style` is that of `properties`.
    func openDocument(name: String, style: String) -> Element {
        let o = Self.o
        var attributes = [
            Vocabulary.Attribute("draw:style-name", style), Vocabulary.Attribute("draw:name", name),
            Vocabulary.Attribute("text:anchor-type", placement == .inLine ? "as-char" : "char"),
        ]
        if case .anchored(let anchor) = placement {
            for (attribute, axis) in [("svg:x", anchor.horizontal), ("svg:y", anchor.vertical)] {
                guard case .offset(let length) = axis.place else { continue }
                attributes.append(.init(attribute, OpenDocumentFormatting.length(length)))
            }
        }
        attributes.append(.init("svg:width", OpenDocumentFormatting.length(width)))
        attributes.append(.init("svg:height", OpenDocumentFormatting.length(height)))
        let image = o(
            "draw:image",
            [
                .init("xlink:href", Self.folder + media), .init("xlink:type", "simple"),
                .init("xlink:show", "embed"), .init("xlink:actuate", "onLoad"),
            ])
        let words = [("svg:title", title), ("svg:desc", description)].compactMap { name, text in
            text.map { o(name, [], text: $0) }
        }
        return o("draw:frame", attributes, [image] + words)
    }

    /// What the frame's style says.
    var properties: Element {
        let o = Self.o
        guard case .anchored(let anchor) = placement else {
            return o(
                "style:graphic-properties",
                [
                    .init("style:vertical-pos", "top"), .init("style:vertical-rel", "baseline"),
                    .init("fo:margin", "0mm"), .init("fo:padding", "0mm"), .init("fo:border", "none"),
                ])
        }
        let distances = anchor.distances
        var attributes = [
            ("fo:margin-left", distances.left), ("fo:margin-right", distances.right),
            ("fo:margin-top", distances.top), ("fo:margin-bottom", distances.bottom),
        ].map { Vocabulary.Attribute($0, OpenDocumentFormatting.length($1)) }
        attributes += anchor.wrap.openDocument.map { Vocabulary.Attribute($0, $1) }
        attributes += anchor.vertical.openDocument("vertical", ["from-top", "top", "middle", "bottom"])
        attributes += anchor.horizontal.openDocument("horizontal", ["from-left", "left", "center", "right"])
        attributes += [.init("fo:padding", "0mm"), .init("fo:border", "none")]
        return o("style:graphic-properties", attributes)
    }
}

extension Picture.Axis {
    fileprivate func openDocument(_ name: String, _ places: [String]) -> [Vocabulary.Attribute] {
        let names = name == "vertical" ? Picture.ReferenceNames.vertical : Picture.ReferenceNames.horizontal
        let reference = names.first { $0.reference == self.reference }?.openDocument.first ?? "page"
        let place =
            switch self.place {
            case .offset: places[0]
            case .start: places[1]
            case .centre: places[2]
            case .end: places[3]
            }
        return [.init("style:\(name)-pos", place), .init("style:\(name)-rel", reference)]
    }
}

extension Picture.Wrap {
    fileprivate var openDocument: [(String, String)] {
        switch self {
        case .topAndBottom: [("style:wrap", "none")]
        case .beside(let side):
            [
                ("style:wrap", Self.sides.first { $0.side == side }?.name ?? "parallel"),
                ("style:number-wrapped-paragraphs", "no-limit"),
            ]
        case .through(let isBehind):
            [("style:wrap", "run-through"), ("style:run-through", isBehind ? "background" : "foreground")]
        }
    }

    private static let sides: [(side: Side, name: String)] = [
        (.both, "parallel"), (.left, "left"), (.right, "right"), (.larger, "dynamic"), (.larger, "biggest"),
    ]

    /// What a frame's style calls it.
    init(openDocument name: String?, runThrough: String?) {
        switch name {
        case "run-through"?: self = .through(isBehind: runThrough == "background")
        case "none"?: self = .topAndBottom
        default: self = .beside(Self.sides.first { $0.name == name }?.side ?? .both)
        }
    }
}
