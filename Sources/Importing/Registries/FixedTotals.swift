internal import Diagnostics
internal import FoundationEssentials
internal import Planning
internal import VietnameseText

// Beside a table that is computed, its total in a sentence stays as it was typed.
extension ImportedDocument {
    /// Remarks and tells each text that says the estimate's total in figures.
    mutating func noteTypedTotals() {
        guard let total = draft.estimate.flatMap({ $0.rows.total }) else { return }
        let noting = TypedTotals(NumberFormat.text(total))
        for index in draft.sections.indices { noting.mark(&draft.sections[index]) }
        for index in draft.appendices.indices {
            noting.mark(&draft.appendices[index].blocks)
            for inner in draft.appendices[index].sections.indices {
                noting.mark(&draft.appendices[index].sections[inner])
            }
        }
        for (key, text) in [("mo_dau", draft.lead), ("ket", draft.closing)] {
            if let text, noting.says(text) { draft.remark(noting.remark, at: key) }
        }
        var texts = draft.sections.flatMap { noting.texts(of: $0) }
        for appendix in draft.appendices {
            texts += noting.texts(of: appendix.blocks)
            texts += appendix.sections.flatMap { noting.texts(of: $0) }
        }
        for text in [draft.lead, draft.closing] { if let text, noting.says(text) { texts.append(text) } }
        findings += texts.map { .typedTotal(noting.figure, $0.withoutMarks, file) }
    }
}

private struct TypedTotals {
    /// The total as it is printed.
    let figure: String
    let remark =
        "tổng của bảng dự toán, gõ tay: viết {du_toan.tong_cong | tien}, {du_toan.tong_cong | bang_chu} thì đổi theo bảng"

    init(_ figure: String) { self.figure = figure }

    /// Whether the figure stands in a text, and not within a longer one.
    func says(_ text: String) -> Bool {
        text.ranges(of: figure).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...]
            let goesOn = after.first.map {
                $0.isNumber || ".,".contains($0) && after.dropFirst().first?.isNumber == true
            }
            return before.map { !$0.isNumber && !".,".contains($0) } ?? true && goesOn != true
        }
    }

    func mark(_ section: inout WorkspaceDraft.Section) {
        if section.runIn.map(says) == true {
            section.remark = section.remark.map { "\($0); \(remark)" } ?? remark
        }
        mark(&section.blocks)
        for index in section.sections.indices { mark(&section.sections[index]) }
    }

    func mark(_ blocks: inout [WorkspaceDraft.Block]) {
        for index in blocks.indices {
            switch blocks[index] {
            case .paragraph(let text, let other) where says(text):
                blocks[index] = .paragraph(text, remark: other.map { "\($0); \(remark)" } ?? remark)
            case .dash(let text, let other) where says(text):
                blocks[index] = .dash(text, remark: other.map { "\($0); \(remark)" } ?? remark)
            case .paragraph, .dash, .table, .insert, .picture: break
            }
        }
    }

    func texts(of section: WorkspaceDraft.Section) -> [String] {
        [section.runIn].compactMap(\.self).filter(says) + texts(of: section.blocks)
            + section.sections.flatMap { texts(of: $0) }
    }

    func texts(of blocks: [WorkspaceDraft.Block]) -> [String] {
        blocks.compactMap { block in
            switch block {
            case .paragraph(let text, _), .dash(let text, _): says(text) ? text : nil
            case .table, .insert, .picture: nil
            }
        }
    }
}

extension [WorkspaceDraft.EstimateRow] {
    /// What the rows come to; nil where one says no amount.
    fileprivate var total: Decimal? {
        var total = Decimal.zero
        for row in self {
            guard let amount = row.rows.isEmpty ? row.ownAmount : row.rows.total else { return nil }
            total += amount
        }
        return total
    }
}

extension WorkspaceDraft.EstimateRow {
    fileprivate var ownAmount: Decimal? {
        if let amount { return amount }
        guard let quantity, let price else { return nil }
        return quantity * price
    }
}

extension Diagnostic {
    fileprivate static func typedTotal(_ figure: String, _ text: String, _ file: String) -> Diagnostic {
        .note(
            "import.typed-total", at: .file(file),
            "\(figure) là tổng của bảng dự toán, nhưng trong câu là số gõ tay: “\(text.prefix(80))”",
            en:
                "\(figure) is the total of the estimate's table, but typed in the sentence “\(text.prefix(80))”",
            fix: "viết {du_toan.tong_cong | tien} và {du_toan.tong_cong | bang_chu} để đổi theo bảng",
            en: "write {du_toan.tong_cong | tien} and {du_toan.tong_cong | bang_chu}, which follow the table")
    }
}
