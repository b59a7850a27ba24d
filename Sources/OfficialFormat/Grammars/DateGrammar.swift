public import VietnameseText

extension FormatProfile {
    /// The faults in place and date of issue (địa danh, ngày tháng), such as `Hà Nội, ngày 05 tháng 01 năm 2026`.
    ///
    /// Blank days and months are those of a draft and right. `today` is the day of the check, nil where it is not to be looked at.
    public func findings(inDate text: String, today: CalendarDate? = nil) -> [Finding] {
        DateReading(letters: Letters(text), rule: date, today: today).findings
    }
}

private struct DateReading {
    let letters: Letters
    let rule: DateRule
    let today: CalendarDate?

    var findings: [Finding] {
        let whole = letters.trimmed
        guard let dayWord = word("ngày", from: whole.lowerBound),
            let monthWord = word("tháng", from: dayWord.upperBound),
            let yearWord = word("năm", from: monthWord.upperBound)
        else { return figures(whole) }
        var found = placeFindings(whole.lowerBound..<dayWord.lowerBound)
        for (range, right) in [(dayWord, "ngày"), (monthWord, "tháng"), (yearWord, "năm")]
        where letters[range] != right {
            found.append(letters.finding(.dateCapital, at: range, correction: right))
        }
        let day = number(dayWord.upperBound..<monthWord.lowerBound)
        let month = number(monthWord.upperBound..<yearWord.lowerBound)
        let year = number(yearWord.upperBound..<whole.upperBound)
        if let day { found += paddingFindings(day, below: rule.padsDaysBelow, .dayUnpadded, .dayUnpadded) }
        if let month {
            found += paddingFindings(month, below: rule.padsMonthsBelow, .monthUnpadded, .monthOverpadded)
        }
        if let day, let month, let year { found += calendarFindings(day, month, year, whole) }
        return found
    }

    private func word(_ word: String, from start: Int) -> Range<Int>? {
        letters.words.first {
            $0.range.lowerBound >= start && Normalization.nfc($0.text).lowercased() == word
        }?.range
    }

    private func number(_ range: Range<Int>) -> Range<Int>? {
        let start = letters.end(from: range.lowerBound) { !$0.isDigit }
        let end = letters.end(from: start) { $0.isDigit }
        return start < end && end <= range.upperBound ? start..<end : nil
    }

    private func paddingFindings(
        _ range: Range<Int>, below limit: Int, _ unpadded: RuleCode, _ overpadded: RuleCode
    ) -> [Finding] {
        guard let value = Int(letters[range]) else { return [] }
        let right = value < limit && value < 10 ? "0\(value)" : String(value)
        guard letters[range] != right else { return [] }
        let rule = letters[range].count < right.count ? unpadded : overpadded
        return [letters.finding(rule, at: range, correction: right)]
    }

    private func calendarFindings(
        _ day: Range<Int>, _ month: Range<Int>, _ year: Range<Int>, _ whole: Range<Int>
    ) -> [Finding] {
        guard let d = Int(letters[day]), let m = Int(letters[month]), let y = Int(letters[year]) else {
            return []
        }
        guard let date = CalendarDate(year: y, month: m, day: d) else {
            return [
                letters.finding(
                    .dateImpossible, at: day.lowerBound..<year.upperBound, right: "một ngày có trong lịch",
                    en: "a day that exists")
            ]
        }
        guard let today, date > today else { return [] }
        return [
            letters.finding(
                .dateFuture, at: day.lowerBound..<year.upperBound,
                right: "không sau \(today.text(.official))", en: "not after \(today.text(.iso))")
        ]
    }

    /// `05/01/2026` and the like.
    private func figures(_ whole: Range<Int>) -> [Finding] {
        let start = letters.end(from: whole.lowerBound) { !$0.isDigit }
        let end = letters.end(from: start) { $0.isDigit || $0 == "/" || $0 == "-" || $0 == "." }
        let parts = letters[start..<end].split { "/-.".contains($0) }.compactMap { Int($0) }
        if parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) {
            let correction = date.text(.official)
            // The word may stand before the figures already.
            let before = letters.words.last { $0.range.upperBound <= start }
            let isWord = before.map { Normalization.nfc($0.text).lowercased() == "ngày" } ?? false
            let from = isWord ? before?.range.lowerBound ?? start : start
            return [letters.finding(.dateInFigures, at: from..<end, correction: correction)]
                + placeFindings(whole.lowerBound..<from)
        }
        // Only slots between the words, or nothing at all: a draft.
        if whole.isEmpty { return [] }
        return [
            letters.finding(
                .dateMalformed, at: whole, right: "Hà Nội, ngày 05 tháng 01 năm 2026",
                en: "Hà Nội, ngày 05 tháng 01 năm 2026")
        ]
    }

    private func placeFindings(_ range: Range<Int>) -> [Finding] {
        let written = letters[range]
        var place = range.upperBound
        while place > range.lowerBound,
            letters.scalars[place - 1].isBlank || letters.scalars[place - 1] == ","
        { place -= 1 }
        let name = range.lowerBound..<place
        guard !name.isEmpty else {
            // In a draft the place may be blank as well.
            let isDated = letters[range.upperBound..<letters.count].contains(where: \.isNumber)
            guard range.isEmpty, isDated else { return [] }
            return [
                letters.finding(
                    .dateMalformed, at: letters.trimmed, right: "có địa danh ở trước: Hà Nội, ngày …",
                    en: "the place before it: Hà Nội, ngày …")
            ]
        }
        var found: [Finding] = []
        if letters[place..<range.upperBound] != ", " {
            found.append(letters.finding(.dateComma, at: place..<range.upperBound, correction: ", "))
        }
        if written.contains("…") || written.contains("..") || written.contains("{") { return found }
        if let right = Self.abbreviated[letters[name].uppercased().filter { $0 != " " && $0 != "." }] {
            return found + [letters.finding(.placeAbbreviated, at: name, correction: right)]
        }
        // The unit word is the only one that may stay in lower case, and only inside the name.
        let right = LetterCase.title(letters[name])
        // A sentence with a time in it is no place's name.
        guard !letters[name].contains(":") else { return found }
        let hasLowerWord = letters[name].split(separator: " ").contains { $0.first?.isLowercase == true }
        if hasLowerWord, letters[name] != right, letters[name] != "Thành phố Hồ Chí Minh",
            !Self.unitWords.contains(where: { letters[name].hasPrefix($0) })
        {
            found.append(letters.finding(.placeCapital, at: name, correction: right))
        }
        return found
    }

    private static let unitWords = ["Thành phố ", "Thị trấn ", "Thị xã ", "Đặc khu "]
    private static let abbreviated = [
        "TPHCM": "Thành phố Hồ Chí Minh", "TPHỒCHÍMINH": "Thành phố Hồ Chí Minh",
        "HCM": "Thành phố Hồ Chí Minh", "TPHN": "Hà Nội", "TPHÀNỘI": "Hà Nội", "HN": "Hà Nội",
    ]
}
