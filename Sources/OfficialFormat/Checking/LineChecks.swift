internal import Diagnostics
internal import OfficeDocument

extension Judge {
    /// The drawn lines under motto or Party title, agency and subject.
    func checkLines(_ log: inout FindingLog) {
        guard let title = anatomy.first(.nationalTitle), lines[title].spot.columns > 1 else {
            checkSubjectLine(&log)
            return
        }
        let table = lines[title].spot.table
        let inHead = lines.indices.filter { lines[$0].spot.table == table }
        // A floating shape may be anchored in any paragraph of the head, so only a head with none is surely without.
        let shapes = inHead.contains { !lines[$0].paragraph.shapes.isEmpty }
        if let motto = anatomy.first(.motto), lines[motto].spot.table == table {
            let column = inHead.filter { lines[$0].spot.cell == lines[motto].spot.cell }
            judgeLine(
                under: [motto], among: column, isElsewherePossible: shapes,
                (.motto, .mottoLineMissing, .mottoLineLength), &log)
            if lines[motto].looks.contains(where: { $0.underline != .absent }) || typedLine(in: column) != nil
            {
                log.add(
                    .mottoLineTyped, .motto, lines[typedLine(in: column) ?? motto],
                    found: Wording(
                        "đường kẻ gõ bằng ký tự hoặc gạch chân", en: "a typed line or an underline"),
                    right: Wording("đường kẻ vẽ", en: "a drawn line"))
            }
        }
        let agency = anatomy.indices(of: .issuingAgency).filter { lines[$0].spot.table == table }
        if let last = agency.last {
            let column = inHead.filter { lines[$0].spot.cell == lines[last].spot.cell && $0 >= last }
            let number = anatomy.first(.numberAndCode) ?? .max
            judgeLine(
                under: agency, among: column.filter { $0 < number }, isElsewherePossible: shapes,
                (.issuingAgency, .agencyLineMissing, .agencyLineLength), &log)
        }
        checkSubjectLine(&log)
    }

    private func checkSubjectLine(_ log: inout FindingLog) {
        let subject = anatomy.indices(of: .subject)
        guard profile.rule(for: .subject)?.line != nil, let last = subject.last else { return }
        let from = anatomy.first(.documentType) ?? last
        // The shape may be anchored in the type, the subject or the text right below.
        let near = Array(from..<min(lines.count, last + 4))
        let shapes = near.contains { index in lines[index].paragraph.shapes.contains { $0.blocks.isEmpty } }
        judgeLine(
            under: subject, among: near, isElsewherePossible: shapes,
            (.subject, .subjectLineMissing, .subjectLineLength), &log)
    }

    private func typedLine(in indices: [Int]) -> Int? {
        indices.first { index in
            lines[index].isTypedLine && lines[index].trimmed.allSatisfy { "_-–—".contains($0) }
        }
    }

    private func judgeLine(
        under names: [Int], among indices: [Int], isElsewherePossible: Bool,
        _ rule: (component: Component, missing: RuleCode, length: RuleCode), _ log: inout FindingLog
    ) {
        guard let last = names.last else { return }
        let drawn = indices.flatMap { lines[$0].paragraph.lines }.filter { $0.direction == .horizontal }
        if drawn.isEmpty {
            let underlined = names.contains { lines[$0].looks.contains { $0.underline != .absent } }
            guard !isElsewherePossible, typedLine(in: indices) == nil, !underlined else { return }
            log.add(
                rule.missing, rule.component, lines[last], found: Wording("không có đường kẻ", en: "no line"),
                right: Wording("đường kẻ liền ở dưới", en: "a solid line below"))
            return
        }
        guard let share = profile.rule(for: rule.component)?.line?.share, drawn.count == 1,
            let length = drawn[0].length?.millimetres, !names.contains(where: { lines[$0].hasTags })
        else { return }
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
