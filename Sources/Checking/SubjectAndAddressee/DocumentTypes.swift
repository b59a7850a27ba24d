internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let documentType = document([.typeLook, .typeUnknown], about: [.documentType]) { context, log in
        context.checkLooks(of: .documentType, .typeLook, &log)
        context.checkTypeName(&log)
    }
}

extension Rule {
    static let typeLook = Rule(
        "format.type-look", "T01", .error, .automatic(.look),
        [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
        "Tên loại in hoa, đứng, đậm, canh giữa, cỡ 13–14 (Đảng: 15–16).",
        en: "The type is in capitals, upright, bold, centred, 13–14 pt (Party: 15–16).", right: "KẾ HOẠCH",
        wrong: "Kế hoạch")

    static let typeUnknown = Rule(
        "format.type-unknown", "T01", .warning, .byHand,
        [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
        "Tên loại không có trong danh mục; dự toán kinh phí chẳng hạn phải là phụ lục của "
            + "kế hoạch, tờ trình hoặc quyết định.",
        en: "The type is not in the list; an estimate, for one, is an appendix of a plan, a "
            + "submission or a decision.", right: "TỜ TRÌNH … kèm phụ lục dự toán", wrong: "DỰ TOÁN KINH PHÍ")
}

extension CheckContext {
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

    /// A type that was recognised though its marks are others: KẾ HỌACH.
    private func checkTypeSpelling(_ log: inout FindingLog) {
        guard let index = structure.first(.documentType), let name = structure.typeName,
            !lines[index].hasTags, PlainLetters.folded(lines[index].trimmed) == PlainLetters.folded(name)
        else { return }
        let right = name.uppercased()
        guard lines[index].folded != HeadWords.fold(right) else { return }
        log.add(
            .typeUnknown, .documentType, lines[index],
            found: Wording("“\(lines[index].trimmed)”", en: "“\(lines[index].trimmed)”"),
            right: Wording(right, en: right))
    }

    /// Only types known to be taken for one by mistake, on a document with a number of its own.
    func checkTypeName(_ log: inout FindingLog) {
        checkTypeSpelling(&log)
        guard structure.first(.documentType) == nil, structure.first(.letterSubject) == nil,
            structure.first(.numberAndCode) != nil
        else { return }
        let near = structure.text.prefix(5).first { !lines[$0].isBlank }
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
