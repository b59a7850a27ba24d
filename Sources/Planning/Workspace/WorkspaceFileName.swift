internal import FoundationEssentials
internal import Values

/// A file's path inside the workspace, understood.
struct FileName {
    let path: String
    let year: Int?

    /// The path without its ending.
    var stem: Substring { path[..<(path.lastIndex(of: ".") ?? path.endIndex)] }
    /// Whether it is a file of rows.
    var isTable: Bool { FileName.tableEndings.contains { path.lowercased().hasSuffix($0) } }

    static let endings = [".yaml", ".yml", ".json", ".csv"]
    static let tableEndings = [".csv"] + TableFile.workbookEndings
    /// Settings of the check, which lie in a workspace too.
    static let ofOthers: Set<String> = ["the-thuc"]

    /// The file that this one seems to be a copy of, as `2026 (1).yaml` is of `2026.yaml`.
    static func original(of path: String, _ kind: DataKind, among read: [String], _ full: String) -> String? {
        guard let dot = path.lastIndex(of: "."),
            let year = path.dropFirst(kind.rawValue.count + 1).prefix(4).yearName
        else { return nil }
        let known = FileName("\(kind.rawValue)/\(year)\(path[dot...])", of: kind, inSubfolder: true)?.path
        return known.flatMap { known in read.first { $0.hasSuffix(known) && $0 != full } }
    }

    /// Nil when the file is not of that kind; estimates and logs may have a year in their name.
    init?(_ path: String, of kind: DataKind, inSubfolder: Bool) {
        guard let dot = path.lastIndex(of: "."),
            (FileName.endings + (kind.mayBeTable ? FileName.tableEndings : [])).contains(
                path[dot...].lowercased())
        else { return nil }
        if path[dot...].lowercased() == ".csv", !kind.mayBeTable { return nil }
        let stem = path[..<dot]
        self.path = path
        if !inSubfolder, stem == kind.rawValue, !kind.isNamed {
            year = nil
            return
        }
        guard kind.hasFolder, stem.hasPrefix(kind.rawValue + (inSubfolder ? "/" : "-")) else { return nil }
        let rest = stem.dropFirst(kind.rawValue.count + 1)
        if kind.isNamed {
            guard inSubfolder else { return nil }
            year = nil
            return
        }
        guard rest.count == 4, rest.allSatisfy(\.isASCIIDigit) else { return nil }
        year = Int(rest)
    }
}

extension Substring {
    /// Itself, where it is four digits.
    var yearName: String? { count == 4 && allSatisfy(\.isASCIIDigit) ? String(self) : nil }
}

extension String {
    var hasDataEnding: Bool {
        lastIndex(of: ".").map { FileName.endings.contains(self[$0...].lowercased()) } ?? false
    }

    /// Whether it is a file of data that somebody may have sent: no hidden file, none that a program keeps beside an open one.
    var isSentFile: Bool {
        guard let name = split(separator: "/").last, !name.hasPrefix("."), !name.hasPrefix("~"),
            let dot = name.lastIndex(of: ".")
        else { return false }
        let ending = name[dot...].lowercased()
        return FileName.endings.contains(ending) || FileName.tableEndings.contains(ending)
    }

    /// The kind of data that a workbook is named after.
    var workbookKind: DataKind? {
        guard let dot = lastIndex(of: "."), [".xlsx", ".xls", ".ods"].contains(self[dot...].lowercased())
        else { return nil }
        return DataKind.allCases.first {
            !$0.isNamed && !$0.mayBeTable && self[..<dot].hasPrefix($0.rawValue)
        }
    }
}

extension DataKind {
    /// Whether its rows may stand in a table: .csv, .xlsx or .ods.
    var mayBeTable: Bool {
        self == .estimate || self == .log || self == .indicators || self == .norms || self == .payments
    }

    /// Whether there may be several files, in a folder: one for each year, or one for each name.
    var hasFolder: Bool { self == .estimate || self == .log || isNamed }

    /// Whether a file is known by its own name: one outline or form beside others.
    var isNamed: Bool { self == .outline || self == .tableForm }
}
