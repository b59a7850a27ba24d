internal import Container
internal import Diagnostics
internal import Planning

/// Workbooks of figures on their way into a workspace, where they are read as they stand.
struct FigureImport {
    /// By their names in the workspace.
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    static func isWorkbook(_ path: String) -> Bool {
        [".xlsx", ".ods", ".xlsm", ".xls"].contains { path.lowercased().hasSuffix($0) }
    }

    /// Throws what keeps a workbook from being an estimate, a log or a table of targets; `year` is that of an estimate whose name says none.
    init(_ paths: [String], year: Int?) throws(Failure) {
        var faults: [Diagnostic] = []
        for path in paths {
            do throws(Failure) {
                let bytes = try InputFile.bytes(ofFileAt: path, limit: Archive.Limits.standard.fileSize)
                try add(path, bytes, year: year)
            } catch { faults += error.diagnostics }
        }
        if let failure = Failure(faults) { throw failure }
    }

    private mutating func add(_ path: String, _ bytes: [UInt8], year: Int?) throws(Failure) {
        let ending = path.lastIndex(of: ".").map { path[$0...].lowercased() } ?? ""
        guard let kind = try TableFile(bytes, file: path).kindOfFigures() else {
            throw Failure(.noFigures(path))
        }
        let name: String
        if kind == .estimate {
            guard let year = path.yearOfName ?? year else { throw Failure(.noYear(path)) }
            name = "du-toan/\(year)"
            files.append(("\(name).yaml", Array("nam: \(year)\n".utf8)))
        } else {
            name = kind.rawValue
        }
        guard !files.contains(where: { $0.name == name + ending }) else {
            throw Failure(.sameFigures(path, name))
        }
        files.append((name + ending, bytes))
    }

    /// What the readers of the workspace say of the figures, as warnings; nothing where there are none.
    func findings(in folder: String) -> [Diagnostic] {
        guard !files.isEmpty else { return [] }
        let own = files.map { path(of: $0.name, in: folder) }
        do throws(Failure) {
            return try Workspace.reading(folder: folder, for: .preview).warnings.filter {
                $0.location.file.map(own.contains) ?? false
            }
        } catch { return error.diagnostics.map(\.asWarning) }
    }
}

extension String {
    /// The year in a file's name: `du-toan-2026.xlsx`.
    fileprivate var yearOfName: Int? {
        let name = split(separator: "/").last ?? ""
        return name.split { !$0.isNumber }.lazy.compactMap { $0.count == 4 ? Int($0) : nil }.first {
            (1945...2199).contains($0)
        }
    }
}

extension Diagnostic {
    fileprivate static func noFigures(_ path: String) -> Diagnostic {
        .error(
            "import.no-figures", at: .file(path),
            "các cột của bảng tính này không phải của dự toán, nhật ký hay bảng chỉ tiêu",
            en: "the columns of this workbook are those of no estimate, log or table of targets",
            fix: "đặt tên cột như trong docs/so-lieu-bang-tinh.md",
            en: "name its columns as docs/so-lieu-bang-tinh.md says")
    }

    fileprivate static func noYear(_ path: String) -> Diagnostic {
        .error(
            "import.no-year", at: .file(path), "không rõ dự toán này của năm nào",
            en: "nothing says which year this estimate is of",
            fix: "ghi năm vào tên tệp, như du-toan-2026.xlsx, hoặc thêm --nam",
            en: "put the year into the file's name, as in du-toan-2026.xlsx, or add --year")
    }

    fileprivate static func sameFigures(_ path: String, _ name: String) -> Diagnostic {
        .error(
            "import.same-figures", at: .file(path), "đã có một bảng tính khác cho \(name)",
            en: "there is another workbook for \(name)", fix: "bỏ một trong hai", en: "leave one of them out")
    }
}
