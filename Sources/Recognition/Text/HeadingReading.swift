internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// Headings and their levels: by number, look and what stands below them.
extension RecognisedDocument {
    mutating func findHeadings() {
        var finder = HeadingFinder(document: self)
        let behindFoot = footLines?.upperBound ?? text.upperBound
        finder.read(text.lowerBound..<max(text.lowerBound, text.upperBound))
        if behindFoot < lines.count { finder.read(behindFoot..<lines.count) }
        headings = finder.headings
        trustRepeatedHeadings()
    }

    /// “a) Mục tiêu”, “b) Nhiệm vụ” that come back under each of several parts are headings beyond doubt.
    private mutating func trustRepeatedHeadings() {
        let timesEnough = 3
        var places: [String: [Int]] = [:]
        for (place, heading) in headings.enumerated() where heading.sureness == .guessed && !heading.isRunIn {
            places["\(heading.level) \(lines[heading.line].trimmed)", default: []].append(place)
        }
        for place in places.values.filter({ $0.count >= timesEnough }).joined() {
            headings[place].sureness = .sure
        }
    }
}

/// Numbered lines of a document, judged together with their neighbours.
struct HeadingFinder {
    let document: RecognisedDocument
    private(set) var headings: [RecognisedHeading] = []
    private var roman = RomanOrLetter()

    init(document: RecognisedDocument) { self.document = document }

    /// A line that begins with a number, or is a title without one.
    private struct Candidate {
        let index: Int
        let number: HeadingNumber.Kind?
        let value: Int?
        let shape: Shape
        /// Whether something other than its next neighbour of the same kind stands below.
        var leads = false
        /// The share of its list that leads to text of its own, from 0 to 1.
        var shareOfList = 1.0
        var bold: Int { shape == .title || shape == .runIn ? 1 : 0 }
    }

    private enum Shape {
        /// A line by itself in bold or capitals.
        case title
        /// Bold up to a colon, with text behind it.
        case runIn
        /// Looks like a title but for its weight.
        case plainTitle
        /// A short title before a colon, with text behind it, in one weight.
        case plainRunIn
        case sentence
    }

    mutating func read(_ range: Range<Int>) {
        var stack: [HeadingNumber.Kind] = []
        var candidates: [Candidate] = []
        func flush(_ finder: inout HeadingFinder) {
            finder.judge(&candidates, &stack)
            candidates = []
        }
        for index in range {
            let line = document.lines[index]
            guard line.spot.table == nil, !line.spot.isInShape, !line.isBlank else { continue }
            if document.components[index] == .appendixLabel || document.marks[index] == .formLabel
                || document.marks[index] == .attachmentHead
            {
                flush(&self)
                stack = []
                continue
            }
            if isPassedOver(index) { continue }
            if let candidate = candidate(index, after: candidates.last) { candidates.append(candidate) }
        }
        flush(&self)
    }

    private func isPassedOver(_ index: Int) -> Bool {
        switch document.components[index] {
        case .legalBasis, .addressee, .appendixTitle, .appendixReference, .recipient, .recipientsLabel,
            .signerName, .authority, .position, .subject, .documentType:
            return true
        default: break
        }
        switch document.marks[index] {
        case .issuerTitle, .enactment, .subjectNote, .caption, .typedLine, .stamp, .signatureNote: return true
        default: return false
        }
    }

    // MARK: Candidates

    private mutating func candidate(_ index: Int, after last: Candidate?) -> Candidate? {
        let line = document.lines[index]
        guard let number = HeadingNumber(line.trimmed.beginning(400)) else {
            return partTitle(index, after: last)
        }
        guard let kind = roman.kind(of: number), !FootWords.isAuthority(line) || kind != .upperLetter else {
            return nil
        }
        return Candidate(
            index: index, number: kind, value: number.value, shape: shape(of: line, number, kind),
            leads: leads(index, kind))
    }

    /// A title in capitals or bold under the number of its part or chapter.
    private func partTitle(_ index: Int, after last: Candidate?) -> Candidate? {
        let line = document.lines[index]
        guard let last, last.number.map({ $0.rank <= 3 }) ?? true, let above = previous(index),
            above == last.index, !line.isLonger(than: 250), line.isBold || line.isUpper
        else { return nil }
        if last.number != nil {
            guard let number = HeadingNumber(document.lines[last.index].trimmed), number.title.count < 4
            else { return nil }
        } else {
            guard line.isUpper, document.lines[last.index].isUpper else { return nil }
        }
        return Candidate(index: index, number: nil, value: nil, shape: .title, leads: true)
    }

    private func previous(_ index: Int) -> Int? {
        document.lines.indices[..<index].last { !document.lines[$0].isBlank }
    }

    private func shape(of line: TextLine, _ number: HeadingNumber, _ kind: HeadingNumber.Kind) -> Shape {
        if kind.rank <= 3 { return line.isLonger(than: 300) ? .sentence : .title }
        if kind == .article { return .title }
        let title = number.title
        let isLong = line.isLonger(than: 320)
        let weights = TitleWeights(line, title: title)
        if title.contains(where: \.isLetter), weights.isBold || TextLine.isUpper(String(title)) && !isLong {
            // More than a few lines in bold are emphasis.
            return line.isLonger(than: kind.isOfText ? 520 : 240) ? .sentence : .title
        }
        if weights.isBoldToColon { return .runIn }
        guard kind.isOfText, !isLong, title.first?.isLowercase != true else { return .sentence }
        if let colon = title.firstIndex(of: ":"), title.distance(from: title.startIndex, to: colon) <= 90,
            title[title.index(after: colon)...].contains(where: \.isLetter)
        {
            return .plainRunIn
        }
        let last = title.last ?? "."
        if ".;,".contains(last) || line.isLonger(than: last == ":" ? 100 : 190) { return .sentence }
        return .plainTitle
    }

    /// Whether text or a list stands below, and not the next of its own list or one further out.
    private func leads(_ index: Int, _ kind: HeadingNumber.Kind) -> Bool {
        let next = document.lines.indices[(index + 1)...].prefix(6).first { !document.lines[$0].isBlank }
        guard let next, document.components[next] != .recipientsLabel else { return false }
        if let foot = document.foot, next >= foot, index < foot { return false }
        if document.lines[next].spot.table != nil { return true }
        guard let below = HeadingNumber(document.lines[next].trimmed.beginning(80)) else { return true }
        if below.kind == kind { return false }
        return below.kind.rank > kind.rank || below.kind.rank == kind.rank
    }

    // MARK: Judging

    private mutating func judge(_ candidates: inout [Candidate], _ stack: inout [HeadingNumber.Kind]) {
        weighLists(&candidates)
        for candidate in candidates {
            guard let sureness = sureness(of: candidate) else { continue }
            add(candidate, sureness, &stack)
        }
    }

    /// Points of one list are titles together, or sentences together.
    private func weighLists(_ candidates: inout [Candidate]) {
        var lists: [HeadingNumber.Kind: [Int]] = [:]
        func close(_ kind: HeadingNumber.Kind) {
            guard let list = lists.removeValue(forKey: kind) else { return }
            let leading = list.count {
                candidates[$0].leads || candidates[$0].bold > 0 || candidates[$0].shape == .plainRunIn
            }
            for place in list { candidates[place].shareOfList = Double(leading) / Double(list.count) }
        }
        for place in candidates.indices {
            guard let kind = candidates[place].number else { continue }
            for open in lists.keys where open.rank > kind.rank { close(open) }
            if let last = lists[kind]?.last, let a = candidates[last].value, let b = candidates[place].value,
                b <= a
            {
                close(kind)
            }
            lists[kind, default: []].append(place)
        }
        for kind in lists.keys { close(kind) }
    }

    private func sureness(of candidate: Candidate) -> Sureness? {
        switch candidate.shape {
        case .title, .runIn: return .sure
        case .plainTitle: return candidate.leads && candidate.shareOfList >= 0.5 ? .guessed : nil
        case .plainRunIn: return candidate.shareOfList >= 0.5 ? .guessed : nil
        case .sentence: return nil
        }
    }

    private mutating func add(
        _ candidate: Candidate, _ sureness: Sureness, _ stack: inout [HeadingNumber.Kind]
    ) {
        let level: Int
        if let kind = candidate.number {
            if let place = stack.firstIndex(of: kind) {
                stack.removeSubrange((place + 1)...)
            } else {
                while let last = stack.last, last.rank > kind.rank { stack.removeLast() }
                stack.append(kind)
            }
            level = stack.count
        } else {
            level = max(1, stack.count)
        }
        headings.append(
            RecognisedHeading(
                line: candidate.index, level: level, number: candidate.number,
                isAutomatic: document.lines[candidate.index].paragraph.label.map { !$0.text.isEmpty }
                    ?? false, isRunIn: candidate.shape == .runIn || candidate.shape == .plainRunIn,
                sureness: sureness))
    }
}

/// How the title behind a line's number is set.
private struct TitleWeights {
    private(set) var isBold = false
    /// Bold up to a colon, and not behind it.
    private(set) var isBoldToColon = false

    init(_ line: TextLine, title: Substring) {
        guard line.pieces.contains(where: { $0.look.weight == .bold }) else { return }
        // What stands before the title: blanks, the automatic number, which no piece has, and the typed one.
        let typed = line.pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }
        let blanks = line.text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        let number = line.trimmed[..<title.startIndex].unicodeScalars.count
        var skipped = max(0, blanks + number - (line.text.unicodeScalars.count - typed))
        var parts: [(text: String, isBold: Bool)] = []
        for piece in line.pieces {
            let kept = String(of: piece.text.unicodeScalars.dropFirst(skipped))
            skipped = max(0, skipped - piece.text.unicodeScalars.count)
            guard kept.contains(where: { $0.isLetter || $0.isNumber || $0 == ":" }) else { continue }
            parts.append((kept, piece.look.weight == .bold))
        }
        let spoken = parts.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
        isBold = !spoken.isEmpty && spoken.allSatisfy(\.isBold)
        guard !isBold, let first = spoken.first, first.isBold else { return }
        let opening = parts.prefix { $0.isBold || !$0.text.contains { $0.isLetter } }
        let bold = opening.map(\.text).joined()
        let rest = parts.dropFirst(opening.count).first?.text.drop { $0.isWhitespace } ?? ""
        isBoldToColon = (bold.contains(":") || rest.hasPrefix(":")) && bold.count { $0.isLetter } > 2
    }
}
