package import Batches
package import Container
package import Diagnostics
internal import Files
internal import Threads

/// What a check of many documents came to.
package struct FolderCheck: Hashable, Sendable {
    package internal(set) var documentCount = 0
    /// Documents that have errors, or could not be checked.
    package internal(set) var faultyCount = 0
    package internal(set) var findingCount = 0
}

extension Clerk {
    /// Holds every document of a folder, and of the folders in it, against the official format, and writes what was found into one report: `.xlsx` or `.csv`
    /// for a spreadsheet, `.jsonl` for programs.
    ///
    /// A document that cannot be read is a row like another. Throws what keeps the report from being written.
    package static func check(
        folder: String, by terms: CheckTerms, report: String, existing: Publication.Existing = .kept,
        jobs: Int? = nil, in language: Language, environment: [String: String],
        observer: BatchObserver = BatchObserver()
    ) throws(Failure) -> FolderCheck {
        try InputLedger.duringOneJob { () throws(Failure) in
            guard let form = FolderReport.Form(ofFileAt: report) else {
                throw Failure(.unknownReport(report))
            }
            if let failure = Failure(Publication.obstacles(to: [report], existing: existing)) {
                throw failure
            }
            let work = try FolderWork(folder)
            var lines = try FolderReport(form, at: report, existing: existing, language)
            try lines.begin()
            var total = FolderCheck()
            try work.run(jobs: jobs ?? processorCount()) { paths in
                let paths = paths.map { path(of: $0, in: folder) }
                do throws(Failure) {
                    return Result<[CheckedDocument], Failure>.success(
                        try check(paths, by: terms, environment: environment))
                } catch { return .failure(error) }
            } take: { outcome throws(Failure) in
                for document in try outcome.get() {
                    try lines.add(document)
                    total.documentCount += 1
                    total.findingCount += document.diagnostics.count
                    if document.hasErrors { total.faultyCount += 1 }
                }
                let done = Double(total.documentCount) / Double(work.documents.count)
                observer.progress(
                    BatchProgress(done: total.documentCount, failed: total.faultyCount, fraction: done))
            }
            observer.diagnostics(try lines.publish())
            return total
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownReport(_ path: String) -> Diagnostic {
        .error(
            "output.unknown-report", at: .file(path), "đuôi của bản báo cáo phải là .xlsx, .csv hoặc .jsonl",
            en: "the report has to end in .xlsx, .csv or .jsonl",
            fix: "đổi đuôi của tệp; .xlsx mở được bằng Excel",
            en: "change the ending; an .xlsx opens in Excel")
    }
}
