import Diagnostics
import FoundationEssentials
import Planning
import Values

/// A workspace written in a test: file names and YAML or CSV text.
func reading(_ files: [(kind: DataKind, name: String, text: String)]) throws -> Reported<Workspace> {
    try Workspace.reading(
        files.map { file in
            let bytes = Array(file.text.utf8)
            if file.name.hasSuffix(".csv") {
                return WorkspaceFile(
                    file.kind, table: TableFile(bytes, file: file.name), year: year(in: file.name))
            }
            let node = try SourceNode(yaml: bytes, file: file.name)
            return WorkspaceFile(file.kind, name: file.name, content: node, year: year(in: file.name))
        })
}

/// The year in the name of an estimate's file.
private func year(in name: String) -> Int? { Int(name.filter(\.isNumber)) }

/// The folder of the example in this repository.
let exampleFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "examples/skhcn-dak-nong").path

/// A value as the JSON text that golden files hold.
func json(_ value: Value) -> String { String(decoding: value.json(.indented), as: UTF8.self) }

/// A file of the starter workspace, by the start of its name.
func starter(_ kind: DataKind) -> (kind: DataKind, name: String, text: String) {
    let file = StarterWorkspace.files.first { $0.name.hasPrefix(kind.rawValue) }
    return (kind, file?.name ?? "", file?.contents ?? "")
}

/// The starter workspace with one file's text changed.
func starterWorkspace(changing kind: DataKind, _ change: (String) -> String) -> [(
    kind: DataKind, name: String, text: String
)] {
    DataKind.allCases.map { other in
        let file = starter(other)
        return other == kind ? (file.kind, file.name, change(file.text)) : file
    }
}
