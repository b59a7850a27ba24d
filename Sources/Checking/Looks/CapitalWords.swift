internal import Recognition
internal import Regulations
internal import VietnameseText

/// Which words a document writes with capitals inside its sentences, so that a line in capitals can be written small.
///
/// A word is only told where the document itself shows it beside the same neighbour, and always alike.
struct CapitalWords {
    private var pairs: [Pair: Set<String>] = [:]
    private var abbreviations: Set<String> = ["UBND", "HĐND", "MTTQ", "VPTW", "CNTT", "ATTT", "PCTT"]

    /// A word and the one beside it, in small letters.
    private struct Pair: Hashable {
        let word: String
        let neighbour: String
        let comesAfter: Bool
    }

    /// Lines in capitals alone teach nothing.
    init(of lines: [String]) {
        for line in lines where !TextLine.isUpper(line) {
            let (words, starts) = Self.words(line)
            for (index, word) in words.enumerated() {
                let small = word.lowercased()
                if word.count > 1, word.allSatisfy(\.isUppercase) {
                    // Capitals that emphasise a word are no abbreviation.
                    if !Syllable.isPossible(small) { abbreviations.insert(word) }
                    continue
                }
                // The first word of a sentence shows nothing of itself.
                guard !starts[index] else { continue }
                if index > 0 {
                    let pair = Pair(word: small, neighbour: words[index - 1].lowercased(), comesAfter: true)
                    pairs[pair, default: []].insert(word)
                }
                if index + 1 < words.count, !starts[index + 1] {
                    let pair = Pair(word: small, neighbour: words[index + 1].lowercased(), comesAfter: false)
                    pairs[pair, default: []].insert(word)
                }
            }
        }
    }

    /// The words of a line, and for each whether it begins a sentence or follows a mark that capitals come after.
    private static func words(_ line: String) -> (words: [String], starts: [Bool]) {
        var words: [String] = []
        var starts: [Bool] = []
        var word = ""
        var isStart = true
        for letter in Normalization.nfc(line) {
            if letter.isLetter {
                if word.isEmpty { starts.append(isStart) }
                word.append(letter)
                isStart = false
            } else {
                if !word.isEmpty { words.append(word) }
                word = ""
                if letter != " ", letter != "," { isStart = true }
            }
        }
        if !word.isEmpty { words.append(word) }
        return (words, starts)
    }

    /// The line in small letters, but for its first one, for names the document knows, and for abbreviations; nil where a word of it is
    /// not known.
    func sentence(_ line: String) -> String? {
        let words = Self.words(line).words
        var spelt: [String] = []
        for (index, word) in words.enumerated() {
            let before = index > 0 ? words[index - 1] : nil
            let after = index + 1 < words.count ? words[index + 1] : nil
            guard let known = self.spelt(word, before: before, after: after) else { return nil }
            spelt.append(known)
        }
        var result = ""
        var isInside = false
        var next = spelt.makeIterator()
        for letter in Normalization.nfc(line) {
            if !letter.isLetter { result.append(letter) } else if !isInside { result += next.next() ?? "" }
            isInside = letter.isLetter
        }
        return result
    }

    private func spelt(_ word: String, before: String?, after: String?) -> String? {
        if word.count > 1, abbreviations.contains(word) { return word }
        let small = word.lowercased()
        guard let before else { return LetterCase.firstLetterUpper(small) }
        let seen = pairs[Pair(word: small, neighbour: before.lowercased(), comesAfter: true)] ?? []
        if seen.count == 1 { return seen.first }
        let beside = after.flatMap { pairs[Pair(word: small, neighbour: $0.lowercased(), comesAfter: false)] }
        if let beside, beside.count == 1 { return beside.first }
        return seen.isEmpty && beside == nil && Self.particles.contains(small) ? small : nil
    }

    /// Words that are never a name or a part of one.
    private static let particles: Set<String> = [
        "về", "việc", "của", "các", "cho", "tại", "với", "từ", "đến", "năm", "tháng", "ngày", "quý", "theo",
        "trên", "do", "để", "những", "được", "và", "trong", "giai", "đoạn",
    ]
}

/// The words of a document, looked through once at most and only when a line asks.
final class CapitalWordsOnce {
    private let lines: [TextLine]
    private lazy var words = CapitalWords(of: lines.map(\.text))

    init(_ lines: [TextLine]) { self.lines = lines }

    func sentence(_ line: String) -> String? { words.sentence(line) }
}
