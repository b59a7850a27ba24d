internal import VietnameseText

extension FormatProfile {
    /// The faults in the subject (trích yếu) of a named document.
    public func findings(inSubject text: String) -> [Finding] {
        let letters = Letters(text)
        let whole = letters.trimmed
        guard !whole.isEmpty else { return [] }
        var found: [Finding] = []
        if number.colon == .written, letters[whole].uppercased().hasPrefix("V/V") {
            let prefix = whole.lowerBound..<whole.lowerBound + 3
            found.append(letters.finding(.subjectPrefix, at: prefix, right: "Về việc", en: "Về việc"))
        }
        // A line that ends in dots is a slot of a form.
        if letters[whole.upperBound - 1] == ".",
            letters[whole.upperBound - 2].map({ ".…".unicodeScalars.contains($0) }) != true
        {
            found.append(
                letters.finding(
                    .subjectFullStop, at: whole.upperBound - 1..<whole.upperBound, right: "không có dấu chấm",
                    en: "no full stop", correction: ""))
        }
        return found
    }

    /// The faults in how the subject of a letter (công văn) begins: `V/v`, in the Party's `về việc`.
    public func findings(inLetterSubject text: String) -> [Finding] {
        let letters = Letters(text)
        let whole = letters.trimmed
        let written = Normalization.nfc(letters[whole])
        let (right, wrong, code): (String, [String], RuleCode) =
            number.colon == .written
            ? ("V/v", ["Về việc", "về việc", "v/v", "V/V"], .letterSubjectPrefix)
            : ("về việc", ["V/v", "v/v", "V/V", "Về việc"], .partyLetterSubject)
        guard let prefix = wrong.first(where: { written.hasPrefix($0 + " ") }) else { return [] }
        let range = whole.lowerBound..<whole.lowerBound + prefix.unicodeScalars.count
        return [letters.finding(code, at: range, correction: right)]
    }

    /// The faults in the numbers of appendices, given each one's label (`Phụ lục II`) in order.
    ///
    /// One appendix has no number; several have Roman ones from I.
    public func findings(inAppendixLabels labels: [String]) -> [[Finding]] {
        labels.enumerated().map { index, label in
            let letters = Letters(label)
            let whole = letters.trimmed
            let word = min(whole.lowerBound + "Phụ lục".unicodeScalars.count, whole.upperBound)
            guard Normalization.nfc(letters[whole.lowerBound..<word]).lowercased() == "phụ lục" else {
                return []
            }
            let written = letters[word..<whole.upperBound]
            // A title on the label's line is for a person to part.
            let number = written.drop { $0 == " " }
            guard number.isEmpty || Int(number) != nil || RomanNumeral.number(of: number) != nil else {
                guard number.contains(where: { ":.-–—".contains($0) }) else { return [] }
                return [
                    letters.finding(
                        .appendixLabelLook, at: whole,
                        right: "“Phụ lục” và số thứ tự một dòng, tiêu đề ở dòng dưới",
                        en: "“Phụ lục” and its number on one line, the title on the next")
                ]
            }
            let right = labels.count == 1 ? "" : " \(RomanNumeral.text(of: index + 1) ?? "")"
            guard written != right else { return [] }
            return [letters.finding(.appendixNumber, at: word..<whole.upperBound, correction: right)]
        }
    }

    /// The faults in the line under an appendix's title: brackets around `Kèm theo …`.
    public func findings(inAppendixReference text: String) -> [Finding] {
        let letters = Letters(text)
        let whole = letters.trimmed
        let inner = letters[whole].filter { $0 != "(" && $0 != ")" }
        let right = "(\(LetterCase.firstLetterUpper(inner)))"
        guard inner.lowercased().hasPrefix("kèm theo"), letters[whole] != right else { return [] }
        return [letters.finding(.appendixReferenceForm, at: whole, correction: right)]
    }
}
