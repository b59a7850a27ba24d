/// A stretch of a document with one page layout.
package struct ReadSection: Hashable, Sendable {
    package var page = PageSetup()
    /// The layout of the first page, where it differs from the others.
    package var firstPage: PageSetup?
    /// Whether the first page has a header and footer of its own, or none.
    package var hasTitlePage = false
    package var pageNumberStart: Int?
    package var pageNumberFormat: NumberingFormat = .decimal
    package var beginning: Beginning = .nextPage
    package var columns = 1
    /// The distance of the lines of the grid that text snaps to, where there is one.
    package var gridPitch: Length?
    /// In effect: a header inherited from the section before is repeated here.
    package var headers: [PageKind: ReadHeader] = [:]
    package var footers: [PageKind: ReadHeader] = [:]
    package var blocks: [ReadBlock] = []
    /// The element that holds the layout: its part and child indices.
    package var place: ElementPlace?

    package init() {}

    package enum Beginning: String, Hashable, Sendable {
        case nextPage, continuous, evenPage, oddPage, nextColumn
    }
}

/// Which pages a header stands on.
package enum PageKind: String, Hashable, Sendable, CaseIterable {
    case first
    /// All pages that have no header of their own.
    case standard = "default"
    case even
}

/// What stands in the margin above or below the text of a page.
package struct ReadHeader: Hashable, Sendable {
    /// The entry of the package it is kept in.
    package var part: String
    package var blocks: [ReadBlock]
}

/// A sheet of paper and where the text stands on it; nil where the file does not say.
package struct PageSetup: Hashable, Sendable {
    package var width: Length?
    package var height: Length?
    /// From the upper edge of the paper to the text.
    package var top: Length?
    package var bottom: Length?
    package var left: Length?
    package var right: Length?
    package var headerDistance: Length?
    package var footerDistance: Length?
    /// What the file calls the orientation; the paper's own proportions may say otherwise.
    package var statedOrientation: Page.Orientation?

    package init(
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
    package var orientation: Page.Orientation? {
        guard let width, let height else { return statedOrientation }
        return width > height ? .landscape : .portrait
    }

    /// The width of the text.
    package var textWidth: Length? {
        guard let width, let left, let right else { return nil }
        return width - left - right
    }
}

/// An element of the file: the part it is in, and which child to follow from the root on.
///
/// The indices count all children of an element, text included, from 0.
package struct ElementPlace: Hashable, Sendable {
    package var part: String
    package var path: [Int]
}

extension ReadSection {
    /// Which section of a document is meant, and what marks it in the file.
    package struct Position: Hashable, Sendable {
        /// Counts the sections from 0.
        package var index: Int
        /// The element that holds the layout.
        package var layout: ElementPlace?
        /// The paragraph or table it begins with.
        package var firstBlock: ElementPlace?
    }
}

extension ReadDocument {
    /// Where a section is in the file; nil for one it does not have.
    package func position(ofSection index: Int) -> ReadSection.Position? {
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
