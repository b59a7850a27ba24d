package import Container
public import Diagnostics
package import OfficeDocument
internal import OfficePackage
internal import Regulations
public import VietnameseText

/// A document with everything mended that can be without touching what it says.
///
/// It is checked, edited and checked again until nothing is left that an edit sets right; mending the result again changes nothing.
public struct Mending: Sendable {
    /// The whole file; nil when nothing was changed.
    public let bytes: [UInt8]?
    /// What was wrong and is not any more, in the order it was mended.
    public let mended: [Finding]
    /// The result held against the regulation.
    public let check: OfficialCheck

    /// How often a mended document is looked at again: what one edit sets right may bring another fault to light.
    private static let rounds = 16

    /// Mends the bytes of a DOCX or ODT; `file` is what messages call it.
    ///
    /// Throws what keeps it from being read or written: `container.…`, `document.…`, `check.macros`.
    public init(
        of bytes: [UInt8], named file: String, by standard: OfficialCheck.Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil
    ) throws(Failure) {
        let archive = try Archive(bytes: bytes, file: file)
        let document = try ReadDocument.reading(archive).value
        guard !document.traits.contains(.macros) else { throw Failure(.macros(file, in: document.kind)) }
        try self.init(of: archive, document: document, by: standard, settings: settings, today: today)
    }

    /// Mends what was read from `archive` as `document`.
    ///
    /// `choosing` says which findings are mended; nil for all. Throws what keeps the archive from being written.
    package init(
        of archive: Archive, document: ReadDocument, by standard: OfficialCheck.Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil,
        choosing: (@Sendable (Finding) -> Bool)? = nil
    ) throws(Failure) {
        func judged(_ document: ReadDocument) -> OfficialCheck {
            OfficialCheck(of: document, by: standard, settings: settings, today: today)
        }
        var (archive, check) = (archive, judged(document))
        var bytes: [UInt8]?
        var tried: [Finding] = []
        for _ in 0..<Self.rounds {
            guard
                let step = try Self.step(
                    from: choosing.map { check.findings.filter($0) } ?? check.findings, in: archive,
                    as: document.format)
            else { break }
            let next = try Archive(bytes: step.bytes, file: archive.file)
            let read = try ReadDocument.reading(next).value
            let result = judged(read)
            // A document that cannot be told for what it was is none that was mended.
            guard result.verdict == check.verdict else { break }
            (archive, check, bytes) = (next, result, step.bytes)
            tried += step.findings
        }
        self.bytes = bytes
        self.check = check
        let left = Set(check.findings.map(Spot.init))
        var told: Set<Spot> = []
        mended = tried.filter { !left.contains(Spot($0)) && told.insert(Spot($0)).inserted }
    }

    /// What makes two findings of different rounds the same.
    private struct Spot: Hashable {
        let rule: Rule
        let place: ReadParagraph.Place?
        let found: Wording

        init(_ finding: Finding) { (rule, place, found) = (finding.rule, finding.place, finding.found) }
    }

    /// Paragraphs come and go only when nothing else is left to do, so that the places told are those of the file as it was.
    private static func step(from all: [Finding], in archive: Archive, as format: OfficeFormat)
        throws(Failure) -> (bytes: [UInt8], findings: [Finding])?
    {
        for movesPlaces in [false, true] {
            let findings = all.filter { finding in finding.mends.contains { $0.movesPlaces == movesPlaces } }
            let edits = findings.flatMap(\.mends).filter { $0.movesPlaces == movesPlaces }
            guard !edits.isEmpty else { continue }
            if let bytes = try DocumentEditor.bytes(of: archive, as: format, with: edits) {
                return (bytes, findings)
            }
        }
        return nil
    }
}
