import Diagnostics
import Sheets
import Testing

@Suite struct WorkbookRefusalTests {
    private func code(of bytes: [UInt8]) -> String? {
        do throws(Failure) {
            _ = try Workbook(bytes: bytes, file: "a.xlsx")
            return nil
        } catch { return error.diagnostics.first?.code }
    }

    @Test func `a file that is no workbook is named`() {
        #expect(code(of: Array("a,b\n1,2\n".utf8)) == "sheets.not-a-workbook")
        #expect(code(of: Array("<html><table></table></html>".utf8)) == "sheets.not-a-workbook")
        #expect(code(of: []) == "container.empty")
        #expect(code(of: zipped([("word/document.xml", "<a/>")])) == "sheets.not-a-workbook")
        #expect(code(of: CompoundFiles.file(of: "Workbook")) == "sheets.old-excel")
        #expect(code(of: CompoundFiles.file(of: "EncryptedPackage")) == "sheets.password")
        #expect(code(of: CompoundFiles.file(of: "WordDocument")) == "sheets.not-a-workbook")
    }

    @Test func `macros are refused, wherever they are`() {
        var book = HandMadeWorkbook("")
        book.extra = [("xl/vbaProject.bin", "x")]
        #expect(code(of: book.bytes) == "sheets.macros")
        book.extra = [("xl/khac.bin", "x")]
        book.extraLinks =
            "<Relationship Id=\"v\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"khac.bin\"/>"
        #expect(code(of: book.bytes) == "sheets.macros")
        book.extraLinks = ""
        #expect(code(of: book.bytes) == nil)
    }

    @Test func `a workbook without sheets, and one with a password of OpenDocument`() {
        var book = HandMadeWorkbook("")
        book.sheets = []
        #expect(code(of: book.bytes) == "sheets.no-sheets")
        var sheet = HandMadeSpreadsheet("")
        sheet.manifestEntries =
            "<m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry>"
        #expect(code(of: sheet.bytes) == "sheets.password")
        sheet.manifestEntries = "<m:file-entry m:full-path=\"content.xml\"/>"
        #expect(code(of: sheet.bytes) == nil)
        sheet.tables = ""
        #expect(code(of: sheet.bytes) == "sheets.no-sheets")
    }

    @Test func `a document type is refused`() {
        var book = HandMadeWorkbook("")
        book.sharedStrings = "<si><t>a</t></si>"
        var parts = book.parts
        for index in parts.indices where parts[index].0.hasSuffix("sharedStrings.xml") {
            parts[index].1 = "<!DOCTYPE sst [<!ENTITY a \"b\">]>" + parts[index].1
        }
        #expect(code(of: zipped(parts)) == "xml.doctype")
    }
}

/// A compound file of one stream, as small as one can be.
enum CompoundFiles {
    static func file(of name: String) -> [UInt8] {
        func half(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
        func word(_ number: UInt32) -> [UInt8] { half(UInt16(number & 0xFFFF)) + half(UInt16(number >> 16)) }
        let none: UInt32 = 0xFFFF_FFFE
        var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 16)
        file += half(0x3E) + half(3) + half(0xFFFE) + half(9) + half(6) + Array(repeating: 0, count: 10)
        file +=
            word(1) + word(1) + word(0) + word(4096) + word(none) + word(0) + word(none) + word(0) + word(0)
        file += (1..<109).flatMap { _ in word(0xFFFF_FFFF) }
        // The table of sectors, then the directory.
        file += word(0xFFFF_FFFD) + word(none) + Array(repeating: 0xFF, count: 504)
        for (entry, kind) in [("Root Entry", UInt8(5)), (name, 2)] {
            let units = entry.utf16.flatMap(half)
            file +=
                units + Array(repeating: 0, count: 64 - units.count) + half(UInt16(units.count + 2)) + [
                    kind, 1,
                ]
            file +=
                Array(repeating: 0xFF, count: 12) + Array(repeating: 0, count: 36) + word(none) + word(0)
                + word(0)
        }
        return file + Array(repeating: 0, count: 256)
    }
}
