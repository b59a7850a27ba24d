internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let gaps = document([.bodyGap, .emptyParagraph]) { $0.checkGaps(&$1) } }

extension Rule {
    static let bodyGap = Rule(
        "format.body-gap", "B02", .error, .automatic(.look),
        [Rule.Clause].decree("II.6") + .party("nội dung"), "Khoảng cách giữa các đoạn tối thiểu 6 pt.",
        en: "Paragraphs are at least 6 pt apart.", right: "6 pt", wrong: "0 pt")

    static let emptyParagraph = Rule(
        "format.empty-paragraph", "B02", .warning, .automatic(.blank),
        [Rule.Clause].decree("II.6") + .party("nội dung"), "Không dùng đoạn trống để tạo khoảng cách.",
        en: "Empty paragraphs are not spacing.", right: "cách đoạn 6 pt", wrong: "một dòng trống")
}

extension CheckContext {
    func checkGaps(_ log: inout FindingLog) {
        var narrow: [FaultyPlace] = []
        var empty: [FaultyPlace] = []
        let inside = Array(structure.text)
        var previous: Int?
        var blanks: [Int] = []
        for index in inside {
            let line = lines[index]
            guard line.spot.table == nil, !line.spot.isInShape else {
                previous = nil
                continue
            }
            if line.isBlank {
                // A formula or a picture by itself is what stands there.
                if !line.paragraph.objectPlaces.isEmpty {
                    previous = nil
                } else if line.paragraph.shapes.isEmpty, line.paragraph.lines.isEmpty {
                    blanks.append(index)
                }
                continue
            }
            guard !line.paragraph.isHeadingLike else {
                (previous, blanks) = (nil, [])
                continue
            }
            defer {
                previous = isText(index) ? index : nil
                blanks = []
            }
            guard let last = previous, isText(index), lines[last].spot.section == line.spot.section else {
                continue
            }
            if let blank = blanks.first {
                // Behind a colon they keep room to write upon.
                let isRoom = lines[last].trimmed.hasSuffix(":") || lines[last].isSlot || line.isSlot
                guard !isRoom || blanks.count == 1 else { continue }
                let isCertain = !isRoom && blanks.count <= 2
                empty.append(
                    FaultyPlace(
                        lines[blank],
                        Wording("đoạn trống để tạo khoảng cách", en: "an empty paragraph as a gap"),
                        mend: !isCertain
                            ? []
                            : blanks.filter { lines[$0].paragraph.isBare }.map {
                                .removeParagraph(lines[$0].paragraph.element)
                            }))
                continue
            }
            let upper = lines[last].paragraph
            guard upper.place != line.paragraph.place, let gap = upper.gap(before: line.paragraph) else {
                continue
            }
            guard !line.isSlot, !lines[last].isSlot else { continue }
            guard gap.points < profile.body.leastGap - 0.3 else { continue }
            narrow.append(FaultyPlace(line, measure(gap.points, "pt"), mend: widened(upper, line.paragraph)))
        }
        if let first = narrow.first {
            // Above and below headings too, so that the page is set alike.
            narrow[0] = FaultyPlace(first.line, first.found, mend: first.mend + headingsWidened)
        }
        tellGaps(narrow, empty, &log)
    }

    /// What widens the gaps of headings and other lines beside the text that are as narrow as those between its paragraphs.
    private var headingsWidened: [DocumentEdit] {
        var edits: [DocumentEdit] = []
        var previous: Int?
        for index in structure.text {
            let line = lines[index]
            guard isTextOrHeading(index), line.spot.table == nil, !line.spot.isInShape, !line.isBlank,
                !line.isSlot, line.paragraph.shapes.isEmpty, !line.paragraph.format.beginsPage
            else {
                previous = nil
                continue
            }
            defer { previous = index }
            guard let last = previous, !isText(last) || !isText(index),
                lines[last].spot.section == line.spot.section,
                lines[last].paragraph.place != line.paragraph.place,
                !(lines[last].paragraph.isHeadingLike && line.paragraph.isHeadingLike),
                let gap = lines[last].paragraph.gap(before: line.paragraph),
                gap.points < profile.body.leastGap - 0.3
            else { continue }
            edits += widened(lines[last].paragraph, line.paragraph)
        }
        return edits
    }

    private func isTextOrHeading(_ index: Int) -> Bool {
        switch structure.components[index] {
        case .part, .partTitle, .division, .divisionTitle, .romanHeading: true
        default: isText(index)
        }
    }

    /// What is there already is filled up to what is asked for: a space above beside one below would come to twice as much.
    private func widened(_ upper: ReadParagraph, _ lower: ReadParagraph) -> [DocumentEdit] {
        let least = profile.body.leastGap
        let before = lower.format.spaceBefore?.points ?? 0
        if let after = upper.format.spaceAfter?.points, after > 0.5, before < 0.5,
            !upper.format.ignoresSpacingBetweenLikes, !lower.format.ignoresSpacingBetweenLikes
        {
            return [.paragraph(upper.element, ParagraphChange(spaceAfter: .points(least)))]
        }
        let change = ParagraphChange(
            spaceBefore: .points(least),
            ignoresSpacingBetweenLikes: lower.format.ignoresSpacingBetweenLikes ? false : nil)
        return [.paragraph(lower.element, change)]
    }

    private func tellGaps(_ narrow: [FaultyPlace], _ empty: [FaultyPlace], _ log: inout FindingLog) {
        let least = measure(profile.body.leastGap, "pt")
        log.add(
            .bodyGap, .body, all: narrow,
            right: Wording("từ \(least.vietnamese)", en: "\(least.english) or more"))
        log.add(
            .emptyParagraph, .body, all: empty,
            right: Wording("khoảng cách đoạn", en: "the paragraph's own spacing"))
    }
}
