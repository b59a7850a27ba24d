internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let subject = document(
        [
            .subjectLook, .subjectFullStop, .subjectPrefix, .letterSubjectPrefix, .letterSubjectLook,
            .subjectLineMissing, .subjectLineLength, .letterSubjectLine, .typeAndLetterSubject,
            .subjectOwnLine, .subjectRepeatsType, .subjectLineTyped,
        ], about: [.subject, .letterSubject]
    ) { context, log in
        if !context.namesMerits { context.checkLooks(of: .subject, .subjectLook, &log) }
        context.checkLooks(of: .letterSubject, .letterSubjectLook, &log)
        context.checkSubjectLine(&log)
        context.checkSubjectText(&log)
        context.checkLetterSubject(&log)
        context.checkLetterSubjectLine(&log)
        context.checkSubjectOwnLine(&log)
        context.checkSubjectRepeatsType(&log)
    }
}

extension Rule {
    static let subjectOwnLine = Rule(
        "format.subject-own-line", "T01", .error, .automatic(.mark),
        [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
        "Tên loại một dòng, trích yếu ở dòng ngay dưới.",
        en: "The type has a line of its own, with the subject on the line right below.",
        right: "BÁO CÁO / Công tác tuần 02", wrong: "BÁO CÁO Công tác tuần 02")

    static let subjectRepeatsType = Rule(
        "format.subject-repeats-type", "T02", .note, .byHand,
        [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
        "Trích yếu không nhắc lại tên loại ở ngay trên.",
        en: "The subject does not say again the type right above it.", right: "BÁO CÁO / Kết quả công tác",
        wrong: "BÁO CÁO / Báo cáo kết quả công tác")

    static let subjectLook = Rule(
        "format.subject-look", "T02", .error, .automatic(.look),
        [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
        "Trích yếu chữ in thường, đứng, đậm, canh giữa dưới tên loại.",
        en: "The subject is in sentence case, upright, bold, centred under the type.",
        right: "Về việc phân bổ kinh phí (đậm)", wrong: "VỀ VIỆC PHÂN BỔ KINH PHÍ")

    static let subjectFullStop = Rule(
        "format.subject-full-stop", "T02", .error, .automatic(.mark),
        [Rule.Clause].decree("II.5") + .party("tên loại và trích yếu"),
        "Trích yếu không có dấu kết thúc câu.", en: "The subject has no full stop.",
        right: "Về việc phân bổ kinh phí", wrong: "Về việc phân bổ kinh phí.")

    static let subjectPrefix = Rule(
        "format.subject-prefix", "T03", .warning, .byHand, .decree("II.5"),
        "Dưới tên loại không ghi V/v; đó là cách ghi của công văn.",
        en: "Under a named type V/v is out of place; it belongs to letters.", right: "TỜ TRÌNH / Về việc …",
        wrong: "TỜ TRÌNH / V/v …")

    static let letterSubjectPrefix = Rule(
        "format.letter-subject-prefix", "T03", .warning, .automatic(.wording), .decree("II.5"),
        "Trích yếu công văn bắt đầu bằng V/v.", en: "The subject of a letter begins with V/v.",
        right: "V/v nâng bậc lương", wrong: "Về việc nâng bậc lương")

    static let letterSubjectLook = Rule(
        "format.letter-subject-look", "T04", .error, .automatic(.look),
        [Rule.Clause].decree("II.5") + .party("trích yếu công văn"),
        "Trích yếu công văn cỡ 12–13, đứng, không đậm, bên trái, cách dòng số 6 pt (Đảng: "
            + "cỡ 12, nghiêng).",
        en: "A letter's subject is 12–13 pt, upright, not bold, on the left, 6 pt below the "
            + "number (Party: 12 pt italic).", right: "V/v nâng bậc lương", wrong: "đậm, nghiêng")

    static let subjectLineMissing = Rule(
        "format.subject-line-missing", "T05", .error, .byHand, .decree("II.5"),
        "Dưới trích yếu của văn bản có tên loại có đường kẻ ngang, nét liền.",
        en: "Under the subject of a named document a solid line is drawn.", right: "có đường kẻ",
        wrong: "không có")

    static let subjectLineLength = Rule(
        "format.subject-line-length", "T05", .error, .automatic(.line), .decree("II.5"),
        "Đường kẻ dưới trích yếu dài bằng 1/3 đến 1/2 dòng chữ, canh giữa.",
        en: "The line under the subject is 1/3 to 1/2 of the text's length, centred.",
        right: "42 mm dưới 105 mm", wrong: "bằng cả dòng")

    static let subjectLineTyped = Rule(
        "format.subject-line-typed", "T05", .warning, .byHand, .decree("II.5"),
        "Đường kẻ dưới trích yếu phải được vẽ, không gõ bằng dấu gạch.",
        en: "The line under the subject is drawn, not typed with dashes.", right: "đường vẽ",
        wrong: "__________")

    static let letterSubjectLine = Rule(
        "format.letter-subject-line", "T05", .error, .byHand, .decree("II.5"),
        "Dưới trích yếu công văn không có đường kẻ.", en: "There is no line under a letter's subject.",
        right: "không kẻ", wrong: "kẻ dưới V/v")

    static let typeAndLetterSubject = Rule(
        "format.type-and-letter-subject", "T06", .error, .byHand, .decree("II.5"),
        "Văn bản có tên loại không có V/v dưới số; công văn không ghi tên loại.",
        en: "A named document has no V/v under its number; a letter has no type.", right: "chỉ một trong hai",
        wrong: "CÔNG VĂN / V/v …")
}

extension FormatProfile {
    /// The faults in the subject (trích yếu) of a named document.
    func faults(inSubject text: String) -> [TextFault] {
        let letters = TextScalars(text)
        let whole = letters.trimmed
        guard !whole.isEmpty else { return [] }
        var found: [TextFault] = []
        if number.colon == .written, letters[whole].uppercased().hasPrefix("V/V") {
            let prefix = whole.lowerBound..<whole.lowerBound + 3
            found.append(letters.fault(.subjectPrefix, at: prefix, right: "Về việc", en: "Về việc"))
        }
        // A line that ends in dots is a slot of a form.
        if letters[whole.upperBound - 1] == ".",
            letters[whole.upperBound - 2].map({ ".…".unicodeScalars.contains($0) }) != true
        {
            found.append(
                letters.fault(
                    .subjectFullStop, at: whole.upperBound - 1..<whole.upperBound, right: "không có dấu chấm",
                    en: "no full stop", correction: ""))
        }
        return found
    }

    /// The faults in how the subject of a letter (công văn) begins: `V/v`, in the Party's `về việc`.
    func faults(inLetterSubject text: String) -> [TextFault] {
        let letters = TextScalars(text)
        let whole = letters.trimmed
        let written = Normalization.nfc(letters[whole])
        let (right, wrong, broken): (String, [String], Rule) =
            number.colon == .written
            ? ("V/v", ["Về việc", "về việc", "v/v", "V/V"], .letterSubjectPrefix)
            : ("về việc", ["V/v", "v/v", "V/V", "Về việc"], .partyLetterSubject)
        guard let prefix = wrong.first(where: { written.hasPrefix($0 + " ") }) else { return [] }
        let range = whole.lowerBound..<whole.lowerBound + prefix.unicodeScalars.count
        return [letters.fault(broken, at: range, correction: right)]
    }
}

extension CheckContext {
    /// Whether it is a report of merits, whose form (Nghị định 98/2023/NĐ-CP) has its name in capitals on two lines.
    fileprivate var namesMerits: Bool {
        structure.first(.documentType).map { lines[$0].folded.hasPrefix(Self.merits) } ?? false
    }

    private static let merits = HeadWords.fold("BÁO CÁO THÀNH TÍCH")

    func checkSubjectOwnLine(_ log: inout FindingLog) {
        guard let type = structure.first(.documentType), let subject = structure.first(.subject),
            subject == type + 1, lines[type].paragraph.place == lines[subject].paragraph.place,
            lines[type].isFollowedOnItsLine(by: lines[subject])
        else { return }
        log.add(
            .subjectOwnLine, .subject, lines[subject],
            found: Wording("tên loại và trích yếu trên một dòng", en: "type and subject on one line"),
            right: Wording("trích yếu ở dòng dưới tên loại", en: "the subject below the type"),
            mend: lineBreak(between: lines[type], and: lines[subject]))
    }

    /// A break in the place of the blanks between them, where nothing else stands there and the paragraph is centred.
    private func lineBreak(between type: TextLine, and subject: TextLine) -> [DocumentEdit] {
        guard type.isCentred, !type.hasTags, !subject.hasTags, let end = type.typed?.end,
            let start = subject.typed?.start, end < start
        else { return [] }
        let letters = type.paragraph.typedScalars
        guard letters[end..<start].allSatisfy(\.isBlank) else { return [] }
        let span = type.paragraph.span(end..<start, of: letters)
        return [.text(span, String(Character(DocumentEdit.lineBreak)))]
    }

    /// Types that are no part of other names.
    func checkSubjectRepeatsType(_ log: inout FindingLog) {
        guard let type = structure.typeName, Self.plainTypes.contains(type),
            let subject = structure.first(.subject), !lines[subject].hasTags
        else { return }
        let words = lines[subject].folded.split(separator: " ")
        let own = HeadWords.fold(type.uppercased()).split(separator: " ")
        guard words.count > own.count, words.starts(with: own), words[own.count] != HeadWords.fold("SỐ")[...],
            words[own.count].first?.isNumber != true
        else { return }
        log.add(
            .subjectRepeatsType, .subject, lines[subject],
            found: Wording("“\(type)” hai lần", en: "“\(type)” twice"),
            right: Wording("trích yếu không có “\(type)”", en: "the subject without “\(type)”"))
    }

    private static let plainTypes: Set<String> = ["Báo cáo", "Tờ trình", "Thông báo", "Quy chế", "Kế hoạch"]

    func checkSubjectText(_ log: inout FindingLog) {
        guard let first = structure.first(.subject), let last = structure.indices(of: .subject).last,
            !lines[last].hasTags
        else { return }
        let found = profile.faults(inSubject: lines[last].trimmed)
        // Only the first line can begin with V/v, only the last end with a full stop.
        log.add(found.filter { $0.rule != .subjectPrefix || first == last }, .subject, lines[last])
        guard first != last else { return }
        let atStart = profile.faults(inSubject: lines[first].trimmed)
        log.add(atStart.filter { $0.rule == .subjectPrefix }, .subject, lines[first])
    }

    func checkLetterSubject(_ log: inout FindingLog) {
        guard let first = structure.first(.letterSubject), !lines[first].hasTags else { return }
        log.add(profile.faults(inLetterSubject: lines[first].trimmed), .letterSubject, lines[first])
        if let last = structure.indices(of: .letterSubject).last, !lines[last].hasTags {
            let stop = profile.faults(inSubject: lines[last].trimmed).filter { $0.rule == .subjectFullStop }
            log.add(stop, .letterSubject, lines[last])
        }
        guard let type = structure.first(.documentType), first < type else { return }
        log.add(
            .typeAndLetterSubject, .letterSubject, lines[first],
            found: Wording("vừa có tên loại vừa có V/v", en: "both a type and V/v"),
            right: Wording("chỉ một trong hai", en: "one of the two"))
    }

    func checkSubjectLine(_ log: inout FindingLog) {
        let subject = structure.indices(of: .subject)
        guard profile.format(of: .subject)?.line != nil, let last = subject.last else { return }
        let from = structure.first(.documentType) ?? last
        // The shape may be anchored in the type, the subject or the text right below.
        let near = Array(from..<min(lines.count, last + 4))
        let shapes = near.contains { index in lines[index].paragraph.shapes.contains { $0.blocks.isEmpty } }
        judgeLine(
            under: subject, among: near, isElsewherePossible: shapes,
            (.subject, .subjectLineMissing, .subjectLineLength), &log)
        for case .typed(let index) in structure.ruledLines(under: subject, among: near) {
            log.add(
                .subjectLineTyped, .subject, lines[index],
                found: Wording("đường kẻ gõ bằng ký tự", en: "a typed line"),
                right: Wording("đường kẻ vẽ", en: "a drawn line"))
        }
    }

    /// Borders and typed lines alone: a shape anchored here may stand anywhere.
    func checkLetterSubjectLine(_ log: inout FindingLog) {
        guard let last = structure.indices(of: .letterSubject).last else { return }
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
}
