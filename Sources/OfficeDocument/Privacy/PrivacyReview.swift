package import Container
package import Diagnostics
internal import OfficePackage
internal import XMLTree

/// What a document's file tells of the people who made it, and the file without that.
package struct PrivacyReview: Sendable {
    /// In the order of the package.
    package let traces: [PrivateTrace]
    /// The file without whatever can be taken out of it; everything else keeps its bytes.
    package let cleaned: [UInt8]

    /// Reviews the file that `document` was read from.
    ///
    /// Tracked changes are taken over, as Word does with “accept all”; comments and hidden text go. What was written is read again: its text
    /// must be that of the document, and nothing removable may be left. Throws `document.signed`, `privacy.not-exact`.
    package init(_ document: ReadDocument, in archive: Archive) throws(Failure) {
        guard !document.traits.contains(.signature) else { throw Failure(.signed(document.file)) }
        let result = try Self.clean(archive)
        traces = result.traces
        cleaned = result.bytes
        guard traces.contains(where: \.isRemovable) else { return }
        let again = try Archive(bytes: cleaned, file: archive.file)
        guard try ReadDocument.reading(again).value.visibleTexts == document.visibleTexts,
            try !Self.clean(again).traces.contains(where: \.isRemovable)
        else { throw Failure(.notExactlyCleaned(archive.file)) }
    }

    private static func clean(_ archive: Archive) throws(Failure) -> (traces: [PrivateTrace], bytes: [UInt8])
    {
        let package = try DocumentPackage(PackageSource(archive))
        var parts = EditedParts(archive)
        var traces = PrivateTraces()
        switch package.format {
        case .docx: WordPrivacy(package).clean(&parts, &traces)
        case .odt: OpenDocumentPrivacy.clean(&parts, &traces)
        }
        return (traces.all, try parts.wholeBytes())
    }
}

extension Diagnostic {
    fileprivate static func notExactlyCleaned(_ file: String) -> Diagnostic {
        .error(
            "privacy.not-exact", at: .file(file),
            "bỏ thông tin người soạn thì chữ của văn bản không còn nguyên nên không ghi; đây là lỗi của vanthu",
            en:
                "without what it tells of its authors the document's text would not be the same, so nothing is written; this is a fault of vanthu",
            fix: "dùng “Kiểm tra tài liệu” (Inspect Document) của Word, và báo lỗi kèm tệp nếu được",
            en: "use Word's Inspect Document, and report it with the file if you can")
    }
}

extension String {
    /// Whether it is a path of somebody's machine or network: a drive, a share, a file's address, a home.
    var isPrivatePath: Bool {
        let start = lowercased()
        if start.hasPrefix("file:") || start.hasPrefix("\\\\") || start.hasPrefix("/home/")
            || start.hasPrefix("/users/")
        {
            return true
        }
        let letters = Array(start.utf8.prefix(3))
        return letters.count == 3 && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letters[0])
            && letters[1] == UInt8(ascii: ":")
            && (letters[2] == UInt8(ascii: "\\") || letters[2] == UInt8(ascii: "/"))
    }
}

extension Element {
    /// All its text on one line, its end left out where it is long.
    var shortText: String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "…" : line
    }
}
