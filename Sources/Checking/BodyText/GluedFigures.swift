internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let gluedFigures = lines([.gluedFigure]) { line, _ in
        line.isRunning ? GluedFigures.faults(in: line.text) : []
    }
}

extension Rule {
    static let gluedFigure = Rule(
        "format.glued-figure", "B06", .warning, .automatic(.blank), .custom,
        "Giữa số và chữ đứng sau có dấu cách.", en: "A space parts a figure from the word behind it.",
        right: "11 tháng", wrong: "11tháng")
}

/// Figures that a word is glued to.
enum GluedFigures {
    static func faults(in letters: TextScalars) -> [TextFault] {
        var found = packings(in: letters)
        for place in letters.trimmed.dropFirst() {
            let previous = letters.scalars[place - 1]
            guard previous.isDigit || previous == "%", letters.scalars[place].isLetter else { continue }
            let word = place..<letters.end(from: place) { $0.isLetter }
            guard isWord(word, letters), isNumber(before: place, letters) else { continue }
            found.append(
                letters.fault(
                    .gluedFigure, at: place..<place,
                    told: Wording("không cách giữa số và chữ", en: "no space between figure and word"),
                    right: "một dấu cách", en: "a space", correction: " "))
        }
        return found
    }

    /// `24lonx330ml`: how many of what by how much, in one piece with the word for it.
    private static func packings(in letters: TextScalars) -> [TextFault] {
        let measured = letters.text.utf8
        guard
            zip(measured, measured.dropFirst()).contains(where: {
                $0 == UInt8(ascii: "x") && 0x30...0x39 ~= $1
            })
        else { return [] }
        return letters.scalars.indices.split {
            letters.scalars[$0].isBlank || ",;()".unicodeScalars.contains(letters.scalars[$0])
        }.compactMap { word in
            let range = word.startIndex..<word.endIndex
            guard (7...40).contains(range.count), isPacking(letters.scalars[range]) else { return nil }
            return letters.fault(
                .gluedFigure, at: range,
                told: Wording(
                    "số, chữ và dấu nhân dính nhau", en: "figures, words and a sign of multiplication in one"),
                right: "cách nhau", en: "apart")
        }
    }

    /// Figures, a word or none, `x`, figures and a unit; a word must stand before or within.
    private static func isPacking(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let opening = word.prefix(while: \.isLower)
        let count = word.dropFirst(opening.count).prefix(while: \.isDigit)
        let inner = word.dropFirst(opening.count + count.count).prefix(while: \.isLower)
        let rest = word.dropFirst(opening.count + count.count + inner.count)
        let size = rest.prefix(while: \.isDigit)
        let unit = String(String.UnicodeScalarView(rest.dropFirst(size.count)))
        return !count.isEmpty && inner.last == "x" && !size.isEmpty && packedUnits.contains(unit)
            && (opening.count > 1 || inner.count > 2)
    }

    private static let packedUnits: Set<String> = ["ml", "g", "kg", "gr", "gram", "l", "lít"]

    /// A syllable with a Vietnamese mark, longer than a unit is, or a word that is no unit; only its first letter may be a capital.
    private static func isWord(_ word: Range<Int>, _ letters: TextScalars) -> Bool {
        guard word.count > 1, letters.scalars[word].dropFirst().allSatisfy(\.isLower),
            letters[word.upperBound]?.isDigit != true
        else { return false }
        guard letters.scalars[word].contains(where: { $0.value >= 0x80 }) else {
            return plainWords.contains(letters[word])
        }
        return Syllable.isPossible(Normalization.nfc(letters[word]))
    }

    /// `0ca`, `15trang`: words without a Vietnamese mark that no unit is called.
    private static let plainWords: Set<String> = [
        "ca", "con", "trang", "xe", "lon", "chai", "bao", "trong", "theo", "cho", "qua",
    ]

    /// Digits that are a word of their own, with their sign of percent: not in a code such as `A1đ`.
    private static func isNumber(before place: Int, _ letters: TextScalars) -> Bool {
        var start = letters.scalars[place - 1] == "%" ? place - 1 : place
        guard start > 0, letters.scalars[start - 1].isDigit else { return false }
        let figure = start - letters.scalars[..<start].suffix(while: \.isDigit).count
        // `1 lần/1giờ`
        if letters[figure - 1] == "/", letters[figure - 2]?.isLower == true { return true }
        while start > 0,
            letters.scalars[start - 1].isDigit || ".,/".unicodeScalars.contains(letters.scalars[start - 1])
        { start -= 1 }
        // `-13đồng`, `+285đồng`
        let sign = letters[start - 1].map { "+-–".unicodeScalars.contains($0) } == true ? start - 1 : start
        return letters[sign - 1].map { $0.isBlank || $0 == "(" } ?? true
    }
}
