public import Container
public import Diagnostics
internal import XMLTree

extension ReadDocument {
    /// Reads the document in an archive, whichever of the two formats it has.
    ///
    /// The format is told by what is inside, not by the file's name. Parts that are missing or damaged and that the text can do
    /// without give warnings. Throws `document.not-a-document`, `document.no-body`, `document.encrypted`, or the faults of the
    /// text's own part.
    public static func reading(_ archive: Archive) throws(Failure) -> Reported<ReadDocument> {
        if archive.contains("[Content_Types].xml") || archive.contains("_rels/.rels") {
            return try WordReader.document(in: archive)
        }
        if archive.contains("content.xml") || archive.contains("mimetype")
            || archive.contains("META-INF/manifest.xml")
        {
            return try OpenDocumentReader.document(in: archive)
        }
        throw Failure(.notADocument(archive.file))
    }
}

/// Reads the parts that a text can do without.
struct PartShelf {
    let archive: Archive
    private(set) var warnings: [Diagnostic] = []
    /// Parts that only somebody with bad intentions makes so: they are no gap to read around.
    private(set) var refusals: [Diagnostic] = []

    init(_ archive: Archive) { self.archive = archive }

    /// The part's tree; nil with a warning when it is missing or damaged.
    mutating func optional(_ name: String?) -> Element? {
        guard let name else { return nil }
        guard archive.contains(name) else {
            warnings.append(.missingPart(name, in: archive.file))
            return nil
        }
        do throws(Failure) {
            let bytes = try archive.contents(of: name)
            do throws(XMLRefusal) { return try Element(reading: bytes, file: file(of: name)) } catch {
                guard error.declaresType else { throw error.failure }
                refusals += error.failure.diagnostics
            }
        } catch { warnings.append(.damagedPart(name, in: archive.file, because: error)) }
        return nil
    }

    func required(_ name: String) throws(Failure) -> Element {
        try Element(parsing: archive.contents(of: name), file: file(of: name))
    }

    /// How messages name a part.
    private func file(of name: String) -> String { "\(archive.file): \(name)" }

    /// The document with its warnings, unless a part was refused.
    func report(_ document: ReadDocument) throws(Failure) -> Reported<ReadDocument> {
        if let failure = Failure(refusals) { throw failure }
        return Reported(document, warnings: warnings)
    }
}

extension Diagnostic {
    static func notADocument(_ file: String) -> Diagnostic {
        .error(
            "document.not-a-document", at: .file(file),
            "tệp này không phải văn bản Word (.docx) hay OpenDocument (.odt)",
            en: "the file is no Word (.docx) or OpenDocument (.odt) text",
            fix: "mở tệp bằng Word hoặc Writer rồi lưu thành .docx hoặc .odt",
            en: "open it with Word or Writer and save it as .docx or .odt")
    }

    static func noBody(_ part: String, in file: String) -> Diagnostic {
        .error(
            "document.no-body", at: .file(file), "văn bản thiếu phần nội dung chính “\(part)”",
            en: "the document lacks its main part “\(part)”",
            fix: "lấy lại tệp gốc, hoặc mở bằng Word rồi lưu lại",
            en: "get the original file again, or open it in Word and save it again")
    }

    /// A password keeps it from being read.
    public static func encrypted(_ file: String) -> Diagnostic {
        .error(
            "document.encrypted", at: .file(file), "văn bản được bảo vệ bằng mật khẩu",
            en: "the document is protected by a password",
            fix: "mở bằng mật khẩu rồi lưu một bản không có mật khẩu",
            en: "open it with the password and save a copy without one")
    }

    static func missingPart(_ part: String, in file: String) -> Diagnostic {
        .warning(
            "document.missing-part", at: .file(file), "tệp thiếu phần “\(part)” mà nó nhắc tới",
            en: "the file lacks the part “\(part)” that it refers to",
            fix: "mở tệp bằng Word hoặc Writer rồi lưu lại",
            en: "open the file with Word or Writer and save it again")
    }

    static func damagedPart(_ part: String, in file: String, because failure: Failure) -> Diagnostic {
        let reason =
            failure.diagnostics.first?.message ?? Wording("không rõ lý do", en: "for an unknown reason")
        return .warning(
            "document.damaged-part", at: .file(file), "không đọc được phần “\(part)”: \(reason.vietnamese)",
            en: "the part “\(part)” cannot be read: \(reason.english)",
            fix: "mở tệp bằng Word hoặc Writer rồi lưu lại",
            en: "open the file with Word or Writer and save it again")
    }
}
