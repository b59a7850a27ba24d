import Container
import Diagnostics
import Files
import Forms
import FoundationEssentials
import TestSupport
import Testing

@testable import Printing

@Suite struct PrivateFolders {
    private func permissions(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test func `nobody else can read the folder or its files, and both are gone afterwards`() throws {
        try withScratchFolder { scratch in
            var path = ""
            do {
                guard let folder = PrivateFolder(in: scratch.path) else {
                    Issue.record("no folder was made")
                    return
                }
                path = folder.path
                let (made, again) = (
                    folder.file(named: "a", with: [1, 2]), folder.file(named: "a", with: [3])
                )
                let file = try #require(made)
                #expect(try permissions(of: path) == 0o700)
                #expect(try permissions(of: file) == 0o600)
                #expect(try Data(contentsOf: URL(filePath: file)) == Data([1, 2]))
                #expect(again == nil)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
            if PrivateFolder(in: scratch.path + "/khong-co") != nil { Issue.record("made in no folder") }
        }
    }

    /// A program in place of LibreOffice that writes down what it was given, and prints.
    @Test func `LibreOffice works where nobody else can look`() throws {
        try withScratchFolder { scratch in
            let note = scratch.appending(path: "ghi").path
            let script = """
                #!/bin/sh
                while [ "$1" != --outdir ]; do shift; done
                printf %s %PDF- >"$2/0.pdf"
                stat -c %a "$2" "$3" "$2/0.pdf" >'\(note)'
                test "$TMPDIR" = "$2" || echo "$TMPDIR" >>'\(note)'
                """
            let program = scratch.appending(path: "soffice")
            try Data(script.utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
            let office = try LibreOffice(in: ["PATH": "\(scratch.path):/usr/bin:/bin"])
            let document = LibreOffice.Document(name: "a", fileExtension: "docx", bytes: [1])
            #expect(try office.pdfs(of: [document]) == [Array("%PDF-".utf8)])
            #expect(try String(contentsOfFile: note, encoding: .utf8) == "700\n600\n600\n")
        }
    }
}
