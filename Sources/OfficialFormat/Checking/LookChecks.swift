internal import Diagnostics
internal import OfficeDocument

extension Judge {
    /// Size, weight, slant, case and alignment of every component outside the running text.
    func checkLooks(_ log: inout FindingLog) {
        let isParty = profile.rule(for: .partyTitle) != nil
        let codes: [(Component, RuleCode)] = [
            (.nationalTitle, .nationalTitleLook), (.partyTitle, .partyTitleWording), (.motto, .mottoLook),
            (.superiorAgency, .superiorAgencyLook), (.issuingAgency, .issuingAgencyLook),
            (.numberAndCode, .numberLook), (.placeAndDate, .dateLook), (.documentType, .typeLook),
            (.subject, .subjectLook), (.letterSubject, .letterSubjectLook), (.addressee, .addresseeLook),
            (.legalBasis, isParty ? .basisUpright : .basisLook), (.part, .headingLook),
            (.romanHeading, .headingLook), (.authority, .signerTitleLook),
            (.position, isParty ? .partyPositionWeight : .signerTitleLook), (.signerName, .signerNameLook),
            (.recipientsLabel, .recipientsLabelLook), (.recipient, .recipientLook),
            (.appendixLabel, .appendixLabelLook), (.appendixTitle, .appendixTitleLook),
            (.appendixReference, .appendixReferenceLook),
        ]
        for (component, code) in codes {
            for index in anatomy.indices(of: component) {
                checkLook(of: lines[index], component, code, code, lines[index].looks, &log)
            }
        }
        for index in anatomy.indices(of: .article) where lines[index].looks.first?.weight == .regular {
            log.add(
                .headingLook,
                .article,
                lines[index],
                found: Wording("chữ thường", en: "not bold"),
                right: Wording("“Điều …” in đậm", en: "“Điều …” in bold")
            )
        }
    }

    /// Reports all that is wrong with a line's look at once.
    func checkLook(
        of line: TextLine,
        _ component: Component,
        _ code: RuleCode,
        _ alignmentCode: RuleCode,
        _ looks: [EffectiveCharacters],
        _ log: inout FindingLog
    ) {
        guard let rule = profile.rule(for: component), !line.isShared(as: component) else { return }
        var faults: [(found: Wording, right: Wording)] = []
        if let size = looks.compactMap(\.size).first(where: { !isNear($0, rule.points) }) {
            faults.append((found: measure(size, "pt"), right: measure(rule.points, "pt")))
        }
        let weights = Set(looks.compactMap(\.weight))
        let isJudged = !(anatomy.agencyIsUncertain && component == .issuingAgency)
        if isJudged, judgesWeight(component, line), weights.contains(rule.weight == .bold ? .regular : .bold)
        {
            faults.append((found: Self.name(of: weights, rule.weight), right: Self.name(of: rule.weight)))
        }
        let slants = Set(looks.compactMap(\.slant))
        if slants.contains(rule.slant == .italic ? .upright : .italic), component != .addressee || !isParty {
            let italic = Wording("chữ nghiêng", en: "italic")
            let upright = Wording("chữ đứng", en: "upright")
            faults.append(rule.slant == .italic ? (upright, italic) : (italic, upright))
        }
        if rule.underline == .present, !looks.isEmpty, looks.allSatisfy({ $0.underline == .none }) {
            faults.append(
                (Wording("không gạch chân", en: "no underline"), Wording("gạch chân", en: "underlined"))
            )
        }
        if let fault = caseFault(line, rule) { faults.append(fault) }
        let misaligned = alignmentFault(line, rule)
        if let misaligned, alignmentCode == code { faults.append(misaligned) }
        if let misaligned, alignmentCode != code {
            log.add(alignmentCode, component, line, found: misaligned.found, right: misaligned.right)
        }
        guard !faults.isEmpty else { return }
        log.add(
            code,
            component,
            line,
            found: joined(faults.map(\.found)),
            right: joined(faults.map(\.right))
        )
    }

    private var isParty: Bool { profile.rule(for: .partyTitle) != nil }

    /// Labels such as "Kính gửi" are bold by custom, and a title that stands alone is the only line in the Party's documents.
    private func judgesWeight(_ component: Component, _ line: TextLine) -> Bool {
        switch component {
        case .addressee: false
        case .authority, .position: !(isParty && line.hasTags)
        default: true
        }
    }

    private func caseFault(_ line: TextLine, _ rule: ComponentRule) -> (found: Wording, right: Wording)? {
        let text = line.ownText
        let letters = text.filter(\.isLetter)
        guard letters.count > 3 else { return nil }
        let upper = Wording("chữ in hoa", en: "capitals")
        let sentence = Wording("chữ in thường", en: "lower case")
        switch (rule.letterCase, rule.component) {
        case (.upper, .drafterCode), (.upper, .urgency), (.upper, .circulation): return nil
        case (.upper, _): return TextLine.isUpper(text) ? nil : (sentence, upper)
        // Wording rules already ask for the case of these.
        case (.sentence, .subject), (.sentence, .signerName), (.sentence, .letterSubject),
            (.sentence, .appendixReference):
            return TextLine.isUpper(text) ? (upper, sentence) : nil
        case (.sentence, _): return nil
        }
    }

    private func alignmentFault(_ line: TextLine, _ rule: ComponentRule) -> (found: Wording, right: Wording)?
    {
        guard let alignment = line.paragraph.format.alignment, !line.spot.isInShape else { return nil }
        // Tabs and blanks may put a line where another means would.
        guard !line.text.contains("\t"), !line.text.hasPrefix("   ") else { return nil }
        let isHead = rule.position == .headLeft || rule.position == .headRight || rule.position == .footRight
        if isHead, line.spot.columns == 1 { return nil }
        if rule.alignment == .centre, isCentredByRoom(line) { return nil }
        let isRight: Bool =
            switch rule.alignment {
            case .any: true
            case .centre: alignment == .centre
            case .left: alignment == .left || alignment == .justified
            case .right: alignment == .right
            // Judged with the text.
            case .justified: true
            }
        guard !isRight else { return nil }
        let wanted: ParagraphFormat.Alignment =
            switch rule.alignment {
            case .centre: .centre
            case .right: .right
            case .left, .any, .justified: .left
            }
        return (Self.name(of: alignment), Self.name(of: wanted))
    }

    /// Indents, or a column hardly wider than the text, centre a line as well.
    private func isCentredByRoom(_ line: TextLine) -> Bool {
        guard line.spot.columns > 1, let available = line.paragraph.availableWidth?.millimetres,
            let look = line.looks.first, let points = look.size
        else { return false }
        let format = line.paragraph.format
        let width = TextMetrics.width(
            of: line.trimmed,
            points: points,
            face: look.weight == .bold ? .bold : .regular
        )
        let start = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        return format.alignment != .right && abs(start + width / 2 - available / 2) <= 3
    }

    // MARK: Sizes that go together

    /// The set of sizes the text is written in, by its most frequent size; nil for one of neither set.
    private var sizeSet: SizeSet? {
        var counts: [Double: Int] = [:]
        for index in anatomy.text where isText(index) {
            for piece in lines[index].pieces {
                if let size = piece.look.size { counts[size, default: 0] += piece.text.count }
            }
        }
        guard let rule = profile.rule(for: .body),
            let size = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key
        else { return nil }
        return SizeSet.allCases.first { abs(rule.size(in: $0) - size) <= 0.25 }
    }

    func isText(_ index: Int) -> Bool {
        switch anatomy.components[index] {
        case .body, .clause, .titledClause, .point, .article, .legalBasis: true
        default: false
        }
    }

    func checkSizes(_ log: inout FindingLog) {
        guard let set = sizeSet else { return }
        let judged: [Component] = [
            .nationalTitle, .motto, .superiorAgency, .issuingAgency, .placeAndDate, .documentType, .subject,
            .body, .legalBasis, .clause, .titledClause, .point, .article, .romanHeading, .authority,
            .position,
            .signerName,
        ]
        var places: [(line: TextLine, found: Wording)] = []
        var right: Wording?
        for index in anatomy.components.keys.sorted() {
            guard let component = anatomy.components[index], judged.contains(component),
                let rule = profile.rule(for: component), rule.largeSet != rule.smallSet
            else { continue }
            let wanted = rule.size(in: set)
            // A size outside the range is told by the component's own rule.
            let other = lines[index].looks.compactMap(\.size).first {
                isNear($0, rule.points) && abs($0 - wanted) > 0.25
            }
            guard let other else { continue }
            if right == nil { right = measure(wanted, "pt") }
            places.append((lines[index], measure(other, "pt")))
        }
        guard let right else { return }
        log.add(.mixedSizes, nil, all: places, right: right)
    }

    func isNear(_ size: Double, _ range: ClosedRange<Double>) -> Bool {
        (range.lowerBound - 0.25...range.upperBound + 0.25).contains(size)
    }

    // MARK: Words

    func joined(_ words: [Wording]) -> Wording {
        Wording(
            words.map(\.vietnamese).joined(separator: ", "),
            en: words.map(\.english).joined(separator: ", ")
        )
    }

    private static func name(of weight: ComponentRule.Weight) -> Wording {
        switch weight {
        case .bold: Wording("đậm", en: "bold")
        case .regular: Wording("không đậm", en: "not bold")
        }
    }

    private static func name(
        of weights: Set<CharacterFormat.Weight>,
        _ wanted: ComponentRule.Weight
    ) -> Wording {
        if weights.count > 1 { return Wording("chỗ đậm chỗ không", en: "bold in places") }
        return name(of: wanted == .bold ? .regular : .bold)
    }

    static func name(of alignment: ParagraphFormat.Alignment) -> Wording {
        switch alignment {
        case .left: Wording("căn trái", en: "aligned left")
        case .centre: Wording("căn giữa", en: "centred")
        case .right: Wording("căn phải", en: "aligned right")
        case .justified: Wording("căn đều hai lề", en: "justified")
        }
    }
}
