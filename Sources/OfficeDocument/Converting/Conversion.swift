package import Container
package import Diagnostics
internal import OfficePackage

extension Document {
    /// A document as it was read, to be written anew in either format.
    ///
    /// Text and effective formatting stay; styles keep their names and get the look that most of their paragraphs have. What this model cannot
    /// hold (figures, links …) is left out with a warning `convert.…` at its place, the first of each kind with the number of others.
    ///
    /// `archive` is the one it was read from: without it pictures are left out too.
    package static func rewriting(_ read: ReadDocument, in archive: Archive? = nil) -> Reported<Document> {
        var conversion = Conversion(read, in: archive)
        let document = conversion.document()
        return Reported(document, warnings: conversion.losses.diagnostics)
    }
}

/// Makes the writing model out of what was read.
struct Conversion {
    let read: ReadDocument
    let styles: StyleHarvest
    var losses: ConversionLosses
    /// Set by a page break at a paragraph's end until the next paragraph comes.
    var nextBeginsPage = false
    /// The width of the text where it stands.
    var width: Length = .zero
    /// From the edge of the page to the text.
    var leftMargin: Length = .zero
    var story = Story.body
    /// The notes of the document that have their place in the text.
    var placedNotes: Set<ReadNote.Reference> = []
    let notes: [ReadNote.Reference: ReadNote]
    var comments: CommentPlaces
    var lists: ListPlaces
    var pictures: PictureFiles
    /// Pictures that hang on a page, until the next paragraph comes.
    var floating: [Run.Piece] = []

    /// What is being written: neither format has notes in headers, or in notes.
    enum Story { case body, header, note }

    init(_ read: ReadDocument, in archive: Archive? = nil) {
        self.read = read
        styles = StyleHarvest(of: read)
        losses = ConversionLosses(file: read.file)
        comments = CommentPlaces(of: read)
        lists = ListPlaces(of: read)
        pictures = PictureFiles(of: archive)
        notes = Dictionary(read.notes.map { ($0.reference, $0) }) { first, _ in first }
    }

    mutating func document() -> Document {
        noteTraits()
        var sections: [Section] = []
        for (index, section) in read.sections.enumerated() { add(section, number: index, to: &sections) }
        let left = floating + comments.missingEnds()
        var isOpen = !left.isEmpty
        if case .table? = sections.last?.blocks.last { isOpen = true }
        if isOpen {
            let runs = left.isEmpty ? [] : [Run(left)]
            sections[sections.count - 1].blocks.append(.paragraph(Paragraph(style: styles.root, runs: runs)))
        }
        for note in read.notes where !placedNotes.contains(note.reference) {
            losses.add(.note, at: place(of: note.blocks), "", text(note.blocks))
        }
        for comment in read.comments where !comments.isPlaced(comment.id) {
            losses.add(.comment, at: place(of: comment.blocks), "", text(comment.blocks))
        }
        var document = Document(
            properties: Document.Properties(title: read.title ?? "", language: read.language ?? "vi-VN"),
            defaults: styles.defaults, styles: styles.all, sections: sections)
        document.noteNumbering = noteNumbering()
        document.layout = read.layout
        document.media = pictures.all
        document.lists = lists.all
        for index in document.styles.indices.dropFirst() {
            document.styles[index].place = lists.place(ofStyle: document.styles[index].id)
        }
        document.comments = comments.all
        return document
    }

    private mutating func noteTraits() {
        if read.traits.contains(.trackedChanges) { losses.add(.trackedChanges, at: nil) }
        if read.traits.contains(.signature) { losses.add(.signature, at: nil) }
    }

    func place(of blocks: [ReadBlock]) -> ReadParagraph.Place? { blocks.paragraphs.first?.place }

    func text(_ blocks: [ReadBlock]) -> String {
        blocks.paragraphs.map(\.visibleText).filter { !$0.isEmpty }.joined(separator: " / ")
    }

    // MARK: Sections

    private mutating func add(_ section: ReadSection, number: Int, to sections: inout [Section]) {
        let place = self.place(of: section.blocks)
        let page = Self.page(section.page)
        (width, leftMargin) = (page.textWidth, page.left)
        let header = margin(section.headers, section)
        let footer = margin(section.footers, section)
        let blocks = self.blocks(section.blocks)
        if section.columns > 1 { losses.add(.columns, at: place) }
        if let first = section.firstPage, !Self.isAlike(Self.page(first), page) {
            losses.add(.firstPageLayout, at: place)
        }
        if section.pageNumberFormat != .decimal { losses.add(.pageNumberFormat, at: place) }

        let numbering = section.pageNumberStart.map(Section.PageNumbering.restarts) ?? .continues
        if number > 0, section.beginning == .continuous, var last = sections.popLast() {
            // A section that goes on in the same page is no section to this model.
            if last.page != page { losses.add(.sectionOnPage, at: place) }
            if last.page == page || last.blocks.isEmpty {
                last.blocks += blocks
                sections.append(last)
                return
            }
            sections.append(last)
        }
        sections.append(
            Section(
                name: Self.name(ofSection: number), page: page, header: header, footer: footer,
                pageNumbering: numbering,
                blocks: blocks.isEmpty ? [.paragraph(Paragraph(style: styles.root))] : blocks))
    }

    private static func name(ofSection number: Int) -> String {
        number == 0 ? "Văn bản" : "Phần \(number + 1)"
    }

    /// Lengths the file leaves open are those of Word's own blank sheet.
    static func page(_ setup: PageSetup) -> Page {
        let top = setup.top ?? .millimetres(25.4)
        let bottom = setup.bottom ?? .millimetres(25.4)
        let header = setup.headerDistance ?? min(.millimetres(12.7), top / 2)
        return Page(
            width: setup.width ?? .millimetres(210), height: setup.height ?? .millimetres(297), top: top,
            bottom: bottom, left: setup.left ?? .millimetres(25.4), right: setup.right ?? .millimetres(25.4),
            // Both lie within the margin: a header that reaches into the text pushes it away in both formats.
            headerDistance: min(header, top),
            footerDistance: min(setup.footerDistance ?? min(.millimetres(12.7), bottom / 2), bottom))
    }

    /// Whether text stands in the same place on both, roundings aside.
    private static func isAlike(_ page: Page, _ other: Page) -> Bool {
        let edges: [KeyPath<Page, Length>] = [\.width, \.height, \.top, \.bottom, \.left, \.right]
        return edges.allSatisfy { edge in
            abs(page[keyPath: edge].millimetres - other[keyPath: edge].millimetres) < 0.1
        }
    }

    private mutating func margin(_ headers: [PageKind: ReadHeader], _ section: ReadSection) -> Section.Header
    {
        story = .header
        defer { story = .body }
        if read.traits.contains(.evenAndOddPages) || read.format == .odt, let even = headers[.even],
            even.blocks.paragraphs.map(\.text) != headers[.standard]?.blocks.paragraphs.map(\.text)
        {
            losses.add(.evenPages, at: place(of: even.blocks), "", text(even.blocks))
        }
        var header = Section.Header(paragraphs(headers[.standard]))
        guard section.hasTitlePage else { return header }
        let first = paragraphs(headers[.first])
        if first.allSatisfy({ $0.text.isEmpty && !$0.showsMore && $0.format.topBorder == nil }) {
            header.firstPage = header.paragraphs.isEmpty ? .likeTheOthers : .empty
        } else if first != header.paragraphs {
            header.firstPage = .own(first)
        }
        return header
    }

    /// The paragraphs of a header; a table in it becomes its text.
    private mutating func paragraphs(_ header: ReadHeader?) -> [Paragraph] {
        var found: [Paragraph] = []
        for block in header?.blocks ?? [] {
            switch block {
            case .paragraph(let paragraph): found += paragraphs(inHeader: paragraph)
            case .table(let table):
                let inside = table.rows.flatMap { $0.cells.flatMap(\.blocks.paragraphs) }
                losses.add(
                    .tableInHeader, at: inside.first?.place, "", inside.map(\.text).joined(separator: " / "))
                for paragraph in inside { found += paragraphs(inHeader: paragraph) }
            }
        }
        return found
    }

    /// The paragraph, and what becomes of its shapes.
    private mutating func paragraphs(inHeader paragraph: ReadParagraph) -> [Paragraph] {
        var found = paragraphs(paragraph)
        for shape in paragraph.shapes {
            for case .paragraph(let inside) in blocks(around: shape, in: paragraph) { found.append(inside) }
        }
        return found
    }
}

extension Paragraph {
    /// Whether something stands in it that is no text: a page number, a picture.
    fileprivate var showsMore: Bool {
        runs.contains { run in
            run.pieces.contains { piece in
                switch piece {
                case .text, .tab, .lineBreak, .commentStart, .commentEnd, .comment: false
                case .pageNumber, .pageCount, .note, .picture: true
                }
            }
        }
    }
}
