internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

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
                .headingLook, .article, lines[index], found: Wording("chữ thường", en: "not bold"),
                right: Wording("“Điều …” in đậm", en: "“Điều …” in bold"), mend: articleWord(lines[index]))
        }
    }

    /// Makes `Điều 1.` bold.
    private func articleWord(_ line: TextLine) -> [DocumentEdit] {
        let scalars = Array(line.text.unicodeScalars)
        guard let end = scalars.firstIndex(of: "."), let range = line.typedRange(0..<end + 1) else {
            return []
        }
        return [.characters(line.paragraph.span(range), CharacterChange(weight: .bold))]
    }

    /// Reports all that is wrong with a line's look at once.
    func checkLook(
        of line: TextLine, _ component: Component, _ code: RuleCode, _ alignmentCode: RuleCode,
        _ looks: [EffectiveCharacters], _ log: inout FindingLog
    ) {
        guard let rule = profile.rule(for: component), !line.isShared(as: component) else { return }
        var faults: [(found: Wording, right: Wording)] = []
        var wanted = CharacterChange()
        var mend: [DocumentEdit] = []
        if let size = looks.compactMap(\.size).first(where: { !isNear($0, rule.points) }) {
            faults.append((found: measure(size, "pt"), right: measure(rule.points, "pt")))
            wanted.size = rule.size(in: sizeSet ?? profile.usualSizes)
        }
        let weights = Set(looks.compactMap(\.weight))
        let isJudged = !(anatomy.agencyIsUncertain && component == .issuingAgency)
        if isJudged, judgesWeight(component, line), weights.contains(rule.weight == .bold ? .regular : .bold)
        {
            faults.append((found: Self.name(of: weights, rule.weight), right: Self.name(of: rule.weight)))
            wanted.weight = rule.weight == .bold ? .bold : .regular
        }
        let slants = Set(looks.compactMap(\.slant))
        if slants.contains(rule.slant == .italic ? .upright : .italic), component != .addressee || !isParty {
            let italic = Wording("chữ nghiêng", en: "italic")
            let upright = Wording("chữ đứng", en: "upright")
            faults.append(rule.slant == .italic ? (upright, italic) : (italic, upright))
            wanted.slant = rule.slant == .italic ? .italic : .upright
        }
        if rule.underline == .present, !looks.isEmpty, looks.allSatisfy({ $0.underline == .absent }) {
            faults.append(
                (Wording("không gạch chân", en: "no underline"), Wording("gạch chân", en: "underlined")))
            wanted.underline = .single
        }
        if wanted != CharacterChange() { mend += looksMended(line, wanted, rule) }
        if let fault = caseFault(line, rule) {
            faults.append(fault)
            mend += caseMended(line, rule)
        }
        if let misaligned = alignmentFault(line, rule) {
            let change = DocumentEdit.paragraph(
                line.paragraph.element, ParagraphChange(alignment: misaligned.alignment))
            let right = Self.name(of: misaligned.alignment)
            if alignmentCode == code {
                faults.append((misaligned.found, right))
                mend.append(change)
            } else {
                log.add(alignmentCode, component, line, found: misaligned.found, right: right, mend: [change])
            }
        }
        guard !faults.isEmpty else { return }
        log.add(
            code, component, line, found: joined(faults.map(\.found)), right: joined(faults.map(\.right)),
            mend: mend)
    }

    /// Only the pieces that look otherwise, and only where they do.
    private func looksMended(_ line: TextLine, _ wanted: CharacterChange, _ rule: ComponentRule)
        -> [DocumentEdit]
    {
        guard !line.pieces.isEmpty else {
            return [.characters(TextSpan(allOf: line.paragraph.element), wanted)]
        }
        return line.edits { look in
            var change = wanted
            if let size = look.size, isNear(size, rule.points) { change.size = nil }
            if look.weight == wanted.weight { change.weight = nil }
            if look.slant == wanted.slant { change.slant = nil }
            return change == CharacterChange() ? nil : change
        }
    }

    /// Capitals where they are asked for; small letters only where it is known which of them stay capitals.
    private func caseMended(_ line: TextLine, _ rule: ComponentRule) -> [DocumentEdit] {
        guard rule.letterCase == .sentence else { return line.rewording(LetterCase.upper) }
        let hasSwitch = line.pieces.contains { $0.look.letterCase == .allCapitals }
        let typed = line.typed.map { line.paragraph.span($0.start..<$0.end).letters } ?? ""
        if hasSwitch, !TextLine.isUpper(typed) {
            return line.edits { $0.letterCase == .allCapitals ? CharacterChange(letterCase: .asTyped) : nil }
        }
        guard !hasSwitch else { return [] }
        if rule.component == .signerName { return line.rewording(LetterCase.title) }
        let words = CapitalWords(of: lines.map(\.text))
        return line.rewording { words.sentence($0) }
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

    private func alignmentFault(_ line: TextLine, _ rule: ComponentRule) -> (
        found: Wording, alignment: ParagraphFormat.Alignment
    )? {
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
        return (Self.name(of: alignment), wanted)
    }

    /// Indents, or a column hardly wider than the text, centre a line as well.
    private func isCentredByRoom(_ line: TextLine) -> Bool {
        guard line.spot.columns > 1, let available = line.paragraph.availableWidth?.millimetres,
            let look = line.looks.first, let points = look.size
        else { return false }
        let format = line.paragraph.format
        let width = TextMetrics.width(
            of: line.trimmed, points: points, face: look.weight == .bold ? .bold : .regular)
        let start = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        return format.alignment != .right && abs(start + width / 2 - available / 2) <= 3
    }

    // MARK: Sizes that go together

    /// The set of sizes the text is written in, by its most frequent size; nil for one of neither set.
    var sizeSet: SizeSet? {
        var counts: [Double: Int] = [:]
        for index in anatomy.text where isText(index) {
            for piece in lines[index].pieces {
                if let size = piece.look.size { counts[size, default: 0] += piece.text.utf8.count }
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
        // The Party's guidance has ranges of its own for head and foot, and no sets.
        let text: [Component] = [.body, .legalBasis, .clause, .titledClause, .point, .article, .romanHeading]
        let judged: [Component] =
            isParty
            ? text
            : text + [
                .nationalTitle, .motto, .superiorAgency, .issuingAgency, .placeAndDate, .documentType,
                .subject, .authority, .position, .signerName,
            ]
        var places: [FaultyPlace] = []
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
            let mend = lines[index].edits { look in
                guard let size = look.size, abs(size - wanted) > 0.25 else { return nil }
                return CharacterChange(size: wanted)
            }
            places.append(FaultyPlace(lines[index], measure(other, "pt"), mend: mend))
        }
        guard let right else { return }
        log.add(.mixedSizes, nil, all: places, right: right)
    }

    func isNear(_ size: Double, _ range: ClosedRange<Double>) -> Bool {
        (range.lowerBound - 0.25...range.upperBound + 0.25).contains(size)
    }

    // MARK: Words

    private static func name(of weight: ComponentRule.Weight) -> Wording {
        switch weight {
        case .bold: Wording("đậm", en: "bold")
        case .regular: Wording("không đậm", en: "not bold")
        }
    }

    private static func name(of weights: Set<CharacterFormat.Weight>, _ wanted: ComponentRule.Weight)
        -> Wording
    {
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

/// Several wordings in one, with commas between.
func joined(_ words: [Wording]) -> Wording {
    Wording(words.map(\.vietnamese).joined(separator: ", "), en: words.map(\.english).joined(separator: ", "))
}
