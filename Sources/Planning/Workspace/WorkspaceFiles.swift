package import DataFiles
package import Diagnostics
internal import FoundationEssentials
package import Values

/// A data file of a workspace, to be looked at and changed by itself.
package struct WorkspaceDataFile: Hashable, Sendable {
    package let kind: DataKind
    /// Inside the workspace: `du-toan/2021.yaml`.
    package let path: String
}

extension Workspace {
    /// The data files of a folder, in the order of their kinds.
    package static func dataFiles(in folder: String) throws(Failure) -> [WorkspaceDataFile] {
        try FolderReading.dataFiles(in: folder)
    }

    /// The outlines that a folder has in its `de-cuong`, with what each is for; those that cannot be read are left out.
    package static func ownOutlines(in folder: String) -> [(name: String, title: String, summary: String)] {
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(DataKind.outline.rawValue)"))
            ?? []
        return files.sorted().compactMap { file in
            guard let dot = file.lastIndex(of: "."),
                let outline = Outline.named(String(file[..<dot]), in: folder)
            else { return nil }
            return (String(file[..<dot]), outline.title, outline.summary)
        }
    }
}

extension DataKind {
    /// What may stand in such a file of that workspace; a plan's own keys are those of the outline it names.
    package func form(of content: SourceNode, in folder: String) -> FormDescription {
        if self == .report, let outline = Outline.chosen(inReports: content, of: folder) {
            return ReportFile.form(of: outline).description
        }
        guard self == .programme, let outline = Outline.chosen(in: content, of: folder) else {
            return schema.root
        }
        return ProgrammeFile.form(of: outline).description
    }
}
