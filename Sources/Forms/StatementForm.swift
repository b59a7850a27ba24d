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

    /// The document as a template, for a table may be long: tags, which `tag` makes of what they say, stand in the place of the rows.
    ///
    /// Its data has the rows under `rowsTag`, each with `tag(ofColumn:)` for its cells and `tag(ofLook:)` for how it looks.
    package func document(tag: (String) -> String) -> Document {
        let profile = FormatProfile.decree30
        let terms = FormTerms(.attachment, by: profile)
        let sizes = profile.usualSizes
        let number = Paragraph(style: FormStyle.pageNumber.rawValue, runs: [Run([.pageNumber])])
        let points = FormStyles.cellSize(in: sizes)
        let page = page(terms.layout, points)
        let sections = [
            Section(
                name: "Biểu 1", page: page.page, header: Section.Header([number], firstPage: .empty),
                pageNumbering: .restarts(at: 1),
                blocks: blocks(widths(in: page.textWidth, points), page.textWidth, tag))
        ]
        return Document(
            properties: Document.Properties(title: title),
            defaults: Document.Defaults(
                font: profile.font, size: terms.format(of: .body)?.size(in: sizes) ?? 14),
            styles: FormStyles(terms: terms, sizes: sizes).all(used: Form.styles(in: sections)),
            sections: sections)
    }

    // MARK: - Rows of one look

    /// How the cells of a row look; rows of one look come of one row of the template.
    package struct Look: Hashable, Sendable {
        fileprivate let isBold: Bool
        fileprivate let isItalic: Bool
        /// Whether it goes to the next page with the row below.
        fileprivate let isKept: Bool
    }

    package static let rowsTag = "dong"
    package static func tag(ofColumn column: Int) -> String { "cot\(column)" }
    package static func tag(ofLook look: Int) -> String { "kieu\(look)" }

    /// The looks that rows have, in the order of the template.
    package var looks: [Look] {
        var looks: [Look] = []
        for place in rows.indices where !looks.contains(look(ofRow: place)) {
            looks.append(look(ofRow: place))
        }
        return looks
    }

    package func look(ofRow place: Int) -> Look {
        // The last rows go to the next page with the signatures, so that neither these nor the total stand there alone.
        Look(isBold: rows[place].isBold, isItalic: rows[place].isItalic, isKept: place >= rows.count - 2)
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
            var pieces: Set<String>
            switch kind {
            case .content: return 0
            case .order, .figure: pieces = Set(rows.map { $0.cells[column] } + [index[column]])
            case .words, .term: pieces = Set(rows.flatMap { words(of: $0.cells[column]) })
            }
            if kind != .order { pieces.formUnion(titleWords(column)) }
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

    private func blocks(_ widths: [Double], _ room: Double, _ tag: (String) -> String) -> [Block] {
        var blocks: [Block] = [.table(head(room)), FormStyle.appendixTitle(title)]
        if let reference { blocks.append(FormStyle.appendixReference("(\(reference))")) }
        blocks.append(FormStyle.unitOfMeasure("Đơn vị tính: \(unit)"))
        blocks.append(.table(table(widths, room, tag)))
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

    private func table(_ widths: [Double], _ room: Double, _ tag: (String) -> String) -> Table {
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
        rows += rowsOfLooks(tag)
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

    /// A row of the template for each look.
    private func rowsOfLooks(_ tag: (String) -> String) -> [Table.Row] {
        let looks = looks
        return looks.enumerated().map { index, look in
            let name = StatementForm.tag(ofLook: index)
            let opening = (index == 0 ? tag("#" + StatementForm.rowsTag) : "") + tag("#" + name)
            let closing = tag("/" + name) + (index == looks.count - 1 ? tag("/" + StatementForm.rowsTag) : "")
            return Table.Row(
                columns.indices.map { column in
                    let text =
                        (column == 0 ? opening : "") + tag(StatementForm.tag(ofColumn: column))
                        + (column == columns.count - 1 ? closing : "")
                    return Table.Cell([cell(text, look, column)], verticalAlignment: .middle)
                })
        }
    }

    private func cell(_ text: String, _ look: Look, _ column: Int) -> Block {
        if look.isKept, column == 0 { return FormStyle.keptCell(text) }
        let style: FormStyle =
            switch (columns[column], look.isBold) {
            case (.order, true), (.term, true): .boldCentredCell
            case (.order, false), (.term, false): .centredCell
            case (.figure, true): .boldNumberCell
            case (.figure, false): .numberCell
            case (_, true): .boldTextCell
            case (_, false): .textCell
            }
        guard look.isItalic else { return style(text) }
        return .paragraph(
            Paragraph(style: style.rawValue, runs: [Run(text, format: CharacterFormat(slant: .italic))]))
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
