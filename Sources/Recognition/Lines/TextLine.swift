package import OfficeDocument
internal import Regulations
internal import VietnameseText

/// A line of text that its author ended: a paragraph, or a piece of one between line breaks.
package struct TextLine {
    private let content: Content

    /// Lines are passed around and looked at far more often than they are made.
    private final class Content: Sendable {
        let paragraph: ReadParagraph
        let pieces: [(text: String, look: EffectiveCharacters)]
        let text: String
        let spot: Spot
        let typed: TypedCharacters?
        let trimmed: String
        let opening: String
        let hasTags: Bool
        /// Whether more than half of it is dots to be written upon.
        let isDotted: Bool
        let isBold: Bool

        init(
            _ paragraph: ReadParagraph, _ pieces: [(text: String, look: EffectiveCharacters)], _ text: String,
            _ spot: Spot, _ typed: TypedCharacters?
        ) {
            self.paragraph = paragraph
            self.pieces = pieces
            self.text = text
            self.spot = spot
            self.typed = typed
            trimmed = TextLine.trimmed(Normalization.nfc(JunkCharacter.replaced(in: text)))
            opening = TextLine.opening(of: trimmed)
            hasTags = NamedSlot.stands(in: trimmed)
            isDotted = TextLine.isDotted(text, trimmed)
            isBold = TextLine.isBold(pieces)
        }
    }

    package var paragraph: ReadParagraph { _read { yield content.paragraph } }
    /// Stretches of one look; without what is hidden.
    package var pieces: [(text: String, look: EffectiveCharacters)] { content.pieces }
    /// With the automatic number, as a reader sees it.
    package var text: String { content.text }
    package var spot: Spot { content.spot }
    /// Where its letters are typed; nil where that is not known.
    package var typed: TypedCharacters? { content.typed }
    /// Composed and without stray characters, which have a rule of their own; without blanks at its ends, tags of templates left in.
    package var trimmed: String { content.trimmed }
    /// Its beginning, compared without regard to case and tone-mark style; the whole of a short line.
    package var opening: String { content.opening }
    /// Whether a slot with a name stands in it: a template's tag, or words in the brackets that forms use.
    package var hasTags: Bool { content.hasTags }
    package var isBold: Bool { content.isBold }

    package init(
        paragraph: ReadParagraph, pieces: [(text: String, look: EffectiveCharacters)], text: String,
        spot: Spot, typed: TypedCharacters? = nil
    ) { content = Content(paragraph, pieces, text, spot, typed) }

    /// Whether all pieces with letters are bold, and there is one.
    private static func isBold(_ pieces: [(text: String, look: EffectiveCharacters)]) -> Bool {
        var hasLetters = false
        for index in pieces.indices where pieces[index].text.hasLetterOrNumber {
            guard pieces[index].look.weight == .bold else { return false }
            hasLetters = true
        }
        return hasLetters
    }

    private static let openingLength = 130

    private static func opening(of text: String) -> String {
        let start = text.beginning(openingLength)
        // Blanks typed twice change no word.
        let words =
            start.utf8.contains(UInt8(ascii: "\t")) || start.hasBytes(of: "  ")
            ? Self.withSingleBlanks(start) : String(start)
        return Normalization.folded(LetterCase.upper(words))
    }

    private static func withSingleBlanks(_ text: Substring) -> String {
        var words = ""
        var isPending = false
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80
                ? scalar == " " || 0x9...0xD ~= scalar.value : scalar.properties.isWhitespace
            {
                isPending = !words.isEmpty
            } else {
                if isPending { words.unicodeScalars.append(" ") }
                isPending = false
                words.unicodeScalars.append(scalar)
            }
        }
        return words
    }

    /// A paragraph by itself, such as one of a header.
    package init(alone paragraph: ReadParagraph) {
        self.init(
            paragraph: paragraph, pieces: [], text: paragraph.visibleText,
            spot: Spot(section: 0, block: 0, table: nil))
    }

    /// Where the line stands among the blocks.
    package struct Spot: Hashable {
        package var section: Int
        /// Counts the tables and paragraphs of the body.
        package var block: Int
        package var table: Int?
        package var row = 0
        package var cell = 0
        /// How many cells the row has; 1 for text outside tables.
        package var columns = 1
        package var isInShape = false
        /// Whether it is a part of a paragraph that tabs or blanks divide into columns.
        package var isCut = false

        package init(section: Int, block: Int, table: Int?) {
            self.section = section
            self.block = block
            self.table = table
        }
    }

    /// Whether there is nothing to be read or to be written upon.
    package var isBlank: Bool { trimmed.isEmpty && !hasLeader }

    /// Whether it has more letters than so many; a long text is not counted to its end.
    package func isLonger(than count: Int) -> Bool {
        let bytes = trimmed.utf8.count
        guard bytes > count else { return false }
        // No letter takes more than four bytes.
        return bytes > count * 4 || trimmed.beginning(count).endIndex < trimmed.endIndex
    }

    /// Compared without regard to case and tone-mark style.
    package var folded: String {
        isLonger(than: Self.openingLength) ? Normalization.folded(LetterCase.upper(trimmed)) : opening
    }

    /// What is left when tags and slots to be filled in are taken away.
    package var ownText: String { hasTags ? NamedSlot.removed(from: trimmed) : trimmed }

    /// Whether most of it is dots to be written upon, or a tab that draws them.
    package var isSlot: Bool { content.isDotted || hasLeader }

    private static func isDotted(_ text: String, _ trimmed: String) -> Bool {
        var dots = 0
        for scalar in text.unicodeScalars where scalar == "." || scalar == "…" || scalar == "_" { dots += 1 }
        return dots > 5 && dots * 2 > trimmed.count
    }

    /// Whether a tab in it fills its room with dots or a line.
    package var hasLeader: Bool {
        paragraph.format.tabs.contains { $0.leader != .nothing } && text.hasBytes(of: "\t")
    }

    /// Hyphens, underscores or stars alone.
    package var isTypedLine: Bool {
        trimmed.unicodeScalars.allSatisfy { "_-–—=*.".unicodeScalars.contains($0) } && trimmed.count >= 3
    }

    /// The looks of letters, blanks aside.
    package var looks: [EffectiveCharacters] { pieces.filter { $0.text.hasLetterOrNumber }.map(\.look) }

    package var isCentred: Bool { paragraph.format.alignment == .centre }

    /// Capitals alone, as far as there are letters; false for text without any.
    package var isUpper: Bool { Self.isUpper(ownText) }

    package static func isUpper(_ text: String) -> Bool {
        // A letter in lower case settles it, and stands near the beginning of most texts.
        guard !text.unicodeScalars.contains(where: { $0.isLower }) else { return false }
        return text.contains(where: \.isLetter) && text.uppercased() == text
    }

    package static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}

extension TextLine {
    /// Every line of the body; a paragraph that holds only a tag of control is none.
    package static func all(in document: ReadDocument) -> [TextLine] {
        var lines: [TextLine] = []
        var block = 0
        for (section, content) in document.sections.enumerated() {
            for item in content.blocks {
                let spot = Spot(section: section, block: block, table: nil)
                append(item, at: spot, isFramed: false, to: &lines)
                block += 1
            }
        }
        return lines
    }

    /// `isFramed` where the table around is no more than a frame: a table inside counts as if it stood alone.
    private static func append(_ block: ReadBlock, at spot: Spot, isFramed: Bool, to lines: inout [TextLine])
    {
        switch block {
        case .paragraph(let paragraph):
            lines += split(paragraph, at: spot)
            var inside = spot
            inside.isInShape = true
            for shape in paragraph.shapes {
                for block in shape.blocks { append(block, at: inside, isFramed: false, to: &lines) }
            }
        case .table(let table):
            for (row, content) in table.rows.enumerated() {
                let isFrame = content.cells.count { $0.hasText } < 2
                // A place covered from above still keeps its neighbours in their columns.
                for (index, cell) in content.cells.enumerated() where !cell.isCovered {
                    var inside = spot
                    if spot.table == nil || isFramed {
                        (inside.table, inside.row, inside.cell) = (spot.block, row, index)
                        inside.columns = content.cells.count
                    }
                    for block in cell.blocks { append(block, at: inside, isFramed: isFrame, to: &lines) }
                }
            }
        }
    }

    private static func split(_ paragraph: ReadParagraph, at spot: Spot) -> [TextLine] {
        var parts: [[(text: String, look: EffectiveCharacters)]] = [[]]
        var typed = [TypedCharacters(beginning: 0)]
        var offset = 0
        for run in paragraph.runs {
            let written = run.typedText
            let count = written.scalarCount
            defer { offset += count }
            guard run.format.isHidden != true else { continue }
            let isSigns = run.format.showsSymbols
            let text = isSigns || run.format.letterCase == .allCapitals ? run.text : written
            var start = offset
            let textCount = run.format.letterCase == .allCapitals ? text.scalarCount : count
            let isPlain = textCount == count
            guard text.hasBytes(of: "\n") else {
                guard !text.isEmpty else { continue }
                parts[parts.count - 1].append((text, run.format))
                typed[typed.count - 1].add(offset..<offset + textCount, isPlain: isPlain, isSigns: isSigns)
                continue
            }
            let pieces = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, piece) in pieces.enumerated() {
                if index > 0 {
                    parts.append([])
                    typed.append(TypedCharacters(beginning: start))
                }
                let end = start + piece.count
                if !piece.isEmpty {
                    parts[parts.count - 1].append((String(piece), run.format))
                    typed[typed.count - 1].add(start..<end, isPlain: isPlain, isSigns: isSigns)
                }
                start = end + 1
            }
        }
        let lines: [TextLine] = parts.enumerated().map { index, pieces in
            var text = pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined()
            var letters = typed[index]
            if index == 0, let label = paragraph.label, !label.text.isEmpty {
                let prefix = label.text + (label.separator == .nothing ? "" : " ")
                letters.labelLength = prefix.unicodeScalars.count
                text = prefix + text
            }
            return TextLine(
                paragraph: paragraph, pieces: pieces, text: text, spot: spot,
                typed: letters.isPlain ? letters : nil)
        }
        return lines.filter { !$0.isControlTag }
    }

    /// `{#x}`, `{/x}`, `{^}` alone: a template's scaffolding.
    private var isControlTag: Bool {
        let letters = trimmed
        guard letters.hasPrefix("{"), letters.hasSuffix("}"), ownText.isEmpty else { return false }
        return letters.dropFirst().first.map { "#/^".contains($0) } ?? false
    }
}

extension ReadTable.Cell {
    /// Whether there is a letter in it.
    fileprivate var hasText: Bool {
        blocks.contains { block in
            switch block {
            case .paragraph(let paragraph):
                paragraph.runs.contains { $0.typedText.contains { !$0.isWhitespace } }
            case .table(let table): table.rows.contains { $0.cells.contains { $0.hasText } }
            }
        }
    }
}
