import Diagnostics
import FoundationEssentials
import Planning
import TestSupport
import Testing
import Values

@Suite struct StarterTests {
    @Test func `a new workspace reads without an error or a warning, from its folder`() throws {
        try withScratchFolder { folder in
            for file in StarterWorkspace.files {
                let url = folder.appending(path: file.name)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.contents.utf8).write(to: url)
            }
            let read = try Workspace.reading(folder: folder.path)
            #expect(read.warnings == [])
            #expect(read.value.estimates[2026]?.total == Money(dong: 12_000_000))
            let report = try read.value.reportView(of: ReportingPeriod(year: 2026, part: .quarter(1)))
            #expect(
                report["ket_qua"]?.list.first?["doan"]?.texts == [
                    "- Trong quý I năm 2026, đã đăng tải 20 tin, bài (đạt 16,7% kế hoạch năm)."
                ])
        }
    }

    @Test func `a folder's faults are those of all its files at once`() throws {
        try withScratchFolder { folder in
            func write(_ name: String, _ text: String) throws {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            for file in StarterWorkspace.files where !file.name.contains("/") {
                try write(file.name, file.contents)
            }
            try write("co-quan.yml", "ten: [")
            try write("chi-tieu.yaml", "chi_tieu: {}")
            try write("du-toan-2027.yaml", "nam: 2026")
            try write("hoat-dog.csv", "ngay")
            let failure = #expect(throws: Failure.self) { _ = try Workspace.reading(folder: folder.path) }
            let codes = Set(failure?.diagnostics.map(\.code) ?? [])
            #expect(codes.isSuperset(of: ["data.several-files", "data.unknown-file", "data.wrong-type"]))
            #expect(codes.isSuperset(of: ["planning.year-mismatch", "data.missing-field"]))
            // What could not be read is not blamed on those who refer to it.
            #expect(!codes.contains("data.unknown-reference"))
        }
    }

    @Test func `the same data in JSON, or in a sheet parted by semicolons, is the same workspace`() throws {
        let files = DataKind.allCases.map(starter)
        let other = try files.map { file in
            let bytes = Array(file.text.utf8)
            guard file.kind != .log else {
                let semicolons = "\u{FEFF}" + file.text.replacing(",", with: ";")
                let node = try SourceNode(csv: Array(semicolons.utf8), file: file.name)
                return WorkspaceFile(file.kind, name: file.name, content: node)
            }
            let data = Value(try SourceNode(yaml: bytes, file: file.name)).json(.indented)
            return WorkspaceFile(
                file.kind, name: file.name, content: try SourceNode(json: data, file: file.name))
        }
        #expect(try Workspace.reading(other).value == reading(files).value)
    }

    @Test func `a missing folder is named`() {
        let failure = #expect(throws: Failure.self) { _ = try Workspace.reading(folder: "/khong/co") }
        #expect(failure?.diagnostics.map(\.code) == ["data.missing-folder"])
    }

    @Test func `an empty folder lacks what a workspace cannot do without`() throws {
        try withScratchFolder { folder in
            let failure = #expect(throws: Failure.self) { _ = try Workspace.reading(folder: folder.path) }
            #expect(failure?.diagnostics.map(\.code) == ["data.missing-file", "data.missing-file"])
            #expect(failure?.diagnostics.map { $0.location.file } == ["co-quan.yaml", "ke-hoach.yaml"])
        }
    }
}

/// A workspace for each shipped outline.
@Suite struct OutlineStarterTests {
    @Test(arguments: StarterWorkspace.outlines.map(\.name))
    func `a new workspace makes its document, and is told only what is to be replaced`(outline: String) throws
    {
        let files = try #require(StarterWorkspace.files(outline: outline))
        let kinds = try files.map { file in
            let kind = try #require(DataKind.allCases.first { file.name.hasPrefix($0.rawValue) })
            return (kind: kind, name: file.name, text: file.contents)
        }
        let read = try reading(kinds)
        // The plan of several years is written out.
        let isWritten = outline == "ke-hoach-nhieu-nam"
        #expect(read.warnings.map(\.code) == (isWritten ? [] : ["planning.starter-text"]))
        #expect(lines(try read.value.planView()).count > 3)
        var written = kinds
        for index in written.indices {
            written[index].text = written[index].text.replacing("Viết phần này ở đây.", with: "Đã viết.")
                .replacing("Viết nội dung của nhiệm vụ ở đây.", with: "Làm việc.").replacing(
                    "Kế hoạch số 01/", with: "Kế hoạch số 12/")
        }
        #expect(try reading(written).warnings.map(\.code) == [])
    }

    @Test func `every place with words of the starter is named, and those alone`() throws {
        let files = try #require(StarterWorkspace.files(outline: "ke-hoach-mot-nam"))
        let kinds = try files.map { file in
            let kind = try #require(DataKind.allCases.first { file.name.hasPrefix($0.rawValue) })
            return (kind: kind, name: file.name, text: file.contents)
        }
        let warning = try #require(try reading(kinds).warnings.first)
        let text = warning.message.text(in: .vietnamese)
        #expect(
            text.contains("thuc_hien, ") && text.contains("noi_dung[1].doan[1], noi_dung[2].doan[1]"),
            "\(text)")
        #expect(!text.contains("noi_nhan"))
        guard case .text(_, let line, _, let path) = warning.location else { return #expect(Bool(false)) }
        #expect(line > 1 && path == "thuc_hien")
    }
}
