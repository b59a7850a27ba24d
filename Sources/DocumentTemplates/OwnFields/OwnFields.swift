internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A part whose merge fields have become tags, and what was met on the way.
struct OwnFields {
    let root: Element
    let found: [OwnField]
    /// Warnings; they matter to someone who looks a template over.
    let remarks: [Diagnostic]
    let convertedCount: Int

    /// `part` is the entry's name.
    init(convertingIn root: Element, dialect: Dialect, delimiters: Delimiters, file: String, part: String) {
        if dialect.isBagOfTexts {
            (self.root, found, remarks, convertedCount) = (root, [], [], 0)
            return
        }
        switch dialect.format {
        case .docx:
            var fields = WordFields(delimiters: delimiters, file: file, part: part)
            self.root = fields.rewritten(root)
            (found, remarks, convertedCount) = (fields.found, fields.remarks, fields.convertedCount)
        case .odt:
            var fields = OpenDocumentFields(delimiters: delimiters, file: file, part: part)
            self.root = fields.rewritten(root)
            (found, remarks, convertedCount) = (fields.found, fields.remarks, fields.convertedCount)
        }
    }
}
