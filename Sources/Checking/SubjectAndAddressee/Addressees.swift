internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let addressees = document(
        [
            .addresseeMissing, .addresseeUnexpected, .addresseeColon, .addresseeEnd, .addresseesOneLine,
            .addresseesSeparator, .addresseesDash, .addresseeLook,
        ], about: [.addressee]
    ) { context, log in
        context.checkLooks(of: .addressee, .addresseeLook, &log)
        context.checkAddressees(&log)
    }
}

extension Rule {
    static let addresseeMissing = Rule(
        "format.addressee-missing", "K01", .error, .byHand, [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Công văn, tờ trình và báo cáo gửi cấp trên phải có Kính gửi.",
        en: "Letters, submissions and reports to a superior have Kính gửi.", right: "Kính gửi: Bộ Nội vụ",
        wrong: "tờ trình không có Kính gửi")

    static let addresseeUnexpected = Rule(
        "format.addressee-unexpected", "K02", .warning, .byHand, .decree("II.9"),
        "Kế hoạch, quyết định, thông báo không có Kính gửi.",
        en: "Plans, decisions and notices have no Kính gửi.", right: "KẾ HOẠCH không Kính gửi",
        wrong: "KẾ HOẠCH có Kính gửi")

    static let addresseeColon = Rule(
        "format.addressee-colon", "K03", .error, .automatic(.mark),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"), "Sau Kính gửi có dấu hai chấm.",
        en: "A colon follows Kính gửi.", right: "Kính gửi: Bộ Nội vụ", wrong: "Kính gửi Bộ Nội vụ")

    static let addresseeEnd = Rule(
        "format.addressee-end", "K03", .warning, .automatic(.mark), .decree("II.9"),
        "Gửi một nơi thì ghi cùng dòng, không có dấu ở cuối.",
        en: "One addressee stands on the same line without an end mark.", right: "Kính gửi: Bộ Nội vụ",
        wrong: "Kính gửi: Bộ Nội vụ.")

    static let addresseesOneLine = Rule(
        "format.addressees-one-line", "K03", .error, .byHand, .decree("II.9"),
        "Gửi từ hai nơi trở lên thì xuống dòng sau dấu hai chấm, mỗi nơi một dòng có gạch đầu dòng.",
        en: "Two addressees or more stand each on a line of its own with a dash, after the colon.",
        right: "Kính gửi: / - Bộ Nội vụ; / - Bộ Tài chính.", wrong: "Kính gửi: Bộ Nội vụ, Bộ Tài chính")

    static let addresseesSeparator = Rule(
        "format.addressees-separator", "K03", .error, .automatic(.mark), .decree("II.9"),
        "Mỗi nơi kính gửi kết thúc bằng dấu chấm phẩy, nơi cuối bằng dấu chấm.",
        en: "Each addressee ends with a semicolon, the last with a full stop.",
        right: "- Bộ Nội vụ; / - Bộ Tài chính.", wrong: "- Bộ Nội vụ, / - Bộ Tài chính")

    static let addresseesDash = Rule(
        "format.addressees-dash", "K03", .error, .automatic(.mark), .decree("II.9"),
        "Mỗi nơi kính gửi có gạch đầu dòng, thẳng hàng dưới dấu hai chấm.",
        en: "Each addressee has a dash, aligned under the colon.", right: "- Bộ Nội vụ;", wrong: "Bộ Nội vụ;")

    static let addresseeLook = Rule(
        "format.addressee-look", "K03", .error, .automatic(.look),
        [Rule.Clause].decree("II.9") + .party("nơi nhận"),
        "Kính gửi cỡ 13–14, đứng (Đảng: chữ Kính gửi nghiêng, tên đứng).",
        en: "Kính gửi is 13–14 pt, upright (Party: the label italic, names upright).",
        right: "Kính gửi: Bộ Nội vụ", wrong: "cả dòng nghiêng")
}

extension FormatProfile {
    /// The faults in each of the paragraphs that name addressees (kính gửi), the one with the label first.
    ///
    /// A single paragraph names one addressee on the label's line.
    func faults(inAddressees lines: [String]) -> [[TextFault]] {
        guard let first = lines.first else { return [] }
        let letters = TextScalars(first)
        let whole = letters.trimmed
        let labelEnd = labelEnd(in: letters)
        let nameStart = letters.end(from: labelEnd) { $0.isBlank || $0 == ":" }
        var found: [TextFault] = []
        if !letters[labelEnd..<nameStart].contains(":") {
            let correction = lines.count == 1 && nameStart < whole.upperBound ? ": " : ":"
            found.append(
                letters.fault(
                    .addresseeColon, at: labelEnd..<nameStart,
                    told: Wording("không có dấu hai chấm sau “Kính gửi”", en: "no colon after “Kính gửi”"),
                    correction: correction))
        }
        let name = nameStart..<max(nameStart, whole.upperBound)
        if lines.count == 1, !name.isEmpty {
            // Dots that fill a slot are no full stop.
            let isSlot = letters[name.upperBound - 2].map { ".…_".unicodeScalars.contains($0) } ?? false
            if let last = letters[name.upperBound - 1], last == "." || last == ";" || last == ",", !isSlot {
                let fault = letters.fault(
                    .addresseeEnd, at: name.upperBound - 1..<name.upperBound, correction: "")
                // Of several on one line the mark is the least that is wrong.
                let isRow = letters[name].dropLast().contains(";") || severalBodies(letters[name])
                found.append(isRow ? fault.byHand : fault)
            }
            if severalBodies(letters[name]) {
                found.append(
                    letters.fault(
                        .addresseesOneLine, at: name, right: "mỗi nơi một dòng, có gạch đầu dòng",
                        en: "each on a line of its own, with a dash"))
            }
        }
        let rest = lines.dropFirst()
        let label = name.isEmpty || rest.isEmpty ? [] : [oneLine(letters, name)]
        // “Đồng kính gửi:” begins a list of its own.
        let items = ListItems(dash: .addresseesDash, separator: .addresseesSeparator, between: ";", last: ".")
        let lists = rest.split(omittingEmptySubsequences: false, whereSeparator: isLabel)
        var all = [found + label]
        for (number, list) in lists.enumerated() {
            if number > 0 { all.append([]) }
            all += items.faults(in: Array(list))
        }
        return all
    }

    private func isLabel(_ line: String) -> Bool {
        let folded = Normalization.folded(line.uppercased())
        return ["KÍNH GỬI", "KÍNH GỞI"].contains { folded.contains(Normalization.folded($0)) }
    }

    /// Behind "Kính gửi", or the "Kính trình" of the Party's submissions.
    private func labelEnd(in letters: TextScalars) -> Int {
        let whole = letters.trimmed
        let start = Normalization.folded(letters[whole].uppercased())
        let label =
            ["KÍNH TRÌNH", "KÍNH GỬI", "KÍNH GỞI"].first { start.hasPrefix(Normalization.folded($0)) }
            ?? "Kính gửi"
        return min(whole.lowerBound + label.unicodeScalars.count, whole.upperBound)
    }

    private func oneLine(_ letters: TextScalars, _ range: Range<Int>) -> TextFault {
        letters.fault(
            .addresseesOneLine, at: range, right: "xuống dòng sau dấu hai chấm",
            en: "a new line after the colon")
    }

    /// Whether a name names two bodies: each begins with a word of its own kind.
    private func severalBodies(_ name: String) -> Bool {
        let kinds = [
            "Bộ ", "Sở ", "Ban ", "UBND ", "Ủy ban ", "Văn phòng ", "Phòng ", "Cục ", "Hội đồng ", "Công an ",
        ]
        let parts = name.split { $0 == "," || $0 == ";" }.map { $0.drop { $0 == " " || $0 == "-" } }
        // `UBND các huyện, thị xã, thành phố`: words in small letters go on with the name before them.
        let names = parts.filter { $0.first?.isLowercase != true }
        // `Ban Quản lý dự án, Sở Xây dựng`: one body, by the name of the one it belongs to.
        let isPartAndWhole =
            names.count == 2 && !name.contains(";")
            && ["Phòng ", "Ban ", "Văn phòng "].contains { names[0].hasPrefix($0) && !names[1].hasPrefix($0) }
        return names.count > 1 && !isPartAndWhole
            && names.allSatisfy { part in kinds.contains { part.hasPrefix($0) } }
    }
}

extension CheckContext {
    func checkAddressees(_ log: inout FindingLog) {
        let indices = structure.indices(of: .addressee)
        let type = structure.typeName
        guard type != RecognisedDocument.telegram else { return }
        judgeTogether(.addressee, &log) { profile.faults(inAddressees: $0) }
        if let first = indices.first, let type, Self.unaddressedTypes.contains(type) {
            log.add(
                .addresseeUnexpected, .addressee, lines[first],
                found: Wording("\(type) có “Kính gửi”", en: "a \(type) with “Kính gửi”"),
                right: Wording("không có “Kính gửi”", en: "no “Kính gửi”"))
        }
        guard indices.isEmpty, structure.foot != nil else { return }
        let right = Wording("“Kính gửi: …”", en: "“Kính gửi: …”")
        if type == "Tờ trình" || (structure.isLetter && structure.first(.letterSubject) != nil) {
            log.add(
                .addresseeMissing, .addressee, nil,
                found: Wording("không có “Kính gửi”", en: "no “Kính gửi”"), right: right)
        } else if type == "Báo cáo", let (line, body) = superiorReportedTo {
            log.add(
                .addresseeMissing, .addressee, lines[line],
                found: Wording(
                    "báo cáo gửi \(body) mà không có “Kính gửi”", en: "a report to \(body) without “Kính gửi”"
                ), right: right)
        }
    }

    /// The superior whom a report says it is for, in its lead or its last sentence: “Sở … báo cáo UBND tỉnh …”.
    private var superiorReportedTo: (line: Int, body: String)? {
        let issuer = structure.indices(of: .issuingAgency).map { lines[$0].folded }.joined(separator: " ")
        let last = structure.text.last { isText($0) }
        for index in structure.leads + (last.map { [$0] } ?? []) where !lines[index].hasTags {
            let text = Normalization.nfc(lines[index].trimmed)
            for word in ["kính gửi ", "báo cáo ", "kính báo ", "Kính báo ", "kính báo đến ", "Kính báo cáo "]
            {
                guard let found = text.firstRange(of: word),
                    let body = Self.superiors.first(where: { text[found.upperBound...].hasPrefix($0) }),
                    !issuer.hasPrefix(HeadWords.fold(body.uppercased()))
                else { continue }
                let rest = text[found.upperBound...].dropFirst(body.count)
                // `báo cáo Bộ phận …`
                guard !body.hasSuffix(" ") || rest.first?.isUppercase == true else { continue }
                let name =
                    body.hasSuffix(" ")
                    ? body
                        + rest.prefix { $0.isLetter || $0 == " " }.split(separator: " ").prefix(2).joined(
                            separator: " ") : body
                return (index, name)
            }
        }
        return nil
    }

    private static let superiors = [
        "Bộ ", "Chính phủ", "Thủ tướng Chính phủ", "UBND tỉnh", "UBND thành phố", "Ủy ban nhân dân tỉnh",
        "Ủy ban nhân dân thành phố", "Tỉnh ủy", "Thành ủy", "Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy",
    ]

    static let unaddressedTypes: Set<String> = [
        "Kế hoạch", "Quyết định", "Thông báo", "Chỉ thị", "Nghị quyết", "Quy chế",
    ]
}
