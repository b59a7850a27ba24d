internal import Container
public import Diagnostics
internal import DocumentTemplates
internal import Files
internal import Forms
internal import OfficeDocument
internal import OfficePackage
public import Planning
internal import Printing
internal import Sheets
internal import Values

extension Clerk {
    /// Makes forms of figures (biểu) of a year's estimate, in every format asked for: `du-toan-2026-theo-nguon.docx`.
    ///
    /// `names` are those of shipped forms, or of the workspace's own in `bieu/`. Throws the faults of the workspace, and `planning.unknown-form`.
    public func produce(
        forms names: [String], year: Int, upTo period: ReportingPeriod? = nil, from workspace: String,
        environment: [String: String]
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            let read = try Workspace.reading(
                folder: workspace, leaving: [.log, .report], for: purpose == .preview ? .preview : .document)
            var warnings = read.warnings
            var tables: [FormTable] = []
            for name in names {
                let table = try read.value.formTable(name, year: year, upTo: period)
                warnings += table.warnings.filter { !warnings.contains($0) }
                tables.append(table.value)
            }
            return try publish(
                tables.map { ("du-toan-\(period?.code ?? "\(year)")-\($0.name)", $0) }, telling: warnings,
                environment)
        }
    }

    /// The forms that the estimates of a workspace can be shown in, one a line.
    public static func formList(of workspace: String) throws(Failure) -> String {
        let read = try Workspace.reading(folder: workspace, leaving: [.log, .report])
        return read.value.tableForms.map { "\($0.name)\t\($0.title)\n" }.joined()
    }

    /// Makes tables of a period's figures, in every format asked for: `bao-cao-2026-Q1-theo-don-vi.docx`.
    ///
    /// Throws the faults of the workspace, and `planning.unknown-form`.
    public func produce(
        tables names: [String], of period: ReportingPeriod, _ days: ReportDays, from workspace: String,
        environment: [String: String]
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            let read = try Workspace.reading(
                folder: workspace, for: purpose == .preview ? .preview : .document)
            var warnings = read.warnings
            var tables: [FormTable] = []
            for name in names {
                guard Clerk.reportTableNames.contains(name) else {
                    throw Failure(.unknownForm(name, known: Clerk.reportTableNames))
                }
                let table = try read.value.unitTable(
                    of: period, cutOff: days == .ofTheCalendar ? .calendar : nil)
                warnings += table.warnings
                tables.append(table.value)
            }
            return try publish(
                tables.map { ("bao-cao-\(period.code)-\($0.name)", $0) }, telling: warnings, environment)
        }
    }

    /// The tables that a report's figures can be shown in.
    public static var reportTableNames: [String] { Workspace.reportTables.map(\.name) }

    /// Tables as files, which appear together or not at all.
    func publish(
        _ tables: [(name: String, table: FormTable)], telling warnings: [Diagnostic],
        _ environment: [String: String]
    ) throws(Failure) -> Reported<[WrittenFile]> {
        var publication = Publication(existing: existing)
        let files = try stage(tables, in: &publication, environment)
        return Reported(files, warnings: try publication.publish(telling: warnings))
    }

    /// Makes the files of tables, which a publication then puts in their places.
    func stage(
        _ tables: [(name: String, table: FormTable)], in publication: inout Publication,
        _ environment: [String: String]
    ) throws(Failure) -> [WrittenFile] {
        let printer = formats.contains(.pdf) ? try LibreOffice(in: environment) : nil
        var files: [WrittenFile] = []
        for (name, table) in tables {
            // A workbook alone needs no document.
            lazy var statement = StatementForm(table)
            let stem = purpose == .preview ? "xem-truoc-\(name)" : name
            for format in formats {
                let target = path(of: "\(stem).\(format.rawValue)", in: folder)
                if let office = format.office {
                    let count = try statement.template(as: office, file: target).render(
                        statement.data, into: &publication, at: target)
                    files.append(WrittenFile(path: target, byteCount: count))
                    continue
                }
                let bytes: [UInt8]
                if format == .xlsx {
                    bytes = try [table.sheet].workbook()
                } else {
                    guard let printer else { preconditionFailure("PDF needs a printer, which was opened") }
                    let document = try statement.template(as: .docx, file: target).render(statement.data)
                    let source = LibreOffice.Document(name: target, fileExtension: "docx", bytes: document)
                    bytes = try printer.pdfs(of: [source]).first ?? []
                }
                try publication.stage(bytes, at: target)
                files.append(WrittenFile(path: target, byteCount: bytes.count))
            }
        }
        return files
    }
}

extension StatementForm {
    /// The table as documents print it.
    init(_ table: FormTable) {
        self.init(
            title: table.title, number: table.number, reference: table.reference, unit: table.unit,
            agency: table.agency, superior: table.superior, columns: table.columns.map { Column($0.kind) },
            heads: table.heads.map { heads in
                heads.map { Head($0.text, column: $0.column, columns: $0.columns, rows: $0.rows) }
            }, index: table.index,
            rows: table.rows.map { row in
                Row(
                    row.cells.map(\.text), isBold: row.kind == .group || row.kind == .total,
                    isItalic: row.kind == .memo || row.kind == .note)
            }, words: table.words,
            signatures: table.signatures.map { Signature(title: $0.title, name: $0.name) },
            placeAndDate: table.placeAndDate)
    }

    fileprivate func template(as format: OfficeFormat, file: String) throws(Failure) -> Template {
        let tags = Delimiters.untyped
        return try Template(
            document { tags.opening + $0 + tags.closing }, as: format, file: file, delimiters: tags)
    }

    /// What the tags of the template say.
    fileprivate var data: Value {
        let looks = looks
        let shape = Shape(looks.indices.map(Self.tag(ofLook:)) + columns.indices.map(Self.tag(ofColumn:)))
        var lines: [Value] = []
        lines.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() {
            let own = look(ofRow: place)
            lines.append(
                .record(
                    Record(
                        shape: shape, values: looks.map { .boolean($0 == own) } + row.cells.map { .text($0) })
                ))
        }
        return [Self.rowsTag: .list(lines)]
    }
}

extension StatementForm.Column {
    fileprivate init(_ kind: FormTable.Column.Kind) {
        self =
            switch kind {
            case .order: .order
            case .content: .content
            case .words: .words
            case .term: .term
            case .figure: .figure
            }
    }
}
