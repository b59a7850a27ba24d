internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// The numbers of captions in a part: fields that count on through the document, Word's `SEQ` and OpenDocument's `text:sequence`.
///
/// A part whose sections repeat one counts all of its name anew, in the order in which they are printed.
struct CaptionNumbers {
    private let dialect: Dialect
    private let tags: [PlacedTag]
    /// The names whose numbers are computed; empty while the captions are only looked for.
    private var counted: Set<String> = []
    private var captions: [Caption] = []
    private var open: [Int] = []
    private var fields: [Field] = []
    /// How many elements are open that a document holds in two versions.
    private var versions = 0
    private var rewriteCount = 0

    private struct Caption {
        let name: String
        /// The innermost section it stands in.
        let section: Int?
        /// Whether it counts from one in plain numbers.
        var isPlain: Bool
        /// Whether a piece of text shows it.
        var isShown = false
    }

    /// A field of Word that is open.
    private struct Field {
        var code = ""
        /// The caption that it is, once its result is reached.
        var caption: Int?
    }

    /// The tree with the numbers of repeated captions computed.
    private(set) var root: TemplateNode
    /// Repeated captions that keep the numbers they have, each with its section.
    private(set) var kept: [(name: String, section: Int)] = []
    /// Whether some are computed.
    var isCounting: Bool { !counted.isEmpty }

    /// Looks through a part whose section tags are in place.
    init(in root: TemplateNode, tags: [PlacedTag], dialect: Dialect) {
        self.dialect = dialect
        self.tags = tags
        self.root = root
        guard root.holdsCaption else { return }
        _ = visit(root)
        let unsteady = Set(captions.filter { !$0.isPlain || !$0.isShown }.map(\.name))
        for caption in captions {
            guard let section = caption.section else { continue }
            if !unsteady.contains(caption.name) {
                counted.insert(caption.name)
            } else if !kept.contains(where: { $0 == (caption.name, section) }) {
                kept.append((caption.name, section))
            }
        }
        guard !counted.isEmpty else { return }
        captions = []
        self.root = visit(root)
    }

    // MARK: Places of numbers

    private static let place = QualifiedName(namespace: "vanthu:caption", local: "number")

    /// The name of the sequence, and what no other caption of the part is called, where an element stands for a number.
    static func number(at element: Element) -> (name: String, caption: String)? {
        guard element.name == place, let name = element.value("name"), let caption = element.value("caption")
        else { return nil }
        return (name, caption)
    }

    private func place(of caption: Int) -> TemplateNode {
        var head = Element(CaptionNumbers.place)
        head.attributes = [
            .init(QualifiedName(local: "name"), captions[caption].name),
            .init(QualifiedName(local: "caption"), "\(captions[caption].name)#\(caption)"),
        ]
        return .element(TemplateElement(head: head, role: nil))
    }

    // MARK: Walking

    private mutating func visit(_ node: TemplateNode) -> TemplateNode {
        switch node {
        case .tag(let index):
            switch tags[index].tag {
            case .section, .inverted: open.append(index)
            case .end: _ = open.popLast()
            case .value, .insertion, .otherwise, .otherwiseIf, .comment, .directive, .assignment: break
            }
            return node
        case .element(let element): return visit(element) ?? node
        case .plain(.element(let element)):
            return visit(TemplateElement(opening: element, in: dialect)) ?? node
        case .plain, .text: return node
        }
    }

    /// The element with numbers computed in it; nil where there are none.
    private mutating func visit(_ element: TemplateElement) -> TemplateNode? {
        let before = rewriteCount
        if let caption = shownCaption(element) {
            if element.children.contains(where: \.holdsTag) { captions[caption].isPlain = false }
            let isFirst = !captions[caption].isShown
            captions[caption].isShown = true
            guard counted.contains(captions[caption].name) else { return nil }
            rewriteCount += 1
            var shown = element
            shown.children = isFirst ? [place(of: caption)] : []
            return .element(shown)
        }
        meet(element)
        let outer = fields
        let isVersion = ["Choice", "Fallback"].contains(element.head.name.local)
        if element.role == .container { fields = [] }
        if isVersion { versions += 1 }
        if element.head.isWord("fldSimple") {
            fields.append(Field(code: element.head.value("instr") ?? ""))
            reachResult()
        }
        var copy = element
        copy.children = element.children.map { visit($0) }
        if element.head.isWord("fldSimple") { _ = fields.popLast() }
        if isVersion { versions -= 1 }
        if element.role == .container { fields = outer }
        return rewriteCount > before ? .element(copy) : nil
    }

    /// The caption whose number an element shows.
    private mutating func shownCaption(_ element: TemplateElement) -> Int? {
        if element.head.isWord("t") { return fields.last?.caption }
        guard element.head.isText("sequence"),
            let name = element.head.attribute("name", in: OpenDocumentNames.text)
        else { return nil }
        let formula = element.head.attribute("formula", in: OpenDocumentNames.text) ?? ""
        let format = element.head.attributes.first { $0.name.local == "num-format" }?.value
        note(
            name, isPlain: format == "1" && formula.split(separator: ":").last.map(String.init) == "\(name)+1"
        )
        return captions.count - 1
    }

    private mutating func meet(_ element: TemplateElement) {
        if element.head.isWord("instrText"), !fields.isEmpty {
            fields[fields.count - 1].code += element.words
        } else if element.head.isWord("fldChar") {
            switch element.head.value("fldCharType") {
            case "begin": fields.append(Field())
            case "separate": reachResult()
            case "end": if let field = fields.popLast(), field.caption == nil { note(hidden: field.code) }
            default: break
            }
        }
    }

    private mutating func reachResult() {
        guard let code = fields.last.map({ FieldCode($0.code) }), code.keyword == "SEQ" else { return }
        note(code.name, isPlain: code.isPlainSequence)
        fields[fields.count - 1].caption = captions.count - 1
    }

    /// A caption without a result counts with the others of its name.
    private mutating func note(hidden code: String) {
        let code = FieldCode(code)
        if code.keyword == "SEQ" { note(code.name, isPlain: false) }
    }

    private mutating func note(_ name: String, isPlain: Bool) {
        captions.append(Caption(name: name, section: open.last, isPlain: isPlain && versions == 0))
    }
}

extension TemplateNode {
    /// Whether some field in it may be a caption's.
    fileprivate var holdsCaption: Bool {
        switch self {
        case .element(let element):
            element.head.mayBeCaption || element.children.contains(where: \.holdsCaption)
        case .plain(.element(let element)): element.holdsCaption
        case .plain, .text, .tag: false
        }
    }
}

extension Element {
    fileprivate var holdsCaption: Bool { mayBeCaption || elements.contains(where: \.holdsCaption) }

    fileprivate var mayBeCaption: Bool {
        switch name.local {
        case "instrText", "sequence": true
        case "fldSimple": value("instr")?.contains("SEQ") ?? false
        default: false
        }
    }
}

extension Diagnostic {
    static func captionKept(_ name: String, in section: TagSource) -> Diagnostic {
        .warning(
            "template.caption-not-counted", at: section.place,
            "số thứ tự “\(name)” trong phần “\(section.whole)” giữ như trong mẫu, không đếm tiếp",
            en:
                "the number of the caption “\(name)” in the section “\(section.whole)” stays as in the template",
            fix:
                "chèn lại chú thích với số thường đếm từ 1 (trường SEQ không có khóa khác), hoặc trong Word nhấn Ctrl+A rồi F9 ở văn bản đã điền",
            en:
                "insert the caption again with plain numbers from 1 (a SEQ field without other switches), or press Ctrl+A and F9 in the filled document"
        )
    }
}
