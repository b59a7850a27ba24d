internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// One reading of a number, from left to right.
struct NumberReading {
    let letters: TextScalars
    let profile: FormatProfile
    let type: DocumentType?
    let agencyCode: String?

    var faults: [TextFault] {
        let whole = letters.trimmed
        let label = whole.lowerBound..<min(whole.lowerBound + 2, whole.upperBound)
        guard Normalization.nfc(letters[label]).lowercased() == "số" else { return [malformed(whole)] }
        var found: [TextFault] = []
        let numberStart = letters.end(from: label.upperBound) { $0.isBlank || $0 == ":" }
        found += labelFaults(label.lowerBound..<numberStart)
        let digits = numberStart..<letters.end(from: numberStart) { $0.isDigit }
        found += digitFaults(digits)
        guard digits.isEmpty else {
            return found + codeFaults(digits.upperBound..<whole.upperBound, digits: digits)
        }
        let slot = slotEnd(from: numberStart)
        // Where the number is not known yet, its code or the end of it need not be either.
        let code = letters[slot..<whole.upperBound]
        guard code.last.map({ !"/-–.…_".contains($0) }) == true else { return found }
        return found + codeFaults(slot..<whole.upperBound, digits: digits)
    }

    /// Dots, an ellipsis or `xx` keep the place of a draft's number, with the blanks behind them.
    private func slotEnd(from start: Int) -> Int {
        let dots = letters.end(from: start) { $0 == "." || $0 == "…" || $0 == "_" }
        if dots > start { return letters.end(from: dots) { $0.isBlank } }
        let signs = letters.end(from: start) { $0 == "x" || $0 == "X" }
        return letters[signs] == "/" || letters[signs] == "-" ? signs : start
    }

    private func malformed(_ range: Range<Int>) -> TextFault {
        letters.fault(
            .numberMalformed, at: range,
            right: profile.number.colon == .written ? "Số: 15/KH-SKHCN, Số: 12/UBND-VX" : "Số 15-BC/TU",
            en: profile.number.colon == .written ? "Số: 15/KH-SKHCN, Số: 12/UBND-VX" : "Số 15-BC/TU")
    }

    private func labelFaults(_ range: Range<Int>) -> [TextFault] {
        let written = letters[range]
        let isDraft = letters[range.upperBound]?.isDigit != true
        // Blanks of a draft keep room for the number, so that the colon alone comes or goes.
        let label = range.lowerBound..<min(range.lowerBound + 2, range.upperBound)
        let colon = range.first { letters.scalars[$0] == ":" }
        let keepsRoom = isDraft && range.count > 3
        switch profile.number.colon {
        case .written:
            let rest = written.dropFirst(2)
            let isRight =
                written.hasPrefix("Số:") && rest.first == ":"
                && rest.dropFirst().allSatisfy { $0 == " " || isDraft && $0.isWhitespace }
                && (rest.count == 2 || isDraft)
            guard !isRight else { return [] }
            guard keepsRoom else { return [letters.fault(.numberColon, at: range, correction: "Số: ")] }
            return [
                letters.fault(
                    .numberColon, at: label.lowerBound..<(colon.map { $0 + 1 } ?? label.upperBound),
                    correction: "Số:")
            ]
        case .absent:
            if written.contains(":") {
                return [
                    keepsRoom
                        ? letters.partyColonFault(
                            at: label.lowerBound..<(colon ?? label.upperBound - 1) + 1, "Số")
                        : letters.partyColonFault(at: range, "Số ")
                ]
            }
            let isRight = written == "Số " || (isDraft && written.hasPrefix("Số"))
            return isRight ? [] : [spacesFault(at: range, correction: "Số ")]
        }
    }

    private func spacesFault(at range: Range<Int>, correction: String) -> TextFault {
        // Blanks at the ends do not show when the letters are quoted.
        let isSame = TextLine.trimmed(letters[range]) == TextLine.trimmed(correction)
        let told = Wording("có dấu cách sát dấu “/” hoặc “-”", en: "a space beside “/” or “-”")
        return letters.fault(.numberSpaces, at: range, told: isSame ? told : nil, correction: correction)
    }

    private func digitFaults(_ range: Range<Int>) -> [TextFault] {
        let digits = letters[range]
        let value = digits.drop { $0 == "0" }
        guard !digits.isEmpty, !value.isEmpty else { return [] }
        let right = value.count == 1 ? "0\(value)" : String(value)
        guard digits != right else { return [] }
        let broken: Rule = digits.count < right.count ? .numberUnpadded : .numberOverpadded
        return [letters.fault(broken, at: range, correction: right)]
    }

    private func codeFaults(_ range: Range<Int>, digits: Range<Int>) -> [TextFault] {
        let code = letters[range]
        var found: [TextFault] = []
        let (first, second) = (profile.number.afterNumber, profile.number.betweenGroups)
        let groups = groups(in: range)
        guard !groups.isEmpty else { return [malformed(range.isEmpty ? digits : range)] }
        var names = groups.map { letters[$0] }
        var separators = code.filter { $0 == "/" || $0 == "-" || $0 == "–" }
        // A year right after the number is the mark of legal rule-making.
        if names.count > 1, names[0].count == 4, names[0].allSatisfy(\.isNumber) {
            found.append(
                letters.fault(
                    .numberYear, at: groups[0], right: "không ghi năm, trừ văn bản quy phạm pháp luật",
                    en: "no year, but in legal rule-making"))
            names.removeFirst()
            separators.removeFirst()
        }
        let isParty = profile.number.colon == .absent
        let expected = expectedSeparators(count: names.count)
        if code.contains(where: { $0 == " " || $0 == "\t" }) {
            let compact = code.filter { $0 != " " && $0 != "\t" }.replacing("–", with: "-")
            found.append(spacesFault(at: range, correction: compact))
        } else if separators != expected, separators.count == expected.count {
            var right = ""
            for (separator, name) in zip(expected, names) { right += "\(separator)\(name)" }
            if found.isEmpty { found.append(letters.fault(.numberSeparator, at: range, correction: right)) }
        } else if separators.count != expected.count || separators.first != first {
            return found + [malformed(range)]
        }
        let lead = groups[groups.count - names.count]
        found += typeFaults(names, lead: lead)
        if !isParty, names.count < 2 { found.append(malformed(range)) }
        if isParty, names.count < 2 { found.append(missingLetterType(lead)) }
        found += caseFaults(groups.suffix(names.count).map { $0 })
        let codes = isParty ? Array(names.dropFirst()) : names
        let agencies = codes.flatMap { $0.split(separator: second).map(String.init) }
        if let agencyCode, !agencies.isEmpty, !agencies.contains(agencyCode) {
            found.append(
                letters.fault(
                    .agencyCode, at: groups[groups.count - 1],
                    right: "ký hiệu của cơ quan ban hành: \(agencyCode)",
                    en: "the issuing agency's code: \(agencyCode)"))
        }
        return found
    }

    private func missingLetterType(_ range: Range<Int>) -> TextFault {
        letters.fault(.letterTypeMissing, at: range, right: "Số 15-CV/TU", en: "Số 15-CV/TU")
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

    private func typeFaults(_ names: [String], lead: Range<Int>) -> [TextFault] {
        guard let first = names.first else { return [] }
        if profile.number.letterType == nil, first.uppercased() == "CV" {
            return [
                letters.fault(
                    .letterTypeCode, at: lead, right: "bỏ CV: cơ quan-đơn vị soạn thảo, như 12/UBND-VX",
                    en: "no CV: agency-unit, such as 12/UBND-VX")
            ]
        }
        if profile.number.copyTypes.contains(first) { return [] }
        if let type {
            guard first != type.abbreviation else { return [] }
            let isJoint = IssuedNumber.jointEndings.contains { first == type.abbreviation + $0 }
            if isJoint { return [] }
            let fault = letters.fault(.typeAbbreviation, at: lead, correction: type.abbreviation)
            // Of two types either may be the wrong one, and the number may stand in the register.
            return [first.uppercased() == type.abbreviation.uppercased() ? fault : fault.byHand]
        }
        if profile.documentType(abbreviated: first) != nil { return [] }
        // Known but for the case of its letters.
        if let known = profile.documentTypes.first(where: {
            $0.abbreviation.uppercased() == first.uppercased()
        }) {
            return [letters.fault(.typeAbbreviation, at: lead, correction: known.abbreviation)]
        }
        return []
    }

    private func caseFaults(_ groups: [Range<Int>]) -> [TextFault] {
        groups.enumerated().compactMap { index, range in
            let name = letters[range]
            let isType =
                index == 0
                && (profile.documentTypes.contains { $0.abbreviation.uppercased() == name.uppercased() }
                    || profile.number.copyTypes.contains(name) || type != nil)
            // Small letters behind a further capital are an agency's own way: GDTrH.
            let isOwn = name.dropFirst().contains(where: \.isUppercase)
            guard !isType, !isOwn, name.contains(where: \.isLowercase), !name.contains("{") else {
                return nil
            }
            return letters.fault(.codeCase, at: range, correction: name.uppercased())
        }
    }
}
