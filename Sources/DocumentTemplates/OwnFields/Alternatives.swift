internal import Diagnostics
internal import TemplateLanguage
internal import XMLTree

extension Marking {
    /// What stands in place of a content control or a field of the document's own: filled when the data has its name, else as it is.
    ///
    /// `original` is the element as it was marked. Nil when the element is none of these, or holds tags, which then decide.
    mutating func alternatives(to element: Element, _ original: TemplateNode) -> [TemplateNode]? {
        switch dialect.format {
        case .docx:
            guard element.isWord("sdt"), let control = ContentControl(element) else { return nil }
            return alternatives(to: control, original)
        case .odt:
            guard let field = DocumentField(element), !original.holdsTag else { return nil }
            let place = place(ofParagraph: paragraphNumber, element.text)
            note(OwnField(kind: .control, name: field.name, place: place))
            let value = add(.value(.path(field.path)), named: field.name, at: place)
            return choice(
                field.path,
                field.name,
                at: place,
                then: [
                    field.wrapper.map { .element(TemplateElement(head: $0, role: nil, children: [value])) }
                        ?? value
                ],
                otherwise: [original]
            )
        }
    }

    /// The first when the data has the name, else the second.
    private mutating func choice(
        _ path: [String],
        _ name: String,
        at place: Location,
        then: [TemplateNode],
        otherwise: [TemplateNode]
    ) -> [TemplateNode] {
        [add(.section(.present(path)), named: name, at: place)] + then
            + [add(.otherwise, named: name, at: place)] + otherwise
            + [add(.end(name: nil), named: name, at: place)]
    }

    private mutating func alternatives(
        to control: ContentControl,
        _ original: TemplateNode
    ) -> [TemplateNode]? {
        let isRepeat = control.kind == .repeatingSection
        guard isRepeat || !original.holdsTag else { return nil }
        let place = place(ofParagraph: paragraphNumber, control.element.text)
        let name = control.name
        var filled: [TemplateNode]
        switch control.kind {
        case .text(let expression):
            let value = add(.value(expression), named: name, at: place)
            filled = [control.filled(with: value)]
        case .checkBox:
            filled =
                [
                    add(.section(.not(.not(.path(control.path)))), named: name, at: place),
                    control.checked(true), add(.otherwise, named: name, at: place), control.checked(false),
                    add(.end(name: nil), named: name, at: place),
                ]
        case .repeatingSection:
            guard let item = control.repeatedItem else { return nil }
            let marked = repeating { marking in marking.node(item) }
            filled = [
                add(.section(.not(.not(.path(control.path)))), named: name, at: place),
                control.repeating([
                    add(.section(.path(control.path)), named: name, at: place), marked,
                    add(.end(name: nil), named: name, at: place),
                ]),
                add(.end(name: nil), named: name, at: place),
            ]
        }
        note(OwnField(kind: .control, name: name, place: place))
        // Controls inside a repeating section are of its items, so they stay when it does.
        let unfilled: TemplateNode =
            original.holdsWrittenTag(among: tags) ? original : .plain(.element(control.element))
        return choice(control.path, name, at: place, then: filled, otherwise: [unfilled])
    }
}

extension TemplateNode {
    /// Whether a tag stands anywhere inside.
    var holdsTag: Bool {
        switch self {
        case .tag: true
        case .element(let element): !element.computed.isEmpty || element.children.contains(where: \.holdsTag)
        case .text, .plain: false
        }
    }

    /// Whether a tag that someone typed stands anywhere inside.
    fileprivate func holdsWrittenTag(among tags: [PlacedTag]) -> Bool {
        switch self {
        case .tag(let index): !tags[index].isSettled
        case .element(let element):
            !element.computed.isEmpty || element.children.contains { $0.holdsWrittenTag(among: tags) }
        case .text, .plain: false
        }
    }
}

/// A field of an OpenDocument text whose value stands in the document: a user field, a variable, a placeholder, an input field.
struct DocumentField {
    let name: String
    let path: [String]
    /// What stays round the value.
    let wrapper: Element?

    init?(_ element: Element) {
        guard element.name.namespace == OpenDocumentNames.text else { return nil }
        let named: String?
        switch element.name.local {
        case "user-field-get", "variable-get": named = element.attribute("name", in: OpenDocumentNames.text)
        case "placeholder": named = element.text.filter { !"<>".contains($0) }
        case "text-input": named = element.attribute("description", in: OpenDocumentNames.text)
        default: return nil
        }
        guard let name = named.flatMap(FieldCode.tagName) else { return nil }
        self.name = name
        path = name.split(separator: ".").map(String.init)
        wrapper = element.name.local == "text-input" ? element.withoutChildren : nil
    }
}
