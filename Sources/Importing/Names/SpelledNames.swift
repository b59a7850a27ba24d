internal import Recognition
internal import Regulations
internal import VietnameseText

/// Names that a document has in capitals, written as they stand inside a sentence.
struct SpelledNames {
    /// The lines in which a name may stand as it is written.
    private let lines: [[Character]]
    private let folded: [[Character]]

    init(_ document: RecognisedDocument) {
        let texts = document.lines.filter { !$0.isUpper && !$0.isBlank }.map(\.trimmed)
        lines = texts.map { Array($0) }
        folded = lines.map { $0.map(Self.fold) }
    }

    private static func fold(_ character: Character) -> Character {
        character.lowercased().first ?? character
    }

    /// The name as the text has it; nil where the text does not name it.
    func written(_ name: String) -> String? {
        let wanted = Normalization.nfc(name).map(Self.fold)
        guard wanted.count > 2 else { return nil }
        var best: String?
        for (line, folded) in zip(lines, folded) {
            var start = 0
            while let place = Self.place(of: wanted, in: folded, from: start) {
                start = place + 1
                let found = String(line[place..<place + wanted.count])
                guard !TextLine.isUpper(found) else { continue }
                if found.first?.isUppercase == true { return found }
                best = best ?? LetterCase.firstLetterUpper(found)
            }
        }
        return best
    }

    /// What goes on behind the name with the unit it lies in: `Sở Nội vụ tỉnh Hà Nam`.
    func withPlace(_ name: String) -> String? {
        let wanted = name.map(Self.fold)
        for (line, folded) in zip(lines, folded) {
            var start = 0
            while let place = Self.place(of: wanted, in: folded, from: start) {
                start = place + 1
                let rest = String(line[(place + wanted.count)...])
                guard let unit = Self.units.first(where: { rest.hasPrefix(" \($0) ") }) else { continue }
                let words = rest.dropFirst(unit.count + 2).split(separator: " ").prefix {
                    $0.first?.isUppercase == true
                }
                var place: [Substring] = []
                for word in words {
                    place.append(word.prefix { $0.isLetter || $0 == "-" })
                    if word.last?.isLetter != true { break }
                }
                if !place.isEmpty { return "\(name) \(unit) \(place.joined(separator: " "))" }
            }
        }
        return nil
    }

    private static let units = [
        "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu",
    ]

    private static func place(of wanted: [Character], in text: [Character], from start: Int) -> Int? {
        guard let first = wanted.first, text.count >= wanted.count else { return nil }
        var place = start
        while place + wanted.count <= text.count {
            if text[place] == first, text[place..<place + wanted.count].elementsEqual(wanted) {
                let isWord =
                    (place == 0 || !text[place - 1].isLetter)
                    && (place + wanted.count == text.count || !text[place + wanted.count].isLetter)
                if isWord { return place }
            }
            place += 1
        }
        return nil
    }

    /// The capitals a name would usually have: those of known bodies, of what a body is for, of what follows the word of a unit, and of the first letter.
    static func usual(_ name: String) -> String {
        let words = name.split(separator: " ", omittingEmptySubsequences: false).map { word in
            isAbbreviation(word) || isRoman(word) ? String(word) : word.lowercased()
        }
        var text = LetterCase.firstLetterUpper(words.joined(separator: " "))
        text = BodyNames.capitalised(text)
        for known in KnownNames.shipped.agencies + titles { text = replacing(known, in: text) }
        for known in KnownNames.shipped.provinces { text = replacing(known, in: text) }
        for unit in units {
            guard let range = text.lowercased().firstRange(of: " \(unit) "), range.upperBound <= text.endIndex
            else { continue }
            let start = text[range.upperBound...]
            guard start.first?.isLowercase == true, !start.hasPrefix("ủy"), !start.hasPrefix("hội") else {
                continue
            }
            text = text[..<range.upperBound] + LetterCase.title(String(start))
            break
        }
        return text
    }

    /// `II` of a school or a branch; a single letter is one only as a number that is usual there.
    private static func isRoman(_ word: some StringProtocol) -> Bool {
        word == "I" || word == "V" || word.count > 1 && RomanNumeral.number(of: String(word)) != nil
    }

    /// Whether nobody could speak it: without a vowel, or with three consonants on end, as in `UBND`.
    static func isAbbreviation(_ word: some StringProtocol) -> Bool {
        let letters = PlainLetters.withoutMarks(String(word)).lowercased().replacing("ngh", with: "n").filter(
            \.isLetter)
        guard letters.count > 1 else { return false }
        var (run, longest, hasVowel) = (0, 0, false)
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            hasVowel = hasVowel || isVowel
            run = isVowel ? 0 : run + 1
            longest = max(longest, run)
        }
        return !hasVowel || longest > 2
    }

    private static func replacing(_ known: String, in text: String) -> String {
        let (folded, wanted) = (text.map(fold), known.map(fold))
        guard let place = place(of: wanted, in: folded, from: 0) else { return text }
        let letters = Array(text)
        return String(letters[..<place]) + known + String(letters[(place + wanted.count)...])
    }

    private static let titles = [
        "Phó Chủ tịch", "Chủ tịch", "Phó Giám đốc", "Giám đốc", "Phó Bí thư", "Bí thư", "Phó Hiệu trưởng",
        "Hiệu trưởng", "Phó Chánh Văn phòng", "Chánh Văn phòng", "Phó Trưởng ban", "Trưởng ban",
        "Ban Thường vụ", "Ban Chấp hành", "Ban Chỉ đạo", "Tỉnh ủy", "Thành ủy", "Đảng ủy", "Huyện ủy",
        "Thủ trưởng", "Bộ trưởng", "Thứ trưởng",
    ]
}
