internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let nationWords = lines([.nationWordCapital]) { line, _ in
        line.isText && !line.isInTable ? NationWords.faults(in: line.text) : []
    }
}

extension Rule {
    static let nationWordCapital = Rule(
        "format.nation-word-capital", "B08", .note, .byHand, .capitals("V.1"),
        "Từ Nhân dân, Nhà nước đứng một mình viết hoa; trong tên ghép như Ủy ban nhân "
            + "dân, ngân sách nhà nước viết thường.",
        en: "Nhân dân and Nhà nước alone have a capital; in compounds such as Ủy ban nhân dân "
            + "they have none.", right: "Đảng, Nhà nước và Nhân dân", wrong: "Đảng, nhà nước và nhân dân")
}

/// Capitals of the words Nhân dân and Nhà nước.
enum NationWords {
    /// Only in set phrases, and behind words that no compound goes on from; elsewhere the words are too often parts of one.
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard mayName(letters.scalars) || !Normalization.isNFC(letters.text) else { return [] }
        let text = Normalization.nfc(letters.text)
        let found = phrases.compactMap { wrong, right in text.byteRange(of: wrong).map { ($0, wrong, right) }
        }
        return (found + people(in: text)).compactMap { range, wrong, right in
            let next = text[range.upperBound...].first
            guard next?.isLetter != true else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
            // In a text of other letters the places differ, so that nothing can be put right by itself.
            let isSame = text.utf8.count == letters.text.utf8.count
            return TextFault(
                .nationWordCapital, at: isSame ? start..<end : 0..<0, found: wrong,
                right: .init(right, en: right), correction: isSame ? right : nil)
        }
    }

    /// The people by themselves, as in `đời sống nhân dân`.
    private static func people(in text: String) -> [(Range<String.Index>, String, String)] {
        var found: [(Range<String.Index>, String, String)] = []
        var left = text[...]
        while let word = left.byteRange(of: " nhân dân") {
            left = left[word.upperBound...]
            let before = text[..<word.lowerBound]
            let isLed = leads.contains { lead in
                before.utf8.suffix(lead.utf8.count).elementsEqual(lead.utf8)
                    && before.utf8.dropLast(lead.utf8.count).last.map { " (;,:".utf8.contains($0) } ?? true
            }
            guard isLed, !left.hasPrefix(" tệ") else { continue }
            found.append((text.utf8.index(after: word.lowerBound)..<word.upperBound, "nhân dân", "Nhân dân"))
        }
        return found
    }

    private static let leads = [
        "của", "với", "cho", "để", "trong", "được", "đến", "tới", "giúp", "vận động", "huy động", "phục vụ",
        "đời sống", "tầng lớp", "bộ phận", "đông đảo",
    ]

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
