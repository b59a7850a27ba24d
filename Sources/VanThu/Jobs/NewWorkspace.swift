internal import Container
public import Diagnostics
internal import FoundationEssentials
internal import Planning

extension Clerk {
    /// The outlines a workspace can be started with, and what each is for.
    public static var outlines: [(name: String, title: String, summary: String)] { StarterWorkspace.outlines }

    /// Makes a workspace to start from, for a kind of plan: its data files, filled with an example and remarks.
    ///
    /// The folder must not be there yet, or be empty. Throws `usage.unknown-outline` when there is no outline of that name.
    public static func newWorkspace(at folder: String, outline: String? = nil) throws(Failure) -> Reported<
        [WrittenFile]
    > {
        guard let starter = outline.map({ StarterWorkspace.files(outline: $0) }) ?? StarterWorkspace.files
        else { throw Failure(.unknownOutline(outline ?? "")) }
        if let names = try? FileManager.default.contentsOfDirectory(atPath: folder), !names.isEmpty {
            throw Failure(.folderInUse(folder))
        }
        var publication = Publication(existing: .kept)
        var files: [WrittenFile] = []
        for (name, contents) in starter {
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
    static func unknownOutline(_ name: String) -> Diagnostic {
        let known = StarterWorkspace.outlines.map(\.name)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "usage.unknown-outline",
            Wording("không có đề cương “\(name)”", en: "there is no outline “\(name)”"), cause: .usage,
            at: .argument(name),
            fix: nearestName(to: name, among: known).map {
                Wording("có phải là “\($0)”?", en: "did you mean “\($0)”?")
            } ?? Wording("ghi một trong: \(list)", en: "write one of: \(list)"))
    }

    static func folderInUse(_ folder: String) -> Diagnostic {
        .error(
            "output.folder-in-use", at: .file(folder), "thư mục đã có tệp bên trong",
            en: "the folder has files in it", fix: "chọn một thư mục mới", en: "choose a new folder")
    }
}
