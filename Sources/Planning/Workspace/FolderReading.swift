package import Diagnostics
internal import FoundationEssentials
internal import Values

extension Workspace {
    /// Reads the folder's files: `co-quan`, `ke-hoach`, `chi-tieu`, `bao-cao`, `du-toan/YEAR` or `du-toan-YEAR`, `hoat-dong`.
    ///
    /// Figures may stand in tables: .csv, .xlsx or .ods. Files of kinds that are `left` alone are not opened, and play no part.
    /// Throws every fault of every file at once; what is only worth a warning is returned with the workspace. For a preview they all are.
    package static func reading(
        folder: String, leaving left: Set<DataKind> = [], for purpose: Purpose = .document
    ) throws(Failure) -> Reported<Workspace> {
        var reading = FolderReading(folder, left)
        try reading.read()
        var workspace = WorkspaceReading(
            faults: reading.faults, broken: reading.broken, folder: folder, purpose: purpose)
        return try workspace.workspace(from: reading.files)
    }
}

/// Finds and parses the files of a workspace.
struct FolderReading {
    private let folder: String
    private let left: Set<DataKind>
    private(set) var files: [WorkspaceFile] = []
    private(set) var faults: [Diagnostic] = []
    /// Kinds with a file that could not be parsed.
    private(set) var broken: Set<DataKind> = []
    /// The files that units have sent.
    private var sent: Set<String> = []

    init(_ folder: String, _ left: Set<DataKind>) {
        self.folder = folder
        self.left = left
    }

    mutating func read() throws(Failure) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
            throw Failure(.missingFolder(folder))
        }
        let names = try names(in: folder)
        for kind in DataKind.allCases {
            var found = names.compactMap { FileName($0, of: kind, inSubfolder: false) }
            if kind.hasFolder, names.contains(kind.rawValue),
                let inner = try? self.names(in: path(kind.rawValue))
            {
                found += inner.compactMap { FileName("\(kind.rawValue)/\($0)", of: kind, inSubfolder: true) }
            }
            noteSeveral(found, kind)
            guard !left.contains(kind) else {
                // They are known, though nobody needs them now.
                for (name, _) in sentFiles(of: kind, names) { sent.insert(path(name)) }
                continue
            }
            for file in found { open(file, kind) }
            for (path, year) in sentFiles(of: kind, names) { openSent(path, kind, year) }
        }
        noteUnknown(names)
        for kind in DataKind.allCases where kind.hasFolder && names.contains(kind.rawValue) {
            for name in (try? self.names(in: path(kind.rawValue))) ?? [] {
                let inner = "\(kind.rawValue)/\(name)"
                guard name.hasDataEnding, FileName(inner, of: kind, inSubfolder: true) == nil,
                    !sent.contains(path(inner))
                else { continue }
                if let original = FileName.original(of: inner, kind, among: files.map(\.name), path(inner)) {
                    faults.append(.copyOfFile(path(inner), original: original))
                } else {
                    faults.append(.unknownFile(path(inner), nearest: nil))
                }
            }
        }
    }

    /// The files that a workspace of this folder is read from, then those with rows of tables that they name.
    static func dataFiles(in folder: String) throws(Failure) -> [WorkspaceDataFile] {
        let reading = FolderReading(folder, [])
        let names = try reading.names(in: folder)
        let files = DataKind.allCases.flatMap { kind in
            var paths = names.compactMap { FileName($0, of: kind, inSubfolder: false)?.path }
            if kind.hasFolder, names.contains(kind.rawValue) {
                let inner = (try? reading.names(in: reading.path(kind.rawValue))) ?? []
                paths += inner.compactMap {
                    FileName("\(kind.rawValue)/\($0)", of: kind, inSubfolder: true)?.path
                }
            }
            return paths.map { WorkspaceDataFile(kind: kind, path: $0) }
        }
        let known = Set(files.map(\.path))
        return files
            + names.filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") && !known.contains($0) }
            .map { WorkspaceDataFile(kind: nil, path: $0) }
    }

    /// The files of units in a folder.
    static func sentFiles(in folder: String) throws(Failure) -> [(kind: DataKind, path: String, year: Int?)] {
        let reading = FolderReading(folder, [])
        let names = try reading.names(in: folder)
        return DataKind.allCases.flatMap { kind in
            reading.sentFiles(of: kind, names).map { (kind, $0.path, $0.year) }
        }
    }

    /// The files of a folder that hold figures, with what units have sent; those that cannot be parsed are left out.
    static func figureFiles(in folder: String) throws(Failure) -> [WorkspaceFile] {
        var reading = FolderReading(folder, Set(DataKind.allCases.filter { !$0.mayBeTable }))
        try reading.read()
        return reading.files
    }

    /// Two files of one kind; an estimate may have its keys in one and its rows in a table.
    private mutating func noteSeveral(_ found: [FileName], _ kind: DataKind) {
        let alike = Dictionary(grouping: found) { kind.hasFolder ? $0.stem : "" }
        for files in alike.values.sorted(by: { $0[0].path < $1[0].path }) {
            let isPair = kind == .estimate && files.count == 2 && files.count { $0.isTable } == 1
            guard files.count > 1, !isPair, kind.hasFolder == false || files.contains(where: \.isTable) else {
                continue
            }
            let list = files.map(\.path).joined(separator: ", ")
            faults.append(.severalFiles(kind, list, at: path(files[1].path)))
        }
    }

    private mutating func open(_ file: FileName, _ kind: DataKind) {
        let path = path(file.path)
        if file.isTable {
            files.append(WorkspaceFile(kind, table: TableFile(opening: path), year: file.year))
            return
        }
        do throws(Failure) {
            let node = try SourceNode(opening: path)
            files.append(WorkspaceFile(kind, name: path, content: node, year: file.year))
        } catch {
            faults += error.diagnostics
            broken.insert(kind)
        }
    }

    /// What units have sent: their estimates in `du-toan/2026/`, their logs in `hoat-dong/`, one file of each, named after the unit.
    private func sentFiles(of kind: DataKind, _ names: [String]) -> [(path: String, year: Int?)] {
        guard kind == .estimate || kind == .log, names.contains(kind.rawValue),
            let inner = try? self.names(in: path(kind.rawValue))
        else { return [] }
        if kind == .log {
            return inner.map { "\(kind.rawValue)/\($0)" }.filter {
                $0.isSentFile && FileName($0, of: kind, inSubfolder: true) == nil
            }.map { ($0, nil) }
        }
        return inner.filter { Substring($0).yearName != nil }.flatMap {
            year -> [(path: String, year: Int?)] in
            let folder = "\(kind.rawValue)/\(year)"
            let files = (try? self.names(in: path(folder))) ?? []
            return files.filter(\.isSentFile).map { ("\(folder)/\($0)", Int(year)) }
        }
    }

    private mutating func openSent(_ name: String, _ kind: DataKind, _ year: Int?) {
        let path = path(name)
        sent.insert(path)
        let file = name.split(separator: "/").last ?? ""
        let stem = String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
        var opened: WorkspaceFile
        if FileName.tableEndings.contains(where: { path.lowercased().hasSuffix($0) }) {
            opened = WorkspaceFile(kind, table: TableFile(opening: path), year: year)
        } else {
            do throws(Failure) {
                opened = WorkspaceFile(kind, name: path, content: try SourceNode(opening: path), year: year)
            } catch {
                faults += error.diagnostics
                broken.insert(kind)
                return
            }
        }
        opened.sender = stem
        files.append(opened)
    }

    /// A data file that nobody reads may be a misspelt one.
    private mutating func noteUnknown(_ names: [String]) {
        let known = DataKind.allCases.map(\.rawValue)
        for name in names
        where !DataKind.allCases.contains(where: { FileName(name, of: $0, inSubfolder: false) != nil }) {
            if let kind = name.workbookKind, !broken.contains(kind) {
                faults.append(.workbookForData(path(name)))
                continue
            }
            guard let dot = name.lastIndex(of: "."), FileName.endings.contains(name[dot...].lowercased()),
                !FileName.ofOthers.contains(String(name[..<dot]))
            else { continue }
            faults.append(
                .unknownFile(path(name), nearest: nearestName(to: String(name[..<dot]), among: known)))
        }
    }

    private func path(_ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// Sorted, so that the order of the file system plays no part.
    private func names(in folder: String) throws(Failure) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw Failure(.unreadableFolder(folder))
        }
    }
}

extension Diagnostic {
    fileprivate static func missingFolder(_ folder: String) -> Diagnostic {
        .error(
            "data.missing-folder", at: .file(folder), "không có thư mục này", en: "there is no such folder",
            fix: "kiểm tra lại đường dẫn, hoặc tạo thư mục mới bằng: vanthu tao THƯ-MỤC",
            en: "check the path, or start a folder with: vanthu new DIR")
    }

    fileprivate static func unreadableFolder(_ folder: String) -> Diagnostic {
        .environment(
            "system.unreadable-folder", at: .file(folder), "không đọc được thư mục",
            en: "the folder cannot be read", fix: "kiểm tra quyền đọc thư mục",
            en: "check the permission to read the folder")
    }

    fileprivate static func severalFiles(_ kind: DataKind, _ list: String, at path: String) -> Diagnostic {
        .error(
            "data.several-files", at: .file(path), "có nhiều tệp \(kind.rawValue): \(list)",
            en: "there are several files \(kind.rawValue): \(list)", fix: "giữ lại một tệp",
            en: "keep one of them")
    }

    fileprivate static func workbookForData(_ path: String) -> Diagnostic {
        .error(
            "data.workbook-for-data", at: .file(path),
            "bảng tính này không được đọc, nên số liệu trong đó bị bỏ sót",
            en: "this workbook is not read, so its figures would be lost",
            fix: "chép nội dung vào tệp .yaml cùng tên, rồi chuyển bảng tính ra khỏi thư mục",
            en:
                "write what it says into a .yaml file of the same name, and move the workbook out of the folder"
        )
    }

    /// Whether it tells that a file of a workspace is not read.
    package var isOfUnreadFile: Bool { code == "data.unknown-file" }

    fileprivate static func copyOfFile(_ path: String, original: String) -> Diagnostic {
        .warning(
            "data.unknown-file", at: .file(path),
            "tệp này trông như bản sao của \(original), nên không được đọc",
            en: "this file seems to be a copy of \(original), and is not read",
            fix: "giữ một tệp: gộp nội dung vào \(original) rồi xóa tệp này",
            en: "keep one of them: put what is new into \(original) and delete this file")
    }

    fileprivate static func unknownFile(_ path: String, nearest: String?) -> Diagnostic {
        Diagnostic(
            "data.unknown-file", Wording("tệp này không được đọc", en: "this file is not read"),
            severity: .warning, at: .file(path),
            fix: nearest.map { Wording("đổi tên thành \($0)", en: "rename it to \($0)") }
                ?? Wording(
                    "chuyển tệp ra khỏi thư mục nếu không cần",
                    en: "move it out of the folder if it is not needed"))
    }
}
