internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let writtenDates = lines([.writtenDateZero, .writtenDateImpossible]) { line, _ in
        line.isRunning ? WrittenDates.faults(in: line.text, isText: line.isText && !line.isInTable) : []
    }
}

extension Rule {
    static let writtenDateZero = Rule(
        "format.written-date-zero", "D01", .note, .byHand,
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Ngày tháng trong nội dung theo cùng cách ghi với ngày ban hành: ngày nhỏ hơn 10, tháng 1 và tháng 2 "
            + "thêm số 0, tháng 3 đến tháng 9 thì không.",
        en:
            "Days within the text are written as the day of issue is: a zero before days below 10 and before months 1 and 2, none "
            + "before months 3 to 9.", right: "ngày 30/7/2025", wrong: "ngày 30/07/2025", told: .once)

    static let writtenDateImpossible = Rule(
        "format.written-date-impossible", "D04", .warning, .byHand, .custom,
        "Ngày, năm không thể có: không có trong lịch, năm thừa chữ số, hai năm viết liền.",
        en: "A day or year that cannot be: not in the calendar, a year of too many digits, two years in one.",
        right: "ngày 06/5/2021", wrong: "ngày 06/5/20216")
}

/// Days and years within the text, written in figures.
enum WrittenDates {
    /// Zeros are looked at in running text alone: in tables the figures of days stand one below the other.
    static func faults(in letters: TextScalars, isText: Bool = true) -> [TextFault] {
        var found: [TextFault] = []
        var place = letters.trimmed.lowerBound
        /// Where the last day ended that is surely one.
        var dayEnd: Int?
        while place < letters.trimmed.upperBound {
            guard letters.scalars[place].isDigit else {
                place += 1
                continue
            }
            let start = place
            let end = letters.end(from: place) { $0.isDigit || $0 == "/" }
            defer { place = max(end, place + 1) }
            guard place == 0 || !isJoint(letters.scalars[place - 1]) else { continue }
            // Most figures are neither a day nor years in one.
            guard end - place == 8 || letters.scalars[place..<end].contains("/") else { continue }
            let fields = fields(place..<end, letters)
            let isSaid = isDay(start, letters) || dayEnd.map { isJoined($0..<start, letters) } ?? false
            if isSaid, (2...3).contains(fields.count) { dayEnd = end }
            if fields.count == 3, let fault = fault(of: fields, letters, isText: isText, isSaid: isSaid) {
                found.append(fault)
            } else if fields.count == 2, isSaid, let fault = withoutYear(fields, letters) {
                found.append(fault)
            } else if let fault = glued(fields, end, letters) {
                found.append(fault)
            } else if fields.count == 3, let fault = parted(fields, end, letters) {
                found.append(fault)
            }
        }
        return (found + spoken(letters, isText: isText) + overlong(letters)).sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
    }

    /// `ngày 31/9`: a day that its month has in no year; behind a comma it may be a share.
    private static func withoutYear(_ fields: [Range<Int>], _ letters: TextScalars) -> TextFault? {
        let whole = fields[0].lowerBound..<fields[1].upperBound
        guard let day = Int(letters[fields[0]]), let month = Int(letters[fields[1]]), fields[1].count < 3,
            letters[whole.lowerBound - 2]?.isLetter == true, (1...31).contains(day), (1...12).contains(month),
            letters[whole.upperBound] != "-", letters[whole.upperBound]?.isLetter != true,
            CalendarDate(year: leapYear, month: month, day: day) == nil
        else { return nil }
        return impossible(whole, letters, told: nil)
    }

    private static let leapYear = 2024

    /// `16/7/20 21`: a year with a blank within it.
    private static func parted(_ fields: [Range<Int>], _ end: Int, _ letters: TextScalars) -> TextFault? {
        let century = letters[fields[2]]
        guard century == "20" || century == "19", letters[end]?.isBlank == true,
            letters[end + 1]?.isDigit == true, letters[end + 2]?.isDigit == true,
            letters[end + 3].map({ $0.isBlank || ",.;)".unicodeScalars.contains($0) }) ?? true,
            isDay(fields[0].lowerBound, letters)
        else { return nil }
        return impossible(fields[0].lowerBound..<end + 3, letters, told: nil)
    }

    /// `ngày 16 tháng năm 2013`, `ngày 16 tháng 04 năm 2021`: days in words.
    private static func spoken(_ letters: TextScalars, isText: Bool) -> [TextFault] {
        guard letters.text.hasBytes(of: "tháng ") else { return [] }
        return letters.wordRanges.lazy.filter { word in
            word.count == 5 && letters.scalars[word].elementsEqual("tháng".unicodeScalars)
        }.compactMap { word in
            guard let day = number(before: word.lowerBound, letters), isDay(day.lowerBound, letters) else {
                return nil
            }
            if let year = number(behind: word.upperBound, after: " năm ", letters), year.count == 4 {
                return impossible(day.lowerBound - 5..<year.upperBound, letters, told: nil)
            }
            guard isText, let month = number(behind: word.upperBound, after: " ", letters),
                let year = number(behind: month.upperBound, after: " năm ", letters), year.count == 4,
                let dayValue = Int(letters[day]), let monthValue = Int(letters[month]),
                (1...31).contains(dayValue), (1...12).contains(monthValue)
            else { return nil }
            let right =
                "\(dayValue < 10 ? "0" : "")\(dayValue) tháng \(monthValue < 3 ? "0" : "")\(monthValue)"
            let whole = day.lowerBound..<month.upperBound
            guard letters[whole] != right else { return nil }
            return letters.fault(.writtenDateZero, at: whole, right: right, en: right)
        }
    }

    /// The figures that end one blank before a place.
    private static func number(before place: Int, _ letters: TextScalars) -> Range<Int>? {
        guard letters[place - 1] == " " else { return nil }
        var start = place - 1
        while start > 0, letters.scalars[start - 1].isDigit { start -= 1 }
        return start < place - 1 ? start..<place - 1 : nil
    }

    /// The figures behind that word.
    static func number(behind place: Int, after word: String, _ letters: TextScalars) -> Range<Int>? {
        let start = place + word.unicodeScalars.count
        guard start < letters.count, letters[place..<start] == word else { return nil }
        let end = letters.end(from: start) { $0.isDigit }
        return start < end ? start..<end : nil
    }

    /// `nhiệm kỳ 2020 - 20205`: a year of five figures behind another one.
    private static func overlong(_ letters: TextScalars) -> [TextFault] {
        letters.trimmed.lazy.filter { letters.scalars[$0] == "-" || letters.scalars[$0] == "–" }.compactMap {
            place -> TextFault? in
            let start = letters.end(from: place + 1) { $0 == " " }
            let end = letters.end(from: start) { $0.isDigit }
            var before = place
            while before > 0, letters.scalars[before - 1] == " " { before -= 1 }
            guard end - start == 5, letters[start..<end].hasPrefix("20"), before >= 4,
                letters[before - 4..<before].hasPrefix("20"),
                letters.scalars[before - 4..<before].allSatisfy(\.isDigit),
                letters[before - 5]?.isDigit != true,
                !".,/".unicodeScalars.contains(letters[end] ?? " ") || letters[end + 1]?.isDigit != true
            else { return nil }
            return impossible(before - 4..<end, letters, told: nil)
        }
    }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || scalar == "." || scalar == "," || scalar == "-"
    }

    private static func fields(_ range: Range<Int>, _ letters: TextScalars) -> [Range<Int>] {
        letters.scalars[range].split(separator: "/", omittingEmptySubsequences: false).map {
            $0.startIndex..<$0.endIndex
        }
    }

    /// Whether only such words part a day from the one before as join two of them: `ngày 30/11/2026 và 31/12/2026`.
    private static func isJoined(_ between: Range<Int>, _ letters: TextScalars) -> Bool {
        between.count <= 6 && joints.contains(Normalization.nfc(letters[between]))
    }

    private static let joints: Set<String> = [" và ", " hoặc ", " đến ", " tới ", ", ", "; ", " - ", " – "]

    /// Whether the day fills its line or cell alone, or stands behind a word that leads to a time.
    private static func isTime(_ whole: Range<Int>, _ letters: TextScalars) -> Bool {
        if whole == letters.trimmed { return true }
        return letters[whole.lowerBound - 1] == " "
            && times.contains { letters.endsWithWord($0, before: whole.lowerBound - 1) }
    }

    private static let times = ["trước", "sau", "từ", "đến", "hạn", "xong"]

    /// `isSaid` where words make it a day.
    private static func fault(of fields: [Range<Int>], _ letters: TextScalars, isText: Bool, isSaid: Bool)
        -> TextFault?
    {
        let whole = fields[0].lowerBound..<fields[2].upperBound
        guard (1...2).contains(fields[0].count), (1...2).contains(fields[1].count),
            let day = Int(letters[fields[0]]), let month = Int(letters[fields[1]]), day > 0,
            letters[whole.upperBound] != "-", letters[whole.upperBound]?.isLetter != true
        else { return nil }
        let year = letters[fields[2]]
        if year.utf8.count > 4, year.hasPrefix("19") || year.hasPrefix("20") {
            return impossible(
                whole, letters,
                told: Wording("năm có \(year.utf8.count) chữ số", en: "a year of \(year.utf8.count) digits"))
        }
        guard year.utf8.count == 4, let number = Int(year), (1900...2100).contains(number) else { return nil }
        guard CalendarDate(year: number, month: month, day: day) != nil else {
            // Only a day in so many words is surely none of another order, or a count.
            let isOtherOrder = CalendarDate(year: number, month: day, day: month) != nil
            guard isSaid || !isOtherOrder && isTime(whole, letters) else { return nil }
            return impossible(whole, letters, told: nil)
        }
        guard isText, isDay(whole.lowerBound, letters) else { return nil }
        let right = "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)/\(year)"
        guard letters[whole] != right else { return nil }
        return letters.fault(.writtenDateZero, at: whole, right: right, en: right)
    }

    /// `giai đoạn 20252035`, `18/20202QĐ`: years that something is glued to.
    private static func glued(_ fields: [Range<Int>], _ end: Int, _ letters: TextScalars) -> TextFault? {
        guard let last = fields.last, !last.isEmpty else { return nil }
        let digits = letters[last]
        func isYear(_ part: some StringProtocol) -> Bool { part.hasPrefix("19") || part.hasPrefix("20") }
        if fields.count == 1, digits.utf8.count == 8, isYear(digits), isYear(digits.dropFirst(4)),
            letters[last.lowerBound - 1]?.isBlank == true,
            periods.contains(where: { word in letters.endsWithWord(word, before: last.lowerBound - 1) })
        {
            return impossible(last, letters, told: nil)
        }
        guard fields.count == 2, digits.utf8.count == 5, isYear(digits), letters[end]?.isUpper == true else {
            return nil
        }
        return impossible(fields[0].lowerBound..<end, letters, told: nil)
    }

    private static let periods = ["đoạn", "kỳ", "kì", "học"]

    private static func isDay(_ place: Int, _ letters: TextScalars) -> Bool {
        letters[place - 1]?.isBlank == true && letters.endsWithWord("ngày", before: place - 1)
    }

    private static func impossible(_ range: Range<Int>, _ letters: TextScalars, told: Wording?) -> TextFault {
        letters.fault(
            .writtenDateImpossible, at: range,
            told: told.map { told in
                Wording("“\(letters[range])”: \(told.vietnamese)", en: "“\(letters[range])”: \(told.english)")
            }, right: "ngày, năm có thật", en: "a day and year that can be")
    }
}

extension TextScalars {
    /// Whether the word that ends there is this one, in any case.
    func endsWithWord(_ word: String, before end: Int) -> Bool {
        let start = end - word.unicodeScalars.count
        guard start >= 0, self[start - 1]?.isLetter != true else { return false }
        // What is neither that letter nor a capital makes it another word.
        var place = start
        for letter in word.unicodeScalars {
            guard scalars[place] == letter || !scalars[place].isLower && scalars[place].isLetter else {
                return false
            }
            place += 1
        }
        return self[start..<end].lowercased() == word
    }
}
