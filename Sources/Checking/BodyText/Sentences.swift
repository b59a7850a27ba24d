internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let sentences = lines([.sentenceCapital]) { line, _ in
        line.isText && !line.isInTable ? Sentences.faults(in: line.text) : []
    }
}

extension Rule {
    static let sentenceCapital = Rule(
        "format.sentence-capital", "B08", .warning, .byHand, .capitals("I"),
        "Viết hoa chữ đầu câu, sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng.",
        en: "Sentences begin with a capital.", right: "Kinh phí … . Đơn vị …", wrong: "Kinh phí … . đơn vị …")
}

/// Capitals where sentences begin.
enum Sentences {
    /// `… kinh phí. đơn vị …`: a full stop after a plain word, one blank, then a word in lower case.
    static func faults(in letters: TextScalars) -> [TextFault] {
        var found: [TextFault] = []
        for place in letters.trimmed where isEnd(letters.scalars[place]) {
            guard letters[place + 1] == " " || letters[place + 1] == "\u{A0}", let next = letters[place + 2],
                next.isLower, let previous = letters[place - 1], previous.isLower
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
            found.append(letters.fault(.sentenceCapital, at: first, correction: letters[first].uppercased()))
        }
        return found
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "?" || scalar == "!"
    }

    private static let abbreviations: Set<String> = [
        "vv", "tp", "tx", "tt", "ths", "ts", "gs", "pgs", "bs", "cn", "ks", "đc", "tr", "st", "nxb", "tel",
        "fax", "vd", "tk", "tl", "mr", "mrs", "no", "ver", "etc", "đt",
    ]
}
