internal import OfficePackage
internal import XMLTree

extension TemplateNode {
    /// The tree without what would put data of the document's own in the place of a content control's tags.
    var unbound: TemplateNode {
        guard case .element(var element) = self else { return self }
        element.children = element.children.map(\.unbound)
        guard element.head.isWord("sdt"), element.children.contains(where: \.holdsTag) else {
            return .element(element)
        }
        for place in element.children.indices {
            guard case .plain(.element(var settings)) = element.children[place], settings.isWord("sdtPr")
            else { continue }
            settings.children.removeAll { $0.isElement("dataBinding") }
            element.children[place] = .plain(.element(settings))
        }
        return .element(element)
    }
}
