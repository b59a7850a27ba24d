internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let motto = document([.mottoWording, .mottoLook], about: [.motto]) { context, log in
        context.checkLooks(of: .motto, .mottoLook, &log)
        context.judgeEach(.motto, &log) { context.profile.faults(inMotto: $0) }
    }

    static let mottoLine = document([.mottoLineMissing, .mottoLineLength, .mottoLineTyped], about: [.motto]) {
        $0.checkMottoLine(&$1)
    }
}

extension Rule {
    static let mottoWording = Rule(
        "format.motto-wording", "H02", .error, .automatic(.wording), .decree("II.1"),
        "Tiêu ngữ viết in thường, ba cụm từ cách nhau bằng dấu gạch nối (-) có cách chữ "
            + "hai bên, không có dấu chấm.",
        en: "The motto is in lower case, its three phrases joined by hyphens with a space on "
            + "each side, without a full stop.", right: "Độc lập - Tự do - Hạnh phúc",
        wrong: "Độc lập – Tự Do – Hạnh phúc.")

    static let mottoLook = Rule(
        "format.motto-look", "H02", .error, .automatic(.look), .decree("II.1"),
        "Tiêu ngữ cỡ 13–14, đứng, đậm, canh giữa dưới Quốc hiệu.",
        en: "The motto is 13–14 pt, upright, bold, centred under the title.", right: "đậm, 14",
        wrong: "nghiêng")

    static let mottoLineMissing = Rule(
        "format.motto-line-missing", "H03", .error, .byHand, .decree("II.1"),
        "Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.",
        en: "Under the motto a solid line is drawn, as long as its text.",
        right: "đường kẻ dài bằng dòng chữ", wrong: "không có đường kẻ")

    static let mottoLineLength = Rule(
        "format.motto-line-length", "H03", .error, .automatic(.line), .decree("II.1"),
        "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ.", en: "The line under the motto is as long as the text.",
        right: "60 mm dưới dòng chữ 60 mm", wrong: "25 mm")

    static let mottoLineTyped = Rule(
        "format.motto-line-typed", "H03", .warning, .byHand, .decree("II.1"),
        "Đường kẻ phải được vẽ, không gõ bằng dấu gạch hay gạch chân chữ.",
        en: "The line is drawn, not typed with dashes nor an underline of the text.", right: "đường vẽ",
        wrong: "__________")
}

extension FormatProfile {
    /// The faults in the wording of Tiêu ngữ: other dashes, missing spaces, capitals, a full stop.
    func faults(inMotto text: String) -> [TextFault] { wordingFaults(text, .motto, .mottoWording) }
}

extension CheckContext {
    /// The line under the motto, which is drawn and as long as the motto.
    func checkMottoLine(_ log: inout FindingLog) {
        guard let head = structure.headTable, let motto = structure.first(.motto), head.contains(motto) else {
            return
        }
        let column = head.filter { lines[$0].spot.cell == lines[motto].spot.cell }
        judgeLine(
            under: [motto], among: column, isElsewherePossible: holdShapes(head),
            (.motto, .mottoLineMissing, .mottoLineLength), &log)
        let ruled = structure.ruledLines(under: [motto], among: column)
        let typed = ruled.lazy.compactMap { if case .typed(let index) = $0 { index } else { nil } }.first
        guard typed != nil || ruled.contains(.underlined) else { return }
        log.add(
            .mottoLineTyped, .motto, lines[typed ?? motto],
            found: Wording("đường kẻ gõ bằng ký tự hoặc gạch chân", en: "a typed line or an underline"),
            right: Wording("đường kẻ vẽ", en: "a drawn line"))
    }
}
