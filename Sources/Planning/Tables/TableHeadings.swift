internal import DataFiles
internal import Values
internal import VietnameseText

/// What the columns and sheets of people's tables are called, by the keys of data.
struct TableHeadings: Sendable {
    private let tables: [String: [String: [String]]]
    /// Units of factors with what their columns are called.
    let factors: [(unit: String, headings: [String])]

    /// What the column of a key may be called, the key itself first.
    func names(of key: String, in kind: DataKind) -> [String] { [key] + (tables[kind.rawValue]?[key] ?? []) }

    /// What the sheet of such data may be called.
    func sheets(of kind: DataKind) -> [String] { tables[kind.rawValue]?["trang"] ?? [] }

    static let shipped: TableHeadings = {
        var reading = DataReading(file: "tieu-de.yaml")
        let form = DataForm<[Named<[Named<[String]>]>]>.named(.named(.lines))
        guard let node = try? SourceNode(yaml: PackageResources.tieu_de_yaml, file: reading.file),
            let tables = reading.read(node, as: form), reading.faults.isEmpty
        else { preconditionFailure("the headings of tables cannot be read") }
        return TableHeadings(
            tables: Dictionary(
                uniqueKeysWithValues: tables.map { table in
                    (table.name, Dictionary(uniqueKeysWithValues: table.value.map { ($0.name, $0.value) }))
                }), factors: (tables.first { $0.name == "he-so" }?.value ?? []).map { ($0.name, $0.value) })
    }()
}

extension DataKind {
    /// What people call the column of a key in their tables, folded for comparison; the key itself first.
    package func columnNames(of key: String) -> [String] {
        TableHeadings.shipped.names(of: key, in: self).map { PlainLetters.folded($0) }
    }
}
