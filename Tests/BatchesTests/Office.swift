import Container
import Diagnostics
import DocumentTemplates
import FoundationEssentials
import TestSupport
import Values

@testable import Batches

/// A folder with data and results, and what is asked of them.
struct Office {
    let folder: URL
    var template = "Số {so}: {ten}"
    var names = "{nhom}/{so}-{ten | khong_dau}.odt"

    var output: String { folder.appending(path: "ra").path }
    var data: String { folder.appending(path: "du.jsonl").path }

    func write(_ text: String, to name: String = "du.jsonl") throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func writeRecords(_ numbers: some Sequence<Int>) throws {
        try write(
            numbers.map { "{\"so\":\"\($0)\",\"ten\":\"Người \($0)\",\"nhom\":\"\($0 / 100)\"}\n" }.joined())
    }

    func batch() throws -> Batch {
        let bytes = try minimalTemplate(template)
        var fingerprint = BatchFingerprint(settings: [names])
        fingerprint.add(bytes)
        var batch = Batch(
            templates: [.init(try Template(bytes: bytes, file: "mau.odt")) { $0 }],
            fingerprint: fingerprint.text(), data: data,
            names: try NamePattern(parsing: names, option: "--name"), output: .folder(output))
        batch.jobs = 2
        return batch
    }

    /// The digests of all documents, by their paths.
    func documents() throws -> [String: String] {
        var found: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: output) where path.hasSuffix(".odt") {
            found[path] = Digest.hexadecimal(
                of: [UInt8](try Data(contentsOf: URL(filePath: "\(output)/\(path)"))))
        }
        return found
    }

    func lines(_ name: String = "ra/manifest.jsonl") throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    func document(_ path: String) throws -> String {
        try bodyText(of: [UInt8](try Data(contentsOf: URL(filePath: "\(output)/\(path)"))))
    }
}

/// What a batch came to, with the codes that were told.
func run(_ batch: Batch) -> (progress: BatchProgress?, codes: [String]) {
    var codes: [String] = []
    do throws(Failure) {
        let progress = try batch.run(BatchObserver(diagnostics: { codes += $0.map(\.code) }))
        return (progress, codes)
    } catch { return (nil, codes + error.diagnostics.map(\.code)) }
}

func withOffice(_ body: (inout Office) throws -> Void) throws {
    try withScratchFolder { folder in
        var office = Office(folder: folder)
        try body(&office)
    }
}
