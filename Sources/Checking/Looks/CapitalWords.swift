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

    /// The line in small letters, but for its first one, for names the document knows, and for abbreviations.
    ///
    /// Nil where a word of it is not known. `previous` is the line that it goes on from, nil where it begins a sentence.
    func sentence(_ line: String, after previous: String? = nil) -> String? {
        let words = Self.words(line).words
        let last = previous.flatMap { Self.words($0).words.last }
        var spelt: [String] = []
        for (index, word) in words.enumerated() {
            let before = index > 0 ? words[index - 1] : last
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

/// What is known of the capitals of a document, looked through once at most and only when a line asks.
final class CapitalWordsOnce {
    private let structure: RecognisedDocument
    private lazy var words = CapitalWords(of: structure.lines.map(\.text))
    private lazy var subject = writtenSmall(structure.indices(of: .subject).map { structure.lines[$0] })
    private lazy var romanHeadingsMayRise = mayRise(.roman)
    private lazy var partsMayRise = mayRise(.part) && mayRise(.chapter)

    init(_ structure: RecognisedDocument) { self.structure = structure }

    /// A line of the subject is written small only together with all the others in capitals.
    func sentence(_ line: TextLine, of component: Component) -> String? {
        guard component == .subject else { return words.sentence(line.text) }
        return subject?[line.text]
    }

    /// What each of the lines becomes that is in capitals; nil where it is not known of one of them.
    private func writtenSmall(_ lines: [TextLine]) -> [String: String]? {
        var written: [String: String] = [:]
        var previous: String?
        for line in lines where !line.isBlank {
            defer { previous = line.text }
            guard line.isUpper else { continue }
            // So few letters are not judged, and would stay behind.
            guard line.text.count(where: \.isLetter) > 3, line.isWholeParagraph,
                let right = words.sentence(line.text, after: previous)
            else { return nil }
            written[line.text] = right
        }
        return written
    }

    /// Whether every heading of its kind is in capitals or can be, so that none is left behind.
    func maySiblingsRise(_ component: Component) -> Bool {
        switch component {
        case .romanHeading: romanHeadingsMayRise
        case .part: partsMayRise
        default: true
        }
    }

    private func mayRise(_ kind: HeadingNumber.Kind) -> Bool {
        structure.text.allSatisfy { index in
            let line = structure.lines[index]
            guard line.spot.table == nil, !line.spot.isInShape, !line.isUpper, !line.isLonger(than: 300),
                HeadingNumber(line.trimmed.beginning(260))?.kind == kind
            else { return true }
            let component = structure.components[index]
            return line.canBecomeUpper && (component == .romanHeading || component == .part)
        }
    }
}
