internal import DataFiles
internal import Values

/// Mục lục ngân sách: what codes of economic content are called.
///
/// The list describes: a code it has not is as good as one it has.
struct BudgetCodes: Sendable {
    private let names: [String: String]

    /// `6652 Bồi dưỡng giảng viên, báo cáo viên`; the code alone where nobody knows its name.
    func title(of code: String) -> String { names[code].map { "\(code) \($0)" } ?? "Mục \(code)" }

    /// The name alone.
    func name(of code: String) -> String? { names[code] }

    /// The mục of a tiểu mục: 6652 is of 6650.
    func head(of code: String) -> String {
        guard code.count == 4, let number = Int(code) else { return code }
        return "\(number / 50 * 50)"
    }

    static let shipped: BudgetCodes = {
        var reading = DataReading(file: "muc-luc.yaml")
        guard let node = try? SourceNode(yaml: PackageResources.muc_luc_yaml, file: reading.file),
            let names = reading.read(node, as: DataForm<[Named<String>]>.named(.text)), reading.faults.isEmpty
        else { preconditionFailure("the budget codes cannot be read") }
        return BudgetCodes(
            names: Dictionary(names.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    }()
}
