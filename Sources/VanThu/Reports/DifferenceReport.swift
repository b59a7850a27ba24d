internal import Regulations

/// What two versions of a document have otherwise, for programs.
public struct DifferenceReport: Report {
    private let version = 1
    private let old: String
    private let new: String
    private let changes: [Change]

    public init(_ difference: DocumentDifference) {
        old = difference.old
        new = difference.new
        changes = difference.changes.map(Change.init)
    }

    private struct Change: Encodable {
        let kind: String
        let component: String?
        let oldParagraph: Int?
        let newParagraph: Int?
        let pieces: [Piece]

        init(_ change: DocumentDifference.Change) {
            kind = change.kind.rawValue
            component = change.component?.rawValue
            oldParagraph = change.oldNumber
            newParagraph = change.newNumber
            pieces = change.pieces.map { Piece(kind: $0.kind.rawValue, text: $0.text) }
        }
    }

    private struct Piece: Encodable {
        let kind: String
        let text: String
    }
}
