/// A text document without regard to the file format it is kept in.
public struct Document: Hashable, Sendable {
    public var properties: Properties
    /// What every style starts from.
    public var defaults: Defaults
    /// The first is the style of paragraphs that name none.
    public var styles: [ParagraphStyle]
    /// At least one.
    public var sections: [Section]

    public init(properties: Properties, defaults: Defaults, styles: [ParagraphStyle], sections: [Section]) {
        self.properties = properties
        self.defaults = defaults
        self.styles = styles
        self.sections = sections
    }

    public struct Properties: Hashable, Sendable {
        public var title: String
        /// Language and country, such as `vi-VN`.
        public var language: String

        public init(title: String, language: String = "vi-VN") {
            self.title = title
            self.language = language
        }
    }

    public struct Defaults: Hashable, Sendable {
        public var font: String
        /// In points.
        public var size: Double

        public init(font: String, size: Double) {
            self.font = font
            self.size = size
        }
    }
}

/// What stands one below the other on a page.
public enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)
}

/// A stretch of a document with one page layout; each begins a new page.
public struct Section: Hashable, Sendable {
    /// What people see in the list of page styles.
    public var name: String
    public var page: Page
    public var header: Header
    public var pageNumbering: PageNumbering
    public var blocks: [Block]

    public init(
        name: String,
        page: Page,
        header: Header = Header(),
        pageNumbering: PageNumbering = .continues,
        blocks: [Block]
    ) {
        self.name = name
        self.page = page
        self.header = header
        self.pageNumbering = pageNumbering
        self.blocks = blocks
    }

    public enum PageNumbering: Hashable, Sendable {
        case continues
        case restarts(at: Int)
    }

    public struct Header: Hashable, Sendable {
        public var paragraphs: [Paragraph]
        public var firstPage: FirstPage

        public init(_ paragraphs: [Paragraph] = [], firstPage: FirstPage = .likeTheOthers) {
            self.paragraphs = paragraphs
            self.firstPage = firstPage
        }

        public enum FirstPage: Hashable, Sendable {
            case likeTheOthers
            case empty
        }
    }
}

/// A sheet of paper and where the text stands on it.
public struct Page: Hashable, Sendable {
    public var width: Length
    public var height: Length
    public var top: Length
    public var bottom: Length
    public var left: Length
    public var right: Length
    /// From the upper edge of the paper to the header's first line; less than `top`.
    public var headerDistance: Length

    public init(
        width: Length,
        height: Length,
        top: Length,
        bottom: Length,
        left: Length,
        right: Length,
        headerDistance: Length
    ) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
        self.headerDistance = headerDistance
    }

    /// The width of the text.
    public var textWidth: Length { width - left - right }

    public enum Orientation: Hashable, Sendable { case portrait, landscape }

    public var orientation: Orientation { width > height ? .landscape : .portrait }
}
