internal import Diagnostics
internal import OfficePackage

/// Paragraphs and their runs.
extension Conversion {
    /// The paragraph, in as many pieces as page breaks cut it into.
    mutating func paragraphs(_ read: ReadParagraph) -> [Paragraph] {
        noteLosses(of: read)
        let style = styles.style(of: read)
        var format = ParagraphFormat(read.format, in: self.read)
        if nextBeginsPage { format.beginsPage = true }
        nextBeginsPage = false

        var made = CutRuns()
        if !floating.isEmpty {
            made.add(Run(floating))
            floating = []
        }
        let mark = CharacterFormat(read.mark).differing(from: style.character)
        let place = story == .body ? lists.place(of: read.label) : nil
        if place == nil, let label = label(of: read, style) { made.add(label) }
        for run in read.runs.map(\.withSignsInUnicode) {
            let look = CharacterFormat(run.format)
            made.look = look.differing(from: style.character)
            if let font = run.symbolFont { losses.add(.symbol, at: read.place, read.text, font) }
            if place != nil { made.look.restate(mark, as: look) }
            add(run, of: read, to: &made)
            made.endRun()
        }
        var cut = made.pages
        // A break at the end belongs to what follows, one at the beginning to the paragraph.
        if cut.count > 1, cut[cut.count - 1].isEmpty {
            cut.removeLast()
            nextBeginsPage = true
        }
        if cut.count > 1, cut[0].isEmpty {
            cut.removeFirst()
            format.beginsPage = true
        }
        // What follows a break of the page within has no number.
        lists.note(cut.count > 1 ? nil : place, ofStyle: style.id)
        return cut.enumerated().map { index, runs in
            var own = format
            if index > 0 { own.beginsPage = true }
            var paragraph = Paragraph(
                style: style.id, format: own.besides(style.paragraph), runs: runs,
                mark: runs.isEmpty || place != nil ? mark : CharacterFormat())
            if index == 0 { paragraph.place = place }
            // The indents of the list would hold where nothing is said.
            if place != nil { (paragraph.format.leftIndent, paragraph.format.firstLineIndent) = own.indents }
            return paragraph
        }
    }

    private mutating func add(_ run: ReadRun, of read: ReadParagraph, to runs: inout CutRuns) {
        for (index, piece) in run.pieces.enumerated() {
            switch piece {
            case .text(let text): runs.add(.text(text))
            case .tab: runs.add(.tab)
            case .lineBreak: runs.add(.lineBreak)
            case .pageNumber: runs.add(.pageNumber)
            case .pageCount: runs.add(.pageCount)
            case .pageBreak: runs.beginPage()
            case .columnBreak: losses.add(.columns, at: read.place, read.text)
            case .note(let reference):
                let mark = reference.text(before: run.pieces[(index + 1)...])
                if let note = note(reference, mark: mark, in: read) { runs.add(.note(note)) }
                // The rest of the run is the mark.
                if reference.mark == .nextText { return }
            case .shape(let index):
                if let piece = picturePiece(of: read.shapes[index], in: read) { runs.add(piece) }
            case .object: break
            case .comment, .commentStart, .commentEnd:
                if story == .body, let mark = comments.piece(of: piece) { runs.add(mark) }
            }
        }
    }

    /// An automatic number or bullet as if it were typed, where it cannot stay automatic.
    private mutating func label(of read: ReadParagraph, _ style: ParagraphStyle) -> Run? {
        guard let label = read.label, !label.text.isEmpty else { return nil }
        losses.add(.typedLabel, at: read.place, read.visibleText)
        var look = CharacterFormat(label.characters)
        // The font of a bullet has other letters at other places.
        look.font = read.runs.first.flatMap { $0.format.font } ?? style.character.font
        var pieces = [Run.Piece.text(label.text)]
        let hangs = (read.format.firstLineIndent ?? .zero) < .zero
        switch label.separator {
        case .tab where hangs: pieces.append(.tab)
        case .tab, .space: pieces.append(.text(" "))
        case .nothing: break
        }
        return Run(pieces, format: look.differing(from: style.character))
    }

    private mutating func noteLosses(of read: ReadParagraph) {
        let format = read.format
        if format.borders.left != nil || format.borders.right != nil {
            losses.add(.sideBorder, at: read.place, read.text)
        }
        let isShaded = format.background != nil || read.runs.contains { $0.format.background != nil }
        if isShaded { losses.add(.background, at: read.place, read.text) }
        for content in read.unread {
            switch content {
            case .formula(let letters): losses.add(.formula, at: read.place, read.text, letters)
            case .ruby(let letters): losses.add(.ruby, at: read.place, read.text, letters)
            case .field(let instruction): losses.add(.field, at: read.place, read.text, instruction)
            }
        }
        if let link = read.runs.lazy.compactMap(\.link).first {
            losses.add(.link, at: read.place, read.text, link)
        }
    }
}

/// The runs of a paragraph, cut where a page begins.
private struct CutRuns {
    private(set) var pages: [[Run]] = [[]]
    var look = CharacterFormat()
    private var pieces: [Run.Piece] = []

    mutating func add(_ piece: Run.Piece) { pieces.append(piece) }

    mutating func add(_ run: Run) { pages[pages.count - 1].append(run) }

    mutating func endRun() {
        if !pieces.isEmpty { add(Run(pieces, format: look)) }
        pieces = []
    }

    mutating func beginPage() {
        endRun()
        pages.append([])
    }
}

extension ReadNote.Reference {
    /// The mark in place of a number, where the rest of the run may be it.
    fileprivate func text(before rest: ArraySlice<ReadRun.Piece>) -> String? {
        switch mark {
        case .number: nil
        case .own(let text): text
        case .nextText: rest.map { piece in if case .text(let text) = piece { text } else { "" } }.joined()
        }
    }
}

extension Formatting {
    /// What a new document says of it: everything outright but what is lost, and of what no style has only what is not the initial value.
    fileprivate var carriedOver: Self {
        var carried = Self()
        for row in Self.properties.rows {
            switch row.conversion {
            case .lost: break
            case .direct where row.areAlike(self, Self()): break
            case .direct, .commonest, .switchedOn, .unanimous: row.copy(self, &carried)
            }
        }
        return carried
    }
}

extension ParagraphFormat {
    /// Everything the reader knows of it.
    init(_ read: EffectiveParagraph, in document: ReadDocument) {
        self = read.format.carriedOver
        outlineLevel = read.outlineLevel.flatMap { $0 < 10 ? $0 : nil }
        topBorder = read.borders.top?.plain
        bottomBorder = read.borders.bottom?.plain
        tabs = nil
        guard !read.tabs.isEmpty else { return }
        // OpenDocument counts from the indent unless its settings say otherwise, Word from the margin.
        let countsFromIndent = document.format == .odt && document.layout.countsTabsFromMargin != true
        let origin = countsFromIndent ? read.leftIndent ?? .zero : .zero
        tabs = read.tabs.filter { $0.kind != "clear" && $0.kind != "bar" && $0.kind != "num" }.map {
            TabStop(position: $0.position + origin, kind: $0.kind, leader: $0.leader)
        }
    }

    fileprivate var indents: (Length, Length) { (leftIndent ?? .zero, firstLineIndent ?? .zero) }

    /// Only what its style does not say already.
    func besides(_ style: ParagraphFormat) -> ParagraphFormat {
        var own = differing(from: style)
        // Both lines are said where one is: a paragraph's own lines take the place of its style's.
        if topBorder != style.topBorder || bottomBorder != style.bottomBorder {
            (own.topBorder, own.bottomBorder) = (topBorder, bottomBorder)
        }
        // Positions of tabs are written from the indent in one format.
        if let tabs {
            own.tabs = tabs
            own.leftIndent = leftIndent
        }
        return own
    }
}

extension CharacterFormat {
    init(_ read: EffectiveCharacters) {
        var format = read.format
        format.isStruckThrough = read.isStruckThrough
        format.letterCase = read.letterCase
        if format.underline != .absent { format.underline = format.underline.map { _ in .single } }
        if format.colour?.isBlack == true { format.colour = .automatic }
        self = format.carriedOver
    }
}
