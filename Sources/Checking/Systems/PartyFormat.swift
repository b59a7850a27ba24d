internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    /// What documents of the Party have otherwise; where they write a number, a subject or a title otherwise, the check of that
    /// component tells it.
    static let partyFormat = document([
        .partyNumberColon, .partyEndMark, .partyAuthorityForm, .partyPositionWeight, .partyStarMissing,
        .partyHyphensMissing, .partyTitleWording, .partyLetterSubject, .partyFileLine, .partyDeputySecretary,
        .partyTitleBody,
    ]) { context, log in
        context.checkPartyMarks(&log)
        context.checkLooks(of: .partyTitle, .partyTitleWording, &log)
        if context.isParty { context.checkLooks(of: .position, .partyPositionWeight, &log) }
        context.checkTitleBody(&log)
    }
}

extension Rule {
    static let partyNumberColon = Rule(
        "format.party-number-colon", "M02", .error, .automatic(.mark), .party("số và ký hiệu"),
        "Sau từ \"Số\" không có dấu hai chấm.", en: "No colon follows Số.", right: "Số 15-BC/TU",
        wrong: "Số: 15-BC/TU")

    static let partyEndMark = Rule(
        "format.party-end-mark", "M02", .error, .automatic(.mark), .party("nội dung"),
        "Văn bản của Đảng kết thúc bằng dấu chấm, không dùng ./.",
        en: "A Party document ends with a full stop, not ./.", right: "… thực hiện.", wrong: "… thực hiện./.")

    static let partyAuthorityForm = Rule(
        "format.party-authority-form", "M02", .error, .automatic(.wording), .party("chữ ký"),
        "Quyền hạn ghi T/M, K/T, T/L.", en: "Authority is written T/M, K/T, T/L.", right: "T/M BAN THƯỜNG VỤ",
        wrong: "TM. BAN THƯỜNG VỤ")

    static let partyPositionWeight = Rule(
        "format.party-position-weight", "M02", .error, .automatic(.look), .party("chữ ký"),
        "Chức vụ dưới T/M, K/T, T/L không đậm; đứng một mình thì đậm.",
        en: "The title under T/M, K/T, T/L is not bold; alone it is.", right: "BÍ THƯ (thường)",
        wrong: "BÍ THƯ (đậm)")

    static let partyStarMissing = Rule(
        "format.party-star-missing", "M02", .error, .automatic(.wording), .party("tên cơ quan"),
        "Dưới tên cơ quan ban hành có dấu sao (*).", en: "An asterisk stands under the issuing body.",
        right: "*", wrong: "đường kẻ")

    static let partyHyphensMissing = Rule(
        "format.party-hyphens-missing", "M02", .error, .automatic(.wording), .party("tên loại và trích yếu"),
        "Dưới trích yếu có năm dấu gạch nối.", en: "Five hyphens stand under the subject.", right: "-----",
        wrong: "đường kẻ")

    static let partyTitleWording = Rule(
        "format.party-title-wording", "M02", .error, .automatic(.wording), .party("tiêu đề"),
        "Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM in hoa, cỡ 15, đậm, có đường kẻ dài bằng tiêu đề.",
        en: "The title ĐẢNG CỘNG SẢN VIỆT NAM is in capitals, 15 pt, bold, with a line as "
            + "long as itself.", right: "ĐẢNG CỘNG SẢN VIỆT NAM", wrong: "Đảng Cộng sản Việt Nam")

    static let partyLetterSubject = Rule(
        "format.party-letter-subject", "M02", .warning, .automatic(.wording), .party("trích yếu công văn"),
        "Trích yếu công văn của Đảng bắt đầu bằng \"về việc\", không ghi V/v.",
        en: "A Party letter's subject begins with \"về việc\", not V/v.", right: "về việc góp ý dự thảo",
        wrong: "V/v góp ý dự thảo")

    static let partyFileLine = Rule(
        "format.party-file-line", "M02", .error, .automatic(.wording), .party("nơi nhận"),
        "Dòng lưu ghi \"Lưu Văn phòng …\", không có dấu hai chấm, không ghi VT.",
        en: "The file line is \"Lưu Văn phòng …\", without colon and VT.", right: "- Lưu Văn phòng Tỉnh ủy.",
        wrong: "- Lưu: VT.")

    static let partyDeputySecretary = Rule(
        "format.party-deputy-secretary", "M02", .error, .byHand, .party("chữ ký"),
        "Cấp ủy là tập thể: phó bí thư ký T/M, không ký K/T bí thư.",
        en: "A committee is collective: a deputy secretary signs T/M, never K/T.",
        right: "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ", wrong: "K/T BÍ THƯ / PHÓ BÍ THƯ")

    static let partyTitleBody = Rule(
        "format.party-title-body", "M02", .warning, .byHand, .party("chữ ký"),
        "Chức vụ không ghi kèm tên tổ chức.", en: "The title does not repeat the body's name.",
        right: "PHÓ BÍ THƯ", wrong: "PHÓ BÍ THƯ TỈNH ỦY")
}

extension TextScalars {
    /// `Số:` where the Party writes `Số`.
    func partyColonFault(at range: Range<Int>, _ right: String) -> TextFault {
        fault(.partyNumberColon, at: range, correction: right)
    }

    /// `Lưu: VT` where the Party's documents lie at the office of the body.
    func partyFileLineFault(at range: Range<Int>, isOfState: Bool) -> TextFault {
        fault(
            .partyFileLine, at: range, right: "Lưu Văn phòng …, không có dấu hai chấm",
            en: "Lưu Văn phòng …, without a colon", correction: isOfState ? nil : " ")
    }

    /// `K/T BÍ THƯ`: a committee is collective.
    func partyDeputyFault(at range: Range<Int>) -> TextFault {
        fault(
            .partyDeputySecretary, at: range, right: "T/M + tên cấp ủy, dưới là PHÓ BÍ THƯ",
            en: "T/M + the committee, PHÓ BÍ THƯ below")
    }
}

extension CheckContext {
    /// The star under the agency, and the five hyphens under the subject.
    func checkPartyMarks(_ log: inout FindingLog) {
        guard isParty, isHeadSeenWhole else { return }
        let agency = structure.agencyIsUncertain ? nil : structure.indices(of: .issuingAgency).last
        tellMissing(.star, "dấu sao", .partyStarMissing, mend: partyMark("*", .star, under: agency), &log)
        if let star = structure.first(.star), let number = structure.first(.numberAndCode), star > number,
            lines[star].spot.cell == lines[number].spot.cell
        {
            log.add(
                .partyStarMissing, .star, lines[star],
                found: Wording("dấu sao ở dưới số, ký hiệu", en: "the star below the number"),
                right: Wording("dấu sao ngay dưới tên cơ quan", en: "the star right below the agency's name"))
        }
        // A subject of several lines, or with a remark in brackets, may not be seen to its end.
        guard let subject = structure.indices(of: .subject).last,
            !lines[subject...].prefix(Self.reachOfHyphens).contains(where: { Self.areHyphens($0.trimmed) })
        else { return }
        tellMissing(
            .hyphens, "năm dấu gạch nối", .partyHyphensMissing,
            mend: partyMark("-----", .hyphens, under: subject), &log)
    }

    private func partyMark(_ mark: String, _ component: Component, under index: Int?) -> [DocumentEdit] {
        // Where something is drawn already, the mark would stand beside it.
        guard let index, !(index..<min(lines.count, index + 4)).contains(where: isDrawn) else { return [] }
        let isBold = profile.format(of: component)?.weight == .bold
        return [
            .insertParagraph(
                mark, .after, of: lines[index].paragraph.element, ParagraphChange(alignment: .centre),
                CharacterChange(weight: isBold ? .bold : .regular, slant: .upright))
        ]
    }

    private static let reachOfHyphens = 7

    private static func areHyphens(_ text: String) -> Bool {
        (3...10).contains(text.utf8.count) && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private func isDrawn(_ index: Int) -> Bool {
        !lines[index].paragraph.shapes.isEmpty || !lines[index].paragraph.lines.isEmpty
            || lines[index].isTypedLine
    }

    private static let partyTitles = [
        "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ CHỦ NHIỆM", "CHỦ NHIỆM", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN",
        "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG",
    ].map(HeadWords.fold)

    /// `PHÓ BÍ THƯ TỈNH ỦY`: the body stands in the line above, or in the head.
    func checkTitleBody(_ log: inout FindingLog) {
        for index in (structure.indices(of: .authority) + structure.indices(of: .position)).sorted() {
            let text = lines[index].folded
            guard !lines[index].hasTags, let title = Self.partyTitles.first(where: { text.hasPrefix($0) })
            else { continue }
            let rest = text.dropFirst(title.count)
            guard rest.hasPrefix(" "), !rest.contains(HeadWords.fold("THƯỜNG TRỰC")) else { continue }
            log.add(
                .partyTitleBody, .position, lines[index],
                found: Wording("“\(lines[index].trimmed)”", en: "“\(lines[index].trimmed)”"),
                right: Wording(
                    String(lines[index].trimmed.prefix(title.count)),
                    en: String(lines[index].trimmed.prefix(title.count))))
        }
    }
}
