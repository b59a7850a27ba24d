import Diagnostics
import Foundation
import Planning
import TestSupport
import Testing

private let example = exampleFolder.replacing("skhcn-dak-nong", with: "ba-don-vi-ba-nam")

/// Workbooks moved into CSV: the workspace says the same with the one in the place of the other.
@Suite struct FigureTextTests {
    @Test func `a workspace says the same with CSV in the place of its workbooks`() throws {
        let before = try Workspace.reading(folder: example).value
        try withScratchFolder { folder in
            let copy = folder.appending(path: "ho-so")
            try FileManager.default.copyItem(at: URL(filePath: example), to: copy)
            let tables = try FigureText.tables(of: copy.path)
            #expect(tables.count >= 10)
            for (path, text) in tables {
                try FileManager.default.removeItem(
                    at: copy.appending(path: path.replacing(".csv", with: ".xlsx")))
                try text.write(to: copy.appending(path: path), atomically: true, encoding: .utf8)
            }
            let after = try Workspace.reading(folder: copy.path).value
            #expect(after.estimates == before.estimates)
            #expect(after.indicators == before.indicators)
            #expect(after.log == before.log)
        }
    }

    @Test(.enabled(if: canWrite, "libxlsxwriter is not installed"))
    func `words that a spreadsheet takes for formulas stay words`() throws {
        try withScratchFolder { folder in
            for (kind, name, text) in starterWorkspace(changing: .norms, { _ in "" }) where !text.isEmpty {
                let path = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
                if kind != .tableForm { try text.write(to: path, atomically: true, encoding: .utf8) }
            }
            let bytes = try workbook([["Nội dung", "ĐVT", "Mức chi"], ["=1+1", "bộ", "1500,5"]])
            try Data(bytes).write(to: folder.appending(path: "dinh-muc.xlsx"))
            let table = try #require(try FigureText.tables(of: folder.path).first)
            #expect(table.path == "dinh-muc.csv")
            #expect(table.text == "Nội dung;ĐVT;Mức chi\n =1+1;bộ;1500,5\n")
        }
    }
}
