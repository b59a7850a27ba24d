internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

/// A text whose merge fields have become tags, and what was met on the way.
struct OwnFields {
    let root: Element
    let found: [OwnField]
    /// Warnings; they matter to someone who looks a template over.
    let remarks: [Diagnostic]
    let convertedCount: Int
}

extension OwnFields {
    /// The tags are written with delimiters that nobody types.
    init(convertingIn text: SourceText) {
        self = text.dialect.nativeFields.converted(text.root, .fields, text.origin.file, text.origin.part)
    }
}
