internal import Diagnostics
public import Values

/// One key of a record: its name, where its value goes, its form, whether it must be there, and what it means.
@usableFromInline package struct DataField<Record: Sendable>: Sendable {
    @usableFromInline package let description: FieldDescription
    /// Leaves the record as it is where there is a fault.
    @usableFromInline package let read:
        @Sendable (_ node: SourceNode, _ inherits: Bool, inout Record, inout DataReading) -> FieldOutcome
    /// Nil for what is left out.
    @usableFromInline package let write: @Sendable (Record) -> SourceNode.Content?

    @usableFromInline package var key: String { description.key }

    /// Where a value goes; asked for when a file has the key, for making a key path costs more than reading through it.
    @usableFromInline package typealias Path<Value> =
        @Sendable () -> any WritableKeyPath<Record, Value> & Sendable

    /// A field whose value goes into and comes from the record in a way of its own.
    @inlinable package init<Value: Sendable>(
        _ key: String, _ presence: FieldDescription.Presence, _ form: DataForm<Value>, _ help: String,
        label: String? = nil, base: @escaping @Sendable (Record) -> Value?,
        put: @escaping @Sendable (Value?, Place, inout Record) -> Void,
        write: @escaping @Sendable (Record) -> SourceNode.Content?
    ) {
        description = FieldDescription(key, presence, form.description, help: help, label: label)
        read = { node, inherits, record, reading in
            let value = form.read(node, inherits ? base(record) : nil, &reading)
            put(value, reading.place(node.position), &record)
            guard let value else {
                reading.noteUnreadable(form.description)
                return .unreadable
            }
            return form.isEmpty(value) ? .holdsNothing : .value
        }
        self.write = write
    }

    /// The same key in a record that holds this one.
    @inlinable package func inside<Whole: Sendable>(
        _ path: @autoclosure @escaping DataField<Whole>.Path<Record>
    ) -> DataField<Whole> {
        let (read, write) = (self.read, self.write)
        return DataField<Whole>(
            description,
            read: { node, inherits, whole, reading in read(node, inherits, &whole[keyPath: path()], &reading)
            }, write: { write($0[keyPath: path()]) })
    }

    /// The same key where it must be there, or may be left out.
    package func presence(_ presence: FieldDescription.Presence) -> DataField {
        DataField(
            FieldDescription(
                description.key, presence, description.form, help: description.help,
                label: description.ownLabel), read: read, write: write)
    }

    @inlinable package init(
        _ description: FieldDescription,
        read: @escaping @Sendable (SourceNode, Bool, inout Record, inout DataReading) -> FieldOutcome,
        write: @escaping @Sendable (Record) -> SourceNode.Content?
    ) {
        self.description = description
        self.read = read
        self.write = write
    }
}

/// What became of a key that is there.
@usableFromInline package enum FieldOutcome {
    case value
    case unreadable
    /// It could be read, and there is nothing in it.
    case holdsNothing
}

// Where the value of a key goes.
extension DataField {
    /// A key that must be there.
    @inlinable package static func required<Value: Sendable>(
        _ key: String, _ path: @autoclosure @escaping Path<Value>, _ form: DataForm<Value>, _ help: String
    ) -> DataField { plain(key, .required, path(), form, help) }

    /// A key that must be there, kept with its place.
    @inlinable package static func required<Value: Sendable>(
        _ key: String, located path: @autoclosure @escaping Path<Entered<Value>>, _ form: DataForm<Value>,
        _ help: String
    ) -> DataField { located(key, .required, path(), form, help) }

    /// A key that may be left out.
    @inlinable package static func optional<Value: Sendable>(
        _ key: String, _ path: @autoclosure @escaping Path<Value?>, _ form: DataForm<Value>, _ help: String
    ) -> DataField { field(key, .optional, path(), form, help) }

    /// A key that may be left out, kept with its place.
    @inlinable package static func optional<Value: Sendable>(
        _ key: String, located path: @autoclosure @escaping Path<Entered<Value>>, _ form: DataForm<Value>,
        _ help: String
    ) -> DataField { located(key, .optional, path(), form, help) }

    /// A key that may be left out; then the record keeps what it has.
    @inlinable package static func optional<Value: Sendable>(
        _ key: String, keeping path: @autoclosure @escaping Path<Value>, _ form: DataForm<Value>,
        _ help: String
    ) -> DataField { plain(key, .optional, path(), form, help) }

    /// A key that must be there in some records and may be left out in others.
    @inlinable package static func field<Value: Sendable>(
        _ key: String, _ presence: FieldDescription.Presence, _ path: @autoclosure @escaping Path<Value?>,
        _ form: DataForm<Value>, _ help: String, label: String? = nil
    ) -> DataField {
        DataField(
            key, presence, form, help, label: label, base: { $0[keyPath: path()] },
            put: { value, _, record in if let value { record[keyPath: path()] = value } },
            write: { record in record[keyPath: path()].map(form.write) })
    }

    @inlinable package static func plain<Value: Sendable>(
        _ key: String, _ presence: FieldDescription.Presence, _ path: @autoclosure @escaping Path<Value>,
        _ form: DataForm<Value>, _ help: String
    ) -> DataField {
        DataField(
            key, presence, form, help, base: { $0[keyPath: path()] },
            put: { value, _, record in if let value { record[keyPath: path()] = value } },
            write: { record in
                let value = record[keyPath: path()]
                return presence == .optional && form.isEmpty(value) ? nil : form.write(value)
            })
    }

    @inlinable package static func located<Value: Sendable>(
        _ key: String, _ presence: FieldDescription.Presence,
        _ path: @autoclosure @escaping Path<Entered<Value>>, _ form: DataForm<Value>, _ help: String
    ) -> DataField {
        DataField(
            key, presence, form, help, base: { $0[keyPath: path()].value },
            put: { value, place, record in
                record[keyPath: path()] =
                    value.map { .given(Located(value: $0, place: place)) } ?? .unreadable
            }, write: { record in record[keyPath: path()].value.map(form.write) })
    }
}
