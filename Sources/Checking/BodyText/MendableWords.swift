internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Whether words that look misspelt are certain enough to be written anew.
///
/// The evidence is what stands beside them: names of persons are spelt as their owners spell them, and a word without marks among others without
/// any is one of many that a person must type again.
enum MendableWord {
    case certain
    /// They may be meant as they stand.
    case uncertain
    /// A part of somebody's name.
    case name

    /// `right` is what would take their place.
    init(_ range: Range<Int>, _ right: String, in letters: TextScalars) {
        let written = Normalization.nfc(letters[range])
        let words = written.split(separator: " ")
        let before = letters.words(before: range.lowerBound, atMost: 5)
        let isUpper = written == written.uppercased()
        if isUpper, written.count > 1 {
            // In capitals nothing shows where a name begins, but for the word that it follows.
            self = before.contains { Self.honorifics.contains(LetterCase.lower($0)) } ? .uncertain : .certain
        } else if words.first?.first?.isUppercase == true {
            self = Self.ofCapitals(range, words, right, before, letters)
        } else {
            // `buổi sáng Lạng Sơn`
            self = Self.changesCase(words, right) ? .name : .certain
        }
        guard case .certain = self else { return }
        let isBare = written.unicodeScalars.allSatisfy { $0.value < 0x80 }
        if isBare, Self.isAmongBare(range, before, letters) { self = .uncertain }
    }

    /// Words that begin with a capital.
    private static func ofCapitals(
        _ range: Range<Int>, _ words: [Substring], _ right: String, _ before: [String], _ letters: TextScalars
    ) -> MendableWord {
        if let last = before.last, honorifics.contains(LetterCase.lower(last)) { return .name }
        let areAllCapital = words.allSatisfy { $0.first?.isUppercase == true }
        let isAfterCapital = before.last?.first?.isUppercase == true
        let isBeforeCapital = letters.word(behind: range.upperBound)?.first?.isUppercase == true
        if areAllCapital, isAfterCapital || words.count > 1 && isBeforeCapital { return .name }
        return isAfterCapital || changesCase(words, right) ? .uncertain : .certain
    }

    /// Whether a capital behind the first word would go.
    private static func changesCase(_ words: [Substring], _ right: String) -> Bool {
        zip(words, right.split(separator: " ")).dropFirst().contains {
            $0.first?.isUppercase == true && $1.first?.isUppercase != true
        }
    }

    /// Whether the words on either side have no marks either.
    private static func isAmongBare(_ range: Range<Int>, _ before: [String], _ letters: TextScalars) -> Bool {
        let beside = [before.last, letters.word(behind: range.upperBound)].compactMap(\.self)
        return !beside.isEmpty
            && beside.allSatisfy { word in word.unicodeScalars.allSatisfy { $0.value < 0x80 } }
    }

    /// What a person's name follows; of `đồng chí` and `họ tên` the last word.
    private static let honorifics: Set<String> = [
        "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "thầy", "chí", "tên", "cụ", "mẹ", "cha",
        "vợ", "chồng", "con", "sĩ", "sư",
    ]

    /// What places and institutions are called by, which bear the names of events, feasts and titles as they were given them.
    static let namedPlaces: Set<String> = [
        "đường", "phố", "phường", "xã", "thôn", "ấp", "trường", "tàng", "viên", "cầu", "học", "thpt", "thcs",
        "sở", "thông", "non", "ngõ", "hẻm", "chợ", "viện", "hát", "khu", "làng", "hồ", "tuyến", "đội", "rạp",
        "cảng", "đảo", "tổ", "trại", "bưu", "nhà", "sân", "bến", "hầm", "mỏ", "tàu", "báo", "đài",
    ]
}

extension TextScalars {
    /// The words of the same sentence right before a place, the nearest last; only blanks part them.
    fileprivate func words(before place: Int, atMost most: Int) -> [String] {
        var words: [String] = []
        var end = place
        while words.count < most {
            var last = end
            while last > 0, scalars[last - 1].isBlank { last -= 1 }
            guard last < end || words.isEmpty else { break }
            var first = last
            while first > 0, scalars[first - 1].isLetter { first -= 1 }
            guard first < last else { break }
            words.append(Normalization.nfc(self[first..<last]))
            end = first
        }
        return words.reversed()
    }

    /// The word right behind a place.
    fileprivate func word(behind place: Int) -> String? {
        let start = end(from: place) { $0.isBlank }
        let last = end(from: start) { $0.isLetter }
        return start > place && start < last ? Normalization.nfc(self[start..<last]) : nil
    }
}

extension Phrases {
    /// A line of which most words have no marks, in a document that has them.
    static func lostMarks(in letters: TextScalars) -> TextFault {
        letters.fault(
            .spelling, at: letters.trimmed, told: Wording("chữ không dấu", en: "words without marks"),
            right: "chữ có dấu", en: "words with their marks")
    }
}
