internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

extension Judge {
    // MARK: Head

    func checkHeadTexts(_ log: inout FindingLog) {
        apply(.nationalTitle, &log) { profile.findings(inTitle: $0) }
        apply(.partyTitle, &log) { profile.findings(inTitle: $0) }
        apply(.motto, &log) { profile.findings(inMotto: $0) }
        let type = anatomy.typeName.flatMap { profile.documentType(named: $0) }
        apply(.numberAndCode, &log) {
            profile.findings(inNumber: $0, type: type, agencyCode: settings.agencyCode)
        }
        apply(.placeAndDate, &log) { profile.findings(inDate: $0, today: today) }
        if let last = anatomy.indices(of: .subject).last, !lines[last].hasTags {
            let first = anatomy.first(.subject) ?? last
            let found = profile.findings(inSubject: lines[last].trimmed)
            // Only the first line can begin with V/v, only the last end with a full stop.
            log.add(found.filter { $0.rule != .subjectPrefix || first == last }, .subject, lines[last])
            if first != last {
                let atStart = profile.findings(inSubject: lines[first].trimmed)
                log.add(atStart.filter { $0.rule == .subjectPrefix }, .subject, lines[first])
            }
        }
        if let first = anatomy.first(.letterSubject), !lines[first].hasTags {
            log.add(profile.findings(inLetterSubject: lines[first].trimmed), .letterSubject, lines[first])
            if let type = anatomy.first(.documentType), first < type {
                log.add(
                    .typeAndLetterSubject, .letterSubject, lines[first],
                    found: Wording("vừa có tên loại vừa có V/v", en: "both a type and V/v"),
                    right: Wording("chỉ một trong hai", en: "one of the two"))
            }
        }
        checkAddressees(&log)
        group(.legalBasis, &log) { profile.findings(inLegalBases: $0) }
        if let title = anatomy.first(.nationalTitle) ?? anatomy.first(.partyTitle),
            lines[title].spot.columns > 1, lines[title].spot.cell == 0
        {
            log.add(
                .headSides, .nationalTitle, lines[title], found: Wording("ở bên trái", en: "on the left"),
                right: Wording("ở bên phải", en: "on the right"))
        }
        if let party = anatomy.first(.partyTitle), anatomy.first(.motto) != nil {
            log.add(
                .mixedSystems, .partyTitle, lines[party],
                found: Wording("tiêu đề của Đảng cùng với tiêu ngữ", en: "the Party's title with the motto"),
                right: Wording("một hệ thể thức", en: "one system"))
        }
    }

    private func checkAddressees(_ log: inout FindingLog) {
        let indices = anatomy.indices(of: .addressee)
        let type = anatomy.typeName
        guard type != Anatomy.telegram else { return }
        group(.addressee, &log) { profile.findings(inAddressees: $0) }
        if let first = indices.first, let type,
            ["Kế hoạch", "Quyết định", "Thông báo", "Chỉ thị", "Nghị quyết", "Quy chế"].contains(type)
        {
            log.add(
                .addresseeUnexpected, .addressee, lines[first],
                found: Wording("\(type) có “Kính gửi”", en: "a \(type) with “Kính gửi”"),
                right: Wording("không có “Kính gửi”", en: "no “Kính gửi”"))
        }
        let asks = type == "Tờ trình" || (anatomy.isLetter && anatomy.first(.letterSubject) != nil)
        if indices.isEmpty, asks, anatomy.foot != nil {
            log.add(
                .addresseeMissing, .addressee, nil,
                found: Wording("không có “Kính gửi”", en: "no “Kính gửi”"),
                right: Wording("“Kính gửi: …”", en: "“Kính gửi: …”"))
        }
    }

    func checkPresence(_ log: inout FindingLog) {
        guard let title = anatomy.first(.nationalTitle) ?? anatomy.first(.motto) ?? anatomy.first(.partyTitle)
        else { return }
        // A head that is no table may hold what is missed in a shape or behind a tab.
        guard lines[title].spot.columns > 1, !lines.contains(where: { $0.spot.isInShape }) else { return }
        // What a decision puts in force bears the decision's number in brackets and none of its own (form 1.3).
        let isAttached = anatomy.text.prefix(6).contains { FootWords.isAppendixReference(lines[$0]) }
        guard !isAttached || anatomy.first(.numberAndCode) != nil else { return }
        var wanted: [(Component, String)] = [(.numberAndCode, "số, ký hiệu"), (.recipientsLabel, "nơi nhận")]
        if anatomy.typeName != "Biên bản" { wanted.append((.placeAndDate, "địa danh, ngày tháng")) }
        if profile.rule(for: .partyTitle) == nil {
            wanted += [(.nationalTitle, "Quốc hiệu"), (.motto, "Tiêu ngữ")]
        } else {
            wanted += [(.star, "dấu sao")]
            if anatomy.first(.subject) != nil { wanted.append((.hyphens, "năm dấu gạch nối")) }
        }
        let codes: [Component: RuleCode] = [.star: .partyStarMissing, .hyphens: .partyHyphensMissing]
        // In a template's head a tag may stand for it.
        let hasTags = anatomy.head.contains { lines[$0].hasTags && anatomy.components[$0] == nil }
        for (component, name) in wanted where anatomy.first(component) == nil && !hasTags {
            log.add(
                codes[component] ?? .componentMissing, component, nil,
                found: Wording("không thấy \(name)", en: "no \(name)"),
                right: Wording("có \(name)", en: "\(name) in its place"), mend: partyMark(component))
        }
    }

    /// The Party's star under the agency, and its five hyphens under the subject.
    private func partyMark(_ component: Component) -> [DocumentEdit] {
        let mark: (after: Int?, text: String) =
            switch component {
            case .star: (anatomy.indices(of: .issuingAgency).last, "*")
            case .hyphens: (anatomy.indices(of: .subject).last, "-----")
            default: (nil, "")
            }
        guard let above = mark.after, !anatomy.agencyIsUncertain || component == .hyphens else { return [] }
        let rule = profile.rule(for: component)
        return [
            .insertParagraph(
                mark.text, .after, of: lines[above].paragraph.element, ParagraphChange(alignment: .centre),
                CharacterChange(weight: rule?.weight == .bold ? .bold : .regular, slant: .upright))
        ]
    }

    // MARK: Foot

    func checkFootTexts(_ log: inout FindingLog) {
        if let label = anatomy.first(.recipientsLabel), lines[label].trimmed != profile.recipients.label {
            log.add(
                .recipientsLabelWording, .recipientsLabel, lines[label],
                found: Wording("“\(lines[label].trimmed)”", en: "“\(lines[label].trimmed)”"),
                right: Wording(profile.recipients.label, en: profile.recipients.label),
                mend: LineCorrections(lines[label]).edit(
                    for: Finding(
                        .recipientsLabelWording, at: 0..<lines[label].trimmed.utf8.count,
                        found: lines[label].trimmed,
                        right: Wording(profile.recipients.label, en: profile.recipients.label),
                        correction: profile.recipients.label)
                ).map { [$0] } ?? [])
        }
        group(.recipient, &log) { profile.findings(inRecipients: $0) }
        // A decision's recipients are in its last article, an invitation's guests in its text.
        let isAddressed = !["Quyết định", "Giấy mời", Anatomy.telegram].contains(anatomy.typeName)
        if let first = anatomy.first(.recipient), !lines[first].hasTags, isAddressed {
            let found = profile.findings(
                inFirstRecipient: lines[first].trimmed, hasAddressees: anatomy.first(.addressee) != nil)
            log.add(found, .recipient, lines[first]) { finding in
                guard finding.rule == .asAboveMissing, lines[first].typed?.start == 0 else { return [] }
                let place = lines[first].paragraph.element
                let item = "- \(profile.recipients.asAbove)\(profile.recipients.betweenItems)"
                return [.insertParagraph(item, .before, of: place, ParagraphChange(), CharacterChange())]
            }
        }
        let titles = (anatomy.indices(of: .authority) + anatomy.indices(of: .position)).sorted()
        if !titles.contains(where: { lines[$0].hasTags }) {
            for (index, found) in zip(titles, profile.findings(inAuthority: titles.map { lines[$0].trimmed }))
            { log.add(found, .authority, lines[index]) }
        }
        apply(.signerName, &log) { profile.findings(inSignerName: $0, settings: settings) }
    }

    /// Whether the document's appendices are all in the file: it has a head, and its text names no second one.
    private var isOnlyAppendix: Bool {
        anatomy.foot != nil
            && !lines.contains { $0.folded.contains("PHỤ LỤC II") || $0.folded.contains("PHỤ LỤC 2") }
    }

    func checkAppendices(_ log: inout FindingLog) {
        let labels = anatomy.appendixLabels
        if labels.count > 1 || labels.count == 1 && isOnlyAppendix {
            for (index, found) in zip(
                labels, profile.findings(inAppendixLabels: labels.map { lines[$0].trimmed }))
            { log.add(found, .appendixLabel, lines[index]) }
        }
        for index in anatomy.indices(of: .appendixReference) where !lines[index].hasTags {
            // The line may go on in the next paragraph.
            let text = lines[index].trimmed
            guard text.contains(")") || !text.hasPrefix("(") else { continue }
            log.add(profile.findings(inAppendixReference: text), .appendixReference, lines[index])
        }
        if let first = labels.first, let foot = anatomy.foot, first > foot,
            !anatomy.text.contains(where: { lines[$0].folded.contains("PHỤ LỤC") })
        {
            log.add(
                .appendixUnmentioned, .appendixLabel, lines[first],
                found: Wording(
                    "nội dung không nhắc tới phụ lục", en: "the text does not mention the appendix"),
                right: Wording("“(chi tiết tại Phụ lục kèm theo)”", en: "“(chi tiết tại Phụ lục kèm theo)”"))
        }
        guard profile.pageNumber.restartsInAppendices else { return }
        for label in labels where lines[label].spot.section > 0 {
            let section = document.sections[lines[label].spot.section]
            guard section.pageNumberStart != 1, !(section.headers[.standard]?.blocks.isEmpty ?? true) else {
                continue
            }
            let isFirst = !lines.contains {
                $0.spot.section == lines[label].spot.section && $0.spot.block < lines[label].spot.block
                    && !$0.isBlank
            }
            guard isFirst else { continue }
            log.add(
                .appendixPageNumber, .pageNumber, lines[label],
                found: Wording("số trang nối tiếp văn bản chính", en: "pages numbered on from the main text"),
                right: Wording("đánh số riêng từ 1", en: "numbered on its own from 1"),
                mend: document.position(ofSection: lines[label].spot.section).map {
                    [.restartPageNumbers($0)]
                } ?? [])
        }
    }

    // MARK: Running text

    func checkTexts(_ log: inout FindingLog) {
        for index in lines.indices where !lines[index].isBlank && !lines[index].hasTags {
            let component = anatomy.components[index]
            let text = lines[index].text
            let isRunning =
                component == nil || isText(index) || component == .recipient || component == .romanHeading
            guard isRunning, index >= anatomy.head.upperBound || anatomy.head.isEmpty else {
                // Stray characters are so everywhere.
                log.add(StrayLetters.findings(in: Normalization.nfc(text)), component, lines[index])
                continue
            }
            // Blanks at the ends and slots are judged by nobody.
            log.add(Typing.findings(in: Normalization.nfc(text)), component, lines[index])
            if isText(index) {
                let found = Words.findings(in: Normalization.nfc(text), settings: settings)
                log.add(found.filter { isLive($0.rule) }, component, lines[index])
            }
        }
        checkNumbering(&log)
        checkEnd(&log)
    }

    /// Before July 2025 the bodies that are no more still were.
    private func isLive(_ rule: RuleCode) -> Bool {
        guard rule == .expiredPlace, let day = dayOfLaw,
            let reform = CalendarDate(year: 2025, month: 7, day: 1)
        else { return true }
        return day >= reform
    }

    /// Of a template it is not known which items there will be.
    private func checkNumbering(_ log: inout FindingLog) {
        let body = anatomy.text.filter { anatomy.components[$0] != nil }
        guard !body.contains(where: { lines[$0].hasTags }) else { return }
        let all = profile.findings(inNumbering: body.map { lines[$0].trimmed })
        for (index, found) in zip(body, all) { log.add(found, anatomy.components[index], lines[index]) }
    }

    private func checkEnd(_ log: inout FindingLog) {
        guard anatomy.foot != nil else { return }
        let text = anatomy.text.filter { !lines[$0].isBlank }
        guard let last = text.last else { return }
        for index in text.dropLast() where isText(index) && !lines[index].hasTags {
            log.add(profile.findings(inEarlierParagraph: lines[index].trimmed), .body, lines[index])
        }
        guard !anatomy.textEndsInTable, lines[last].spot.table == nil, !lines[last].spot.isInShape else {
            return
        }
        if lines[last].hasTags, lines[last].trimmed.hasSuffix(profile.endMark) { return }
        // What a tag alone stands for is not known.
        if lines[last].hasTags, TextLine.trimmed(lines[last].ownText).isEmpty { return }
        log.add(profile.findings(inLastParagraph: lines[last].trimmed), .body, lines[last])
    }

    // MARK: Applying grammars

    private func apply(_ component: Component, _ log: inout FindingLog, _ judge: (String) -> [Finding]) {
        for index in anatomy.indices(of: component)
        where !lines[index].hasTags && !lines[index].isShared(as: component) {
            log.add(judge(lines[index].trimmed), component, lines[index])
        }
    }

    /// Lines that are judged together; a template's are not, since their number is not known.
    private func group(_ component: Component, _ log: inout FindingLog, _ judge: ([String]) -> [[Finding]]) {
        let indices = anatomy.indices(of: component)
        guard !indices.isEmpty, !indices.contains(where: { lines[$0].hasTags }) else { return }
        for (index, found) in zip(indices, judge(indices.map { lines[$0].trimmed })) {
            log.add(found, component, lines[index])
        }
    }
}
