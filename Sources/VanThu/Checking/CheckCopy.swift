public import Container
public import Diagnostics
internal import OfficeDocument
internal import OfficePackage

extension Clerk {
    /// What a check makes of a document besides its findings.
    public enum CheckCopy: Hashable, Sendable {
        /// A copy with a comment at each finding, in that language; everything else untouched.
        case annotated(String, Publication.Existing, Language)
        /// A copy with everything mended that can be without touching what the document says.
        case mended(String, Publication.Existing)
        /// Nothing: what mending would change is told.
        case mendingPreview
    }
}

extension Clerk.CheckCopy {
    /// Where it is written.
    var target: (path: String, existing: Publication.Existing)? {
        switch self {
        case .annotated(let path, let existing, _), .mended(let path, let existing): (path, existing)
        case .mendingPreview: nil
        }
    }

    /// Why no such copy can be made of a document that was judged.
    func refusals(of judged: Examination.Judged) -> [Diagnostic] {
        let file = judged.file
        var refusals: [Diagnostic] = []
        let ending = file.document.kind.rawValue
        if let target, WrittenFile(path: target.path, byteCount: 0).fileExtension != ending {
            refusals.append(.otherExtension(target.path, wanted: ending))
        }
        if file.document.traits.contains(.signature) { refusals.append(.signed(file.path)) }
        return refusals
    }

    /// What is said of a document that was not judged for no fault of its own.
    func wasNotMade(of document: String) -> Diagnostic {
        switch self {
        case .annotated:
            .error(
                "check.not-annotated", at: .file(document),
                "thể thức của văn bản không được xét nên không có bản có nhận xét",
                en: "the document's format was not judged, so no copy with comments was written")
        case .mended, .mendingPreview:
            .error(
                "check.not-mended", at: .file(document),
                "thể thức của văn bản không được xét nên văn bản không được sửa",
                en: "the document's format was not judged, so it was not mended")
        }
    }
}

extension Diagnostic {
    /// What is written is not the old file with changes, but what LibreOffice made of it.
    static func copyOfConverted(_ document: String) -> Diagnostic {
        .note(
            "check.old-word-file", at: .file(document),
            "bản ghi ra là tệp .docx do LibreOffice chuyển từ tệp đời cũ này; nên mở ra xem lại cách trình bày",
            en:
                "what is written is the .docx that LibreOffice makes of this old file; look at its layout once"
        )
    }

    fileprivate static func otherExtension(_ output: String, wanted ending: String) -> Diagnostic {
        .error(
            "check.other-format", at: .file(output),
            "tên tệp kết quả phải có đuôi .\(ending) như định dạng của văn bản",
            en: "the file to write must end in .\(ending), the document's own format",
            fix: "đổi đuôi tệp kết quả", en: "change the ending of the file to write")
    }
}
