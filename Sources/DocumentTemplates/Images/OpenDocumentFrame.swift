internal import OfficePackage
internal import XMLTree

/// A picture as it stands in one place of an OpenDocument text.
struct OpenDocumentFrame {
    /// What the frame shows.
    let content: Element
    let size: PictureSize
    let description: String

    /// A picture of the data at its place.
    static func element(of picture: PlacedPicture, at site: InsertionSite) -> Element {
        let frame = OpenDocumentFrame(
            content: image(site.generated.entry(of: picture.found.picture)), size: picture.size,
            description: picture.description)
        if let placeholder = site.context.surroundings.placeholder { return frame.replacing(placeholder) }
        return frame.inline(style: site.context.styleNames?.picture ?? "")
    }

    private static func image(_ entry: String) -> Element {
        .plain(
            "draw:image",
            ["xlink:href": entry, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"])
    }

    private static func length(_ millimetres: Double) -> String {
        "\((millimetres.onPage * 100).rounded() / 100)mm"
    }

    /// A picture in the line.
    func inline(style: String) -> Element {
        .plain(
            "draw:frame",
            [
                "draw:style-name": style, "text:anchor-type": "as-char",
                "svg:width": OpenDocumentFrame.length(size.width),
                "svg:height": OpenDocumentFrame.length(size.height),
            ], [content, Element.plain("svg:desc").holding(description)])
    }

    /// The template's frame with this picture in it.
    func replacing(_ frame: Element) -> Element {
        var result = frame
        let dropped = ["width", "height", "rel-width", "rel-height", "name", "id"]
        result.attributes.removeAll { dropped.contains($0.name.local) }
        result.attributes += [
            .init(QualifiedName(written: "svg:width"), OpenDocumentFrame.length(size.width)),
            .init(QualifiedName(written: "svg:height"), OpenDocumentFrame.length(size.height)),
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
