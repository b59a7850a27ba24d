internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let pageNumbers = document([
        .pageNumberMissing, .pageNumberOnFirstPage, .pageNumberPlace, .pageNumberLook,
    ]) { $0.checkPageNumbers(&$1) }

    static let appendixPageNumbers = document([.appendixPageNumber]) { $0.checkAppendixPageNumbers(&$1) }
}

extension Rule {
    static let pageNumberMissing = Rule(
        "format.page-number-missing", "N01", .error, .automatic(.page),
        [Rule.Clause].decree("I.7") + .party("số trang"), "Văn bản từ hai trang trở lên phải đánh số trang.",
        en: "A document of more than one page has page numbers.", right: "2 ở giữa lề trên trang hai",
        wrong: "không có số trang")

    static let pageNumberOnFirstPage = Rule(
        "format.page-number-on-first-page", "N02", .error, .automatic(.page),
        [Rule.Clause].decree("I.7") + .party("số trang"), "Không hiển thị số trang thứ nhất.",
        en: "The number is not shown on page 1.", right: "trang đầu không số", wrong: "số 1 trên trang đầu")

    static let pageNumberPlace = Rule(
        "format.page-number-place", "N03", .error, .automatic(.page),
        [Rule.Clause].decree("I.7") + .party("số trang"),
        "Số trang đặt canh giữa trong lề trên; văn bản của Đảng cách mép trên 10 mm.",
        en: "The number stands centred in the upper margin; in Party documents 10 mm from the edge.",
        right: "giữa lề trên", wrong: "góc phải chân trang")

    static let pageNumberLook = Rule(
        "format.page-number-look", "N03", .error, .automatic(.page),
        [Rule.Clause].decree("I.7") + .party("số trang"),
        "Số trang là chữ số Ả Rập, kiểu đứng, cỡ 13–14 (Đảng: 14).",
        en: "Page numbers are upright Arabic digits of 13–14 pt (Party: 14).", right: "2",
        wrong: "– ii –, số nghiêng cỡ 11")

    static let appendixPageNumber = Rule(
        "format.appendix-page-number", "N04", .error, .automatic(.page), .decree("I.7"),
        "Mỗi phụ lục đánh số trang riêng, bắt đầu từ 1.", en: "Each appendix is numbered on its own, from 1.",
        right: "phụ lục bắt đầu từ trang 1", wrong: "phụ lục đánh tiếp trang 9")
}

extension CheckContext {
    func checkPageNumbers(_ log: inout FindingLog) {
        guard let section = document.sections.first,
            structure.foot != nil || structure.first(.documentType) != nil
        else { return }
        let position = document.position(ofSection: 0)
        let numbers = structure.pageNumbers(ofSection: 0)
        let (header, footer) = (
            numbers.inHeader.map { TextLine(alone: $0) }, numbers.inFooter.map { TextLine(alone: $0) }
        )
        let first = numbers.onFirstPage.map { TextLine(alone: $0) }
        if header.isEmpty, footer.isEmpty {
            // Later sections may have what the first page's has not, and would have two numbers then.
            let later = document.sections.indices.dropFirst().contains { index in
                let numbers = structure.pageNumbers(ofSection: index)
                return !numbers.inHeader.isEmpty || !numbers.inFooter.isEmpty
            }
            if surelyNeedsSecondPage {
                log.add(
                    .pageNumberMissing, .pageNumber, nil,
                    found: Wording("không có số trang", en: "no page number"),
                    right: Wording(
                        "số trang ở giữa lề trên", en: "the page number centred in the top margin"),
                    mend: position.flatMap { position in
                        guard !later, section.hasTitlePage || !hasWords(section) else { return nil }
                        return [.showPageNumber(position, numberLook)]
                            + (section.hasTitlePage ? [] : [.hidePageNumberOnFirstPage(position)])
                    } ?? [])
            }
            return
        }
        if header.isEmpty {
            log.add(
                .pageNumberPlace, .pageNumber, footer.first,
                found: Wording("số trang ở lề dưới", en: "the page number in the bottom margin"),
                right: Wording("ở giữa lề trên", en: "centred in the top margin"),
                mend: areAlone(footer) && !hasEvenPages
                    ? (position.map { [.showPageNumber($0, numberLook)] } ?? []) + removals(of: footer) : [])
        }
        if !section.hasTitlePage || !first.isEmpty {
            log.add(
                .pageNumberOnFirstPage, .pageNumber, first.first ?? header.first ?? footer.first,
                found: Wording("trang đầu có số trang", en: "the first page has its number"),
                right: Wording("không hiện số ở trang đầu", en: "no number on the first page"),
                mend: areAlone(first)
                    ? (section.hasTitlePage ? [] : position.map { [.hidePageNumberOnFirstPage($0)] } ?? [])
                        + removals(of: first) : [])
        }
        checkColour(ofPageNumbers: header + footer, &log)
        guard let line = header.first else { return }
        checkLook(of: line, .pageNumber, .pageNumberLook, .pageNumberPlace, pageNumberLooks(line), &log)
    }

    /// How the number looks where none stands yet.
    private var numberLook: CharacterChange {
        let asked = profile.format(of: .pageNumber)
        return CharacterChange(
            font: profile.font, size: asked?.size(in: sizes), weight: .regular, slant: .upright)
    }

    private func areAlone(_ lines: [TextLine]) -> Bool { lines.allSatisfy(\.paragraph.holdsPageNumberAlone) }

    /// Whether something else stands in the margins, which a first page of its own would lose.
    private func hasWords(_ section: ReadSection) -> Bool {
        [section.headers[.standard], section.footers[.standard]].contains { margin in
            (margin?.blocks ?? []).paragraphs.contains { !TextLine(alone: $0).isBlank || !$0.shapes.isEmpty }
        }
    }

    /// Whether even pages have margins of their own, so that a change of the others is half of one.
    private var hasEvenPages: Bool {
        document.traits.contains(.evenAndOddPages)
            || document.sections.contains { $0.headers[.even] != nil || $0.footers[.even] != nil }
    }

    private func removals(of lines: [TextLine]) -> [DocumentEdit] {
        lines.map { .removePageNumber($0.paragraph.element) }
    }

    private func pageNumberLooks(_ line: TextLine) -> [EffectiveCharacters] {
        line.paragraph.runs.filter { $0.pieces.contains(.pageNumber) }.map(\.format)
    }

    /// An appendix on pages of its own has them numbered from 1: where its section says so, which a mere page break cannot.
    func checkAppendixPageNumbers(_ log: inout FindingLog) {
        guard profile.pageNumber.restartsInAppendices else { return }
        for label in structure.appendixLabels {
            let index = lines[label].spot.section
            let section = document.sections[index]
            let above = lines[..<label].last { !$0.isBlank }
            let isFirst = above.map { $0.spot.section < index } ?? true
            if isFirst {
                guard index > 0, section.pageNumberStart != 1,
                    !(section.headers[.standard]?.blocks.isEmpty ?? true)
                else { continue }
            } else {
                guard !structure.pageNumbers(ofSection: index).isEmpty, beginsPage(label) else { continue }
            }
            log.add(
                .appendixPageNumber, .pageNumber, lines[label],
                found: Wording("số trang nối tiếp văn bản chính", en: "pages numbered on from the main text"),
                right: isFirst
                    ? Wording("đánh số riêng từ 1", en: "numbered on its own from 1")
                    : Wording(
                        "đánh số riêng từ 1, phụ lục ở phần (section) riêng",
                        en: "numbered on its own from 1, in a section of its own"),
                mend: isFirst ? restart(index) : [])
        }
    }

    /// Whether the file forces a new page above a line behind the foot.
    private func beginsPage(_ label: Int) -> Bool {
        guard let foot = structure.footLines?.upperBound, label >= foot,
            let above = lines[..<label].lastIndex(where: { !$0.isBlank })
        else { return false }
        return structure.breaksPage(after: above, before: label)
    }

    /// Numbers a section from 1 on, and hides the 1; not where its first page would lose more than that, or shows a number of its own.
    private func restart(_ index: Int) -> [DocumentEdit] {
        let section = document.sections[index]
        guard let position = document.position(ofSection: index),
            section.hasTitlePage
                ? structure.pageNumbers(ofSection: index).onFirstPage.isEmpty : !hasWords(section)
        else { return [] }
        return [.restartPageNumbers(position)]
            + (section.hasTitlePage ? [] : [.hidePageNumberOnFirstPage(position)])
    }
}
