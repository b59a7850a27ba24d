internal import Recognition
internal import Regulations
internal import VietnameseText

/// Which words of a document are written with capitals inside a sentence: names of places and bodies, abbreviations.
struct CapitalWords {
    /// By the word and the one beside it, in small letters.
    private var pairs: [Pair: String] = [:]
    private var abbreviations: Set<String> = ["UBND", "HĐND", "MTTQ", "VPTW", "KH", "CNTT", "ATTT", "PCTT"]

    private struct Pair: Hashable {
        let word: String
        let neighbour: String
        let comesAfter: Bool
    }

    /// Lines in capitals alone teach nothing.
    init(of lines: [String]) {
        for line in lines where !TextLine.isUpper(line) {
            let words = Self.words(line)
            let starts = Self.startsOfSentences(line)
            for (index, word) in words.enumerated() {
                if word.count > 1, word.allSatisfy(\.isUppercase) { abbreviations.insert(word) }
                let isCapital = word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
                guard isCapital else { continue }
                let isInside = starts.indices.contains(index) && !starts[index]
                // After "và" a name may go on, or another thing begin.
                if isInside, !Self.joins.contains(words[index - 1].lowercased()) {
                    let neighbour = words[index - 1].lowercased()
                    pairs[Pair(word: word.lowercased(), neighbour: neighbour, comesAfter: true)] = word
                }
                // Of words side by side both are of one name when both have capitals.
                if index + 1 < words.count, words[index + 1].first?.isUppercase == true {
                    let neighbour = words[index + 1].lowercased()
                    pairs[Pair(word: word.lowercased(), neighbour: neighbour, comesAfter: false)] = word
                }
            }
        }
    }

    private static let joins: Set<String> = ["và", "hoặc", "với"]

    private static func words(_ line: String) -> [String] {
        Normalization.nfc(line).split { !$0.isLetter }.map(String.init)
    }

    /// For each word, whether it begins a sentence or follows a mark that capitals come after.
    private static func startsOfSentences(_ line: String) -> [Bool] {
        var starts: [Bool] = []
        var isStart = true
        var isInWord = false
        for letter in Normalization.nfc(line) {
            if letter.isLetter {
                if !isInWord { starts.append(isStart) }
                (isInWord, isStart) = (true, false)
            } else {
                isInWord = false
                if letter != " ", letter != "," { isStart = true }
            }
        }
        return starts
    }

    /// The line in small letters, but for its first one, for names the document knows, and for abbreviations.
    func sentence(_ line: String) -> String {
        let words = Self.words(line)
        var result = ""
        var word = ""
        var index = 0
        func close() {
            guard !word.isEmpty else { return }
            let before = index > 0 ? words[index - 1] : nil
            let after = index + 1 < words.count ? words[index + 1] : nil
            result += spelt(word, before: before, after: after, isFirst: index == 0)
            index += 1
            word = ""
        }
        for letter in line {
            if letter.isLetter {
                word.append(letter)
            } else {
                close()
                result.append(letter)
            }
        }
        close()
        let names = Phrases.faults(in: TextScalars(result)).filter {
            $0.rule == .agencyCapital || $0.rule == .placeUnitCapital
        }
        return TextFault.corrected(result, by: names)
    }

    private func spelt(_ word: String, before: String?, after: String?, isFirst: Bool) -> String {
        if word.count > 1, abbreviations.contains(word) { return word }
        let small = word.lowercased()
        let known =
            before.flatMap { pairs[Pair(word: small, neighbour: $0.lowercased(), comesAfter: true)] }
            ?? after.flatMap { pairs[Pair(word: small, neighbour: $0.lowercased(), comesAfter: false)] }
        if let known { return known }
        return isFirst ? LetterCase.firstLetterUpper(small) : small
    }
}
