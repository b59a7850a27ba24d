internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

extension Judge {
    private typealias Places = [FaultyPlace]

    /// How the paragraphs of the running text are set; the same fault in many of them is told once.
    func checkBody(_ log: inout FindingLog) {
        guard let rule = profile.rule(for: .body) else { return }
        var alignment: Places = []
        var indent: Places = []
        var typedIndent: Places = []
        var spacing: Places = []
        var size: Places = []
        var emphasis: Places = []
        for index in anatomy.text where isText(index) && !lines[index].paragraph.isHeadingLike {
            let line = lines[index]
            guard !line.isSlot else { continue }
            let format = line.paragraph.format
            func mended(_ change: ParagraphChange) -> [DocumentEdit] {
                [.paragraph(line.paragraph.element, change)]
            }
            if let fault = alignmentFault(line) {
                let mend = mended(ParagraphChange(alignment: .justified))
                alignment.append(FaultyPlace(line, fault, mend: mend))
            }
            if line.text.hasPrefix("\t") || line.text.hasPrefix("   ") {
                let fault = Wording("thụt bằng phím cách hoặc tab", en: "indented by blanks or tabs")
                let isFirst = line.typed?.start == 0
                let mend = isFirst && !isIndented(format) ? mended(indentChange(format)) : []
                typedIndent.append(FaultyPlace(line, fault, mend: line.leadingBlanksRemoved + mend))
            } else if let fault = indentFault(line) {
                indent.append(FaultyPlace(line, fault, mend: mended(indentChange(format))))
            }
            if let fault = spacingFault(format, line) {
                let mend = mended(ParagraphChange(lineSpacing: spacingMended(format, line)))
                spacing.append(FaultyPlace(line, fault, mend: mend))
            }
            let other = line.looks.compactMap(\.size).first { !isNear($0, rule.points) }
            if let other, anatomy.components[index] != .legalBasis {
                let wanted = rule.size(in: sizeSet ?? profile.usualSizes)
                let mend = line.edits { look in
                    look.size.map { isNear($0, rule.points) } == false ? CharacterChange(size: wanted) : nil
                }
                size.append(FaultyPlace(line, measure(other, "pt"), mend: mend))
            }
            if let fault = emphasisFault(index) { emphasis.append(FaultyPlace(line, fault)) }
        }
        log.add(.bodyAlignment, .body, all: alignment, right: Judge.name(of: .justified))
        let indents = profile.body.firstLineIndents.map { measure($0, "mm") }
        log.add(
            .bodyIndent, .body, all: indent,
            right: Wording(
                indents.map(\.vietnamese).joined(separator: " hoặc "),
                en: indents.map(\.english).joined(separator: " or ")))
        log.add(
            .bodyIndentTyped, .body, all: typedIndent,
            right: Wording("thụt dòng đầu bằng định dạng đoạn", en: "a first-line indent of the paragraph"))
        log.add(.lineSpacing, .body, all: spacing, right: spacingRight)
        log.add(.bodySize, .body, all: size, right: measure(rule.points, "pt"))
        log.add(
            .bodyEmphasis, .body, all: emphasis,
            right: Wording("chữ in thường, kiểu đứng", en: "upright lower case"))
        checkGaps(&log)
    }

    /// What fits on one line looks the same however it is justified, and what is centred is no plain text.
    private func alignmentFault(_ line: TextLine) -> Wording? {
        guard let alignment = line.paragraph.format.alignment, alignment == .left else { return nil }
        guard line.isLonger(than: 110), line.paragraph.label == nil else { return nil }
        return Self.name(of: alignment)
    }

    private func indentFault(_ line: TextLine) -> Wording? {
        let format = line.paragraph.format
        guard format.alignment == .justified || format.alignment == .left, line.paragraph.label == nil,
            !line.trimmed.hasPrefix("-"), !line.trimmed.hasPrefix("+"), line.isLonger(than: 60),
            let first = format.firstLineIndent?.millimetres
        else { return nil }
        return isIndented(format) ? nil : measure(first, "mm")
    }

    private func isIndented(_ format: EffectiveParagraph) -> Bool {
        guard let first = format.firstLineIndent?.millimetres else { return true }
        let left = format.leftIndent?.millimetres ?? 0
        return profile.body.firstLineIndents.contains {
            abs($0 - first) <= 0.6 || abs($0 - first - left) <= 0.6
        }
    }

    /// The indent allowed that is nearest to what there is.
    private func indentChange(_ format: EffectiveParagraph) -> ParagraphChange {
        let first = format.firstLineIndent?.millimetres ?? 0
        let nearest = profile.body.firstLineIndents.min { abs($0 - first) < abs($1 - first) }
        return ParagraphChange(firstLineIndent: nearest.map { .millimetres($0) })
    }

    private func spacingFault(_ format: EffectiveParagraph, _ line: TextLine) -> Wording? {
        guard let spacing = format.lineSpacing, let size = line.looks.first?.size else { return nil }
        let single = 1.149 * size
        switch (spacing, profile.body.lineSpacing) {
        case (.lines(let count), .lines(let range)):
            return (range.lowerBound - 0.01...range.upperBound + 0.01).contains(count)
                ? nil : measure(count, "dòng").renamed("dòng", en: "lines")
        case (.lines(let count), .exactly(let range)):
            return range.lowerBound - 0.5 <= single * count && single * count <= range.upperBound + 1
                ? nil : measure(count, "dòng").renamed("dòng", en: "lines")
        case (.exactly(let length), .lines(let range)):
            let allowed = single * range.lowerBound * 0.95...single * range.upperBound * 1.05
            return allowed.contains(length.points) ? nil : measure(length.points, "pt")
        case (.atLeast(let length), .lines(let range)):
            return length.points <= single * range.upperBound * 1.05 ? nil : measure(length.points, "pt")
        case (.exactly(let length), .exactly(let range)):
            return range.lowerBound - 0.5 <= length.points && length.points <= range.upperBound + 0.5
                ? nil : measure(length.points, "pt")
        case (.atLeast, .exactly): return nil
        }
    }

    /// The spacing allowed that is nearest to what there is.
    private func spacingMended(_ format: EffectiveParagraph, _ line: TextLine) -> ParagraphFormat.LineSpacing?
    {
        let single = 1.149 * (line.looks.first?.size ?? 13)
        let points: Double =
            switch format.lineSpacing {
            case .lines(let count)?: single * count
            case .exactly(let length)?, .atLeast(let length)?: length.points
            case nil: single
            }
        switch profile.body.lineSpacing {
        case .lines(let range): return .lines(min(max(points / single, range.lowerBound), range.upperBound))
        case .exactly(let range):
            return .exactly(.points(min(max(points, range.lowerBound), range.upperBound).rounded()))
        }
    }

    private var spacingRight: Wording {
        switch profile.body.lineSpacing {
        case .lines(let range): measure(range, "dòng").renamed("dòng", en: "lines")
        case .exactly(let range):
            range.upperBound < 1000 ? measure(range, "pt") : Wording("từ 18 pt", en: "18 pt or more")
        }
    }

    /// A whole paragraph of text in italics or capitals.
    private func emphasisFault(_ index: Int) -> Wording? {
        guard anatomy.components[index] == .body || anatomy.components[index] == .clause else { return nil }
        let line = lines[index]
        guard line.isLonger(than: 110), !line.hasTags, !line.looks.isEmpty else { return nil }
        // A translation beside the Vietnamese is told apart by its slant.
        let isVietnamese = line.trimmed.utf8.contains { $0 >= 0x80 }
        if isVietnamese, line.looks.allSatisfy({ $0.slant == .italic }) {
            return Wording("cả đoạn in nghiêng", en: "all italic")
        }
        return line.isUpper ? Wording("cả đoạn in hoa", en: "all capitals") : nil
    }

    private func checkGaps(_ log: inout FindingLog) {
        var narrow: Places = []
        var empty: Places = []
        let inside = Array(anatomy.text)
        var previous: Int?
        var blanks: [Int] = []
        for index in inside {
            let line = lines[index]
            guard line.spot.table == nil, !line.spot.isInShape else {
                previous = nil
                continue
            }
            if line.isBlank {
                if line.paragraph.shapes.isEmpty, line.paragraph.lines.isEmpty { blanks.append(index) }
                continue
            }
            guard !line.paragraph.isHeadingLike else {
                (previous, blanks) = (nil, [])
                continue
            }
            defer {
                previous = isText(index) ? index : nil
                blanks = []
            }
            guard let last = previous, isText(index), lines[last].spot.section == line.spot.section else {
                continue
            }
            if let blank = blanks.first {
                empty.append(
                    FaultyPlace(
                        lines[blank],
                        Wording("đoạn trống để tạo khoảng cách", en: "an empty paragraph as a gap"),
                        mend: blanks.filter { lines[$0].paragraph.isBare }.map {
                            .removeParagraph(lines[$0].paragraph.element)
                        }))
                continue
            }
            let upper = lines[last].paragraph
            guard upper.place != line.paragraph.place, let gap = upper.gap(before: line.paragraph) else {
                continue
            }
            guard !line.isSlot, !lines[last].isSlot else { continue }
            guard gap.points < profile.body.leastGap - 0.3 else { continue }
            let change = ParagraphChange(
                spaceBefore: .points(profile.body.leastGap),
                ignoresSpacingBetweenLikes: line.paragraph.format.ignoresSpacingBetweenLikes ? false : nil)
            let mend: [DocumentEdit] = [.paragraph(line.paragraph.element, change)]
            narrow.append(FaultyPlace(line, measure(gap.points, "pt"), mend: mend))
        }
        let least = measure(profile.body.leastGap, "pt")
        log.add(
            .bodyGap, .body, all: narrow,
            right: Wording("từ \(least.vietnamese)", en: "\(least.english) or more"))
        log.add(
            .emptyParagraph, .body, all: empty,
            right: Wording("khoảng cách đoạn", en: "the paragraph's own spacing"))
    }

    // MARK: Letters of the whole document

    /// Fonts, colours and the form of letters: each fault once, at the first of its places.
    func checkLetters(_ log: inout FindingLog) {
        var fonts: [(name: String, places: Places)] = []
        let fontChange = CharacterChange(font: profile.font)
        var colours: Places = []
        var decomposed: Places = []
        var verdicts: [String: Bool] = [:]
        for line in lines where !line.isBlank && !line.hasTags {
            var told: Set<String> = []
            for piece in line.pieces where piece.text.contains(where: { $0.isLetter || $0.isNumber }) {
                let isAccented = piece.text.unicodeScalars.contains {
                    $0.value > 127 && $0.properties.isAlphabetic
                }
                let hasPlain = piece.text.utf8.contains { $0 < 128 && $0 > 47 }
                let named = [
                    hasPlain ? piece.look.font : nil,
                    isAccented ? piece.look.accentedFont ?? piece.look.font : nil,
                ].compactMap { $0 }
                for font in named {
                    let isRight = verdicts[font] ?? isAllowed(font)
                    verdicts[font] = isRight
                    guard !isRight, told.insert(font).inserted else { continue }
                    let mend = line.edits { look in
                        look.font == font || look.accentedFont == font ? fontChange : nil
                    }
                    let place = FaultyPlace(line, Wording("phông \(font)", en: "font \(font)"), mend: mend)
                    if let index = fonts.firstIndex(where: { $0.name == font }) {
                        fonts[index].places.append(place)
                    } else {
                        fonts.append((font, [place]))
                    }
                }
            }
            if let fault = colourFault(line) {
                colours.append(FaultyPlace(line, fault, mend: colourMended(line)))
            }
            if !Normalization.isNFC(line.text) {
                let fault = Wording("chữ có dấu rời", en: "letters with separate marks")
                decomposed.append(FaultyPlace(line, fault, mend: [.composeLetters(line.paragraph.element)]))
            }
        }
        let right = Wording("phông \(profile.font)", en: "font \(profile.font)")
        for font in fonts { log.add(.fontFamily, nil, all: font.places, right: right) }
        log.add(.textColor, nil, all: colours, right: Wording("chữ đen", en: "black"))
        log.add(
            .decomposedLetters, nil, all: decomposed,
            right: Wording("chữ dựng sẵn (NFC)", en: "composed letters (NFC)"))
    }

    /// Stamps of urgency and secrecy are red, and links are coloured by the word processor.
    private func colourFault(_ line: TextLine) -> Wording? {
        for run in line.paragraph.runs where isColoured(run) {
            guard case .rgb(let red, let green, let blue)? = run.format.colour else { continue }
            let stamps = ["KHẨN", "HỎA TỐC", "MẬT"].map(HeadWords.fold)
            guard !stamps.contains(where: { line.folded.hasSuffix($0) }) else { return nil }
            let name = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return Wording("màu #\(name)", en: "colour #\(name)")
        }
        return nil
    }

    private func isColoured(_ run: ReadRun) -> Bool {
        guard run.link == nil, case .rgb(let red, let green, let blue)? = run.format.colour else {
            return false
        }
        // Near-black is what themes make of black.
        return max(red, max(green, blue)) > 0x26 && run.text.contains(where: \.isLetter)
    }

    private func colourMended(_ line: TextLine) -> [DocumentEdit] {
        line.paragraph.typedRuns.filter { isColoured($0.run) }.map {
            .characters(line.paragraph.span($0.range), CharacterChange(colour: .automatic))
        }
    }

    private func isAllowed(_ font: String) -> Bool {
        Self.isSame(font, profile.font) || settings.fonts.contains { Self.isSame(font, $0) }
    }

    /// `Times New Roman`, `'Times New Roman'`, `Times New Roman1`.
    private static func isSame(_ font: String, _ wanted: String) -> Bool {
        let plain = font.filter { $0 != "'" && $0 != "\"" }.lowercased()
        return plain.hasPrefix(wanted.lowercased())
    }
}

extension ReadParagraph {
    /// Centred lines stand for themselves.
    fileprivate var isHeadingLike: Bool { format.alignment == .centre || format.alignment == .right }
}

extension Wording {
    /// The same number with its unit in each language.
    fileprivate func renamed(_ unit: String, en english: String) -> Wording {
        Wording(
            vietnamese,
            en: self.english.hasSuffix(unit)
                ? String(self.english.dropLast(unit.count)) + english : self.english)
    }
}
