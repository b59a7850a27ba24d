internal import Container
public import Diagnostics
internal import FoundationEssentials
internal import Planning

extension Clerk {
    /// Makes a workspace to start from: every data file, filled with an example and remarks.
    ///
    /// The folder must not be there yet, or be empty.
    public static func newWorkspace(at folder: String) throws(Failure) -> Reported<[WrittenFile]> {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: folder), !names.isEmpty {
            throw Failure(.folderInUse(folder))
        }
        var publication = Publication(existing: .kept)
        var files: [WrittenFile] = []
        for (name, contents) in StarterWorkspace.files {
            let path = path(of: name, in: folder)
            let bytes = Array(contents.utf8)
            try publication.stage(bytes, at: path)
            files.append(WrittenFile(path: path, byteCount: bytes.count))
        }
        try publication.publish()
        return Reported(files)
    }
}

extension Diagnostic {
    fileprivate static func folderInUse(_ folder: String) -> Diagnostic {
        .error(
            "output.folder-in-use", at: .file(folder), "thư mục đã có tệp bên trong",
            en: "the folder has files in it", fix: "chọn một thư mục mới", en: "choose a new folder")
    }
}
