internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let misspeltAbbreviations = document([.abbreviationMisspelt]) {
        $0.checkMisspeltAbbreviations(&$1)
    }
}

extension Rule {
    static let abbreviationMisspelt = Rule(
        "format.abbreviation-misspelt", "X02", .warning, .byHand, .custom,
        "Chữ viết tắt gõ đảo hay lặp chữ cái. Chỉ báo khi chữ đúng có từ ba chỗ trong chính văn bản ấy.",
        en:
            "An abbreviation with letters swapped or struck twice. Told only where the right one stands three times in the document itself.",
        right: "UBND", wrong: "UNBD, UBNN")
}

extension CheckContext {
    /// Abbreviations that every office knows, beside what fingers make of them.
    func checkMisspeltAbbreviations(_ log: inout FindingLog) {
        var counts: [String: Int] = [:]
        var odd: [(word: String, meant: String, line: Int)] = []
        for index in lines.indices where lines[index].text.hasCapitalsInRow && !lines[index].hasTags {
            for word in MisspeltAbbreviations.words(in: lines[index].text) {
                if MisspeltAbbreviations.right.contains(word) {
                    counts[word, default: 0] += 1
                } else if let meant = MisspeltAbbreviations.meant(by: word) {
                    odd.append((word, meant, index))
                }
            }
        }
        for (word, meant, line) in odd where counts[meant] ?? 0 >= MisspeltAbbreviations.usualCount {
            log.add(
                .abbreviationMisspelt, structure.components[line], lines[line],
                found: Wording("“\(word)”, chỗ khác “\(meant)”", en: "“\(word)”, elsewhere “\(meant)”"),
                right: Wording(meant, en: meant))
        }
    }
}

enum MisspeltAbbreviations {
    /// So many show that the document knows the right one.
    static let usualCount = 3

    /// Names of bodies and schools of which no swapped or doubled letter makes another abbreviation.
    static let right: Set<String> = [
        "UBND", "HĐND", "MTTQ", "UBMTTQ", "ĐBQH", "BHXH", "TNCS", "THCS", "THPT", "LĐTBXH", "VHTTDL",
        "NNPTNT",
    ]

    /// The words of four to seven capitals.
    static func words(in text: String) -> [String] {
        let scalars = text.unicodeScalars
        var words: [String] = []
        var (start, count, areCapitals) = (scalars.startIndex, 0, true)
        func add(before end: String.Index) {
            if areCapitals, (4...7).contains(count) {
                words.append(Normalization.nfc(String(scalars[start..<end])))
            }
        }
        for place in scalars.indices {
            guard scalars[place].isLetter else {
                add(before: place)
                (count, areCapitals) = (0, true)
                continue
            }
            if count == 0 { start = place }
            count += 1
            if areCapitals, !scalars[place].isUpper { areCapitals = false }
        }
        add(before: scalars.endIndex)
        return words
    }

    /// The abbreviation that two neighbouring letters were swapped in, or one letter struck instead of its neighbour; nil for any other word.
    static func meant(by word: String) -> String? { slips[word] }

    private static let slips: [String: String] = {
        var slips: [String: String] = [:]
        for word in right {
            let letters = Array(word)
            for place in letters.indices.dropLast() {
                for pair in [
                    [letters[place + 1], letters[place]], [letters[place], letters[place]],
                    [letters[place + 1], letters[place + 1]],
                ] {
                    let slip = String(letters[..<place] + pair + letters[(place + 2)...])
                    if !right.contains(slip) { slips[slip] = word }
                }
            }
        }
        return slips
    }()
}
