internal import OfficeDocument
internal import Recognition
internal import Regulations

/// The foot of a document whose heights change: the signer's name must not come to stand alone on a new page.
extension CheckContext {
    /// What keeps together what a person would not part, where mends move lines: headings and what they are over, and the foot.
    var keptTogether: [DocumentEdit] {
        let headings = structure.headings.filter { $0.sureness == .sure && !$0.isRunIn && isOverText($0) }
        return kept(headings.map(\.line).filter { lines[$0].spot.table == nil }) + footKeptTogether
            + signingRowsKeptWhole + breaksMadeLow
    }

    /// Whether something stands below it: an article that says all it says on its own line is no heading, and a row of them kept
    /// together would leave the page half empty.
    private func isOverText(_ heading: RecognisedHeading) -> Bool {
        guard !lines[heading.line].isLonger(than: 200),
            let next = lines.indices[(heading.line + 1)...].first(where: { !lines[$0].isBlank })
        else { return false }
        return structure.headings.first { $0.line == next }.map { $0.level > heading.level } ?? true
    }

    /// Whether the foot is too tall to be moved whole, so that mends may part it.
    var isFootTooTall: Bool { structure.footLines.map { heightOfFoot($0) > Self.tallestFoot } ?? false }

    /// What keeps the foot whole and with the end of the text; nothing where it is too tall to be moved whole, or its end is not known.
    private var footKeptTogether: [DocumentEdit] {
        guard let foot = structure.footLines, let name = structure.signatures.compactMap(\.name).max(),
            foot.contains(name), !isFootTooTall
        else { return [] }
        let last = structure.text.last { !lines[$0].isBlank }
        var above: [Int] = []
        if let last, last < foot.lowerBound, lines[last].spot.table == nil, !lines[last].spot.isInShape {
            above = Array(last..<foot.lowerBound)
        }
        guard let table = table(of: lines[name]) else {
            return kept(
                above + foot.prefix { $0 < name && lines[$0].paragraph.place != lines[name].paragraph.place })
        }
        let rows = Set(
            foot.filter { lines[$0].spot.table == lines[name].spot.table }.map { lines[$0].spot.row })
        let whole = rows.sorted().filter { table.rows.indices.contains($0) && !table.rows[$0].staysWhole }
        let upper = foot.filter {
            lines[$0].spot.table == lines[name].spot.table && lines[$0].spot.row < lines[name].spot.row
        }
        return whole.map { .keepRowWhole(table.rows[$0].place) } + kept(above + upper)
    }

    /// More lines than that would leave a page half empty.
    private static let tallestFoot = 24

    /// Each paragraph with the next.
    private func kept(_ indices: [Int]) -> [DocumentEdit] {
        var told: Set<ElementPlace> = []
        return indices.compactMap { index in
            let paragraph = lines[index].paragraph
            guard !paragraph.format.keepsWithNext, !lines[index].spot.isInShape,
                told.insert(paragraph.element).inserted
            else { return nil }
            return .paragraph(paragraph.element, ParagraphChange(keepsWithNext: true))
        }
    }

    /// The lines of its tallest column, as far as the lengths of their texts tell.
    private func heightOfFoot(_ foot: Range<Int>) -> Int {
        var heights: [Int: Int] = [:]
        for index in foot where !lines[index].spot.isInShape {
            heights[lines[index].spot.cell, default: 0] += 1 + lines[index].text.utf8.count / 60
        }
        return heights.values.max() ?? 0
    }
}

extension DocumentEdit {
    /// Whether lines may come to stand on other pages.
    var changesHeights: Bool {
        switch self {
        case .page: true
        case .paragraph(_, let change):
            change.spaceBefore != nil || change.spaceAfter != nil || change.lineSpacing != nil
                || change.firstLineIndent != nil || change.leftIndent != nil
        case .characters(_, let change): change.size != nil || change.font != nil
        default: false
        }
    }
}
