internal import DataFiles
internal import Diagnostics
internal import Values

extension DataForm {
    /// A file that holds nothing but one key.
    static func alone(_ key: String, _ form: DataForm) -> DataForm {
        let name = Wording("\(key): …", en: "\(key): …")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard case .mapping(let entries) = node.content, entries.count == 1, entries[0].key == key
                else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                reading.enter(key)
                defer { reading.leave() }
                return form.read(entries[0].value, nil, &reading)
            }, write: { .mapping([SourceNode.entry(key, form.write($0))]) })
    }
}
