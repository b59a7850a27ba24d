public import Diagnostics
package import OfficeDocument
internal import Recognition
public import Regulations

/// What the parts of a document were taken for, each with how sure that is.
///
/// A document that is not judged has one too: what was seen in it, what is missing, and what cannot be read.
public struct SeenDocument: Hashable, Sendable {
    /// The components an office's document is known by, in its order.
    public let components: [SeenComponent]
    /// In the order of the document, those of appendices included.
    public let headings: [SeenHeading]
    public let tables: [SeenTable]
    /// Stamps, lines to be written upon, mentions of appendices and the like.
    public let marks: [SeenMark]

    public struct SeenComponent: Hashable, Sendable {
        public let component: Component
        public let status: Status
        /// Where it stands, paragraph by paragraph.
        package let places: [ReadParagraph.Place]

        /// Whether it was found.
        public enum Status: Hashable, Sendable {
            case found
            /// Taken for it by little evidence; the reason says what speaks against it.
            case guessed(Wording)
            case missing
            /// Something stands where it would be, and cannot be read.
            case unreadable(Wording)
        }
    }

    public struct SeenHeading: Hashable, Sendable {
        public let text: String
        /// From 1.
        public let level: Int
        /// `part`, `chapter`, `roman`, `decimal-2` and the like; nil for a title below the number of its part.
        public let number: String?
        /// Whether the word processor counts.
        public let isAutomatic: Bool
        /// Whether text follows on the heading's own line.
        public let isRunIn: Bool
        /// Why the level is guessed; nil where it is sure.
        public let doubt: Wording?
        package let place: ReadParagraph.Place
    }

    public struct SeenTable: Hashable, Sendable {
        /// `head`, `foot`, `addressees`, `tasks`, `targets`, `estimate`, `calendar`, `layout` or `other`.
        public let kind: String
        /// Where its first paragraph stands.
        package let place: ReadParagraph.Place
    }

    public struct SeenMark: Hashable, Sendable {
        /// `stamp`, `slot`, `caption` and the like.
        public let kind: String
        public let text: String
        package let place: ReadParagraph.Place
    }
}

extension SeenDocument {
    private static let components: [Component] = [
        .nationalTitle, .partyTitle, .motto, .superiorAgency, .issuingAgency, .star, .numberAndCode,
        .placeAndDate, .documentType, .subject, .letterSubject, .addressee, .legalBasis, .authority,
        .position, .signerName, .recipientsLabel, .recipient, .appendixLabel, .appendixTitle,
        .appendixReference, .pageNumber,
    ]

    /// Texts are shown up to here.
    private static let reach = 120

    /// The components are those that `profile` knows.
    init(_ document: RecognisedDocument, under profile: FormatProfile) {
        func place(_ line: Int) -> ReadParagraph.Place { document.lines[line].paragraph.place }
        func text(_ line: Int) -> String { String(document.lines[line].trimmed.prefix(Self.reach)) }
        components = Self.components.filter { profile.format(of: $0) != nil }.map { component in
            SeenComponent(
                component: component, status: SeenComponent.Status(document.status(of: component)),
                places: document.places(of: component))
        }
        headings = document.headings.map { heading in
            SeenHeading(
                text: text(heading.line), level: heading.level, number: heading.number?.name,
                isAutomatic: heading.isAutomatic, isRunIn: heading.isRunIn, doubt: heading.doubt,
                place: place(heading.line))
        }
        tables = document.tables.map { SeenTable(kind: $0.kind.rawValue, place: place($0.lines.lowerBound)) }
        marks = document.marks.sorted { $0.key < $1.key }.map { line, mark in
            SeenMark(kind: mark.rawValue, text: text(line), place: place(line))
        }
    }
}

extension RecognisedDocument {
    /// Page numbers stand in the margins, everything else in lines.
    fileprivate func places(of component: Component) -> [ReadParagraph.Place] {
        guard component == .pageNumber else {
            return indices(of: component).map { lines[$0].paragraph.place }
        }
        var places: [ReadParagraph.Place] = []
        for section in document.sections.indices {
            let numbers = pageNumbers(ofSection: section)
            for paragraph in numbers.inHeader + numbers.inFooter + numbers.onFirstPage
            where !places.contains(paragraph.place) { places.append(paragraph.place) }
        }
        return places
    }
}

extension SeenDocument.SeenComponent.Status {
    fileprivate init(_ status: ComponentStatus) {
        switch status {
        case .found: self = .found
        case .guessed(let reason): self = .guessed(reason)
        case .missing: self = .missing
        case .unreadable(let reason): self = .unreadable(reason)
        }
    }

    /// As machine-readable reports name it.
    public var name: String {
        switch self {
        case .found: "found"
        case .guessed: "guessed"
        case .missing: "missing"
        case .unreadable: "unreadable"
        }
    }

    /// Why it is guessed or cannot be read; nil otherwise.
    public var reason: Wording? {
        switch self {
        case .found, .missing: nil
        case .guessed(let reason), .unreadable(let reason): reason
        }
    }
}

extension HeadingNumber.Kind {
    /// As machine-readable reports name it.
    fileprivate var name: String {
        switch self {
        case .part: "part"
        case .chapter: "chapter"
        case .division: "division"
        case .subdivision: "subdivision"
        case .upperLetter: "upper-letter"
        case .roman: "roman"
        case .article: "article"
        case .arabic: "arabic"
        case .decimal(let depth): "decimal-\(depth)"
        case .letter: "letter"
        case .bracketed: "bracketed"
        case .dash: "dash"
        case .plus: "plus"
        case .star: "star"
        }
    }
}
