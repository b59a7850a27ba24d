internal import Diagnostics

/// What a file that is neither a zip archive nor behind a password seems to be, told by its first bytes.
enum FileKind {
    case pdf
    case richText
    case oldWord
    case compoundFile
    case html
    case flatOpenDocument
    case xml
    case plainText
    case unknown

    init(of bytes: [UInt8]) {
        var start = bytes.prefix(1024)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        let text = String(decoding: start, as: UTF8.self).drop { $0.isWhitespace }.lowercased()
        if let file = CompoundFile(bytes) {
            self =
                switch file.content {
                case .wordDocument: .oldWord
                case .encrypted, .workbook, .other: .compoundFile
                }
        } else if text.hasPrefix("%pdf-") {
            self = .pdf
        } else if text.hasPrefix("{\\rtf") {
            self = .richText
        } else if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.contains("<html") {
            self = .html
        } else if FileKind.isFlatOpenDocument(bytes) {
            self = .flatOpenDocument
        } else if text.hasPrefix("<?xml") {
            self = .xml
        } else if !start.contains(where: { $0 < 9 }),
            String(validating: bytes.prefix(1024 - 4), as: UTF8.self) != nil
        {
            self = .plainText
        } else {
            self = .unknown
        }
    }

    /// The media type stands behind the many namespaces of the root.
    private static func isFlatOpenDocument(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(16 << 10), as: UTF8.self)
        return start.contains("<office:document") && start.contains("application/vnd.oasis.opendocument.text")
    }

    private var name: Wording {
        switch self {
        case .pdf: Wording("tệp PDF", en: "a PDF file")
        case .richText: Wording("tệp RTF", en: "an RTF file")
        case .oldWord: Wording("tệp Word đời cũ (.doc)", en: "an old Word file (.doc)")
        case .compoundFile:
            Wording("tệp Office đời cũ (.doc, .xls …)", en: "an Office file of the old kind (.doc, .xls …)")
        case .html: Wording("trang HTML", en: "an HTML page")
        case .flatOpenDocument:
            Wording("tệp OpenDocument dạng phẳng (.fodt)", en: "a flat OpenDocument file (.fodt)")
        case .xml: Wording("tệp XML", en: "an XML file")
        case .plainText: Wording("tệp văn bản thuần", en: "a plain text file")
        case .unknown: Wording("tệp không rõ loại", en: "a file of unknown kind")
        }
    }

    private var fix: Wording {
        switch self {
        case .oldWord, .compoundFile:
            Wording("mở bằng Word rồi lưu thành .docx", en: "open it in Word and save it as .docx")
        case .richText, .html, .plainText:
            Wording(
                "mở bằng Word hoặc LibreOffice rồi lưu thành .docx hoặc .odt; đổi đuôi tệp là chưa đủ",
                en: "open it in Word or LibreOffice and save it as .docx or .odt; renaming it is not enough")
        case .flatOpenDocument:
            Wording(
                "mở bằng LibreOffice rồi lưu thành .odt", en: "open it in LibreOffice and save it as .odt")
        case .pdf, .xml, .unknown:
            Wording(
                "dùng tệp .docx hoặc .odt gốc; đổi đuôi tệp là chưa đủ",
                en: "use the original .docx or .odt file; renaming is not enough")
        }
    }

    func diagnostic(file: String) -> Diagnostic {
        Diagnostic(
            "container.not-a-zip",
            Wording(
                "đây là \(name.vietnamese), không phải tệp .docx hay .odt",
                en: "this is \(name.english), not a .docx or .odt file"), at: .file(file), fix: fix)
    }
}
