internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// A text whose merge fields have become tags, and what was met on the way.
struct ConvertedText {
    let root: Element
    let found: [NativeField]
    /// Warnings; they matter to someone who looks a template over.
    let remarks: [Diagnostic]
    let convertedCount: Int
}

extension ConvertedText {
    /// The tags are written with delimiters that nobody types.
    init(convertingIn text: SourceText) {
        self = text.dialect.nativeFields.converted(
            text.root, .nativeFields, text.origin.file, text.origin.part)
    }
}
