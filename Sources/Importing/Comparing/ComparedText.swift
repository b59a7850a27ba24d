internal import OfficeDocument
package import Recognition
internal import Regulations
internal import VietnameseText

/// The text of a document from its type's name on, unit by unit, without what the regulation writes by itself.
///
/// Two documents that say the same have the same units, however their heads, marks and lines are set: blanks are single; capitals,
/// what ends numbers and lists, and dashes count for nothing; labels of appendices and the lines that refer to them are the form's.
package struct ComparedText: Hashable, Sendable {
    package let units: [Unit]

    package struct Unit: Hashable, Sendable {
        /// What is compared.
        package let key: String
        /// What is shown to people.
        package let text: String

        package static func == (a: Unit, b: Unit) -> Bool { a.key == b.key }
        package func hash(into hasher: inout Hasher) { hasher.combine(key) }
    }

    private init(units: [Unit]) { self.units = units }

    /// Several documents as one, in that order.
    package init(joining texts: [ComparedText]) { self.init(units: texts.flatMap(\.units)) }

    package init(_ document: RecognisedDocument) {
        var collecting = UnitCollecting(document)
        collecting.run()
        units = collecting.units
    }
}

private struct UnitCollecting {
    private let document: RecognisedDocument
    private(set) var units: [ComparedText.Unit] = []
    /// Whether the line on filing has ended.
    private var isFiled = false

    init(_ document: RecognisedDocument) { self.document = document }

    private var lines: [TextLine] { document.lines }

    mutating func run() {
        let start = document.first(.documentType) ?? document.head.lowerBound
        add(document.typeName.map { [$0] } ?? [])
        add(joined: document.indices(of: .subject).map { lines[$0].told })
        var index = start
        while index < lines.count {
            defer { index += 1 }
            let line = lines[index]
            guard !isPassedOver(index), !line.isBlank, !line.isTypedLine, !line.spot.isInShape else {
                continue
            }
            if isHeadOfAttachment(index) { continue }
            if let table = line.spot.table, !isOfFoot(index), !isLayout(table) {
                let end =
                    lines[index...].firstIndex { $0.spot.table != table || $0.spot.row != line.spot.row }
                    ?? lines.count
                addRow(index..<end)
                index = end - 1
                continue
            }
            switch document.components[index] {
            case .recipient: addRecipient(&index)
            case .addressee: addAddressee(line.told)
            case .legalBasis: add([Self.item(line.told)])
            case .appendixTitle: addTitle(&index)
            case _ where document.marks[index] == .issuerTitle: addIssuer(&index)
            case _ where document.marks[index] == .attachmentHead: addAttachmentTitle(&index)
            default: addText(&index)
            }
        }
    }

    /// Agency and nation above what is issued with a document: the form writes them.
    private func isHeadOfAttachment(_ index: Int) -> Bool {
        guard document.footLines.map({ index >= $0.upperBound }) == true, let table = lines[index].spot.table
        else { return false }
        return document.tables.contains { $0.block == table && $0.kind == .head }
    }

    /// Type and subject of what is issued with a document, as those of a document of its own.
    private mutating func addAttachmentTitle(_ index: inout Int) {
        add([lines[index].told])
        var subject: [String] = []
        while index + 1 < lines.count,
            document.marks[index + 1] == .attachmentHead || lines[index + 1].isBlank,
            lines[index + 1].spot.table == nil
        {
            index += 1
            if !lines[index].isBlank { subject.append(lines[index].told) }
        }
        if !subject.isEmpty { add(joined: subject) }
    }

    /// Whether a table only frames text, which is read as the paragraphs it is.
    private func isLayout(_ table: Int) -> Bool {
        document.tables.contains { $0.block == table && $0.kind == .layout }
            || document.document.blocks.indices.contains(table)
                && isSingleColumn(document.document.blocks[table])
    }

    private func isSingleColumn(_ block: ReadBlock) -> Bool {
        guard case .table(let table) = block else { return false }
        return table.rows.allSatisfy { $0.cells.allSatisfy { $0.column + $0.columnSpan < 2 } }
    }

    private func isOfFoot(_ index: Int) -> Bool {
        document.footLines?.contains(index) == true || document.components[index] == .addressee
    }

    private func isPassedOver(_ index: Int) -> Bool {
        let isBehind = document.footLines.map { index >= $0.upperBound } ?? false
        if isBehind || document.marks[index] == .subjectNote || document.text.prefix(8).contains(index),
            lines[index].trimmed.isReferenceToDecision
        {
            return true
        }
        if document.head.contains(index), document.components[index] != .addressee,
            document.marks[index] != .subjectNote
        {
            return true
        }
        switch document.components[index] {
        case .recipientsLabel, .authority, .position, .signerName, .drafterCode, .appendixLabel,
            .appendixReference, .hyphens, .documentType, .subject:
            return true
        case .recipient, .addressee, .legalBasis: return false
        default:
            if document.footLines?.contains(index) == true { return true }
            let mark = document.marks[index]
            return mark == .signatureNote || mark == .digitalSignature
        }
    }

    // MARK: Units

    private mutating func add(_ texts: [String]) {
        for text in texts {
            let unit = ComparedText.Unit(key: Self.key(text), text: text)
            if !unit.key.isEmpty { units.append(unit) }
        }
    }

    private mutating func add(joined texts: [String]) { add([texts.joined(separator: " ")]) }

    private mutating func addAddressee(_ text: String) {
        var rest = text[...]
        if rest.lowercased().hasPrefix("kính"), let colon = rest.firstIndex(of: ":") {
            rest = rest[rest.index(after: colon)...]
        }
        add([Self.item(String(rest))])
    }

    /// What stands on further lines without a dash belongs to it.
    private mutating func addRecipient(_ index: inout Int) {
        var text = lines[index].told
        // A line of its own behind the one on filing is the drafter's code.
        if isFiled, let first = text.first, !"-–—•+".contains(first) { return }
        while let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank }),
            document.components[next] == .recipient, !Self.isEnded(text),
            lines[next].trimmed.first.map({ !"-–—•+".contains($0) }) ?? false,
            !lines[next].trimmed.hasPrefix("Lưu")
        {
            text += " " + lines[next].told
            index = next
        }
        isFiled = Self.item(text).hasPrefix("Lưu") && Self.isEnded(text)
        add([Self.item(text)])
    }

    private static func isEnded(_ text: String) -> Bool { text.hasSuffix(";") || text.hasSuffix(".") }

    /// The cells of a row, each with its lines as one.
    private mutating func addRow(_ range: Range<Int>) {
        var cells: [[String]] = []
        var last: Int?
        for index in range where !lines[index].isBlank {
            if lines[index].spot.cell == last {
                cells[cells.count - 1].append(lines[index].told)
            } else {
                cells.append([lines[index].told])
                last = lines[index].spot.cell
            }
        }
        cells.forEach { add(joined: $0) }
    }

    /// Who decides, on a line or several.
    private mutating func addIssuer(_ index: inout Int) {
        var texts = [lines[index].told]
        while index + 1 < lines.count, document.marks[index + 1] == .issuerTitle || lines[index + 1].isBlank {
            index += 1
            if !lines[index].isBlank { texts.append(lines[index].told) }
        }
        add(joined: texts)
    }

    private mutating func addTitle(_ index: inout Int) {
        var texts = [lines[index].told]
        while index + 1 < lines.count,
            document.components[index + 1] == .appendixTitle || lines[index + 1].isBlank
        {
            index += 1
            if !lines[index].isBlank { texts.append(lines[index].told) }
        }
        add(joined: texts)
    }

    /// A paragraph; a part's word and number with the title on the lines below.
    private mutating func addText(_ index: inout Int) {
        var text = lines[index].told
        while index + 1 < lines.count, lines[index].spot.isCut, lines[index + 1].spot.isCut,
            lines[index + 1].paragraph.place == lines[index].paragraph.place,
            lines[index].isFollowedOnItsLine(by: lines[index + 1])
        {
            index += 1
            text += " " + lines[index].told
        }
        if let heading = document.headings.first(where: { $0.line == index }),
            heading.number.map({ Self.isPart($0) }) ?? false
        {
            var mark = text.hasSuffix(":") ? " " : ": "
            while let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank }),
                let title = document.headings.first(where: { $0.line == next }), title.number == nil
            {
                text += mark + lines[next].told
                mark = " "
                index = next
            }
        }
        add([text])
    }

    private static func isPart(_ kind: HeadingNumber.Kind) -> Bool {
        switch kind {
        case .part, .chapter, .division, .subdivision: true
        default: false
        }
    }

    // MARK: Keys

    /// An item of a list without its dash and end.
    private static func item(_ text: String) -> String {
        var text = text.drop { "-–—•+ ".contains($0) }
        while let last = text.last, ";.,: ".contains(last) { text.removeLast() }
        guard text.hasPrefix("Lưu") else { return String(text) }
        return "Lưu: \(text.dropFirst("Lưu".count).drop { ": ".contains($0) })"
    }

    /// Whether the words before a title are no heading's number but part of a sentence, as in `Mục 3.2 …` and `Điều 5, Điều 7 …`.
    private static func goesOn(_ heading: HeadingNumber, in text: Substring) -> Bool {
        guard let first = heading.title.first, let before = text[..<heading.title.startIndex].last else {
            return false
        }
        if first == "," || first.isNumber && !before.isWhitespace { return true }
        // A number of these kinds has a mark behind it, where its title is on the same line.
        return heading.mark == nil && (isPart(heading.kind) || heading.kind == .article)
            && ".;".contains(text.last ?? " ")
    }

    private static func key(_ text: String) -> String {
        var rest = Substring(text)
        var number = ""
        if let heading = HeadingNumber(rest), !goesOn(heading, in: rest) {
            number = rest[..<heading.title.startIndex].filter { $0.isLetter || $0.isNumber }
            if heading.kind == .plus || heading.kind == .star { number = "+" }
            rest = heading.title
        } else {
            rest = rest.drop { "-–—•".contains($0) || $0.isWhitespace }
        }
        while let last = rest.last, "./;,: ".contains(last) { rest.removeLast() }
        let words = rest.split { $0.isWhitespace }.joined(separator: " ")
        return words.isEmpty && number.isEmpty
            ? ""
            : "\(number.uppercased())|\(Normalization.folded(words.uppercased()))".replacing("–", with: "-")
    }
}
