package import Diagnostics

extension Directory {
    /// Everything about the list of entries for which the archive is refused.
    func faults(file: String, limits: Archive.Limits) -> [Diagnostic] {
        guard entries.count <= limits.entryCount else {
            return [.tooManyEntries(entries.count, limit: limits.entryCount, file: file)]
        }
        var faults: [Diagnostic] = []
        var seen: [String: String] = [:]
        var total = 0
        for listed in entries {
            let name = listed.entry.name
            if !listed.hasReadableName || Directory.isUnsafe(name) {
                faults.append(.unsafeName(name, file: file))
            }
            if let first = seen.updateValue(name, forKey: name.lowercased()) {
                faults.append(.duplicateEntry(first, name, file: file))
            }
            if listed.isSymbolicLink { faults.append(.symbolicLink(name, file: file)) }
            if listed.isEncrypted {
                faults.append(.encrypted(name, file: file))
            } else if listed.methodNumber != 0, listed.methodNumber != 8 {
                faults.append(.compressionMethod(listed.methodNumber, name, file: file))
            }
            if listed.extent == nil { faults.append(.damaged(name, file: file, detail: "header")) }
            if listed.entry.size > limits.entrySize {
                faults.append(.tooLarge(name, size: listed.entry.size, limit: limits.entrySize, file: file))
            }
            total =
                total.addingReportingOverflow(listed.entry.size).overflow
                ? Int.max : total + listed.entry.size
        }
        if total > limits.totalSize {
            faults.append(.tooLarge(nil, size: total, limit: limits.totalSize, file: file))
        }
        let overlapping = overlapping
        if let first = overlapping.first {
            faults.append(.overlappingEntries(first.entry.name, count: overlapping.count, file: file))
        }
        // A hostile archive may hold thousands of the same fault.
        return Array(faults.prefix(20))
    }

    /// Names that could leave a folder, or that look different from what they are.
    static func isUnsafe(_ name: String) -> Bool {
        if name.isEmpty || name.hasPrefix("/") || name.contains("\\") { return true }
        var components = name.split(separator: "/", omittingEmptySubsequences: false)
        if name.hasSuffix("/") { components.removeLast() }
        if components.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) { return true }
        if let first = components.first, first.utf8.count == 2, first.hasSuffix(":") { return true }
        return name.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
            default: false
            }
        }
    }
}

extension Diagnostic {
    private static let original = Wording(
        "dùng tệp gốc do Word hoặc LibreOffice lưu",
        en: "use the original file as Word or LibreOffice saved it")

    static func emptyFile(_ file: String) -> Diagnostic {
        Diagnostic(
            "container.empty", Wording("tệp trống (0 byte)", en: "the file is empty (0 bytes)"),
            at: .file(file), fix: original)
    }

    static func emptyArchive(file: String) -> Diagnostic {
        Diagnostic(
            "container.empty", Wording("tệp nén không chứa gì", en: "the archive holds nothing"),
            at: .file(file), fix: original)
    }

    static func truncated(_ file: String) -> Diagnostic {
        .error(
            "container.truncated", at: .file(file), "tệp bị cắt cụt: thiếu phần cuối",
            en: "the file is cut short: its end is missing", fix: "chép hoặc tải lại tệp cho đủ",
            en: "copy or download the whole file again")
    }

    static func tooManyEntries(_ count: Int, limit: Int, file: String) -> Diagnostic {
        Diagnostic(
            "container.too-many-entries",
            Wording(
                "tệp có \(count) phần, nhiều hơn mức cho phép (\(limit))",
                en: "the file has \(count) parts, more than allowed (\(limit))"), at: .file(file),
            fix: Limit.partCount.mend(original, needed: count))
    }

    static func tooLarge(_ name: String?, size: Int, limit: Int, file: String) -> Diagnostic {
        let mend = (name == nil ? Limit.contentSize : .partSize).mend(original, needed: size)
        let (size, limit) = (size.asBytes, limit.asBytes)
        return Diagnostic(
            "container.too-large",
            name.map {
                Wording(
                    "phần “\($0)” bung ra \(size), quá mức cho phép (\(limit))",
                    en: "the part “\($0)” inflates to \(size), more than allowed (\(limit))")
            }
                ?? Wording(
                    "tệp bung ra tổng cộng \(size), quá mức cho phép (\(limit))",
                    en: "the file inflates to \(size) in all, more than allowed (\(limit))"), at: .file(file),
            fix: mend)
    }

    static func unsafeName(_ name: String, file: String) -> Diagnostic {
        // Shown letter by letter, or the name would do here what it is refused for.
        let shown = name.unicodeScalars.prefix(80).map { $0.escaped(asASCII: $0.value > 0x2000) }.joined()
        return Diagnostic(
            "container.unsafe-name",
            Wording(
                "tên phần “\(shown)” trong tệp không an toàn",
                en: "the part name “\(shown)” in the file is unsafe"), at: .file(file), fix: original)
    }

    static func duplicateEntry(_ first: String, _ second: String, file: String) -> Diagnostic {
        Diagnostic(
            "container.duplicate-entry",
            first == second
                ? Wording("phần “\(first)” xuất hiện hai lần", en: "the part “\(first)” is there twice")
                : Wording(
                    "hai phần “\(first)” và “\(second)” chỉ khác nhau chữ hoa, chữ thường",
                    en: "the parts “\(first)” and “\(second)” differ only in upper and lower case"),
            at: .file(file), fix: original)
    }

    static func overlappingEntries(_ name: String, count: Int, file: String) -> Diagnostic {
        Diagnostic(
            "container.overlapping-entries",
            Wording(
                "\(count) phần chồng lên phần khác trong tệp, đầu tiên là “\(name)”",
                en: "\(count) parts lie over others in the file, the first is “\(name)”"), at: .file(file),
            fix: original)
    }

    /// A password keeps the whole document from being read.
    package static func encrypted(_ file: String) -> Diagnostic {
        .error(
            "document.encrypted", at: .file(file), "văn bản được bảo vệ bằng mật khẩu",
            en: "the document is protected by a password",
            fix: "mở bằng mật khẩu rồi lưu một bản không có mật khẩu",
            en: "open it with the password and save a copy without one")
    }

    static func encrypted(_ name: String, file: String) -> Diagnostic {
        .error(
            "container.encrypted", at: .file(file), "phần “\(name)” được đặt mật khẩu",
            en: "the part “\(name)” has a password", fix: "mở tệp, bỏ mật khẩu rồi lưu lại",
            en: "open the file, remove the password and save it again")
    }

    static func compressionMethod(_ method: Int, _ name: String, file: String) -> Diagnostic {
        Diagnostic(
            "container.compression-method",
            Wording(
                "phần “\(name)” nén theo cách không dùng cho văn bản (số \(method))",
                en: "the part “\(name)” is compressed in a way documents do not use (number \(method))"),
            at: .file(file), fix: original)
    }

    static func symbolicLink(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            "container.symlink",
            Wording("phần “\(name)” là liên kết tượng trưng", en: "the part “\(name)” is a symbolic link"),
            at: .file(file), fix: original)
    }
}
