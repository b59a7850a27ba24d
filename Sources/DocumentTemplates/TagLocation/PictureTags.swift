internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension TagLocator {
    /// A picture whose alternative text is a tag for an image, as that tag.
    mutating func pictureTag(of element: Element) -> TemplateNode? {
        guard let alternative = dialect.alternativeText(element) else { return nil }
        let bytes = Array(alternative.trimmingBlanks.utf8)
        guard let found = delimiters.tags(in: bytes).tags.first, !found.changesDelimiters,
            found.range == bytes.indices
        else { return nil }
        let before = (tags, faults, doubts)
        read(found, in: bytes)
        guard let last = tags.last, case .insertion(.image, _, _) = last.tag else {
            (tags, faults, doubts) = before
            return nil
        }
        tags[tags.count - 1].surroundings.placeholder = element
        return .tag(tags.count - 1)
    }
}
