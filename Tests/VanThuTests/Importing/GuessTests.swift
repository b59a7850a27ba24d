import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThu

/// Whatever an import guessed, moved or did not find has a mark at its line of the workspace and an entry in what is told.
@Suite struct ImportGuesses {
    /// The marks of a workspace, each with the line below it, and the codes of what was told.
    private func marks(_ bytes: [UInt8], _ terms: ImportTerms = ImportTerms()) throws -> (
        marks: [(text: String, line: String)], told: [Diagnostic]
    ) {
        try withScratchFolder { folder in
            let result = try imported([("van-ban.docx", bytes)], in: folder, terms)
            var marks: [(text: String, line: String)] = []
            let workspace = folder.appending(path: "ho-so")
            for name in try FileManager.default.contentsOfDirectory(atPath: workspace.path).sorted()
            where name.hasSuffix(".yaml") {
                let lines = try String(contentsOf: workspace.appending(path: name), encoding: .utf8).split(
                    separator: "\n"
                ).map { $0.drop { $0 == " " } }
                for (line, next) in zip(lines, lines.dropFirst() + [""]) where line.hasPrefix("# ") {
                    marks.append((String(line.dropFirst(2)), String(next)))
                }
            }
            return (marks, result.warnings)
        }
    }

    private static let told: Set<String> = ["import.guess", "import.not-found", "import.year-left"]

    @Test func `each mark has its entry, and each entry its mark`() throws {
        let papers: [(paper: [UInt8], terms: ImportTerms)] = [
            (try OfficePaper.plan(), ImportTerms()),
            (
                try OfficePaper.plan([
                    "1. Tuyên truyền", "a) Mục tiêu", "Nâng cao nhận thức.", "b) Nhiệm vụ", "Viết tin, bài.",
                ]), ImportTerms()
            ), (try OfficePaper.plan(["Tiếp tục kết quả năm 2024."]), ImportTerms(year: 2027)),
            (try OfficePaper.plan([OfficePaper.table([["Khẩu hiệu: Vì nhân dân phục vụ."]])]), ImportTerms()),
            (try OfficePaper.plan(behind: ["DANH SÁCH LỚP", "1. Lớp thứ nhất"]), ImportTerms()),
        ]
        for (paper, terms) in papers {
            let found = try marks(paper, terms)
            let told = found.told.filter { Self.told.contains("\($0.code)") }
            #expect(
                found.marks.count == told.count, "\(found.marks) \(told.map { $0.text(in: .vietnamese) })")
            // Every mark stands above what it speaks of.
            #expect(found.marks.allSatisfy { !$0.line.isEmpty && !$0.line.hasPrefix("#") })
        }
    }

    @Test func `a guess is told with its paragraph and its words, and stands in the workspace`() throws {
        let found = try marks(
            OfficePaper.plan([
                "1. Tuyên truyền", "a) Mục tiêu", "Nâng cao nhận thức.", "b) Nhiệm vụ", "Viết tin.",
            ]))
        #expect(found.marks.contains { $0 == ("đoán là đề mục", "- ten: Mục tiêu") })
        let told = found.told.filter { "\($0.code)" == "import.guess" }.map { $0.text(in: .vietnamese) }
        #expect(told.contains { $0.contains("“a) Mục tiêu”") && $0.contains("đoạn") })
    }

    @Test func `pictures, text boxes and comments are listed where they stand`() throws {
        let picture =
            "Xem sơ đồ.</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"Anh 1\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>"
        let found = try marks(OfficePaper.plan([picture]))
        let homeless = found.told.filter { "\($0.code)" == "import.no-place" }.map {
            $0.text(in: .vietnamese)
        }
        #expect(homeless.count == 1)
        #expect(
            homeless.first?.contains("hình ảnh") == true && homeless.first?.contains("Xem sơ đồ.") == true)
    }
}
