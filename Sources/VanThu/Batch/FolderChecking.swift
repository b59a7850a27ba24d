package import Batches
package import Container
package import Diagnostics
internal import Files
internal import Values

/// What a check of many documents came to.
package struct FolderCheck: Hashable, Sendable {
    package internal(set) var documentCount = 0
    /// Documents that have errors, or could not be checked.
    package internal(set) var faultyCount = 0
    package internal(set) var findingCount = 0
}

extension Clerk {
    /// Holds every document of a folder, and of the folders in it, against the official format, and writes what was found into one report: `.csv` for a
    /// spreadsheet, `.jsonl` for programs.
    ///
    /// A document that cannot be read is a row like another. Throws what keeps the report from being written.
    package static func check(
        folder: String, by terms: CheckTerms, report: String, existing: Publication.Existing = .kept,
        jobs: Int? = nil, in language: Language, environment: [String: String],
        progress: (BatchProgress) -> Void = { _ in }
    ) throws(Failure) -> FolderCheck {
        try InputLedger.duringOneJob { () throws(Failure) in
            guard let form = FolderReport.Form(ofFileAt: report) else {
                throw Failure(.unknownReport(report))
            }
            if let failure = Failure(Publication.obstacles(to: [report], existing: existing)) {
                throw failure
            }
            let work = try FolderWork(folder)
            var lines = FolderReport(form, language)
            var total = FolderCheck()
            try work.run(jobs: jobs ?? processorCount()) { paths in
                let paths = paths.map { path(of: $0, in: folder) }
                do throws(Failure) {
                    return Result<[CheckedDocument], Failure>.success(
                        try check(paths, by: terms, environment: environment))
                } catch { return .failure(error) }
            } take: { outcome throws(Failure) in
                for document in try outcome.get() {
                    lines.add(document)
                    total.documentCount += 1
                    total.findingCount += document.diagnostics.count
                    if document.hasErrors { total.faultyCount += 1 }
                }
                let done = Double(total.documentCount) / Double(work.documents.count)
                progress(BatchProgress(done: total.documentCount, failed: total.faultyCount, fraction: done))
            }
            var publication = Publication(existing: existing)
            try publication.stage(lines.bytes, at: report)
            try publication.publish()
            return total
        }
    }
}

/// A row for each finding, and one for each document without any.
private struct FolderReport {
    private(set) var bytes: [UInt8] = []
    private let form: Form
    private let language: Language

    enum Form: String {
        case csv
        case jsonl

        init?(ofFileAt path: String) {
            self.init(rawValue: WrittenFile(path: path, byteCount: 0).fileExtension)
        }
    }

    private static let columns: [(key: String, title: Wording)] = [
        ("file", Wording("Tệp", en: "File")), ("verdict", Wording("Kết luận", en: "Verdict")),
        ("severity", Wording("Mức", en: "Severity")), ("code", Wording("Quy tắc", en: "Rule")),
        ("place", Wording("Chỗ", en: "Place")), ("message", Wording("Nội dung", en: "Message")),
        ("fix", Wording("Cách sửa", en: "Fix")),
    ]

    init(_ form: Form, _ language: Language) {
        self.form = form
        self.language = language
        guard form == .csv else { return }
        // By the mark Excel knows that it is UTF-8.
        bytes = [0xEF, 0xBB, 0xBF]
        add(row: FolderReport.columns.map { $0.title.text(in: language) })
    }

    mutating func add(_ document: CheckedDocument) {
        let head = [document.file, document.verdict.rawValue]
        let diagnostics = document.diagnostics
        if diagnostics.isEmpty { add(row: head + ["", "", "", "", ""]) }
        for diagnostic in diagnostics {
            add(
                row: head + [
                    diagnostic.severity.name(in: form == .jsonl ? .english : language), diagnostic.code,
                    diagnostic.location.text(in: language), diagnostic.message.text(in: language),
                    diagnostic.fix?.text(in: language) ?? "",
                ])
        }
    }

    private mutating func add(row: [String]) {
        switch form {
        case .csv:
            bytes += row.map(FolderReport.field).joined(separator: ",").utf8
            bytes += [0x0D, 0x0A]
        case .jsonl:
            let fields = zip(FolderReport.columns, row).map { ($0.key, Value.text($1)) }
            bytes += Value.record(Record(fields)).json() + [0x0A]
        }
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

extension Diagnostic {
    fileprivate static func unknownReport(_ path: String) -> Diagnostic {
        .error(
            "output.unknown-report", at: .file(path), "đuôi của bản báo cáo phải là .csv hoặc .jsonl",
            en: "the report has to end in .csv or .jsonl", fix: "đổi đuôi của tệp; .csv mở được bằng Excel",
            en: "change the ending; a .csv opens in Excel")
    }
}
