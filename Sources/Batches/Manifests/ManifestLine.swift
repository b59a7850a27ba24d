internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// What the manifest says of one document.
struct ManifestLine: Hashable {
    /// Which record it is made of, counting from 1.
    let record: Int
    let key: String
    /// The template, where there are several.
    let template: String?
    /// The print of the record as it was read.
    let input: String
    let outcome: Outcome

    enum Outcome: Hashable {
        case done(Document)
        case failed([Diagnostic])
    }

    struct Document: Hashable {
        /// In the folder of the batch.
        let output: String
        let size: Int
        let sha256: String
        /// When the file was written, in nanoseconds since 1970; nil for what is no file of its own.
        let written: Int?
        /// What it shows, so that a changed picture is seen.
        var pictures: [Picture] = []
        var warnings: [Diagnostic] = []
    }

    /// A file that a document shows.
    struct Picture: Hashable {
        /// As the template or the data name it.
        let file: String
        let size: Int
        let written: Int
        let sha256: String
    }

    /// Appends the line with its end.
    func write(to bytes: inout [UInt8], in language: Language) {
        bytes.append(words: "{\"record\":")
        bytes.append(digitsOf: record)
        bytes.append(words: ",\"key\":")
        bytes.append(json: key)
        if let template {
            bytes.append(words: ",\"template\":")
            bytes.append(json: template)
        }
        switch outcome {
        case .done(let document):
            bytes.append(words: ",\"status\":\"done\",\"output\":")
            bytes.append(json: document.output)
            bytes.append(words: ",\"bytes\":")
            bytes.append(digitsOf: document.size)
            bytes.append(words: ",\"sha256\":\"")
            bytes.append(contentsOf: document.sha256.utf8)
            if let written = document.written {
                // As text: a number of this size loses its last digits in many readers.
                bytes.append(words: "\",\"written_ns\":\"")
                bytes.append(digitsOf: written)
            }
            bytes.append(words: "\",\"input\":")
            bytes.append(json: input)
            bytes.append(pictures: document.pictures)
            bytes.append(diagnostics: document.warnings, in: language)
        case .failed(let diagnostics):
            bytes.append(words: ",\"status\":\"failed\",\"input\":")
            bytes.append(json: input)
            bytes.append(diagnostics: diagnostics, in: language)
        }
        bytes.append(words: "}\n")
    }
}

extension [UInt8] {
    fileprivate mutating func append(words: StaticString) {
        unsafe append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    }

    fileprivate mutating func append(digitsOf number: Int) {
        NumberFormat.append(number, grouping: .none, to: &self)
    }

    fileprivate mutating func append(pictures: [ManifestLine.Picture]) {
        guard !pictures.isEmpty else { return }
        let list = pictures.map { picture in
            Value.record(
                Record([
                    ("file", .text(picture.file)), ("bytes", .text(String(picture.size))),
                    ("written_ns", .text(String(picture.written))), ("sha256", .text(picture.sha256)),
                ]))
        }
        self += ",\"pictures\":".utf8
        self += Value.list(list).json()
    }

    fileprivate mutating func append(diagnostics: [Diagnostic], in language: Language) {
        guard !diagnostics.isEmpty else { return }
        let list = diagnostics.map { diagnostic in
            var fields: [(String, Value)] = [
                ("code", .text(diagnostic.code)), ("severity", .text(diagnostic.severity.rawValue)),
                ("message", .text(diagnostic.message.text(in: language))),
                ("place", .text(diagnostic.location.text(in: language))),
            ]
            if let fix = diagnostic.fix { fields.append(("fix", .text(fix.text(in: language)))) }
            return Value.record(Record(fields))
        }
        self += ",\"diagnostics\":".utf8
        self += Value.list(list).json()
    }
}

extension ManifestLine {
    /// Whether a line of an earlier run tells of a document that was made; in the texts of a line these quotes are escaped.
    static func isOfDone(_ line: [UInt8]) -> Bool {
        String(decoding: line, as: UTF8.self).hasBytes(of: "\"status\":\"done\"")
    }

    /// What a line of an earlier run says; nil for one that cannot be understood, which then counts for nothing.
    init?(_ value: Value) {
        guard case .record(let line) = value, let record = line["record"]?.integer,
            let key = line["key"]?.string, let input = line["input"]?.string
        else { return nil }
        self.record = record
        self.key = key
        self.input = input
        template = line["template"]?.string
        guard line["status"] == .text("done") else {
            outcome = .failed([])
            return
        }
        guard let output = line["output"]?.string, let size = line["bytes"]?.integer,
            let sha256 = line["sha256"]?.string
        else { return nil }
        outcome = .done(
            Document(
                output: output, size: size, sha256: sha256,
                written: line["written_ns"]?.string.flatMap { Int($0) },
                pictures: ManifestLine.pictures(in: line)))
    }

    private static func pictures(in line: Record) -> [Picture] {
        guard case .list(let list)? = line["pictures"] else { return [] }
        return list.map { value in
            guard case .record(let picture) = value else {
                return Picture(file: "", size: -1, written: 0, sha256: "")
            }
            func number(_ name: String) -> Int? { picture[name]?.string.flatMap { Int($0) } }
            return Picture(
                file: picture["file"]?.string ?? "", size: number("bytes") ?? -1,
                written: number("written_ns") ?? 0, sha256: picture["sha256"]?.string ?? "")
        }
    }
}

extension Value {
    var string: String? { if case .text(let text) = self { text } else { nil } }

    var integer: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(number.description)
    }
}
