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
        if file.isConverted { refusals.append(isForOtherFiles(than: file.path)) }
        let ending = file.document.kind.rawValue
        if let target, !file.isConverted, WrittenFile(path: target.path, byteCount: 0).fileExtension != ending
        {
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
                "văn bản không được kiểm tra nên không có bản có nhận xét",
                en: "the document was not judged, so no copy with comments was written")
        case .mended, .mendingPreview:
            .error(
                "check.not-mended", at: .file(document), "văn bản không được kiểm tra nên không được sửa",
                en: "the document was not judged, so it was not mended")
        }
    }

    private func isForOtherFiles(than document: String) -> Diagnostic {
        let message =
            switch self {
            case .annotated:
                Wording(
                    "tệp Word đời cũ (.doc) không gắn nhận xét được mà giữ nguyên mọi thứ khác",
                    en: "an old Word file (.doc) cannot be given comments with all else untouched")
            case .mended, .mendingPreview:
                Wording(
                    "tệp Word đời cũ (.doc) không sửa tại chỗ được",
                    en: "an old Word file (.doc) cannot be mended where it stands")
            }
        return Diagnostic(
            "check.old-word-file", message, at: .file(document),
            fix: Wording(
                "mở bằng Word, lưu thành .docx rồi chạy lại",
                en: "open it in Word, save it as .docx and run this again"))
    }
}

extension Diagnostic {
    fileprivate static func otherExtension(_ output: String, wanted ending: String) -> Diagnostic {
        .error(
            "check.other-format", at: .file(output),
            "tên tệp kết quả phải có đuôi .\(ending) như định dạng của văn bản",
            en: "the file to write must end in .\(ending), the document's own format",
            fix: "đổi đuôi tệp kết quả", en: "change the ending of the file to write")
    }
}
