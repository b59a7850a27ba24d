internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let date = document(
        [
            .dayUnpadded, .monthUnpadded, .monthOverpadded, .dateComma, .dateCapital, .placeCapital,
            .dateInFigures, .placeAbbreviated, .dateMalformed, .dateLook, .dateLevel, .dateImpossible,
            .dateFuture,
        ], about: [.placeAndDate]
    ) { context, log in
        context.checkLooks(of: .placeAndDate, .dateLook, &log)
        context.judgeEach(.placeAndDate, &log) { context.profile.faults(inDate: $0, today: context.today) }
        context.checkDateLevel(&log)
    }
}

extension Rule {
    static let dayUnpadded = Rule(
        "format.day-unpadded", "D01", .error, .automatic(.zero),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Ngày nhỏ hơn 10 phải ghi thêm số 0.",
        en: "Days below 10 have a zero in front.", right: "ngày 05 tháng 7", wrong: "ngày 5 tháng 7")

    static let monthUnpadded = Rule(
        "format.month-unpadded", "D01", .error, .automatic(.zero),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Tháng 1, tháng 2 phải ghi thêm số 0.",
        en: "Months 1 and 2 have a zero in front.", right: "tháng 01", wrong: "tháng 1")

    static let monthOverpadded = Rule(
        "format.month-overpadded", "D01", .warning, .automatic(.zero),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Tháng 3 đến tháng 9 không thêm số 0, như trong các mẫu của quy định.",
        en: "Months 3 to 9 have no zero, as in the regulation's own samples.", right: "tháng 6",
        wrong: "tháng 06")

    static let dateComma = Rule(
        "format.date-comma", "D02", .error, .automatic(.mark),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Sau địa danh có dấu phẩy rồi một cách chữ.", en: "A comma and one space follow the place.",
        right: "Hà Nội, ngày …", wrong: "Hà Nội ngày …")

    static let dateCapital = Rule(
        "format.date-capital", "D02", .error, .automatic(.wording),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Các từ ngày, tháng, năm viết thường.",
        en: "The words ngày, tháng, năm are in lower case.", right: "Hà Nội, ngày …", wrong: "Hà Nội, Ngày …")

    static let placeCapital = Rule(
        "format.place-capital", "D02", .error, .automatic(.wording),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Địa danh viết hoa chữ đầu mỗi âm tiết.",
        en: "Each syllable of the place's name begins with a capital.", right: "Hà Nội", wrong: "Hà nội")

    static let dateInFigures = Rule(
        "format.date-in-figures", "D02", .error, .automatic(.wording),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Ngày tháng năm ghi đầy đủ bằng chữ \"ngày … tháng … năm …\".",
        en: "The date is written out with the words ngày, tháng, năm.", right: "ngày 05 tháng 01 năm 2026",
        wrong: "05/01/2026")

    static let placeAbbreviated = Rule(
        "format.place-abbreviated", "D02", .error, .automatic(.wording),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Địa danh ghi tên gọi chính thức, không viết tắt; đơn vị mang tên người, số, sự "
            + "kiện ghi cả từ chỉ đơn vị.",
        en: "The place is the official name, unabbreviated; units named after persons, "
            + "numbers or events keep the unit word.", right: "Thành phố Hồ Chí Minh, ngày …",
        wrong: "TP. HCM, ngày …")

    static let dateMalformed = Rule(
        "format.date-malformed", "D02", .error, .byHand,
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Không đọc được địa danh và ngày tháng năm theo mẫu.", en: "Place and date don't follow the pattern.",
        right: "Hà Nội, ngày 05 tháng 01 năm 2026", wrong: "Hà Nội, đầu năm 2026")

    static let dateLook = Rule(
        "format.date-look", "D03", .error, .automatic(.look),
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Địa danh, ngày tháng chữ nghiêng, không đậm, cỡ 13–14 (Đảng: 14).",
        en: "Place and date are italic, not bold, 13–14 pt (Party: 14).", right: "nghiêng", wrong: "đứng, đậm"
    )

    static let dateLevel = Rule(
        "format.date-level", "D03", .error, .byHand, .decree("II.4"),
        "Địa danh, ngày tháng đặt trên cùng một dòng với số, ký hiệu.",
        en: "Place and date stand on the same line as the number.", right: "cùng dòng với Số",
        wrong: "thấp hơn một dòng")

    static let dateImpossible = Rule(
        "format.date-impossible", "D04", .warning, .byHand,
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"),
        "Ngày ghi trên văn bản không có trong lịch.", en: "The day does not exist.",
        right: "ngày 28 tháng 02 năm 2026", wrong: "ngày 30 tháng 02 năm 2026")

    static let dateFuture = Rule(
        "format.date-future", "D04", .warning, .byHand,
        [Rule.Clause].decree("II.4") + .party("địa danh và ngày"), "Ngày ban hành sau ngày kiểm tra.",
        en: "The date of issue is later than the day of the check.", right: "ngày đã qua", wrong: "năm 2062")
}

extension CheckContext {
    func checkDateLevel(_ log: inout FindingLog) {
        guard let number = structure.first(.numberAndCode), let date = structure.first(.placeAndDate),
            let apart = stepBetween(number, date), abs(apart) > 14
        else { return }
        let isLower = apart > 0
        log.add(
            .dateLevel, .placeAndDate, lines[date],
            found: Wording(
                isLower ? "thấp hơn dòng số, ký hiệu" : "cao hơn dòng số, ký hiệu",
                en: isLower ? "lower than the line of the number" : "higher than the line of the number"),
            right: Wording("cùng dòng với số, ký hiệu", en: "on the line of the number"))
    }
}

extension FormatProfile {
    /// The faults in place and date of issue (địa danh, ngày tháng), such as `Hà Nội, ngày 05 tháng 01 năm 2026`.
    ///
    /// Blank days and months are those of a draft and right. `today` is the day of the check, nil where it is not to be looked at.
    func faults(inDate text: String, today: CalendarDate? = nil) -> [TextFault] {
        DateReading(letters: TextScalars(text), grammar: date, today: today).faults
    }
}

private struct DateReading {
    let letters: TextScalars
    let grammar: DateGrammar
    let today: CalendarDate?

    var faults: [TextFault] {
        let whole = letters.trimmed
        guard let dayWord = word("ngày", from: whole.lowerBound),
            let monthWord = word("tháng", from: dayWord.upperBound),
            let yearWord = word("năm", from: monthWord.upperBound)
        else { return figures(whole) }
        var found = placeFaults(whole.lowerBound..<dayWord.lowerBound)
        for (range, right) in [(dayWord, "ngày"), (monthWord, "tháng"), (yearWord, "năm")]
        where letters[range] != right {
            found.append(letters.fault(.dateCapital, at: range, correction: right))
        }
        let day = number(dayWord.upperBound..<monthWord.lowerBound)
        let month = number(monthWord.upperBound..<yearWord.lowerBound)
        let year = number(yearWord.upperBound..<whole.upperBound)
        if let day { found += paddingFaults(day, below: grammar.padsDaysBelow, .dayUnpadded, .dayUnpadded) }
        if let month {
            found += paddingFaults(month, below: grammar.padsMonthsBelow, .monthUnpadded, .monthOverpadded)
        }
        if let day, let month, let year { found += calendarFaults(day, month, year, whole) }
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

    private func paddingFaults(_ range: Range<Int>, below limit: Int, _ unpadded: Rule, _ overpadded: Rule)
        -> [TextFault]
    {
        guard let value = Int(letters[range]) else { return [] }
        let right = value < limit && value < 10 ? "0\(value)" : String(value)
        guard letters[range] != right else { return [] }
        let broken = letters[range].count < right.count ? unpadded : overpadded
        return [letters.fault(broken, at: range, correction: right)]
    }

    private func calendarFaults(
        _ day: Range<Int>, _ month: Range<Int>, _ year: Range<Int>, _ whole: Range<Int>
    ) -> [TextFault] {
        guard let d = Int(letters[day]), let m = Int(letters[month]), let y = Int(letters[year]) else {
            return []
        }
        guard let date = CalendarDate(year: y, month: m, day: d) else {
            return [
                letters.fault(
                    .dateImpossible, at: day.lowerBound..<year.upperBound, right: "một ngày có trong lịch",
                    en: "a day that exists")
            ]
        }
        guard let today, date > today else { return [] }
        return [
            letters.fault(
                .dateFuture, at: day.lowerBound..<year.upperBound,
                right: "không sau \(today.text(.official))", en: "not after \(today.text(.iso))")
        ]
    }

    /// `05/01/2026` and the like.
    private func figures(_ whole: Range<Int>) -> [TextFault] {
        let start = letters.end(from: whole.lowerBound) { !$0.isDigit }
        let end = letters.end(from: start) { $0.isDigit || $0 == "/" || $0 == "-" || $0 == "." }
        let parts = letters[start..<end].split { "/-.".contains($0) }.compactMap { Int($0) }
        if parts.count == 3, let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) {
            let correction = date.text(.official)
            // The word may stand before the figures already.
            let before = letters.words.last { $0.range.upperBound <= start }
            let isWord = before.map { Normalization.nfc($0.text).lowercased() == "ngày" } ?? false
            let from = isWord ? before?.range.lowerBound ?? start : start
            return [letters.fault(.dateInFigures, at: from..<end, correction: correction)]
                + placeFaults(whole.lowerBound..<from)
        }
        // Only slots between the words, or nothing at all: a draft.
        if whole.isEmpty { return [] }
        return [
            letters.fault(
                .dateMalformed, at: whole, right: "Hà Nội, ngày 05 tháng 01 năm 2026",
                en: "Hà Nội, ngày 05 tháng 01 năm 2026")
        ]
    }

    private func placeFaults(_ range: Range<Int>) -> [TextFault] {
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
                letters.fault(
                    .dateMalformed, at: letters.trimmed, right: "có địa danh ở trước: Hà Nội, ngày …",
                    en: "the place before it: Hà Nội, ngày …")
            ]
        }
        var found: [TextFault] = []
        if letters[place..<range.upperBound] != ", " {
            let told =
                letters[place..<range.upperBound].contains(",")
                ? Wording("dấu cách thừa hay thiếu quanh dấu phẩy", en: "blanks beside the comma")
                : Wording("không có dấu phẩy sau địa danh", en: "no comma after the place")
            found.append(
                letters.fault(.dateComma, at: place..<range.upperBound, told: told, correction: ", "))
        }
        if written.contains("…") || written.contains("..") || written.contains("{") { return found }
        if let right = Self.abbreviated[letters[name].uppercased().filter { $0 != " " && $0 != "." }] {
            return found + [letters.fault(.placeAbbreviated, at: name, correction: right)]
        }
        // The unit word is the only one that may stay in lower case, and only inside the name.
        let right = LetterCase.title(letters[name])
        // A sentence with a time in it is no place's name.
        guard !letters[name].contains(":") else { return found }
        let hasLowerWord = letters[name].split(separator: " ").contains { $0.first?.isLowercase == true }
        if hasLowerWord, letters[name] != right, letters[name] != "Thành phố Hồ Chí Minh",
            !Self.unitWords.contains(where: { letters[name].hasPrefix($0) })
        {
            found.append(letters.fault(.placeCapital, at: name, correction: right))
        }
        return found
    }

    private static let unitWords = ["Thành phố ", "Thị trấn ", "Thị xã ", "Đặc khu "]
    private static let abbreviated = [
        "TPHCM": "Thành phố Hồ Chí Minh", "TPHỒCHÍMINH": "Thành phố Hồ Chí Minh",
        "HCM": "Thành phố Hồ Chí Minh", "TPHN": "Hà Nội", "TPHÀNỘI": "Hà Nội", "HN": "Hà Nội",
    ]
}
