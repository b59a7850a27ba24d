internal import OfficePackage
internal import XMLTree

/// A set of properties that inherit, each with its place in a table.
protocol Formatting: Hashable, Sendable {
    init()

    static var properties: FormatTable<Self> { get }

    /// The local names of the elements whose contents the properties are.
    static var wordElement: String { get }
    static var openDocumentElement: String { get }
}

/// One property: where it is kept, what it is called in both file formats, and how its value is written there.
///
/// Readers, writers, editors and converters all go by these rows: a property that has one is known to each of them.
struct FormatProperty<Format: Formatting>: Sendable {
    let path: any PartialKeyPath<Format> & Sendable
    let word: Word?
    let openDocument: OpenDocument?
    let conversion: Conversion

    let isStated: @Sendable (Format) -> Bool
    let setInitial: @Sendable (inout Format) -> Void
    /// Takes the value of another format over, nil as well.
    let copy: @Sendable (_ source: Format, _ target: inout Format) -> Void
    /// Whether both mean the same value; what is not said is the initial one.
    let areAlike: @Sendable (Format, Format) -> Bool
    /// Sets what most have, of equally many the earlier.
    let takeCommonest: @Sendable (_ uses: [FormatUse<Format>], _ target: inout Format) -> Void

    /// What becomes of it in a document that is written anew.
    enum Conversion: Sendable {
        /// A style has what most of its paragraphs or letters have.
        case commonest
        /// The same, for a property that stands in no root style and in others only when it is on.
        case switchedOn
        /// A style has what all its paragraphs have; the root has none, for every style would inherit it.
        case unanimous
        /// Said where it is, never in a style.
        case direct
        case lost
    }

    struct Word: Sendable {
        let naming: WordNaming
        let read: @Sendable (Element, WordTheme, inout Format) -> Void
        let write: @Sendable (Format, inout Element) -> Void
        let toggle: Toggle?
    }

    /// A property that a second style switches off again (ISO/IEC 29500-1, 17.7.3).
    struct Toggle: Sendable {
        let isOn: @Sendable (Format) -> Bool
        let set: @Sendable (Bool, inout Format) -> Void
    }

    struct OpenDocument: Sendable {
        let naming: OpenDocumentNaming
        let read: @Sendable (OpenDocumentStatement, inout Format) -> Void
        let write: @Sendable (Format, inout OpenDocumentProperties) -> Void
    }

    /// `initial` holds where nothing is said at all.
    init<Value: Hashable & Sendable>(
        _ path: any WritableKeyPath<Format, Value?> & Sendable, initial: Value? = nil,
        word: WordCodec<Value>? = nil, openDocument: OpenDocumentCodec<Value>? = nil,
        conversion: Conversion = .direct
    ) {
        self.path = path
        self.word = word.map { Word($0, path) }
        self.openDocument = openDocument.map { OpenDocument($0, path) }
        self.conversion = conversion
        isStated = { $0[keyPath: path] != nil }
        setInitial = { $0[keyPath: path] = initial }
        copy = { $1[keyPath: path] = $0[keyPath: path] }
        areAlike = { ($0[keyPath: path] ?? initial) == ($1[keyPath: path] ?? initial) }
        takeCommonest = { uses, target in target[keyPath: path] = uses.commonest { $0[keyPath: path] } }
    }
}

extension FormatProperty.Word {
    init<Value>(_ codec: WordCodec<Value>, _ path: any WritableKeyPath<Format, Value?> & Sendable) {
        naming = codec.naming
        read = { element, theme, format in
            if let value = codec.read(element, theme, format[keyPath: path]) { format[keyPath: path] = value }
        }
        write = { format, properties in
            guard let value = format[keyPath: path] else { return }
            for name in codec.naming.writes { properties.changeChild(name) { codec.write(value, &$0) } }
        }
        toggle = codec.toggle.map { on, off in
            FormatProperty.Toggle(
                isOn: { $0[keyPath: path] == on }, set: { $1[keyPath: path] = $0 ? on : off })
        }
    }
}

extension FormatProperty.OpenDocument {
    init<Value>(_ codec: OpenDocumentCodec<Value>, _ path: any WritableKeyPath<Format, Value?> & Sendable) {
        naming = codec.naming
        read = { statement, format in
            if let value = codec.read(statement, format[keyPath: path]) { format[keyPath: path] = value }
        }
        write = { format, properties in
            if let value = format[keyPath: path] { codec.write(value, &properties) }
        }
    }
}

/// A format and how much text has it.
struct FormatUse<Format> {
    let format: Format
    var weight = 1
}

extension Array {
    /// The value that weighs most, of equally heavy ones the first; nil where none has any.
    func commonest<Format, Value: Hashable>(_ value: (Format) -> Value?) -> Value?
    where Element == FormatUse<Format> {
        var weights: [Value: Int] = [:]
        for use in self { if let value = value(use.format) { weights[value, default: 0] += use.weight } }
        guard let most = weights.values.max() else { return nil }
        for use in self { if let value = value(use.format), weights[value] == most { return value } }
        return nil
    }
}
