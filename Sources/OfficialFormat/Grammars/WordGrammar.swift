internal import VietnameseText

/// Words of the text: citations, capitals, spelling, bodies that are no more.
public enum Words {
    /// All faults, by place; `settings` may add misspelt words of its own.
    public static func findings(in text: String, settings: RuleSettings = RuleSettings()) -> [Finding] {
        let letters = Letters(text)
        let words = Scan(letters: letters, ranges: letters.wordRanges)
        return (citations(words) + phrases(words, settings)).sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
    }

    /// The words of a text; their letters are only put together where they are asked for.
    private struct Scan {
        let letters: Letters
        let ranges: [Range<Int>]

        func text(_ index: Int) -> String { Normalization.nfc(letters[ranges[index]]) }
    }

    /// `Khoản 2 điều 5` for `khoản 2 Điều 5`: only before a number or letter, and not where a sentence begins.
    private static func citations(_ words: Scan) -> [Finding] {
        let letters = words.letters
        return words.ranges.indices.compactMap { index in
            let range = words.ranges[index]
            switch letters.scalars[range.lowerBound] {
            case "K", "Đ", "đ", "c": break
            default: return nil
            }
            let next = letters.end(from: range.upperBound) { $0.isBlank }
            guard next > range.upperBound, let first = letters[next] else { return nil }
            let text = words.text(index)
            let isNumbered = first.isDigit || (text == "chương" && "IVX".unicodeScalars.contains(first))
            switch text {
            case "Khoản" where isNumbered && !beginsSentence(range, letters):
                return letters.finding(.clauseCapital, at: range, correction: "khoản")
            case "Điểm" where !beginsSentence(range, letters) && isPointLetter(next, letters):
                return letters.finding(.clauseCapital, at: range, correction: "điểm")
            case "điều" where isNumbered:
                return letters.finding(.articleLowercase, at: range, correction: "Điều")
            case "chương" where isNumbered && !first.isDigit:
                return letters.finding(.articleLowercase, at: range, correction: "Chương")
            default: return nil
            }
        }
    }

    /// `a khoản`: one letter, then a clause.
    private static func isPointLetter(_ place: Int, _ letters: Letters) -> Bool {
        guard letters[place]?.isLower == true, letters[place + 1] == " " else { return false }
        return letters[place + 2..<min(place + 7, letters.count)].lowercased() == "khoản"
    }

    private static func beginsSentence(_ range: Range<Int>, _ letters: Letters) -> Bool {
        var place = range.lowerBound
        while place > 0,
            letters.scalars[place - 1].isBlank || "\"“(-–".unicodeScalars.contains(letters.scalars[place - 1])
        { place -= 1 }
        return place == 0 || ".!?:\n".unicodeScalars.contains(letters.scalars[place - 1])
    }

    private static func phrases(_ words: Scan, _ settings: RuleSettings) -> [Finding] {
        let letters = words.letters
        let isComposed = Normalization.isNFC(letters.text)
        var found: [Finding] = []
        for start in words.ranges.indices {
            let word = words.ranges[start]
            // A word in one form of letters is as long as the word of the list that it is.
            if isComposed {
                let lengths = WordLists.lengths[letters.scalars[word.lowerBound]] ?? []
                guard lengths.contains(word.count) else { continue }
            }
            for (phrase, entry) in WordLists.byFirstWord[words.text(start).lowercased()] ?? [] {
                guard let range = match(phrase, at: start, words) else { continue }
                let written = letters[range]
                switch entry {
                case .misspelt(let word) where isMeant(word, at: start, words):
                    found.append(
                        letters.finding(.spelling, at: range, correction: cased(word.right, like: written)))
                case .agency(let right) where Normalization.nfc(written) != right && !isUpper(written):
                    found.append(letters.finding(.agencyCapital, at: range, correction: right))
                case .expired(let note):
                    found.append(letters.finding(.expiredPlace, at: range, right: note, en: note))
                case .place(let right)
                where Normalization.nfc(written) != right && !isUpper(written)
                    && !beginsSentence(range, letters):
                    found.append(letters.finding(.placeUnitCapital, at: range, correction: right))
                case .misspelt, .agency, .place: break
                }
            }
        }
        for (wrong, right) in settings.spellings.sorted(by: { $0.key < $1.key }) {
            let phrase = wrong.lowercased().split(separator: " ").map(String.init)
            guard let length = phrase.first?.unicodeScalars.count else { continue }
            for start in words.ranges.indices where !isComposed || words.ranges[start].count == length {
                guard let range = match(phrase, at: start, words) else { continue }
                found.append(
                    letters.finding(.spelling, at: range, correction: cased(right, like: letters[range])))
            }
        }
        return found
    }

    /// Whether the words beside it don't part its letters otherwise.
    private static func isMeant(_ entry: Misspelling, at start: Int, _ words: Scan) -> Bool {
        let end = start + entry.wrong.split(separator: " ").count
        let before = start > 0 ? words.text(start - 1).lowercased() : ""
        let after = end < words.ranges.count ? words.text(end).lowercased() : ""
        return !entry.notAfter.contains(before) && !entry.notBefore.contains(after)
    }

    private static func match(_ phrase: [String], at start: Int, _ words: Scan) -> Range<Int>? {
        guard start + phrase.count <= words.ranges.count else { return nil }
        for (index, part) in phrase.enumerated() {
            let place = start + index
            if index > 0, words.ranges[place].lowerBound - words.ranges[place - 1].upperBound > 1 {
                return nil
            }
            guard words.text(place).lowercased() == part else { return nil }
        }
        return words.ranges[start].lowerBound..<words.ranges[start + phrase.count - 1].upperBound
    }

    private static func isUpper(_ text: String) -> Bool { text == text.uppercased() }

    private static func cased(_ right: String, like written: String) -> String {
        if isUpper(written), written.count > 1 { return right.uppercased() }
        return written.first?.isUppercase == true ? LetterCase.firstLetterUpper(right) : right
    }
}

enum WordLists {
    enum Entry {
        case misspelt(Misspelling)
        case agency(String)
        case place(String)
        case expired(String)
    }

    static let byFirstWord: [String: [([String], Entry)]] = {
        var lists: [String: [([String], Entry)]] = [:]
        func add(_ phrase: String, _ entry: Entry) {
            let parts = phrase.lowercased().split(separator: " ").map(String.init)
            lists[parts.first ?? "", default: []].append((parts, entry))
        }
        for word in Misspelling.all { add(word.wrong, .misspelt(word)) }
        for name in agencies { add(name, .agency(name)) }
        for name in provinces { add("tỉnh \(name)", .place("tỉnh \(name)")) }
        add("thành phố Hồ Chí Minh", .place("Thành phố Hồ Chí Minh"))
        for (name, note) in expired { add(name, .expired(note)) }
        return lists
    }()

    /// How many letters the first words of the list have that begin with a letter, in either case.
    static let lengths: [Unicode.Scalar: Set<Int>] = {
        var lengths: [Unicode.Scalar: Set<Int>] = [:]
        for word in byFirstWord.keys {
            for form in [word, word.uppercased()] {
                guard let first = form.unicodeScalars.first else { continue }
                lengths[first, default: []].insert(form.unicodeScalars.count)
            }
        }
        return lengths
    }()

    /// Provinces of today, and some that were merged in 2025.
    private static let provinces = [
        "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp",
        "Gia Lai", "Hà Tĩnh", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng",
        "Nghệ An", "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh",
        "Thái Nguyên", "Thanh Hóa", "Tuyên Quang", "Vĩnh Long", "Đắk Nông", "Nam Định", "Bình Dương",
        "Bình Định", "Bình Phước", "Bình Thuận", "Hà Giang", "Hải Dương", "Hòa Bình", "Kon Tum", "Long An",
        "Quảng Bình", "Quảng Nam", "Thái Bình", "Vĩnh Phúc", "Yên Bái",
    ]

    /// Not Sở Xây dựng: "xây dựng" may be the verb, "Văn phòng Sở xây dựng kế hoạch".
    private static let agencies = [
        "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Sở Công Thương", "Sở Khoa học và Công nghệ",
        "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Thông tin và Truyền thông", "Bộ Nội vụ", "Bộ Tài chính", "Bộ Tư pháp", "Bộ Khoa học và Công nghệ",
        "Bộ Giáo dục và Đào tạo", "Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường",
        "Hội đồng nhân dân", "Ủy ban nhân dân",
    ].filter { !$0.contains(",") }

    private static let expired: KeyValuePairs = [
        "UBND huyện": "từ 01/7/2025 không còn cấp huyện", "UBND quận": "từ 01/7/2025 không còn cấp huyện",
        "UBND thị xã": "từ 01/7/2025 không còn cấp huyện",
        "Ủy ban nhân dân huyện": "từ 01/7/2025 không còn cấp huyện",
        "Huyện ủy": "từ 01/7/2025 không còn cấp huyện",
        "Ban Tuyên giáo Tỉnh ủy": "nay là Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Ban Dân vận Tỉnh ủy": "nay là Ban Tuyên giáo và Dân vận Tỉnh ủy",
    ]
}
