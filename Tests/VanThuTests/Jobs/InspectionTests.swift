import Diagnostics
import FoundationEssentials
import TemplateLanguage
import TestSupport
import Testing
import VanThu

@Suite struct Inspections {
    private let filters = [
        HostFilter("nhan_doi", alias: "double", takes: .number, summary: Wording("nhân đôi", en: "twice")) {
            value, _ in value
        }, HostFilter("ma_vung", summary: Wording("mã vùng", en: "area code")) { value, _ in value },
    ]

    @Test func `filters of a program are listed with what they do, and tell what they take`() throws {
        try withScratchFolder { folder in
            let path = folder.appending(path: "m.docx").path
            try Data(minimalDocument("{x | nhan_doi} {v | ma_vung}")).write(
                to: folder.appending(path: "m.docx"))
            let text = try Clerk.inspect(path, filters: filters, in: .english)
            #expect(
                text.hasSuffix(
                    "\nFilters of the program's own:\n  nhan_doi, double  twice\n  ma_vung  area code\n"))
            let vietnamese = try Clerk.inspect(path, filters: filters, in: .vietnamese)
            #expect(vietnamese.contains("\nBộ lọc riêng của chương trình:\n  nhan_doi, double  nhân đôi\n"))
            let schema = try Clerk.inspectionSchema(of: path, filters: filters)
            #expect(schema.contains("\"number\""))
            let failure = #expect(throws: Failure.self) { try Clerk.inspect(path, in: .english) }
            #expect(
                failure?.diagnostics.map(\.code) == ["template.unknown-filter", "template.unknown-filter"])
        }
    }

    @Test func `without such filters nothing is said of them`() throws {
        try withScratchFolder { folder in
            try Data(minimalDocument("{x}")).write(to: folder.appending(path: "m.docx"))
            let text = try Clerk.inspect(folder.appending(path: "m.docx").path, in: .english)
            #expect(!text.contains("Filters"))
        }
    }
}
