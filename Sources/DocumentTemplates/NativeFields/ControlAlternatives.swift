internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

extension TagLocator {
    /// The same of an element, if it is one.
    mutating func alternatives(to element: Element, _ original: TemplateNode) -> [TemplateNode]? {
        dialect.nativeFields.control(element).flatMap { alternatives(to: $0, original) }
    }

    /// What stands in place of a content control or a field of the document's own: filled when the data has its name, else as it is.
    ///
    /// `original` is the element as it was marked. Nil when it holds tags, which then decide.
    mutating func alternatives(to control: NativeControl, _ original: TemplateNode) -> [TemplateNode]? {
        if case .formField(let field) = control { return alternatives(to: field, original) }
        guard !original.holdsTag else { return nil }
        return switch control {
        case .contentControl(let control): alternatives(to: control, original)
        case .documentField(let field): alternatives(to: field, original)
        case .formField: nil
        }
    }

    /// A form field whose text holds tags is filled by them.
    private mutating func alternatives(to field: FormField, _ original: TemplateNode) -> [TemplateNode] {
        let asWritten = FormField.withoutMark(original)
        guard !original.holdsTag else { return asWritten }
        let place = place(ofParagraph: paragraphNumber, field.name)
        let (path, name) = (field.path, field.name)
        note(NativeField(kind: .control, name: name, place: place))
        let filled: [TemplateNode] =
            switch field.kind {
            case .text, .list: field.filled(with: add(.value(field.shown), named: name, at: place))
            case .checkBox:
                [add(.section(.not(.not(.path(path)))), named: name, at: place)] + field.checked(true) + [
                    add(.otherwise, named: name, at: place)
                ] + field.checked(false) + [add(.end(name: nil), named: name, at: place)]
            }
        return choice(path, name, at: place, then: filled, otherwise: asWritten)
    }

    private mutating func alternatives(to field: DocumentField, _ original: TemplateNode) -> [TemplateNode] {
        let place = place(ofParagraph: paragraphNumber, field.shown)
        note(NativeField(kind: .control, name: field.name, place: place))
        let value = add(.value(.path(field.path)), named: field.name, at: place)
        let filled = field.wrapper.map { TemplateElement(head: $0, role: nil, children: [value]) }
        return choice(
            field.path, field.name, at: place, then: [filled.map { .element($0) } ?? value],
            otherwise: [original])
    }

    /// The first when the data has the name, else the second.
    private mutating func choice(
        _ path: [String], _ name: String, at place: Location, then: [TemplateNode], otherwise: [TemplateNode]
    ) -> [TemplateNode] {
        [add(.section(.present(path)), named: name, at: place)] + then + [
            add(.otherwise, named: name, at: place)
        ] + otherwise + [add(.end(name: nil), named: name, at: place)]
    }

    /// What stands in place of a repeating section without tags of its own: its first item for each item of the list, else as it is.
    mutating func repetition(of control: NativeControl) -> [TemplateNode]? {
        guard case .contentControl(let control) = control, control.kind == .repeatingSection,
            let item = control.repeatedItem, !mayHoldTag(control.element)
        else { return nil }
        let element = control.element
        let (path, name) = (control.path, control.name)
        let first = paragraphNumber
        let place = place(ofParagraph: first + 1, element.text)
        note(NativeField(kind: .control, name: name, place: place))
        let marked = node(item)
        paragraphNumber = first + element.paragraphCount
        let filled = [
            add(.section(.not(.not(.path(path)))), named: name, at: place),
            control.repeating([
                add(.section(.path(path)), named: name, at: place), marked,
                add(.end(name: nil), named: name, at: place),
            ]), add(.end(name: nil), named: name, at: place),
        ]
        // Controls inside a repeating section are of its items, so they stay when it does.
        return choice(path, name, at: place, then: filled, otherwise: [.plain(.element(element))])
    }

    private mutating func alternatives(to control: ContentControl, _ original: TemplateNode)
        -> [TemplateNode]?
    {
        let place = place(ofParagraph: paragraphNumber, control.element.text)
        let (path, name) = (control.path, control.name)
        let filled: [TemplateNode]
        switch control.kind {
        case .text(let expression):
            filled = [control.filled(with: add(.value(expression), named: name, at: place))]
        case .checkBox:
            filled = [
                add(.section(.not(.not(.path(path)))), named: name, at: place), control.checked(true),
                add(.otherwise, named: name, at: place), control.checked(false),
                add(.end(name: nil), named: name, at: place),
            ]
        case .picture(let drawing):
            filled = [
                control.pictured(
                    by: add(.insertion(.image, .path(path), []), named: name, at: place, inPlaceOf: drawing))
            ]
        case .repeatingSection: return nil
        }
        note(NativeField(kind: .control, name: name, place: place))
        return choice(path, name, at: place, then: filled, otherwise: [original])
    }
}

extension Element {
    fileprivate var paragraphCount: Int { elements.reduce(isWord("p") ? 1 : 0) { $0 + $1.paragraphCount } }
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
}

/// A field of an OpenDocument text whose value stands in the document: a user field, a variable, a placeholder, an input field.
struct DocumentField {
    let name: String
    let path: [String]
    /// The text that the document shows.
    let shown: String
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
        shown = element.text
        wrapper = element.name.local == "text-input" ? element.withoutChildren : nil
    }
}
