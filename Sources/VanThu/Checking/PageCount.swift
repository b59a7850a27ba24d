internal import Checking
internal import Diagnostics
internal import OfficeDocument
internal import OfficePackage
internal import Printing

extension Examination.Judged {
    /// How many pages the document has before and after mending, as LibreOffice sets it; where it cannot be counted, that it was not.
    func pageCount(after mending: Mending, environment: [String: String]) -> Diagnostic {
        guard let mended = mending.bytes else { return .samePages(file.path) }
        let kind = file.document.kind.rawValue
        do throws(Failure) {
            let pdfs = try LibreOffice(in: environment).pdfs(
                of: [file.bytes, mended].map {
                    LibreOffice.Document(name: file.path, fileExtension: kind, bytes: $0)
                })
            let counts = pdfs.map(Self.pages(ofPDF:))
            guard counts.count == 2, let before = counts.first, let after = counts.last, before > 0, after > 0
            else { return .pagesNotCounted(file.path) }
            return .pages(file.path, before, after)
        } catch { return .pagesNotCounted(file.path) }
    }

    /// The objects of a PDF that are pages: `/Type/Page`, and not `/Type/Pages`.
    private static func pages(ofPDF bytes: [UInt8]) -> Int {
        let mark = Array("/Type/Page".utf8)
        var count = 0
        var place = 0
        while place + mark.count < bytes.count {
            if bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark) {
                if bytes[place + mark.count] != UInt8(ascii: "s") { count += 1 }
                place += mark.count
            } else {
                place += 1
            }
        }
        return count
    }
}

extension Diagnostic {
    fileprivate static func pages(_ file: String, _ before: Int, _ after: Int) -> Diagnostic {
        .note(
            "check.pages", at: .file(file),
            before == after
                ? "số trang như cũ: \(after) (theo LibreOffice)"
                : "số trang: trước khi sửa \(before), sau khi sửa \(after) (theo LibreOffice)",
            en: before == after
                ? "as many pages as before: \(after) (by LibreOffice)"
                : "pages: \(before) before mending, \(after) after (by LibreOffice)")
    }

    fileprivate static func samePages(_ file: String) -> Diagnostic {
        .note(
            "check.pages", at: .file(file), "không sửa gì nên số trang như cũ",
            en: "nothing was mended, so the pages are as many as before")
    }

    fileprivate static func pagesNotCounted(_ file: String) -> Diagnostic {
        .note(
            "check.pages-not-counted", at: .file(file),
            "không đếm được số trang vì máy không có LibreOffice dùng được",
            en: "the pages were not counted, for want of a LibreOffice that works",
            fix: "mở bản đã sửa, xem số trang", en: "open the mended copy and look at its pages")
    }
}
