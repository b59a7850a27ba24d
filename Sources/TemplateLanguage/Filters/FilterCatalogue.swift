package import Diagnostics

extension Filter {
    /// The table of all filters for the template guide, in Markdown.
    package static func catalogue(in language: Language) -> String {
        let head =
            language == .vietnamese
            ? "| Bộ lọc | Tên tiếng Anh | Tác dụng | Ví dụ | In ra |"
            : "| Filter | English name | Effect | Example | Prints |"
        let rows = all.map { filter in
            let cells = [
                "`\(filter.name)`", "`\(filter.alias)`", filter.summary.text(in: language),
                "`\(filter.example.tag)`", filter.example.result,
            ]
            // A bar would end the cell, even inside code.
            return "| "
                + cells.map {
                    $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
                }.joined(separator: " | ") + " |"
        }
        return ([head, "|---|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
