package import Container
package import Diagnostics
internal import OfficePackage

extension ReadDocument {
    /// Reads the document in an archive, whichever of the two formats it has.
    ///
    /// The format is told by what is inside, not by the file's name. Parts that are missing or damaged and that the text can do
    /// without give warnings. Throws `document.not-a-document`, `document.no-body`, `document.no-list`, `document.encrypted`, or the
    /// faults of the text's own part and of the package's lists.
    package static func reading(_ archive: Archive) throws(Failure) -> Reported<ReadDocument> {
        let package = try DocumentPackage(PackageSource(archive))
        switch package.format {
        case .docx: return try WordReader.document(in: package)
        case .odt: return try OpenDocumentReader.document(in: package)
        }
    }

    /// A document with what is remarkable about its package, to be read.
    init(_ package: DocumentPackage) throws(Failure) {
        self.init(file: package.source.file, kind: package.kind)
        if package.hasMacros { traits.insert(.macros) }
        if try !package.signatureEntries().isEmpty { traits.insert(.signature) }
    }
}

extension PartShelf {
    /// The document with its warnings, unless a part was refused.
    func report(_ document: ReadDocument, active: [ActiveContent]) throws(Failure) -> Reported<ReadDocument> {
        if let failure = Failure(refusals) { throw failure }
        if document.hasPilesOfMarks { throw Failure(.pilesOfMarks(source.file)) }
        return Reported(document, warnings: warnings + active.unique.map { $0.diagnostic(in: source.file) })
    }
}

extension ReadDocument {
    /// Whether more marks stand behind one letter than the limit allows: whoever piles them up wants letters compared for ever.
    fileprivate var hasPilesOfMarks: Bool {
        let limit = Limit.markCount.value
        return paragraphs.contains { paragraph in
            guard paragraph.runs.reduce(0, { $0 + $1.byteCount }) > limit else { return false }
            var count = 0
            for text in paragraph.runs.map(\.typedText) {
                for scalar in text.unicodeScalars {
                    guard scalar.value >= 0x300, scalar.isMark else {
                        count = 0
                        continue
                    }
                    count += 1
                    if count > limit { return true }
                }
            }
            return false
        }
    }
}

extension ReadRun {
    /// At least as many bytes as its text has.
    fileprivate var byteCount: Int {
        var count = pieces.count
        for case .text(let text) in pieces { count += text.utf8.count }
        return count
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}

extension Diagnostic {
    fileprivate static func pilesOfMarks(_ file: String) -> Diagnostic {
        let limit = Limit.markCount
        return Diagnostic(
            "document.too-many-marks",
            Wording(
                "có chữ mang hơn \(limit.words.vietnamese) dấu, không thể là chữ viết",
                en: "a letter carries more than \(limit.words.english) marks, which no writing has"),
            at: .file(file),
            fix: limit.mend(
                Wording(
                    "lấy lại tệp gốc, hoặc xóa đoạn có chữ đó",
                    en: "get the original file again, or delete that text")))
    }
}
