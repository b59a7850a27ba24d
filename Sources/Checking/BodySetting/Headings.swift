internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let headings = document([.headingLook]) { $0.checkHeadingLooks(&$1) }
    static let headingsAlone = document([.headingAlone]) { $0.checkHeadingsAlone(&$1) }
}

extension Rule {
    static let headingLook = Rule(
        "format.heading-look", "B04", .error, .automatic(.look),
        [Rule.Clause].decree("II.6") + .party("nội dung"),
        "Phần, chương, mục, điều và mục La Mã đậm, đứng; tiêu đề phần, chương và mục La Mã in hoa.",
        en: "Parts, chapters, sections, articles and Roman headings are bold and upright; "
            + "titles of parts and Roman headings in capitals.", right: "I. MỤC ĐÍCH, YÊU CẦU",
        wrong: "I. Mục đích, yêu cầu (nghiêng)")

    static let headingAlone = Rule(
        "format.heading-alone", "B10", .note, .byHand, .custom,
        "Tiêu đề không đứng một mình cuối trang. Chỉ báo khi chính tệp bắt sang trang ngay sau tiêu đề, vì dòng "
            + "nào nằm trang nào là do máy dàn trang.",
        en: "A heading does not stand alone at the foot of a page. Told only where the file itself forces a "
            + "new page right behind it, since which lines a page holds is the word processor's business.",
        right: "đi liền đoạn sau", wrong: "tiêu đề, rồi dấu ngắt trang")
}

extension CheckContext {
    func checkHeadingLooks(_ log: inout FindingLog) {
        checkLooks(of: .part, .headingLook, &log)
        checkLooks(of: .romanHeading, .headingLook, &log)
        for heading in structure.headings where hasPlainTitle(heading) {
            log.add(
                .headingLook, .article, lines[heading.line],
                found: Wording("tên điều không đậm", en: "the article's title is not bold"),
                right: Wording("tên điều in đậm", en: "the article's title in bold"))
        }
        for index in structure.indices(of: .article) where lines[index].looks.first?.weight == .regular {
            log.add(
                .headingLook, .article, lines[index], found: Wording("chữ thường", en: "not bold"),
                right: Wording("“Điều …” in đậm", en: "“Điều …” in bold"), mend: articleWord(lines[index]))
        }
    }

    /// `Điều 2. Tổ chức thực hiện` with clauses below: a title, of which the number alone is bold.
    private func hasPlainTitle(_ heading: RecognisedHeading) -> Bool {
        let line = lines[heading.line]
        guard heading.number == .article, !heading.isRunIn, line.spot.table == nil, !line.isLonger(than: 100),
            line.trimmed.unicodeScalars.last?.isLetter == true, line.looks.first?.weight == .bold,
            line.looks.last?.weight == .regular,
            let next = lines[(heading.line + 1)...].firstIndex(where: { !$0.isBlank })
        else { return false }
        return structure.components[next] == .clause || structure.components[next] == .titledClause
    }

    /// Makes `Điều 1.` bold.
    private func articleWord(_ line: TextLine) -> [DocumentEdit] {
        let scalars = Array(line.text.unicodeScalars)
        guard let end = scalars.firstIndex(of: "."), let range = line.typedRange(0..<end + 1) else {
            return []
        }
        return [.characters(line.paragraph.span(range), CharacterChange(weight: .bold))]
    }

    /// A heading with a forced break right behind it.
    func checkHeadingsAlone(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in structure.text {
            switch structure.components[index] {
            case .romanHeading, .titledClause, .part: break
            default: continue
            }
            guard lines[index].text.count < 200 else { continue }
            let next = lines[(index + 1)...].firstIndex { !$0.isBlank } ?? lines.count
            guard structure.breaksPage(after: index, before: next) else { continue }
            places.append(
                FaultyPlace(
                    lines[index], Wording("tiêu đề ở cuối trang", en: "a heading at the foot of a page")))
        }
        log.add(
            .headingAlone, .romanHeading, all: places,
            right: Wording("sang trang trước tiêu đề", en: "a new page before the heading"))
    }
}
