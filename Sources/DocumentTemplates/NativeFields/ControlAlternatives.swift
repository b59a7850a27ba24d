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
                ticked(path, name, at: place, then: field.checked(true), otherwise: field.checked(false))
            }
        return choice(path, name, at: place, then: filled, otherwise: asWritten)
    }

    private mutating func alternatives(to field: DocumentField, _ original: TemplateNode) -> [TemplateNode] {
        let place = place(ofParagraph: paragraphNumber, field.shown)
        note(NativeField(kind: .control, name: field.name, place: place))
        let (path, name) = (field.path, field.name)
        let filled: [TemplateNode] =
            switch field.kind {
            case .value(let expression):
                [
                    field.filled(
                        with: add(.value(field.shown(expression, automaticStyles)), named: name, at: place))
                ]
            case .checkBox:
                ticked(path, name, at: place, then: [field.checked(true)], otherwise: [field.checked(false)])
            }
        return choice(path, name, at: place, then: filled, otherwise: [original])
    }

    /// The first when the data says yes, else the second.
    private mutating func ticked(
        _ path: [String], _ name: String, at place: Location, then: [TemplateNode], otherwise: [TemplateNode]
    ) -> [TemplateNode] {
        [add(.section(Filter.ticked(.path(path))), named: name, at: place)] + then + [
            add(.otherwise, named: name, at: place)
        ] + otherwise + [add(.end(name: nil), named: name, at: place)]
    }

    /// The first when the data has the name, else the second.
    private mutating func choice(
        _ path: [String], _ name: String, at place: Location, then: [TemplateNode], otherwise: [TemplateNode]
    ) -> [TemplateNode] {
        [add(.section(.present(path)), named: name, at: place)] + then + [
            add(.otherwise, named: name, at: place)
        ] + lacked(path, name, at: place) + otherwise + [add(.end(name: nil), named: name, at: place)]
    }

    /// What an item of a repeating section without the name comes to, where others have it: what the template shows is none of the item's.
    private mutating func lacked(_ path: [String], _ name: String, at place: Location) -> [TemplateNode] {
        guard let list = repeatedList, let field = path.first else { return [] }
        let check = Filter.lacked(field, byItemsOf: .outer(1, .path(list)))
        return [add(.section(check), named: name, at: place), add(.end(name: nil), named: name, at: place)]
    }

    /// Whether some tag may be written in an element.
    private func mayHoldTag(_ element: Element) -> Bool {
        !delimiters.tags(in: Array(element.text.utf8)).tags.isEmpty
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
        let outer = repeatedList
        repeatedList = path
        let marked = node(item)
        repeatedList = outer
        paragraphNumber = first + element.paragraphCount
        let items =
            marked.holdsTag ? Filter.items(.path(path), with: item.firstControlName ?? name) : .path(path)
        let filled = [
            add(.section(.not(.not(.path(path)))), named: name, at: place),
            control.repeating([
                add(.section(items), named: name, at: place), marked,
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
            filled = ticked(
                path, name, at: place, then: [control.checked(true)], otherwise: [control.checked(false)])
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
    /// The name of the first content control in it.
    fileprivate var firstControlName: String? {
        if let tag = word("sdtPr")?.word("tag")?.wordAttribute("val") { return tag }
        return elements.lazy.compactMap(\.firstControlName).first
    }

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
