internal import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
internal import XMLTree

/// Looks for fields of Word of which a section, or a branch of one, holds only a part: each repeat would begin or end one anew.
struct DividedFields {
    private let tags: [PlacedTag]
    private(set) var faults: [Diagnostic] = []
    /// The branches of sections that are open, outermost first.
    private var open: [Branch] = []
    private var fields: [Field] = []
    private var count = 0
    private var told: Set<Int> = []

    private struct Branch {
        let tag: Int
        let number: Int
    }

    private struct Field {
        /// The branch it begins in; nil outside of all.
        let branch: Branch?
        var code = ""
    }

    /// Looks through a part whose section tags are in place.
    init(of root: TemplateNode, tags: [PlacedTag]) {
        self.tags = tags
        walk(root)
    }

    private mutating func walk(_ node: TemplateNode) {
        switch node {
        case .tag(let index):
            switch tags[index].tag {
            case .section, .inverted: enter(index)
            case .otherwise: if let last = open.popLast() { enter(last.tag) }
            case .end: _ = open.popLast()
            case .value, .insertion, .comment, .directive, .otherwiseIf, .assignment: break
            }
        case .element(let element):
            meet(element.head)
            if element.head.isWord("instrText") { addCode(element.words) }
            let outer = fields
            // A text box or a note has fields of its own.
            if element.role == .container { fields = [] }
            for child in element.children { walk(child) }
            if element.role == .container { fields = outer }
        case .plain(.element(let element)): element.walk { meet($0) }
        case .plain, .text: break
        }
    }

    private mutating func enter(_ tag: Int) {
        count += 1
        open.append(Branch(tag: tag, number: count))
    }

    private mutating func meet(_ element: Element) {
        if element.isWord("instrText") { return addCode(element.text) }
        guard element.isWord("fldChar") else { return }
        switch element.value("fldCharType") {
        case "begin": fields.append(Field(branch: open.last))
        case "separate": check()
        case "end":
            check()
            _ = fields.popLast()
        default: break
        }
    }

    private mutating func addCode(_ words: String) {
        if !fields.isEmpty { fields[fields.count - 1].code += words }
    }

    /// Whether the field goes on in the branch it began in.
    private mutating func check() {
        guard let field = fields.last, field.branch?.number != open.last?.number else { return }
        let isInside = field.branch.map { began in !open.contains { $0.number == began.number } } ?? false
        guard let tag = isInside ? field.branch?.tag : open.last?.tag, told.insert(tag).inserted else {
            return
        }
        faults.append(.dividedField(tags[tag].words, code: field.code.trimmingBlanks))
    }
}

extension TemplateElement {
    /// The text that stands right in it.
    var words: String {
        children.reduce(into: "") { words, child in
            switch child {
            case .text(let text): words += text
            case .plain(.text(let text)): words += text
            case .plain, .tag, .element: break
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func dividedField(_ section: TagSource, code: String) -> Diagnostic {
        .error(
            "template.divided-field", at: section.place,
            "phần “\(section.whole)” chỉ chứa một nửa của trường “\(code)”, nửa kia ở ngoài phần hay ở nhánh khác",
            en:
                "the section “\(section.whole)” holds only a part of the field “\(code)”; the rest is outside of it or in another branch",
            fix:
                "đặt cả trường vào trong hoặc ra ngoài phần (trong Word, Alt+F9 hiện mã trường), hoặc xóa trường rồi chèn lại",
            en:
                "put the whole field inside or outside of the section (Alt+F9 shows field codes in Word), or delete and insert it again"
        )
    }
}
