internal import FoundationEssentials

/// A report that programs read.
public protocol Report: Encodable, Sendable {}

extension Report {
    /// The report as indented JSON with sorted keys and a line end.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("texts and whole numbers always have a JSON form")
        }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
