internal import VietnameseText

extension FormatProfile {
    /// The faults in a number and code (số, ký hiệu), such as `Số: 15/KH-SKHCN`.
    ///
    /// A blank number is that of a draft and right. `type` is the document's own type, nil for a letter (công văn) or where it is unknown;
    /// `agencyCode` is the issuing agency's, where it is known.
    public func findings(inNumber text: String, type: DocumentType? = nil, agencyCode: String? = nil)
        -> [Finding]
    { NumberReading(letters: Letters(text), profile: self, type: type, agencyCode: agencyCode).findings }
}

/// One reading of a number, from left to right.
private struct NumberReading {
    let letters: Letters
    let profile: FormatProfile
    let type: DocumentType?
    let agencyCode: String?

    var findings: [Finding] {
        let whole = letters.trimmed
        let label = whole.lowerBound..<min(whole.lowerBound + 2, whole.upperBound)
        guard Normalization.nfc(letters[label]).lowercased() == "số" else { return [malformed(whole)] }
        var found: [Finding] = []
        let numberStart = letters.end(from: label.upperBound) { $0.isBlank || $0 == ":" }
        found += labelFindings(label.lowerBound..<numberStart)
        let digits = numberStart..<letters.end(from: numberStart) { $0.isDigit }
        // Dots or an ellipsis keep the place of a draft's number.
        let slot = letters.end(from: digits.upperBound) { $0 == "." || $0 == "…" || $0 == "_" }
        found += digitFindings(digits)
        found += codeFindings(slot..<whole.upperBound, digits: digits)
        return found
    }

    private func malformed(_ range: Range<Int>) -> Finding {
        letters.finding(
            .numberMalformed, at: range,
            right: profile.number.colon == .written ? "Số: 15/KH-SKHCN, Số: 12/UBND-VX" : "Số 15-BC/TU",
            en: profile.number.colon == .written ? "Số: 15/KH-SKHCN, Số: 12/UBND-VX" : "Số 15-BC/TU")
    }

    private func labelFindings(_ range: Range<Int>) -> [Finding] {
        let written = letters[range]
        let isDraft = letters[range.upperBound]?.isDigit != true
        switch profile.number.colon {
        case .written:
            let rest = written.dropFirst(2)
            let isRight =
                written.hasPrefix("Số:") && rest.first == ":" && rest.dropFirst().allSatisfy { $0 == " " }
                && (rest.count == 2 || isDraft)
            return isRight ? [] : [letters.finding(.numberColon, at: range, correction: "Số: ")]
        case .absent:
            if written.contains(":") {
                return [letters.finding(.partyNumberColon, at: range, correction: "Số ")]
            }
            let isRight = written == "Số " || (isDraft && written.hasPrefix("Số"))
            return isRight ? [] : [letters.finding(.numberSpaces, at: range, correction: "Số ")]
        }
    }

    private func digitFindings(_ range: Range<Int>) -> [Finding] {
        let digits = letters[range]
        let value = digits.drop { $0 == "0" }
        guard !digits.isEmpty, !value.isEmpty else { return [] }
        let right = value.count == 1 ? "0\(value)" : String(value)
        guard digits != right else { return [] }
        let rule: RuleCode = digits.count < right.count ? .numberUnpadded : .numberOverpadded
        return [letters.finding(rule, at: range, correction: right)]
    }

    private func codeFindings(_ range: Range<Int>, digits: Range<Int>) -> [Finding] {
        let code = letters[range]
        var found: [Finding] = []
        let (first, second) = (profile.number.afterNumber, profile.number.betweenGroups)
        let groups = groups(in: range)
        guard !groups.isEmpty else { return [malformed(range.isEmpty ? digits : range)] }
        var names = groups.map { letters[$0] }
        var separators = code.filter { $0 == "/" || $0 == "-" || $0 == "–" }
        // A year right after the number is the mark of legal rule-making.
        if names.count > 1, names[0].count == 4, names[0].allSatisfy(\.isNumber) {
            found.append(
                letters.finding(
                    .numberYear, at: groups[0], right: "không ghi năm, trừ văn bản quy phạm pháp luật",
                    en: "no year, but in legal rule-making"))
            names.removeFirst()
            separators.removeFirst()
        }
        let isParty = profile.number.colon == .absent
        let expected = expectedSeparators(count: names.count)
        if code.contains(where: { $0 == " " || $0 == "\t" }) {
            let compact = code.filter { $0 != " " && $0 != "\t" }
            found.append(letters.finding(.numberSpaces, at: range, correction: compact))
        } else if separators != expected, separators.count == expected.count {
            var right = ""
            for (separator, name) in zip(expected, names) { right += "\(separator)\(name)" }
            if found.isEmpty { found.append(letters.finding(.numberSeparator, at: range, correction: right)) }
        } else if separators.count != expected.count || separators.first != first {
            return found + [malformed(range)]
        }
        let lead = groups[groups.count - names.count]
        found += typeFindings(names, lead: lead)
        if !isParty, names.count < 2 { found.append(malformed(range)) }
        if isParty, names.count < 2 { found.append(missingLetterType(lead)) }
        found += caseFindings(groups.suffix(names.count).map { $0 })
        let codes = isParty ? Array(names.dropFirst()) : names
        let agencies = codes.flatMap { $0.split(separator: second).map(String.init) }
        if let agencyCode, !agencies.isEmpty, !agencies.contains(agencyCode) {
            found.append(
                letters.finding(
                    .agencyCode, at: groups[groups.count - 1],
                    right: "ký hiệu của cơ quan ban hành: \(agencyCode)",
                    en: "the issuing agency's code: \(agencyCode)"))
        }
        return found
    }

    private func missingLetterType(_ range: Range<Int>) -> Finding {
        letters.finding(.letterTypeMissing, at: range, right: "Số 15-CV/TU", en: "Số 15-CV/TU")
    }

    private func expectedSeparators(count: Int) -> String {
        guard count > 0 else { return "" }
        if profile.number.colon == .written { return "/" + String(repeating: "-", count: count - 1) }
        // Party: type after a hyphen, then the body after a slash; joint documents join bodies by hyphens.
        return count == 1 ? "-" : "-/" + String(repeating: "-", count: count - 2)
    }

    /// The letter groups between the separators.
    private func groups(in range: Range<Int>) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let start = letters.end(from: place) { $0 == "/" || $0 == "-" || $0 == "–" || $0.isBlank }
            let end = letters.end(from: start) { $0 != "/" && $0 != "-" && $0 != "–" && !$0.isBlank }
            if start < end { groups.append(start..<end) }
            place = max(end, place + 1)
        }
        return groups
    }

    private func typeFindings(_ names: [String], lead: Range<Int>) -> [Finding] {
        guard let first = names.first else { return [] }
        if profile.number.letterType == nil, first.uppercased() == "CV" {
            return [
                letters.finding(
                    .letterTypeCode, at: lead, right: "bỏ CV: cơ quan-đơn vị soạn thảo, như 12/UBND-VX",
                    en: "no CV: agency-unit, such as 12/UBND-VX")
            ]
        }
        if profile.number.copyTypes.contains(first) { return [] }
        if let type {
            guard first != type.abbreviation else { return [] }
            return [letters.finding(.typeAbbreviation, at: lead, correction: type.abbreviation)]
        }
        if profile.documentType(abbreviated: first) != nil { return [] }
        // Known but for the case of its letters.
        if let known = profile.documentTypes.first(where: {
            $0.abbreviation.uppercased() == first.uppercased()
        }) {
            return [letters.finding(.typeAbbreviation, at: lead, correction: known.abbreviation)]
        }
        return []
    }

    private func caseFindings(_ groups: [Range<Int>]) -> [Finding] {
        groups.enumerated().compactMap { index, range in
            let name = letters[range]
            let isType =
                index == 0
                && (profile.documentTypes.contains { $0.abbreviation.uppercased() == name.uppercased() }
                    || profile.number.copyTypes.contains(name) || type != nil)
            guard !isType, name.contains(where: \.isLowercase), !name.contains("{") else { return nil }
            return letters.finding(.codeCase, at: range, correction: name.uppercased())
        }
    }
}
