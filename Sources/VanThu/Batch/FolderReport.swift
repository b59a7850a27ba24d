internal import Batches
internal import Container
internal import Diagnostics
internal import Files
internal import FoundationEssentials
internal import Printing
internal import Sheets
internal import Synchronization
internal import Values

/// What a check of a folder found: a row for each finding, and one for each document without any.
///
/// The rows are in a file, not in memory.
struct FolderReport: ~Copyable {
    private let form: Form
    private let target: String
    private let language: Language
    private var publication: Publication
    private var rows: SpooledFile
    private let scratch: Scratch?
    private var count = 0

    enum Form: String {
        case xlsx
        case csv
        case jsonl

        init?(ofFileAt path: String) {
            self.init(rawValue: WrittenFile(path: path, byteCount: 0).fileExtension)
        }
    }

    private static let columns: [(key: String, title: Wording, width: Double)] = [
        ("file", Wording("Tệp", en: "File"), 40), ("verdict", Wording("Kết luận", en: "Verdict"), 12),
        ("severity", Wording("Mức", en: "Severity"), 10), ("code", Wording("Quy tắc", en: "Rule"), 28),
        ("place", Wording("Chỗ", en: "Place"), 40), ("message", Wording("Nội dung", en: "Message"), 70),
        ("fix", Wording("Cách sửa", en: "Fix"), 50),
    ]

    init(_ form: Form, at target: String, existing: Publication.Existing, _ language: Language)
        throws(Failure)
    {
        let scratch = form == .xlsx ? try Scratch() : nil
        var publication = Publication(existing: existing)
        let rows =
            if let scratch { try SpooledFile(at: scratch.rows) } else { try publication.spool(at: target) }
        self.publication = publication
        self.rows = rows
        self.form = form
        self.target = target
        self.language = language
        self.scratch = scratch
    }

    /// Where the rows wait until they become a workbook.
    private final class Scratch {
        private let folder: PrivateFolder
        var rows: String { "\(folder.path)/rows.jsonl" }

        init() throws(Failure) {
            // A missing library is told before the work, not after it.
            _ = try [WrittenSheet("A", rows: [])].workbook()
            guard let folder = PrivateFolder() else {
                throw Failure(.unusableScratchFolder(FileManager.default.temporaryDirectory.path))
            }
            self.folder = folder
        }
    }

    /// Writes what stands above the rows.
    mutating func begin() throws(Failure) {
        guard form == .csv else { return }
        // By the mark Excel knows that it is UTF-8.
        try rows.append([0xEF, 0xBB, 0xBF])
        try add(row: FolderReport.columns.map { $0.title.text(in: language) })
    }

    mutating func add(_ document: CheckedDocument) throws(Failure) {
        let head = [document.file, document.verdict.rawValue]
        let diagnostics = document.diagnostics
        if diagnostics.isEmpty { try add(row: head + ["", "", "", "", ""]) }
        for diagnostic in diagnostics {
            try add(
                row: head + [
                    diagnostic.severity.name(in: form == .jsonl ? .english : language), diagnostic.code,
                    diagnostic.location.text(in: language), diagnostic.message.text(in: language),
                    diagnostic.fix?.text(in: language) ?? "",
                ])
        }
    }

    private mutating func add(row: [String]) throws(Failure) {
        count += 1
        switch form {
        case .csv: try rows.append(Array((row.map(FolderReport.field).joined(separator: ",") + "\r\n").utf8))
        case .jsonl, .xlsx:
            let fields = zip(FolderReport.columns, row).map { ($0.key, Value.text($1)) }
            try rows.append(Value.record(Record(fields)).json() + [0x0A])
        }
    }

    /// Puts the whole report in its place; returns what has to be told of that.
    consuming func publish() throws(Failure) -> [Diagnostic] {
        if let scratch {
            try rows.flush()
            let fault = ReadingFault()
            let bytes = try sheets(from: scratch.rows, fault).workbook()
            if let failure = fault.failure { throw failure }
            try publication.stage(bytes, at: target)
        } else {
            try publication.finish(rows)
        }
        return try publication.publish()
    }

    // MARK: - As a workbook

    /// As many sheets as hold the rows.
    private func sheets(from file: String, _ fault: ReadingFault) throws(Failure) -> [WrittenSheet] {
        guard let source = try RowSource(ofFileAt: file) else {
            preconditionFailure("lines of JSON are read row by row")
        }
        let room = CellReference.rowLimit - 1
        let name = Wording("Kết quả", en: "Findings").text(in: language)
        var style = CellStyle()
        style.isBold = true
        let heading = WrittenRow(
            FolderReport.columns.map { WrittenCell(.text($0.title.text(in: language)), style) })
        return stride(from: 0, to: max(1, count), by: room).map { start in
            let rows = ReportRows(
                source: source, heading: heading, range: start..<min(count, start + room), fault: fault)
            var sheet = WrittenSheet(start == 0 ? name : "\(name) \(start / room + 1)", rows: rows)
            sheet.widths = FolderReport.columns.map(\.width)
            sheet.headRows = 0...0
            sheet.freezesAt = CellReference(row: 1, column: 0)
            sheet.length = .long
            return sheet
        }
    }

    /// What kept the rows from being read again.
    private final class ReadingFault: Sendable {
        private let first = Mutex<Failure?>(nil)
        var failure: Failure? { first.withLock { $0 } }
        func note(_ failure: Failure) { first.withLock { $0 = $0 ?? failure } }
    }

    /// A stretch of the rows, read one by one, below their heading.
    private struct ReportRows: Sequence, Sendable {
        let source: RowSource
        let heading: WrittenRow
        let range: Range<Int>
        let fault: ReadingFault

        func makeIterator() -> AnyIterator<WrittenRow> {
            do throws(Failure) {
                let rows = try source.opened()
                for _ in 0..<range.lowerBound { _ = try rows.next() }
                var number = range.lowerBound - 1
                return AnyIterator {
                    defer { number += 1 }
                    if number < range.lowerBound { return heading }
                    return number < range.upperBound ? next(of: rows) : nil
                }
            } catch {
                fault.note(error)
                return AnyIterator { nil }
            }
        }

        private func next(of rows: Rows) -> WrittenRow? {
            do throws(Failure) {
                guard case .record(let record)? = try rows.next() else { return nil }
                return WrittenRow(
                    record.values.map { value in
                        guard case .text(let text) = value, !text.isEmpty else { return WrittenCell(.blank) }
                        return WrittenCell(.text(FolderReport.cell(text)))
                    })
            } catch {
                fault.note(error)
                return nil
            }
        }
    }

    /// A cell holds 32,767 UTF-16 units; nobody reads as much of one.
    private static func cell(_ text: String) -> String {
        guard text.utf16.count > 30_000 else { return text }
        return String(decoding: text.utf16.prefix(30_000), as: UTF16.self) + "…"
    }

    /// A field of CSV; what a spreadsheet would take for a formula is kept from being one.
    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
