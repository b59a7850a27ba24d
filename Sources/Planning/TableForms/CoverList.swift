internal import FoundationEssentials

extension FormTable {
    /// A document in a list of those made together.
    package struct Entry: Hashable, Sendable {
        package let title: String
        package let file: String
        /// By when it is to be sent.
        package let due: String?

        package init(title: String, file: String, due: String?) {
            (self.title, self.file, self.due) = (title, file, due)
        }
    }
}

extension Workspace {
    /// Danh mục văn bản: a list of the documents made for a year.
    package func coverList(of entries: [FormTable.Entry], year: Int) -> FormTable {
        let titles = ["STT", "Văn bản", "Tên tệp", "Thời hạn gửi"]
        return FormTable(
            name: "danh-muc", title: "DANH MỤC VĂN BẢN NĂM \(year)", number: nil, reference: nil,
            unit: "văn bản", agency: agency.name, superior: agency.parentName,
            columns: [.init(kind: .order), .init(kind: .content), .init(kind: .words), .init(kind: .term)],
            heads: [titles.enumerated().map { FormTable.Head(text: $1, columns: 1, rows: 1, column: $0) }],
            index: ["A", "B", "C", "D"],
            rows: entries.enumerated().map { index, entry in
                FormTable.Row(
                    kind: .item,
                    cells: [
                        .text("\(index + 1)"), .text(entry.title), .text(entry.file),
                        entry.due.map { .text($0) } ?? .blank,
                    ])
            }, words: nil, signatures: [FormTable.Signature(title: "NGƯỜI LẬP", name: nil)],
            placeAndDate: "\(agency.placeName), ngày … tháng … năm …", formulas: [:], codes: [:])
    }

    /// The names of units of which the log has no row, where it has rows of others.
    package var unitsWithoutLog: [String] {
        guard !log.isEmpty else { return [] }
        let heard = Set(log.series.map(\.unit))
        return agency.units.filter { !heard.contains($0.code) }.map(\.name)
    }
}
