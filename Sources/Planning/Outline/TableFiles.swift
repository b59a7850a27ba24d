internal import DataFiles
internal import Diagnostics
internal import Values

/// Gives tables whose rows stand in a file these rows.
struct TableFiles {
    /// Where the files lie; nil for a workspace that is no folder.
    let folder: String?
    private(set) var faults: [Diagnostic] = []
    /// The files that were opened.
    private(set) var paths: Set<String> = []

    init(folder: String?) { self.folder = folder }

    mutating func filling(_ sections: [OutlineSection]) -> [OutlineSection] {
        sections.map { section in
            var filled = section
            filled.blocks = filling(section.blocks)
            filled.sections = filling(section.sections)
            return filled
        }
    }

    mutating func filling(_ blocks: [OutlineBlock]) -> [OutlineBlock] {
        blocks.map { block in
            guard case .table(var table) = block, let file = table.file else { return block }
            table.rows += rows(of: file)
            return .table(table)
        }
    }

    /// The rows below the head of a CSV file.
    private mutating func rows(of file: WrittenText) -> [OutlineTable.Row] {
        guard let folder, !file.text.hasPrefix("/"), !file.text.split(separator: "/").contains("..") else {
            faults.append(.tableFileOutside(file.text, at: file.place))
            return []
        }
        let path = folder.hasSuffix("/") ? folder + file.text : "\(folder)/\(file.text)"
        paths.insert(path)
        do throws(Failure) {
            guard case .sequence(let lines) = try SourceNode(opening: path).content else { return [] }
            return lines.map { line in
                OutlineTable.Row(
                    cells: line.cells, isGroup: false,
                    place: .text(file: path, line: line.position.line, column: 1, dataPath: ""))
            }
        } catch {
            faults += error.diagnostics
            return []
        }
    }
}

extension SourceNode {
    /// The values of a row, in the order of its head.
    fileprivate var cells: [String] {
        guard case .mapping(let entries) = content else { return [] }
        return entries.map { entry in
            switch entry.value.content {
            case .text(let text), .number(let text): text.trimmed
            case .null, .boolean, .sequence, .mapping: ""
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func tableFileOutside(_ file: String, at place: Location) -> Diagnostic {
        .error(
            "outline.table-file", at: place, "không đọc được tệp bảng “\(file)” trong thư mục hồ sơ",
            en: "the table's file “\(file)” is not in the workspace's folder",
            fix: "ghi tên tệp CSV nằm trong thư mục hồ sơ", en: "name a CSV file in the workspace's folder")
    }
}
