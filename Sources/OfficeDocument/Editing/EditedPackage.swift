internal import Container
internal import Diagnostics
internal import XMLTree

/// A package with some parts changed or added; every other part is copied as it stands, still compressed.
struct EditedPackage {
    let archive: Archive
    private var changed: [String: [UInt8]] = [:]
    /// In the order they were added.
    private var added: [String] = []

    init(_ archive: Archive) { self.archive = archive }

    func contains(_ name: String) -> Bool { changed[name] != nil || archive.contains(name) }

    /// The part as it is now.
    ///
    /// Throws `document.unusual-encoding` when its bytes are not UTF-8, so that nothing can be put between them.
    func source(of name: String) throws(Failure) -> [UInt8] {
        if let bytes = changed[name] { return bytes }
        let bytes = try archive.contents(of: name)
        guard Self.isUTF8(bytes) else { throw Failure(.unusualEncoding(name, in: archive.file)) }
        return bytes
    }

    func tree(of name: String) throws(Failure) -> Element {
        try Element(parsing: source(of: name), file: "\(archive.file): \(name)")
    }

    mutating func set(_ name: String, to bytes: [UInt8]) {
        if !contains(name) { added.append(name) }
        changed[name] = bytes
    }

    /// Puts elements before the end of the part's root.
    mutating func append(_ elements: [Element], toRootOf name: String) throws(Failure) {
        let bytes = try source(of: name)
        guard let root = ElementTags.at([[]], in: bytes)[[]] else { return }
        var edits = SourceEdits()
        edits.insert(last: elements, in: root, of: bytes)
        set(name, to: edits.applied(to: bytes))
    }

    /// A name that no part has, such as `word/comments.xml` or `word/comments2.xml`.
    func freeName(_ stem: String, _ fileExtension: String) -> String {
        var name = "\(stem).\(fileExtension)"
        var number = 1
        while contains(name) {
            number += 1
            name = "\(stem)\(number).\(fileExtension)"
        }
        return name
    }

    /// The whole file: its parts in their order, then those added.
    func bytes() throws(Failure) -> [UInt8] {
        var writer = ArchiveWriter()
        for entry in archive.entries {
            if let bytes = changed[entry.name] {
                writer.add(entry.name, bytes: bytes)
            } else {
                writer.add(entry.name, copying: try archive.stored(entry.name))
            }
        }
        for name in added { writer.add(name, bytes: changed[name] ?? []) }
        return try writer.bytes(file: archive.file)
    }

    /// No mark of UTF-16 before it, and no other encoding in its declaration.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return false }
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let end = start.firstRange(of: "?>"), start.contains("<?xml") else {
            return !start.unicodeScalars.prefix(4).contains("\0")
        }
        let declaration = start[..<end.lowerBound].lowercased()
        guard let name = declaration.firstRange(of: "encoding") else { return true }
        let value = declaration[name.upperBound...].drop { $0 == "=" || $0 == " " }.dropFirst()
        return ["utf-8", "utf8", "us-ascii"].contains { value.hasPrefix($0) }
    }
}

extension Diagnostic {
    static func unusualEncoding(_ part: String, in file: String) -> Diagnostic {
        Diagnostic(
            "document.unusual-encoding",
            Wording(
                "phần “\(part)” không ở bảng mã UTF-8 nên không chèn thêm được gì",
                en: "the part “\(part)” is not in UTF-8, so nothing can be put into it"
            ),
            at: .file(file),
            fix: Wording(
                "mở tệp bằng Word hoặc Writer rồi lưu lại",
                en: "open the file with Word or Writer and save it again"
            )
        )
    }
}
