internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What an office format calls the things that the template language knows: the whole difference between the formats, as a table.
struct Dialect: Sendable {
    let format: OfficeFormat
    let roles: [QualifiedName: Role]
    /// Whether text stands directly in the paragraph, or only in `Role.text` elements.
    let textIsDirect: Bool
    /// What a line break, a tab and a second blank become inside a value; `prefix` is that of the element the text stands in.
    let textStyle: @Sendable (_ prefix: String) -> TextStyle
    /// What stands in a cell (in Word also a header or text box) that would be empty; nil where it may be.
    let filler: (@Sendable (_ prefix: String) -> String)?

    /// What an element is to the template language.
    enum Role: Hashable, Sendable {
        case paragraph
        /// An element inside a paragraph that may be closed and opened again, such as a run.
        case span
        /// The element that holds the characters, where the format has one.
        case text
        case table
        case row
        case cell
        case list
        case listItem
        /// A place that holds paragraphs and may not be empty, such as a header or a text box.
        case container
        /// Settings of its parent, without text of the document.
        case properties
        /// Stands for a blank or another character.
        case character(Character)
        /// A number of blanks given by an attribute.
        case blanks
        /// Without meaning for the text; may vanish with the paragraph it stands in.
        case mark
    }

    /// Whether an element holds characters alone, so that a line break in a value cannot be an element.
    func holdsOnlyCharacters(_ name: QualifiedName) -> Bool {
        name.namespace == OpenDocumentNames.svg
            || (WordNames.mathNamespaces + WordNames.drawingNamespaces).contains(name.namespace)
    }

    func role(of name: QualifiedName) -> Role? { roles[name] }

    /// A part that is a bag of named texts, such as the document's properties: each element with text is a paragraph.
    static let properties = Dialect(
        format: .docx, roles: [:], textIsDirect: true,
        textStyle: { _ in TextStyle(lineBreak: " ", tab: " ") }, filler: nil)
}

extension Dialect {
    /// What is written for readers who do not see the picture, if the element is one.
    func alternativeText(of element: Element) -> String? {
        switch format {
        case .docx:
            guard element.name.local == "drawing", role(of: element.name) == nil, !roles.isEmpty else {
                return nil
            }
            let properties = element.elements.first?.child("docPr")
            return properties?.attribute("descr") ?? properties?.attribute("title")
        case .odt:
            guard element.name.local == "frame", element.name.namespace == OpenDocumentNames.draw,
                element.elements.contains(where: { $0.name.local == "image" })
            else { return nil }
            return element.elements.first { $0.name.local == "desc" || $0.name.local == "title" }?.text
        }
    }
}

extension String {
    var trimmingBlanks: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
