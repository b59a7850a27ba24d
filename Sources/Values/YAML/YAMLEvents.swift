internal import CLibYAML
internal import Diagnostics

/// libyaml's parser as a run of Swift values; the one owner of its memory.
@safe struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private let bytes: [UInt8]
    private let file: String

    struct Event {
        let kind: Kind
        let position: Position
        /// Where it stands, in characters from the beginning.
        let characters: Range<Int>
        let style: Style
        /// As it is resolved, `tag:yaml.org,2002:str`, or `!`.
        let tag: String?
        let anchor: String?
    }

    /// How a scalar or a collection is written.
    enum Style {
        case plain
        case singleQuoted
        case doubleQuoted
        /// A scalar below `|` or `>`, or a collection by indentation.
        case block
        case flow
    }

    enum Kind: Equatable {
        case documentStart
        case streamEnd
        case alias
        case scalar(String)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
        /// Nothing to know.
        case other
    }

    /// The bytes are UTF-8 without a mark.
    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        // libyaml keeps the address of its input, so the input lives as long as the parser.
        unsafe memory = .allocate(capacity: bytes.count)
        _ = unsafe memory.initialize(from: bytes)
        unsafe parser = .allocate(capacity: 1)
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            preconditionFailure("no memory for a YAML parser")
        }
        unsafe yaml_parser_set_input_string(parser, memory.baseAddress, bytes.count)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe memory.deallocate()
    }

    mutating func next() throws(Failure) -> Event {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw Failure(syntaxFault()) }
        defer { unsafe yaml_event_delete(&event) }
        var tag: String?
        var anchor: String?
        var style = Style.plain
        let kind: Kind
        switch unsafe event.type {
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_STREAM_END_EVENT: kind = .streamEnd
        case YAML_ALIAS_EVENT:
            kind = .alias
            anchor = unsafe text(event.data.alias.anchor)
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            kind = .scalar(unsafe String(decoding: value, as: UTF8.self))
            switch unsafe scalar.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: style = .block
            default: break
            }
            (tag, anchor) = unsafe (text(scalar.tag), text(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            kind = .sequenceStart
            style = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
            (tag, anchor) = unsafe (
                text(event.data.sequence_start.tag), text(event.data.sequence_start.anchor)
            )
        case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            kind = .mappingStart
            style = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
            (tag, anchor) = unsafe (text(event.data.mapping_start.tag), text(event.data.mapping_start.anchor))
        case YAML_MAPPING_END_EVENT: kind = .mappingEnd
        default: kind = .other
        }
        let (start, end) = unsafe (event.start_mark, event.end_mark)
        return Event(
            kind: kind, position: YAMLEvents.position(start),
            characters: start.index..<max(start.index, end.index), style: style, tag: tag, anchor: anchor)
    }

    private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return unsafe String(cString: pointer)
    }

    private static func position(_ mark: yaml_mark_t) -> Position {
        Position(line: mark.line + 1, column: mark.column + 1)
    }

    private func syntaxFault() -> Diagnostic {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "no memory"
        let place: Position
        if unsafe parser.pointee.error == YAML_READER_ERROR {
            place = unsafe LineIndex(bytes).position(of: parser.pointee.problem_offset)
        } else {
            place = unsafe YAMLEvents.position(parser.pointee.problem_mark)
        }
        var beginning: Position?
        if unsafe parser.pointee.context != nil {
            beginning = unsafe YAMLEvents.position(parser.pointee.context_mark)
        }
        return YAMLSyntax.fault(problem, at: place, beginning: beginning, bytes: bytes, file: file)
    }
}
