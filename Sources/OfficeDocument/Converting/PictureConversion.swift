internal import Container
internal import OfficePackage

/// Pictures, whose files are taken over as they are.
struct PictureFiles {
    private let archive: Archive?
    /// The media of the new document, by the entry they come from; nil for what is no picture.
    private var known: [String: Media?] = [:]
    private(set) var all: [Media] = []

    init(of archive: Archive?) { self.archive = archive }

    /// The picture in an entry; nil for one that is not there, is damaged, or that one of the word processors does not show.
    mutating func media(in entry: String) -> Media? {
        if let known = known[entry] { return known }
        var media: Media?
        if let bytes = try? archive?.contents(of: entry), let format = PictureFormat(recognising: bytes),
            format != .svg
        {
            media = Media(number: all.count + 1, format, bytes: bytes)
        }
        known[entry] = .some(media)
        if let media { all.append(media) }
        return media
    }
}

extension Conversion {
    /// The picture that a shape is; nil for other shapes, and for one whose file cannot be had.
    mutating func picture(_ shape: ReadShape) -> Picture? {
        guard case .picture(let entry?) = shape.kind, !shape.isGrouped, let width = shape.width,
            let height = shape.height, width > .zero, height > .zero, let media = pictures.media(in: entry)
        else { return nil }
        return Picture(
            media: media.name, width: width, height: height, title: shape.title,
            description: shape.alternativeText, placement: shape.placement.value)
    }

    /// The picture as a piece of its paragraph, with what of it is not kept.
    mutating func picturePiece(of shape: ReadShape, in paragraph: ReadParagraph) -> Run.Piece? {
        guard let picture = picture(shape) else { return nil }
        let name = shape.description ?? ""
        if shape.isAltered { losses.add(.pictureLook, at: paragraph.place, paragraph.text, name) }
        if shape.isObject { losses.add(.object, at: paragraph.place, paragraph.text, name) }
        if !shape.placement.isExact { losses.add(.picturePlace, at: paragraph.place, paragraph.text, name) }
        return .picture(picture)
    }
}

extension ReadShape {
    /// Where the picture is to stand, and whether that is where it stood.
    fileprivate var placement: (value: Picture.Placement, isExact: Bool) {
        guard let position else { return (.inLine, true) }
        let horizontal = position.horizontal.axis(by: Picture.ReferenceNames.horizontal)
        let vertical = position.vertical.axis(by: Picture.ReferenceNames.vertical)
        let usual = Picture.Axis(reference: .surroundings, place: .offset(.zero))
        let anchor = Picture.Anchor(
            horizontal: horizontal ?? usual, vertical: vertical ?? usual, wrap: position.wrap,
            distances: position.distances)
        return (.anchored(anchor), horizontal != nil && vertical != nil && (position.page ?? 1) == 1)
    }
}

extension ReadShape.Position.Axis {
    private var isUpperMargin: Bool { reference == "topMargin" || reference == "top-margin-area" }

    /// The same in terms of both formats; nil where one of them cannot say it.
    func axis(by names: [Picture.ReferenceNames]) -> Picture.Axis? {
        var known: Picture.Reference? = .surroundings
        if let reference {
            known =
                names.first { $0.word.contains(reference) || $0.openDocument.contains(reference) }?.reference
            // Its upper edge is the page's.
            if isUpperMargin, alignment ?? "top" == "top" || offset != nil { known = .page }
        }
        guard let known else { return nil }
        switch alignment {
        case "left"?, "top"?: return Picture.Axis(reference: known, place: .start)
        case "center"?, "middle"?: return Picture.Axis(reference: known, place: .centre)
        case "right"?, "bottom"?: return Picture.Axis(reference: known, place: .end)
        case "from-left"?, "from-top"?, "absolute"?, nil:
            return offset.map { Picture.Axis(reference: known, place: .offset($0)) }
        default: return nil
        }
    }
}
