internal import Diagnostics
internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// What stands between head and foot: addressees, bases, lead, and the text itself.
extension RecognisedDocument {
    mutating func findText() {
        var start = head.upperBound
        if let type = first(.documentType) { start = max(start, type + 1) }
        while start < lines.count, lines[start].isBlank || components[start] == .hyphens { start += 1 }
        let end = foot ?? lines.count
        guard start < end else {
            text = end..<end
            findAddressees()
            return
        }
        text = start..<end
        findAddressees()
        findBases()
        findLead()
        var roman = RomanOrLetter()
        for index in text where components[index] == nil && marks[index] == nil {
            let line = lines[index]
            guard line.spot.table == nil, !line.spot.isInShape, !line.isBlank else { continue }
            if isCaption(index) {
                marks[index] = .caption
            } else if line.isTypedLine {
                marks[index] = .typedLine
                set(.body, at: index)
            } else {
                set(component(of: line, &roman), at: index)
            }
        }
        findPlainRomanHeadings()
        findEndMark()
    }

    private static let captionWords = ["Bảng", "Biểu", "Hình", "Sơ", "Nguồn:", "ĐVT:", "Ghi", "Đơn"]

    /// What a table or a picture is named by, which follows the table and not the text.
    private func isCaption(_ index: Int) -> Bool {
        let line = lines[index]
        guard !line.isLonger(than: 200),
            Self.captionWords.contains(where: { line.trimmed.utf8.starts(with: $0.utf8) })
        else { return false }
        let words = line.trimmed.split(separator: " ", maxSplits: 2)
        guard let word = words.first else { return false }
        if ["Bảng", "Biểu", "Hình", "Sơ"].contains(word), line.isCentred {
            return line.trimmed.prefix(12).contains(where: \.isNumber)
        }
        let isNote = ["Nguồn:", "ĐVT:", "Ghi chú:"].contains(word) || line.trimmed.hasPrefix("Đơn vị tính:")
        let beside = [lines[..<index].last { !$0.isBlank }, lines[(index + 1)...].first { !$0.isBlank }]
        return isNote && beside.contains { $0?.spot.table != nil }
    }

    // MARK: Addressees

    /// Its addressees stand below “… điện:”, in words and an order that no other type has.
    package static let telegram = "Công điện"

    private mutating func findAddressees() {
        let isTelegram = typeName == Self.telegram
        let inHead = head.filter { HeadWords.isAddressee(lines[$0]) && components[$0] == nil }
        let start =
            inHead.first
            ?? text.prefix(12).prefix { !beginsText($0) }.first {
                HeadWords.isAddressee(lines[$0]) || isTelegram && HeadWords.isTelegraphing(lines[$0])
            }
        guard let start else { return }
        set(.addressee, at: start)
        let table = lines[start].spot.columns > 1 ? lines[start].spot.table : nil
        let isOpen = lines[start].trimmed.hasSuffix(":")
        var item: TextLine?
        for index in lines.indices[(start + 1)...].prefix(60) where !lines[index].isBlank {
            let line = lines[index]
            if let table {
                guard line.spot.table == table else { break }
                guard components[index] == nil, line.spot.row >= lines[start].spot.row else { continue }
            } else if !HeadWords.isAddressee(line) {
                // Another list may follow at once; it has a style of its own where there are styles.
                let isItem = line.trimmed.first.map { "-–—•+".contains($0) } == true
                // Without dashes they are told by their place.
                let goesOn = item.map { isAside($0) && indent(of: $0) == indent(of: line) } ?? true
                let isAlone =
                    isOpen && goesOn && !line.isLonger(than: 120) && !line.isNumberedHeading
                    && !line.trimmed.hasSuffix(":") && line.spot.table == nil && isAside(line)
                guard isItem || isAlone, !HeadWords.isBasis(line), line.spot.table == lines[start].spot.table,
                    item == nil || item?.paragraph.styleID == line.paragraph.styleID
                else { break }
                item = line
            }
            set(.addressee, at: index)
        }
    }

    /// Whether the text has begun: what is addressed behind that is addressed by a sentence of it.
    private func beginsText(_ index: Int) -> Bool {
        let number = HeadingNumber(lines[index].trimmed.beginning(80))
        return number?.kind.isOfText == true || isSentence(lines[index])
    }

    /// Whether it stands further in than text does, and without a dash.
    private func isAside(_ line: TextLine) -> Bool {
        (line.isCentred || indent(of: line) > 25) && line.trimmed.first.map { "-–—•+".contains($0) } == false
    }

    private func indent(of line: TextLine) -> Double {
        let format = line.paragraph.format
        return (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
    }

    // MARK: Bases

    private mutating func findBases() {
        let near = text.prefix(80).filter {
            components[$0] == nil && !lines[$0].isBlank && lines[$0].spot.table == nil
                && !lines[$0].isTypedLine
        }
        if findBasesOfEnactment(near) { return }
        guard let start = near.prefix(5).firstIndex(where: { HeadWords.isBasis(lines[$0]) }) else { return }
        // Behind a colon, or a sentence, it is a part of a text that has begun.
        guard !near[..<start].contains(where: { lines[$0].trimmed.hasSuffix(":") || isSentence(lines[$0]) })
        else { return }
        if isReasoning(near[start], after: near[..<start], before: near[(start + 1)...]) { return }
        for index in near[..<start] where HeadWords.isIssuerTitle(lines[index]) {
            marks[index] = .issuerTitle
        }
        var previous = lines[near[start]]
        for index in near[start...] {
            let line = lines[index]
            if HeadWords.isProposal(previous), isLeadOfEnactment(line) {
                leads = [index]
                break
            }
            let isFurther = HeadWords.isBasis(line) || HeadWords.isFurtherBasis(line, after: previous)
            previous = line
            guard isFurther else { break }
            // A basis inside a sentence that goes on is text: "Căn cứ …, Sở … báo cáo như sau:".
            guard !line.trimmed.hasSuffix(":"), !goesOnWithText(line), !hasMainClause(line) else { break }
            let next = near.first { $0 > index }
            if HeadWords.isSentenceOnBasis(line), next.map({ !HeadWords.isBasis(lines[$0]) }) ?? true {
                break
            }
            set(.legalBasis, at: index)
        }
    }

    /// Whether a long paragraph by itself behind others of the text argues from what it cites: "Căn cứ Nghị định …, Công an tỉnh đã dự thảo …".
    private func isReasoning(_ index: Int, after above: ArraySlice<Int>, before below: ArraySlice<Int>)
        -> Bool
    {
        guard lines[index].isLonger(than: 200), !lines[index].trimmed.hasSuffix(";") else { return false }
        let isBehindText = above.contains { !HeadWords.isIssuerTitle(lines[$0]) }
        return isBehindText && below.first.map { !HeadWords.isBasis(lines[$0]) } ?? true
    }

    /// Whether a line that begins as a basis is a sentence with what follows from it.
    private func goesOnWithText(_ line: TextLine) -> Bool {
        guard line.isLonger(than: 250), !line.trimmed.hasSuffix(";") else { return false }
        return [
            "báo cáo ", "ban hành ", "kính trình ", "kính đề nghị ", "đề nghị ", "thông báo ", "xây dựng ",
        ].contains { word in line.trimmed.suffix(220).contains(word) } && line.trimmed.hasSuffix("sau.")
    }

    /// Whether more than the naming of a basis stands in it: a further sentence, or what is quoted from it.
    private func hasMainClause(_ line: TextLine) -> Bool {
        let text = line.trimmed
        if text.hasBytes(of: ": “") || text.hasBytes(of: ": \"") { return true }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.contains { place in
            guard scalars[place] == ".", place > 2, place + 2 < scalars.count, scalars[place + 1].isBlank
            else { return false }
            // `TP. Hà Nội` and `Q. 1` are abbreviations.
            return scalars[place + 2].isUpper && scalars[(place - 3)..<place].allSatisfy(\.isLower)
        }
    }

    /// A whole sentence of the text, and no line of the head.
    private func isSentence(_ line: TextLine) -> Bool {
        line.isLonger(than: 90) && line.trimmed.hasSuffix(".") && !HeadWords.isBasis(line) && !line.isUpper
            && !line.looks.allSatisfy { $0.slant == .italic }
    }

    /// In a decision, what stands between the subject and “QUYẾT ĐỊNH:” is a basis, whatever it begins with.
    private mutating func findBasesOfEnactment(_ near: [Int]) -> Bool {
        guard let enactment = near.first(where: { HeadWords.isEnactment(lines[$0]) }) else { return false }
        let above = near.prefix { $0 < enactment }
        guard above.count <= 60,
            !above.contains(where: { HeadingNumber(lines[$0].trimmed)?.kind == .article })
        else { return false }
        marks[enactment] = .enactment
        for index in above {
            let line = lines[index]
            if line.hasTags, !HeadWords.isBasis(line), !line.looks.allSatisfy({ $0.slant == .italic }) {
                continue
            }
            if line.isUpper, !line.hasTags {
                marks[index] = .issuerTitle
            } else if line.trimmed.hasSuffix(":") || index == above.last && isLeadOfEnactment(line) {
                leads = [index]
            } else {
                set(.legalBasis, at: index)
                if !HeadWords.isBasis(line), !HeadWords.isProposal(line) {
                    guesses[index] = Wording(
                        "không có từ “Căn cứ”, chỉ đứng ở chỗ của căn cứ",
                        en: "without the word “Căn cứ”, only in the place of a basis")
                }
            }
        }
        return true
    }

    private func isLeadOfEnactment(_ line: TextLine) -> Bool {
        !HeadWords.isBasis(line) && !HeadWords.isProposal(line) && line.trimmed.contains("ban hành")
    }

    // MARK: Lead and end

    /// What stands before the first number: a sentence that ends in a colon leads to it, else the first one does.
    private mutating func findLead() {
        guard leads.isEmpty else { return }
        let near = text.prefix(90).filter {
            !lines[$0].isBlank && lines[$0].spot.table == nil && !lines[$0].isTypedLine
        }
        let open = near.drop { components[$0] != nil || marks[$0] != nil }.prefix { index in
            !lines[index].isNumberedHeading && components[index] == nil
        }.prefix(12).filter { !lines[$0].trimmed.hasPrefix("(") && marks[$0] == nil }
        let last = open.last { lines[$0].trimmed.hasSuffix(":") } ?? open.first
        // What stands between leads there too, unless it is a text of its own.
        leads = open.filter { index in last.map { index <= $0 } ?? false }
        if leads.count > 3 { leads = last.map { [$0] } ?? [] }
    }

    private mutating func findEndMark() {
        let last = text.last { !lines[$0].isBlank && lines[$0].spot.table == nil && !lines[$0].isTypedLine }
        guard let last else { return }
        if Self.isEnd(lines[last]) { endMark = last }
    }

    /// `./.`, or one of the ways it is mistyped.
    static func isEnd(_ line: TextLine) -> Bool {
        let letters = line.trimmed.suffix(8).filter { !$0.isWhitespace }
        return letters.hasSuffix("./.") || letters.hasSuffix("/.") || letters.hasSuffix("./")
    }

    // MARK: The text

    /// What a line of the text is, by its number and its letters.
    private func component(of line: TextLine, _ roman: inout RomanOrLetter) -> Component {
        guard let number = HeadingNumber(line.trimmed.beginning(260)) else { return .body }
        switch roman.kind(of: number) {
        case nil: return .body
        case .part, .chapter: return line.isLonger(than: 200) ? .body : .part
        case .article: return .article
        case .roman: return !line.isLonger(than: 200) && (line.isUpper || line.isBold) ? .romanHeading : .body
        case .arabic: return number.mark == "." ? line.isBold ? .titledClause : .clause : .body
        case .letter: return number.mark == ")" ? .point : .body
        case .division, .subdivision, .upperLetter, .decimal, .bracketed, .dash, .plus, .star: return .body
        }
    }
}

/// `C.` after A and B is a letter, and `I.` after H.
struct RomanOrLetter {
    private var lastLetter: Int?

    /// Nil for a letter that stands in no row of letters: `Q. GIÁM ĐỐC`, `T/M`.
    mutating func kind(of number: HeadingNumber) -> HeadingNumber.Kind? {
        switch number.kind {
        case .upperLetter:
            guard let value = number.value,
                value == 1 || lastLetter.map({ (1...2).contains(value - $0) }) ?? false
            else { return nil }
            lastLetter = value
            return .upperLetter
        case .roman:
            guard let lastLetter, let value = number.value,
                let letter = [1: "i", 5: "v", 10: "x"][value].flatMap({ ListLetter.number(of: $0) }),
                letter == lastLetter + 1
            else { return .roman }
            self.lastLetter = letter
            return .upperLetter
        default: return number.kind
        }
    }
}
