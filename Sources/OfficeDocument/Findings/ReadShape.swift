/// A picture, text box or drawn figure anchored in a paragraph.
package struct ReadShape: Hashable, Sendable {
    package var kind: Kind
    package var width: Length?
    package var height: Length?
    package var outline: Border?
    /// Child indices from the root of the part.
    package var path: [Int]
    /// Name or description the author gave it.
    package var description: String?
    /// Where it stands, when it floats; nil for a shape that stands in its line like a letter.
    package var position: Position?
    package var title: String?
    /// What it shows, for those who cannot see it.
    package var alternativeText: String?
    /// Whether a part of the picture is cut off, or it is turned or recoloured.
    package var isAltered = false
    /// Whether it stands in a group, which `position` is that of.
    package var isGrouped = false
    /// Whether it shows what another program has made and keeps beside it.
    package var isObject = false
    /// The text inside.
    package var blocks: [ReadBlock] = []

    package enum Kind: Hashable, Sendable {
        case line
        case textBox
        /// The entry of the package that holds the picture, where it is inside.
        case picture(part: String?)
        /// Any other figure, by its name in the file.
        case figure(String)
    }

    package struct Position: Hashable, Sendable {
        package var horizontal: Axis
        package var vertical: Axis
        package var wrap: Picture.Wrap = .beside(.both)
        /// How far text keeps away.
        package var distances: Edges<Length> = Edges(.zero)
        /// The page it is bound to, where it is to a page.
        package var page: Int?

        package struct Axis: Hashable, Sendable {
            /// As the file names it: such as page or column.
            package var reference: String?
            package var offset: Length?
            /// As the file names it: such as left, center or right.
            package var alignment: String?
        }
    }
}

/// A line that separates or underlines, however it was drawn.
package struct DrawnLine: Hashable, Sendable {
    package var origin: Origin
    package var direction: Direction
    package var length: Length?
    package var rule: Border
    /// The element that draws it.
    package var element: ElementPlace

    package enum Origin: String, Hashable, Sendable { case shape, paragraphTop, paragraphBottom }
    package enum Direction: String, Hashable, Sendable { case horizontal, vertical, slanted }
}

extension ReadParagraph {
    /// The lines drawn by this paragraph: its upper and lower border, and the line shapes anchored in it.
    package var lines: [DrawnLine] {
        var lines: [DrawnLine] = []
        let edges = [
            (DrawnLine.Origin.paragraphTop, format.borders.top), (.paragraphBottom, format.borders.bottom),
        ]
        for (origin, rule) in edges {
            guard let rule else { continue }
            let indents = (format.leftIndent ?? .zero) + (format.rightIndent ?? .zero)
            let length = availableWidth.map { max(.zero, $0 - indents) }
            lines.append(
                DrawnLine(
                    origin: origin, direction: .horizontal, length: length, rule: rule, element: element))
        }
        for shape in shapes { if let line = shape.line(part: place.part) { lines.append(line) } }
        return lines
    }
}

extension ReadShape {
    /// A figure thinner than this is a line, whatever it is called.
    private static let thin = Length.points(1.5)

    fileprivate func line(part: String) -> DrawnLine? {
        let across = width ?? .zero
        let down = height ?? .zero
        switch kind {
        case .line: break
        case .figure:
            // A rectangle flattened to a stroke.
            guard blocks.isEmpty, width != nil, height != nil, min(across, down) <= Self.thin,
                max(across, down) > Self.thin
            else { return nil }
        case .textBox, .picture: return nil
        }
        let known = width != nil || height != nil
        let direction: DrawnLine.Direction =
            down <= max(Self.thin, across / 20)
            ? .horizontal : across <= max(Self.thin, down / 20) ? .vertical : .slanted
        let diagonal = (across.millimetres * across.millimetres + down.millimetres * down.millimetres)
            .squareRoot()
        let length = direction == .slanted ? Length.millimetres(diagonal) : max(across, down)
        return DrawnLine(
            origin: .shape, direction: direction, length: known ? length : nil,
            rule: outline ?? Border(style: "solid", width: nil, colour: nil),
            element: ElementPlace(part: part, path: path))
    }
}
