internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// A field of an OpenDocument text whose value stands in the document: a user field, a variable, a placeholder, an input field or list, a content control.
struct DocumentField {
    let name: String
    let path: [String]
    /// The text that the document shows.
    let shown: String
    let kind: Kind
    let element: Element

    enum Kind: Equatable {
        /// One value; the expression prints it as the field would.
        case value(Expression)
        case checkBox
    }

    init?(_ element: Element) {
        let named: String?
        switch (element.name.namespace, element.name.local) {
        case (OpenDocumentNames.text, "user-field-get"), (OpenDocumentNames.text, "variable-get"),
            (OpenDocumentNames.text, "drop-down"):
            named = element.attribute("name", in: OpenDocumentNames.text)
        case (OpenDocumentNames.text, "placeholder"): named = element.text.filter { !"<>".contains($0) }
        case (OpenDocumentNames.text, "text-input"):
            named = element.attribute("description", in: OpenDocumentNames.text)
        case (OpenDocumentNames.extended, "content-control"):
            guard element.isOneValue else { return nil }
            named = element.setting("tag")
        default: return nil
        }
        guard let name = named.flatMap(FieldCode.tagName) else { return nil }
        self.name = name
        self.element = element
        path = name.split(separator: ".").map(String.init)
        shown = element.text
        kind = element.setting("checkbox") == "true" ? .checkBox : .value(element.display(of: .path(path)))
    }

    /// The field with a value in place of its text; a list, a variable and a placeholder give way to it.
    func filled(with value: TemplateNode) -> TemplateNode {
        switch element.name.local {
        case "text-input":
            return .element(TemplateElement(head: element.withoutChildren, role: nil, children: [value]))
        case "content-control":
            var shown = value
            if let look = element.elements.first(where: { $0.isText("span") }) {
                shown = .element(TemplateElement(head: look.withoutChildren, role: .span, children: [value]))
            }
            return .element(TemplateElement(head: control, role: .span, children: items + [shown]))
        default: return value
        }
    }

    /// An expression in the format that the field names among these styles.
    func shown(_ expression: Expression, _ styles: [Element]) -> Expression {
        OpenDocumentDataStyles(styles).picture(of: element).map { Filter.picture($0, of: expression) }
            ?? expression
    }

    /// The control as ticked, or not.
    func checked(_ isChecked: Bool) -> TemplateNode {
        var head = control
        for place in head.attributes.indices where head.attributes[place].name.local == "checked" {
            head.attributes[place].value = isChecked ? "true" : "false"
        }
        var ticked = TemplateElement(head: head, role: .span)
        ticked.children = [.plain(.text(mark(isChecked)))]
        return .element(ticked)
    }

    /// The character that shows a ticked box, or an empty one.
    func mark(_ isChecked: Bool) -> String {
        element.setting(isChecked ? "checked-state" : "unchecked-state")
            ?? (isChecked ? "\u{2612}" : "\u{2610}")
    }

    /// The control's own element, which holds a value now.
    private var control: Element {
        var head = element.withoutChildren
        head.attributes.removeAll { ["showing-place-holder", "current-date"].contains($0.name.local) }
        return head
    }

    private var items: [TemplateNode] {
        element.elements.filter { $0.name.local == "list-item" }.map { .plain(.element($0)) }
    }
}

extension Element {
    /// A setting of a content control.
    fileprivate func setting(_ name: String) -> String? { attribute(name, in: OpenDocumentNames.extended) }

    /// Whether a content control holds no other, and no picture.
    fileprivate var isOneValue: Bool { setting("picture") != "true" && !holdsControl }

    private var holdsControl: Bool {
        elements.contains { $0.name.local == "content-control" || $0.holdsControl }
    }

    /// A date in the control's format, an item of a list by the text it shows.
    fileprivate func display(of value: Expression) -> Expression {
        if setting("date") == "true" {
            let day = Filter.day(value)
            return setting("date-format").map { Filter.picture($0, of: day) } ?? day
        }
        return .display(
            of: value,
            among: elements.filter { $0.name.local == "list-item" }.map { item in
                (stored: item.setting("value"), text: item.setting("display-text"))
            }, isFree: setting("dropdown") != "true")
    }
}

extension Expression {
    /// A value of a list, which shows the text of the item that has it; where the list is not free, no other can be shown.
    static func display(of value: Expression, among items: [(stored: String?, text: String?)], isFree: Bool)
        -> Expression
    {
        let items = items.compactMap { item -> (stored: String, text: String)? in
            (item.text ?? item.stored).map { (stored: item.stored ?? $0, text: $0) }
        }
        return isFree || items.isEmpty
            ? Expression.choice(of: value, among: items) : Filter.item(value, among: items)
    }

    /// The same as conditions, which can be written in a tag.
    static func choice(of value: Expression, among items: [(stored: String, text: String)]) -> Expression {
        items.reversed().reduce(value) { shown, item in
            guard item.stored != item.text else { return shown }
            return .conditional(
                .operation(.equal, value, .literal(.text(item.stored))), then: .literal(.text(item.text)),
                otherwise: shown)
        }
    }
}
