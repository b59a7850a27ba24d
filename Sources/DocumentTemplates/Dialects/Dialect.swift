internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// What an office format calls the things that the template language knows: the whole difference between the formats, as a table.
///
/// A row or a function for each difference. Nothing else in this module asks which format it works on.
struct Dialect: Sendable {
    // MARK: Text

    var roles: [QualifiedName: Role]
    /// Whether text stands directly in the paragraph, or only in `Role.text` elements.
    var textIsDirect: Bool
    /// What a line break, a tab and a second blank become inside a value; `prefix` is that of the element the text stands in.
    var textStyle: @Sendable (_ prefix: String) -> TextStyle
    /// Elements inside a paragraph that what is put in cannot stand in: it stands beside them.
    let elementsWithoutInsertions: Set<String>
    /// Which attributes an author writes in.
    var attributeText: @Sendable (_ attribute: QualifiedName, _ element: Element) -> AttributeText?
    /// What is written for readers who do not see the picture, if the element is one.
    var alternativeText: @Sendable (Element) -> String?

    // MARK: Places that may not be empty

    /// What stands in a cell (in Word also a header or text box) that would be empty; nil where it may be.
    var filler: (@Sendable (_ prefix: String) -> String)?
    /// Whether an element gets the filler when all its paragraphs have gone.
    let isFilled: @Sendable (TemplateElement) -> Bool
    /// Whether a paragraph must follow a table at the end of a cell.
    let tableEndsNoCell: Bool

    // MARK: Groups of rows

    var identifiers: Identifiers
    let numbering: Numbering
    let tables: Tables
    let widths: Widths
    var nativeFields: NativeFields
    let insertions: Insertions
    let packaging: Packaging

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

    /// What an attribute can hold that an author writes.
    enum AttributeText {
        case words
        case address
    }

    func role(of name: QualifiedName) -> Role? { roles[name] }

    /// Whether every element with text is a paragraph.
    var isBagOfTexts: Bool { roles.isEmpty }

    /// Whether an element holds characters alone, so that a line break in a value cannot be an element.
    func holdsOnlyCharacters(_ name: QualifiedName) -> Bool {
        name.namespace == OpenDocumentNames.svg
            || (WordNames.mathNamespaces + WordNames.drawingNamespaces).contains(name.namespace)
    }

    /// The same table for a part that is a bag of named texts, such as the document's properties: each element with text is a paragraph.
    var ofNamedTexts: Dialect {
        var dialect = self
        dialect.roles = [:]
        dialect.textIsDirect = true
        dialect.textStyle = { _ in TextStyle(lineBreak: " ", tab: " ") }
        dialect.filler = nil
        dialect.attributeText = { attribute, element in
            // A relationship's, if it leads out of the package.
            element.name.local == "Relationship" && attribute.local == "Target"
                && element.attribute("TargetMode") == "External" ? .address : nil
        }
        dialect.alternativeText = { _ in nil }
        dialect.identifiers = .none
        dialect.nativeFields = .none
        return dialect
    }
}

extension OfficeFormat {
    /// The format's table.
    var dialect: Dialect {
        switch self {
        case .docx: .word
        case .odt: .openDocument
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
