import Container
import Diagnostics
import Foundation
import Planning
import TestSupport
import Testing

/// The book of payments in each kind of file that people keep it in.
@Suite struct PaymentFileTests {
    private static let rows = [
        ["Ngày", "Nội dung chi", "Nguồn", "Số tiền", "Chứng từ"], ["10/2/2026", "bai", "", "5000000", "01"],
        ["31/3/2026", "Thuê xe", "XHH", "1,5tr", "02"],
        ["1/4/2026", "thuê xe", "Ngân sách tỉnh", "2000000", "03"],
    ]

    private static let estimate = """
        nam: 2026
        nguon: [{ma: NST, ten: Ngân sách tỉnh}, {ma: XHH, ten: Xã hội hóa}]
        muc:
          - {ma: bai, noi_dung_chi: "Viết tin, bài", dvt: bài, so_luong: 100, don_gia: 150000, nguon: NST, noi_dung: tap-huan}
          - {noi_dung_chi: Thuê xe, dvt: xe, so_luong: 2, he_so: [3 ngày], don_gia: 1000000, nguon: [{nguon: NST, so_tien: 4000000}, {nguon: XHH, so_tien: 2000000}], noi_dung: tap-huan}

        """

    private static var openDocument: [UInt8] {
        let lines = rows.map { cells in
            let written = cells.map { text in
                if text.isEmpty { return "<table:table-cell/>" }
                guard Int(text) != nil, text.first != "0" else {
                    return
                        "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
                }
                return
                    "<table:table-cell office:value-type=\"float\" office:value=\"\(text)\"><text:p>\(text)</text:p></table:table-cell>"
            }
            return "<table:table-row>\(written.joined())</table:table-row>"
        }
        let names = ["office", "table", "text"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        var writer = ArchiveWriter()
        for (name, text) in [
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "content.xml",
                "<office:document-content \(names.joined(separator: " "))><office:body><office:spreadsheet><table:table table:name=\"Giải ngân\">\(lines.joined())</table:table></office:spreadsheet></office:body></office:document-content>"
            ),
            (
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"></m:manifest>"
            ),
        ] { writer.add(name, bytes: Array(text.utf8)) }
        return (try? writer.bytes()) ?? []
    }

    private static var yaml: String {
        "giai_ngan:\n"
            + rows.dropFirst().map { row in
                let source = row[2].isEmpty ? "" : "nguon: \(row[2]), "
                return
                    "  - {ngay: \(row[0]), muc: \(row[1]), \(source)so_tien: \"\(row[3])\", chung_tu: \"\(row[4])\"}\n"
            }.joined()
    }

    private static func bytes(of name: String, _ change: (String) -> String = { $0 }) throws -> [UInt8] {
        switch name {
        case "giai-ngan.xlsx": try workbook(rows.map { $0.map(change) }, sheet: "Giải ngân")
        case "giai-ngan.ods": openDocument
        case "giai-ngan.csv":
            Array(change(rows.map { $0.joined(separator: ";") }.joined(separator: "\n")).utf8)
        default: Array(change(yaml).utf8)
        }
    }

    /// A starter workspace with this book beside its estimate.
    private func read(_ name: String, _ book: [UInt8]) throws -> Reported<Workspace> {
        try withScratchFolder { folder in
            for file in StarterWorkspace.files {
                let path = folder.appending(path: file.name)
                try FileManager.default.createDirectory(
                    at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
                let letter = file.contents.split(separator: "to_trinh:").dropFirst().joined()
                var text = file.contents
                if file.name.hasPrefix("du-toan") { text = Self.estimate + "to_trinh:\(letter)" }
                if file.name == "ke-hoach.yaml" {
                    text = text.replacing("kinh_phi: {2026: 12000000}", with: "")
                }
                try Data(text.utf8).write(to: path)
            }
            try Data(book).write(to: folder.appending(path: name))
            return try Workspace.reading(folder: folder.path)
        }
    }

    static let names = ["giai-ngan.xlsx", "giai-ngan.ods", "giai-ngan.yaml", "giai-ngan.csv"]

    @Test(arguments: names) func `the book says the same in every kind of file`(name: String) throws {
        let workspace = try read(name, Self.bytes(of: name)).value
        let quarter = try workspace.formTable("giai-ngan", year: 2026, upTo: ReportingPeriod("2026-Q1")).value
        let rows = quarter.rows.map { $0.cells.dropFirst(1).map(\.text) }
        #expect(
            rows.first { $0[0] == "Viết tin, bài" }?.dropFirst().prefix(4) == [
                "15.000.000", "5.000.000", "10.000.000", "33,3%",
            ])
        #expect(
            rows.first { $0[0] == "Thuê xe" }?.dropFirst().prefix(4) == [
                "6.000.000", "1.500.000", "4.500.000", "25,0%",
            ])
        let year = try workspace.formTable("giai-ngan", year: 2026).value
        let car = year.rows.map { $0.cells.dropFirst(1).map(\.text) }.first { $0[0] == "Thuê xe" }
        #expect(car?.dropFirst().prefix(4) == ["6.000.000", "3.500.000", "2.500.000", "58,3%"])
    }

    @Test(arguments: ["giai-ngan.xlsx", "giai-ngan.yaml", "giai-ngan.csv"])
    func `a payment of no item is told at its place in every kind of file`(name: String) throws {
        let book = try Self.bytes(of: name) { $0.replacing("bai", with: "báo cáo") }
        let failure = #expect(throws: Failure.self) { try read(name, book) }
        let fault = failure?.diagnostics.first { $0.code == "planning.unknown-paid-item" }
        let place = fault?.location.text(in: .vietnamese) ?? ""
        #expect(
            place.contains(name) && place.contains(name.hasSuffix("xlsx") ? "Giải ngân!B2" : ":2"), "\(place)"
        )
    }

    @Test func `every row of the book with a cell that cannot be read is told`() throws {
        var rows = Self.rows
        rows[1][3] = "#REF!"
        rows[3][3] = "nhiều"
        let failure = try #require(
            #expect(throws: Failure.self) {
                try read("giai-ngan.xlsx", try workbook(rows, sheet: "Giải ngân"))
            })
        let told = failure.diagnostics.filter { $0.location.file?.hasSuffix("xlsx") == true }
        #expect(told.map(\.code) == ["sheets.error-value", "text.number-unreadable"])
    }
}
