internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VanThu

/// The document that a workspace was made of, with what was said of it: kept beside the workspaces under the same name.
struct ImportRecord: Sendable {
    let workspace: String
    let folder: String
    /// As its person calls the file.
    let name: String
    /// How many units of text the document made again has in common with it, and how many differ; nil where it could not be made.
    let comparison: (alike: Int, different: Int)?
    let remarks: [Remark]

    struct Remark: Sendable {
        let severity: Severity
        let message: Wording
        let fix: Wording?
        let location: Location
    }

    /// The document as it came.
    var file: String { "\(folder)/goc.\(nameParts(name).ending)" }

    static func root(_ site: Site) -> String { "\(site.ownFolder)/nhap" }

    /// The record of a workspace; nil where it was made otherwise.
    init?(of workspace: String, on site: Site) {
        let folder = "\(Self.root(site))/\(workspace)"
        guard let bytes = OwnFiles.bytes(of: "\(folder)/ghi.json"),
            case .record(let record)? = try? Value(json: bytes, file: workspace),
            case .text(let name)? = record["ten"], case .list(let items)? = record["nhan_xet"]
        else { return nil }
        self.workspace = workspace
        self.folder = folder
        self.name = name
        if let alike = record.count("giong"), let different = record.count("khac") {
            comparison = (alike, different)
        } else {
            comparison = nil
        }
        remarks = items.compactMap { item in
            guard case .record(let remark) = item else { return nil }
            return Remark(remark)
        }
    }

    /// Keeps what an import came to; the document is in the folder already.
    static func keep(_ result: ImportResult, _ diagnostics: [Diagnostic], of name: String, in folder: String)
        throws(Failure)
    {
        var entries: [(String, Value)] = [
            ("ten", .text(name)), ("nhan_xet", .list(diagnostics.map(Remark.value(of:)))),
        ]
        if let comparison = result.comparison {
            entries.append(("giong", .number(Decimal(comparison.alike))))
            entries.append(("khac", .number(Decimal(comparison.different))))
        }
        try OwnFiles.write(Value.record(Record(entries)).json(.indented), to: "\(folder)/ghi.json")
    }
}

extension ImportRecord.Remark {
    fileprivate init?(_ record: Record) {
        guard
            let severity = [Severity.error, .warning, .note].first(where: { $0.word == record.text("muc") }),
            let message = record.text("loi"), let english = record.text("loi_en")
        else { return nil }
        self.severity = severity
        self.message = Wording(message, en: english)
        fix = record.text("sua").map { Wording($0, en: record.text("sua_en") ?? $0) }
        guard let part = record.text("phan"), let number = record.count("doan") else {
            location = .file("")
            return
        }
        var cell: Location.Cell?
        if let table = record.count("bang"), let row = record.count("hang"), let column = record.count("cot")
        {
            cell = Location.Cell(table: table, row: row, column: column)
        }
        location = .paragraph(
            file: "", part: part, number: number, excerpt: record.text("trich") ?? "", cell: cell)
    }

    fileprivate static func value(of diagnostic: Diagnostic) -> Value {
        var entries: [(String, Value)] = [
            ("muc", .text(diagnostic.severity.word)), ("loi", .text(diagnostic.message.vietnamese)),
            ("loi_en", .text(diagnostic.message.english)),
        ]
        if let fix = diagnostic.fix {
            entries += [("sua", .text(fix.vietnamese)), ("sua_en", .text(fix.english))]
        }
        if case .paragraph(_, let part, let number, let excerpt, let cell) = diagnostic.location {
            entries += [("phan", .text(part)), ("doan", .number(Decimal(number))), ("trich", .text(excerpt))]
            if let cell {
                entries += [
                    ("bang", .number(Decimal(cell.table))), ("hang", .number(Decimal(cell.row))),
                    ("cot", .number(Decimal(cell.column))),
                ]
            }
        }
        return .record(Record(entries))
    }
}

extension Severity {
    /// What it is called in a record.
    fileprivate var word: String {
        switch self {
        case .error: "loi"
        case .warning: "canh-bao"
        case .note: "luu-y"
        }
    }
}

extension Record {
    fileprivate func text(_ name: String) -> String? {
        guard case .text(let text)? = self[name] else { return nil }
        return text
    }

    fileprivate func count(_ name: String) -> Int? {
        guard case .number(let number)? = self[name] else { return nil }
        return Int("\(number)")
    }
}
