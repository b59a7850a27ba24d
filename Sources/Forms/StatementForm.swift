package import OfficeDocument
internal import Regulations

/// Biểu: a table of figures on pages of its own, with who made it above and who signs below.
package struct StatementForm: Hashable, Sendable {
    package var title: String
    /// Biểu số.
    package var number: String?
    package var reference: String?
    package var unit: String
    package var agency: String
    package var superior: String?
    package var columns: [Column]
    package var heads: [[Head]]
    package var index: [String]
    package var rows: [Row]
    package var words: String?
    package var signatures: [Signature]
    package var placeAndDate: String

    package enum Column: Hashable, Sendable {
        case order
        /// Takes what room is left.
        case content
        case words
        case term
        case figure
    }

    /// A cell of the head.
    package struct Head: Hashable, Sendable {
        package let text: String
        package let column: Int
        package let columns: Int
        package let rows: Int

        package init(_ text: String, column: Int, columns: Int, rows: Int) {
            (self.text, self.column, self.columns, self.rows) = (text, column, columns, rows)
        }
    }

    package struct Row: Hashable, Sendable {
        package let cells: [String]
        package let isBold: Bool
        package let isItalic: Bool

        package init(_ cells: [String], isBold: Bool, isItalic: Bool) {
            (self.cells, self.isBold, self.isItalic) = (cells, isBold, isItalic)
        }
    }

    package struct Signature: Hashable, Sendable {
        package let title: String
        package let name: String?

        package init(title: String, name: String?) { (self.title, self.name) = (title, name) }
    }

    package init(
        title: String, number: String? = nil, reference: String? = nil, unit: String, agency: String,
        superior: String? = nil, columns: [Column], heads: [[Head]], index: [String], rows: [Row],
        words: String? = nil, signatures: [Signature], placeAndDate: String
    ) {
        (self.title, self.number, self.reference, self.unit) = (title, number, reference, unit)
        (self.agency, self.superior, self.columns, self.heads) = (agency, superior, columns, heads)
        (self.index, self.rows, self.words) = (index, rows, words)
        (self.signatures, self.placeAndDate) = (signatures, placeAndDate)
    }

    /// The document of one or more such tables, each on pages of its own.
    package static func document(of statements: [StatementForm]) -> Document {
        let profile = FormatProfile.decree30
        let terms = FormTerms(.attachment, by: profile)
        let sizes = profile.usualSizes
        let number = Paragraph(style: FormStyle.pageNumber.rawValue, runs: [Run([.pageNumber])])
        let points = FormStyles.cellSize(in: sizes)
        let sections = statements.enumerated().map { index, statement in
            let page = statement.page(terms.layout, points)
            return Section(
                name: "Biểu \(index + 1)", page: page.page,
                header: Section.Header([number], firstPage: .empty), pageNumbering: .restarts(at: 1),
                blocks: statement.blocks(terms, statement.widths(in: page.textWidth, points), page.textWidth))
        }
        return Document(
            properties: Document.Properties(title: statements.first?.title ?? ""),
            defaults: Document.Defaults(
                font: profile.font, size: terms.format(of: .body)?.size(in: sizes) ?? 14),
            styles: FormStyles(terms: terms, sizes: sizes).all(used: Form.styles(in: sections)),
            sections: sections)
    }

    // MARK: - Room

    private static let orderWidth = 11.0
    private static let leastContent = 45.0

    /// A4 on its side; a sheet of A3 where the figures would not fit.
    private func page(_ layout: FormLayout, _ points: Double) -> FormLayout.PageMeasures {
        let least = self.least(points).reduce(0, +) + StatementForm.leastContent
        guard least > layout.landscape.textWidth else { return layout.landscape }
        return FormLayout.PageMeasures(width: 420, height: 297, of: .decree30)
    }

    /// What each column must have; nothing for that of the content.
    private func least(_ points: Double) -> [Double] {
        columns.enumerated().map { column, kind in
            let pieces: [String]
            switch kind {
            case .content: return 0
            case .order: pieces = rows.map { $0.cells[column] } + [index[column]]
            case .figure: pieces = rows.map { $0.cells[column] } + titleWords(column) + [index[column]]
            case .words, .term: pieces = rows.flatMap { words(of: $0.cells[column]) } + titleWords(column)
            }
            let widest = pieces.map { TextMetrics.width(of: $0, points: points, face: .bold) }.reduce(0, max)
            return max(widest + 2.6, kind == .order ? StatementForm.orderWidth : 0)
        }
    }

    /// The longest text of a column on one line; an empty column has room to write by hand.
    private func wished(_ column: Int, _ points: Double) -> Double {
        let texts = rows.map { $0.cells[column] }
        let longest = texts.max { $0.utf8.count < $1.utf8.count } ?? ""
        guard !longest.isEmpty else { return 30 }
        return min(60, TextMetrics.width(of: longest, points: points, face: .bold) + 2.6)
    }

    private func titleWords(_ column: Int) -> [String] {
        heads.flatMap { $0 }.filter { $0.column == column && $0.columns == 1 }.flatMap { words(of: $0.text) }
    }

    private func words(of text: String) -> [String] { text.split(separator: " ").map(String.init) }

    /// The widths in millimetres: what is left goes to the content, of which words take a share.
    private func widths(in room: Double, _ points: Double) -> [Double] {
        var widths = least(points)
        let spare = room - widths.reduce(0, +)
        let contents = columns.indices.filter { columns[$0] == .content }
        let words = columns.indices.filter { columns[$0] == .words }
        guard spare > 0 else {
            // More than even the large sheet holds: every column gives way alike.
            for index in contents { widths[index] = StatementForm.leastContent }
            let factor = room / widths.reduce(0, +)
            return widths.map { $0 * factor }
        }
        // Words get what keeps them on one line, as far as the content can spare it.
        let wishes = words.map { max(0, wished($0, points) - widths[$0]) }
        let wish = wishes.reduce(0, +)
        let wordShare = min(wish, max(0, min(spare - StatementForm.leastContent, spare * 0.6)))
        for (index, own) in zip(words, wishes) where wish > 0 { widths[index] += own * wordShare / wish }
        let rest = spare - wordShare
        for index in contents.isEmpty ? Array(columns.indices) : contents {
            widths[index] += rest / Double(contents.isEmpty ? columns.count : contents.count)
        }
        return widths
    }

    // MARK: - Blocks

    private func blocks(_ terms: FormTerms, _ widths: [Double], _ room: Double) -> [Block] {
        var blocks: [Block] = [.table(head(room)), FormStyle.appendixTitle(title)]
        if let reference { blocks.append(FormStyle.appendixReference("(\(reference))")) }
        blocks.append(FormStyle.unitOfMeasure("Đơn vị tính: \(unit)"))
        blocks.append(.table(table(widths, room)))
        blocks.append(FormStyle.sectionEnd(""))
        return blocks
    }

    private func head(_ room: Double) -> Table {
        let names =
            (superior.map { [FormStyle.superiorAgency($0.uppercased())] } ?? []) + [
                FormStyle.issuingAgency(agency.uppercased())
            ]
        let right = FormStyle.unitOfMeasure(number ?? "")
        return Table(
            columns: [.millimetres(room / 2), .millimetres(room / 2)],
            rows: [Table.Row([Table.Cell(names), Table.Cell([right])])])
    }

    private func table(_ widths: [Double], _ room: Double) -> Table {
        var rows = heads.map { heads in
            Table.Row(
                heads.map {
                    Table.Cell(
                        [FormStyle.headerCell($0.text)], columnSpan: $0.columns, rowSpan: $0.rows,
                        verticalAlignment: .middle)
                }, role: .header)
        }
        rows.append(
            Table.Row(
                index.map { Table.Cell([FormStyle.indexCell($0)], verticalAlignment: .middle) }, role: .header
            ))
        let last = self.rows.count - 1
        for (place, row) in self.rows.enumerated() {
            // The last rows go to the next page with the signatures, so that neither these nor the total stand there alone.
            let isKept = place >= last - 1
            rows.append(
                Table.Row(
                    row.cells.enumerated().map { column, text in
                        Table.Cell(
                            [cell(text, row, columns[column], isKept: isKept && column == 0)],
                            verticalAlignment: .middle)
                    }))
        }
        // Word processors keep only rows together: so words and signatures are rows of the table, without lines.
        var lines = Edges<Border?>(nil)
        lines.top = .thin
        if let words {
            let text = Block.paragraph(
                Paragraph(
                    "(Bằng chữ: \(words))", style: FormStyle.amountInWords.rawValue,
                    format: ParagraphFormat(keepsWithNext: true)))
            rows.append(Table.Row([Table.Cell([text], columnSpan: columns.count, borders: lines)]))
            lines.top = nil
        }
        let signers = [FormStyle.afterTable(""), .table(foot(room - 2)), FormStyle.afterTable("")]
        rows.append(Table.Row([Table.Cell(signers, columnSpan: columns.count, borders: lines)]))
        return Table(
            columns: widths.map { .millimetres($0) }, grid: .thin,
            cellPadding: Table.Padding(sides: .millimetres(1), aboveAndBelow: .millimetres(0.8)), rows: rows)
    }

    private func cell(_ text: String, _ row: Row, _ column: Column, isKept: Bool) -> Block {
        if isKept { return FormStyle.keptCell(text) }
        let style: FormStyle =
            switch (column, row.isBold) {
            case (.order, true), (.term, true): .boldCentredCell
            case (.order, false), (.term, false): .centredCell
            case (.figure, true): .boldNumberCell
            case (.figure, false): .numberCell
            case (_, true): .boldTextCell
            case (_, false): .textCell
            }
        guard row.isItalic else { return style(text) }
        return .paragraph(
            Paragraph(
                style: style.rawValue,
                runs: text.isEmpty ? [] : [Run(text, format: CharacterFormat(slant: .italic))]))
    }

    /// Who signs, side by side; the last under the place and the day.
    private func foot(_ room: Double) -> Table {
        let width = room / Double(max(1, signatures.count))
        let cells = signatures.enumerated().map { index, signature in
            let date = FormStyle.placeAndDate(index == signatures.count - 1 ? placeAndDate : "")
            return Table.Cell([
                date, FormStyle.authority(signature.title), FormStyle.signerName(signature.name ?? ""),
            ])
        }
        return Table(columns: signatures.map { _ in .millimetres(width) }, rows: [Table.Row(cells)])
    }
}
