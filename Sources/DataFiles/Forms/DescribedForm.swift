internal import FoundationEssentials
package import Values

/// What a file describes of a form: the keys of a record that no Swift type was written for.
///
/// An outline's slots, the sheets of a unit, a form of an agency's own are such records: from the description come the same reader, writer, schema
/// and dictionary as from key paths.
package struct FormSketch: Sendable {
    var fields: [Field] = []

    package struct Field: Sendable {
        var key = ""
        var kind = Kind.text
        var isRequired = false
        var isList = false
        var label: String?
        var help = ""
        var unit: String?
        var choices: [Named<String>] = []
        var fields: [Field] = []
    }

    enum Kind: Hashable, Sendable { case text, lines, boolean, number, date, choice, record }

    /// The form of the file that describes a form.
    package static let form = DataForm.record(
        "bieu", "Mô tả một biểu.", blank: FormSketch(),
        [.required("truong", \.fields, .list(of: Field.form), "Các khóa của biểu, theo thứ tự.")])

    /// The keys as a list, for a file that describes them among other things.
    package static let fieldsForm = DataForm<[Field]>.list(of: Field.form).map(
        { fields, _, _ in FormSketch(fields: fields) }, back: \.fields)

    package init(fields: [Field] = []) { self.fields = fields }

    /// The keys as fields of a described record, for a form that has others too.
    package var dataFields: [DataField<DescribedRecord>] { fields.map(\.dataField) }

    package var keys: [String] { fields.map(\.key) }

    /// The record that is described, by the name the schema is to give it.
    package func described(as name: String, _ help: String) -> DataForm<DescribedRecord> {
        Self.record(name, help, fields)
    }

    private static func record(_ name: String, _ help: String, _ fields: [Field]) -> DataForm<DescribedRecord>
    { .record(name, help, blank: DescribedRecord(), fields.map(\.dataField)) }
}

/// A record whose keys a file describes.
package struct DescribedRecord: Hashable, Sendable {
    private var values: [String: Value] = [:]

    package init() {}

    package subscript(key: String) -> Value? {
        get { values[key] }
        set { values[key] = newValue }
    }
}

extension FormSketch.Field {
    fileprivate static let form = DataForm.record("truong", "Một khóa.", blank: FormSketch.Field(), fields)

    private static let fields: [DataField<FormSketch.Field>] = [
        .required("khoa", \.key, .text, "Tên khóa, chữ thường không dấu: so_luong."),
        .optional(
            "kieu", keeping: \.kind,
            .choice([
                DataChoice("chu", .text, "một dòng chữ"), DataChoice("doan", .lines, "các đoạn văn"),
                DataChoice("dung_sai", .boolean, "true hoặc false"), DataChoice("so", .number, "số"),
                DataChoice("ngay", .date, "ngày"),
                DataChoice("lua_chon", .choice, "một trong các từ ở lua_chon"),
                DataChoice("nhom", .record, "một nhóm khóa ở truong"),
            ]), "Kiểu giá trị; mặc định `chu`."),
        .optional("bat_buoc", keeping: \.isRequired, .boolean, "`true` khi không được để trống."),
        .optional("danh_sach", keeping: \.isList, .boolean, "`true` khi là danh sách các giá trị như vậy."),
        .optional("nhan", \.label, .text, "Nhãn đứng trước ô nhập; mặc định lấy từ y_nghia."),
        .required("y_nghia", \.help, .text, "Ý nghĩa, cho người điền."),
        .optional("don_vi", \.unit, .text, "Đơn vị của số: đồng."),
        .optional("lua_chon", keeping: \.choices, .named(.text), "Các từ được dùng và nghĩa của từng từ."),
        .optional(
            "truong", keeping: \.fields, .list(of: .enclosingRecord("truong") { form }), "Các khóa của nhóm."),
    ]

    fileprivate var dataField: DataField<DescribedRecord> {
        let form = isList ? Self.list(of: valueForm) : valueForm
        let path: any WritableKeyPath<DescribedRecord, Value?> & Sendable = \.[key]
        return .field(key, isRequired ? .required : .optional, path, form, help, label: label)
    }

    private var valueForm: DataForm<Value> {
        switch kind {
        case .text: Self.form(of: .text, { .text($0) }, back: Self.text)
        case .lines:
            Self.form(
                of: .lines, { .list($0.map { .text($0) }) },
                back: { Self.items(of: $0)?.compactMap(Self.text) })
        case .boolean:
            Self.form(
                of: .boolean, { .boolean($0) },
                back: { if case .boolean(let value) = $0 { value } else { nil } })
        case .number:
            Self.form(
                of: .number, unit: unit, { .number($0) },
                back: { if case .number(let value) = $0 { value } else { nil } })
        case .date:
            Self.form(
                of: .date, { .date($0) }, back: { if case .date(let value) = $0 { value } else { nil } })
        case .choice:
            Self.form(
                of: .choice(choices.map { DataChoice($0.name, $0.name, $0.value) }), { .text($0) },
                back: Self.text)
        case .record: nestedForm
        }
    }

    private var nestedForm: DataForm<Value> {
        let fields = fields
        return Self.form(
            of: FormSketch(fields: fields).described(as: key, help),
            { record in
                .record(Record(fields.compactMap { field in record[field.key].map { (field.key, $0) } }))
            },
            back: { value in
                guard case .record(let values) = value else { return nil }
                var record = DescribedRecord()
                for field in fields { record[field.key] = values[field.key] }
                return record
            })
    }

    private static func list(of form: DataForm<Value>) -> DataForm<Value> {
        Self.form(of: .list(of: form), { .list($0) }, back: items)
    }

    /// A form whose values stand as one kind of `Value`.
    private static func form<Item>(
        of form: DataForm<Item>, unit: String? = nil, _ value: @escaping @Sendable (Item) -> Value,
        back: @escaping @Sendable (Value) -> Item?
    ) -> DataForm<Value> {
        let (name, shape) = (form.description.name, form.description.shape)
        return DataForm<Value>(
            FormDescription(name, shape, unit: unit ?? form.description.unit),
            read: { node, _, reading in form.read(node, nil, &reading).map(value) },
            write: { back($0).map(form.write) ?? .null }, isEmpty: { back($0).map(form.isEmpty) ?? false })
    }

    @Sendable private static func text(_ value: Value) -> String? {
        guard case .text(let text) = value else { return nil }
        return text
    }

    @Sendable private static func items(of value: Value) -> [Value]? {
        guard case .list(let items) = value else { return nil }
        return items
    }
}
