package import Batches
package import Container
package import Diagnostics
internal import Files
package import OfficePackage
internal import Threads

extension Clerk {
    /// Writes every document of a folder anew in another format, under the same path in another folder.
    ///
    /// A document that cannot be converted does not keep the others from being; its faults are in the result, with the warnings of all. Throws what is
    /// wrong with the folder.
    package static func convert(
        folder: String, into target: String, as format: OfficeFormat, existing: Publication.Existing = .kept,
        jobs: Int? = nil, environment: [String: String], observer: BatchObserver = BatchObserver()
    ) throws(Failure) -> BatchProgress {
        try InputLedger.duringOneJob { () throws(Failure) in
            let work = try FolderWork(folder)
            // All at once: a result must not take the place of a document whose turn has not come.
            for name in work.documents { InputLedger.note(path: path(of: name, in: folder)) }
            let results = Dictionary(grouping: work.documents) { name in
                "\(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]).\(format.rawValue)"
            }
            let places = results.flatMap { result, names in names.map { ($0, (result, names)) } }
            let plan = Dictionary(uniqueKeysWithValues: places)
            var total = BatchProgress()
            try work.run(jobs: jobs ?? processorCount()) { paths in
                paths.map { name -> Result<Reported<[WrittenFile]>, Failure> in
                    guard let (result, names) = plan[name] else {
                        preconditionFailure("every document has a place")
                    }
                    let output = path(of: result, in: target)
                    do throws(Failure) {
                        guard names.count == 1 else {
                            let others = names.filter { $0 != name }
                            throw Failure(.sameResult(output, of: path(of: name, in: folder), and: others))
                        }
                        return .success(
                            try convert(
                                path(of: name, in: folder), to: output, existing: existing,
                                environment: environment))
                    } catch { return .failure(error) }
                }
            } take: { outcomes throws(Failure) in
                for outcome in outcomes {
                    switch outcome {
                    case .success(let files):
                        observer.diagnostics(files.warnings)
                        total =
                            total
                            + BatchProgress(done: 1, byteCount: files.value.reduce(0) { $0 + $1.byteCount })
                    case .failure(let failure):
                        if failure.processStatus == .environment { throw failure }
                        observer.diagnostics(failure.diagnostics)
                        total = total + BatchProgress(failed: 1)
                    }
                }
                let count = Double(total.done + total.failed)
                total = total + BatchProgress(fraction: count / Double(work.documents.count))
                observer.progress(total)
            }
            return total
        }
    }
}

extension Diagnostic {
    /// Whichever were written, the other would be missed.
    fileprivate static func sameResult(_ output: String, of document: String, and others: [String])
        -> Diagnostic
    {
        let list = others.joined(separator: ", ")
        return .error(
            "convert.same-result", at: .file(document), "không chuyển, vì \(list) cũng ra tệp \(output)",
            en: "it was not converted, for \(list) would be \(output) too",
            fix: "đổi tên một tệp, hoặc chuyển từng tệp: vanthu chuyen VĂN-BẢN KẾT-QUẢ",
            en: "rename one of them, or convert each by itself: vanthu convert DOCUMENT RESULT")
    }
}
