internal import DataFiles
internal import Sheets
internal import Values
internal import VietnameseText

// The cells of a row of an estimate's table as the form of a row reads them.
extension EstimateTable {
    /// The number and the words of a group that stand in one cell; nil for a number alone.
    private static func parted(_ text: String) -> (number: String, words: String)? {
        let words = text.trimmed
        guard words.contains(where: \.isLetter), RowNumber.readings(words).isEmpty else { return nil }
        guard let blank = words.firstIndex(where: \.isWhitespace) else { return ("", words) }
        let number = String(words[..<blank])
        let isNumber = [".", ")", ":"].contains { number.hasSuffix($0) } || number.count <= 4
        guard isNumber, !RowNumber.readings(number).isEmpty else { return ("", words) }
        return (number, words[blank...].trimmed)
    }

    /// The row's number, and the rest as its form reads it; nil for a row that was only prepared.
    func record(_ row: FigureTable.Row) -> (String, SourceNode)? {
        var number = ""
        var entries: [SourceNode.Entry] = []
        entries.reserveCapacity(table.columns.count + 1)
        var factors: [SourceNode] = []
        var shares: [(source: String, amount: SourceNode)] = []
        var parts: [(key: String, part: String, value: SourceNode)] = []
        for (place, value) in row.values.enumerated() {
            switch uses[place] {
            case .number: number = value.line ?? ""
            case .figure: continue
            case .key: entries.append(table.entry(place, value))
            case .source(let source): if !value.isBlank { shares.append((source, value)) }
            case .part(let part): if !value.isBlank { parts.append((table.columns[place].key, part, value)) }
            case .factor(let unit): if !value.isBlank { factors.append(value.counting(unit)) }
            }
        }
        if let title = titlePlace, entries[title].value.isBlank {
            if row.role == .item, let (own, words) = EstimateTable.parted(number) {
                // “I. Chi thường xuyên” in one cell, often merged over the whole row.
                number = own
                entries[title] = SourceNode.Entry(
                    key: "noi_dung_chi", keyPosition: entries[title].keyPosition,
                    value: SourceNode(.text(words), at: row.position))
            } else if row.role == .item {
                let isPrepared = entries.allSatisfy { $0.value.isBlank || $0.value.isZero }
                if isPrepared, factors.isEmpty, shares.allSatisfy(\.amount.isZero) { return nil }
            } else {
                // “Tổng cộng” may stand in the column of numbers.
                entries[title] = SourceNode.Entry(
                    key: "noi_dung_chi", keyPosition: entries[title].keyPosition,
                    value: SourceNode(.text(number), at: row.position))
            }
        }
        // Every row has the same keys in the same order.
        entries.append(.rest("he_so", factors.isEmpty ? .null : .sequence(factors), factors.first, of: row))
        for key in partedKeys {
            let own = parts.filter { $0.key == key }.map { ($0.part, $0.value) }
            entries.append(.rest(key, DetailColumns.content(of: key, own), own.first?.1, of: row))
        }
        if hasSourceColumns {
            let plain = entries.firstIndex { $0.key == "nguon" }.map { entries.remove(at: $0).value }
            let content = shares.isEmpty ? plain?.content ?? .null : .shares(shares)
            entries.append(.rest("nguon", content, shares.first?.amount ?? plain, of: row))
        }
        return (number.trimmed, SourceNode(.mapping(entries), at: row.position))
    }
}

extension SourceNode.Entry {
    /// A key put together from several cells.
    fileprivate static func rest(
        _ key: String, _ content: SourceNode.Content, _ first: SourceNode?, of row: FigureTable.Row
    ) -> Self {
        Self(
            key: key, keyPosition: row.position,
            value: SourceNode(content, at: first?.position ?? row.position))
    }
}

extension SourceNode.Content {
    /// What each source pays.
    fileprivate static func shares(_ shares: [(source: String, amount: SourceNode)]) -> Self {
        .sequence(
            shares.map { share in
                SourceNode(
                    .mapping([
                        SourceNode.entry("nguon", .text(share.source)),
                        SourceNode.Entry(
                            key: "so_tien", keyPosition: share.amount.position, value: share.amount),
                    ]), at: share.amount.position)
            })
    }
}

extension SourceNode {
    fileprivate var isZero: Bool { content == .number("0") }

    /// A factor with what it counts: 2 under “Số ngày” is `2 ngày`.
    fileprivate func counting(_ unit: String?) -> SourceNode {
        guard let unit, case .number(let written) = content else { return self }
        return SourceNode(.text("\(written.replacing(".", with: ",")) \(unit)"), at: position)
    }
}
