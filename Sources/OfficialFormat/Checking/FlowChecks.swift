internal import Diagnostics
internal import OfficeDocument

extension Judge {
    /// Where pages end: only what the file itself forces or allows, since the lines of a page are the word processor's business.
    func checkFlow(_ log: inout FindingLog) {
        checkHeadingsAlone(&log)
        checkSignatureAlone(&log)
        checkSplitRows(&log)
    }

    /// A heading with a forced break right behind it.
    private func checkHeadingsAlone(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in anatomy.text {
            switch anatomy.components[index] {
            case .romanHeading, .titledClause, .part: break
            default: continue
            }
            guard lines[index].text.count < 200 else { continue }
            let next = lines[(index + 1)...].firstIndex { !$0.isBlank } ?? lines.count
            guard breaksPage(after: index, before: next) else { continue }
            places.append(
                FaultyPlace(
                    lines[index], Wording("tiêu đề ở cuối trang", en: "a heading at the foot of a page")))
        }
        log.add(
            .headingAlone, .romanHeading, all: places,
            right: Wording("sang trang trước tiêu đề", en: "a new page before the heading"))
    }

    /// The foot begins a page by force, with nothing of the text on it.
    private func checkSignatureAlone(_ log: inout FindingLog) {
        guard let foot = anatomy.foot, let last = anatomy.text.last(where: { !lines[$0].isBlank }),
            breaksPage(after: last, before: foot)
        else { return }
        let line = anatomy.first(.authority) ?? anatomy.first(.recipientsLabel) ?? foot
        log.add(
            .signatureAlone, .authority, lines[line],
            found: Wording("khối chữ ký đứng riêng một trang", en: "the signature on a page of its own"),
            right: Wording(
                "cùng trang với ít nhất hai dòng cuối của nội dung",
                en: "on one page with at least the last two lines of the text"))
    }

    /// Whether the file forces a new page between two lines.
    private func breaksPage(after first: Int, before next: Int) -> Bool {
        if lines[first].paragraph.endsWithPageBreak { return true }
        for index in (first + 1)..<max(first + 1, next) where lines[index].paragraph.hasPageBreak {
            return true
        }
        guard next < lines.count else { return false }
        if lines[next].paragraph.format.beginsPage || lines[next].paragraph.beginsWithPageBreak {
            return true
        }
        let (a, b) = (lines[first].spot.section, lines[next].spot.section)
        return a != b && document.sections[b].beginning != .continuous
    }

    /// Rows of several lines that may be split, in a table surely longer than a page.
    private func checkSplitRows(_ log: inout FindingLog) {
        var told: Set<Int> = []
        var places: [FaultyPlace] = []
        for line in lines {
            guard let number = line.spot.table, line.spot.columns > 2, told.insert(number).inserted,
                let table = table(of: line)
            else { continue }
            let rows = table.rows.map { (lines: Self.height(of: $0), mayBeSplit: !$0.staysWhole) }
            guard rows.reduce(0, { $0 + $1.lines }) > 60,
                rows.contains(where: { $0.mayBeSplit && $0.lines > 2 })
            else { continue }
            let mend = zip(table.rows, rows).filter { $0.1.mayBeSplit && $0.1.lines > 2 }
            places.append(
                FaultyPlace(
                    line,
                    Wording(
                        "bảng dài hơn một trang, hàng nhiều dòng có thể bị ngắt đôi",
                        en: "a table of more than a page whose rows of several lines may be split"),
                    mend: mend.map { .keepRowWhole($0.0.place) }))
        }
        log.add(
            .rowSplit, nil, all: places,
            right: Wording("đặt hàng không ngắt qua trang", en: "rows that stay whole"))
    }

    /// How many lines the row's fullest cell takes, by the width of its column.
    private static func height(of row: ReadTable.Row) -> Int {
        row.cells.filter { !$0.isCovered && $0.rowSpan == 1 }.map { cell in
            let letters = max(8, Int((cell.width?.millimetres ?? 40) / 2.2))
            return cell.blocks.paragraphs.reduce(0) { $0 + 1 + max(0, $1.text.count - 1) / letters }
        }.max() ?? 1
    }
}

extension ReadParagraph {
    fileprivate var hasPageBreak: Bool {
        format.beginsPage || runs.contains { $0.pieces.contains(.pageBreak) }
    }

    /// The break stands behind all of its text.
    fileprivate var endsWithPageBreak: Bool {
        let pieces = runs.flatMap(\.pieces)
        guard let mark = pieces.lastIndex(of: .pageBreak) else { return false }
        return !pieces[mark...].contains { $0.hasLetters } && pieces[..<mark].contains { $0.hasLetters }
    }

    /// The break stands before all of its text.
    fileprivate var beginsWithPageBreak: Bool {
        let pieces = runs.flatMap(\.pieces)
        guard let mark = pieces.firstIndex(of: .pageBreak) else { return false }
        return !pieces[..<mark].contains { $0.hasLetters }
    }
}

extension ReadRun.Piece {
    fileprivate var hasLetters: Bool {
        if case .text(let text) = self { return text.contains { !$0.isWhitespace } }
        return false
    }
}
