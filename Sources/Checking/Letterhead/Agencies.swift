internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check {
    static let agencies = document(
        [
            .superiorAgencyLook, .issuingAgencyLook, .agencyLineMissing, .agencyLineLength, .agencyLineTyped,
            .agencyOrder,
        ], about: [.issuingAgency, .superiorAgency]
    ) { context, log in
        context.checkLooks(of: .superiorAgency, .superiorAgencyLook, &log)
        context.checkLooks(of: .issuingAgency, .issuingAgencyLook, &log)
        context.checkAgencyLine(&log)
        context.checkAgencyOrder(&log)
    }

    static let headSides = document([.headSides], about: [.nationalTitle, .partyTitle]) {
        $0.checkHeadSides(&$1)
    }
}

extension Rule {
    static let superiorAgencyLook = Rule(
        "format.superior-agency-look", "H04", .error, .automatic(.look),
        [Rule.Clause].decree("II.2") + .party("tên cơ quan"), "Tên cơ quan chủ quản in hoa, đứng, không đậm.",
        en: "The superior agency's name is in capitals, upright, not bold.",
        right: "UBND TỈNH QUẢNG NINH (thường)", wrong: "UBND TỈNH QUẢNG NINH (đậm)")

    static let issuingAgencyLook = Rule(
        "format.issuing-agency-look", "H04", .error, .automatic(.look),
        [Rule.Clause].decree("II.2") + .party("tên cơ quan"),
        "Tên cơ quan ban hành in hoa, đứng, đậm, canh giữa.",
        en: "The issuing agency's name is in capitals, upright, bold, centred.", right: "SỞ TÀI CHÍNH (đậm)",
        wrong: "SỞ TÀI CHÍNH (thường)")

    static let agencyLineMissing = Rule(
        "format.agency-line-missing", "H05", .error, .byHand, .decree("II.2"),
        "Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền.",
        en: "Under the issuing agency a solid line is drawn.", right: "đường kẻ dưới tên cơ quan",
        wrong: "không có đường kẻ")

    static let agencyLineLength = Rule(
        "format.agency-line-length", "H05", .error, .automatic(.line), .decree("II.2"),
        "Đường kẻ dưới tên cơ quan dài bằng 1/3 đến 1/2 dòng chữ và canh giữa.",
        en: "The line under the agency is 1/3 to 1/2 of the text's length, centred.",
        right: "20 mm dưới dòng chữ 50 mm", wrong: "bằng cả dòng chữ")

    static let agencyLineTyped = Rule(
        "format.agency-line-typed", "H05", .warning, .byHand, .decree("II.2"),
        "Đường kẻ dưới tên cơ quan phải được vẽ, không gõ bằng dấu gạch.",
        en: "The line under the agency is drawn, not typed with dashes.", right: "đường vẽ", wrong: "-------")

    static let agencyOrder = Rule(
        "format.agency-order", "H06", .warning, .byHand, [Rule.Clause].decree("II.2") + .party("tên cơ quan"),
        "Cơ quan chủ quản đứng trên, cơ quan ban hành đứng dưới.",
        en: "The superior agency stands above, the issuing one below.", right: "UBND TỈNH … / SỞ …",
        wrong: "SỞ … / UBND TỈNH …")

    static let headSides = Rule(
        "format.head-sides", "H07", .error, .byHand, [Rule.Clause].decree("IV") + .party("thể thức"),
        "Tên cơ quan ở nửa trái, Quốc hiệu (hoặc tiêu đề của Đảng) ở nửa phải.",
        en: "The agency is on the left half, the title on the right.", right: "cơ quan trái, Quốc hiệu phải",
        wrong: "Quốc hiệu bên trái")
}

extension CheckContext {
    func checkAgencyLine(_ log: inout FindingLog) {
        guard let head = structure.headTable else { return }
        let inHead = Set(head)
        let agency = structure.indices(of: .issuingAgency).filter(inHead.contains)
        guard let last = agency.last else { return }
        let number = structure.first(.numberAndCode) ?? .max
        let column = head.filter { lines[$0].spot.cell == lines[last].spot.cell && $0 >= last && $0 < number }
        judgeLine(
            under: agency, among: column, isElsewherePossible: holdShapes(head),
            (.issuingAgency, .agencyLineMissing, .agencyLineLength), &log)
        let typed = structure.ruledLines(under: agency, among: column).compactMap {
            if case .typed(let index) = $0 { index } else { nil }
        }
        guard let typed = typed.first else { return }
        log.add(
            .agencyLineTyped, .issuingAgency, lines[typed],
            found: Wording("đường kẻ gõ bằng ký tự", en: "a typed line"),
            right: Wording("đường kẻ vẽ", en: "a drawn line"))
    }

    private static let lower = [
        "SỞ ", "CHI CỤC ", "TRUNG TÂM ", "PHÒNG ", "TRƯỜNG ", "CHI BỘ ", "ĐẢNG ỦY SỞ", "ĐẢNG BỘ SỞ",
    ].map(HeadWords.fold)

    private static let higher = [
        "UBND TỈNH ", "ỦY BAN NHÂN DÂN TỈNH ", "UBND THÀNH PHỐ ", "ỦY BAN NHÂN DÂN THÀNH PHỐ ", "BỘ ",
        "TỈNH ỦY ", "ĐẢNG BỘ TỈNH ", "ĐẢNG ỦY UBND",
    ].map(HeadWords.fold)

    /// Only where the ranks of both are plain from their first words.
    func checkAgencyOrder(_ log: inout FindingLog) {
        guard let upper = structure.first(.superiorAgency), let issuer = structure.first(.issuingAgency),
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

    func checkHeadSides(_ log: inout FindingLog) {
        guard let title = structure.first(.nationalTitle) ?? structure.first(.partyTitle),
            lines[title].spot.columns > 1, lines[title].spot.cell == 0
        else { return }
        log.add(
            .headSides, .nationalTitle, lines[title], found: Wording("ở bên trái", en: "on the left"),
            right: Wording("ở bên phải", en: "on the right"))
    }
}
