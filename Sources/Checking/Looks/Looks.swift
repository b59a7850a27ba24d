internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension CheckContext {
    /// Size, weight, slant, case and alignment of all lines of a component.
    func checkLooks(of component: Component, _ rule: Rule, _ log: inout FindingLog) {
        for index in structure.indices(of: component) where !isBesideAnother(index) {
            checkLook(of: lines[index], component, rule, rule, lines[index].looks, &log)
        }
    }

    /// Whether a tab or a run of blanks puts something else on a recipient's line, such as the signer's name, or the signature runs on behind it.
    private func isBesideAnother(_ index: Int) -> Bool {
        guard structure.components[index] == .recipient, !lines[index].spot.isCut else { return false }
        let text = lines[index].trimmed
        return text.utf8.contains(UInt8(ascii: "\t")) || text.hasBytes(of: "    ")
            || GluedSignatures.fault(in: text) != nil
    }

    /// Whether the line's place is the work of blanks in it or beside it, so that it stands where the others of its block do.
    private func isPlacedByHand(_ line: TextLine) -> Bool {
        guard line.spot.table != nil || line.spot.isCut else { return false }
        let paragraph = line.paragraph.element
        return lines.contains { other in
            other.spot.table == line.spot.table && other.spot.row == line.spot.row
                && other.spot.cell == line.spot.cell && other.paragraph.element != paragraph && !other.isBlank
                && (other.text.hasPrefix("   ") || other.text.hasPrefix("\t"))
        }
    }

    /// Whether a line is drawn in the cell, which would not go along with a name that moves.
    private func isDrawnBeside(_ line: TextLine) -> Bool {
        lines.contains { other in
            other.spot.table == line.spot.table && other.spot.cell == line.spot.cell
                && other.paragraph.shapes.contains { $0.blocks.isEmpty && $0.position != nil }
        }
    }

    /// Reports all that is wrong with a line's look at once.
    func checkLook(
        of line: TextLine, _ component: Component, _ rule: Rule, _ alignmentRule: Rule,
        _ looks: [EffectiveCharacters], _ log: inout FindingLog
    ) {
        guard let asked = profile.format(of: component) else { return }
        var faults: [(found: Wording, right: Wording)] = []
        var wanted = CharacterChange()
        var mend: [DocumentEdit] = []
        if let size = looks.compactMap({ $0.size }).first(where: { !isNear($0, asked.points) }) {
            faults.append((found: measure(size, "pt"), right: measure(asked.points, "pt")))
            wanted.size = asked.size(in: sizes)
        }
        let weights = Set(looks.compactMap({ $0.weight }))
        let isJudged = !(structure.agencyIsUncertain && component == .issuingAgency)
        if isJudged, judgesWeight(component, line), weights.contains(asked.weight == .bold ? .regular : .bold)
        {
            faults.append((found: Self.name(of: weights, asked.weight), right: Self.name(of: asked.weight)))
            wanted.weight = asked.weight == .bold ? .bold : .regular
        }
        let slants = Set(looks.compactMap({ $0.slant }))
        if slants.contains(asked.slant == .italic ? .upright : .italic), component != .addressee || !isParty {
            let italic = Wording("chữ nghiêng", en: "italic")
            let upright = Wording("chữ đứng", en: "upright")
            faults.append(asked.slant == .italic ? (upright, italic) : (italic, upright))
            wanted.slant = asked.slant == .italic ? .italic : .upright
        }
        if asked.underline == .present, !looks.isEmpty, looks.allSatisfy({ $0.underline == .absent }) {
            faults.append(
                (Wording("không gạch chân", en: "no underline"), Wording("gạch chân", en: "underlined")))
            wanted.underline = .single
        }
        // Under other words a line may stand for what is drawn.
        if component == .recipientsLabel, asked.underline == .absent, !looks.isEmpty,
            looks.allSatisfy({ $0.underline != .absent })
        {
            faults.append(
                (Wording("gạch chân", en: "underlined"), Wording("không gạch chân", en: "no underline")))
            wanted.underline = .absent
        }
        if wanted != CharacterChange() { mend += looksMended(line, wanted, asked) }
        if let fault = caseFault(line, asked) {
            faults.append(fault)
            mend += caseMended(line, asked)
        }
        if let misaligned = alignmentFault(line, asked) {
            let change = DocumentEdit.paragraph(
                line.paragraph.element, ParagraphChange(alignment: misaligned.alignment))
            let right = misaligned.alignment.name
            let moves = isDrawnBeside(line) ? [] : [change]
            if alignmentRule == rule {
                faults.append((misaligned.found, right))
                mend += moves
            } else {
                log.add(alignmentRule, component, line, found: misaligned.found, right: right, mend: moves)
            }
        }
        guard !faults.isEmpty else { return }
        log.add(
            rule, component, line, found: joined(faults.map(\.found)), right: joined(faults.map(\.right)),
            mend: mend)
    }

    /// Only the pieces that look otherwise, and only where they do.
    private func looksMended(_ line: TextLine, _ wanted: CharacterChange, _ asked: ComponentFormat)
        -> [DocumentEdit]
    {
        guard !line.pieces.isEmpty else {
            return [.characters(TextSpan(allOf: line.paragraph.element), wanted)]
        }
        var wanted = wanted
        let grows = line.looks.contains { look in
            (wanted.size ?? 0) > (look.size ?? 0) || wanted.weight == .bold && look.weight != .bold
        }
        let size = wanted.size ?? line.looks.compactMap({ $0.size }).max() ?? asked.points.lowerBound
        let isBold = wanted.weight.map { $0 == .bold } ?? line.isBold
        let beside = grows ? linesSetAlike(asked.component) : []
        if grows, !([line] + beside).allSatisfy({ $0.fits(points: size, isBold: isBold) }) {
            (wanted.size, wanted.weight) = (nil, nil)
        }
        return line.edits { look in
            var change = wanted
            if let size = look.size, isNear(size, asked.points) { change.size = nil }
            if look.weight == wanted.weight { change.weight = nil }
            if look.slant == wanted.slant { change.slant = nil }
            return change == CharacterChange() ? nil : change
        }
    }

    /// The lines of a component, and of the other titles of a signer, in columns where room is short: one size for all of them.
    private func linesSetAlike(_ component: Component) -> [TextLine] {
        let components: [Component] =
            component == .authority || component == .position ? [.authority, .position] : [component]
        return components.flatMap { structure.indices(of: $0).prefix(Self.mostSetAlike) }.map { lines[$0] }
    }

    private static let mostSetAlike = 30

    /// Capitals where they are asked for; small letters only where it is known which of them stay capitals.
    private func caseMended(_ line: TextLine, _ asked: ComponentFormat) -> [DocumentEdit] {
        guard asked.letterCase == .sentence else {
            return line.canBecomeUpper && capitals.maySiblingsRise(asked.component)
                ? line.rewording(LetterCase.upper) : []
        }
        let hasSwitch = line.pieces.contains { $0.look.letterCase == .allCapitals }
        let typed = line.typed.map { line.paragraph.span($0.start..<$0.end).letters } ?? ""
        if hasSwitch, !TextLine.isUpper(typed) {
            return line.edits { $0.letterCase == .allCapitals ? CharacterChange(letterCase: .asTyped) : nil }
        }
        guard !hasSwitch, line.isWholeParagraph else { return [] }
        if asked.component == .signerName {
            let syllables = line.trimmed.split { !$0.isLetter }.map { $0.lowercased() }
            return syllables.allSatisfy(Syllable.isPossible) ? line.rewording(LetterCase.title) : []
        }
        guard let typed = line.typed, typed.labelLength == 0,
            let right = capitals.sentence(line, of: asked.component)
        else { return [] }
        return line.rewording { _ in right }
    }

    /// Labels such as "Kính gửi" are bold by custom, and a title that stands alone is the only line in the Party's documents.
    private func judgesWeight(_ component: Component, _ line: TextLine) -> Bool {
        switch component {
        case .addressee: false
        case .position where isParty && structure.indices(of: .authority).isEmpty:
            // Alone it is bold, under T/M, K/T, T/L it is not.
            false
        case .authority, .position: !(isParty && line.hasTags)
        default: true
        }
    }

    private func caseFault(_ line: TextLine, _ asked: ComponentFormat) -> (found: Wording, right: Wording)? {
        let text = headingText(line.ownText, asked.component)
        let letters = text.filter(\.isLetter)
        guard letters.count > 3 else { return nil }
        let upper = Wording("chữ in hoa", en: "capitals")
        let sentence = Wording("chữ in thường", en: "lower case")
        switch (asked.letterCase, asked.component) {
        case (.upper, .drafterCode), (.upper, .urgency), (.upper, .circulation): return nil
        case (.upper, _): return TextLine.isUpper(text) ? nil : (sentence, upper)
        // Wording rules already ask for the case of these.
        case (.sentence, .subject), (.sentence, .signerName), (.sentence, .letterSubject),
            (.sentence, .appendixReference):
            return TextLine.isUpper(text) ? (upper, sentence) : nil
        case (.sentence, _): return nil
        }
    }

    /// Of a heading what stands before a remark in brackets, or before the text that goes on behind its colon.
    private func headingText(_ text: String, _ component: Component) -> String {
        guard component == .romanHeading || component == .part || component == .partTitle else { return text }
        let end = text.firstRange(of: ": ")?.lowerBound ?? text.endIndex
        let heading = text[..<(text[..<end].firstIndex(of: "(") ?? end)]
        return heading.contains { $0.isLetter && $0 != "I" && $0 != "V" && $0 != "X" }
            ? String(heading) : text
    }

    private func alignmentFault(_ line: TextLine, _ asked: ComponentFormat) -> (
        found: Wording, alignment: ParagraphFormat.Alignment
    )? {
        guard let alignment = line.paragraph.format.alignment, !line.spot.isInShape else { return nil }
        // Tabs and blanks may put a line where another means would.
        guard !line.text.contains("\t"), !line.text.hasPrefix("   ") else { return nil }
        let isHead =
            asked.position == .headLeft || asked.position == .headRight || asked.position == .footRight
        if isHead, line.spot.columns == 1 || line.spot.isCut || isPlacedByHand(line) { return nil }
        if asked.alignment == .centre, isCentredByRoom(line) { return nil }
        let isRight: Bool =
            switch asked.alignment {
            case .any: true
            case .centre: alignment == .centre
            case .left: alignment == .left || alignment == .justified
            case .right: alignment == .right
            // Judged with the text.
            case .justified: true
            }
        guard !isRight else { return nil }
        let wanted: ParagraphFormat.Alignment =
            switch asked.alignment {
            case .centre: .centre
            case .right: .right
            case .left, .any, .justified: .left
            }
        return (alignment.name, wanted)
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

    func isNear(_ size: Double, _ range: ClosedRange<Double>) -> Bool {
        (range.lowerBound - 0.25...range.upperBound + 0.25).contains(size)
    }

    private static func name(of weight: ComponentFormat.Weight) -> Wording {
        switch weight {
        case .bold: Wording("đậm", en: "bold")
        case .regular: Wording("không đậm", en: "not bold")
        }
    }

    private static func name(of weights: Set<CharacterFormat.Weight>, _ wanted: ComponentFormat.Weight)
        -> Wording
    {
        if weights.count > 1 { return Wording("chỗ đậm chỗ không", en: "bold in places") }
        return name(of: wanted == .bold ? .regular : .bold)
    }
}
