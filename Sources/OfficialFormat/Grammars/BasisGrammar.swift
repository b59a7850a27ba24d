internal import VietnameseText

extension FormatProfile {
    /// The faults in each of the paragraphs of legal bases (căn cứ), in order.
    ///
    /// Only paragraphs that begin with "Căn cứ", or that follow such and begin with "Theo", belong here: a lead such as "Thực hiện …" is text.
    public func findings(inLegalBases lines: [String]) -> [[Finding]] {
        lines.enumerated().map { index, line in
            let letters = Letters(line)
            let whole = letters.trimmed
            guard !whole.isEmpty else { return [] }
            let start = letters.end(from: whole.lowerBound) {
                "-–—•+".unicodeScalars.contains($0) || $0.isBlank
            }
            var found = dashFindings(letters, whole.lowerBound..<start)
            let end = index == lines.count - 1 ? legalBasis.lastEnd : legalBasis.betweenItems
            var mark = whole.upperBound
            while mark > start, let last = letters[mark - 1], ".;,:".unicodeScalars.contains(last) {
                mark -= 1
            }
            if letters[mark..<whole.upperBound] != String(end) {
                found.append(letters.finding(.basisEnd, at: mark..<whole.upperBound, correction: String(end)))
            }
            return found + citationFindings(letters, start..<mark)
        }
    }

    private func dashFindings(_ letters: Letters, _ range: Range<Int>) -> [Finding] {
        switch legalBasis.dash {
        case .absent where !range.isEmpty: [letters.finding(.basisDash, at: range, correction: "")]
        case .written where range.isEmpty: [letters.finding(.basisDashMissing, at: range, correction: "- ")]
        case .absent, .written: []
        }
    }

    /// How the cited document is named: number, date and issuing body.
    private func citationFindings(_ letters: Letters, _ range: Range<Int>) -> [Finding] {
        let text = Normalization.nfc(letters[range])
        guard text.hasPrefix("Căn cứ ") else { return [] }
        let cited = text.dropFirst("Căn cứ ".count)
        let start = range.lowerBound + "Căn cứ ".unicodeScalars.count
        let place = min(start, range.upperBound)..<range.upperBound
        if cited.hasPrefix("Luật ") || cited.hasPrefix("Bộ luật ") || cited.hasPrefix("Pháp lệnh ") {
            guard cited.contains("/QH") || cited.contains("/UBTVQH") else { return [] }
            return [
                letters.finding(
                    .basisLawNumber, at: place, right: "tên luật và ngày tháng năm, không ghi số",
                    en: "the law's name and date, without its number")
            ]
        }
        for (short, full) in [
            ("NĐ ", "Nghị định"), ("TT ", "Thông tư"), ("QĐ ", "Quyết định"), ("NQ ", "Nghị quyết"),
        ] where cited.hasPrefix(short) {
            let word = place.lowerBound..<place.lowerBound + 2
            return [letters.finding(.basisAbbreviated, at: word, right: full, en: full)]
        }
        let kinds = [
            "Nghị định ", "Thông tư ", "Quyết định ", "Nghị quyết ", "Chỉ thị ", "Kế hoạch ", "Công văn ",
        ]
        guard let kind = kinds.first(where: { cited.hasPrefix($0) }) else { return [] }
        let rest = cited.dropFirst(kind.count)
        var found: [Finding] = []
        let numberStart = place.lowerBound + kind.unicodeScalars.count
        if rest.first?.isNumber == true {
            let at = numberStart..<numberStart
            found.append(letters.finding(.basisNumberWord, at: at, right: "\(kind)số …", en: "\(kind)số …"))
        }
        guard rest.first?.isNumber == true || rest.hasPrefix("số ") else { return found }
        if !rest.contains(" ngày ") {
            found.append(
                letters.finding(
                    .basisDateMissing, at: place, right: "ngày … tháng … năm …", en: "the date of the act"))
        }
        if !rest.contains(" của ") {
            found.append(
                letters.finding(
                    .basisIssuerMissing, at: place, right: "của + cơ quan ban hành",
                    en: "của + the issuing body"))
        }
        return found
    }
}
