internal import DataFiles
internal import Values

/// What was sent of a grid: the texts of its cells, what had been shown of each row, and which of two values was chosen.
struct SentGrid {
    private(set) var rows: [Int: [String: String]] = [:]
    /// The prints of rows that were there, by their numbers.
    private(set) var shown: [Int: [String]] = [:]
    private var choices: [String: String] = [:]
    /// The fingerprint of the whole list.
    let list: String

    init(_ form: Fields) {
        list = form["goc"] ?? ""
        for (name, value) in form.entries {
            // Heads of a table may have points of their own.
            let pieces = name.split(separator: ".", maxSplits: 2).map(String.init)
            guard pieces.count >= 2, let index = Int(pieces[1]), (0..<1_000_000).contains(index) else {
                continue
            }
            switch (pieces[0], pieces.count) {
            case ("g", 3): rows[index, default: [:]][pieces[2]] = value
            case ("h", 2): shown[index] = value.split(separator: ".").map(String.init)
            case ("c", 3): choices["\(index).\(pieces[2])"] = value
            default: break
            }
        }
    }

    func value(_ index: Int, _ key: String, column: Int) -> TypedValue? {
        guard let text = rows[index]?[key] else { return nil }
        let prints = shown[index] ?? []
        return TypedValue(
            text, shown: prints.indices.contains(column + 1) ? prints[column + 1] : nil,
            choice: choices["\(index).\(key)"])
    }
}
