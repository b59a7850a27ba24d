/// A text document without regard to the file format it is kept in.
package struct Document: Hashable, Sendable {
    package var properties: Properties
    /// What every style starts from.
    package var defaults: Defaults
    /// The first is the style of paragraphs that name none.
    package var styles: [ParagraphStyle]
    /// At least one.
    package var sections: [Section]
    /// How notes are counted; those that are not named as word processors do.
    package var noteNumbering: [NoteKind: NoteNumbering] = [:]
    package var layout = LayoutRules()
    package var comments: [Comment] = []
    package var lists: [ListDefinition] = []
    /// The files of its pictures.
    package var media: [Media] = []

    package init(properties: Properties, defaults: Defaults, styles: [ParagraphStyle], sections: [Section]) {
        self.properties = properties
        self.defaults = defaults
        self.styles = styles
        self.sections = sections
    }

    package struct Properties: Hashable, Sendable {
        package var title: String
        /// Language and country, such as `vi-VN`.
        package var language: String

        package init(title: String, language: String = "vi-VN") {
            self.title = title
            self.language = language
        }
    }

    package struct Defaults: Hashable, Sendable {
        package var font: String
        /// In points.
        package var size: Double

        package init(font: String, size: Double) {
            self.font = font
            self.size = size
        }
    }
}

extension Document {
    /// Every font it names, the usual one first.
    var fonts: [String] {
        var fonts = [defaults.font]
        func add(_ format: CharacterFormat) {
            if let font = format.font, !fonts.contains(font) { fonts.append(font) }
        }
        for style in styles { add(style.character) }
        for list in lists {
            for (_, level) in list.levels.sorted(by: { $0.key < $1.key }) { add(level.character) }
        }
        walk { paragraph in
            add(paragraph.mark)
            for run in paragraph.runs { add(run.format) }
        }
        return fonts
    }

    /// Visits every paragraph: of headers, tables and notes too.
    func walk(_ visit: (Paragraph) -> Void) {
        for section in sections {
            for header in [section.header, section.footer] {
                header.paragraphs.forEach { $0.walk(visit) }
                if case .own(let paragraphs) = header.firstPage { paragraphs.forEach { $0.walk(visit) } }
            }
            section.blocks.walk(visit)
        }
    }
}

extension Paragraph {
    /// Visits the paragraph and those of its notes.
    fileprivate func walk(_ visit: (Paragraph) -> Void) {
        visit(self)
        for run in runs { for case .note(let note) in run.pieces { note.blocks.walk(visit) } }
    }
}

extension [Block] {
    fileprivate func walk(_ visit: (Paragraph) -> Void) {
        for block in self {
            switch block {
            case .paragraph(let paragraph): paragraph.walk(visit)
            case .table(let table):
                for row in table.rows { for cell in row.cells { cell.blocks.walk(visit) } }
            }
        }
    }
}

/// What stands one below the other on a page.
package enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
}

/// A stretch of a document with one page layout; each begins a new page.
package struct Section: Hashable, Sendable {
    /// What people see in the list of page styles.
    package var name: String
    package var page: Page
    package var header: Header
    package var footer: Header
    package var pageNumbering: PageNumbering
    package var blocks: [Block]

    package init(
        name: String, page: Page, header: Header = Header(), footer: Header = Header(),
        pageNumbering: PageNumbering = .continues, blocks: [Block]
    ) {
        self.name = name
        self.page = page
        self.header = header
        self.footer = footer
        self.pageNumbering = pageNumbering
        self.blocks = blocks
    }

    package enum PageNumbering: Hashable, Sendable {
        case continues
        case restarts(at: Int)
    }

    /// What stands in the margin above the text, or below it.
    package struct Header: Hashable, Sendable {
        package var paragraphs: [Paragraph]
        package var firstPage: FirstPage

        package init(_ paragraphs: [Paragraph] = [], firstPage: FirstPage = .likeTheOthers) {
            self.paragraphs = paragraphs
            self.firstPage = firstPage
        }

        package enum FirstPage: Hashable, Sendable {
            case likeTheOthers
            case empty
            case own([Paragraph])
        }
    }

    /// Whether the first page has a header or footer other than the pages that follow.
    var hasTitlePage: Bool { header.firstPage != .likeTheOthers || footer.firstPage != .likeTheOthers }
}

/// A sheet of paper and where the text stands on it.
package struct Page: Hashable, Sendable {
    package var width: Length
    package var height: Length
    package var top: Length
    package var bottom: Length
    package var left: Length
    package var right: Length
    /// From the upper edge of the paper to the header's first line; less than `top`.
    package var headerDistance: Length
    /// From the lower edge of the paper to the footer's last line; nil for as much as above.
    package var footerDistance: Length?

    package init(
        width: Length, height: Length, top: Length, bottom: Length, left: Length, right: Length,
        headerDistance: Length, footerDistance: Length? = nil
    ) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
        self.headerDistance = headerDistance
        self.footerDistance = footerDistance
    }

    /// The width of the text.
    package var textWidth: Length { width - left - right }

    package enum Orientation: Hashable, Sendable { case portrait, landscape }

    package var orientation: Orientation { width > height ? .landscape : .portrait }
}
