internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// One of Word's old form fields with a name that data can have: a text, a check box, a list.
///
/// Its runs stand side by side in a paragraph; a mark is put round them that leaves again once the data has been asked.
struct FormField {
    let name: String
    let path: [String]
    let kind: Kind
    /// Word's picture that a date or a number is shown by.
    let picture: String?
    private let mark: Element

    /// Whether a text stays a field that can be filled anew.
    enum Field: Hashable {
        case kept
        case gone
    }

    enum Kind: Hashable {
        case text
        case checkBox
        case list
    }

    private static let kinds: [String: Kind] = [
        "FORMTEXT": .text, "FORMCHECKBOX": .checkBox, "FORMDROPDOWN": .list,
    ]

    /// Reads what a mark stands round.
    init?(_ mark: Element) {
        guard FormField.isMark(mark), let settings = mark.elements.first?.formSettings,
            let written = settings.word("name")?.wordAttribute("val"), let name = FieldCode.tagName(written),
            let kind = FormField.kinds[FieldCode(mark.instruction).keyword]
        else { return nil }
        self.mark = mark
        self.name = name
        self.kind = kind
        let text = settings.word("textInput")
        let isShaped = ["date", "number"].contains(text?.word("type")?.wordAttribute("val"))
        picture = isShaped ? text?.word("format")?.wordAttribute("val") : nil
        path = name.split(separator: ".").map(String.init)
    }

    /// What a text or a list shows.
    var shown: Expression {
        let value = Expression.path(path)
        return picture.map { Filter.picture($0, of: value) } ?? value
    }

    // MARK: Marks

    private static let markName = QualifiedName(namespace: "vanthu:form-field", local: "field")

    static func isMark(_ element: Element) -> Bool { element.name == markName }

    /// The text with a mark round each form field that can be filled.
    static func marking(_ root: Element) -> Element { root.holdsFormSettings ? marked(root) : root }

    private static func marked(_ element: Element) -> Element {
        var copy = element
        copy.children = []
        var rest = element.children[...]
        while let child = rest.first {
            if let end = end(ofFieldIn: rest) {
                let mark = Element(markName).filled(
                    rest[...end].filter { !$0.isBookmark("bookmarkStart", "bookmarkEnd") })
                if FormField(mark) != nil {
                    // A bookmark of which the field holds one end is round the field.
                    copy.children += rest[...end].filter { $0.isBookmark("bookmarkStart") }
                    copy.children.append(.element(mark))
                    copy.children += rest[...end].filter { $0.isBookmark("bookmarkEnd") }
                    rest = rest[(end + 1)...]
                    continue
                }
            }
            rest.removeFirst()
            guard case .element(let inner) = child else {
                copy.children.append(child)
                continue
            }
            copy.children.append(.element(marked(inner)))
        }
        return copy
    }

    /// Where the field ends that begins with the first of these nodes, if all of it stands in runs of its own.
    private static func end(ofFieldIn nodes: ArraySlice<Node>) -> Int? {
        guard case .element(let first)? = nodes.first, first.formSettings != nil else { return nil }
        for place in nodes.indices {
            guard case .element(let run) = nodes[place] else { continue }
            let marks = run.fieldMarks
            if place > nodes.startIndex, marks.contains("begin") || !run.mayStandInField { return nil }
            if marks.last == "end" { return run.elements.last?.isWord("fldChar") ?? false ? place : nil }
        }
        return nil
    }

    // MARK: Filled

    /// The field's nodes as they were.
    static func withoutMark(_ node: TemplateNode) -> [TemplateNode] {
        switch node {
        case .plain(.element(let element)): element.children.map { .plain($0) }
        case .element(let element): element.children
        case .plain, .text, .tag: [node]
        }
    }

    /// The field with a value as its text; a list gives way to the value.
    func filled(with value: TemplateNode, as field: Field = .kept) -> [TemplateNode] {
        let runs = mark.children
        let separation = runs.firstIndex {
            if case .element(let run) = $0 { run.fieldMarks.contains("separate") } else { false }
        }
        let shown = runs[(separation ?? runs.endIndex - 1)...].compactMap { node in
            if case .element(let run) = node, run.isWord("r"), run.fieldMarks.isEmpty { run } else { nil }
        }.first
        let model = shown ?? mark.elements.first ?? mark
        var run = TemplateElement(head: model.withoutChildren, role: .span)
        if let look = model.word("rPr") { run.children.append(.plain(.element(look))) }
        run.children.append(
            .element(
                TemplateElement(head: model.wordText("").withoutChildren, role: .text, children: [value])))
        guard field == .kept, kind == .text, let separation, let last = runs.last else {
            return [.element(run)]
        }
        return runs[...separation].map { .plain($0) } + [.element(run), .plain(last)]
    }

    /// The field with its box ticked, or not.
    func checked(_ isChecked: Bool) -> [TemplateNode] {
        let ticked = mark.rewritten { element in
            guard element.isWord("checkBox") else { return true }
            element.removeChild("checked")
            var state = element.wordElement("checked")
            state.attributes = [.init(element.wordName("val"), isChecked ? "1" : "0")]
            element.children.append(.element(state))
            return true
        }
        return (ticked ?? mark).children.map { .plain($0) }
    }
}

extension Element {
    /// The settings of the form field that a run begins.
    fileprivate var formSettings: Element? {
        guard isWord("r"), let mark = elements.first(where: { !$0.isWord("rPr") }), mark.isWord("fldChar"),
            mark.wordAttribute("fldCharType") == "begin"
        else { return nil }
        return mark.word("ffData")
    }

    fileprivate var holdsFormSettings: Bool {
        isWord("ffData") || elements.contains(where: \.holdsFormSettings)
    }

    /// The kinds of the marks of fields in a run, in their order.
    fileprivate var fieldMarks: [String] {
        elements.filter { $0.isWord("fldChar") }.compactMap { $0.wordAttribute("fldCharType") }
    }

    fileprivate var mayStandInField: Bool {
        isWord("r") || ["bookmarkStart", "bookmarkEnd", "proofErr"].contains(name.local)
    }

    fileprivate var instruction: String {
        elements.flatMap(\.elements).filter { $0.isWord("instrText") }.map(\.text).joined()
    }
}

extension Node {
    fileprivate func isBookmark(_ names: String...) -> Bool {
        if case .element(let element) = self { names.contains { element.isWord($0) } } else { false }
    }
}
