/// A stretch of a document with one page layout.
public struct ReadSection: Hashable, Sendable {
    public var page = PageSetup()
    /// The layout of the first page, where it differs from the others.
    public var firstPage: PageSetup?
    /// Whether the first page has a header and footer of its own, or none.
    public var hasTitlePage = false
    public var pageNumberStart: Int?
    public var pageNumberFormat: NumberingFormat = .decimal
    public var beginning: Beginning = .nextPage
    public var columns = 1
    /// The distance of the lines of the grid that text snaps to, where there is one.
    public var gridPitch: Length?
    /// In effect: a header inherited from the section before is repeated here.
    public var headers: [PageKind: ReadHeader] = [:]
    public var footers: [PageKind: ReadHeader] = [:]
    public var blocks: [ReadBlock] = []
    /// The element that holds the layout: its part and child indices.
    public var place: ElementPlace?

    public init() {}

    public enum Beginning: String, Hashable, Sendable {
        case nextPage, continuous, evenPage, oddPage, nextColumn
    }
}

/// Which pages a header stands on.
public enum PageKind: String, Hashable, Sendable, CaseIterable {
    case first
    /// All pages that have no header of their own.
    case standard = "default"
    case even
}

/// What stands in the margin above or below the text of a page.
public struct ReadHeader: Hashable, Sendable {
    /// The entry of the package it is kept in.
    public var part: String
    public var blocks: [ReadBlock]
}

/// A sheet of paper and where the text stands on it; nil where the file does not say.
public struct PageSetup: Hashable, Sendable {
    public var width: Length?
    public var height: Length?
    /// From the upper edge of the paper to the text.
    public var top: Length?
    public var bottom: Length?
    public var left: Length?
    public var right: Length?
    public var headerDistance: Length?
    public var footerDistance: Length?
    /// What the file calls the orientation; the paper's own proportions may say otherwise.
    public var statedOrientation: Page.Orientation?

    public init(
        width: Length? = nil, height: Length? = nil, top: Length? = nil, bottom: Length? = nil,
        left: Length? = nil, right: Length? = nil
    ) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }

    /// From the proportions of the paper.
    public var orientation: Page.Orientation? {
        guard let width, let height else { return statedOrientation }
        return width > height ? .landscape : .portrait
    }

    /// The width of the text.
    public var textWidth: Length? {
        guard let width, let left, let right else { return nil }
        return width - left - right
    }
}

/// An element of the file: the part it is in, and which child to follow from the root on.
///
/// The indices count all children of an element, text included, from 0.
public struct ElementPlace: Hashable, Sendable {
    public var part: String
    public var path: [Int]
}

extension ReadSection {
    /// Which section of a document is meant, and what marks it in the file.
    public struct Position: Hashable, Sendable {
        /// Counts the sections from 0.
        public var index: Int
        /// The element that holds the layout.
        public var layout: ElementPlace?
        /// The paragraph or table it begins with.
        public var firstBlock: ElementPlace?
    }
}

extension ReadDocument {
    /// Where a section is in the file; nil for one it does not have.
    public func position(ofSection index: Int) -> ReadSection.Position? {
        guard sections.indices.contains(index) else { return nil }
        let first = sections[index].blocks.first.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.element
            case .table(let table): table.place
            }
        }
        return ReadSection.Position(index: index, layout: sections[index].place, firstBlock: first)
    }
}
