/// Drawn lines, boxes of text and other figures.
extension Conversion {
    /// The paragraph, and what becomes of what is anchored in it.
    mutating func blocks(of paragraph: ReadParagraph) -> [Block] {
        let row = story == .body ? SideBoxes(of: paragraph, textWidth: width, leftMargin: leftMargin) : nil
        let isFirst = row?.isAbove == true && !nextBeginsPage && paragraph.format.beginsPage != true
        var result: [Block] = []
        if let row, isFirst { result.append(table(of: row)) }
        var made = paragraphs(paragraph)
        if let (line, isAbove) = paragraph.lineWithin, let length = line.length, made.count == 1 {
            losses.add(.drawnLine, at: paragraph.place, paragraph.text)
            rule(&made[0].format, line, length, isAbove: isAbove, in: paragraph)
            return [.paragraph(made[0])]
        }
        result += made.map(Block.paragraph)
        if let row, !isFirst { result.append(table(of: row)) }
        for shape in paragraph.shapes
        where row?.boxes.contains(where: { $0.shape.path == shape.path }) != true {
            result += blocks(around: shape, in: paragraph)
        }
        return result
    }

    /// What becomes of a shape: a drawn line is a paragraph with a border, the text of a box goes on in the body.
    mutating func blocks(around shape: ReadShape, in paragraph: ReadParagraph) -> [Block] {
        // Pictures stand in the paragraph itself.
        if picture(shape) != nil { return [] }
        if let line = paragraph.lines.first(where: { $0.origin == .shape && $0.element.path == shape.path }),
            line.direction == .horizontal, let length = line.length
        {
            losses.add(.drawnLine, at: paragraph.place, paragraph.text)
            var format = ParagraphFormat(
                spaceBefore: .zero, spaceAfter: .zero, lineSpacing: .exactly(.points(4)))
            rule(&format, line, length, isAbove: true, in: paragraph)
            return [.paragraph(Paragraph(style: styles.root, format: format, mark: CharacterFormat(size: 4)))]
        }
        let name = shape.description ?? ""
        guard shape.hasContent else {
            switch shape.kind {
            case .picture: losses.add(.picture, at: paragraph.place, paragraph.text, name)
            case .line, .figure, .textBox: losses.add(.figure, at: paragraph.place, paragraph.text, name)
            }
            return []
        }
        losses.add(.textBox, at: shape.blocks.paragraphs.first?.place, text(shape.blocks))
        return blocks(shape.blocks)
    }

    /// Gives a paragraph that shows nothing else the line as a border as long as it.
    private func rule(
        _ format: inout ParagraphFormat, _ line: DrawnLine, _ length: Length, isAbove: Bool,
        in paragraph: ReadParagraph
    ) {
        let indent = max(.zero, ((paragraph.availableWidth ?? width) - length) / 2)
        format.alignment = .centre
        (format.leftIndent, format.rightIndent, format.firstLineIndent) = (indent, indent, .zero)
        if isAbove { format.topBorder = line.rule.plain } else { format.bottomBorder = line.rule.plain }
    }

    /// The boxes as cells, with the room between them as cells without text.
    private mutating func table(of row: SideBoxes) -> Block {
        losses.add(
            .sideBoxes, at: place(of: row.boxes[0].shape.blocks),
            row.boxes.map { text($0.shape.blocks) }.joined(separator: " | "))
        let outer = width
        defer { width = outer }
        var columns: [Length] = []
        var cells: [Table.Cell] = []
        var end = row.boxes[0].left
        for box in row.boxes {
            if box.left > end {
                columns.append(box.left - end)
                cells.append(filler(columns: 1))
            }
            width = box.width
            columns.append(box.width)
            cells.append(
                Table.Cell(blocks(box.shape.blocks), borders: Edges(box.shape.outline.map { $0.plain })))
            end = box.left + box.width
        }
        return .table(
            Table(
                columns: columns, leftIndent: row.boxes[0].left, rows: [Table.Row(cells, height: row.height)])
        )
    }
}

/// Boxes of text that are anchored in one paragraph and stand side by side, as in many letterheads; from the left.
private struct SideBoxes {
    private(set) var boxes: [(shape: ReadShape, left: Length, width: Length)] = []
    /// Whether the text of the paragraph is below them.
    let isAbove: Bool
    /// What they keep free, where the text stays away from their sides.
    let height: Length?

    /// Boxes may overlap by so much: their edges are seldom seen.
    private static let tolerance = Length.millimetres(3)

    /// Nil where there are not two whose places are known.
    init?(of paragraph: ReadParagraph, textWidth: Length, leftMargin: Length) {
        var tops: [Length] = []
        var heights: [Length] = []
        var references: Set<Picture.Reference> = []
        for shape in paragraph.shapes where shape.hasContent && !shape.isGrouped {
            guard let width = shape.width, let height = shape.height, let position = shape.position,
                let horizontal = position.horizontal.axis(by: Picture.ReferenceNames.horizontal),
                let vertical = position.vertical.axis(by: Picture.ReferenceNames.vertical),
                let left = Self.left(horizontal, width, textWidth, leftMargin),
                case .offset(let top) = vertical.place
            else { return nil }
            boxes.append((shape, left, width))
            tops.append(top)
            heights.append(height)
            references.insert(vertical.reference)
        }
        guard boxes.count > 1, references.count == 1, let first = tops.min(), let last = tops.max(),
            let lowest = heights.min(), last - first < lowest / 2
        else { return nil }
        boxes.sort { $0.left < $1.left }
        for index in boxes.indices.dropLast() {
            let room = boxes[index + 1].left - boxes[index].left
            guard room > .zero, boxes[index].width - room <= Self.tolerance else { return nil }
            boxes[index].width = min(boxes[index].width, room)
        }
        let isOfParagraph = references == [.surroundings] || references == [.character]
        isAbove = !isOfParagraph || first < paragraph.lineHeight / 2
        let keepsFree = boxes.allSatisfy { $0.shape.position?.wrap == .topAndBottom }
        height = keepsFree ? heights.max() : nil
    }

    /// From the left edge of the text.
    private static func left(_ axis: Picture.Axis, _ width: Length, _ textWidth: Length, _ leftMargin: Length)
        -> Length?
    {
        switch (axis.reference, axis.place) {
        case (.text, .offset(let offset)), (.surroundings, .offset(let offset)): offset
        case (.page, .offset(let offset)): offset - leftMargin
        case (.text, .start), (.surroundings, .start): .zero
        case (.text, .centre), (.surroundings, .centre): (textWidth - width) / 2
        case (.text, .end), (.surroundings, .end): textWidth - width
        default: nil
        }
    }
}

extension ReadShape {
    /// Whether something stands in it.
    fileprivate var hasContent: Bool { blocks.paragraphs.contains { !$0.text.isEmpty || !$0.shapes.isEmpty } }
}

extension ReadParagraph {
    /// About how high one of its lines is.
    fileprivate var lineHeight: Length { .points((mark.size ?? 12) * 1.15) }

    /// A line drawn within the height of a paragraph that has nothing else, and whether in its upper half.
    fileprivate var lineWithin: (line: DrawnLine, isAbove: Bool)? {
        guard shapes.count == 1, !shapes[0].isGrouped, label == nil, unread.isEmpty,
            visibleText.allSatisfy(\.isWhitespace), format.borders.top == nil, format.borders.bottom == nil,
            let line = lines.first, line.direction == .horizontal,
            let axis = shapes[0].position?.vertical.axis(by: Picture.ReferenceNames.vertical),
            axis.reference == .surroundings || axis.reference == .character,
            case .offset(let offset) = axis.place, offset >= .zero, offset <= lineHeight
        else { return nil }
        return (line, offset < lineHeight / 2)
    }
}
