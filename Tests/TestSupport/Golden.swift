internal import FoundationEssentials
public import Testing

/// Compares `actual` with the file `Golden/<name>` of the calling test's target.
///
/// With `RECORD_GOLDEN=1` in the environment the file is rewritten. A missing file is written, and the test fails once, so that somebody
/// reads it.
public func expectGolden(
    _ actual: String, named name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    // One folder for each test target, however deep the test's own file lies.
    var folder = URL(filePath: filePath).deletingLastPathComponent()
    while folder.deletingLastPathComponent().lastPathComponent != "Tests", folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
    }
    let file = folder.appending(path: "Golden/\(name)")
    let recording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil
    if !recording, let expected = try? String(contentsOf: file, encoding: .utf8) {
        #expect(actual == expected, "differs from \(name)", sourceLocation: sourceLocation)
        return
    }
    try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.path); read it and run again", sourceLocation: sourceLocation)
}
