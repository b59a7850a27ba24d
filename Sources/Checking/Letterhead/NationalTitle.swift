internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let nationalTitle = document(
        [.nationalTitleWording, .nationalTitleLook, .nationalTitleWraps],
        about: [.nationalTitle, .partyTitle]
    ) { context, log in
        context.checkLooks(of: .nationalTitle, .nationalTitleLook, &log)
        context.judgeEach(.partyTitle, &log) { context.profile.faults(inTitle: $0) }
        // Whoever took the other system's head has more to change than the title.
        context.judgeEach(.nationalTitle, &log) { title in
            let faults = context.profile.faults(inTitle: title)
            return context.isParty ? faults.map(\.byHand) : faults
        }
        context.checkTitleWraps(&log)
    }
}

extension Rule {
    static let nationalTitleWording = Rule(
        "format.national-title-wording", "H01", .error, .automatic(.wording), .decree("II.1"),
        "Quốc hiệu viết in hoa, đúng từng chữ; HÒA và HOÀ đều đúng.",
        en: "The nation's title is in capitals, letter for letter; HÒA and HOÀ are both right.",
        right: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", wrong: "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM")

    static let nationalTitleLook = Rule(
        "format.national-title-look", "H01", .error, .automatic(.look), .decree("II.1"),
        "Quốc hiệu cỡ 12–13, đứng, đậm.", en: "The nation's title is 12–13 pt, upright, bold.",
        right: "đậm, 13", wrong: "thường, 14")

    static let nationalTitleWraps = Rule(
        "format.national-title-wraps", "H01", .warning, .byHand, .decree("II.1"),
        "Quốc hiệu nằm trên một dòng; cột phải của phần đầu cần rộng khoảng 96 mm với cỡ 13.",
        en: "The title stays on one line; with 13 pt the right column needs about 96 mm.", right: "một dòng",
        wrong: "VIỆT NAM rơi xuống dòng hai")
}

extension FormatProfile {
    /// The faults in the wording of Quốc hiệu, or of the Party's title.
    func faults(inTitle text: String) -> [TextFault] {
        isOfParty
            ? wordingFaults(text, .partyTitle, .partyTitleWording)
            : wordingFaults(text, .nationalTitle, .nationalTitleWording)
    }

    /// The faults of a component that always says the same; either style of tone marks is right.
    func wordingFaults(_ text: String, _ component: Component, _ code: Rule) -> [TextFault] {
        guard case .exactly(let right)? = format(of: component)?.wording else { return [] }
        let letters = TextScalars(text)
        let written = letters[letters.trimmed]
        guard Normalization.folded(written) != Normalization.folded(right) else { return [] }
        return [letters.fault(code, at: letters.trimmed, correction: right)]
    }
}

extension CheckContext {
    /// A little too wide by our measure may still fit by the word processor's.
    func checkTitleWraps(_ log: inout FindingLog) {
        guard let index = structure.first(.nationalTitle), let points = lines[index].looks.first?.size,
            let asked = profile.format(of: .nationalTitle), case .exactly(let wording) = asked.wording,
            isNear(points, asked.points), !lines[index].spot.isCut, !lines[index].spot.isInShape,
            lines[index].folded == Normalization.folded(wording),
            let available = lines[index].paragraph.availableWidth?.millimetres
        else { return }
        let format = lines[index].paragraph.format
        let indents =
            max(0, format.leftIndent?.millimetres ?? 0) + max(0, format.rightIndent?.millimetres ?? 0)
        let width = TextMetrics.width(of: lines[index].trimmed, points: points, face: .bold)
        guard available - indents > 20, width > (available - indents) * 1.005 else { return }
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
}
