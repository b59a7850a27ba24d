internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Lines that tabs or long runs of blanks divide into columns, as head and foot are often set.
enum LineCutting {
    /// The lines with those of head and foot cut into their columns; most documents have none.
    static func cut(_ lines: [TextLine]) -> [TextLine] {
        guard lines.contains(where: { isCandidate($0) && parts(of: $0).count > 1 }) else { return lines }
        var result: [TextLine] = []
        result.reserveCapacity(lines.count + 16)
        var isRunning = false
        for line in lines {
            guard line.spot.table == nil, !line.spot.isInShape else {
                isRunning = false
                result.append(line)
                continue
            }
            let parts = isCandidate(line) ? parts(of: line) : []
            if parts.count > 1, isColumns(parts, line, after: isRunning) {
                isRunning = true
                result += cut(line, at: parts)
            } else if isRunning, let placed = placed(line) {
                result.append(placed)
            } else {
                isRunning = isRunning && line.isBlank
                result.append(line)
            }
        }
        return result
    }

    private static func isCandidate(_ line: TextLine) -> Bool {
        line.spot.table == nil && !line.spot.isInShape && !line.hasLeader && !line.isLonger(than: 220)
            && (line.text.utf8.contains(UInt8(ascii: "\t")) || line.text.hasBytes(of: "    "))
    }

    // MARK: Parts

    /// Where the parts stand between tabs and runs of four blanks and more, counted in scalars of the text.
    private static func parts(of line: TextLine) -> [Range<Int>] {
        let scalars = Array(line.text.unicodeScalars)
        var parts: [Range<Int>] = []
        var place = 0
        var start: Int?
        while place < scalars.count {
            guard scalars[place].isBlank else {
                if start == nil { start = place }
                place += 1
                continue
            }
            let gap = place
            while place < scalars.count, scalars[place].isBlank { place += 1 }
            guard let first = start, isGap(scalars, gap..<place, of: line) else { continue }
            parts.append(first..<gap)
            start = nil
        }
        if let start {
            let end = scalars.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? scalars.count
            if start < end { parts.append(start..<end) }
        }
        return parts
    }

    /// Whether blanks part columns: room for a number or a day is none, nor what follows a heading's number.
    private static func isGap(_ scalars: [Unicode.Scalar], _ gap: Range<Int>, of line: TextLine) -> Bool {
        guard gap.count >= 4 || scalars[gap].contains("\t") else { return false }
        guard gap.upperBound < scalars.count else { return true }
        let before = text(scalars[..<gap.lowerBound].suffix(8)).lowercased()
        let after = text(scalars[gap.upperBound...].prefix(6)).lowercased()
        if after.hasPrefix("/") || after.hasPrefix("tháng") || after.hasPrefix("năm ") { return false }
        let isRoom = ["số", "số:", "ngày", "tháng", "năm"].contains { word in
            before.hasSuffix(" " + word) || before == word
        }
        return !isRoom
            && !(gap.lowerBound <= 6 && HeadingNumber(String(before.drop { $0 == " " }) + " x") != nil)
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(of: scalars) }

    // MARK: Judging

    private static func isColumns(_ parts: [Range<Int>], _ line: TextLine, after isRunning: Bool) -> Bool {
        let pieces = parts.map { line.part($0, cell: 0, columns: parts.count) }
        let isMarked = pieces.contains { piece in
            HeadWords.isNationalTitle(piece) || HeadWords.isPartyTitle(piece) || HeadWords.isMotto(piece)
                || FootWords.isRecipientsLabel(piece)
        }
        if isMarked { return true }
        let hasNumber = pieces.first.map(HeadWords.isNumber) ?? false
        if hasNumber, pieces.dropFirst().contains(where: HeadWords.isDate) { return true }
        let titles = pieces.count { $0.isUpper && FootWords.isTitle($0) && !$0.hasTags }
        if titles == pieces.count { return true }
        // Người lập biểu, Kế toán trưởng, Thủ trưởng đơn vị side by side.
        if pieces.count > 1, pieces.allSatisfy(FootWords.isPlainTitle) { return true }
        guard isRunning else { return false }
        return pieces.allSatisfy { !$0.isLonger(than: 90) } && !pieces[0].isNumberedHeading
            || pieces[0].trimmed.hasPrefix("-")
    }

    private static func cut(_ line: TextLine, at parts: [Range<Int>]) -> [TextLine] {
        // What leads to the first part moves it too.
        let shift = parts.count == 1 || offset(of: parts[0].lowerBound, in: line) > 60 ? 1 : 0
        return parts.enumerated().map { index, range in
            line.part(range, cell: index + shift, columns: max(2, parts.count + shift))
        }
    }

    /// A line of one part among lines of several: left or right, as its indents, tabs and alignment say; nil for what goes across.
    private static func placed(_ line: TextLine) -> TextLine? {
        guard !line.isBlank, !line.isLonger(than: 90), !line.isTypedLine || line.spot.table == nil else {
            return nil
        }
        let isOfText =
            HeadWords.isAddressee(line) || HeadWords.isBasis(line) || HeadWords.typeName(line) != nil
            || FootWords.isAppendixLabel(line) || HeadingNumber(line.trimmed)?.kind.isOfText == true
        guard !isOfText else { return nil }
        var spot = line.spot
        (spot.columns, spot.isCut) = (2, true)
        switch line.paragraph.format.alignment {
        case .right: spot.cell = 1
        case .centre where !line.text.contains("\t"): return nil
        default:
            let first = line.text.unicodeScalars.prefix { $0.isBlank }.count
            spot.cell = offset(of: first, in: line) > 60 ? 1 : 0
        }
        return line.at(spot)
    }

    /// How far from the margin a scalar of the line's beginning stands, in millimetres: indents, tabs and blanks before it.
    private static func offset(of scalar: Int, in line: TextLine) -> Double {
        let format = line.paragraph.format
        var place = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        let points = line.looks.first?.size ?? 13
        for letter in line.text.unicodeScalars.prefix(scalar) {
            guard letter == "\t" else {
                place += TextMetrics.width(of: " ", points: points)
                continue
            }
            let stop = format.tabs.first { $0.position.millimetres > place + 0.1 }?.position.millimetres
            place = stop ?? (((place + 0.1) / usualTab).rounded(.down) + 1) * usualTab
        }
        return place
    }

    private static let usualTab = 12.7
}

extension TextLine {
    /// Whether no line break stands between two lines of one paragraph.
    package func isFollowedOnItsLine(by next: TextLine) -> Bool {
        guard let end = typed?.end, let start = next.typed?.start, end <= start else { return true }
        return !paragraph.typedScalars[end..<start].contains("\n")
    }

    /// The same line at another spot.
    func at(_ spot: Spot) -> TextLine {
        TextLine(paragraph: paragraph, pieces: pieces, text: text, spot: spot, typed: typed)
    }

    /// A part of the line by its scalars, as a cell of so many columns.
    func part(_ range: Range<Int>, cell: Int, columns: Int) -> TextLine {
        var spot = spot
        (spot.cell, spot.columns, spot.isCut) = (cell, columns, true)
        return part(range, at: spot)
    }

    func part(_ range: Range<Int>, at spot: Spot) -> TextLine {
        let scalars = Array(text.unicodeScalars)
        let label = scalars.count - pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }
        var own: [(text: String, look: EffectiveCharacters)] = []
        var place = label
        var typedPart: TypedCharacters?
        for piece in pieces {
            let end = place + piece.text.unicodeScalars.count
            defer { place = end }
            let inside =
                max(place, range.lowerBound)..<max(max(place, range.lowerBound), min(end, range.upperBound))
            guard !inside.isEmpty else { continue }
            own.append((String(of: scalars[inside]), piece.look))
            guard let typed, inside.upperBound - label <= typed.places.count else { continue }
            let start = typed.places[inside.lowerBound - label]
            if typedPart == nil { typedPart = TypedCharacters(beginning: start) }
            typedPart?.add(
                start..<start + inside.count, isPlain: typed.isPlain, isSigns: piece.look.showsSymbols)
        }
        if range.lowerBound < label { typedPart?.labelLength = label - range.lowerBound }
        return TextLine(
            paragraph: paragraph, pieces: own, text: String(of: scalars[range]), spot: spot, typed: typedPart)
    }
}
