internal import Container
public import Diagnostics
public import OfficePackage
internal import TemplateLanguage
public import Values
internal import XMLTree

/// A template whose merge fields, content controls and document fields have become tags; every part without them stays byte for byte.
public struct TagConversion: Sendable {
    /// The new template.
    public let bytes: [UInt8]
    public let format: OfficeFormat
    public let convertedCount: Int

    /// Reads and converts a template file.
    ///
    /// A content control or a field of the document itself is converted when `data` names it, or in any case without data: as a tag it has to
    /// be filled. Throws when the file is no readable DOCX or ODT.
    public init(opening path: String, for data: Value? = nil, delimiters: Delimiters? = nil) throws(Failure) {
        try self.init(PackageSource(Archive(opening: path)), for: data, delimiters: delimiters)
    }

    /// Converts a template in memory; `file` is its name in messages.
    public init(bytes: [UInt8], file: String, for data: Value? = nil, delimiters: Delimiters? = nil)
        throws(Failure)
    { try self.init(PackageSource(Archive(bytes: bytes, file: file)), for: data, delimiters: delimiters) }

    private init(_ source: PackageSource, for data: Value?, delimiters given: Delimiters?) throws(Failure) {
        let package = try TemplatePackage(source)
        // The rest of the file is kept as it is, and macros are not handed on.
        guard !package.document.hasMacros else {
            throw Failure(.macros(source.file, in: package.document.kind))
        }
        let delimiters = try package.delimiters(of: source, given: given)
        let dialect = package.format.dialect
        let names = data.map(\.allNames)
        var count = 0
        var writer = ArchiveWriter()
        for name in source.names {
            guard package.parts.contains(name) else {
                writer.add(name, copying: try source.stored(name))
                continue
            }
            let root = try source.tree(name)
            if name == package.body, let refusal = package.document.refusal(ofMain: root) {
                throw Failure(refusal)
            }
            let fields = dialect.nativeFields.converted(root, delimiters, source.file, name)
            var controls = ControlConversion(dialect: dialect, names: names, delimiters: delimiters)
            let converted = controls.converted(
                fields.root.renaming(
                    fields.found.map(\.name), as: { names?.name(like: $0) ?? $0 }, delimiters))
            let found = fields.convertedCount + controls.count
            count += found
            if found > 0 {
                writer.add(name, bytes: converted.bytes)
            } else {
                writer.add(name, copying: try source.stored(name))
            }
        }
        format = package.format
        convertedCount = count
        bytes = try writer.bytes(file: source.file)
    }
}

extension Value {
    /// The names of all records in it.
    fileprivate var allNames: Set<String> {
        switch self {
        case .null, .boolean, .number, .text, .date: []
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.allNames) }
        case .record(let record):
            record.values.reduce(into: Set(record.shape.names)) { $0.formUnion($1.allNames) }
        }
    }
}

extension Set<String> {
    /// The name in it that differs only in blanks and underscores, where it has not the name itself.
    fileprivate func name(like name: String) -> String {
        func plain(_ name: String) -> String { name.replacing(" ", with: "_") }
        return contains(name) ? name : sorted().first { plain($0) == plain(name) } ?? name
    }
}

extension Element {
    /// The part with other names in the tags that merge fields have become.
    fileprivate func renaming(_ fields: [String], as dataName: (String) -> String, _ delimiters: Delimiters)
        -> Element
    {
        let tags = Set(fields.compactMap(FieldCode.tagName)).map { ($0, dataName($0)) }.filter { $0 != $1 }
        guard !tags.isEmpty else { return self }
        return renaming(
            tags.flatMap { name, other in
                [delimiters.closing, " |"].map {
                    (delimiters.opening + name + $0, delimiters.opening + other + $0)
                }
            })
    }

    private func renaming(_ pieces: [(String, String)]) -> Element {
        var copy = self
        copy.children = children.map { child in
            switch child {
            case .element(let inner): .element(inner.renaming(pieces))
            case .text(let words): .text(pieces.reduce(words) { $0.replacing($1.0, with: $1.1) })
            case .comment, .instruction: child
            }
        }
        return copy
    }
}

/// Takes content controls and document fields apart and leaves tags in their places.
private struct ControlConversion {
    let dialect: Dialect
    /// Names of the data; nil when every control is converted.
    let names: Set<String>?
    let delimiters: Delimiters
    private(set) var count = 0
    /// The automatic styles of the part.
    private var styles: [Element] = []

    init(dialect: Dialect, names: Set<String>?, delimiters: Delimiters) {
        self.dialect = dialect
        self.names = names
        self.delimiters = delimiters
    }

    mutating func converted(_ root: Element) -> Element {
        if let own = root.child("automatic-styles") { styles = own.elements }
        var copy = root
        copy.children = root.children.flatMap { nodes(for: $0) }
        return copy
    }

    private mutating func nodes(for node: Node) -> [Node] {
        guard case .element(let element) = node else { return [node] }
        switch dialect.nativeFields.control(element) {
        case .contentControl(let control)? where isWanted(control.path): return nodes(for: control)
        case .documentField(let field)? where isWanted(field.path) && !hasTag(field.shown):
            count += 1
            switch field.kind {
            case .value(let expression): return [.text(tag(source(of: field.shown(expression, styles))))]
            case .checkBox: return [.text(tag(choice(dataName(field.name), field.mark)))]
            }
        case .formField(let field)? where isWanted(field.path) && !hasTag(element.text):
            count += 1
            let mark = field.kind == .checkBox ? "\(dataName(field.name)) | o_chon" : source(of: field.shown)
            return field.filled(with: .text(tag(mark)), as: .gone).map(\.written)
        case .formField: return converted(element).children
        case .contentControl, .documentField, nil: return [.element(converted(element))]
        }
    }

    private mutating func nodes(for control: ContentControl) -> [Node] {
        switch control.kind {
        case .text(let expression):
            guard !hasTag(control.element.text) else { return [.element(control.element)] }
            count += 1
            return control.contents(of: control.filled(with: .text(tag(source(of: expression)))))
        case .checkBox:
            guard !hasTag(control.element.text) else { return [.element(control.element)] }
            count += 1
            return control.contents(
                of: control.filled(with: .text(tag(choice(dataName(control.name), control.mark)))))
        case .picture(let drawing):
            // A picture whose description is the tag is a place for another.
            let described = drawing.rewritten { element in
                guard element.name.local == "docPr" else { return true }
                element.attributes.removeAll { $0.name.local == "descr" }
                element.attributes.append(
                    .init(QualifiedName(local: "descr"), tag("%" + dataName(control.name))))
                return true
            }
            count += 1
            return control.contents(of: control.pictured(by: .plain(.element(described ?? drawing))))
        case .repeatingSection:
            guard let item = control.repeatedItem, let content = item.word("sdtContent") else {
                return [.element(control.element)]
            }
            count += 1
            var inside = converted(content)
            let (opening, closing) = (tag("#" + dataName(control.name)), tag("/" + dataName(control.name)))
            if inside.elements.contains(where: { $0.isWord("tr") }) {
                inside = inside.adding(opening, toFirstParagraph: true)
                return inside.adding(closing, toFirstParagraph: false).children
            }
            let ends = [opening, closing].map { words in
                Node.element(
                    content.wordElement(
                        "p", [.element(content.wordElement("r", [.element(content.wordText(words))]))]))
            }
            return [ends[0]] + inside.children + [ends[1]]
        }
    }

    /// What a box shows, as it is written in a tag.
    private func choice(_ name: String, _ mark: (Bool) -> String) -> String {
        "(\(name) | o_chon) == \"\u{2612}\" ? \"\(mark(true))\" : \"\(mark(false))\""
    }

    private func isWanted(_ path: [String]) -> Bool {
        guard let names, let first = path.first else { return true }
        return names.contains(dataName(first))
    }

    private func dataName(_ name: String) -> String { names?.name(like: name) ?? name }

    private func hasTag(_ text: String) -> Bool { !delimiters.tags(in: Array(text.utf8)).tags.isEmpty }

    private func tag(_ inside: String) -> String { delimiters.opening + inside + delimiters.closing }

    /// An expression that a content control has, as it is written in a tag.
    private func source(of expression: Expression) -> String {
        if let (input, items) = Filter.choice(expression) {
            return source(of: .choice(of: input, among: items))
        }
        if let input = Filter.inputOfDay(expression) { return source(of: input) }
        return switch expression {
        case .path(let path): (path.prefix(1).map(dataName) + path.dropFirst()).joined(separator: ".")
        case .literal(.text(let words)): "\"\(FieldCode.quotable(words))\""
        case .filtered(let input, let call):
            "\(source(of: input)) | \(call.name)("
                + call.arguments.map { source(of: $0) }.joined(separator: ", ") + ")"
        case .operation(let symbol, let left, let right):
            "\(source(of: left)) \(symbol.rawValue) \(source(of: right))"
        case .conditional(let test, let then, let otherwise):
            "\(source(of: test)) ? \(source(of: then)) : \(source(of: otherwise))"
        case .literal, .item, .counter, .not, .negated, .present, .access, .outer: "null"
        }
    }
}

extension ContentControl {
    /// What stands in the content of a filled control, without the control.
    fileprivate func contents(of control: TemplateNode) -> [Node] {
        guard case .element(let whole) = control,
            let content = whole.children.lazy.compactMap({ child -> TemplateElement? in
                if case .element(let inner) = child, inner.head.isWord("sdtContent") { inner } else { nil }
            }).first
        else { return [.element(element)] }
        return content.children.map(\.written)
    }
}

extension TemplateNode {
    /// The node as plain XML; it holds no tags.
    fileprivate var written: Node {
        switch self {
        case .plain(let node): return node
        case .text(let words): return .text(words)
        case .tag: return .text("")
        case .element(let element):
            var whole = element.head
            whole.children = element.children.map(\.written)
            return .element(whole)
        }
    }
}

extension Element {
    /// The element with a run at the beginning of its first paragraph, or at the end of its last.
    fileprivate func adding(_ words: String, toFirstParagraph isFirst: Bool) -> Element {
        var copy = self
        if isWord("p") {
            let run = Node.element(wordElement("r", [.element(wordText(words))]))
            let settings = elements.first?.isWord("pPr") == true ? 1 : 0
            copy.children.insert(run, at: isFirst ? min(settings, children.count) : children.count)
            return copy
        }
        let places = children.indices.filter {
            if case .element(let inner) = children[$0] { inner.holdsParagraph } else { false }
        }
        if let place = isFirst ? places.first : places.last, case .element(let inner) = children[place] {
            copy.children[place] = .element(inner.adding(words, toFirstParagraph: isFirst))
        }
        return copy
    }

    private var holdsParagraph: Bool { isWord("p") || elements.contains { $0.holdsParagraph } }
}
