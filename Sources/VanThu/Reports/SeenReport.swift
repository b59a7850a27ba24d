internal import Checking
internal import Diagnostics
internal import OfficeDocument
internal import Regulations

/// What was recognised in a document, as `check --json` prints it.
enum SeenReport {
    /// A component, and whether it was found.
    struct Part: Encodable, Sendable {
        let component: String
        /// `found`, `guessed`, `missing` or `unreadable`.
        let status: String
        /// The paragraphs it stands in, as findings count them; those of the margins in their own parts.
        let places: [Place]?
        /// Why it is guessed or cannot be read.
        let reason: CheckReport.Entry.Both?

        init(_ seen: SeenDocument.SeenComponent) {
            component = seen.component.rawValue
            status = seen.status.name
            places = seen.places.isEmpty ? nil : seen.places.map(Place.init)
            reason = seen.status.reason.map(CheckReport.Entry.Both.init)
        }
    }

    /// A heading with its level.
    struct Heading: Encodable, Sendable {
        let text: String
        let level: Int
        /// `sure` or `guessed`.
        let sureness: String
        let reason: CheckReport.Entry.Both?
        let number: String?
        let automatic: Bool
        let runIn: Bool
        let place: Place

        init(_ seen: SeenDocument.SeenHeading) {
            (text, level, number) = (seen.text, seen.level, seen.number)
            sureness = seen.doubt == nil ? "sure" : "guessed"
            reason = seen.doubt.map(CheckReport.Entry.Both.init)
            (automatic, runIn) = (seen.isAutomatic, seen.isRunIn)
            place = Place(seen.place)
        }

        enum CodingKeys: String, CodingKey {
            case text, level, sureness, reason, number, automatic, place
            case runIn = "run_in"
        }
    }

    /// A table and what it is for.
    struct Table: Encodable, Sendable {
        let kind: String
        let place: Place

        init(_ seen: SeenDocument.SeenTable) { (kind, place) = (seen.kind, Place(seen.place)) }
    }

    /// A line that is no component: a stamp, a caption, a line to be written upon.
    struct Mark: Encodable, Sendable {
        let kind: String
        let text: String
        let place: Place

        init(_ seen: SeenDocument.SeenMark) {
            (kind, text, place) = (seen.kind, seen.text, Place(seen.place))
        }
    }

    /// A paragraph, as findings name it.
    struct Place: Encodable, Sendable {
        let part: String
        let paragraph: Int
        /// Table, row and column, each from 1.
        let cell: [Int]?

        init(_ place: ReadParagraph.Place) {
            (part, paragraph) = (place.part, place.number)
            cell = place.cell.map { [$0.table, $0.row, $0.column] }
        }
    }
}
