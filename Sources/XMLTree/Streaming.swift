internal import CXMLEvents
package import Diagnostics

/// What listens to a stream of XML; names come as the numbers that the stream's vocabulary gives them.
package protocol XMLStreamHandler: AnyObject {
    /// `name` is nil for an element that the vocabulary does not know.
    func start(_ name: Int?, _ attributes: borrowing XMLStreamAttributes)
    func end(_ name: Int?)
    /// Text comes in pieces, which may end inside a character.
    func characters(_ bytes: borrowing Span<UInt8>)
}

/// The names a stream tells apart, each with its number; several names may share one.
package struct XMLVocabulary: Sendable {
    fileprivate let numbers: [QualifiedName: Int]

    package init(_ names: some Sequence<(QualifiedName, Int)>) {
        numbers = Dictionary(Array(names), uniquingKeysWith: { first, _ in first })
    }
}

/// The attributes of an element that the vocabulary knows; good for the one call they come with.
@safe package struct XMLStreamAttributes: ~Copyable {
    /// libxml2's own list: five addresses an attribute, the last two the ends of its value.
    private let fields: UnsafePointer<UnsafePointer<CChar>?>
    /// The vocabulary's number of each.
    private let numbers: UnsafeBufferPointer<Int>

    fileprivate init(_ fields: UnsafePointer<UnsafePointer<CChar>?>, numbers: UnsafeBufferPointer<Int>) {
        unsafe self.fields = fields
        unsafe self.numbers = numbers
    }

    private func value(_ name: Int) -> UnsafeBufferPointer<UInt8>? {
        for index in unsafe 0..<numbers.count where unsafe numbers[index] == name {
            guard let start = unsafe fields[5 * index + 3], let end = unsafe fields[5 * index + 4] else {
                return nil
            }
            return unsafe UnsafeBufferPointer(
                start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: end - start)
        }
        return nil
    }

    package func has(_ name: Int) -> Bool { unsafe value(name) != nil }

    package func text(_ name: Int) -> String? {
        guard let value = unsafe value(name) else { return nil }
        return unsafe String(decoding: value, as: UTF8.self)
    }

    /// Nil for what is no whole number, or none below 10^9.
    package func count(_ name: Int) -> Int? {
        guard let value = unsafe value(name), (1...9).contains(value.count) else { return nil }
        var sum = 0
        for index in 0..<value.count {
            let digit = unsafe value[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            sum = sum * 10 + Int(digit)
        }
        return sum
    }

    /// Whether the attribute says yes, as `1` or `true`.
    package func flag(_ name: Int) -> Bool { equals(name, "1") || equals(name, "true") }

    package func equals(_ name: Int, _ text: StaticString) -> Bool {
        guard let value = unsafe value(name), value.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<value.count where unsafe value[index] != text.utf8Start[index] { return false }
        return true
    }

    /// Calls `body` with the bytes of the value; nil where there is none.
    package func withBytes<Result>(_ name: Int, _ body: (borrowing Span<UInt8>) -> Result) -> Result? {
        guard let value = unsafe value(name) else { return nil }
        return body(unsafe value.span)
    }
}

/// Reads a document as it comes, without building a tree: memory does not grow with it.
///
/// Refuses what ``Element/init(parsing:file:)`` refuses: document types, elements nested deeper than 257, masses of attributes.
@safe package struct XMLStream: ~Copyable {
    /// C calls back with these addresses, so both stay where they are for as long as the stream lives.
    private let listener: UnsafeMutablePointer<Listener>
    private let events: UnsafeMutablePointer<xml_events>
    private let stream: OpaquePointer

    /// `file` names the part in messages.
    package init(_ vocabulary: XMLVocabulary, file: String, handler: any XMLStreamHandler) {
        parserIsReady
        unsafe listener = .allocate(capacity: 1)
        unsafe listener.initialize(to: Listener(vocabulary, file: file, handler: handler))
        unsafe events = .allocate(capacity: 1)
        unsafe events.initialize(to: listenerEvents(UnsafeMutableRawPointer(listener)))
        guard let opened = unsafe xml_stream_open(events) else {
            preconditionFailure("no memory for an XML parser")
        }
        unsafe stream = opened
    }

    deinit {
        unsafe xml_stream_close(stream)
        unsafe events.deallocate()
        unsafe listener.deinitialize(count: 1)
        unsafe listener.deallocate()
    }

    /// Reads on; throws what is wrong, after which nothing more may be fed.
    package func feed(_ bytes: borrowing Span<UInt8>) throws(Failure) {
        let outcome = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress,
                    unsafe xml_tags_add(&listener.pointee.tags, start, characters.count) != 0
                {
                    unsafe listener.pointee.noteAttributes()
                    return XML_EVENTS_MALFORMED
                }
                return unsafe xml_stream_feed(stream, characters.baseAddress, CInt(characters.count))
            }
        }
        try check(outcome)
    }

    /// Ends the document.
    package func finish() throws(Failure) { try check(unsafe xml_stream_finish(stream)) }

    private func check(_ outcome: xml_events_outcome) throws(Failure) {
        if let failure = unsafe Failure(listener.pointee.faults) { throw failure }
        // The parser gave up without saying why.
        guard outcome == XML_EVENTS_WELL_FORMED else {
            throw Failure(.malformed("?", at: .file(unsafe listener.pointee.file)))
        }
    }
}

private func listenerEvents(_ context: UnsafeMutableRawPointer) -> xml_events {
    unsafe xml_events(
        context: context,
        start: { context, local, _, namespace, declarationCount, _, attributeCount, attributes in
            let listener = unsafe context.assumingMemoryBound(to: Listener.self)
            guard unsafe max(attributeCount, declarationCount) <= listener.pointee.tags.limit else {
                return unsafe listener.pointee.refuseAttributes()
            }
            unsafe listener.pointee.open(
                listener.pointee.number(namespace: namespace, local: local), attributes,
                count: Int(attributeCount))
        }, end: { context in unsafe context.assumingMemoryBound(to: Listener.self).pointee.close() },
        characters: { context, bytes, count in
            let bytes = unsafe UnsafeBufferPointer(
                start: UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: Int(count))
            unsafe context.assumingMemoryBound(to: Listener.self).pointee.handler.characters(bytes.span)
        }, comment: { _, _ in }, instruction: { _, _, _ in },
        doctype: { context in unsafe context.assumingMemoryBound(to: Listener.self).pointee.refuseDoctype() },
        fault: { context, line, column, message in
            unsafe context.assumingMemoryBound(to: Listener.self).pointee.fault(
                String(cString: message), line: Int(line), column: Int(column))
        })
}

/// Turns C's events into the handler's.
@safe private struct Listener {
    let file: String
    let handler: any XMLStreamHandler
    /// Counts attributes before the parser pays for them.
    var tags = xml_tags(state: 0, quote: 0, attributes: 0, limit: CInt(Limit.attributeCount.value))
    private(set) var faults: [Diagnostic] = []
    private let vocabulary: XMLVocabulary
    private var open: [Int] = []
    private var known: [(namespace: UInt, local: UInt, number: Int)] = []
    private var attributeNumbers: [Int] = []

    /// Stands for a name that the vocabulary does not know.
    private static let unknown = -1

    init(_ vocabulary: XMLVocabulary, file: String, handler: any XMLStreamHandler) {
        self.vocabulary = vocabulary
        self.file = file
        self.handler = handler
    }

    /// libxml2 keeps one copy of each name, so its addresses can stand for the name.
    ///
    /// A sheet has a handful of names, which are found sooner one after another than by a hash.
    mutating func number(namespace: UnsafePointer<CChar>?, local: UnsafePointer<CChar>?) -> Int {
        let (uri, name) = (UInt(bitPattern: namespace), UInt(bitPattern: local))
        for index in known.indices where known[index].local == name && known[index].namespace == uri {
            return known[index].number
        }
        let qualified = unsafe QualifiedName(namespace: text(namespace), local: text(local))
        let number = vocabulary.numbers[qualified] ?? Listener.unknown
        if known.count < 64 { known.append((uri, name, number)) }
        return number
    }

    mutating func open(_ name: Int, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, count: Int) {
        open.append(name)
        guard open.count <= 257 else {
            if faults.isEmpty { faults.append(.malformed("nesting", at: .file(file))) }
            return
        }
        guard faults.isEmpty else { return }
        if attributeNumbers.count < count {
            attributeNumbers += repeatElement(0, count: count - attributeNumbers.count)
        }
        var none: UnsafePointer<CChar>?
        let number = name == Listener.unknown ? nil : name
        guard let fields = unsafe attributes, count > 0 else {
            return unsafe withUnsafePointer(to: &none) { none in
                unsafe handler.start(number, XMLStreamAttributes(none, numbers: .init(start: nil, count: 0)))
            }
        }
        for index in 0..<count {
            attributeNumbers[index] = unsafe self.number(
                namespace: fields[5 * index + 2], local: fields[5 * index])
        }
        unsafe attributeNumbers.withUnsafeBufferPointer { numbers in
            unsafe handler.start(
                number, XMLStreamAttributes(fields, numbers: UnsafeBufferPointer(rebasing: numbers[..<count]))
            )
        }
    }

    mutating func close() {
        guard let name = open.popLast(), faults.isEmpty else { return }
        handler.end(name == Listener.unknown ? nil : name)
    }

    mutating func refuseDoctype() { faults.append(.doctype(file)) }

    mutating func noteAttributes() { if faults.isEmpty { faults.append(.tooManyAttributes(file)) } }

    mutating func refuseAttributes() {
        noteAttributes()
        open.append(Listener.unknown)
    }

    mutating func fault(_ message: String, line: Int, column: Int) {
        if faults.count < 20 { faults.append(.malformed(message, line: line, column: column, file: file)) }
    }
}
