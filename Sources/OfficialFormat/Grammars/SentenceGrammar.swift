internal import Diagnostics
internal import VietnameseText

/// Capitals where sentences begin, and of the words Nhân dân and Nhà nước.
public enum Sentences {
    /// All faults of one paragraph, by place.
    public static func findings(in text: String) -> [Finding] {
        let letters = Letters(text)
        return (beginnings(letters) + nationWords(letters)).sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
    }

    /// `… kinh phí. đơn vị …`: a full stop after a plain word, one blank, then a word in lower case.
    private static func beginnings(_ letters: Letters) -> [Finding] {
        var found: [Finding] = []
        for place in letters.trimmed where ".?!".unicodeScalars.contains(letters.scalars[place]) {
            guard letters[place + 1] == " ", let next = letters[place + 2], next.isLower,
                let previous = letters[place - 1], previous.isLower
            else { continue }
            let end = letters.end(from: place + 2) { $0.isLetter }
            // A single letter numbers something or stands for a name.
            guard end - place > 3 else { continue }
            var start = place
            while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
            let word = Normalization.nfc(letters[start..<place])
            let before = letters[start - 1]
            guard word.count > 1, before == nil || before?.isBlank == true, word == word.lowercased(),
                !abbreviations.contains(word)
            else { continue }
            let first = place + 2..<place + 3
            found.append(
                letters.finding(.sentenceCapital, at: first, correction: letters[first].uppercased()))
        }
        return found
    }

    private static let abbreviations: Set<String> = [
        "vv", "tp", "tx", "tt", "ths", "ts", "gs", "pgs", "bs", "cn", "ks", "đc", "tr", "st", "nxb", "tel",
        "fax", "vd", "tk", "tl", "mr", "mrs", "no", "ver", "etc", "đt",
    ]

    /// Only in set phrases; alone the words are too often parts of compounds.
    private static func nationWords(_ letters: Letters) -> [Finding] {
        guard mayName(letters.scalars) || !Normalization.isNFC(letters.text) else { return [] }
        let text = Normalization.nfc(letters.text)
        return phrases.compactMap { wrong, right in
            guard let range = text.firstRange(of: wrong) else { return nil }
            let next = text[range.upperBound...].first
            guard next?.isLetter != true else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
            // In a text of other letters the places differ, so that nothing can be put right by itself.
            let isSame = text.utf8.count == letters.text.utf8.count
            return Finding(
                .nationWordCapital, at: isSame ? start..<end : 0..<0, found: wrong,
                right: .init(right, en: right), correction: isSame ? right : nil)
        }
    }

    /// Whether `nhà nước` or `nhân dân` can stand in composed letters: all phrases have one of them in lower case.
    private static func mayName(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count > 2 else { return false }
        return (2..<scalars.count).contains { place in
            (scalars[place] == "à" || scalars[place] == "â") && scalars[place - 1] == "h"
                && scalars[place - 2] == "n"
        }
    }

    private static let phrases: KeyValuePairs = [
        "Đảng và nhà nước": "Đảng và Nhà nước", "Đảng, nhà nước": "Đảng, Nhà nước",
        "Nhà nước và nhân dân": "Nhà nước và Nhân dân",
    ]
}
