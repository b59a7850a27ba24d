internal import Checking
internal import Container
internal import Diagnostics
internal import DocumentTemplates
internal import Importing
internal import OfficeDocument
internal import Recognition
internal import Sheets
internal import TemplateLanguage
internal import Values
internal import VietnameseText
internal import XMLTree

/// What is fed with bytes.
///
/// A refusal is as good as an answer; a trap, a hang or bytes read outside their place are not.
enum FuzzTarget: String, CaseIterable {
    case zip, xml, yaml, json, jsonLines = "json-lines", csv, xlsx, ods, expression, template, templateODT =
        "template-odt", docx, odt, checker, mender, importer, number, pages, wholeFile = "whole-file"

    func run(_ bytes: [UInt8]) {
        do throws(Failure) { try read(bytes) } catch {
            // The sentences have to be made as well.
            _ = error.diagnostics.map { $0.text(in: .vietnamese) }
        }
    }

    private func read(_ bytes: [UInt8]) throws(Failure) {
        switch self {
        case .zip:
            let archive = try Archive(bytes: bytes, file: "a.zip", limits: .ofFuzzing)
            for entry in archive.entries { _ = try archive.contents(of: entry.name) }
        case .xml: _ = try Element(parsing: bytes, file: "a.xml")
        case .yaml: _ = try SourceNode(yaml: bytes, file: "a.yaml")
        case .json:
            _ = try SourceNode(json: bytes, file: "a.json")
            _ = try Value(json: bytes, file: "a.json")
        case .jsonLines:
            var lines = JSONLines(bytes: bytes, file: "a.jsonl")
            while try lines.next() != nil {}
        case .csv:
            var rows = try CSVRows(bytes: bytes, file: "a.csv")
            while try rows.next() != nil {}
        case .xlsx: try readWorkbook(FuzzPackage.workbook(sheet: bytes))
        case .ods: try readWorkbook(FuzzPackage.openDocument(content: bytes, type: "spreadsheet"))
        case .expression: try fill(FuzzPackage.word(paragraph: bytes))
        case .template: try fill(FuzzPackage.word(document: bytes))
        case .templateODT: try fill(FuzzPackage.openDocument(content: bytes, type: "text"))
        case .docx: _ = try document(FuzzPackage.word(document: bytes))
        case .odt: _ = try document(FuzzPackage.openDocument(content: bytes, type: "text"))
        case .checker: _ = OfficialCheck(of: try document(FuzzPackage.word(document: bytes)))
        case .mender: _ = try Mending(of: try FuzzPackage.word(document: bytes), named: "a.docx")
        case .importer:
            let read = RecognisedDocument(of: try document(FuzzPackage.word(document: bytes)))
            _ = try ImportedDocument(read)
        case .number: _ = try? TypedNumber(parsing: String(decoding: bytes, as: UTF8.self))
        case .pages: FuzzSite.ask(bytes)
        case .wholeFile:
            _ = try Mending(of: bytes, named: "a.docx")
            try readWorkbook(bytes)
        }
    }

    private func document(_ bytes: [UInt8]) throws(Failure) -> ReadDocument {
        try ReadDocument.reading(Archive(bytes: bytes, file: "a.docx", limits: .ofFuzzing)).value
    }

    private func readWorkbook(_ bytes: [UInt8]) throws(Failure) {
        let workbook = try Workbook(bytes: bytes, file: "a.xlsx", limits: .ofFuzzing)
        for sheet in workbook.sheets {
            _ = try workbook.merges(ofSheet: sheet.name)
            var rows = try workbook.rows(ofSheet: sheet.name)
            while try rows.next() != nil {}
            var records = try SheetTable(
                workbook, sheet: sheet.name, columns: ["ten", "so"].map { TableColumn($0, [$0], kind: .any) })
            while try records.next() != nil {}
        }
    }

    private func fill(_ bytes: [UInt8]) throws(Failure) {
        let template = try Template(bytes: bytes, file: "a.docx")
        _ = try template.render(FuzzPackage.data, missing: .isBlank)
    }
}

extension Archive.Limits {
    /// Small, so that what unpacks to masses does not take the fuzzer's time.
    static let ofFuzzing = Archive.Limits(
        fileSize: 1 << 20, entryCount: 100, entrySize: 4 << 20, totalSize: 16 << 20)
}
