public import Container
public import Diagnostics
internal import Files
internal import OfficeDocument
internal import OfficePackage
internal import Recognition
internal import Regulations

extension Clerk {
    /// What a later version of a document has otherwise, by component and paragraph.
    ///
    /// With `redline`, the earlier version is written there with all of that as tracked changes: taken over they give the text of the later one,
    /// refused that of the earlier. Throws why a document cannot be read, `diff.…`, or what keeps the file from being written.
    public static func compare(
        _ old: String, with new: String, redline output: String? = nil,
        existing: Publication.Existing = .kept, environment: [String: String] = [:]
    ) throws(Failure) -> Reported<DocumentDifference> {
        try InputLedger.duringOneJob { () throws(Failure) in
            var collected = CollectedDiagnostics()
            let files = [old, new].map { path in
                collected.attempt { () throws(Failure) in try document(path, environment) }
            }
            if let output { collected.addObstacles(to: [output], existing: existing) }
            try collected.throwErrors()
            guard let first = files[0], let second = files[1] else {
                preconditionFailure("a step without a result has failed")
            }
            for file in [first, second] { file.warnings.forEach { collected.add($0) } }
            for finding in UnreadDifference(first.document, second.document).findings(in: new) {
                collected.add(finding)
            }
            let comparison = DocumentComparison(first.document, second.document)
            let difference = DocumentDifference(comparison, first.document, second.document, old, new)
            guard let output else { return Reported(difference, warnings: collected.diagnostics) }
            guard WrittenFile(path: output, byteCount: 0).fileExtension == first.document.format.rawValue
            else { throw Failure(.otherFormat(output, than: old, first.document.format)) }
            let bytes = try first.document.redlined(towards: second.document, comparison, in: first.archive)
            var publication = Publication(existing: existing)
            try publication.stage(bytes, at: output)
            try publication.publish()
            return Reported(difference, warnings: collected.diagnostics)
        }
    }
}

extension DocumentDifference {
    init(
        _ comparison: DocumentComparison, _ old: ReadDocument, _ new: ReadDocument, _ oldName: String,
        _ newName: String
    ) {
        self.init(
            old: oldName, new: newName,
            changes: ChangeList(old: Self.components(of: old), new: Self.components(of: new)).changes(
                comparison.steps))
    }

    private static func components(of document: ReadDocument) -> [ElementPlace: Component] {
        var components: [ElementPlace: Component] = [:]
        for found in RecognisedDocument(of: document).recognisedComponents
        where components[found.place.element] == nil { components[found.place.element] = found.component }
        return components
    }
}

/// Tells the steps of a comparison that change something.
private struct ChangeList {
    typealias Change = DocumentDifference.Change
    typealias Piece = DocumentDifference.Piece

    let old: [ElementPlace: Component]
    let new: [ElementPlace: Component]

    func changes(_ steps: [DocumentComparison.Step]) -> [Change] { steps.flatMap(changes) }

    private func changes(_ step: DocumentComparison.Step) -> [Change] {
        switch step {
        case .kept: []
        case .changed(let from, let to, let pieces):
            [
                Change(
                    kind: .changed, component: new[to.element] ?? old[from.element],
                    oldNumber: from.place.number, newNumber: to.place.number, pieces: pieces.map(Piece.init))
            ]
        case .removed(let paragraph): [gone(paragraph, .removed)].compactMap(\.self)
        case .added(let paragraph): [come(paragraph, .added)].compactMap(\.self)
        case .table(_, let rows):
            rows.flatMap { row -> [Change] in
                switch row {
                case .paired(_, let cells): cells.flatMap(changes)
                case .removed(let row): [gone(row, .rowRemoved)]
                case .added(let row): [come(row, .rowAdded)]
                }
            }
        case .removedTable(let table): [whole(table, .removed, .tableRemoved)]
        case .addedTable(let table): [whole(table, .added, .tableAdded)]
        }
    }

    private func gone(_ paragraph: ReadParagraph, _ kind: DocumentDifference.Kind) -> Change? {
        guard !paragraph.typedText.isEmpty else { return nil }
        return Change(
            kind: kind, component: old[paragraph.element], oldNumber: paragraph.place.number, newNumber: nil,
            pieces: [Piece(kind: .removed, text: paragraph.typedText)])
    }

    private func come(_ paragraph: ReadParagraph, _ kind: DocumentDifference.Kind) -> Change? {
        guard !paragraph.typedText.isEmpty else { return nil }
        return Change(
            kind: kind, component: new[paragraph.element], oldNumber: nil, newNumber: paragraph.place.number,
            pieces: [Piece(kind: .added, text: paragraph.typedText)])
    }

    private func gone(_ row: ReadTable.Row, _ kind: DocumentDifference.Kind) -> Change {
        Change(
            kind: kind, component: nil, oldNumber: row.firstParagraph?.place.number, newNumber: nil,
            pieces: [Piece(kind: .removed, text: row.words)])
    }

    private func come(_ row: ReadTable.Row, _ kind: DocumentDifference.Kind) -> Change {
        Change(
            kind: kind, component: nil, oldNumber: nil, newNumber: row.firstParagraph?.place.number,
            pieces: [Piece(kind: .added, text: row.words)])
    }

    private func whole(_ table: ReadTable, _ piece: Piece.Kind, _ kind: DocumentDifference.Kind) -> Change {
        let number = table.rows.lazy.compactMap(\.firstParagraph).first?.place.number
        let text = table.rows.map(\.words).joined(separator: " / ")
        return Change(
            kind: kind, component: nil, oldNumber: piece == .removed ? number : nil,
            newNumber: piece == .added ? number : nil, pieces: [Piece(kind: piece, text: text)])
    }
}

extension DocumentDifference.Piece {
    fileprivate init(_ piece: TextPiece) {
        let kind: Kind =
            switch piece.kind {
            case .kept: .kept
            case .removed: .removed
            case .added: .added
            }
        self.init(kind: kind, text: piece.text)
    }
}

extension ReadTable.Row {
    fileprivate var firstParagraph: ReadParagraph? { cells.lazy.flatMap(\.blocks.paragraphs).first }

    fileprivate var words: String { cells.map(\.text).joined(separator: " | ") }
}

extension Diagnostic {
    /// The name of a changed copy that ends as another format does.
    static func otherFormat(_ output: String, than old: String, _ format: OfficeFormat) -> Diagnostic {
        .error(
            "diff.redline-format", at: .file(output),
            "tệp được ghi là bản sao của \(old), nên phải có đuôi .\(format.rawValue)",
            en: "what is written is a copy of \(old), so its name has to end in .\(format.rawValue)",
            fix: "đổi đuôi tệp cần ghi thành .\(format.rawValue)",
            en: "let the name end in .\(format.rawValue)")
    }
}
