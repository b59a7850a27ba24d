internal import VietnameseText

/// Words of the text: citations, capitals, spelling, bodies that are no more.
public enum Words {
    /// All faults, by place; `settings` may add misspelt words of its own.
    public static func findings(in text: String, settings: RuleSettings = RuleSettings()) -> [Finding] {
        let letters = Letters(text)
        let words = letters.words.map { (text: Normalization.nfc($0.text), range: $0.range) }
        return (citations(letters, words) + phrases(letters, words, settings)).sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
    }

    private typealias Word = (text: String, range: Range<Int>)

    /// `Khoản 2 điều 5` for `khoản 2 Điều 5`: only before a number or letter, and not where a sentence begins.
    private static func citations(_ letters: Letters, _ words: [Word]) -> [Finding] {
        words.compactMap { word in
            let next = letters.end(from: word.range.upperBound) { $0.isBlank }
            guard next > word.range.upperBound, let first = letters[next] else { return nil }
            let isNumbered =
                first.isDigit || (word.text.lowercased() == "chương" && "IVX".unicodeScalars.contains(first))
            switch word.text {
            case "Khoản" where isNumbered && !beginsSentence(word.range, letters):
                return letters.finding(.clauseCapital, at: word.range, correction: "khoản")
            case "Điểm" where !beginsSentence(word.range, letters) && isPointLetter(next, letters):
                return letters.finding(.clauseCapital, at: word.range, correction: "điểm")
            case "điều" where isNumbered:
                return letters.finding(.articleLowercase, at: word.range, correction: "Điều")
            case "chương" where isNumbered && !first.isDigit:
                return letters.finding(.articleLowercase, at: word.range, correction: "Chương")
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
        {
            place -= 1
        }
        return place == 0 || ".!?:\n".unicodeScalars.contains(letters.scalars[place - 1])
    }

    private static func phrases(_ letters: Letters, _ words: [Word], _ settings: RuleSettings) -> [Finding] {
        var found: [Finding] = []
        for start in words.indices {
            for (phrase, entry) in WordLists.byFirstWord[words[start].text.lowercased()] ?? [] {
                guard let range = match(phrase, at: start, words) else { continue }
                let written = letters[range]
                switch entry {
                case .misspelt(let word) where isMeant(word, at: start, words):
                    found.append(
                        letters.finding(.spelling, at: range, correction: cased(word.right, like: written))
                    )
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
            for start in words.indices {
                guard let range = match(phrase, at: start, words) else { continue }
                found.append(
                    letters.finding(.spelling, at: range, correction: cased(right, like: letters[range]))
                )
            }
        }
        return found
    }

    /// Whether the words beside it don't part its letters otherwise.
    private static func isMeant(_ entry: Misspelling, at start: Int, _ words: [Word]) -> Bool {
        let end = start + entry.wrong.split(separator: " ").count
        let before = start > 0 ? words[start - 1].text.lowercased() : ""
        let after = end < words.count ? words[end].text.lowercased() : ""
        return !entry.notAfter.contains(before) && !entry.notBefore.contains(after)
    }

    private static func match(_ phrase: [String], at start: Int, _ words: [Word]) -> Range<Int>? {
        guard start + phrase.count <= words.count else { return nil }
        for (index, part) in phrase.enumerated() {
            guard words[start + index].text.lowercased() == part else { return nil }
            if index > 0,
                words[start + index].range.lowerBound - words[start + index - 1].range.upperBound > 1
            {
                return nil
            }
        }
        return words[start].range.lowerBound..<words[start + phrase.count - 1].range.upperBound
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
        "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Sở Công Thương",
        "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Môi trường",
        "Sở Văn hóa, Thể thao và Du lịch", "Sở Thông tin và Truyền thông", "Bộ Nội vụ", "Bộ Tài chính",
        "Bộ Tư pháp",
        "Bộ Khoa học và Công nghệ", "Bộ Giáo dục và Đào tạo", "Bộ Tài nguyên và Môi trường",
        "Bộ Nông nghiệp và Môi trường", "Hội đồng nhân dân", "Ủy ban nhân dân",
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
