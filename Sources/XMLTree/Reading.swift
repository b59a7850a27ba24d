internal import CXMLEvents
package import Diagnostics

extension Element {
    /// Reads a whole XML document; comments and instructions outside its root are dropped.
    ///
    /// `file` names the part in messages. Throws `xml.malformed`, `xml.doctype` (no office file may have a document type),
    /// `xml.too-large` or `xml.too-many-attributes`; elements nested deeper than 257 are malformed.
    package init(parsing bytes: [UInt8], file: String) throws(Failure) {
        do throws(XMLRefusal) { try self.init(reading: bytes, file: file) } catch { throw error.failure }
    }

    /// The same; what it throws also says whether the document declares a type.
    package init(reading bytes: [UInt8], file: String) throws(XMLRefusal) {
        guard bytes.count <= Int(CInt.max) else { throw XMLRefusal(Failure(.tooLarge(file))) }
        guard !bytes.holdMassesOfAttributes else { throw XMLRefusal(Failure(.tooManyAttributes(file))) }
        let builder = TreeBuilder(file: file)
        let wellFormed = withExtendedLifetime(builder) { parse(bytes, into: builder) }
        if let failure = Failure(builder.faults) {
            throw XMLRefusal(failure, declaresType: builder.declaresType)
        }
        guard wellFormed, let root = builder.root else {
            // The parser gave up without saying why.
            throw XMLRefusal(Failure(.malformed("?", at: .file(file))))
        }
        self = root
    }
}

/// Why bytes are no XML document of an office file.
package struct XMLRefusal: Error {
    package let failure: Failure
    /// Whether the document declares a type, by which it could load others.
    package let declaresType: Bool

    package init(_ failure: Failure, declaresType: Bool = false) {
        self.failure = failure
        self.declaresType = declaresType
    }
}

extension Diagnostic {
    private static let saveAgain = Wording(
        "mở tệp bằng Word hoặc LibreOffice rồi lưu lại",
        en: "open the file with Word or LibreOffice and save it again")

    static func malformed(_ detail: String, at place: Location) -> Diagnostic {
        Diagnostic(
            "xml.malformed",
            Wording(
                "phần này của tệp bị hỏng (XML: \(detail))",
                en: "this part of the file is broken (XML: \(detail))"), at: place, fix: saveAgain)
    }

    /// libxml2's own words, of which the first line says what is wrong.
    static func malformed(_ message: String, line: Int, column: Int, file: String) -> Diagnostic {
        malformed(
            message.split(separator: "\n").first.map(String.init) ?? message,
            at: .text(file: file, line: max(1, line), column: max(1, column), dataPath: ""))
    }

    static func doctype(_ file: String) -> Diagnostic {
        Diagnostic(
            "xml.doctype",
            Wording(
                "phần này khai báo kiểu tài liệu (DOCTYPE), điều không được có trong tệp văn phòng",
                en: "the part declares a document type, which office files must not have"), at: .file(file),
            fix: saveAgain)
    }

    static func tooLarge(_ file: String) -> Diagnostic {
        .error(
            "xml.too-large", at: .file(file), "phần này lớn hơn 2 GiB", en: "the part is larger than 2 GiB",
            fix: "chia văn bản thành nhiều tệp", en: "divide the document into several files")
    }

    static func tooManyAttributes(_ file: String) -> Diagnostic {
        Diagnostic(
            "xml.too-many-attributes",
            Wording(
                "một phần tử có hơn \(Limit.attributeCount.words.vietnamese) thuộc tính",
                en: "an element has more than \(Limit.attributeCount.words.english) attributes"),
            at: .file(file), fix: Limit.attributeCount.mend(saveAgain))
    }
}

extension [UInt8] {
    fileprivate var holdMassesOfAttributes: Bool {
        unsafe withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return false }
                return unsafe xml_has_masses_of_attributes(
                    start, characters.count, CInt(Limit.attributeCount.value)) != 0
            }
        }
    }
}

/// libxml2's tables are set up once, before any thread parses.
let parserIsReady: Void = xml_events_initialize()

private func parse(_ bytes: [UInt8], into builder: TreeBuilder) -> Bool {
    parserIsReady
    var events = unsafe events(into: builder)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
            unsafe xml_events_parse(characters.baseAddress, CInt(characters.count), &events)
                == XML_EVENTS_WELL_FORMED
        }
    }
}

extension Element {
    /// Reads a piece of HTML, mended as browsers do; its elements have no namespace.
    ///
    /// An empty piece is an element without children. Nil where elements are nested more than 200 deep.
    package init?(readingHTML text: String) {
        parserIsReady
        let bytes = Array(text.utf8)
        guard bytes.count <= Int(CInt.max) else { return nil }
        let builder = TreeBuilder(file: "")
        let isRead = withExtendedLifetime(builder) {
            var events = unsafe events(into: builder)
            return unsafe bytes.withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                    unsafe html_events_parse(characters.baseAddress, CInt(characters.count), &events)
                        == XML_EVENTS_WELL_FORMED
                }
            }
        }
        guard isRead else { return nil }
        self = builder.root ?? Element(QualifiedName(local: "html"))
    }
}

private func events(into builder: TreeBuilder) -> xml_events {
    unsafe xml_events(
        context: Unmanaged.passUnretained(builder).toOpaque(),
        start: {
            context, local, prefix, namespace, declarationCount, declarations, attributeCount, attributes in
            let builder = unsafe TreeBuilder.from(context)
            guard attributeCount <= builder.attributeLimit, declarationCount <= builder.attributeLimit else {
                return builder.refuseAttributes()
            }
            var element = unsafe Element(builder.name(namespace, prefix, local))
            for i in 0..<Int(declarationCount) {
                unsafe element.declarations.append(
                    .init(prefix: text(declarations?[2 * i]), namespace: text(declarations?[2 * i + 1])))
            }
            for i in 0..<Int(attributeCount) {
                guard let field = unsafe attributes?.advanced(by: 5 * i) else { break }
                let name = unsafe builder.name(field[2], field[1], field[0])
                guard let start = unsafe field[3], let end = unsafe field[4] else { continue }
                let value = unsafe UnsafeRawBufferPointer(start: start, count: end - start)
                unsafe element.attributes.append(.init(name, String(decoding: value, as: UTF8.self)))
            }
            builder.open(element)
        }, end: { context in unsafe TreeBuilder.from(context).close() },
        characters: { context, bytes, count in
            unsafe TreeBuilder.from(context).add(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        }, comment: { context, words in unsafe TreeBuilder.from(context).append(.comment(text(words))) },
        instruction: { context, target, words in
            unsafe TreeBuilder.from(context).append(.instruction(target: text(target), text: text(words)))
        }, doctype: { context in unsafe TreeBuilder.from(context).refuseDoctype() },
        fault: { context, line, column, message in
            unsafe TreeBuilder.from(context).fault(
                String(cString: message), line: Int(line), column: Int(column))
        })
}

func text(_ characters: UnsafePointer<CChar>?) -> String {
    unsafe characters.map { unsafe String(cString: $0) } ?? ""
}

/// Turns the events of one parse into a tree; used by one call, on one thread.
private final class TreeBuilder {
    private(set) var root: Element?
    private(set) var faults: [Diagnostic] = []
    private(set) var declaresType = false
    private let file: String
    /// Of one element.
    let attributeLimit = CInt(Limit.attributeCount.value)
    private var open: [Element] = []
    private var characters: [UInt8] = []
    private var names: [NameKey: QualifiedName] = [:]

    init(file: String) { self.file = file }

    static func from(_ context: UnsafeMutableRawPointer) -> TreeBuilder {
        unsafe Unmanaged<TreeBuilder>.fromOpaque(context).takeUnretainedValue()
    }

    /// libxml2 keeps one copy of each name, so its addresses can stand for the name.
    func name(_ uri: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?, _ local: UnsafePointer<CChar>?)
        -> QualifiedName
    {
        let key = NameKey(
            uri: UInt(bitPattern: uri), prefix: UInt(bitPattern: prefix), local: UInt(bitPattern: local))
        if let known = names[key] { return known }
        let name = unsafe QualifiedName(namespace: text(uri), prefix: text(prefix), local: text(local))
        names[key] = name
        return name
    }

    func open(_ element: Element) {
        flush()
        open.append(element)
    }

    func close() {
        flush()
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(.element(element)) }
    }

    func append(_ node: Node) {
        flush()
        if !open.isEmpty { open[open.count - 1].children.append(node) }
    }

    func add(_ bytes: UnsafeRawBufferPointer) { unsafe characters.append(contentsOf: bytes) }

    func refuseDoctype() {
        declaresType = true
        faults.append(.doctype(file))
    }

    func refuseAttributes() {
        if faults.isEmpty { faults.append(.tooManyAttributes(file)) }
        // The element still takes its place, so that its end closes the right one.
        open(Element(QualifiedName(local: "")))
    }

    func fault(_ message: String, line: Int, column: Int) {
        if faults.count < 20 { faults.append(.malformed(message, line: line, column: column, file: file)) }
    }

    private func flush() {
        guard !characters.isEmpty else { return }
        if !open.isEmpty {
            open[open.count - 1].children.append(.text(String(decoding: characters, as: UTF8.self)))
        }
        characters.removeAll(keepingCapacity: true)
    }

    private struct NameKey: Hashable { let uri, prefix, local: UInt }
}
