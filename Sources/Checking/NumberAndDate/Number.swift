internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let number = document(
        [
            .numberColon, .numberUnpadded, .numberOverpadded, .numberSpaces, .numberSeparator,
            .numberMalformed, .typeAbbreviation, .letterTypeCode, .letterTypeMissing, .agencyCode,
            .numberYear, .codeCase, .numberLook,
        ], about: [.numberAndCode]
    ) { context, log in
        context.checkLooks(of: .numberAndCode, .numberLook, &log)
        let type = context.structure.typeName.flatMap { context.profile.documentType(named: $0) }
        context.judgeEach(.numberAndCode, &log) {
            context.profile.faults(inNumber: $0, type: type, agencyCode: context.settings.agencyCode)
        }
        context.checkIssuerCode(&log)
    }
}

extension Rule {
    static let numberColon = Rule(
        "format.number-colon", "S01", .error, .automatic(.mark), .decree("II.3"),
        "Sau từ \"Số\" có dấu hai chấm liền chữ rồi một cách chữ; từ \"Số\" viết thường.",
        en: "The word Số has a colon right after it, then one space; it is not in capitals.",
        right: "Số: 15/QĐ-BNV", wrong: "Số 15/QĐ-BNV")

    static let numberUnpadded = Rule(
        "format.number-unpadded", "S02", .error, .automatic(.zero),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Số nhỏ hơn 10 phải ghi thêm số 0 phía trước.", en: "A number below 10 has a zero in front.",
        right: "Số: 05/BC-STC", wrong: "Số: 5/BC-STC")

    static let numberOverpadded = Rule(
        "format.number-overpadded", "S02", .warning, .automatic(.zero),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"), "Chỉ thêm một số 0 cho số nhỏ hơn 10.",
        en: "Only numbers below 10 have a zero, and only one.", right: "Số: 05/BC-STC",
        wrong: "Số: 005/BC-STC")

    static let numberSpaces = Rule(
        "format.number-spaces", "S03", .error, .automatic(.blank),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"), "Giữa số, loại và cơ quan không cách chữ.",
        en: "No spaces around the slash and the hyphens.", right: "15/KH-STC", wrong: "15 / KH - STC")

    static let numberSeparator = Rule(
        "format.number-separator", "S03", .error, .automatic(.mark),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ là dấu gạch nối; văn bản "
            + "của Đảng ngược lại.",
        en: "A slash between number and code, a hyphen between groups; in Party documents the "
            + "other way round.", right: "15/KH-STC (Đảng: 15-KH/TU)", wrong: "15/KH/STC")

    static let numberMalformed = Rule(
        "format.number-malformed", "S03", .error, .byHand,
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Số, ký hiệu không theo mẫu nào: số/LOẠI-CƠ QUAN, số/CƠ QUAN-ĐƠN VỊ; Đảng: số-LOẠI/CƠ QUAN.",
        en: "The number follows no pattern: number/TYPE-AGENCY, number/AGENCY-UNIT; Party: "
            + "number-TYPE/AGENCY.", right: "Số: 12/UBND-VX", wrong: "Số: 12/")

    static let typeAbbreviation = Rule(
        "format.type-abbreviation", "S04", .error, .automatic(.wording),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Chữ viết tắt tên loại phải đúng bảng và đúng tên loại của văn bản: QĐ khác QyĐ, "
            + "ĐA khác DA, HD khác HĐ, CT khác CTr.",
        en: "The type's abbreviation is the table's, and that of the document's own type: QĐ "
            + "is not QyĐ, ĐA not DA, HD not HĐ, CT not CTr.", right: "Số: 15/TTr-STC",
        wrong: "Số: 15/TTR-STC")

    static let letterTypeCode = Rule(
        "format.letter-type-code", "S05", .error, .byHand, .decree("II.3"),
        "Ký hiệu công văn của cơ quan nhà nước không có CV: cơ quan rồi đơn vị soạn thảo.",
        en: "The code of a state letter has no CV: the agency, then the drafting unit.",
        right: "Số: 12/UBND-VX", wrong: "Số: 12/CV-UBND")

    static let letterTypeMissing = Rule(
        "format.letter-type-missing", "S05", .error, .byHand, .party("số và ký hiệu"),
        "Công văn của Đảng có chữ viết tắt CV.", en: "A Party letter has the abbreviation CV.",
        right: "Số 15-CV/TU", wrong: "Số 15/TU")

    static let agencyCode = Rule(
        "format.agency-code", "S06", .warning, .byHand,
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Ký hiệu cơ quan phải là của cơ quan ban hành.",
        en: "The agency's code has to be that of the issuing agency.",
        right: "15/KH-SKHCN của Sở Khoa học và Công nghệ", wrong: "15/KH-STC")

    static let numberYear = Rule(
        "format.number-year", "S07", .warning, .byHand, .decree("II.3"),
        "Số của văn bản hành chính không có năm; số có năm là của văn bản quy phạm pháp luật.",
        en: "Numbers of administrative documents have no year; with a year they are those of "
            + "legal rule-making.", right: "Số: 15/QĐ-UBND", wrong: "Số: 15/2026/QĐ-UBND")

    static let codeCase = Rule(
        "format.code-case", "S03", .error, .automatic(.wording),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Ký hiệu viết in hoa, trừ chữ thường trong TTr, CTr, QyĐ, TrS.",
        en: "Codes are in capitals, but for the small letters of TTr, CTr, QyĐ, TrS.", right: "15/KH-STC",
        wrong: "15/kh-stc")

    static let numberLook = Rule(
        "format.number-look", "S01", .error, .automatic(.look),
        [Rule.Clause].decree("II.3") + .party("số và ký hiệu"),
        "Số, ký hiệu cỡ 13 (Đảng: 14), đứng, không đậm, canh giữa dưới tên cơ quan.",
        en: "Number and code are 13 pt (Party: 14), upright, not bold, centred under the agency.",
        right: "Số: 15/KH-STC", wrong: "đậm, cỡ 14")
}

extension FormatProfile {
    /// The faults in a number and code (số, ký hiệu), such as `Số: 15/KH-SKHCN`.
    ///
    /// A blank number is that of a draft and right. `type` is the document's own type, nil for a letter (công văn) or where it is unknown;
    /// `agencyCode` is the issuing agency's, where it is known.
    func faults(inNumber text: String, type: DocumentType? = nil, agencyCode: String? = nil) -> [TextFault] {
        NumberReading(letters: TextScalars(text), profile: self, type: type, agencyCode: agencyCode).faults
    }
}

/// One reading of a number, from left to right.
private struct NumberReading {
    let letters: TextScalars
    let profile: FormatProfile
    let type: DocumentType?
    let agencyCode: String?

    var faults: [TextFault] {
        let whole = letters.trimmed
        let label = whole.lowerBound..<min(whole.lowerBound + 2, whole.upperBound)
        guard Normalization.nfc(letters[label]).lowercased() == "số" else { return [malformed(whole)] }
        var found: [TextFault] = []
        let numberStart = letters.end(from: label.upperBound) { $0.isBlank || $0 == ":" }
        found += labelFaults(label.lowerBound..<numberStart)
        let digits = numberStart..<letters.end(from: numberStart) { $0.isDigit }
        found += digitFaults(digits)
        guard digits.isEmpty else {
            return found + codeFaults(digits.upperBound..<whole.upperBound, digits: digits)
        }
        let slot = slotEnd(from: numberStart)
        // Where the number is not known yet, its code or the end of it need not be either.
        let code = letters[slot..<whole.upperBound]
        guard code.last.map({ !"/-–.…_".contains($0) }) == true else { return found }
        return found + codeFaults(slot..<whole.upperBound, digits: digits)
    }

    /// Dots, an ellipsis or `xx` keep the place of a draft's number, with the blanks behind them.
    private func slotEnd(from start: Int) -> Int {
        let dots = letters.end(from: start) { $0 == "." || $0 == "…" || $0 == "_" }
        if dots > start { return letters.end(from: dots) { $0.isBlank } }
        let signs = letters.end(from: start) { $0 == "x" || $0 == "X" }
        return letters[signs] == "/" || letters[signs] == "-" ? signs : start
    }

    private func malformed(_ range: Range<Int>) -> TextFault {
        letters.fault(
            .numberMalformed, at: range,
            right: profile.number.colon == .written ? "Số: 15/KH-SKHCN, Số: 12/UBND-VX" : "Số 15-BC/TU",
            en: profile.number.colon == .written ? "Số: 15/KH-SKHCN, Số: 12/UBND-VX" : "Số 15-BC/TU")
    }

    private func labelFaults(_ range: Range<Int>) -> [TextFault] {
        let written = letters[range]
        let isDraft = letters[range.upperBound]?.isDigit != true
        // Blanks of a draft keep room for the number, so that the colon alone comes or goes.
        let label = range.lowerBound..<min(range.lowerBound + 2, range.upperBound)
        let colon = range.first { letters.scalars[$0] == ":" }
        let keepsRoom = isDraft && range.count > 3
        switch profile.number.colon {
        case .written:
            let rest = written.dropFirst(2)
            let isRight =
                written.hasPrefix("Số:") && rest.first == ":"
                && rest.dropFirst().allSatisfy { $0 == " " || isDraft && $0.isWhitespace }
                && (rest.count == 2 || isDraft)
            guard !isRight else { return [] }
            guard keepsRoom else { return [letters.fault(.numberColon, at: range, correction: "Số: ")] }
            return [
                letters.fault(
                    .numberColon, at: label.lowerBound..<(colon.map { $0 + 1 } ?? label.upperBound),
                    correction: "Số:")
            ]
        case .absent:
            if written.contains(":") {
                return [
                    keepsRoom
                        ? letters.partyColonFault(
                            at: label.lowerBound..<(colon ?? label.upperBound - 1) + 1, "Số")
                        : letters.partyColonFault(at: range, "Số ")
                ]
            }
            let isRight = written == "Số " || (isDraft && written.hasPrefix("Số"))
            return isRight ? [] : [spacesFault(at: range, correction: "Số ")]
        }
    }

    private func spacesFault(at range: Range<Int>, correction: String) -> TextFault {
        // Blanks at the ends do not show when the letters are quoted.
        let isSame = TextLine.trimmed(letters[range]) == TextLine.trimmed(correction)
        let told = Wording("có dấu cách sát dấu “/” hoặc “-”", en: "a space beside “/” or “-”")
        return letters.fault(.numberSpaces, at: range, told: isSame ? told : nil, correction: correction)
    }

    private func digitFaults(_ range: Range<Int>) -> [TextFault] {
        let digits = letters[range]
        let value = digits.drop { $0 == "0" }
        guard !digits.isEmpty, !value.isEmpty else { return [] }
        let right = value.count == 1 ? "0\(value)" : String(value)
        guard digits != right else { return [] }
        let broken: Rule = digits.count < right.count ? .numberUnpadded : .numberOverpadded
        return [letters.fault(broken, at: range, correction: right)]
    }

    private func codeFaults(_ range: Range<Int>, digits: Range<Int>) -> [TextFault] {
        let code = letters[range]
        var found: [TextFault] = []
        let (first, second) = (profile.number.afterNumber, profile.number.betweenGroups)
        let groups = groups(in: range)
        guard !groups.isEmpty else { return [malformed(range.isEmpty ? digits : range)] }
        var names = groups.map { letters[$0] }
        var separators = code.filter { $0 == "/" || $0 == "-" || $0 == "–" }
        // A year right after the number is the mark of legal rule-making.
        if names.count > 1, names[0].count == 4, names[0].allSatisfy(\.isNumber) {
            found.append(
                letters.fault(
                    .numberYear, at: groups[0], right: "không ghi năm, trừ văn bản quy phạm pháp luật",
                    en: "no year, but in legal rule-making"))
            names.removeFirst()
            separators.removeFirst()
        }
        let isParty = profile.number.colon == .absent
        let expected = expectedSeparators(count: names.count)
        if code.contains(where: { $0 == " " || $0 == "\t" }) {
            let compact = code.filter { $0 != " " && $0 != "\t" }.replacing("–", with: "-")
            found.append(spacesFault(at: range, correction: compact))
        } else if separators != expected, separators.count == expected.count {
            var right = ""
            for (separator, name) in zip(expected, names) { right += "\(separator)\(name)" }
            if found.isEmpty { found.append(letters.fault(.numberSeparator, at: range, correction: right)) }
        } else if separators.count != expected.count || separators.first != first {
            return found + [malformed(range)]
        }
        let lead = groups[groups.count - names.count]
        found += typeFaults(names, lead: lead)
        if !isParty, names.count < 2 { found.append(malformed(range)) }
        if isParty, names.count < 2 { found.append(missingLetterType(lead)) }
        found += caseFaults(groups.suffix(names.count).map { $0 })
        let codes = isParty ? Array(names.dropFirst()) : names
        let agencies = codes.flatMap { $0.split(separator: second).map(String.init) }
        if let agencyCode, !agencies.isEmpty, !agencies.contains(agencyCode) {
            found.append(
                letters.fault(
                    .agencyCode, at: groups[groups.count - 1],
                    right: "ký hiệu của cơ quan ban hành: \(agencyCode)",
                    en: "the issuing agency's code: \(agencyCode)"))
        }
        return found
    }

    private func missingLetterType(_ range: Range<Int>) -> TextFault {
        letters.fault(.letterTypeMissing, at: range, right: "Số 15-CV/TU", en: "Số 15-CV/TU")
    }

    private func expectedSeparators(count: Int) -> String {
        guard count > 0 else { return "" }
        if profile.number.colon == .written { return "/" + String(repeating: "-", count: count - 1) }
        // Party: type after a hyphen, then the body after a slash; joint documents join bodies by hyphens.
        return count == 1 ? "-" : "-/" + String(repeating: "-", count: count - 2)
    }

    /// The letter groups between the separators.
    private func groups(in range: Range<Int>) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let start = letters.end(from: place) { $0 == "/" || $0 == "-" || $0 == "–" || $0.isBlank }
            let end = letters.end(from: start) { $0 != "/" && $0 != "-" && $0 != "–" && !$0.isBlank }
            if start < end { groups.append(start..<end) }
            place = max(end, place + 1)
        }
        return groups
    }

    private func typeFaults(_ names: [String], lead: Range<Int>) -> [TextFault] {
        guard let first = names.first else { return [] }
        if profile.number.letterType == nil, first.uppercased() == "CV" {
            return [
                letters.fault(
                    .letterTypeCode, at: lead, right: "bỏ CV: cơ quan-đơn vị soạn thảo, như 12/UBND-VX",
                    en: "no CV: agency-unit, such as 12/UBND-VX")
            ]
        }
        if profile.number.copyTypes.contains(first) { return [] }
        if let type {
            guard first != type.abbreviation else { return [] }
            let isJoint = IssuedNumber.jointEndings.contains { first == type.abbreviation + $0 }
            if isJoint { return [] }
            let fault = letters.fault(.typeAbbreviation, at: lead, correction: type.abbreviation)
            // Of two types either may be the wrong one, and the number may stand in the register.
            return [first.uppercased() == type.abbreviation.uppercased() ? fault : fault.byHand]
        }
        if profile.documentType(abbreviated: first) != nil { return [] }
        // Known but for the case of its letters.
        if let known = profile.documentTypes.first(where: {
            $0.abbreviation.uppercased() == first.uppercased()
        }) {
            return [letters.fault(.typeAbbreviation, at: lead, correction: known.abbreviation)]
        }
        return []
    }

    private func caseFaults(_ groups: [Range<Int>]) -> [TextFault] {
        groups.enumerated().compactMap { index, range in
            let name = letters[range]
            let isType =
                index == 0
                && (profile.documentTypes.contains { $0.abbreviation.uppercased() == name.uppercased() }
                    || profile.number.copyTypes.contains(name) || type != nil)
            // Small letters behind a further capital are an agency's own way: GDTrH.
            let isOwn = name.dropFirst().contains(where: \.isUppercase)
            guard !isType, !isOwn, name.contains(where: \.isLowercase), !name.contains("{") else {
                return nil
            }
            return letters.fault(.codeCase, at: range, correction: name.uppercased())
        }
    }
}
