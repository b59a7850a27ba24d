internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Whether Vietnamese is typed without marks, or its letters have been lost.
struct LetterLoss {
    /// Lines of three words and more without any mark, and with one.
    private var bare = 0
    private var marked = 0
    /// Words that Vietnamese without marks is told by, apart from other languages.
    private var common = 0
    /// Question marks where a letter stood, and marks of replacement, which a rule tells one by one.
    private var lost = 0
    private var replaced = 0
    private var letters = 0
    /// The same of the body alone: its head may come from a form that has its marks.
    private var body = (bare: 0, marked: 0, words: 0, common: 0)

    private static let reach = 300

    private static let words: Set<String> = [
        "cua", "cac", "nhung", "duoc", "trong", "va", "thuc", "hien", "theo", "ngay", "thang", "nam", "quyet",
        "dinh", "voi", "uy", "ban", "nhan", "dan", "cong", "tac", "phong", "don", "vi", "ke", "hoach", "bao",
        "cao", "chuc", "noi", "dung",
    ]

    init(_ document: RecognisedDocument) {
        for index in document.lines.indices.prefix(Self.reach)
        where !document.lines[index].isBlank && !document.lines[index].hasTags {
            switch document.components[index] {
            // Word processors complete these by themselves.
            case .nationalTitle, .motto, .partyTitle, .recipientsLabel, .signerName: continue
            case nil, .body: add(document.lines[index].trimmed, isBody: true)
            default: add(document.lines[index].trimmed)
            }
        }
    }

    private mutating func add(_ text: String, isBody: Bool = false) {
        let scalars = text.beginning(600).unicodeScalars
        var (hasMark, wasLetter, words, asked) = (false, false, 0, false)
        for scalar in scalars {
            let isLetter = scalar.isLetter
            if isLetter {
                letters += 1
                words += wasLetter ? 0 : 1
                hasMark = hasMark || scalar.value >= 0x80
            }
            wasLetter = isLetter
            asked = asked || scalar == "?"
            replaced += scalar == "\u{FFFD}" ? 1 : 0
        }
        if words >= 3 {
            bare += hasMark ? 0 : 1
            marked += hasMark ? 1 : 0
        }
        if !hasMark {
            let known = scalars.split { !$0.isLetter }.count {
                Self.words.contains(String(of: $0).lowercased())
            }
            common += known
            if isBody, words >= 3 {
                body.bare += 1
                body.words += words
                body.common += known
            }
        } else if isBody, words >= 3 {
            body.marked += 1
        }
        guard asked else { return }
        let laidOut = Array(scalars)
        lost += laidOut.indices.count { Self.isLost($0, laidOut) }
    }

    /// A question mark where only a letter can stand: between letters, or behind a word without a vowel.
    private static func isLost(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[place] == "?", place > 0, scalars[place - 1].isLetter else { return false }
        if place + 1 < scalars.count, scalars[place + 1].isLetter || scalars[place + 1] == "?" { return true }
        var start = place
        while start > 0, scalars[start - 1].isLetter { start -= 1 }
        let word = PlainLetters.folded(String(of: scalars[start..<place]))
        return place - start <= 3 && !word.contains { "aeiouy".contains($0) }
    }

    /// Whether most words of a line have no mark, and many of them are Vietnamese.
    fileprivate static func hasLostMarks(_ text: String) -> Bool {
        var (letters, marked) = (0, 0)
        for scalar in text.unicodeScalars where scalar.isLetter {
            letters += 1
            if scalar.value >= 0x80 { marked += 1 }
        }
        guard letters >= leastLetters, marked * 16 <= letters else { return false }
        let words = text.unicodeScalars.split { !$0.isLetter }
        let bare = words.filter { word in word.allSatisfy { $0.value < 0x80 } }
        guard words.count >= 6, bare.count * 5 >= words.count * 4 else { return false }
        let known = bare.count { Self.words.contains(String($0).lowercased()) }
        return known >= 3 && known * 4 >= bare.count
    }

    private static let leastLetters = 20

    /// Two in a short document, or one in a few hundred letters.
    var isLost: Bool { lost >= 2 && lost * 400 > letters || replaced > 8 && replaced * 20 > letters }

    /// Most lines without a mark, and Vietnamese words among them.
    var isWithoutMarks: Bool { bare >= 3 && bare > marked * 2 && common >= 4 || isBodyWithoutMarks }

    /// No line of the body with a mark, and every third word of it a Vietnamese one.
    private var isBodyWithoutMarks: Bool {
        body.bare >= 2 && body.marked == 0 && body.common >= 6 && body.common * 3 >= body.words
    }
}

extension String {
    /// Whether it is Vietnamese of which most words have lost their marks.
    package var hasLostMarks: Bool { LetterLoss.hasLostMarks(self) }
}
