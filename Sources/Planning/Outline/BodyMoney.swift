internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

// How amounts come about, and what was paid of them.
extension BodyComposing {
    /// Diễn giải: each item with its factors, under its groups.
    mutating func derivation(at place: Location) -> [BodyPart] {
        guard let year = figureYear, let estimate = workspace.estimates[year] else {
            return gap("tệp du-toan của năm", .nothingToInsert(.derivation, "tệp du-toan của năm", at: place))
        }
        return derivation(of: estimate.rows, in: estimate, depth: 0)
    }

    private func derivation(of rows: [BudgetRow], in estimate: BudgetEstimate, depth: Int) -> [BodyPart] {
        rows.flatMap { row -> [BodyPart] in
            switch row {
            case .group(let group, let rows):
                let title = "\(group.title): \(group.amount.text) đồng"
                let inner = derivation(of: rows, in: estimate, depth: depth + 1)
                // Deeper groups are told in the row of their items, since headings have no more levels.
                return depth < 2
                    ? [.section(BodySection(heading: title, parts: inner))]
                    : [.paragraph("\(title), gồm:")] + inner
            case .item(let item, let memos):
                return [.dash(item.derivation(in: estimate))]
                    + derivation(of: memos, in: estimate, depth: depth)
            case .memo(let title, let amount): return [.paragraph("+ \(title.asMemo): \(amount.text) đồng.")]
            case .note(let text): return line(text)
            }
        }
    }

    /// Giải ngân: the sums, by source, and a table of the items.
    mutating func payments(at place: Location) -> [BodyPart] {
        guard let year = figureYear, let whole = workspace.estimates[year],
            let form = workspace.forms["giai-ngan"]
        else {
            return gap("tệp du-toan của năm", .nothingToInsert(.payments, "tệp du-toan của năm", at: place))
        }
        let estimate = whole.standing(on: paidUpTo)
        let items = estimate.rows.items
        let planned = Money.sum([estimate.total] + estimate.changes.flatMap(\.amounts.values)) ?? .limit
        let spent = Money.sum(items.compactMap { $0.details.figures[FigureName(kind: .spent)] }) ?? .limit
        let left = Money(dong: planned.dong - spent.dong)
        let day = paidUpTo.map { "Đến \($0.text(.official)), đã" } ?? "Đã"
        let sentence =
            "Dự toán được giao năm \(year): \(planned.text) đồng. \(day) giải ngân \(spent.text) đồng, đạt \(spent.share(of: planned)) dự toán giao; còn lại \(left.text) đồng."
        var parts: [BodyPart] = [.paragraph(sentence)]
        let sources = estimate.changedTotalsBySource.filter { $0.amount != .zero }
        if sources.count > 1, !estimate.payments.isEmpty {
            parts.append(.paragraph("Phân theo nguồn kinh phí:"))
            for (index, source) in sources.enumerated() {
                let paid =
                    Money.sum(
                        items.compactMap {
                            $0.details.figures[FigureName(kind: .spent, name: source.source.code)]
                        }) ?? .limit
                let end = index + 1 == sources.count ? "." : ";"
                parts.append(
                    .dash(
                        "\(source.source.name): \(paid.text) đồng/\(source.amount.text) đồng, đạt \(paid.share(of: source.amount))\(end)"
                    ))
            }
        }
        let table = FormTableMaking(form, workspace, estimate).table(named: "giai-ngan")
        return parts + [.unit("Đơn vị tính: \(table.unit)"), .table(table.bodyTable)]
    }
}

extension Money {
    fileprivate func share(of whole: Money) -> String {
        NumberFormat.percentage(of: Decimal(dong), in: Decimal(whole.dong)).map { NumberFormat.percent($0) }
            ?? "-"
    }
}

extension FormTable {
    /// The table within the text of a document; its head has one row.
    var bodyTable: BodyTable {
        // What stands in words beside the figures has no room on an upright page.
        let shown = columns.indices.filter { columns[$0].kind != .words }
        var table = BodyTable(
            columns: shown.map { column in
                switch columns[column].kind {
                case .order: .init(width: 11, style: .centred)
                case .content: .init(width: nil, style: .text)
                case .words: .init(width: 25, style: .text)
                case .term: .init(width: 15, style: .centred)
                case .figure: .init(width: 20, style: .number)
                }
            },
            rows: [
                .head((heads.last ?? []).filter { shown.contains($0.column) }.map { .init(text: $0.text) })
            ])
        for row in rows {
            let cells = shown.map { BodyTable.Cell(text: row.cells[$0].text) }
            table.rows.append(row.kind == .group || row.kind == .total ? .bold(cells) : .cells(cells))
        }
        return table
    }
}

extension BudgetItem {
    /// `Nước uống: 150 người x 2 ngày x 30.000 đồng = 9.000.000 đồng. Căn cứ: …`.
    fileprivate func derivation(in estimate: BudgetEstimate) -> String {
        var pieces: [String] = []
        if let quantity = self.quantity {
            pieces.append([NumberFormat.text(quantity), self.unit].compactMap { $0 }.joined(separator: " "))
        }
        pieces += self.factors.map {
            [NumberFormat.text($0.number), $0.unit].compactMap { $0 }.joined(separator: " ")
        }
        if let unitPrice = self.unitPrice { pieces.append("\(NumberFormat.text(unitPrice)) đồng") }
        let before = Money(dong: self.amount.dong - (self.tax?.amount.dong ?? 0))
        var text: String
        if let percent = self.percent {
            let base = self.base.isEmpty ? "các khoản trên" : "các khoản \(self.base.joined(separator: ", "))"
            text =
                "\(self.title): \(NumberFormat.percent(percent, fraction: .all)) của \(base) = \(before.text) đồng"
        } else {
            text =
                pieces.count > 1
                ? "\(self.title): \(pieces.joined(separator: " x ")) = \(before.text) đồng"
                : "\(self.title): \(before.text) đồng"
        }
        if let tax = self.tax {
            text +=
                "; thuế GTGT \(NumberFormat.percent(tax.rate, fraction: .all)): \(tax.amount.text) đồng; cộng: \(self.amount.text) đồng"
        }
        if self.shares.count > 1 {
            let names = self.shares.map { share in
                let name = estimate.sources.first { $0.code == share.source }?.name ?? share.source
                return "\(name): \(share.amount.text) đồng"
            }
            text += " (\(names.joined(separator: "; ")))"
        }
        return text + "." + (self.basis.map { " Căn cứ: \($0.trimmedStop)." } ?? "")
    }
}

extension String { fileprivate var trimmedStop: String { hasSuffix(".") ? String(dropLast()) : self } }
