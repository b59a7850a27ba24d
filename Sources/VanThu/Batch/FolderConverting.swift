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
            var total = BatchProgress()
            try work.run(jobs: jobs ?? processorCount()) { paths in
                paths.map { name -> Result<Reported<[WrittenFile]>, Failure> in
                    let stem = name[..<(name.lastIndex(of: ".") ?? name.endIndex)]
                    let output = path(of: "\(stem).\(format.rawValue)", in: target)
                    do throws(Failure) {
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
