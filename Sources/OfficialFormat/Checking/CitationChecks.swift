internal import Diagnostics
internal import VietnameseText

extension Judge {
    /// The acts a document cites: in force, in their order, and no later than the document itself.
    func checkCitations(_ log: inout FindingLog) {
        checkExpiredActs(&log)
        checkBasisOrder(&log)
        checkLaterCitations(&log)
    }

    /// The document's own day; nil for a draft's blanks.
    var issueDay: CalendarDate? {
        anatomy.first(.placeAndDate).flatMap { IssuedNumber.day(lines[$0].trimmed) }
    }

    /// The day acts must have been in force on: the document's own, of a draft the year it names or the day of the check.
    var dayOfLaw: CalendarDate? {
        if let issueDay { return issueDay }
        if let today { return today }
        guard let date = anatomy.first(.placeAndDate) else { return nil }
        let year = lines[date].trimmed.split { !$0.isNumber }.last.flatMap { Int($0) }
        return year.flatMap { $0 > 1945 ? CalendarDate(year: $0, month: 1, day: 1) : nil }
    }

    private func checkExpiredActs(_ log: inout FindingLog) {
        guard let day = dayOfLaw else { return }
        let subject = (anatomy.indices(of: .subject) + anatomy.indices(of: .letterSubject)).map {
            Normalization.nfc(lines[$0].trimmed)
        }.joined(separator: " ")
        for index in anatomy.indices(of: .legalBasis) {
            let citation = Normalization.nfc(lines[index].trimmed)
            guard let act = ExpiredAct.cited(in: citation, on: day, subject: subject) else { continue }
            let end = act.end
            log.add(
                .basisExpired, .legalBasis, lines[index],
                found: Wording(
                    "văn bản được căn cứ hết hiệu lực từ \(end.text(.short))",
                    en: "the act cited ended on \(end.text(.iso))"),
                right: Wording("căn cứ \(act.successor)", en: "cite \(act.successor)"))
        }
    }

    // MARK: Order

    /// Only laws, decrees and circulars have a rank that everybody agrees on.
    private func checkBasisOrder(_ log: inout FindingLog) {
        var last: (rank: Int, isOfAuthority: Bool)?
        var drops = 0
        for index in anatomy.indices(of: .legalBasis) {
            let text = Normalization.nfc(lines[index].trimmed)
            guard let rank = Self.rank(of: text) else { continue }
            // What gives the issuer its tasks stands before the rest, whatever its rank.
            let isOfAuthority = Self.authority.contains { text.contains($0) }
            defer { last = (rank, isOfAuthority) }
            guard let last, rank < last.rank else { continue }
            drops += 1
            guard drops > 1 || !last.isOfAuthority else { continue }
            log.add(
                .basisOrder, .legalBasis, lines[index],
                found: Wording(
                    "văn bản có hiệu lực cao hơn đứng sau văn bản có hiệu lực thấp hơn",
                    en: "an act of higher rank stands below one of lower rank"),
                right: Wording("Luật, Nghị định, Thông tư", en: "law, decree, circular"))
            return
        }
    }

    private static let authority = [
        "chức năng", "nhiệm vụ", "quyền hạn", "cơ cấu tổ chức", "thành lập", "Tổ chức", "Quy chế", "Điều lệ",
    ]

    private static func rank(of text: String) -> Int? {
        let cited = text.drop { "-–• ".contains($0) }
        let kinds = [
            "Căn cứ Hiến pháp": 0, "Căn cứ Luật ": 1, "Căn cứ Bộ luật ": 1, "Căn cứ Nghị định ": 2,
            "Căn cứ Thông tư ": 3,
        ]
        return kinds.first { cited.hasPrefix($0.key) }?.value
    }

    // MARK: Days

    private func checkLaterCitations(_ log: inout FindingLog) {
        guard let day = issueDay else { return }
        var places: [FaultyPlace] = []
        for index in anatomy.text {
            let text = lines[index].text
            guard text.utf8.contains(UInt8(ascii: "/")) || text.utf8.contains(UInt8(ascii: "-")) else {
                continue
            }
            guard let later = Citation.all(in: Normalization.nfc(text)).first(where: { $0.day > day }) else {
                continue
            }
            places.append(
                FaultyPlace(
                    lines[index],
                    Wording(
                        "văn bản số \(later.number) ký sau văn bản này",
                        en: "number \(later.number) is of a later day than this document")))
        }
        log.add(
            .dateBeforeCitation, .body, all: places,
            right: Wording(
                "văn bản ban hành không muộn hơn \(day.text(.short))",
                en: "a document of \(day.text(.iso)) or earlier"))
    }
}

/// An act named by number and day.
struct Citation: Hashable {
    let number: String
    let day: CalendarDate

    /// All citations of a text that name both: `số 15/KH-UBND ngày 05 tháng 01 năm 2026`, `số 15/KH-UBND ngày 05/01/2026`.
    static func all(in text: String) -> [Citation] {
        let words = text.split { $0.isWhitespace }
        var found: [Citation] = []
        for (index, word) in words.enumerated() where word == "ngày" && index >= 2 {
            let number = words[index - 1]
            guard words[index - 2].lowercased().hasSuffix("số"), number.contains("/"),
                number.first?.isNumber == true, let day = day(in: words[(index + 1)...])
            else { continue }
            found.append(Citation(number: String(number), day: day))
        }
        return found
    }

    private static func day(in words: ArraySlice<Substring>) -> CalendarDate? {
        guard let first = words.first else { return nil }
        let figures = first.filter { $0.isNumber || $0 == "/" }.split(separator: "/").compactMap { Int($0) }
        if figures.count == 3 { return CalendarDate(year: figures[2], month: figures[1], day: figures[0]) }
        let rest = Array(words.prefix(5))
        guard rest.count == 5, rest[1] == "tháng", rest[3] == "năm", let day = Int(rest[0]),
            let month = Int(rest[2]), let year = Int(rest[4].prefix { $0.isNumber })
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
