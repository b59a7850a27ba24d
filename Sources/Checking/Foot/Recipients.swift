internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let recipients = document(
        [
            .recipientsLabelWording, .recipientsLabelLook, .recipientLook, .recipientDash, .recipientEnd,
            .fileLineMissing, .fileLineForm, .fileLineLast, .drafterCodePlace, .firstRecipientArticle,
            .recipientsPlace, .recipientGlued,
        ], about: [.recipientsLabel, .recipient]
    ) { context, log in
        context.checkLooks(of: .recipientsLabel, .recipientsLabelLook, &log)
        context.checkLooks(of: .recipient, .recipientLook, &log)
        context.checkRecipientPosition(&log)
        context.checkRecipientsLabel(&log)
        context.judgeTogether(.recipient, &log) { context.profile.faults(inRecipients: $0) }
        context.checkRecipientsPlace(&log)
        context.checkDrafterCode(&log)
        context.checkFirstRecipientArticle(&log)
    }
}

extension Rule {
    static let recipientsLabelWording = Rule(
        "format.recipients-label-wording", "R01", .error, .automatic(.wording),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Từ \"Nơi nhận\" có dấu hai chấm, trên một dòng riêng.",
        en: "Nơi nhận has a colon and a line of its own.", right: "Nơi nhận:", wrong: "Nơi nhận")

    static let recipientsLabelLook = Rule(
        "format.recipients-label-look", "R01", .error, .automatic(.look),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "\"Nơi nhận:\" cỡ 12, đậm, nghiêng (Đảng: 14, gạch chân).",
        en: "Nơi nhận: is 12 pt, bold italic (Party: 14 pt, underlined).", right: "đậm nghiêng 12",
        wrong: "đứng, 13")

    static let recipientLook = Rule(
        "format.recipient-look", "R01", .error, .automatic(.look),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Các mục nơi nhận cỡ 11 (Đảng: 12), đứng, sát lề trái.",
        en: "Recipients are 11 pt (Party: 12), upright, flush left.", right: "11, đứng", wrong: "13")

    static let recipientDash = Rule(
        "format.recipient-dash", "R02", .error, .automatic(.mark),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"), "Mỗi nơi nhận có gạch đầu dòng.",
        en: "Each recipient has a dash.", right: "- Như trên;", wrong: "• Như trên;")

    static let recipientEnd = Rule(
        "format.recipient-end", "R02", .error, .automatic(.mark),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Mỗi nơi nhận kết thúc bằng dấu chấm phẩy, mục cuối bằng dấu chấm (HD 36: dấu phẩy).",
        en: "Each recipient ends with a semicolon, the last with a full stop (HD 36: a comma).",
        right: "- Như trên; / - Lưu: VT.", wrong: "- Như trên, / - Lưu: VT;")

    static let fileLineMissing = Rule(
        "format.file-line-missing", "R03", .error, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Mục cuối của nơi nhận là dòng Lưu.", en: "The last recipient is the file line.",
        right: "- Lưu: VT, TCCB.", wrong: "không có dòng Lưu")

    static let fileLineForm = Rule(
        "format.file-line-form", "R03", .error, .automatic(.wording), .decree("II.9"),
        "Dòng lưu ghi \"Lưu: VT\", dấu phẩy, đơn vị soạn thảo, dấu chấm.",
        en: "The file line is \"Lưu: VT\", a comma, the drafting unit, a full stop.",
        right: "- Lưu: VT, TCCB.", wrong: "- Lưu VT.")

    static let fileLineLast = Rule(
        "format.file-line-last", "R03", .error, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Dòng Lưu đứng cuối danh sách.", en: "The file line is the last one.", right: "- Lưu: VT. ở cuối",
        wrong: "- Lưu: VT; ở giữa")

    static let drafterCodePlace = Rule(
        "format.drafter-code-place", "R03", .warning, .byHand, .decree("III.3"),
        "Ký hiệu người soạn và số bản ghi dòng riêng dưới danh sách.",
        en: "Drafter's code and number of copies stand on a line below the list.",
        right: "- Lưu: VT, TCCB. / PL.(300)", wrong: "- Lưu: VT, TCCB, PL.(300).")

    static let firstRecipientArticle = Rule(
        "format.first-recipient-article", "R02", .warning, .byHand, .forms("các mẫu 1.1–1.3"),
        "Văn bản có điều thì mục đầu của nơi nhận là \"Như Điều …\".",
        en: "With articles the first recipient is \"Như Điều …\".", right: "- Như Điều 3;",
        wrong: "- Như trên;")

    static let recipientsPlace = Rule(
        "format.recipients-place", "R04", .warning, .byHand,
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "\"Nơi nhận:\" sát lề trái, ngang hàng với quyền hạn, chức vụ người ký.",
        en: "Nơi nhận: stands flush left, level with the signer's title.", right: "ngang dòng GIÁM ĐỐC",
        wrong: "thấp hơn ba dòng")
}

extension FormatProfile {
    /// The faults in each of the paragraphs under "Nơi nhận:".
    func faults(inRecipients lines: [String]) -> [[TextFault]] {
        zip(lines, faults(inItems: lines)).map { line, faults in
            GluedSignatures.fault(in: line).map { [$0] } ?? faults
        }
    }

    private func faults(inItems lines: [String]) -> [[TextFault]] {
        let fileLine = lines.lastIndex { isFileLine($0) }
        let items = ListItems(
            dash: .recipientDash, separator: .recipientEnd, between: recipients.betweenItems,
            last: recipients.lastEnd)
        var all = items.faults(in: lines)
        guard let last = lines.indices.last else { return [] }
        if let fileLine {
            all[fileLine] += fileLineFaults(lines[fileLine])
        } else if TextLine.trimmed(lines[last]).last == recipients.betweenItems {
            // The file line is still to follow, so that what is last now ends as any other item.
            all[last].removeAll { $0.rule == .recipientEnd }
        }
        let letters = TextScalars(lines[last])
        if let fileLine {
            // What stands below it is no recipient that is known.
            for index in all.indices[(fileLine + 1)...] { all[index] = all[index].map(\.byHand) }
            if fileLine != last {
                let letters = TextScalars(lines[fileLine])
                all[fileLine].append(
                    letters.fault(
                        .fileLineLast, at: letters.trimmed, right: "đặt dòng Lưu ở cuối",
                        en: "put the file line last"))
            }
        } else {
            all[last].append(
                letters.fault(
                    .fileLineMissing, at: letters.trimmed,
                    told: Wording("không có dòng Lưu", en: "no file line"),
                    right: "thêm dòng - \(recipients.fileLine)…", en: "add the line - \(recipients.fileLine)…"
                ))
        }
        return all
    }

    private func isFileLine(_ line: String) -> Bool {
        let item = line.drop { "-–—•*+ \t".contains($0) }
        return item.hasPrefix("Lưu ") || item.hasPrefix("Lưu:")
    }

    private func fileLineFaults(_ line: String) -> [TextFault] {
        let letters = TextScalars(line)
        guard let word = letters.words.first(where: { Normalization.nfc($0.text) == "Lưu" }) else {
            return []
        }
        let start = word.range.upperBound
        let rest = letters.end(from: start) { $0.isBlank || $0 == ":" }
        let isOffice = letters[rest..<min(rest + 2, letters.count)] == "VT"
        let isBlank = TextLine.trimmed(letters[start..<rest]).isEmpty
        if number.colon == .written {
            let isRight = TextLine.trimmed(letters[start..<rest]) == ":" && letters[rest - 1]?.isBlank == true
            guard !isRight || !isOffice else { return unitFaults(letters, behind: rest + 2) }
            if !isOffice {
                // Somewhere else in the line it is named all the same.
                guard !letters.words.contains(where: { $0.text == "VT" }) else { return [] }
                return [
                    letters.fault(
                        .fileLineForm, at: start..<rest,
                        told: Wording("không ghi VT sau “Lưu”", en: "no VT after “Lưu”"), right: "Lưu: VT, …",
                        en: "Lưu: VT, …")
                ]
            }
            let told = Wording("không có dấu hai chấm sau “Lưu”", en: "no colon after “Lưu”")
            return [
                letters.fault(.fileLineForm, at: start..<rest, told: isBlank ? told : nil, correction: ": ")
            ]
        }
        guard letters[start..<rest].contains(":") || isOffice else { return [] }
        return [letters.partyFileLineFault(at: start..<rest, isOfState: isOffice)]
    }
}

extension FormatProfile {
    /// `VT. NC.`: a stop, or nothing, where a comma parts the office from the unit.
    private func unitFaults(_ letters: TextScalars, behind office: Int) -> [TextFault] {
        let next = letters.end(from: office + 1) { $0.isBlank }
        if letters[office]?.isUpper == true || letters[office] == " " && letters[next]?.isUpper == true {
            // `VTMT`, `VT MTTQ`: no comma behind the office.
            return [
                letters.fault(
                    .fileLineForm, at: office - 2..<letters.end(from: next) { $0.isLetter },
                    right: "dấu phẩy sau “VT”", en: "a comma behind “VT”")
            ]
        }
        guard letters[office] == ".", letters[next]?.isUpper == true else { return [] }
        return [
            letters.fault(
                .fileLineForm, at: office..<office + 1,
                told: Wording("dấu chấm sau “VT”", en: "a full stop after “VT”"), correction: ",")
        ]
    }
}

extension CheckContext {
    func checkRecipientsLabel(_ log: inout FindingLog) {
        guard let label = structure.first(.recipientsLabel) else { return }
        let (written, right) = (lines[label].trimmed, profile.recipients.label)
        guard written != right else { return }
        let fault = TextFault(
            .recipientsLabelWording, at: 0..<written.utf8.count, found: written,
            right: Wording(right, en: right), correction: right)
        log.add(
            .recipientsLabelWording, .recipientsLabel, lines[label],
            found: Wording("“\(written)”", en: "“\(written)”"), right: Wording(right, en: right),
            mend: LineCorrections(lines[label]).edit(for: fault).map { [$0] } ?? [])
    }

    func checkRecipientsPlace(_ log: inout FindingLog) {
        guard let label = structure.first(.recipientsLabel) else { return }
        var fault: Wording?
        if let title = structure.signatures.first?.titles.first, let apart = stepBetween(title, label),
            abs(apart) > 25
        {
            fault =
                apart > 0
                ? Wording("thấp hơn dòng chức vụ người ký", en: "lower than the signer's title")
                : Wording("cao hơn dòng chức vụ người ký", en: "higher than the signer's title")
        }
        let format = lines[label].paragraph.format
        let indent = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        if fault == nil, lines[label].spot.columns > 1, indent > 8, format.alignment != .centre {
            fault = Wording("thụt vào \(measure(indent, "mm").vietnamese)", en: "indented")
        }
        guard let fault else { return }
        log.add(
            .recipientsPlace, .recipientsLabel, lines[label], found: fault,
            right: Wording(
                "sát lề trái, ngang dòng chức vụ người ký", en: "flush left, level with the signer's title"))
    }

    /// `PL.(300)` on the file line, or above recipients.
    func checkDrafterCode(_ log: inout FindingLog) {
        let recipients = structure.indices(of: .recipient)
        let right = Wording(
            "một dòng riêng dưới danh sách nơi nhận", en: "a line of its own below the list of recipients")
        if let code = structure.first(.drafterCode), let last = recipients.last, code < last {
            log.add(
                .drafterCodePlace, .drafterCode, lines[code],
                found: Wording("đứng giữa danh sách", en: "inside the list"), right: right)
        }
        guard let last = recipients.last, let code = Self.drafterCode(in: lines[last].trimmed) else { return }
        log.add(
            .drafterCodePlace, .recipient, lines[last],
            found: Wording("“\(code)” trong dòng Lưu", en: "“\(code)” on the file line"), right: right)
    }

    /// Initials, a full stop and the number of copies in brackets; a number alone counts the copies on file.
    private static func drafterCode(in text: String) -> String? {
        guard text.contains("Lưu") else { return nil }
        for part in text.split(separator: ",").dropFirst() {
            let word = part.drop { $0 == " " }
            let initials = word.prefix { $0.isUppercase }
            let rest = word.dropFirst(initials.count)
            guard (1...5).contains(initials.count), rest.hasPrefix(".(") || rest.hasPrefix(". (") else {
                continue
            }
            let copies = rest.drop { ". (".contains($0) }.prefix { $0.isNumber }
            guard !copies.isEmpty else { continue }
            return String(word.prefix { $0 != ")" }) + ")"
        }
        return nil
    }

    func checkFirstRecipientArticle(_ log: inout FindingLog) {
        guard structure.typeName == "Quyết định", structure.first(.article) != nil,
            let first = structure.first(.recipient), !lines[first].hasTags
        else { return }
        let item = lines[first].trimmed.drop { "-–• ".contains($0) }
        guard !item.lowercased().hasPrefix("như điều") else { return }
        log.add(
            .firstRecipientArticle, .recipient, lines[first],
            found: Wording("mục đầu là “\(item)”", en: "the first item is “\(item)”"),
            right: Wording("- Như Điều …;", en: "- Như Điều …;"))
    }
}
