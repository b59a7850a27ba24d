internal import DataFiles
internal import Diagnostics
internal import Planning
internal import Printing
internal import Sheets
internal import Synchronization
internal import Values
internal import VanThu

/// Where marks of secrecy are looked for: whatever carries one is refused, and nothing of it is kept.
enum Secrecy {
    /// The mark in a file by what kind its name says it is; nil where it has none, or cannot be read.
    static func mark(in bytes: [UInt8], named name: String) -> SecrecyMark? {
        switch nameParts(name).ending {
        case "yaml", "yml", "json", "csv", "jsonl": markOfData(bytes, named: name)
        case "xlsx", "ods": try? markOfSheets(bytes, named: name)
        case "docx", "odt", "docm", "odm", "dotx", "dotm", "ott", "fodt", "doc", "rtf", "pdf": nil
        default: SecrecyMark(in: String(decoding: bytes, as: UTF8.self))
        }
    }

    // MARK: Data

    private static func markOfData(_ bytes: [UInt8], named name: String) -> SecrecyMark? {
        let text = String(decoding: bytes, as: UTF8.self)
        // Few files have the word in them at all.
        guard mayHoldMark(text) else { return nil }
        let content = try? EditableData(bytes, file: name, kind: DataFileKind(ofFileAt: name)).content
        if let content, let mark = mark(in: content) { return mark }
        for line in text.split(whereSeparator: \.isNewline) {
            if let mark = mark(inLine: line, isData: content == nil) { return mark }
        }
        return nil
    }

    private static func mayHoldMark(_ text: String) -> Bool {
        let folded = text.lowercased()
        return folded.contains("mật") || folded.contains("do_mat")
    }

    /// The mark in a comment, and in a key's value where the file cannot be read.
    private static func mark(inLine line: Substring, isData: Bool) -> SecrecyMark? {
        if let hash = line.firstIndex(of: "#"),
            let mark = SecrecyMark(in: String(line[hash...].drop { $0 == "#" }))
        {
            return mark
        }
        guard isData else { return nil }
        let words = line.drop { $0 == " " || $0 == "-" }
        guard let colon = words.firstIndex(of: ":") else { return SecrecyMark(in: String(words)) }
        let value = String(words[words.index(after: colon)...])
        return SecrecyMark.isName(String(words[..<colon]))
            ? SecrecyMark(named: value) : SecrecyMark(in: value)
    }

    private static func mark(in content: SourceNode.Content) -> SecrecyMark? {
        switch content {
        case .null, .boolean, .number: return nil
        case .text(let text): return SecrecyMark(in: text)
        case .sequence(let items):
            for item in items { if let mark = mark(in: item.content) { return mark } }
            return nil
        case .mapping(let entries):
            for entry in entries {
                if case .text(let text) = entry.value.content, SecrecyMark.isName(entry.key),
                    let mark = SecrecyMark(named: text)
                {
                    return mark
                }
                if let mark = mark(in: entry.value.content) { return mark }
            }
            return nil
        }
    }

    /// The mark in what somebody has typed into a form.
    static func mark(in value: Value, named name: String = "") -> SecrecyMark? {
        switch value {
        case .null, .boolean, .number, .date: return nil
        case .text(let text):
            return SecrecyMark.isName(name) ? SecrecyMark(named: text) : SecrecyMark(in: text)
        case .list(let items):
            for item in items { if let mark = mark(in: item) { return mark } }
            return nil
        case .record(let record):
            for (name, value) in zip(record.shape.names, record.values) {
                if let mark = mark(in: value, named: name) { return mark }
            }
            return nil
        }
    }

    // MARK: Sheets and documents

    /// The mark in a cell or the name of a sheet; behind or below “Độ mật” the letters may be those of a plain keyboard.
    ///
    /// Throws what keeps the workbook from being read.
    static func markOfSheets(_ bytes: [UInt8], named name: String) throws(Failure) -> SecrecyMark? {
        let workbook = try Workbook(bytes: bytes, file: name)
        for sheet in workbook.sheets {
            if let mark = SecrecyMark(in: sheet.name) { return mark }
            var named: Set<Int> = []
            var rows = try workbook.rows(ofSheet: sheet.name)
            while let row = try rows.next() {
                var isNamed = false
                for cell in row.cells {
                    guard case .text(let text) = cell.content else { continue }
                    let mark =
                        isNamed || named.contains(cell.column)
                        ? SecrecyMark(named: text) : SecrecyMark(in: text)
                    if let mark { return mark }
                    isNamed = SecrecyMark.isName(text)
                    if isNamed { named.insert(cell.column) }
                }
            }
        }
        return nil
    }

    /// The mark in a file that lies on the disk; a document that cannot be read carries none that could be seen.
    static func mark(ofFile path: String, office: OfficeProgram) -> SecrecyMark? {
        switch nameParts(path).ending {
        case "docx", "odt", "docm", "dotx", "dotm", "ott", "fodt":
            try? PrintedSource(opening: path, office: office).secrecyMark
        default: OwnFiles.bytes(of: path).flatMap { mark(in: $0, named: path) }
        }
    }
}

// MARK: Workspaces

extension WorkspaceFolder {
    private struct Known {
        let stamp: [Int]
        let found: (file: String, mark: SecrecyMark)?
    }

    private static let known = Mutex<[String: Known]>([:])

    /// A file of it that carries a mark of secrecy; remembered until one of its files changes.
    var secret: (file: String, mark: SecrecyMark)? {
        let stamp = self.stamp
        if let known = Self.known.withLock({ $0[path] }), known.stamp == stamp { return known.found }
        var found: (file: String, mark: SecrecyMark)?
        for file in filePaths {
            let mark = Secrecy.mark(ofFile: "\(path)/\(file)", office: .onDemand(["PATH": ""]))
            if let mark {
                found = (file, mark)
                break
            }
        }
        let kept = Known(stamp: stamp, found: found)
        Self.known.withLock { known in
            if known.count > 500 { known = [:] }
            known[path] = kept
        }
        return found
    }

    /// Throws why nothing of it is shown or changed here, where one of its files carries a mark.
    func refuseSecrets() throws(Failure) {
        if let secret { throw Failure(.secretWorkspace(name, secret.mark, in: secret.file)) }
    }

    /// Throws where a file that is to be kept in it carries a mark.
    func refuse(_ bytes: [UInt8], named path: String) throws(Failure) {
        if Secrecy.mark(in: bytes, named: path) != nil { throw Failure(.secret(path)) }
    }
}

extension Diagnostic {
    static func secret(_ name: String) -> Diagnostic {
        .error(
            "pages.secret", at: .argument(name),
            "“\(name)” có dấu độ mật (Mật, Tối mật, Tuyệt mật): tài liệu bí mật nhà nước không soạn thảo trên máy nối mạng; không có gì được giữ lại",
            en:
                "“\(name)” is marked secret: state secrets are not drafted on a networked machine; nothing was kept",
            fix: "soạn trên máy tính độc lập theo quy định về bảo vệ bí mật nhà nước",
            en: "work on a computer without a network, as the law on state secrets asks")
    }

    fileprivate static func secretWorkspace(_ name: String, _ mark: SecrecyMark, in file: String)
        -> Diagnostic
    {
        .error(
            "pages.secret-workspace", at: .argument(name),
            "hồ sơ “\(name)” ghi độ mật “\(mark.rawValue)” (ở \(file)): tài liệu bí mật nhà nước không soạn thảo trên máy nối mạng, nên không mở được ở đây",
            en:
                "the workspace “\(name)” is marked “\(mark.rawValue)” (in \(file)): state secrets are not drafted on a networked machine, so it does not open here",
            fix:
                "chuyển thư mục sang máy tính độc lập và xóa khỏi máy chủ; nếu ghi nhầm, người quản trị sửa tệp ấy trên máy chủ",
            en:
                "move the folder to a computer without a network; if the mark is a mistake, have the administrator mend the file on the server"
        )
    }
}
