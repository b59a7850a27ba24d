internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

/// The lines drawn under names: whether there is one, and how long it is.
extension CheckContext {
    /// Whether a shape floats in these lines: it may be the line of any of them.
    func holdShapes(_ indices: [Int]) -> Bool { indices.contains { !lines[$0].paragraph.shapes.isEmpty } }

    /// The lines of the head and the few below it, where what is drawn for it may be anchored.
    private var linesAroundHead: [Int] {
        Array(structure.head.lowerBound..<min(lines.count, structure.head.upperBound + 3))
    }

    func judgeLine(
        under names: [Int], among indices: [Int], isElsewherePossible: Bool,
        _ rule: (component: Component, missing: Rule, length: Rule), _ log: inout FindingLog
    ) {
        guard let last = names.last else { return }
        // Which of two names beside each other a line stands under is told by where it is drawn, which no paragraph tells.
        if lines[last].spot.isCut, holdShapes(linesAroundHead) {
            return log.leave(
                rule.missing, rule.length,
                because: Wording(
                    "đầu văn bản xếp bằng tab hoặc dấu cách, không rõ đường kẻ ở dưới tên nào",
                    en:
                        "the head is set by tabs or blanks, and it is not known which name a line stands under"
                ))
        }
        let ruled = structure.ruledLines(under: names, among: indices)
        let drawn = ruled.compactMap { if case .drawn(let line) = $0 { line } else { nil } }
        if drawn.isEmpty {
            if isElsewherePossible {
                log.leave(
                    rule.missing, rule.length,
                    because: Wording(
                        "có hình vẽ hoặc ảnh ở gần, không rõ có phải đường kẻ",
                        en: "a figure or picture stands near, and may be the line"))
            }
            guard !isElsewherePossible, ruled.isEmpty else { return }
            log.add(
                rule.missing, rule.component, lines[last], found: Wording("không có đường kẻ", en: "no line"),
                right: Wording("đường kẻ liền ở dưới", en: "a solid line below"))
            return
        }
        guard let share = profile.format(of: rule.component)?.line?.share else { return }
        guard drawn.count == 1, let length = drawn[0].length?.millimetres,
            !names.contains(where: { lines[$0].hasTags })
        else {
            return log.leave(
                rule.length,
                because: Wording(
                    "không biết đường kẻ dài bao nhiêu, hoặc có nhiều đường",
                    en: "the line's length is not known, or there are several"))
        }
        // Where a long name is broken is the word processor's business, so any of its possible widths will do.
        let widths = possibleWidths(names)
        let isRight = widths.contains { width in
            let (from, to) =
                share.lowerBound == 1 ? (0.85, 1.15) : (share.lowerBound - 0.05, share.upperBound + 0.05)
            // On a short name nobody sees so little.
            let slack = share.lowerBound == 1 ? 0 : 1.5
            return (from * width - slack...to * width + slack).contains(length)
        }
        let aside = distanceAside(drawn[0], of: names, anchored: indices)
        guard !isRight || aside != nil, let width = widths.first, width > 0 else { return }
        let wanted =
            isRight ? length : width * (share.lowerBound == 1 ? 1 : (share.lowerBound + share.upperBound) / 2)
        let mend = mend(drawn[0], to: wanted, moved: aside ?? 0, anchored: indices)
        if isRight, let aside {
            let way = aside < 0 ? Wording("phải", en: "right") : Wording("trái", en: "left")
            let far = measure(abs(aside), "mm")
            return log.add(
                rule.length, rule.component, lines[last],
                found: Wording(
                    "đường kẻ lệch \(far.vietnamese) sang \(way.vietnamese)",
                    en: "a line \(far.english) too far to the \(way.english)"),
                right: Wording("ở giữa, dưới dòng chữ", en: "in the middle below the text"), mend: mend)
        }
        let percent = measure(length / width * 100, "%")
        let right = measure(share.lowerBound * 100...share.upperBound * 100, "%")
        log.add(
            rule.length, rule.component, lines[last],
            found: Wording(
                "đường kẻ dài \(measure(length, "mm").vietnamese), bằng \(percent.vietnamese) dòng chữ",
                en: "a line of \(measure(length, "mm").english), \(percent.english) of the text"),
            right: right, mend: mend)
    }

    /// How many millimetres to the right the line must be moved to stand in the middle below the names; nil where it does, or its place is
    /// not known.
    ///
    /// The width of a column is the word processor's business, so only what everybody sees is told.
    private func distanceAside(_ line: DrawnLine, of names: [Int], anchored indices: [Int]) -> Double? {
        guard line.origin == .shape, line.direction == .horizontal, let length = line.length?.millimetres,
            let anchor = indices.first(where: { lines[$0].paragraph.lines.contains(line) }),
            names.allSatisfy({
                lines[$0].isCentred && lines[$0].spot.cell == lines[anchor].spot.cell && !lines[$0].spot.isCut
                    && !lines[$0].spot.isInShape
            }), lines[anchor].spot.columns > 1, !lines[anchor].spot.isInShape, let name = names.last,
            lines[anchor].spot.table == lines[name].spot.table,
            let shape = lines[anchor].paragraph.shapes.first(where: { $0.path == line.element.path }),
            let place = shape.position?.horizontal, let start = place.offset?.millimetres,
            ["", "absolute", "from-left"].contains(place.alignment ?? ""),
            ["", "column", "text", "paragraph", "paragraph-content"].contains(place.reference ?? ""),
            let available = lines[name].paragraph.availableWidth?.millimetres
        else { return nil }
        let format = lines[name].paragraph.format
        let left = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        let middle = (left + available - (format.rightIndent?.millimetres ?? 0)) / 2
        let aside = middle - start - length / 2
        return abs(aside) > Self.mostAside ? aside : nil
    }

    private static let mostAside = 10.0

    /// A figure is scaled about its middle; a border becomes shorter by the indents of its paragraph, where that has no words to break.
    private func mend(_ line: DrawnLine, to wanted: Double, moved: Double, anchored indices: [Int])
        -> [DocumentEdit]
    {
        guard let length = line.length?.millimetres, length > 1,
            let index = indices.first(where: { lines[$0].paragraph.lines.contains(line) })
        else { return [] }
        let paragraph = lines[index].paragraph
        switch line.origin {
        case .shape:
            // One placed by its side would not stay under the middle of the name.
            let shape = paragraph.shapes.first { $0.path == line.element.path }
            guard let shape, let place = shape.position?.horizontal, line.direction == .horizontal else {
                return []
            }
            let side = place.alignment ?? ""
            guard side.isEmpty || side == "center" || side == "absolute" || side == "from-left" else {
                return []
            }
            return [
                .scaleLine(
                    line.element, of: paragraph.element, by: wanted / length, moved: .millimetres(moved))
            ]
        case .paragraphTop, .paragraphBottom:
            guard lines[index].isBlank, let available = paragraph.availableWidth?.millimetres,
                available > wanted
            else { return [] }
            let indent = Length.millimetres((available - wanted) / 2)
            return [
                .paragraph(
                    paragraph.element,
                    ParagraphChange(leftIndent: indent, rightIndent: indent, firstLineIndent: .zero))
            ]
        }
    }

    /// The widest line first.
    private func possibleWidths(_ names: [Int]) -> [Double] {
        var widths: [Double] = []
        for index in names {
            let line = lines[index]
            guard let look = line.looks.first else { continue }
            let points = look.size ?? 13
            // A name that lost its weight keeps its line.
            let faces: [TextMetrics.Face] = look.weight == .bold ? [.bold] : [.regular, .bold]
            for face in faces { widths += Self.widths(of: line, points: points, face) }
        }
        return widths.sorted(by: >)
    }

    /// Of the whole text, and of the lines it is broken into where it is wider than its column.
    private static func widths(of line: TextLine, points: Double, _ face: TextMetrics.Face) -> [Double] {
        let whole = line.width(points: points, face)
        guard let available = line.paragraph.availableWidth?.millimetres, whole > available else {
            return [whole]
        }
        let broken = TextMetrics.lines(of: line.trimmed, fitting: available, points: points, face: face)
        // The word processor's own measure may just fit it.
        return (whole < available * 1.05 ? [whole] : [])
            + broken.map { TextMetrics.width(of: $0, points: points, face: face) }
    }
}
