internal import Checking
internal import Container
internal import Diagnostics
internal import OfficeDocument
internal import Regulations
internal import VietnameseText

/// A document that was just made: what `check` would find in it is told by whoever made it.
struct MadeDocument {
    let bytes: [UInt8]
    /// What messages call it.
    let path: String

    /// One of more bytes is left to `check` itself: making a table of any length must not take its memory.
    static let byteLimit = 1 << 20

    /// The findings that weigh more than a note, as warnings, for the document is there; none where it is not judged.
    func findings(_ settings: RuleSettings, today: CalendarDate?) -> [Diagnostic] {
        guard bytes.count <= Self.byteLimit,
            let document = try? ReadDocument.reading(Archive(bytes: bytes, file: path)).value
        else { return [] }
        let check = OfficialCheck(of: document, settings: settings, today: today)
        return check.findings.filter { $0.severity > .note }.map { $0.diagnostic(in: path).asWarning }
    }
}
