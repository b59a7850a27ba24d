internal import OfficePackage
internal import XMLTree

extension Dialect {
    /// What a format has for filling in by itself: merge fields, content controls, document fields.
    struct NativeFields: Sendable {
        /// The text with its merge fields as tags.
        let converted:
            @Sendable (_ root: Element, Delimiters, _ file: String, _ part: String) -> ConvertedText
        /// The control or document field that an element is, if data can fill it.
        let control: @Sendable (Element) -> NativeControl?

        static let none: NativeFields = NativeFields(
            converted: { root, _, _, _ in ConvertedText(root: root, found: [], remarks: [], convertedCount: 0)
            }, control: { _ in nil })

        static let word: NativeFields = NativeFields(
            converted: { root, delimiters, file, part in
                var fields = WordMergeFields(delimiters: delimiters, file: file, part: part)
                var addresses = HyperlinkCodes()
                let root = fields.rewritten(FormField.marking(addresses.joined(root)))
                return ConvertedText(
                    root: root, found: fields.found, remarks: fields.remarks,
                    convertedCount: fields.convertedCount)
            },
            control: { element in
                if let field = FormField(element) { return .formField(field) }
                return element.isWord("sdt") ? ContentControl(element).map { .contentControl($0) } : nil
            })

        static let openDocument: NativeFields = NativeFields(
            converted: { root, delimiters, file, part in
                var fields = OpenDocumentMergeFields(delimiters: delimiters, file: file, part: part)
                let root = fields.rewritten(root)
                return ConvertedText(
                    root: root, found: fields.found, remarks: fields.remarks,
                    convertedCount: fields.convertedCount)
            }, control: { element in DocumentField(element).map { .documentField($0) } })
    }
}

/// What data may fill in place: one of Word's content controls or old form fields, or a field of an OpenDocument text.
enum NativeControl {
    case contentControl(ContentControl)
    case documentField(DocumentField)
    case formField(FormField)
}
