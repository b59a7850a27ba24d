internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let signature = document(
        [
            .authorityForm, .deputyTitle, .collectiveOnly, .titleMissing, .titleAbbreviated, .academicTitle,
            .signerNameLook, .signerTitleLook,
        ], about: [.authority, .position, .signerName]
    ) { context, log in
        context.checkTitleLooks(&log)
        context.checkLooks(of: .signerName, .signerNameLook, &log)
        context.checkAuthority(&log)
        if context.hasTitlesOfItsOwn {
            log.leave(
                .academicTitle,
                because: Wording(
                    "tổ chức giáo dục, y tế, khoa học có quy định riêng về học hàm, học vị",
                    en: "bodies of education, health and science have a rule of their own on titles"))
        } else {
            context.judgeEach(.signerName, &log) {
                context.profile.faults(inSignerName: $0, titles: context.settings.titlesBeforeNames)
            }
        }
    }

    static let signatureAlone = document([.signatureAlone], about: [.authority, .position, .signerName]) {
        $0.checkSignatureAlone(&$1)
    }
}

extension Rule {
    static let authorityForm = Rule(
        "format.authority-form", "G01", .error, .automatic(.wording), .decree("II.7"),
        "Quyền hạn ghi TM., KT., TL., TUQ., Q. có dấu chấm và một cách chữ.",
        en: "Authority is written TM., KT., TL., TUQ., Q. with a full stop and one space.",
        right: "KT. GIÁM ĐỐC", wrong: "KT GIÁM ĐỐC, K/T GIÁM ĐỐC")

    static let deputyTitle = Rule(
        "format.deputy-title", "G02", .error, .byHand, [Rule.Clause].decree("II.7") + .party("chữ ký"),
        "Dòng dưới KT. (K/T) là chức danh cấp phó của người được ký thay.",
        en: "Under KT. (K/T) stands the deputy's title of the head signed for.",
        right: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", wrong: "KT. GIÁM ĐỐC / GIÁM ĐỐC")

    static let collectiveOnly = Rule(
        "format.collective-only", "G02", .error, .byHand, .decree("II.7"),
        "TM. chỉ dùng cho tập thể; cơ quan theo chế độ thủ trưởng không ghi TM.",
        en: "TM. is for collective bodies only; a one-head agency has none.", right: "GIÁM ĐỐC",
        wrong: "TM. GIÁM ĐỐC")

    static let titleMissing = Rule(
        "format.title-missing", "G02", .error, .byHand, [Rule.Clause].decree("II.7") + .party("chữ ký"),
        "Sau dòng TM., TL., TUQ. phải có dòng chức vụ của người ký.",
        en: "The signer's own title follows TM., TL. or TUQ.", right: "TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG",
        wrong: "TL. GIÁM ĐỐC")

    static let titleAbbreviated = Rule(
        "format.title-abbreviated", "G02", .error, .automatic(.wording),
        [Rule.Clause].decree("II.7") + .party("chữ ký"), "Chức vụ ghi đầy đủ.",
        en: "The title is written in full.", right: "PHÓ GIÁM ĐỐC", wrong: "PGĐ")

    static let academicTitle = Rule(
        "format.academic-title", "G03", .error, .automatic(.wording),
        [Rule.Clause].decree("II.7") + .party("chữ ký"),
        "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu; lực lượng vũ trang, "
            + "giáo dục, y tế, khoa học theo quy định riêng của ngành.",
        en: "No academic title, rank or honour before the signer's name; armed forces, "
            + "education, health and science may have their own rule.", right: "Nguyễn Văn A",
        wrong: "TS. Nguyễn Văn A")

    static let signerNameLook = Rule(
        "format.signer-name-look", "G04", .error, .automatic(.look),
        [Rule.Clause].decree("II.7") + .party("chữ ký"),
        "Họ tên người ký chữ in thường, đậm, đứng, canh giữa.",
        en: "The signer's name is in sentence case, bold, upright, centred.", right: "Nguyễn Văn A",
        wrong: "NGUYỄN VĂN A")

    static let signerTitleLook = Rule(
        "format.signer-title-look", "G04", .error, .automatic(.look), .decree("II.7"),
        "Quyền hạn, chức vụ in hoa, đậm, đứng, canh giữa.",
        en: "Authority and title are in capitals, bold, upright, centred.", right: "GIÁM ĐỐC",
        wrong: "Giám đốc")

    static let signatureAlone = Rule(
        "format.signature-alone", "G05", .note, .byHand, .custom,
        "Khối chữ ký không đứng riêng trên trang cuối. Chỉ báo khi chính tệp bắt sang trang trước khối này.",
        en:
            "The signature does not stand alone on the last page. Told only where the file itself forces a new "
            + "page before it.", right: "cùng hai dòng cuối", wrong: "một mình một trang")
}

extension FormatProfile {
    /// The faults in each of the lines above the signer's name (quyền hạn, chức vụ).
    func faults(inAuthority lines: [String]) -> [[TextFault]] {
        lines.enumerated().map { index, line in
            let letters = TextScalars(line)
            let whole = letters.trimmed
            guard !whole.isEmpty else { return [] }
            if let right = Self.abbreviatedTitles[letters[whole].uppercased()] {
                let fault = letters.fault(.titleAbbreviated, at: whole, correction: right)
                // CT may be short for other titles.
                return [letters[whole].uppercased() == "CT" ? fault.byHand : fault]
            }
            guard let (kind, end) = authority(letters, whole) else { return [] }
            let body = Normalization.folded(letters[end..<whole.upperBound].uppercased())
            let next =
                lines.indices.contains(index + 1) ? Normalization.folded(lines[index + 1].uppercased()) : nil
            let found = titleFaults(letters, whole, kind, body: body, next: next)
            guard letters[whole.lowerBound..<end] != "\(kind) " else { return found }
            let code: Rule = number.colon == .written ? .authorityForm : .partyAuthorityForm
            let fault = letters.fault(code, at: whole.lowerBound..<end, correction: "\(kind) ")
            // What must not stand there at all is not spelt better first.
            return [found.contains { $0.rule == .collectiveOnly } ? fault.byHand : fault] + found
        }
    }

    private func titleFaults(
        _ letters: TextScalars, _ whole: Range<Int>, _ kind: String, body: String, next: String?
    ) -> [TextFault] {
        if kind == signature.forHead {
            if number.colon == .absent, body.hasPrefix("BÍ THƯ") {
                return [letters.partyDeputyFault(at: whole)]
            }
            // A minister's deputy has a title of his own.
            let deputies = ["PHÓ", "THỨ TRƯỞNG"].map(Normalization.folded)
            guard next.map({ line in deputies.contains { line.hasPrefix($0) } }) != true else { return [] }
            return [
                letters.fault(.deputyTitle, at: whole, right: "dưới là PHÓ \(body)", en: "PHÓ \(body) below")
            ]
        }
        if kind == signature.onBehalf {
            // Party bodies with a head sign without T/M too, but a title may hide a collective: only the decree is plain.
            if number.colon == .written,
                signature.singleHeads.contains(where: { Normalization.folded($0) == body })
            {
                let isDeputy = next?.hasPrefix(Normalization.folded("PHÓ")) == true
                let right = isDeputy ? "\(signature.forHead) \(body)" : body
                return [letters.fault(.collectiveOnly, at: whole, right: right, en: right)]
            }
            if number.colon == .written, let next, next.hasPrefix(Normalization.folded("PHÓ")),
                Self.headedBodies.contains(where: { body.hasPrefix($0) })
            {
                // A committee with a head is signed for by the head, and a deputy signs for him.
                let head =
                    "\(signature.forHead) \(next.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))"
                return [
                    letters.fault(
                        .deputyTitle, at: whole, right: "\(head) ở giữa hai dòng",
                        en: "\(head) between the two lines")
                ]
            }
        }
        if kind == signature.byOrder, next == Normalization.folded("PHÓ \(body)") {
            // A deputy signs for his own head, and by order of one above.
            let right = "\(signature.forHead) \(body)"
            return [letters.fault(.deputyTitle, at: whole, right: right, en: right)]
        }
        guard kind != signature.acting, next == nil else { return [] }
        return [
            letters.fault(
                .titleMissing, at: whole, right: "thêm dòng chức vụ của người ký",
                en: "add the signer's own title below")
        ]
    }

    /// Which authority a line begins with in any spelling, and where the words after it begin.
    private func authority(_ letters: TextScalars, _ whole: Range<Int>) -> (kind: String, end: Int)? {
        let spellings: [(String, [String])] = [
            (signature.onBehalf, ["TM", "T/M", "T.M"]), (signature.forHead, ["KT", "K/T", "K.T"]),
            (signature.byAuthorisation ?? "", ["TUQ", "T/UQ"]), (signature.byOrder, ["TL", "T/L", "T.L"]),
            (signature.acting, ["Q"]),
        ]
        for (kind, words) in spellings where !kind.isEmpty {
            for word in words {
                let end = whole.lowerBound + word.unicodeScalars.count
                guard end < whole.upperBound, letters[whole.lowerBound..<end].uppercased() == word else {
                    continue
                }
                let rest = letters.end(from: end) { ".:/".unicodeScalars.contains($0) || $0.isBlank }
                guard rest > end, rest < whole.upperBound else { continue }
                return (kind, rest)
            }
        }
        return nil
    }

    /// Councils of the people and bodies outside the state sign by their deputies too.
    private static let headedBodies = [
        "ỦY BAN NHÂN DÂN", "UBND", "BAN CHỈ ĐẠO", "BAN CHỈ HUY", "BAN TỔ CHỨC", "TỔ CÔNG TÁC",
        "ỦY BAN BẦU CỬ", "HỘI ĐỒNG THI ĐUA", "HỘI ĐỒNG NGHĨA VỤ", "HỘI ĐỒNG PHỐI HỢP",
    ].map(Normalization.folded)

    private static let abbreviatedTitles = [
        "GĐ": "GIÁM ĐỐC", "PGĐ": "PHÓ GIÁM ĐỐC", "P. GIÁM ĐỐC": "PHÓ GIÁM ĐỐC", "P.GIÁM ĐỐC": "PHÓ GIÁM ĐỐC",
        "CT": "CHỦ TỊCH", "PCT": "PHÓ CHỦ TỊCH", "CVP": "CHÁNH VĂN PHÒNG",
    ]

    /// The faults in the signer's name: academic titles and ranks before it.
    func faults(inSignerName text: String, titles: RuleSettings.TitlesBeforeNames = .forbidden) -> [TextFault]
    {
        guard titles == .forbidden else { return [] }
        let letters = TextScalars(text)
        let whole = letters.trimmed
        var place = whole.lowerBound
        while place < whole.upperBound {
            var end = letters.end(from: place) { !$0.isBlank && $0 != "." && $0 != "," }
            // A stop may part the word itself: Th.S.
            let isParted = letters[place..<end].lowercased() == "th" && letters[end] == "."
            if isParted, letters[end + 1] == "s" || letters[end + 1] == "S" { end += 2 }
            let after = letters.end(from: end) { $0.isBlank || $0 == "." || $0 == "," }
            guard Self.honours.contains(letters[place..<end].lowercased().filter { $0 != "." }), after > end,
                after < whole.upperBound
            else { break }
            place = after
        }
        guard place > whole.lowerBound else { return [] }
        return [letters.fault(.academicTitle, at: whole.lowerBound..<place, correction: "")]
    }

    private static let honours: Set<String> = [
        "gs", "pgs", "ts", "ths", "bs", "cn", "ks", "tskh", "bscki", "bsckii", "cki", "ckii", "bsck1",
        "bsck2", "ck1", "ck2", "kts", "nsnd", "nsưt", "ngưt", "ngnd",
    ]
}

extension CheckContext {
    /// Whether the issuer is a body whose own rules may ask for academic titles before the signer's name.
    fileprivate var hasTitlesOfItsOwn: Bool {
        guard !isParty, settings.titlesBeforeNames == .forbidden else { return false }
        return structure.indices(of: .issuingAgency).contains { index in
            Self.learnedBodies.contains { lines[index].opening.hasPrefix($0) }
        }
    }

    private static let learnedBodies = [
        "TRƯỜNG", "HỌC VIỆN", "ĐẠI HỌC", "BỆNH VIỆN", "VIỆN", "TRUNG TÂM Y TẾ", "TRẠM Y TẾ",
        "TRUNG TÂM KIỂM SOÁT BỆNH TẬT",
    ].map(Normalization.folded)

    /// Who reports, makes or checks a paper is named by what he does, and has no title there.
    private static let doer = Normalization.folded("NGƯỜI ")

    /// A title that stands alone is set as the line of authority is; in the Party's documents the line below that one may be either.
    func checkTitleLooks(_ log: inout FindingLog) {
        for signature in structure.signatures {
            for (place, index) in signature.titles.enumerated() {
                let isFirst = place == 0 || structure.components[index] == .authority
                guard isFirst || !isParty, !lines[index].opening.hasPrefix(Self.doer) else { continue }
                checkLook(
                    of: lines[index], isFirst ? .authority : .position, .signerTitleLook, .signerTitleLook,
                    lines[index].looks, &log)
            }
        }
    }

    /// The lines above each signer's name, whose number in a template is not known.
    func checkAuthority(_ log: inout FindingLog) {
        for titles in structure.signatures.map(\.titles) where !titles.contains(where: { lines[$0].hasTags })
        {
            let faults = profile.faults(inAuthority: titles.map { lines[$0].trimmed })
            for (index, found) in zip(titles, faults) { log.add(found, .authority, lines[index]) }
        }
    }

    /// The foot begins a page by force, with nothing of the text on it.
    func checkSignatureAlone(_ log: inout FindingLog) {
        guard let foot = structure.foot, let last = structure.text.last(where: { !lines[$0].isBlank }),
            structure.breaksPage(after: last, before: foot)
        else { return }
        let line = structure.signatures.first?.titles.first ?? structure.first(.recipientsLabel) ?? foot
        log.add(
            .signatureAlone, .authority, lines[line],
            found: Wording("khối chữ ký đứng riêng một trang", en: "the signature on a page of its own"),
            right: Wording(
                "cùng trang với ít nhất hai dòng cuối của nội dung",
                en: "on one page with at least the last two lines of the text"))
    }
}
