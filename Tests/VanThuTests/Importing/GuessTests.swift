import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
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
                    // What was guessed of one thing stands on one line.
                    for text in line.dropFirst(2).split(separator: "; ") {
                        marks.append((String(text), String(next)))
                    }
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

    /// What is told as having no place in the workspace.
    private func homeless(_ inner: [String]) throws -> [String] { try homeless(in: OfficePaper.plan(inner)) }

    private func homeless(in bytes: [UInt8]) throws -> [String] {
        try marks(bytes).told.filter { "\($0.code)" == "import.no-place" }.map { $0.text(in: .vietnamese) }
    }

    @Test func `a picture is listed where it stands`() throws {
        let picture =
            "Xem sơ đồ.</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"Anh 1\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>"
        let told = try homeless([picture])
        #expect(told.count == 1)
        #expect(told.first?.contains("hình ảnh") == true && told.first?.contains("Xem sơ đồ.") == true)
    }

    @Test func `a text box is listed with its words, and they are no part of the text`() throws {
        let box =
            "Xem khung.</w:t></w:r><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" style=\"width:90pt;height:40pt\"><v:textbox><w:txbxContent><w:p><w:r><w:t>Đường dây nóng</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>"
        let told = try homeless([box])
        #expect(told.contains { $0.contains("khung chữ “Đường dây nóng”") })
    }

    @Test func `a footnote is listed with what refers to it`() throws {
        let told = try homeless([
            "Theo số liệu.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>"
        ])
        #expect(told.count == 1)
        #expect(told.first?.contains("chú thích cuối trang") == true)
        #expect(told.first?.contains("Theo số liệu.") == true)
    }

    @Test func `a comment is listed with its words`() throws {
        let archive = try Archive(bytes: OfficePaper.plan(["Nâng cao nhận thức."]), file: "a.docx")
        let comment = Annotation(at: nil, by: "Văn thư", lines: ["Xem lại số liệu"])
        let told = try homeless(
            in: ReadDocument.reading(archive).value.annotated(with: [comment], in: archive))
        #expect(told.count == 1)
        #expect(told.first?.contains("nhận xét “Xem lại số liệu”") == true)
    }

    @Test func `a letter's guesses stand in its data`() throws {
        let letter = try OfficePaper.letter()
        let found = try marks(letter)
        let told = found.told.filter { Self.told.contains("\($0.code)") }
        #expect(!told.isEmpty)
        #expect(found.marks.count == told.count, "\(found.marks) \(told.map { $0.text(in: .vietnamese) })")
        #expect(found.marks.contains { $0.line.hasPrefix("co_quan:") && $0.text.contains("SỞ NỘI VỤ") })
    }
}
