import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import VanThu

@Test(arguments: TheExample.jobs)
func `a document of the example has no error and no warning under its profile`(job: Clerk.Job) throws {
    try withScratchFolder { folder in
        let files = try Clerk(folder: folder.path).produce(job, from: TheExample.workspace, environment: [:])
        let checks = try Clerk.check(files.value.map(\.path), by: Clerk.CheckTerms())
        #expect(checks.map(\.standard) == ["ND30", "ND30"])
        #expect(checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map(\.code) == [])
    }
}
