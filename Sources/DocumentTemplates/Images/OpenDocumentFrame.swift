internal import OfficePackage
internal import XMLTree

/// A picture as it stands in one place of an OpenDocument text.
struct OpenDocumentFrame {
    /// What the frame shows.
    let content: Element
    /// As it is seen.
    let size: PictureSize
    /// Clockwise, in degrees.
    var turn = 0
    let description: String

    /// A picture of the data at its place.
    static func element(of picture: PlacedPicture, at site: InsertionSite) -> Element {
        let frame = OpenDocumentFrame(
            content: image(site.generated.entry(of: picture.found.picture)), size: picture.size,
            turn: picture.found.picture.turn, description: picture.description)
        if let placeholder = site.context.surroundings.placeholder { return frame.replacing(placeholder) }
        return frame.inline(style: site.context.styleNames?.picture ?? "")
    }

    private static func image(_ entry: String) -> Element {
        .plain(
            "draw:image",
            ["xlink:href": entry, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"])
    }

    /// Before it is turned.
    private var drawn: PictureSize {
        turn % 180 == 0 ? size : PictureSize(width: size.height, height: size.width)
    }

    /// What turns it around its upper left corner, and puts it back to where that was.
    private func transform(at place: (x: Double, y: Double)?) -> String {
        let radians = ["-1.5707963267949", "3.14159265358979", "1.5707963267949"][turn / 90 - 1]
        guard let place else { return "rotate(\(radians))" }
        let x = turn == 270 ? place.x : place.x + size.width
        let y = turn == 90 ? place.y : place.y + size.height
        let lengths = [x, y].map { "\(($0 * 100).rounded() / 100)mm" }
        return "rotate(\(radians)) translate(\(lengths[0]) \(lengths[1]))"
    }

    private static func length(_ millimetres: Double) -> String {
        "\((millimetres.onPage * 100).rounded() / 100)mm"
    }

    /// A picture in the line.
    func inline(style: String) -> Element {
        var frame = Element.plain(
            "draw:frame",
            [
                "draw:style-name": style, "text:anchor-type": "as-char",
                "svg:width": OpenDocumentFrame.length(drawn.width),
                "svg:height": OpenDocumentFrame.length(drawn.height),
            ], [content, Element.plain("svg:desc").holding(description)])
        if turn != 0 {
            frame.attributes.append(.init(QualifiedName(written: "draw:transform"), transform(at: nil)))
        }
        return frame
    }

    /// The template's frame with this picture in it.
    func replacing(_ frame: Element) -> Element {
        var result = frame
        var dropped = ["width", "height", "rel-width", "rel-height", "name", "id"]
        if turn != 0 { dropped += ["x", "y", "transform"] }
        result.attributes.removeAll { dropped.contains($0.name.local) }
        if turn != 0 {
            let place = frame.value("x").flatMap(millimetres).flatMap { x in
                frame.value("y").flatMap(millimetres).map { y in (x, y) }
            }
            result.attributes.append(.init(QualifiedName(written: "draw:transform"), transform(at: place)))
        }
        result.attributes += [
            .init(QualifiedName(written: "svg:width"), OpenDocumentFrame.length(drawn.width)),
            .init(QualifiedName(written: "svg:height"), OpenDocumentFrame.length(drawn.height)),
        ]
        let gone = ["image", "object", "title", "desc"]
        result.children =
            [.element(content)]
            + result.elements.filter { !gone.contains($0.name.local) }.map { .element($0) } + [
                .element(Element.plain("svg:desc").holding(description))
            ]
        return result
    }

    /// The size of a frame of the template.
    static func frame(of frame: Element) -> PictureSize? {
        guard let width = frame.value("width").flatMap(millimetres),
            let height = frame.value("height").flatMap(millimetres), width > 0, height > 0
        else { return nil }
        return PictureSize(width: width, height: height)
    }
}
