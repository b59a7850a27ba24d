internal import Batches
internal import Diagnostics
internal import FoundationEssentials

/// The documents of a folder and of the folders in it, in the order of their names, worked on by several threads.
struct FolderWork {
    /// Paths from the folder.
    let documents: [String]
    let folder: String

    /// Throws when the folder cannot be read, or has no document.
    ///
    /// Hidden files and folders, and the lock files of word processors, are passed over.
    init(_ folder: String) throws(Failure) {
        guard let walk = FileManager.default.subpathsOrNil(of: folder) else {
            throw Failure(.noSuchFolder(folder))
        }
        documents = walk.filter { path in
            let name = path.split(separator: "/").last ?? ""
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }), !name.hasPrefix("~$"),
                let dot = name.lastIndex(of: ".")
            else { return false }
            return ["docx", "odt", "doc"].contains(name[dot...].dropFirst().lowercased())
        }.sorted()
        self.folder = folder
        guard !documents.isEmpty else { throw Failure(.noDocuments(folder)) }
    }

    /// Works on groups of documents and takes what comes of each in their order; what `take` throws ends the work.
    func run<Outcome: Sendable>(
        jobs: Int, groupSize: Int = 16, work: @escaping @Sendable ([String]) -> Outcome,
        take: (Outcome) throws(Failure) -> Void
    ) throws(Failure) {
        let line = AssemblyLine<[String], Outcome>(jobs: jobs)
        var next = 0
        let documents = documents
        let feed: AssemblyLine<[String], Outcome>.Feed = {
            guard next < documents.count else { return nil }
            defer { next += groupSize }
            return Array(documents[next..<min(next + groupSize, documents.count)])
        }
        guard line.start(feeding: feed, makeWork: { _ in work }) else { throw Failure(.noThreads()) }
        var fault: Failure?
        while fault == nil, let outcome = line.next() {
            do throws(Failure) { try take(outcome) } catch { fault = error }
        }
        let end = line.stop()
        if let fault = fault ?? end { throw fault }
    }
}

extension FileManager {
    fileprivate func subpathsOrNil(of folder: String) -> [String]? {
        var isFolder = false
        guard fileExists(atPath: folder, isDirectory: &isFolder), isFolder else { return nil }
        return try? subpathsOfDirectory(atPath: folder)
    }
}

extension Diagnostic {
    fileprivate static func noSuchFolder(_ folder: String) -> Diagnostic {
        .error(
            "batch.no-such-folder", at: .file(folder), "không có thư mục này, hoặc không đọc được",
            en: "there is no such folder, or it cannot be read", fix: "kiểm tra lại tên thư mục",
            en: "check the folder's name")
    }

    fileprivate static func noDocuments(_ folder: String) -> Diagnostic {
        .error(
            "batch.no-documents", at: .file(folder), "thư mục không có văn bản .docx, .odt hay .doc nào",
            en: "the folder has no .docx, .odt or .doc document", fix: "chỉ ra thư mục chứa văn bản",
            en: "name a folder with documents")
    }
}
