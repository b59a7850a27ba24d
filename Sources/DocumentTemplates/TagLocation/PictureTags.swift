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
        tags[tags.count - 1].surroundings.placeholder = uncropped(element)
        return .tag(tags.count - 1)
    }

    /// A picture of the template without what its style cuts off at the edges: they are not those of the picture to come.
    mutating func uncropped(_ picture: Element) -> Element {
        let styleName = QualifiedName(namespace: OpenDocumentNames.draw, prefix: "draw", local: "style-name")
        guard let place = picture.attributes.firstIndex(where: { $0.name == styleName }) else {
            return picture
        }
        let base = picture.attributes[place].value
        let isCropped = automaticStyles.contains {
            $0.attribute("name", in: OpenDocumentNames.style) == base
                && $0.child("graphic-properties")?.value("clip")?.hasPrefix("rect") == true
        }
        guard isCropped else { return picture }
        let name = "\(source.stylePrefix)vt_hinh_\(madeStyles.count + 1)"
        madeStyles.append(
            style(name, like: base, "graphic", "graphic-properties", ("fo:clip", "rect(0cm, 0cm, 0cm, 0cm)")))
        var picture = picture
        picture.attributes[place].value = name
        return picture
    }
}
