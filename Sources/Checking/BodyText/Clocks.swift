internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let clockMarks = lines([.clockMark]) { line, _ in
        line.isRunning ? Clocks.faults(in: line.text) : []
    }

    static let clocks = document([.clockMixed]) { $0.checkClocks(&$1) }
}

extension Rule {
    static let clockMark = Rule(
        "format.clock-mark", "B06", .note, .automatic(.mark), .custom,
        "Sau giờ, phút viết như 08h00 không có dấu ’.", en: "No mark ’ stands behind a time such as 08h00.",
        right: "từ 08h00 đến 11h00", wrong: "từ 08h00’ đến 11h00’", told: .once)

    static let clockMixed = Rule(
        "format.clock-mixed", "B06", .note, .byHand, .custom,
        "Giờ trong ngày viết một kiểu trong cả văn bản: 7h30 hoặc 7 giờ 30. Chỉ báo khi rõ là giờ trong ngày, không phải khoảng thời gian.",
        en:
            "Times of the day are written in one way throughout: 7h30 or 7 giờ 30. Told only of what is surely a time of the day and no duration.",
        right: "từ 7 giờ 30 đến 13 giờ 30", wrong: "từ 7h30, chiều từ 13 giờ 30")
}

extension CheckContext {
    func checkClocks(_ log: inout FindingLog) {
        var clocks: [(clock: Clocks.Clock, line: Int)] = []
        for index in runningLines where Clocks.mayStand(in: lines[index].text) {
            clocks += Clocks.all(in: TextScalars(lines[index].trimmed)).map { ($0, index) }
        }
        guard let first = clocks.first, clocks.contains(where: { $0.clock.way != first.clock.way }) else {
            return
        }
        let usual = Frequent.only(of: clocks.map(\.clock.way))
        let odd = clocks.filter { $0.clock.way != (usual ?? first.clock.way) }
        let other = clocks.first { $0.clock.way == (usual ?? first.clock.way) } ?? first
        log.add(
            .clockMixed, structure.components[odd[0].line], lines[odd[0].line],
            found: Wording(
                "“\(odd[0].clock.written)”, chỗ khác “\(other.clock.written)”",
                en: "“\(odd[0].clock.written)”, elsewhere “\(other.clock.written)”"),
            right: usual == nil
                ? Wording("một kiểu ở mọi chỗ", en: "one way throughout")
                : Wording(
                    "kiểu “\(other.clock.written)” ở mọi chỗ",
                    en: "the way of “\(other.clock.written)” throughout"),
            further: odd.dropFirst().map { lines[$0.line] })
    }
}

/// Times of the day.
enum Clocks {
    struct Clock: Hashable {
        /// `h` or `giờ`: what stands behind the hour.
        let way: String
        let written: String
    }

    /// `08h00’`: the mark of minutes behind figures that have it in the letter h already.
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard marks.contains(where: { letters.text.hasBytes(of: String($0)) }),
            !letters.text.hasBytes(of: "‘")
        else { return [] }
        return letters.trimmed.compactMap { place in
            guard marks.contains(letters.scalars[place]), place > 3, letters[place + 1]?.isLetter != true,
                letters[place + 1]?.isDigit != true, letters[place - 3] == "h",
                letters[place - 1]?.isDigit == true, letters[place - 2]?.isDigit == true,
                letters[place - 4]?.isDigit == true
            else { return nil }
            var start = place - 4
            while start > 0, letters.scalars[start - 1].isDigit { start -= 1 }
            let right = letters[start..<place]
            return letters.fault(.clockMark, at: start..<place + 1, correction: right)
        }
    }

    private static let marks: [Unicode.Scalar] = ["’", "'", "′"]

    static func mayStand(in text: String) -> Bool {
        if text.hasBytes(of: " giờ") { return true }
        var wasDigit = false
        for byte in text.utf8 {
            if wasDigit, byte == UInt8(ascii: "h") { return true }
            wasDigit = 0x30...0x39 ~= byte
        }
        return false
    }

    /// `7h30`, `13 giờ 30 phút`, and an hour alone behind a word that leads to one.
    static func all(in letters: TextScalars) -> [Clock] {
        var clocks: [Clock] = []
        var place = letters.trimmed.lowerBound
        while place < letters.trimmed.upperBound {
            guard letters.scalars[place].isDigit else {
                place += 1
                continue
            }
            let end = letters.end(from: place) { $0.isDigit }
            if end - place < 3, letters[place - 1].map(isBorder) ?? true,
                let clock = clock(place..<end, letters)
            {
                clocks.append(clock)
            }
            place = end
        }
        return clocks
    }

    private static func clock(_ hour: Range<Int>, _ letters: TextScalars) -> Clock? {
        if letters[hour.upperBound] == "h" {
            let end = letters.end(from: hour.upperBound + 1) { $0.isDigit }
            let minutes = end - hour.upperBound - 1
            guard letters[end]?.isLetter != true, minutes == 2 || minutes == 0 && isLed(hour, letters) else {
                return nil
            }
            return Clock(way: "h", written: letters[hour.lowerBound..<end])
        }
        let word = hour.upperBound + " giờ".unicodeScalars.count
        guard word <= letters.count, letters[hour.upperBound..<word] == " giờ",
            letters[word]?.isLetter != true, isLed(hour, letters)
        else { return nil }
        // Hours that are counted: `trong 24 giờ`, `sau 02 giờ`
        guard let minutes = WrittenDates.number(behind: word, after: " ", letters) else {
            return isLed(hour, letters, by: ["lúc", "hồi"])
                ? Clock(way: "giờ", written: letters[hour.lowerBound..<word]) : nil
        }
        guard minutes.count == 2 else { return nil }
        return Clock(way: "giờ", written: letters[hour.lowerBound..<minutes.upperBound])
    }

    private static func isLed(
        _ hour: Range<Int>, _ letters: TextScalars, by leaders: [String] = ["lúc", "hồi", "từ", "đến"]
    ) -> Bool {
        guard letters[hour.lowerBound - 1] == " " else { return false }
        return letters[hour.lowerBound - 2] == ":" && leaders.count > 2
            || leaders.contains { letters.endsWithWord($0, before: hour.lowerBound - 1) }
    }

    private static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || "(“:-–".unicodeScalars.contains(scalar)
    }
}
