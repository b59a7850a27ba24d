internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let phrases = lines([
        .agencyCapital, .lawCapital, .nameCapital, .placeUnitCapital, .expiredPlace, .spelling,
    ]) { line, context in
        let judged = Phrases.rules(for: line)
        guard !judged.isEmpty else { return [] }
        // Of a line that has lost its marks single words are not told, and not mended.
        if line.isRunning, line.text.text.hasLostMarks { return [Phrases.lostMarks(in: line.text)] }
        let faults = Phrases.faults(in: line.words, on: context.dayOfLaw, also: context.settings.spellings)
        guard line.isText else { return faults.filter { judged.contains($0.rule) } }
        let units = PlaceUnits.faults(in: line.words).filter { unit in
            !faults.contains { $0.rule == unit.rule && $0.range.overlaps(unit.range) }
        }
        return faults + units
    }
}

extension Rule {
    static let agencyCapital = Rule(
        "format.agency-capital", "B08", .warning, .automatic(.list), .capitals("IV.1"),
        "Tên cơ quan viết hoa chữ đầu của từ chỉ loại hình, chức năng, lĩnh vực.",
        en: "Agencies have capitals on the words of their kind, function and field.", right: "Sở Tài chính",
        wrong: "Sở tài chính")

    static let lawCapital = Rule(
        "format.law-capital", "B08", .warning, .automatic(.list), .capitals("V.6"),
        "Tên luật viết hoa từ Luật và chữ đầu của tên gọi.",
        en: "Laws have capitals on the word Luật and on the first word of their name.",
        right: "Luật Tổ chức chính quyền địa phương", wrong: "Luật tổ chức chính quyền địa phương")

    static let nameCapital = Rule(
        "format.name-capital", "B08", .note, .automatic(.list), .capitals("III–V"),
        "Tên tỉnh viết hoa mọi âm tiết; tên huân chương, danh hiệu, ngày lễ viết hoa như Phụ lục II.",
        en:
            "Provinces have a capital on every syllable; orders, titles and holidays have those of the decree's second annex.",
        right: "Bình Thuận, Nghệ sĩ Ưu tú", wrong: "Bình thuận, Nghệ sĩ ưu tú")

    static let placeUnitCapital = Rule(
        "format.place-unit-capital", "B08", .warning, .automatic(.list), .capitals("III.1"),
        "Danh từ chung tỉnh, thành phố trước tên riêng viết thường; riêng Thành phố Hồ "
            + "Chí Minh và Thủ đô Hà Nội viết hoa.",
        en: "The unit word before a province's name is in lower case; Thành phố Hồ Chí Minh "
            + "and Thủ đô Hà Nội have a capital.", right: "tỉnh Đắk Nông", wrong: "Tỉnh Đắk Nông")

    static let expiredPlace = Rule(
        "format.expired-place", "X01", .note, .byHand, .custom,
        "Tên đơn vị, cơ quan có thể đã thôi hoạt động từ 01/7/2025 (cấp huyện, tỉnh sáp "
            + "nhập, ban đã hợp nhất); văn bản về thời gian trước thì đúng.",
        en: "The unit or body may no longer exist since 1 July 2025 (districts, merged "
            + "provinces and boards); of earlier times it is right.", right: "UBND xã …",
        wrong: "UBND huyện …")

    static let spelling = Rule(
        "format.spelling", "X02", .note, .automatic(.list), .custom, "Từ hay viết sai chính tả.",
        en: "A word that is often misspelt.", right: "xử lý", wrong: "sử lý")
}

/// Words that are known to be right in one way only: names of bodies and places, words often misspelt, bodies that are no more.
enum Phrases {
    /// By place; bodies are no more on `day`, nil for today, and `spellings` are misspelt words of the workspace's own with what is right.
    static func faults(
        in letters: TextScalars, on day: CalendarDate? = nil, also spellings: [String: String] = [:],
        by lists: WordLists = .shipped
    ) -> [TextFault] { faults(in: TextWords(letters, KnownWords(lists)), on: day, also: spellings) }

    /// The same of a text whose words are known.
    static func faults(in words: TextWords, on day: CalendarDate?, also spellings: [String: String])
        -> [TextFault]
    {
        let found = known(words, on: day) + (spellings.isEmpty ? [] : misspelt(words, spellings))
        guard found.count > 1 else { return found }
        // `giãi quyết` is told, not `giãi` within it too.
        var whole: [TextFault] = []
        for fault in found.sorted(by: {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }) where !whole.contains(where: { $0.rule == fault.rule && $0.range.overlaps(fault.range) }) {
            whole.append(fault)
        }
        return whole
    }

    /// Whether the capitals of a body's name are found fault with by the lists.
    static func isOfAgencies(_ name: String, _ lists: WordLists) -> Bool {
        faults(in: TextScalars(name), by: lists).contains { $0.rule == .agencyCapital }
    }

    /// Which rules a line is judged by: the names of heads and the cells of tables have wordings of their own.
    static func rules(for line: JudgedLine) -> Set<Rule> {
        switch line.component {
        case _ where line.isText: rulesOfText
        case .recipient: rulesOfRecipients
        case .subject, .letterSubject, .addressee: rulesOfSubjects
        // Names are spelt as their owners spell them.
        case .signerName, .placeAndDate, .numberAndCode: []
        // What is fixed has rules of its own.
        case .nationalTitle, .motto, .partyTitle: []
        case nil where line.isRunning: rulesOfCells
        default: rulesOfOthers
        }
    }

    private static let rulesOfText: Set<Rule> = [
        .agencyCapital, .lawCapital, .nameCapital, .placeUnitCapital, .expiredPlace, .spelling,
    ]
    private static let rulesOfRecipients: Set<Rule> = [.expiredPlace, .spelling, .agencyCapital]
    private static let rulesOfSubjects: Set<Rule> = [.spelling, .agencyCapital, .lawCapital]
    private static let rulesOfCells: Set<Rule> = [.spelling, .agencyCapital, .lawCapital]
    private static let rulesOfOthers: Set<Rule> = [.spelling]

    private static func known(_ words: TextWords, on day: CalendarDate?) -> [TextFault] {
        let letters = words.letters
        let lists = words.known.lists
        var found: [TextFault] = []
        for start in words.ranges.indices {
            let first = words.listed(start)
            guard first > 0 else { continue }
            let next = start + 1 < words.ranges.count ? words.listed(start + 1) : 0
            for (place, second) in lists.phrases(beginning: first) where second == 0 || second == next {
                let phrase = words.known.phrase(at: place)
                guard let range = match(phrase, at: start, words) else { continue }
                let (entry, source) = (phrase.entry, phrase.source)
                let end = start + phrase.words.count
                let written = letters[range]
                let count = found.count
                switch entry {
                case .misspelt(let word)
                where isMeant(word, start..<end, words) && !mayBeName(end - start, written, at: start):
                    if let fault = spellingFault(at: range, word, letters) { found.append(fault) }
                case .province(let right)
                where isBegun(right, written)
                    && (followsLowerWord(start, words) || followsProvince(start, words)):
                    found.append(letters.fault(.nameCapital, at: range, correction: right))
                case .title(let right) where isBegun(right, written) && !isOfPlace(start, words):
                    found.append(letters.fault(.nameCapital, at: range, correction: right))
                case .position(let right)
                where isBegun(right, written)
                    && (!letters.beginsSentence(range) || hasFurtherCapital(than: right, written)):
                    found.append(letters.fault(.nameCapital, at: range, right: right, en: right))
                case .agency(let right)
                where Normalization.nfc(written) != right && !isUpper(written)
                    && isName(right, written, start..<end, words):
                    let isBegun = written.first?.isUppercase == true
                    found.append(
                        letters.fault(
                            .agencyCapital, at: range, right: right, en: right,
                            correction: isBegun ? right : nil))
                case .law(let right)
                where Normalization.nfc(written) != right && !isUpper(written)
                    && written.first?.isUppercase == true:
                    found.append(letters.fault(.lawCapital, at: range, correction: right))
                case .former(let name)
                where (day.map({ $0 >= name.end }) ?? true) && !isOfPast(range, before: name.end, letters)
                    && !isCompound(start, words):
                    found.append(letters.fault(.expiredPlace, at: range, right: name.now, en: name.now))
                case .place(let right)
                where written.first != right.first && !isUpper(written) && isSpeltLike(right, written)
                    && followsLowerWord(start, words):
                    found.append(letters.fault(.placeUnitCapital, at: range, correction: right))
                case .misspelt, .agency, .law, .place, .province, .title, .position, .former: break
                }
                if found.count > count, let source { found[count] = found[count].by(source) }
            }
        }
        return found
    }

    /// Whether the words are meant for the body: `cơ sở y tế` and `tiến bộ khoa học và công nghệ` are other words.
    ///
    /// A name that is begun with a capital is one; without any, only bodies whose words mean nothing else.
    private static func isName(_ right: String, _ written: String, _ place: Range<Int>, _ words: TextWords)
        -> Bool
    {
        let (start, end) = (place.lowerBound, place.upperBound)
        guard !isCompound(start, words) else { return false }
        let before = start > 0 ? words.lower(start - 1) : ""
        // Several of them are no one's name: “ủy ban nhân dân các tỉnh”.
        if written.first?.isLowercase == true, end < words.ranges.count, words.text(end) == "các",
            words.letters[words.ranges[end - 1].upperBound]?.isBlank == true,
            end + 1 == words.ranges.count || words.text(end + 1) != "cấp"
        {
            return false
        }
        return written.first?.isUppercase == true || bodies.contains(right)
            || lacksFirstCapital(right, written, before: before, isAlone: !isOfRow(end, words))
    }

    /// `sở Tài chính, Nội vụ`: a field follows, unless it is a word that other bodies begin with.
    private static func isOfRow(_ end: Int, _ words: TextWords) -> Bool {
        guard words.letters[words.ranges[end - 1].upperBound] == "," else { return false }
        return end == words.ranges.count || !kinds.contains(words.text(end))
    }

    private static let kinds: Set<String> = [
        "Đài", "Báo", "Sở", "UBND", "Ủy", "Uỷ", "Kho", "Cục", "Chi", "Hội", "Liên", "Đoàn", "Mặt", "các",
    ]

    /// `giám đốc sở Giáo dục và Đào tạo`; of several the word is a common one: `các sở Tài chính, Nội vụ`.
    private static func lacksFirstCapital(_ right: String, _ written: String, before: String, isAlone: Bool)
        -> Bool
    {
        LetterCase.firstLetterUpper(Normalization.nfc(written)) == right
            && right.dropFirst().contains(where: \.isUppercase) && isAlone
            && ![
                "các", "những", "hai", "ba", "bốn", "mỗi", "từng", "liên", "và", "ủy", "uỷ", "trưởng", "phó",
                "",
            ].contains(before)
    }

    /// Whether a place or an institution is named so: `đường Cách mạng Tháng Tám`.
    private static func isOfPlace(_ start: Int, _ words: TextWords) -> Bool {
        guard start > 0 else { return false }
        let gap = words.letters[words.ranges[start - 1].upperBound..<words.ranges[start].lowerBound]
        return gap.allSatisfy(\.isWhitespace) && MendableWord.namedPlaces.contains(words.lower(start - 1))
    }

    /// Nil for a part of a person's name; mended only where nothing beside it speaks for another meaning.
    private static func spellingFault(at range: Range<Int>, _ word: Misspelling, _ letters: TextScalars)
        -> TextFault?
    {
        let right = cased(word.right, like: letters[range])
        let fault = letters.fault(.spelling, at: range, correction: right)
        switch MendableWord(range, right, in: letters) {
        case .certain: return word.isToldOnly ? fault.byHand : fault
        case .uncertain: return fault.byHand
        case .name: return nil
        }
    }

    /// Whether a word behind the first has a capital that the right one has not.
    private static func hasFurtherCapital(than right: String, _ written: String) -> Bool {
        zip(right.split(separator: " "), written.split(separator: " ")).contains {
            $0.first?.isLowercase == true && $1.first?.isUppercase == true
        }
    }

    /// Whether it is the name but for capitals, and has the first of them.
    private static func isBegun(_ right: String, _ written: String) -> Bool {
        Normalization.nfc(written) != right && !isUpper(written) && written.first?.isUppercase == true
    }

    /// Whether a name that begins with a capital shows itself by that of its last word: `biển Đông`, not `bờ biển đông người`.
    private static func isSpeltLike(_ right: String, _ written: String) -> Bool {
        right.first?.isLowercase == true || written.split(separator: " ").last?.first?.isUppercase == true
    }

    /// Whether a single syllable with a capital inside a line may be somebody's name.
    private static func mayBeName(_ wordCount: Int, _ written: String, at start: Int) -> Bool {
        wordCount == 1 && start > 0 && written.first?.isUppercase == true && !isUpper(written)
    }

    /// Whether the word before makes another of it: `cơ sở`, `Chi bộ Giao thông vận tải`.
    private static func isCompound(_ start: Int, _ words: TextWords) -> Bool {
        start > 0 && compounds.contains(words.lower(start - 1))
    }

    private static let compounds: Set<String> = [
        "cơ", "tiến", "cán", "đồng", "toàn", "nội", "đội", "hội", "chi", "đảng", "trụ",
    ]
    private static let bodies: Set<String> = ["Hội đồng nhân dân", "Ủy ban nhân dân"]

    /// Whether a word in lower case stands right before it, so that no sentence, item or name begins here.
    private static func followsLowerWord(_ start: Int, _ words: TextWords) -> Bool {
        guard start > 0 else { return false }
        let before = words.ranges[start - 1]
        let letters = words.letters
        guard words.ranges[start].lowerBound == before.upperBound + 1,
            letters[before.upperBound]?.isBlank == true
        else { return false }
        return letters[before].allSatisfy(\.isLowercase)
    }

    /// Whether it is one of a row of provinces: `Lâm Đồng, Đắk Nông, Bình thuận`.
    private static func followsProvince(_ start: Int, _ words: TextWords) -> Bool {
        guard start > 1 else { return false }
        let letters = words.letters
        let (first, second) = (words.ranges[start - 2], words.ranges[start - 1])
        return letters[second.upperBound..<words.ranges[start].lowerBound] == ", "
            && provinces.contains(
                LetterCase.lower(Normalization.nfc(letters[first.lowerBound..<second.upperBound])))
    }

    /// In small letters, since the one before may have lost its capital too.
    private static let provinces = Set(KnownNames.shipped.provinces.map(LetterCase.lower))

    static func isUpper(_ text: String) -> Bool { text == text.uppercased() }

    static func cased(_ right: String, like written: String) -> String {
        if isUpper(written), written.count > 1 { return right.uppercased() }
        return written.first?.isUppercase == true ? LetterCase.firstLetterUpper(right) : right
    }
}
