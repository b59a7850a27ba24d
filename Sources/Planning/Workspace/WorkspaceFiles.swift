package import DataFiles
package import Diagnostics
internal import FoundationEssentials
package import Values

/// A data file of a workspace, to be looked at and changed by itself.
package struct WorkspaceDataFile: Hashable, Sendable {
    /// Nil for the rows of a written table, which a data file names by `tep`.
    package let kind: DataKind?
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

extension WorkspaceDataFile {
    /// What may stand in it: for the rows of a table, a text below each name of its head line.
    package func form(of content: SourceNode, in folder: String) -> FormDescription {
        if let kind { return kind.form(of: content, in: folder) }
        var fields: [FieldDescription] = []
        if case .sequence(let rows) = content.content, case .mapping(let cells)? = rows.first?.content {
            fields = cells.map { cell in
                FieldDescription(
                    cell.key, .optional, DataForm<String>.text.description, help: cell.key, label: cell.key)
            }
        }
        let row = RecordDescription(name: nil, help: "Một dòng của bảng.", fields: fields)
        let words = Wording("các dòng của bảng", en: "the rows of a table")
        return FormDescription(words, .list(FormDescription(words, .record(row))))
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
