import Diagnostics
import FoundationEssentials
import Printing
import TestSupport
import Testing

/// `vanthu-office` as the package manager builds it, and LibreOffice: these tests run only where both are.
private let program = packageFolder.appending(path: ".build/debug/vanthu-office").path
private let environment = ProcessInfo.processInfo.environment

@Suite struct WarmOffice {
    private func withWorkers(_ body: (OfficeWorkers, String) throws -> Void) throws {
        try withScratchFolder { folder in
            guard let station = OfficeStation(program: program, folder: folder.path, environment: environment)
            else { return }
            var limits = OfficeWorkers.Limits()
            limits.workers = 1
            let workers = OfficeWorkers(station, limits)
            defer { workers.end() }
            try body(workers, folder.path)
        }
    }

    private func letter() throws -> LibreOffice.Document {
        let bytes = [UInt8](try Data(contentsOf: packageFolder.appending(path: "templates/cong-van.docx")))
        return LibreOffice.Document(name: "cong-van.docx", fileExtension: "docx", bytes: bytes)
    }

    @Test func `documents are printed one after another, the same each time, and none stays behind`() throws {
        try withWorkers { workers, folder in
            let first = try workers.pdf(of: letter())
            #expect(first.starts(with: "%PDF-".utf8))
            #expect(try workers.pdf(of: letter()) == first)
            for worker in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(worker)")
                #expect(left.filter { $0.hasSuffix(".docx") || $0.hasSuffix(".pdf") } == [])
            }
        }
    }

    @Test func `what cannot be read is told, and the next document is printed all the same`() throws {
        try withWorkers { workers, _ in
            let failure = #expect(throws: Failure.self) {
                try workers.pdf(
                    of: LibreOffice.Document(
                        name: "a.docx", fileExtension: "docx", bytes: [0x50, 0x4B, 3, 4, 0]))
            }
            #expect(failure?.diagnostics.map(\.code) == ["system.not-printed"])
            let next = try workers.pdf(of: letter())
            #expect(next.count > 1000)
        }
    }

    @Test func `a machine without LibreOffice has no station`() {
        #expect(OfficeStation(program: "/khong/co", folder: "/tmp", environment: environment) == nil)
        #expect(OfficeStation(program: "/bin/true", folder: "/tmp", environment: ["PATH": "/khong"]) == nil)
    }
}
