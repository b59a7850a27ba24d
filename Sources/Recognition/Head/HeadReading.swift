internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// The head: nation's or Party's title, agency, number and date, type and subject.
extension RecognisedDocument {
    /// So far down a head reaches at most.
    private static let reach = 80
    /// So many lines of letters stand before the title at most: the agency's side of the head, a note of a form.
    private static let titleReach = 16

    package func typeName(of line: TextLine) -> String? {
        HeadWords.typeName(line) ?? (ownTypes.isEmpty ? nil : ownTypes[line.opening])
    }

    mutating func findHead() {
        let start = headStart()
        let near = start..<min(lines.count, start + Self.reach)
        let title = findTitles(in: near)
        let type = near.first { index in
            let line = lines[index]
            return line.spot.columns == 1 && !line.spot.isInShape && typeName(of: line) != nil
                && index > (title ?? -1)
        }
        let letter = near.first { index in
            // In a table further down it is a column of some list.
            let isNear =
                title.map {
                    abs(lines[index].spot.block - lines[$0].spot.block)
                        <= (lines[$0].spot.table == nil ? 9 : 3)
                } ?? (index < start + 12)
            return HeadWords.isLetterSubject(lines[index]) && index < (type ?? .max) && isNear
        }
        guard let end = headEnd(title: title, type: type, letter: letter, near) else { return }
        head = start..<end
        markStamps()
        findNumberAndDate()
        if let letter {
            set(.letterSubject, at: letter)
            isLetter = type == nil
            continueLetterSubject(after: letter)
        }
        findAgency(title: title)
        if let type {
            set(.documentType, at: type)
            typeName = typeName(of: lines[type])
            findSubject(after: type)
        }
    }

    /// The first line, or behind a cover and a table of contents the first of the page that begins with the title.
    private func headStart() -> Int {
        let beginning = lines.indices.lazy.filter { !lines[$0].isBlank }.prefix(Self.titleReach)
        let isTold = beginning.contains { index in
            let line = lines[index]
            return HeadWords.isNationalTitle(line) || HeadWords.isPartyTitle(line) || HeadWords.isMotto(line)
                || HeadWords.isNumber(line) || HeadWords.isDate(line) || HeadWords.isAddressee(line)
        }
        guard !isTold else { return 0 }
        let title = lines.indices.prefix(Self.coverReach).first {
            HeadWords.isNationalTitle(lines[$0]) || HeadWords.isPartyTitle(lines[$0])
        }
        guard let title else { return 0 }
        let start = lines[title].spot.table.flatMap { table in
            lines[..<title].lastIndex { $0.spot.table != table }.map { $0 + 1 }
        }
        let top = start ?? title
        guard let above = lines[..<top].lastIndex(where: { !$0.isBlank }),
            breaksPage(after: above, before: top)
        else { return 0 }
        let near = top..<min(lines.count, top + Self.titleReach * 2)
        let hasNumber = near.contains { HeadWords.isNumber(lines[$0]) || HeadWords.isDate(lines[$0]) }
        return hasNumber ? top : 0
    }

    /// Covers and tables of contents are no longer.
    private static let coverReach = 400

    /// A title further down is that of a sample the text shows.
    private mutating func findTitles(in near: Range<Int>) -> Int? {
        let letters = near.filter { !lines[$0].isBlank }
        let title = letters.prefix(Self.titleReach).first {
            HeadWords.isNationalTitle(lines[$0]) || HeadWords.isPartyTitle(lines[$0])
        }
        if let title { set(HeadWords.isPartyTitle(lines[title]) ? .partyTitle : .nationalTitle, at: title) }
        if let motto = letters.prefix(Self.titleReach + 2).first(where: { HeadWords.isMotto(lines[$0]) }) {
            set(.motto, at: motto)
        }
        return title
    }

    private func headEnd(title: Int?, type: Int?, letter: Int?, _ near: Range<Int>) -> Int? {
        if let type { return type + 1 }
        let lastOfTable = title.flatMap { title in
            lines[title].spot.table.flatMap { table in lines.lastIndex { $0.spot.table == table } }
        }
        let start = near.first { HeadWords.isAddressee(lines[$0]) || HeadWords.isBasis(lines[$0]) }
        if let letter {
            // Number and date may stand in a table of their own below that of the titles.
            let ownTable = lines[letter].spot.table.flatMap { table in
                lines.lastIndex { $0.spot.table == table }
            }
            return max(letter, lastOfTable ?? 0, ownTable ?? 0) + 1
        }
        if let lastOfTable {
            let date = near.prefix { $0 < (start ?? .max) }.first { HeadWords.isDate(lines[$0]) }
            return max(lastOfTable, date ?? 0) + 1
        }
        guard let title else { return bareHeadEnd(near.prefix { $0 < (start ?? .max) }) }
        if let start { return start }
        let last = near.last { index in
            lines[index].spot.isCut || HeadWords.isDate(lines[index]) || HeadWords.isMotto(lines[index])
        }
        return last.map { max($0, title) + 1 } ?? title + 1
    }

    /// Where neither title nor type stands, two of motto, number and date make a head.
    private func bareHeadEnd(_ near: Range<Int>) -> Int? {
        let letters = near.filter { !lines[$0].isBlank }.prefix(Self.titleReach)
        let kinds: [(TextLine) -> Bool] = [HeadWords.isMotto, HeadWords.isNumber, HeadWords.isDate]
        let found = kinds.compactMap { kind in letters.first { kind(lines[$0]) } }
        return found.count > 1 ? found.max().map { $0 + 1 } : nil
    }

    private mutating func markStamps() {
        for index in head where components[index] == nil {
            if HeadWords.isStamp(lines[index]) {
                marks[index] = .stamp
            } else if lines[index].isTypedLine {
                marks[index] = .typedLine
            }
        }
    }

    private mutating func findNumberAndDate() {
        for index in head where components[index] == nil && marks[index] == nil {
            if first(.numberAndCode) == nil, HeadWords.isNumber(lines[index]) {
                set(.numberAndCode, at: index)
            } else if first(.placeAndDate) == nil, HeadWords.isDate(lines[index]) {
                set(.placeAndDate, at: index)
            }
        }
    }

    private mutating func continueLetterSubject(after letter: Int) {
        var index = letter + 1
        let isFree = lines[letter].spot.table == nil
        while index < (isFree ? lines.count : head.upperBound), goesOn(index, from: letter),
            !lines[index].isBlank, !lines[index].isTypedLine, components[index] == nil, marks[index] == nil
        {
            set(.letterSubject, at: index)
            index += 1
        }
        head = head.lowerBound..<max(head.upperBound, index)
    }

    private func goesOn(_ index: Int, from letter: Int) -> Bool {
        guard lines[letter].spot.table == nil, !lines[letter].spot.isCut else {
            return isBeside(index, letter)
        }
        // Without columns a short line of the same look goes on.
        let line = lines[index]
        return line.spot.table == nil && !line.spot.isCut && index < letter + 4 && !line.isLonger(than: 60)
            && !HeadWords.isAddressee(line) && !HeadWords.isDate(line) && !line.isNumberedHeading
            && line.looks.first?.size == lines[letter].looks.first?.size
            && line.paragraph.format.alignment == lines[letter].paragraph.format.alignment
    }

    /// Whether a line stands in the same cell, or the same column of what tabs divide.
    private func isBeside(_ index: Int, _ other: Int) -> Bool {
        let (a, b) = (lines[index].spot, lines[other].spot)
        return a == b && a.table != nil || a.isCut && b.isCut && a.cell == b.cell
    }

    // MARK: Subject

    private mutating func findSubject(after type: Int) {
        var index = type + 1
        var found: [Int] = []
        while index < lines.count, index < type + 10 {
            let line = lines[index]
            defer { index += 1 }
            if line.isBlank {
                if !found.isEmpty, !line.paragraph.lines.isEmpty { break }
                continue
            }
            guard line.spot.columns == 1, !line.spot.isInShape else { break }
            if line.isTypedLine {
                if line.trimmed.allSatisfy({ $0 == "-" }) { set(.hyphens, at: index) }
                break
            }
            if line.trimmed.hasPrefix("("), !found.isEmpty {
                if !FootWords.isAppendixReference(line) { marks[index] = .subjectNote }
                break
            }
            guard found.count < 6, !beginsText(line), goesOn(line, from: found, type: type) else { break }
            set(.subject, at: index)
            found.append(index)
        }
        if let last = found.last { head = head.lowerBound..<last + 1 }
    }

    private func beginsText(_ line: TextLine) -> Bool {
        HeadWords.isAddressee(line) || HeadWords.isTelegraphing(line) || HeadWords.isBasis(line)
            || line.isNumberedHeading
    }

    private func goesOn(_ line: TextLine, from found: [Int], type: Int) -> Bool {
        guard let previous = found.last.map({ lines[$0] }) else {
            // A sentence across the page is text, unless it is set as a title is.
            let isSentence = line.isLonger(than: 120) && !line.isCentred && !line.isBold
            return !line.isLonger(than: 400) && !isSentence
        }
        guard line.looks.first?.size == previous.looks.first?.size else { return false }
        // The issuer's title of a decision stands in capitals under the subject.
        if line.isUpper, !previous.isUpper || HeadWords.isIssuerTitle(line) { return false }
        guard line.isBold || !previous.isBold else { return false }
        return line.isCentred && (line.isBold || previous.isCentred)
    }
}
