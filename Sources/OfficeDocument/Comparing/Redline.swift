package import Container
package import Diagnostics
internal import OfficePackage
internal import XMLTree

extension ReadDocument {
    /// The file with everything that a later version has otherwise as tracked changes, which a word processor shows and lets take over or refuse.
    ///
    /// All of them taken over, the text of the body is that of the later version; all of them refused, that of this one. What stands in
    /// headers, notes and text boxes is left as it is. `archive` is the one the document was read from. Throws `document.signed`,
    /// `diff.tracked-changes`, `diff.table-shape`, `diff.not-exact`.
    package func redlined(towards new: ReadDocument, _ comparison: DocumentComparison, in archive: Archive)
        throws(Failure) -> [UInt8]
    {
        guard !traits.contains(.signature) else { throw Failure(.signed(file)) }
        for document in [self, new] where document.traits.contains(.trackedChanges) {
            throw Failure(.changesAlready(document.file))
        }
        guard let part = paragraphs.first?.place.part else { return try EditedParts(archive).wholeBytes() }
        var parts = EditedParts(archive)
        let root = try parts.requiredTree(of: part)
        let changed: Element
        switch format {
        case .docx: changed = WordRedline(root).applied(comparison.steps)
        case .odt:
            if let table = comparison.steps.firstReshapedTable {
                throw Failure(.reshapedTable(file, in: new.file, number: table.number))
            }
            changed = OpenDocumentRedline(root).applied(comparison.steps)
        }
        parts.change(part) { $0 = changed }
        let bytes = try parts.wholeBytes()
        try prove(bytes, part, against: new)
        return bytes
    }

    /// Reads what was written, with all changes refused and with all taken over.
    private func prove(_ bytes: [UInt8], _ part: String, against new: ReadDocument) throws(Failure) {
        for (settlement, wanted) in [(SettledChanges.refused, self), (.taken, new)] {
            var parts = EditedParts(try Archive(bytes: bytes, file: file))
            parts.change(part) { $0 = settlement.settled($0, as: format) }
            let settled = try Archive(bytes: try parts.wholeBytes(), file: file)
            let read = try ReadDocument.reading(settled).value
            guard read.bodyTexts.elementsEqual(wanted.bodyTexts, by: { $0.isExactly($1) }) else {
                throw Failure(.notExact(file))
            }
        }
    }

    /// What is typed in the paragraphs of the body and its tables that hold anything.
    package var bodyTexts: [String] { blocks.texts(\.typedText).filter { !$0.isEmpty } }

    /// What a reader sees of them: labels too, hidden text not.
    package var visibleTexts: [String] { blocks.texts(\.visibleText).filter { !$0.isEmpty } }
}

extension [ReadBlock] {
    fileprivate func texts(_ text: (ReadParagraph) -> String) -> [String] {
        flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): [text(paragraph)]
            case .table(let table): table.rows.flatMap { $0.cells.flatMap { $0.blocks.texts(text) } }
            }
        }
    }
}

extension [DocumentComparison.Step] {
    /// A table that came, went, or has other rows, which OpenDocument cannot track.
    fileprivate var firstReshapedTable: ReadTable? {
        for step in self {
            switch step {
            case .removedTable(let table), .addedTable(let table): return table
            case .table(let table, let rows):
                for row in rows {
                    guard case .paired(_, let cells) = row else { return table }
                    for cell in cells { if let inner = cell.firstReshapedTable { return inner } }
                }
            case .kept, .changed, .removed, .added: break
            }
        }
        return nil
    }
}

/// What becomes of a paragraph's end.
enum MarkChange { case added, removed }

/// One paragraph of a row of them, with what is to become of it and of its end.
struct RedlinedParagraph {
    enum Content {
        case kept(ReadParagraph)
        case changed(ReadParagraph, [TextPiece])
        case removed(ReadParagraph)
        case added(ReadParagraph)
    }

    var content: Content
    var mark: MarkChange?

    /// The paragraph of the file that it is; nil for a new one.
    var old: ReadParagraph? {
        switch content {
        case .kept(let paragraph), .changed(let paragraph, _), .removed(let paragraph): paragraph
        case .added: nil
        }
    }

    /// Paragraphs that follow each other, up to a table or the end of a cell.
    ///
    /// A paragraph that goes or comes takes the mark at its end along. The last mark stays whatever happens, so what goes or comes there takes
    /// that of the paragraph before.
    static func row(_ steps: [DocumentComparison.Step]) -> [RedlinedParagraph] {
        var row = steps.compactMap { step -> RedlinedParagraph? in
            switch step {
            case .kept(let paragraph): RedlinedParagraph(content: .kept(paragraph))
            case .changed(let paragraph, _, let pieces):
                RedlinedParagraph(content: .changed(paragraph, pieces))
            case .removed(let paragraph): RedlinedParagraph(content: .removed(paragraph), mark: .removed)
            case .added(let paragraph): RedlinedParagraph(content: .added(paragraph), mark: .added)
            case .table, .removedTable, .addedTable: nil
            }
        }
        let lastKept = row.lastIndex { $0.mark == nil }
        let tail = ((lastKept ?? -1) + 1)..<row.count
        let gone = tail.last { row[$0].mark == .removed }
        let come = tail.last { row[$0].mark == .added }
        if let gone, let come, case .removed(let old) = row[gone].content,
            case .added(let new) = row[come].content
        {
            // Both ends at once are one paragraph with other words.
            row.remove(at: max(gone, come))
            row.remove(at: min(gone, come))
            row.append(RedlinedParagraph(content: .changed(old, .between(old.typedText, new.typedText))))
            return row
        }
        guard let lastKept, lastKept + 1 < row.count else { return row }
        for index in lastKept..<(row.count - 1) { row[index].mark = row[index + 1].mark }
        row[row.count - 1].mark = nil
        return row
    }
}

extension Diagnostic {
    fileprivate static func changesAlready(_ file: String) -> Diagnostic {
        .error(
            "diff.tracked-changes", at: .file(file),
            "văn bản còn thay đổi được theo dõi mà chưa ai chấp nhận hay từ chối",
            en: "the document has tracked changes that nobody has accepted or rejected",
            fix: "chấp nhận hoặc từ chối hết các thay đổi rồi so sánh lại",
            en: "accept or reject all of them, then compare again")
    }

    fileprivate static func reshapedTable(_ file: String, in other: String, number: Int) -> Diagnostic {
        .error(
            "diff.table-shape", at: .file(file),
            "bảng \(number) có hàng hoặc cột thêm, bớt so với \(other); định dạng ODT không theo dõi được thay đổi ấy",
            en: "table \(number) has other rows or columns than in \(other), which OpenDocument cannot track",
            fix: "chuyển cả hai văn bản sang .docx rồi so sánh",
            en: "convert both documents to .docx, then compare")
    }

    fileprivate static func notExact(_ file: String) -> Diagnostic {
        .error(
            "diff.not-exact", at: .file(file),
            "bản theo dõi thay đổi không trả lại đúng một trong hai văn bản nên không ghi; đây là lỗi của vanthu",
            en:
                "the tracked changes do not give back one of the two texts, so nothing is written; this is a fault of vanthu",
            fix: "so sánh không kèm --redline, và báo lỗi kèm hai tệp nếu được",
            en: "compare without --redline, and report it with both files if you can")
    }
}
