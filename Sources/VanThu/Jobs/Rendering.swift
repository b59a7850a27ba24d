internal import Batches
public import Container
public import Diagnostics
public import DocumentTemplates
internal import Files
internal import OfficePackage
internal import Printing
public import TemplateLanguage
internal import Values
public import VietnameseText

extension Clerk {
    /// How a template is filled.
    public struct Filling: Hashable, Sendable {
        public var delimiters: Delimiters?
        public var missing: MissingValue
        /// A file whose rows the template goes through under a name of its own, beside the other data.
        public var rows: NamedRows?
        /// What becomes of the template's macros.
        public var macros: ResultKind.Macros
        /// The day that `{hom_nay}` stands for, unless the data have that name; without one the tag is a fault.
        public var today: CalendarDate?

        public init(
            delimiters: Delimiters? = nil, missing: MissingValue = .isAnError, rows: NamedRows? = nil,
            macros: ResultKind.Macros = .dropped, today: CalendarDate? = nil
        ) {
            self.today = today
            self.macros = macros
            self.delimiters = delimiters
            self.missing = missing
            self.rows = rows
        }
    }

    /// A CSV or JSON Lines file and the name a template has for its rows.
    public struct NamedRows: Hashable, Sendable {
        /// What the rows are called unless the user names them: `dong`.
        public static let usualName = "dong"

        public let name: String
        public let file: String

        public init(name: String = NamedRows.usualName, file: String) {
            self.name = name
            self.file = file
        }
    }

    /// Fills any template with the data of a YAML, JSON or CSV file.
    ///
    /// Pictures are looked for beside the data, other templates beside the template.
    /// The result is of the template's format and of the kind that the ending of `output` says, or a PDF when that is `.pdf`. Rows of a CSV or JSON Lines file are the list `dong`, and
    /// `{#.}`; they are read one at a time, so that a table may be of any length. Of a template laid out as the shipped forms are, what `check`
    /// would find in the result on that day is told with the warnings.
    public static func render(
        _ template: String, with dataFile: String, _ filling: Filling = Filling(), to output: String,
        existing: Publication.Existing = .kept, environment: [String: String], today: CalendarDate? = nil
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            let wanted = WrittenFile(path: output, byteCount: 0).fileExtension
            var collected = CollectedDiagnostics()
            let printer =
                wanted == OutputFormat.pdf.rawValue
                ? collected.attempt { () throws(Failure) in try LibreOffice(in: environment) } : nil
            let values = collected.attempt { () throws(Failure) in
                try RenderingData(opening: dataFile, rows: filling.rows)
            }
            let kind = ResultKind(fileExtension: wanted, macros: filling.macros)
            let compiled = collected.attempt { () throws(Failure) in
                try Template(
                    opening: template, delimiters: filling.delimiters,
                    includes: .folder(of: template).without(output), as: kind ?? .document)
            }
            if compiled == nil, let values { collected.addFaults(filling: template, with: values, filling) }
            if let compiled, printer == nil, wanted != OutputFormat.pdf.rawValue,
                kind?.format != compiled.format
            {
                collected.add(.otherFormat(output, template: compiled))
            }
            collected.addObstacles(to: [output], existing: existing)
            try collected.throwErrors()
            guard let values, let compiled else { preconditionFailure("a step without a result has failed") }
            let data = OfficialHead.completing(values.value, for: compiled).named(for: compiled).on(
                filling.today)
            let resources = values.pictures
            var publication = Publication(existing: existing)
            if let printer {
                let bytes = try compiled.render(
                    data, rows: values.rows, missing: filling.missing, pictures: resources)
                let document = LibreOffice.Document(
                    name: output, fileExtension: compiled.format.rawValue, bytes: bytes)
                let pdf = try printer.pdfs(of: [document])[0]
                try publication.stage(pdf, at: output)
                return Reported(
                    [WrittenFile(path: output, byteCount: pdf.count)],
                    warnings: try publication.publish(
                        telling: compiled.warnings + compiled.findings(in: bytes, at: output, today)))
            }
            let size = try compiled.render(
                data, rows: values.rows, missing: filling.missing, pictures: resources, into: &publication,
                at: output)
            var warnings = try publication.publish(telling: compiled.warnings)
            if size <= MadeDocument.byteLimit, compiled.isOfficial,
                let bytes = try? InputFile.bytes(ofFileAt: output, limit: MadeDocument.byteLimit)
            {
                warnings += compiled.findings(in: bytes, at: output, today)
            }
            return Reported([WrittenFile(path: output, byteCount: size)], warnings: warnings)
        }
    }
}

extension CollectedDiagnostics {
    /// Adds what is wrong with the data of a template whose single tags have faults, which need not be mended first.
    fileprivate mutating func addFaults(
        filling template: String, with values: RenderingData, _ filling: Clerk.Filling
    ) {
        guard
            let draft = Template.draft(
                opening: template, delimiters: filling.delimiters, includes: .folder(of: template))
        else { return }
        let data = OfficialHead.completing(values.value, for: draft).named(for: draft).on(filling.today)
        do throws(Failure) {
            _ = try draft.render(data, rows: values.rows, missing: filling.missing, pictures: values.pictures)
        } catch { for diagnostic in error.diagnostics { add(diagnostic) } }
    }
}

extension Value {
    /// The data with that day as `hom_nay`, unless they have it.
    fileprivate func on(_ today: CalendarDate?) -> Value {
        guard let today, case .record(let record) = self else { return self }
        let missing = ["hom_nay", "today"].filter { record[$0] == nil }
        let fields = Array(zip(record.shape.names, record.values)) + missing.map { ($0, .date(today)) }
        return .record(Record(fields.map { ($0.0, $0.1) }))
    }
}

extension Template {
    /// Whether it is laid out as the shipped forms are.
    fileprivate var isOfficial: Bool { OfficialHead.profile(for: self) != nil }

    /// What `check` finds in a document made from it, by the settings that lie near the document.
    fileprivate func findings(in bytes: [UInt8], at path: String, _ today: CalendarDate?) -> [Diagnostic] {
        judging(near: path, on: today)?(bytes, path) ?? []
    }

    /// The same for many documents in one place; nil where they are not judged.
    func judging(near path: String, on today: CalendarDate?) -> Batch.NamedTemplate.Judging? {
        guard isOfficial, let terms = try? ReadCheckTerms(Clerk.CheckTerms(), for: [path]) else { return nil }
        let settings = terms.settings(for: path)
        return { bytes, name in MadeDocument(bytes: bytes, path: name).findings(settings, today: today) }
    }
}

/// What a template is filled with: data in memory, and files whose rows are read when their turn comes.
private struct RenderingData {
    let value: Value
    let rows: [String: RowSource]
    let pictures: Resources

    /// Opens each file once, so that what is wrong with it is told with the template's faults.
    init(opening path: String, rows named: Clerk.NamedRows?) throws(Failure) {
        pictures = .folder(of: path)
        var rows: [String: RowSource] = [:]
        if path != "-", let source = try RowSource(ofFileAt: path) {
            _ = try source.opened()
            rows = [Clerk.NamedRows.usualName: source, ".": source]
            value = [:]
        } else {
            value = try Value(opening: path)
        }
        if let named {
            let source = try named.source()
            if rows[named.name] != nil || value.has([named.name]) {
                throw Failure(.rowsTwice(named, data: path))
            }
            rows[named.name] = source
        }
        self.rows = rows
    }
}

extension Clerk.NamedRows {
    /// The rows; throws when the file cannot be opened, or is no list of rows.
    fileprivate func source() throws(Failure) -> RowSource {
        guard let source = try RowSource(ofFileAt: file) else { throw Failure(.noRows(file)) }
        _ = try source.opened()
        return source
    }

    /// The data, and the rows as a list in them; throws what is wrong with the rows, or that the data have their name.
    func added(to value: Value, of path: String?) throws(Failure) -> Value {
        let rows = try source().all()
        var fields: [(String, Value)] = []
        switch value {
        case .record(let record): fields = Array(zip(record.shape.names, record.values)).map { ($0, $1) }
        case .list: fields = [(Clerk.NamedRows.usualName, value), (".", value)]
        case .null, .boolean, .number, .date, .text: break
        }
        if let path, fields.contains(where: { $0.0 == name }) { throw Failure(.rowsTwice(self, data: path)) }
        return .record(Record(fields + [(name, .list(rows))]))
    }
}

extension Diagnostic {
    /// Whichever were taken, the other would be missed in silence.
    fileprivate static func rowsTwice(_ rows: Clerk.NamedRows, data: String) -> Diagnostic {
        .error(
            "data.rows-twice", at: .file(rows.file), "“\(rows.name)” có cả ở tệp này lẫn ở \(data)",
            en: "“\(rows.name)” is both in this file and in \(data)",
            fix: "bỏ “\(rows.name)” ở \(data), hoặc đặt tên khác cho các dòng: --rows TÊN=TỆP",
            en: "take “\(rows.name)” out of \(data), or give the rows another name: --rows NAME=FILE")
    }

    fileprivate static func noRows(_ file: String) -> Diagnostic {
        .error(
            "data.not-rows", at: .file(file), "tệp này không phải danh sách các dòng",
            en: "this file is no list of rows", fix: "dùng tệp .csv hoặc .jsonl (mỗi dòng một mục)",
            en: "use a .csv or a .jsonl file, one record a line")
    }

    fileprivate static func otherFormat(_ output: String, template: Template) -> Diagnostic {
        let format = template.format.rawValue
        return .error(
            "output.other-format", at: .file(output),
            "mẫu là .\(format), nên kết quả phải là .\(format) hoặc .pdf",
            en: "the template is a .\(format), so the result has to be a .\(format) or a .pdf",
            fix: "đổi đuôi của tệp kết quả", en: "change the extension of the output file")
    }
}

extension Value {
    /// The data as a template is filled with them: a list by itself has the names that the rows of a file have.
    func named(for template: Template) -> Value {
        let name = Clerk.NamedRows.usualName
        guard case .list = self, template.paths.contains(where: { $0.first == name }) else { return self }
        return .record(Record([(name, self), (".", self)]))
    }
}
