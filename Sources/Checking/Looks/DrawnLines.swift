internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

/// The lines drawn under names: whether there is one, and how long it is.
extension CheckContext {
    /// Whether a shape floats in these lines: it may be the line of any of them.
    func holdShapes(_ indices: [Int]) -> Bool { indices.contains { !lines[$0].paragraph.shapes.isEmpty } }

    func judgeLine(
        under names: [Int], among indices: [Int], isElsewherePossible: Bool,
        _ rule: (component: Component, missing: Rule, length: Rule), _ log: inout FindingLog
    ) {
        guard let last = names.last else { return }
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
                share.lowerBound == 1 ? (0.85, 1.15) : (share.lowerBound - 0.03, share.upperBound + 0.03)
            return (from * width...to * width).contains(length)
        }
        guard !isRight, let width = widths.first, width > 0 else { return }
        let percent = measure(length / width * 100, "%")
        let right = measure(share.lowerBound * 100...share.upperBound * 100, "%")
        log.add(
            rule.length, rule.component, lines[last],
            found: Wording(
                "đường kẻ dài \(measure(length, "mm").vietnamese), bằng \(percent.vietnamese) dòng chữ",
                en: "a line of \(measure(length, "mm").english), \(percent.english) of the text"),
            right: right)
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
        let whole = TextMetrics.width(of: line.trimmed, points: points, face: face)
        guard let available = line.paragraph.availableWidth?.millimetres, whole > available else {
            return [whole]
        }
        let broken = TextMetrics.lines(of: line.trimmed, fitting: available, points: points, face: face)
        // The word processor's own measure may just fit it.
        return (whole < available * 1.05 ? [whole] : [])
            + broken.map { TextMetrics.width(of: $0, points: points, face: face) }
    }
}
