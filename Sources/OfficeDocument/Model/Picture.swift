internal import Container
package import OfficePackage

/// A picture in the text.
package struct Picture: Hashable, Sendable {
    /// The name of its file among the document's media.
    package var media: String
    package var width: Length
    package var height: Length
    package var title: String?
    /// What it shows, for those who cannot see it.
    package var description: String?
    package var placement: Placement

    package enum Placement: Hashable, Sendable {
        /// It stands in its line like a letter.
        case inLine
        case anchored(Anchor)
    }

    /// Where a picture stands that floats, and how text goes around it.
    package struct Anchor: Hashable, Sendable {
        package var horizontal: Axis
        package var vertical: Axis
        package var wrap: Wrap
        /// How far text keeps away from it.
        package var distances: Edges<Length>
    }

    package struct Axis: Hashable, Sendable {
        package var reference: Reference
        package var place: Place

        package enum Place: Hashable, Sendable {
            case offset(Length)
            /// At the left or upper edge.
            case start
            case centre
            case end
        }
    }

    /// What a place is measured from.
    package enum Reference: Hashable, Sendable {
        case page
        /// The page within its margins.
        case text
        /// The column across, the paragraph down.
        case surroundings
        /// The character across, the line down.
        case character
        case leftMargin
        case rightMargin
    }

    package enum Wrap: Hashable, Sendable {
        case topAndBottom
        case beside(Side)
        /// Text takes no notice of it.
        case through(isBehind: Bool)

        package enum Side: Hashable, Sendable, CaseIterable { case both, left, right, larger }
    }
}

/// The file of a picture.
package struct Media: Hashable, Sendable {
    /// Such as `image1.png`.
    package var name: String
    package var format: PictureFormat
    package var bytes: [UInt8]

    package init(number: Int, _ format: PictureFormat, bytes: [UInt8]) {
        name = "image\(number).\(format.fileExtension)"
        self.format = format
        self.bytes = bytes
    }

    /// The file as a part with this name.
    func part(in folder: String) -> Part {
        Part(folder + name, bytes: bytes, compression: format.isCompressed ? .stored : .deflated)
    }
}

extension Picture {
    /// What the file formats call what a place is measured from; the first name of each is written.
    struct ReferenceNames {
        let reference: Reference
        let word: [String]
        let openDocument: [String]

        static let horizontal = [
            ReferenceNames(reference: .page, word: ["page"], openDocument: ["page"]),
            ReferenceNames(reference: .text, word: ["margin"], openDocument: ["page-content"]),
            ReferenceNames(
                reference: .surroundings, word: ["column", "text"],
                openDocument: ["paragraph", "frame", "frame-content"]),
            ReferenceNames(reference: .character, word: ["character", "char"], openDocument: ["char"]),
            ReferenceNames(
                reference: .leftMargin, word: ["leftMargin", "left-margin-area"],
                openDocument: ["page-start-margin"]),
            ReferenceNames(
                reference: .rightMargin, word: ["rightMargin", "right-margin-area"],
                openDocument: ["page-end-margin"]),
        ]

        static let vertical = [
            ReferenceNames(reference: .page, word: ["page"], openDocument: ["page"]),
            ReferenceNames(reference: .text, word: ["margin"], openDocument: ["page-content"]),
            ReferenceNames(
                reference: .surroundings, word: ["paragraph", "text"],
                openDocument: ["paragraph", "paragraph-content", "frame", "frame-content"]),
            ReferenceNames(reference: .character, word: ["line"], openDocument: ["line", "char"]),
        ]
    }
}
