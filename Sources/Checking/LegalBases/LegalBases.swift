internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension RuleGroup {
    /// Căn cứ.
    static let legalBases = RuleGroup("can_cu", "Căn cứ", [.legalBases])
}

extension Check {
    static let legalBases = document(
        [
            .basisLook, .basesOneParagraph, .basisUpright, .basisEnd, .basisDash, .basisDashMissing,
            .basisLawNumber, .basisDateMissing, .basisIssuerMissing, .basisExpired, .basisOrder,
            .basisNumberWord, .basisAbbreviated, .basisWord,
        ], about: [.legalBasis]
    ) { context, log in
        context.checkLooks(of: .legalBasis, context.isParty ? .basisUpright : .basisLook, &log)
        let goesOn = context.basesGoOn
        context.judgeTogether(.legalBasis, &log) { bases in
            var faults = context.profile.faults(inLegalBases: bases)
            if goesOn, let last = faults.indices.last { faults[last].removeAll { $0.rule == .basisEnd } }
            return faults
        }
        context.checkExpiredActs(&log)
        context.checkBasisOrder(&log)
        context.checkBasisWords(&log)
    }
}

extension Rule {
    static let basisLook = Rule(
        "format.basis-look", "C01", .error, .automatic(.look), .decree("II.6"),
        "Căn cứ ban hành chữ nghiêng, không đậm, mỗi căn cứ một dòng.",
        en: "Legal bases are italic, not bold, each in its own paragraph.", right: "Căn cứ … (nghiêng)",
        wrong: "Căn cứ … (đứng)")

    static let basesOneParagraph = Rule(
        "format.bases-one-paragraph", "C01", .error, .byHand, .decree("II.6"),
        "Mỗi căn cứ ban hành một dòng riêng.", en: "Each legal basis stands in its own paragraph.",
        right: "Căn cứ …; / Căn cứ ….", wrong: "Căn cứ …; Căn cứ ….")

    static let basisUpright = Rule(
        "format.basis-upright", "C01", .error, .automatic(.look), .party("căn cứ"),
        "Căn cứ trong văn bản của Đảng chữ đứng.", en: "Legal bases of Party documents are upright.",
        right: "- Căn cứ … (đứng)", wrong: "- Căn cứ … (nghiêng)")

    static let basisEnd = Rule(
        "format.basis-end", "C01", .error, .automatic(.mark), [Rule.Clause].decree("II.6") + .party("căn cứ"),
        "Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm (HD 36: dấu phẩy).",
        en: "Each basis ends with a semicolon, the last with a full stop (HD 36: a comma).",
        right: "Căn cứ …; / Theo đề nghị của ….", wrong: "Căn cứ …,")

    static let basisDash = Rule(
        "format.basis-dash", "C02", .warning, .automatic(.mark), .decree("II.6"),
        "Căn cứ của văn bản nhà nước không có gạch đầu dòng.",
        en: "Legal bases of state documents have no dash.", right: "Căn cứ …;", wrong: "- Căn cứ …;")

    static let basisDashMissing = Rule(
        "format.basis-dash-missing", "C02", .warning, .automatic(.mark), .party("căn cứ"),
        "Mỗi căn cứ của văn bản của Đảng có gạch đầu dòng.", en: "Each basis of a Party document has a dash.",
        right: "- Căn cứ …;", wrong: "Căn cứ …;")

    static let basisLawNumber = Rule(
        "format.basis-law-number", "C03", .error, .byHand, .decree("II.6"),
        "Viện dẫn luật, pháp lệnh không ghi số, ký hiệu và cơ quan ban hành.",
        en: "Laws and ordinances are cited without number, code and issuing body.",
        right: "Căn cứ Luật Ngân sách nhà nước ngày …;",
        wrong: "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13;")

    static let basisDateMissing = Rule(
        "format.basis-date-missing", "C03", .error, .byHand, .decree("II.6"),
        "Căn cứ phải ghi ngày tháng năm ban hành văn bản viện dẫn.",
        en: "A basis names the date of the document cited.",
        right: "… ngày 05 tháng 3 năm 2020 của Chính phủ …", wrong: "Căn cứ Nghị định số 30/2020/NĐ-CP;")

    static let basisIssuerMissing = Rule(
        "format.basis-issuer-missing", "C03", .error, .byHand, .decree("II.6"),
        "Căn cứ phải ghi tên cơ quan ban hành văn bản viện dẫn.",
        en: "A basis names the body that issued the document cited.",
        right: "… của Chính phủ về công tác văn thư;",
        wrong: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;")

    static let basisExpired = Rule(
        "format.basis-expired", "C04", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("căn cứ"),
        "Văn bản viện dẫn đã hết hiệu lực.", en: "The act cited is no longer in force.",
        right: "Nghị định số 30/2020/NĐ-CP", wrong: "Nghị định số 110/2004/NĐ-CP")

    static let basisOrder = Rule(
        "format.basis-order", "C05", .note, .byHand, .decree("II.6"),
        "Căn cứ thẩm quyền đứng trước căn cứ nội dung, trong mỗi nhóm theo hiệu lực pháp lý.",
        en: "Bases of authority come before bases of content, each group by rank.",
        right: "Luật, Nghị định, Thông tư", wrong: "Thông tư, Luật")

    static let basisNumberWord = Rule(
        "format.basis-number-word", "C05", .warning, .byHand, .decree("II.6"),
        "Giữa tên loại và số văn bản viện dẫn có từ \"số\".",
        en: "The word \"số\" stands between type and number of a document cited.",
        right: "Nghị định số 30/2020/NĐ-CP", wrong: "Nghị định 30/2020/NĐ-CP")

    static let basisAbbreviated = Rule(
        "format.basis-abbreviated", "C05", .warning, .byHand, .decree("II.6"),
        "Tên loại văn bản viện dẫn không viết tắt.", en: "The type of a document cited is not abbreviated.",
        right: "Nghị định số 30/2020/NĐ-CP", wrong: "NĐ 30/2020/NĐ-CP")

    static let basisWord = Rule(
        "format.basis-word", "C01", .error, .byHand, .decree("II.6"),
        "Mỗi căn cứ bắt đầu bằng từ \"Căn cứ\".", en: "Each legal basis begins with the words Căn cứ.",
        right: "Căn cứ Nghị định số 30/2020/NĐ-CP …;", wrong: "Nghị định số 30/2020/NĐ-CP …;")
}

extension FormatProfile {
    /// The faults in each of the paragraphs of legal bases (căn cứ), in order.
    ///
    /// Only paragraphs that begin with "Căn cứ", or that follow such and begin with "Theo", belong here: a lead such as "Thực hiện …" is text.
    func faults(inLegalBases lines: [String]) -> [[TextFault]] {
        lines.enumerated().map { index, line in
            let letters = TextScalars(line)
            let whole = letters.trimmed
            guard !whole.isEmpty else { return [] }
            let start = letters.end(from: whole.lowerBound) {
                "-–—•+".unicodeScalars.contains($0) || $0.isBlank
            }
            var found = dashFaults(letters, whole.lowerBound..<start)
            let end = index == lines.count - 1 ? legalBasis.lastEnd : legalBasis.betweenItems
            var mark = whole.upperBound
            while mark > start, let last = letters[mark - 1], ".;,:".unicodeScalars.contains(last) {
                mark -= 1
            }
            if letters[mark..<whole.upperBound] != String(end) {
                let told = mark == whole.upperBound ? ListItems.noEnd : nil
                found.append(
                    letters.fault(.basisEnd, at: mark..<whole.upperBound, told: told, correction: String(end))
                )
            }
            return found + faults(ofBasesIn: letters, start..<mark)
        }
    }

    private func dashFaults(_ letters: TextScalars, _ range: Range<Int>) -> [TextFault] {
        switch legalBasis.dash {
        case .absent where !range.isEmpty: [letters.fault(.basisDash, at: range, correction: "")]
        case .written where range.isEmpty: [letters.fault(.basisDashMissing, at: range, correction: "- ")]
        case .absent, .written: []
        }
    }

    /// `số 137/2018/NĐ-CP ngày 08/10/2018 sửa đổi, …`: the title right behind the day; what “của” follows further on is another's.
    private func isAboutAtOnce(_ rest: Substring) -> Bool {
        guard let day = rest.firstRange(of: " ngày ") else { return false }
        let words = rest[day.upperBound...].split(separator: " ")
        guard !rest[..<day.lowerBound].contains(" của ") else { return false }
        let length = words.count > 5 && words[1] == "tháng" && words[3] == "năm" ? 5 : 1
        return words.count > length && words[0].first?.isNumber == true
            && ["sửa", "quy", "hướng"].contains(words[length])
    }

    /// `Luật Đầu tư công năm 2019`; a year may be all that is named of an act that changed another.
    private func isOfYear(_ law: Substring) -> Bool {
        let words = law.split { $0 == " " || $0 == "," || $0 == ";" || $0 == "." }
        guard let year = words.firstIndex(where: { $0.contains(where: \.isNumber) }), year > 0 else {
            return false
        }
        return words[year - 1] == "năm" && words[year].count == 4 && words[year].allSatisfy(\.isNumber)
            && !law.contains("sửa đổi") && !words[(year + 1)...].contains { $0.contains(where: \.isNumber) }
    }

    /// How the cited document is named: number, date and issuing body.
    ///
    /// Behind another basis of its paragraph one may have no "Căn cứ".
    func citationFaults(_ letters: TextScalars, _ range: Range<Int>, isFurther: Bool = false) -> [TextFault] {
        let text = Normalization.nfc(letters[range])
        let isBegun = text.hasPrefix("Căn cứ ") || isFurther && text.hasPrefix("căn cứ ")
        guard isBegun || isFurther else { return [] }
        let opening = isBegun ? "Căn cứ " : ""
        let cited = text.dropFirst(opening.count)
        let start = range.lowerBound + opening.unicodeScalars.count
        let place = min(start, range.upperBound)..<range.upperBound
        if cited.hasPrefix("Luật ") || cited.hasPrefix("Bộ luật ") || cited.hasPrefix("Pháp lệnh ") {
            guard cited.contains("/QH") || cited.contains("/UBTVQH") else {
                guard !cited.contains("ngày "), !cited.contains(where: \.isNumber) || isOfYear(cited) else {
                    return []
                }
                return [
                    letters.fault(
                        .basisDateMissing, at: place, right: "ngày … tháng … năm …", en: "the date of the act"
                    )
                ]
            }
            return [
                letters.fault(
                    .basisLawNumber, at: place, right: "tên luật và ngày tháng năm, không ghi số",
                    en: "the law's name and date, without its number")
            ]
        }
        for (short, full) in [
            ("NĐ ", "Nghị định"), ("TT ", "Thông tư"), ("QĐ ", "Quyết định"), ("NQ ", "Nghị quyết"),
        ] where cited.hasPrefix(short) {
            let word = place.lowerBound..<place.lowerBound + 2
            return [letters.fault(.basisAbbreviated, at: word, right: full, en: full)]
        }
        let kinds = [
            "Nghị định ", "Thông tư ", "Quyết định ", "Nghị quyết ", "Chỉ thị ", "Kế hoạch ", "Công văn ",
        ]
        guard let kind = kinds.first(where: { cited.hasPrefix($0) }) else { return [] }
        let rest = cited.dropFirst(kind.count)
        var found: [TextFault] = []
        let numberStart = place.lowerBound + kind.unicodeScalars.count
        if rest.first?.isNumber == true {
            let at = numberStart..<numberStart
            found.append(
                letters.fault(
                    .basisNumberWord, at: at, told: Wording("thiếu chữ “số”", en: "no word “số”"),
                    right: "\(kind)số …", en: "\(kind)số …"))
        }
        guard rest.first?.isNumber == true || rest.hasPrefix("số ") else { return found }
        if !rest.contains(" ngày ") {
            found.append(
                letters.fault(
                    .basisDateMissing, at: place, right: "ngày … tháng … năm …", en: "the date of the act"))
        }
        if !rest.contains(" của ") || isAboutAtOnce(rest) {
            found.append(
                letters.fault(
                    .basisIssuerMissing, at: place, right: "của + cơ quan ban hành",
                    en: "của + the issuing body"))
        }
        return found
    }
}

extension CheckContext {
    /// Whether a proposal follows them that leads on to the text: “Xét đề nghị của …, Chủ tịch có ý kiến như sau:”.
    fileprivate var basesGoOn: Bool {
        guard let last = structure.indices(of: .legalBasis).last,
            let next = lines.indices[(last + 1)...].first(where: { !lines[$0].isBlank })
        else { return false }
        return HeadWords.isProposal(lines[next])
    }

    func checkExpiredActs(_ log: inout FindingLog) {
        guard let day = dayOfLaw else { return }
        let subject = (structure.indices(of: .subject) + structure.indices(of: .letterSubject)).map {
            Normalization.nfc(lines[$0].trimmed)
        }.joined(separator: " ")
        for index in structure.indices(of: .legalBasis) {
            let citation = Normalization.nfc(lines[index].trimmed)
            let own = ownLists.first { list in
                ExpiredAct.cited(in: citation, on: day, subject: subject, among: list.acts) != nil
            }
            guard
                let act = ExpiredAct.cited(
                    in: citation, on: day, subject: subject, among: own?.acts ?? ExpiredAct.all)
            else { continue }
            let end = act.end
            log.add(
                .basisExpired, .legalBasis, lines[index],
                found: Wording(
                    "văn bản được căn cứ hết hiệu lực từ \(end.text(.short))",
                    en: "the act cited ended on \(end.text(.iso))"),
                right: Wording("căn cứ \(act.successor)", en: "cite \(act.successor)").by(own?.name))
        }
    }

    /// An act by itself, where its place above “QUYẾT ĐỊNH:” tells that it is a basis.
    func checkBasisWords(_ log: inout FindingLog) {
        for index in structure.indices(of: .legalBasis) where structure.guesses[index] != nil {
            let text = lines[index].trimmed.drop { "-–• ".contains($0) }
            guard Self.acts.contains(where: { text.hasPrefix($0) }) else { continue }
            log.add(
                .basisWord, .legalBasis, lines[index],
                found: Wording("căn cứ không có từ “Căn cứ”", en: "a legal basis without the words Căn cứ"),
                right: Wording("Căn cứ …", en: "Căn cứ …"))
        }
    }

    private static let acts = [
        "Hiến pháp ", "Luật ", "Bộ luật ", "Pháp lệnh ", "Nghị định ", "Nghị quyết ", "Thông tư ",
        "Quyết định ", "Chỉ thị ", "Kế hoạch ", "Công văn ", "Tờ trình ",
    ]
}
