internal import DataFiles
internal import Values

/// A way into a data file, `noi_dung.1.chu_tri`: keys, and numbers of items from 0.
struct DataSteps: Hashable, Sendable {
    var pieces: [String]

    init(_ pieces: [String] = []) { self.pieces = pieces }

    /// As it stands in a link.
    init(_ text: String) { pieces = text.split(separator: ".").map(String.init) }

    /// As a fault tells it, `noi_dung[2].chu_tri`, where items count from 1.
    init(written text: String) {
        pieces = text.split { $0 == "." || $0 == "[" }.map { piece in
            piece.hasSuffix("]") ? String((Int(piece.dropLast()) ?? 1) - 1) : String(piece)
        }
    }

    var text: String { pieces.joined(separator: ".") }

    /// As a fault tells it.
    var written: String {
        pieces.reduce(into: "") { text, piece in
            if let index = Int(piece) {
                text += "[\(index + 1)]"
            } else {
                text += text.isEmpty ? piece : ".\(piece)"
            }
        }
    }

    var parent: DataSteps { DataSteps(Array(pieces.dropLast())) }

    var last: String { pieces.last ?? "" }

    func appending(_ piece: String) -> DataSteps { DataSteps(pieces + [piece]) }

    /// The steps in a file that says `content`; nil where they lead nowhere.
    func steps(in content: SourceNode.Content) -> [EditableData.Step]? {
        var steps: [EditableData.Step] = []
        var here = content
        for piece in pieces {
            switch here {
            case .sequence(let items):
                guard let index = Int(piece), items.indices.contains(index) else { return nil }
                steps.append(.item(index))
                here = items[index].content
            case .mapping(let entries):
                steps.append(.key(piece))
                here = entries.first { $0.key == piece }?.value.content ?? .null
            case .null: steps.append(.key(piece))
            case .boolean, .number, .text: return nil
            }
        }
        return steps
    }
}

extension SourceNode.Content {
    /// What stands there; null where nothing does.
    func at(_ steps: DataSteps) -> SourceNode.Content {
        var here = self
        for piece in steps.pieces {
            switch here {
            case .sequence(let items):
                here = Int(piece).flatMap { items.indices.contains($0) ? items[$0].content : nil } ?? .null
            case .mapping(let entries): here = entries.first { $0.key == piece }?.value.content ?? .null
            case .null, .boolean, .number, .text: here = .null
            }
        }
        return here
    }

    /// A text that tells it from any other.
    var fingerprint: String { Secrets.digest(spelled) }

    /// All that it says in one line, the same only for the same.
    var spelled: String {
        switch self {
        case .null: "~"
        case .boolean(let truth): truth ? "+" : "-"
        case .number(let text): "#\(text.utf8.count):\(text)"
        case .text(let text): "\"\(text.utf8.count):\(text)"
        case .sequence(let items): "[" + items.map(\.content.spelled).joined(separator: ",") + "]"
        case .mapping(let entries):
            "{"
                + entries.map { "\($0.key.utf8.count):\($0.key)=\($0.value.content.spelled)" }.joined(
                    separator: ",") + "}"
        }
    }
}

/// The form of what stands at a place of a file, found by going down the form of the whole with the data.
struct PlacedForm {
    let form: FormDescription
    /// Records that the place stands in, by name, for forms that refer to them.
    private let enclosing: [String: FormDescription]

    init(of root: FormDescription, at steps: DataSteps, in content: SourceNode.Content) {
        var form = root
        var enclosing: [String: FormDescription] = [:]
        var here = content
        Self.settle(&form, &enclosing, here)
        for piece in steps.pieces {
            switch form.shape {
            case .record(let record):
                form = record.fields.first { $0.key == piece }?.form ?? FormDescription(form.name, .other)
            case .list(let inner), .perYear(let inner), .named(let inner): form = inner
            default: form = FormDescription(form.name, .other)
            }
            here = here.at(DataSteps([piece]))
            Self.settle(&form, &enclosing, here)
        }
        (self.form, self.enclosing) = (form, enclosing)
    }

    private init(_ form: FormDescription, _ enclosing: [String: FormDescription]) {
        (self.form, self.enclosing) = (form, enclosing)
    }

    /// A field of a record, with its own form settled for what is there.
    func inner(_ form: FormDescription, _ content: SourceNode.Content) -> PlacedForm {
        var (form, enclosing) = (form, enclosing)
        Self.settle(&form, &enclosing, content)
        return PlacedForm(form, enclosing)
    }

    /// Of a list whose items are texts or records: what the records are like; else nil.
    var itemOfTextOrRecord: RecordDescription? {
        guard case .list(let item) = form.shape, case .shorthand(let short, _) = item.shape,
            case .record(let record) = inner(item, .mapping([])).form.shape
        else { return nil }
        switch inner(short, .text("")).form.shape {
        case .text, .pattern, .other: return record
        default: return nil
        }
    }

    /// Whether texts are what such a list is usually made of: its records then need no key, each is a block of another kind.
    var isListOfBlocks: Bool {
        itemOfTextOrRecord.map { !$0.fields.contains { $0.presence == .required } } ?? false
    }

    /// Which of two ways of writing is used, and which record a reference means.
    private static func settle(
        _ form: inout FormDescription, _ enclosing: inout [String: FormDescription],
        _ content: SourceNode.Content
    ) {
        while true {
            switch form.shape {
            case .shorthand(let short, let long):
                switch content {
                case .sequence, .mapping: form = long
                case .null, .boolean, .number, .text: form = short
                }
            case .enclosingRecord(let name):
                guard let known = enclosing[name] else { return }
                form = known
                return
            case .record(let record):
                if let name = record.name { enclosing[name] = form }
                return
            default: return
            }
        }
    }
}
