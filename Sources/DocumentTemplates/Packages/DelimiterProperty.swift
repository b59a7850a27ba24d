internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The document property `vanthu.delimiters`, by which a template says what its tags begin and end with.
///
/// In Word: File, Info, Properties, Advanced Properties, Custom. In Writer: File, Properties, Custom Properties.
enum DelimiterProperty {
    static let name = PackageNames.ownProperties + "delimiters"

    /// The pair a template names; nil if it names none.
    static func delimiters(of source: PackageSource, parts: Set<String>) throws(Failure) -> Delimiters? {
        for part in parts.sorted() {
            let bytes = try source.contents(of: part)
            guard bytes.holds(Array(name.utf8)), let property = find(in: try source.tree(part)) else {
                continue
            }
            guard let delimiters = Delimiters.ends(of: property.text) else {
                throw Failure(.wrongProperty(property.text, in: source.file))
            }
            return delimiters
        }
        return nil
    }

    /// Whether an element of a part with properties is this one: it is no place for tags.
    static func isHere(_ element: Element) -> Bool {
        (element.name.local == "property" || element.name.local == "user-defined")
            && element.attributes.contains { $0.name.local == "name" && $0.value == name }
    }

    private static func find(in element: Element) -> Element? {
        if isHere(element) { return element }
        for child in element.elements { if let found = find(in: child) { return found } }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func wrongProperty(_ value: String, in file: String) -> Diagnostic {
        Diagnostic(
            "template.wrong-delimiters",
            Wording(
                "thuộc tính “\(DelimiterProperty.name)” của văn bản là “\(value)”, không phải cặp dấu thẻ",
                en:
                    "the document property “\(DelimiterProperty.name)” is “\(value)”, which is no pair of delimiters"
            ), at: .file(file), fix: Delimiters.remedy("{{ }}"))
    }
}
