internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

extension Judge {
    /// What stands where in the head: lines that wrap, that are not level, that stand in each other's place.
    func checkHeadLayout(_ log: inout FindingLog) {
        checkTitleWraps(&log)
        checkAgencyOrder(&log)
        checkDateLevel(&log)
        checkLetterSubjectLine(&log)
        checkTypeName(&log)
    }

    /// Letters set closer together fit a little more, so a little too wide is no fault yet.
    private func checkTitleWraps(_ log: inout FindingLog) {
        guard let index = anatomy.first(.nationalTitle), let points = lines[index].looks.first?.size,
            let rule = profile.rule(for: .nationalTitle), case .exactly(let wording) = rule.wording,
            isNear(points, rule.points), !lines[index].isShared(as: .nationalTitle),
            !lines[index].spot.isInShape, lines[index].folded == Normalization.folded(wording),
            let available = lines[index].paragraph.availableWidth?.millimetres
        else { return }
        let format = lines[index].paragraph.format
        let indents =
            max(0, format.leftIndent?.millimetres ?? 0) + max(0, format.rightIndent?.millimetres ?? 0)
        let width = TextMetrics.width(of: lines[index].trimmed, points: points, face: .bold)
        guard available - indents > 20, width > (available - indents) * 1.04 else { return }
        let column = measure(available - indents, "mm")
        let needed = measure(width, "mm")
        log.add(
            .nationalTitleWraps, .nationalTitle, lines[index],
            found: Wording(
                "Quốc hiệu rơi xuống dòng hai: cột rộng \(column.vietnamese), chữ cần \(needed.vietnamese)",
                en:
                    "the title takes two lines: the column has \(column.english), the letters need \(needed.english)"
            ), right: Wording("Quốc hiệu trên một dòng", en: "the title on one line"))
    }

    // MARK: Agencies

    private static let lower = [
        "SỞ ", "CHI CỤC ", "TRUNG TÂM ", "PHÒNG ", "TRƯỜNG ", "CHI BỘ ", "ĐẢNG ỦY SỞ", "ĐẢNG BỘ SỞ",
    ].map(HeadWords.fold)
    private static let higher = [
        "UBND TỈNH ", "ỦY BAN NHÂN DÂN TỈNH ", "UBND THÀNH PHỐ ", "ỦY BAN NHÂN DÂN THÀNH PHỐ ", "BỘ ",
        "TỈNH ỦY ", "ĐẢNG BỘ TỈNH ", "ĐẢNG ỦY UBND",
    ].map(HeadWords.fold)

    /// Only where the ranks of both are plain from their first words.
    private func checkAgencyOrder(_ log: inout FindingLog) {
        guard let upper = anatomy.first(.superiorAgency), let issuer = anatomy.first(.issuingAgency),
            upper < issuer, Self.lower.contains(where: { lines[upper].folded.hasPrefix($0) }),
            Self.higher.contains(where: { lines[issuer].folded.hasPrefix($0) })
        else { return }
        log.add(
            .agencyOrder, .superiorAgency, lines[upper],
            found: Wording(
                "“\(lines[upper].trimmed)” đứng trên “\(lines[issuer].trimmed)”",
                en: "“\(lines[upper].trimmed)” above “\(lines[issuer].trimmed)”"),
            right: Wording(
                "cơ quan chủ quản ở trên, cơ quan ban hành ở dưới",
                en: "the superior agency above, the issuing one below"))
    }

    // MARK: Level

    private func checkDateLevel(_ log: inout FindingLog) {
        guard let number = anatomy.first(.numberAndCode), let date = anatomy.first(.placeAndDate),
            let apart = stepBetween(number, date), abs(apart) > 14
        else { return }
        let isLower = apart > 0
        log.add(
            .dateLevel, .placeAndDate, lines[date],
            found: Wording(
                isLower ? "thấp hơn dòng số, ký hiệu" : "cao hơn dòng số, ký hiệu",
                en: isLower ? "lower than the line of the number" : "higher than the line of the number"),
            right: Wording("cùng dòng với số, ký hiệu", en: "on the line of the number"))
    }

    /// How many points the second of two lines side by side in a table stands lower; nil where the file does not tell.
    func stepBetween(_ first: Int, _ second: Int) -> Double? {
        let (a, b) = (lines[first], lines[second])
        guard let table = table(of: a), a.spot.table == b.spot.table, a.spot.cell != b.spot.cell,
            !a.spot.isInShape, !b.spot.isInShape,
            table.rows.allSatisfy({ $0.cells.allSatisfy { $0.rowSpan == 1 && !$0.isCovered } }),
            table.rows.allSatisfy({ $0.cells.allSatisfy { $0.verticalAlignment == .top } })
        else { return nil }
        if a.spot.row != b.spot.row { return a.spot.row < b.spot.row ? .infinity : -.infinity }
        guard let upper = depth(of: first), let lower = depth(of: second) else { return nil }
        return lower - upper
    }

    /// The points between the top of the cell and a line with nothing but blanks above it.
    private func depth(of index: Int) -> Double? {
        let spot = lines[index].spot
        var points = lines[index].paragraph.format.spaceBefore?.points ?? 0
        var above = index - 1
        while above >= 0, lines[above].spot == spot {
            let paragraph = lines[above].paragraph
            guard lines[above].isBlank, paragraph.shapes.isEmpty, paragraph.lines.isEmpty else { return nil }
            let size = lines[above].pieces.first?.look.size ?? paragraph.mark.size ?? 13
            let height =
                switch paragraph.format.lineSpacing {
                case .exactly(let length), .atLeast(let length): length.points
                case .lines(let count): 1.149 * size * count
                case nil: 1.149 * size
                }
            let format = paragraph.format
            points += height + (format.spaceBefore?.points ?? 0) + (format.spaceAfter?.points ?? 0)
            above -= 1
        }
        return points
    }

    /// The table of the body a line stands in.
    func table(of line: TextLine) -> ReadTable? {
        guard let block = line.spot.table else { return nil }
        let blocks = document.blocks
        guard blocks.indices.contains(block), case .table(let table) = blocks[block] else { return nil }
        return table
    }

    // MARK: Letters

    /// Borders and typed lines alone: a shape anchored here may stand anywhere.
    private func checkLetterSubjectLine(_ log: inout FindingLog) {
        guard let last = anatomy.indices(of: .letterSubject).last else { return }
        let borders = lines[last].paragraph.format.borders
        var isRuled = borders.bottom != nil && borders.left == nil
        let next = last + 1
        if next < lines.count, lines[next].spot == lines[last].spot {
            if lines[next].isTypedLine { isRuled = true }
            if lines[next].isBlank, lines[next].paragraph.format.borders.top != nil { isRuled = true }
        }
        guard isRuled else { return }
        log.add(
            .letterSubjectLine, .letterSubject, lines[last],
            found: Wording("đường kẻ dưới trích yếu công văn", en: "a line under a letter's subject"),
            right: Wording("không kẻ", en: "no line"))
    }

    // MARK: Types

    private static let unknownTypes: [(beginning: String, right: Wording)] = [
        (
            "DỰ TOÁN",
            Wording(
                "dự toán là phụ lục của kế hoạch, tờ trình hoặc quyết định",
                en: "an estimate is an appendix of a plan, a submission or a decision")
        ),
        (
            "BẢNG DỰ TOÁN",
            Wording(
                "dự toán là phụ lục của kế hoạch, tờ trình hoặc quyết định",
                en: "an estimate is an appendix of a plan, a submission or a decision")
        ),
        (
            "CÔNG VĂN",
            Wording(
                "công văn không ghi tên loại; trích yếu “V/v …” đặt dưới số, ký hiệu",
                en: "a letter names no type; its subject “V/v …” stands under the number")
        ), ("THƯ MỜI", Wording("GIẤY MỜI", en: "GIẤY MỜI")),
    ]

    /// Only types known to be taken for one by mistake, on a document with a number of its own.
    private func checkTypeName(_ log: inout FindingLog) {
        guard anatomy.first(.documentType) == nil, anatomy.first(.letterSubject) == nil,
            anatomy.first(.numberAndCode) != nil
        else { return }
        let near = anatomy.text.prefix(5).first { !lines[$0].isBlank }
        guard let near, lines[near].isCentred, lines[near].isUpper, lines[near].spot.columns == 1 else {
            return
        }
        let name = lines[near].folded
        let unknown = Self.unknownTypes.first { entry in
            let beginning = HeadWords.fold(entry.beginning)
            return name == beginning || (name.hasPrefix(beginning + " ") && beginning.hasSuffix("TOÁN"))
        }
        guard let unknown else { return }
        log.add(
            .typeUnknown, .documentType, lines[near],
            found: Wording(
                "“\(lines[near].trimmed)” không phải tên loại văn bản",
                en: "“\(lines[near].trimmed)” is no type of document"), right: unknown.right)
    }
}
