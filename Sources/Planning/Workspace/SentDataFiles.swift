package import Diagnostics

/// A file that one unit has sent: its estimate of a year (`du-toan/2026/VP.xlsx`), or its log (`hoat-dong/VP.xlsx`).
package struct SentDataFile: Hashable, Sendable {
    package let kind: DataKind
    /// Inside the workspace.
    package let path: String
    /// The year of an estimate.
    package let year: Int?
    /// The code of the unit that the file's name tells; nil where it tells none.
    package let unit: String?
}

extension Workspace {
    /// What units have sent to the workspace in a folder, by kind and name.
    package static func sentFiles(in folder: String, of agency: Agency) throws(Failure) -> [SentDataFile] {
        try FolderReading.sentFiles(in: folder).map { file in
            SentDataFile(
                kind: file.kind, path: file.path, year: file.year,
                unit: agency.sender(ofFileNamed: String(file.path.split(separator: "/").last ?? "")))
        }
    }
}

extension Agency {
    /// The code of the unit that the name of a file tells, as the reader of the workspace finds it.
    package func sender(ofFileNamed name: String) -> String? {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        return Senders(self).unit(named: String(stem))?.code
    }
}
