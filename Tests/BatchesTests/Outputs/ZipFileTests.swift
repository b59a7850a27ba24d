import Container
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Values

@testable import Batches

struct ZipFileTests {
    @Test func `a zip has what the folder has, also with more entries than the old form counts`() throws {
        try withOffice { office in
            try office.writeRecords(0..<120)
            _ = run(try office.batch())
            let documents = try office.documents()
            var batch = try office.batch()
            batch.output = .zip(office.folder.appending(path: "tat-ca.zip").path)
            #expect(run(batch).progress?.done == 120)
            let archive = try Archive(opening: office.folder.appending(path: "tat-ca.zip").path)
            #expect(archive.entries.count == 120)
            for entry in archive.entries {
                #expect(Digest.hexadecimal(of: try archive.contents(of: entry.name)) == documents[entry.name])
            }
            #expect(run(batch).codes == ["output.exists"])
            batch.course = .resumed(.checkedInTheEnd)
            #expect(run(batch).codes == ["usage.batch-not-resumable"])
        }
        for (count, isLarge) in [(65_534, false), (65_535, true)] {
            #expect((ZipFile.ending(count: count, start: 10, end: 20).count > 22) == isLarge)
        }
    }
}
