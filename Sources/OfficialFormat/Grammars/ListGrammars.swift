internal import VietnameseText

extension FormatProfile {
    /// The faults in each of the paragraphs that name addressees (kính gửi), the one with the label first.
    ///
    /// A single paragraph names one addressee on the label's line.
    public func findings(inAddressees lines: [String]) -> [[Finding]] {
        guard let first = lines.first else { return [] }
        let letters = Letters(first)
        let whole = letters.trimmed
        let labelEnd = labelEnd(in: letters)
        let nameStart = letters.end(from: labelEnd) { $0.isBlank || $0 == ":" }
        var found: [Finding] = []
        if !letters[labelEnd..<nameStart].contains(":") {
            let correction = lines.count == 1 && nameStart < whole.upperBound ? ": " : ":"
            found.append(letters.finding(.addresseeColon, at: labelEnd..<nameStart, correction: correction))
        }
        let name = nameStart..<max(nameStart, whole.upperBound)
        if lines.count == 1, !name.isEmpty {
            // Dots that fill a slot are no full stop.
            let isSlot = letters[name.upperBound - 2].map { ".…_".unicodeScalars.contains($0) } ?? false
            if let last = letters[name.upperBound - 1], last == "." || last == ";" || last == ",", !isSlot {
                found.append(
                    letters.finding(.addresseeEnd, at: name.upperBound - 1..<name.upperBound, correction: ""))
            }
            if severalBodies(letters[name]) {
                found.append(
                    letters.finding(
                        .addresseesOneLine, at: name, right: "mỗi nơi một dòng, có gạch đầu dòng",
                        en: "each on a line of its own, with a dash"))
            }
        }
        let items = Array(lines.dropFirst())
        let label = name.isEmpty || items.isEmpty ? [] : [oneLine(letters, name)]
        return [found + label]
            + items.enumerated().map { index, line in
                itemFindings(
                    line, end: index == items.count - 1 ? "." : ";", dash: .addresseesDash,
                    separator: .addresseesSeparator)
            }
    }

    /// Behind "Kính gửi", or the "Kính trình" of the Party's submissions.
    private func labelEnd(in letters: Letters) -> Int {
        let whole = letters.trimmed
        let start = Normalization.folded(letters[whole].uppercased())
        let label =
            ["KÍNH TRÌNH", "KÍNH GỬI"].first { start.hasPrefix(Normalization.folded($0)) } ?? "Kính gửi"
        return min(whole.lowerBound + label.unicodeScalars.count, whole.upperBound)
    }

    private func oneLine(_ letters: Letters, _ range: Range<Int>) -> Finding {
        letters.finding(
            .addresseesOneLine, at: range, right: "xuống dòng sau dấu hai chấm",
            en: "a new line after the colon")
    }

    /// Whether a name names two bodies: each begins with a word of its own kind.
    private func severalBodies(_ name: String) -> Bool {
        let kinds = [
            "Bộ ", "Sở ", "Ban ", "UBND ", "Ủy ban ", "Văn phòng ", "Phòng ", "Cục ", "Hội đồng ", "Công an ",
        ]
        let parts = name.split { $0 == "," || $0 == ";" }.map { $0.drop { $0 == " " || $0 == "-" } }
        return parts.count > 1 && parts.allSatisfy { part in kinds.contains { part.hasPrefix($0) } }
    }

    /// The faults in each of the paragraphs under "Nơi nhận:".
    public func findings(inRecipients lines: [String]) -> [[Finding]] {
        let fileLine = lines.lastIndex { isFileLine($0) }
        var all = lines.enumerated().map { index, line in
            var found = itemFindings(
                line, end: index == lines.count - 1 ? recipients.lastEnd : recipients.betweenItems,
                dash: .recipientDash, separator: .recipientEnd)
            if index == fileLine { found += fileLineFindings(line) }
            // The file line is still to follow, so that what is last now ends as any other item.
            let letters = Letters(line)
            if fileLine == nil, letters[letters.trimmed].last == recipients.betweenItems {
                found.removeAll { $0.rule == .recipientEnd }
            }
            return found
        }
        guard let last = lines.indices.last else { return [] }
        let letters = Letters(lines[last])
        if let fileLine {
            if fileLine != last {
                let letters = Letters(lines[fileLine])
                all[fileLine].append(
                    letters.finding(
                        .fileLineLast, at: letters.trimmed, right: "đặt dòng Lưu ở cuối",
                        en: "put the file line last"))
            }
        } else {
            all[last].append(
                letters.finding(
                    .fileLineMissing, at: letters.trimmed, right: "thêm dòng - \(recipients.fileLine)…",
                    en: "add the line - \(recipients.fileLine)…"))
        }
        return all
    }

    /// The faults between addressees and recipients: `Như trên` is the first item exactly when there are addressees.
    public func findings(inFirstRecipient line: String, hasAddressees: Bool) -> [Finding] {
        let letters = Letters(line)
        let item = letters[letters.trimmed].drop { $0 == "-" || $0 == " " }
        let isAbove = item.hasPrefix(recipients.asAbove)
        if hasAddressees, !isAbove {
            return [
                letters.finding(
                    .asAboveMissing, at: letters.trimmed.lowerBound..<letters.trimmed.lowerBound,
                    right: "- Như trên;", en: "- Như trên;")
            ]
        }
        guard !hasAddressees, isAbove else { return [] }
        return [
            letters.finding(
                .asAboveUnexpected, at: letters.trimmed, right: "văn bản không có Kính gửi",
                en: "there are no addressees above")
        ]
    }

    private func isFileLine(_ line: String) -> Bool {
        let item = line.drop { $0 == "-" || $0 == " " || $0 == "\t" || $0 == "•" }
        return item.hasPrefix("Lưu ") || item.hasPrefix("Lưu:")
    }

    private func fileLineFindings(_ line: String) -> [Finding] {
        let letters = Letters(line)
        guard let word = letters.words.first(where: { Normalization.nfc($0.text) == "Lưu" }) else {
            return []
        }
        let start = word.range.upperBound
        let rest = letters.end(from: start) { $0.isBlank || $0 == ":" }
        let isOffice = letters[rest..<min(rest + 2, letters.count)] == "VT"
        if number.colon == .written {
            guard letters[start..<rest] != ": " || !isOffice else { return [] }
            if !isOffice {
                return [
                    letters.finding(
                        .fileLineForm, at: start..<rest, right: "Lưu: VT, …", en: "Lưu: VT, …",
                        correction: ": VT, ")
                ]
            }
            return [letters.finding(.fileLineForm, at: start..<rest, correction: ": ")]
        }
        guard letters[start..<rest].contains(":") || isOffice else { return [] }
        return [
            letters.finding(
                .partyFileLine, at: start..<rest, right: "Lưu Văn phòng …, không có dấu hai chấm",
                en: "Lưu Văn phòng …, without a colon", correction: isOffice ? nil : " ")
        ]
    }

    private func itemFindings(_ line: String, end: Character, dash: RuleCode, separator: RuleCode)
        -> [Finding]
    {
        let letters = Letters(line)
        let whole = letters.trimmed
        guard !whole.isEmpty else { return [] }
        var found: [Finding] = []
        let start = letters.end(from: whole.lowerBound) { "-–—•*+".unicodeScalars.contains($0) || $0.isBlank }
        if letters[whole.lowerBound..<start] != "- ", letters[whole.lowerBound..<start] != "-" {
            found.append(letters.finding(dash, at: whole.lowerBound..<start, correction: "- "))
        }
        // A remark in brackets may end the item's words; what is wrong is the mark after them.
        var mark = whole.upperBound
        while mark > start, let last = letters[mark - 1], ".;,:/".unicodeScalars.contains(last) { mark -= 1 }
        if letters[mark..<whole.upperBound] != String(end) {
            found.append(letters.finding(separator, at: mark..<whole.upperBound, correction: String(end)))
        }
        return found
    }
}
