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
                if line.paragraph.shapes.isEmpty, line.paragraph.lines.isEmpty { blanks.append(index) }
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
            let change = ParagraphChange(
                spaceBefore: .points(profile.body.leastGap),
                ignoresSpacingBetweenLikes: line.paragraph.format.ignoresSpacingBetweenLikes ? false : nil)
            let mend: [DocumentEdit] = [.paragraph(line.paragraph.element, change)]
            narrow.append(FaultyPlace(line, measure(gap.points, "pt"), mend: mend))
        }
        let least = measure(profile.body.leastGap, "pt")
        log.add(
            .bodyGap, .body, all: narrow,
            right: Wording("từ \(least.vietnamese)", en: "\(least.english) or more"))
        log.add(
            .emptyParagraph, .body, all: empty,
            right: Wording("khoảng cách đoạn", en: "the paragraph's own spacing"))
    }
}
