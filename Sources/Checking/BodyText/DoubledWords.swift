internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let doubledWords = lines([.doubledWord]) { line, _ in
        line.isRunning ? DoubledWords.faults(in: line.text) : []
    }
}

extension Rule {
    static let doubledWord = Rule(
        "format.doubled-word", "X02", .warning, .byHand, .custom,
        "Một từ gõ hai lần liền nhau. Chỉ báo với từ không láy được và với cụm hai chữ lặp nguyên, vì “cơ quan quan trọng” là đúng.",
        en:
            "A word typed twice in a row. Told only of words that are never doubled and of two syllables that come again whole, since “cơ quan quan trọng” is right.",
        right: "trên địa bàn tỉnh", wrong: "trên trên địa bàn tỉnh")
}

/// Words typed twice.
enum DoubledWords {
    static func faults(in letters: TextScalars) -> [TextFault] {
        let words = letters.wordRanges
        var found: [TextFault] = []
        var index = 0
        while index + 1 < words.count {
            defer { index += 1 }
            guard areNeighbours(words[index], words[index + 1], letters) else { continue }
            if isSame(words[index], words[index + 1], letters) {
                guard never.contains(Normalization.nfc(letters[words[index]]).lowercased()) else { continue }
                found.append(
                    fault(words[index].lowerBound..<words[index + 1].upperBound, words[index], letters))
            } else if index + 3 < words.count, isSame(words[index], words[index + 2], letters),
                isSame(words[index + 1], words[index + 3], letters),
                areNeighbours(words[index + 1], words[index + 2], letters),
                areNeighbours(words[index + 2], words[index + 3], letters)
            {
                let once = words[index].lowerBound..<words[index + 1].upperBound
                guard !again.contains(Normalization.nfc(letters[once]).lowercased()) else { continue }
                found.append(fault(words[index].lowerBound..<words[index + 3].upperBound, once, letters))
                index += 2
            }
        }
        return found
    }

    private static func fault(_ twice: Range<Int>, _ once: Range<Int>, _ letters: TextScalars) -> TextFault {
        letters.fault(.doubledWord, at: twice, right: letters[once], en: letters[once])
    }

    /// Nothing but one blank between them.
    private static func areNeighbours(_ first: Range<Int>, _ second: Range<Int>, _ letters: TextScalars)
        -> Bool
    { second.lowerBound == first.upperBound + 1 && letters[first.upperBound]?.isBlank == true }

    private static func isSame(_ first: Range<Int>, _ second: Range<Int>, _ letters: TextScalars) -> Bool {
        guard first.count == second.count, first.count > 1,
            letters.scalars[first.upperBound - 1] == letters.scalars[second.upperBound - 1]
        else { return false }
        return letters.scalars[first].elementsEqual(letters.scalars[second])
            || letters[first].lowercased() == letters[second].lowercased()
    }

    /// Words that neither end nor begin another word, nor are doubled for emphasis.
    private static let never: Set<String> = [
        "các", "của", "trên", "được", "theo", "bị", "và", "là", "cho", "với", "những", "đã", "đang", "sẽ",
        "khi", "để", "như", "nếu", "nhưng", "hoặc", "cùng", "nghiên", "một", "này",
    ]

    /// What is said twice on purpose.
    private static let again: Set<String> = ["ngày càng", "từng bước", "rất nhiều", "một số", "mỗi năm"]
}
