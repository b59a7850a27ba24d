import Diagnostics
import FoundationEssentials
import Regulations
import TestSupport
import Testing
import VanThu

@Test(arguments: TheExample.jobs)
func `a document of the example has no error and no warning under its profile`(job: Clerk.Job) throws {
    try withScratchFolder { folder in
        let files = try Clerk(folder: folder.path).produce(job, from: TheExample.workspace, environment: [:])
        let checks = try Clerk.check(files.value.map(\.path), by: Clerk.CheckTerms())
        #expect(checks.map(\.standard) == [.decree30, .decree30])
        #expect(checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map(\.code) == [])
    }
}

@Test(arguments: TheExample.jobs)
func `a document of the example stays without fault in the other format and back`(job: Clerk.Job) throws {
    try withScratchFolder { folder in
        let files = try Clerk(folder: folder.path).produce(job, from: TheExample.workspace, environment: [:])
        for file in files.value.map(\.path) {
            let isWord = file.hasSuffix(".docx")
            let there = folder.appending(path: isWord ? "khac.odt" : "khac.docx").path
            let back = folder.appending(path: isWord ? "ve.docx" : "ve.odt").path
            #expect(try Clerk.convert(file, to: there).warnings == [])
            #expect(try Clerk.convert(there, to: back).warnings == [])
            let checks = try Clerk.check([file, there, back])
            #expect(checks.map(\.standard) == [.decree30, .decree30, .decree30])
            #expect(Set(checks.map { $0.diagnostics.map(\.code) }).count == 1)
            let texts = try [file, there, back].map { path in
                try paragraphs(of: [UInt8](Data(contentsOf: URL(filePath: path))), file: path)
            }
            #expect(texts[0] == texts[1])
            #expect(texts[0] == texts[2])
        }
    }
}
