internal import OfficePackage
internal import TemplateLanguage
internal import Values
internal import XMLTree

/// One of Word's content controls (`w:sdt`) that has a tag and that data can fill.
struct ContentControl {
    let element: Element
    /// The control's tag as a name of data.
    let name: String
    let path: [String]
    let kind: Kind
    private let settings: Element
    private let content: Element

    enum Kind: Equatable {
        /// One value; the expression prints it as the control would.
        case text(Expression)
        case checkBox
        case repeatingSection
        /// A picture, whose place the control keeps.
        case picture(Element)
    }

    /// Nil when it has no tag that can be a name, or is of a kind that takes no value (a table of contents, a group), or holds other controls.
    init?(_ element: Element) {
        guard let settings = element.word("sdtPr"), let content = element.word("sdtContent"),
            let tag = settings.word("tag")?.wordAttribute("val"),
            // Tags of other programs, such as paths into data of their own, are no names.
            !tag.contains(where: { "/[]:=&?{}".contains($0) }), let name = FieldCode.tagName(tag)
        else { return nil }
        self.element = element
        self.name = name
        self.settings = settings
        self.content = content
        path = name.split(separator: ".").map(String.init)
        let value = Expression.path(path)
        let kinds = Set(settings.elements.map(\.name.local))
        if kinds.contains("repeatingSection") {
            kind = .repeatingSection
            return
        }
        let refused: Set<String> = [
            "docPartObj", "docPartList", "group", "equation", "citation", "bibliography",
            "repeatingSectionItem",
        ]
        guard kinds.isDisjoint(with: refused), !content.holdsControl, content.holdsOneParagraph else {
            return nil
        }
        if kinds.contains("picture") {
            guard let drawing = content.firstDrawing else { return nil }
            kind = .picture(drawing)
        } else if kinds.contains("checkbox") {
            kind = .checkBox
        } else if let date = settings.word("date") {
            let picture = date.word("dateFormat")?.wordAttribute("val")
            let day = Filter.day(value)
            kind = .text(picture.map { Filter.picture($0, of: day) } ?? day)
        } else if let list = settings.elements.first(where: {
            $0.isWord("dropDownList") || $0.isWord("comboBox")
        }) {
            let items = list.elements.filter { $0.isWord("listItem") }
            kind = .text(
                .display(
                    of: value,
                    among: items.map { ($0.wordAttribute("value"), $0.wordAttribute("displayText")) },
                    isFree: list.isWord("comboBox")))
        } else {
            kind = .text(value)
        }
    }

    // MARK: Filled

    /// The control with a value in place of its text, which keeps its look.
    func filled(with value: TemplateNode) -> TemplateNode {
        let text = TemplateElement(head: content.wordText("").withoutChildren, role: .text, children: [value])
        var run = TemplateElement(head: content.wordElement("r"), role: .span)
        if let look { run.children.append(.plain(.element(look))) }
        run.children.append(.element(text))
        return whole(around: wrapped(.element(run), in: content))
    }

    /// The control with something in place of its picture.
    func pictured(by tag: TemplateNode) -> TemplateNode {
        whole(around: content.replacingFirstDrawing(with: tag).node)
    }

    /// The control as ticked, or not.
    func checked(_ isChecked: Bool) -> TemplateNode {
        var box = settings
        box.setCheckBox(isChecked)
        var run = content.wordElement("r")
        if let look = look(in: state(isChecked)?.ownAttribute("font")) { run.children.append(.element(look)) }
        run.children.append(.element(content.wordText(mark(isChecked))))
        return whole(around: wrapped(.plain(.element(run)), in: content), settings: box)
    }

    /// The character that shows a ticked box, or an empty one.
    func mark(_ isChecked: Bool) -> String {
        let code = state(isChecked)?.ownAttribute("val").flatMap { UInt32($0, radix: 16) }
        return code.flatMap(Unicode.Scalar.init).map { String($0) } ?? (isChecked ? "\u{2612}" : "\u{2610}")
    }

    private func state(_ isChecked: Bool) -> Element? {
        settings.child("checkbox")?.elements.first {
            $0.name.local == (isChecked ? "checkedState" : "uncheckedState")
        }
    }

    /// The first item of a repeating section, without the ids that must not be repeated.
    var repeatedItem: Element? { content.word("sdt").map(\.withoutControlIds) }

    /// The repeating section with other items.
    func repeating(_ items: [TemplateNode]) -> TemplateNode {
        whole(around: .element(TemplateElement(head: content.withoutChildren, role: nil, children: items)))
    }

    private func whole(around content: TemplateNode, settings: Element? = nil) -> TemplateNode {
        var filled = TemplateElement(head: element.withoutChildren, role: nil)
        filled.children = element.children.map { child in
            guard case .element(let inner) = child else { return .plain(child) }
            if inner.isWord("sdtContent") { return content }
            if inner.isWord("sdtPr") { return .plain(.element((settings ?? self.settings).asFilled)) }
            return .plain(child)
        }
        return .element(filled)
    }

    /// The run in the paragraph and the cell that the control has, without the other text.
    private func wrapped(_ run: TemplateNode, in element: Element) -> TemplateNode {
        var wrapper = TemplateElement(head: element.withoutChildren, role: nil)
        if element.isWord("p") { wrapper.role = .paragraph }
        if element.isWord("tc") { wrapper.role = .cell }
        wrapper.children = element.elements.filter { $0.isWord("pPr") || $0.isWord("tcPr") }.map {
            .plain(.element($0))
        }
        if let inner = element.elements.first(where: { $0.isWord("p") || $0.isWord("tc") }) {
            wrapper.children.append(wrapped(run, in: inner))
        } else {
            wrapper.children.append(run)
        }
        return .element(wrapper)
    }

    // MARK: Look

    /// The character settings of the control's text: of what is in it, or, while that is only a prompt, those kept for what will be.
    private var look: Element? {
        let isPrompt = settings.elements.contains { $0.isWord("showingPlcHdr") }
        if !isPrompt, let run = content.firstRun { return run.word("rPr") }
        return settings.word("rPr")
    }

    private func look(in font: String?) -> Element? {
        guard let font else { return look }
        var look = look ?? content.wordElement("rPr")
        var fonts = content.wordElement("rFonts")
        for name in ["ascii", "hAnsi", "eastAsia", "cs"] {
            fonts.attributes.append(.init(fonts.wordName(name), font))
        }
        look.removeChild("rFonts")
        let style = look.elements.first?.isWord("rStyle") == true ? 1 : 0
        look.children.insert(.element(fonts), at: min(style, look.children.count))
        return look
    }
}

extension Element {
    fileprivate var holdsControl: Bool { elements.contains { $0.isWord("sdt") || $0.holdsControl } }

    /// Whether all text stands in one paragraph at the most; a table or several paragraphs are no single value.
    fileprivate var holdsOneParagraph: Bool {
        let places = elements.filter { ["p", "tbl", "tr", "tc"].contains($0.name.local) }
        guard places.count <= 1 else { return false }
        guard let place = places.first else { return true }
        switch place.name.local {
        case "p": return true
        case "tc": return place.holdsOneParagraph
        default: return false
        }
    }

    fileprivate var firstDrawing: Element? {
        for child in elements {
            if child.isWord("drawing") { return child }
            if let drawing = child.firstDrawing { return drawing }
        }
        return nil
    }

    /// The element with a node in place of the first drawing in it, and whether there was one.
    fileprivate func replacingFirstDrawing(with node: TemplateNode) -> (node: TemplateNode, isReplaced: Bool)
    {
        if isWord("drawing") { return (node, true) }
        guard firstDrawing != nil else { return (.plain(.element(self)), false) }
        var copy = TemplateElement(head: withoutChildren, role: Dialect.word.role(of: name))
        var isReplaced = false
        for child in children {
            guard case .element(let inner) = child, !isReplaced else {
                copy.children.append(.plain(child))
                continue
            }
            let replaced = inner.replacingFirstDrawing(with: node)
            copy.children.append(replaced.node)
            isReplaced = replaced.isReplaced
        }
        return (.element(copy), isReplaced)
    }

    fileprivate var firstRun: Element? {
        for child in elements {
            if child.isWord("r") { return child }
            if let run = child.firstRun { return run }
        }
        return nil
    }

    /// The settings of a control that holds a value: no prompt, and no data of the document's own that Word would put in its place.
    fileprivate var asFilled: Element {
        var copy = self
        copy.children = children.compactMap { child in
            guard case .element(var setting) = child else { return child }
            if ["showingPlcHdr", "dataBinding"].contains(setting.name.local) { return nil }
            if setting.isWord("date") { setting.attributes.removeAll { $0.name.local == "fullDate" } }
            return .element(setting)
        }
        return copy
    }

    fileprivate var withoutControlIds: Element {
        var copy = self
        copy.children = children.compactMap { child in
            guard case .element(let inner) = child else { return child }
            if isWord("sdtPr"), inner.isWord("id") { return nil }
            return .element(inner.withoutControlIds)
        }
        return copy
    }
}

extension Element {
    /// Ticks the box of a control's settings, or clears it.
    fileprivate mutating func setCheckBox(_ isChecked: Bool) {
        for place in children.indices {
            guard case .element(var child) = children[place] else { continue }
            if name.local == "checkbox", child.name.local == "checked" {
                for i in child.attributes.indices where child.attributes[i].name.local == "val" {
                    child.attributes[i].value = isChecked ? "1" : "0"
                }
            } else if child.name.local == "checkbox" {
                child.setCheckBox(isChecked)
            }
            children[place] = .element(child)
        }
    }
}
