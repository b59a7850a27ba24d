package import Diagnostics

extension Diagnostic {
    package static func notADocument(_ file: String) -> Diagnostic {
        .error(
            "document.not-a-document", at: .file(file),
            "tệp này không phải văn bản Word (.docx) hay OpenDocument (.odt)",
            en: "the file is no Word (.docx) or OpenDocument (.odt) text",
            fix: "mở tệp bằng Word hoặc Writer rồi lưu thành .docx hoặc .odt",
            en: "open it with Word or Writer and save it as .docx or .odt")
    }

    package static func noBody(_ part: String, in file: String) -> Diagnostic {
        .error(
            "document.no-body", at: .file(file), "văn bản thiếu phần nội dung chính “\(part)”",
            en: "the document lacks its main part “\(part)”",
            fix: "lấy lại tệp gốc, hoặc mở bằng Word rồi lưu lại",
            en: "get the original file again, or open it in Word and save it again")
    }

    /// Without such a list nothing says what the parts of the package are, and word processors do not open it.
    static func noList(_ list: String, in file: String) -> Diagnostic {
        .error(
            "document.no-list", at: .file(file),
            "tệp thiếu phần “\(list)”, nơi ghi phần nào là văn bản, nên Word không mở được",
            en: "the file lacks “\(list)”, which says what its parts are, so Word cannot open it",
            fix: "lấy lại tệp gốc do Word hoặc LibreOffice lưu",
            en: "get the original file again, as Word or LibreOffice saved it")
    }

    /// A document with programs inside is not worked on.
    package static func macros(_ file: String, in kind: DocumentKind) -> Diagnostic {
        let ending = kind.withoutMacros.rawValue
        return .error(
            "check.macros", at: .file(file), "văn bản có macro nên không được xử lý",
            en: "the document has macros and is left alone", fix: "lưu thành .\(ending) không có macro",
            en: "save it as a .\(ending) without macros")
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
