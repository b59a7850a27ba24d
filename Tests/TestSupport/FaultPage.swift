public import Diagnostics
internal import FoundationEssentials
public import Testing

/// Every message that some rooms can give, each under the smallest input that brings it about: one page for a reviewer.
public struct FaultPage {
    private var cases: [(code: String, text: String)] = []

    public init() {}

    /// Adds what was said of an input; the case stands under the code it is about.
    public mutating func add(
        _ code: String, _ input: String, _ diagnostics: [Diagnostic],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            diagnostics.contains { $0.code == code },
            "“\(input)” brings about \(diagnostics.map(\.code)), not \(code)", sourceLocation: sourceLocation)
        // Of a fault told many times one is enough to read.
        let told = diagnostics.prefix(4).map { diagnostic in
            Language.allCases.map { diagnostic.text(in: $0) }.joined(separator: "\n")
        }
        cases.append((code, (["▸ " + input] + told).joined(separator: "\n")))
    }

    /// Compares the page with a golden file, and its codes with those written in the sources of the rooms.
    ///
    /// A code without a case fails, and so does a case whose code the sources no longer have. `kinds` are what codes of those rooms begin with
    /// besides the usual ones.
    public func expect(
        named name: String, codesOf rooms: [String], also kinds: Set<String> = [],
        filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var written: Set<String> = []
        let package = URL(filePath: filePath).path.split(separator: "/").prefix { $0 != "Tests" }
        for room in rooms {
            let folder = "/" + package.joined(separator: "/") + "/Sources/" + room
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
            where file.hasSuffix(".swift") {
                let source = try String(contentsOf: URL(filePath: folder + "/" + file), encoding: .utf8)
                written.formUnion(FaultPage.codes(in: source, kinds: FaultPage.kinds.union(kinds)))
            }
        }
        let shown = Set(cases.map(\.code))
        let missing = written.subtracting(shown).sorted()
        let dead = shown.subtracting(written).sorted()
        #expect(missing.isEmpty, "codes without a case on the page", sourceLocation: sourceLocation)
        #expect(dead.isEmpty, "codes that the sources do not have", sourceLocation: sourceLocation)
        var page: [String] = []
        for code in shown.sorted() {
            let texts = cases.filter { $0.code == code }.map(\.text)
            page.append("# \(code)\n\n" + texts.joined(separator: "\n\n") + "\n")
        }
        try expectGolden(
            page.joined(separator: "\n"), named: name, filePath: filePath, sourceLocation: sourceLocation)
    }

    /// What codes begin with, in every module that has a page.
    private static let kinds: Set<String> = [
        "template", "data", "container", "output", "system", "xml", "usage", "sheets",
    ]

    /// The texts of a source that have the shape of a code.
    private static func codes(in source: String, kinds: Set<String>) -> [String] {
        source.split(separator: "\n").flatMap { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter {
                !$0.offset.isMultiple(of: 2)
            }.map { String($0.element) }.filter { text in
                let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
                return pieces.count == 2 && kinds.contains(String(pieces[0])) && !pieces[1].isEmpty
                    && pieces[1].allSatisfy { $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }
            }
        }
    }
}

/// Every fault that some work throws; none if it does not.
public func faults(_ body: () throws(Failure) -> Void) -> [Diagnostic] {
    do throws(Failure) {
        try body()
        return []
    } catch { return error.diagnostics }
}

extension Diagnostic {
    /// The diagnostic without the name of a folder that is another one each time.
    public func hiding(_ path: String) -> Diagnostic {
        func hidden(_ text: String) -> String { text.replacing(path, with: "") }
        func hidden(_ words: Wording) -> Wording {
            Wording(hidden(words.vietnamese), en: hidden(words.english))
        }
        func hidden(_ place: Location) -> Location {
            switch place {
            case .file(let file): .file(hidden(file))
            case .text(let file, let line, let column, let path):
                .text(file: hidden(file), line: line, column: column, dataPath: path)
            case .cell(let file, let sheet, let reference):
                .cell(file: hidden(file), sheet: sheet, reference: reference)
            case .paragraph, .value, .argument: place
            }
        }
        return Diagnostic(
            code, hidden(message), severity: severity, at: hidden(location),
            notes: notes.map { Note(hidden($0.message), at: hidden($0.location)) }, fix: fix.map(hidden))
    }
}
