package import Container
public import Diagnostics
package import OfficeDocument
internal import OfficePackage
internal import Regulations
public import VietnameseText

/// A document with everything mended that can be without touching what it says.
///
/// It is checked, edited and checked again until nothing is left that an edit sets right; mending the result again changes nothing. Each
/// step is read back and held against what it was made from; one that changed more than it meant is refused with its rule.
public struct Mending: Sendable {
    /// The whole file; nil when nothing was changed.
    public let bytes: [UInt8]?
    /// What was wrong and is not any more, as far as it can be mended, in the order it was mended.
    public let mended: [Finding]
    /// The result held against the regulation.
    public let check: OfficialCheck
    /// What has to be known of how it was mended.
    public let remarks: [Remark]

    /// What a reader of the mended document has to know besides.
    public enum Remark: Hashable, Sendable {
        /// These were not mended, since a line of head or foot that stands on one line would be broken.
        case heldBack([Rule])
        /// Lines have moved, and the foot is too tall to be kept on one page.
        case footTooTall
    }

    /// How often a mended document is looked at again: what one edit sets right may bring another fault to light.
    private static let rounds = 16

    /// Mends the bytes of a DOCX or ODT; `file` is what messages call it.
    ///
    /// Throws what keeps it from being read or written: `container.…`, `document.…`, `check.macros`, `check.mend-not-faithful`.
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
    /// `check` is what the same terms make of the document, where that is known; `choosing` says which findings are mended, nil for all. Throws what keeps the archive from being written, and `check.mend-not-faithful`.
    package init(
        of archive: Archive, document: ReadDocument, by standard: OfficialCheck.Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil, check: OfficialCheck? = nil,
        choosing: (@Sendable (Finding) -> Bool)? = nil
    ) throws(Failure) {
        func judged(_ document: ReadDocument, after earlier: OfficialCheck?) -> OfficialCheck {
            OfficialCheck(of: document, by: standard, settings: settings, today: today, after: earlier)
        }
        var (archive, document, check) = (archive, document, check ?? judged(document, after: nil))
        var bytes: [UInt8]?
        var tried: [Finding] = []
        var held = HeldBack()
        var isFootLoose = false
        for _ in 0..<Self.rounds {
            guard
                let step = try Self.step(
                    from: choosing.map { check.findings.filter($0) } ?? check.findings, without: held,
                    keeping: check.keptTogether, in: archive, as: document.format)
            else { break }
            let next = try Archive(bytes: step.bytes, file: archive.file)
            let read = try ReadDocument.reading(next).value
            let result = judged(read, after: check)
            // A document that cannot be told for what it was is none that was mended.
            guard result.verdict == check.verdict else { break }
            let broken = check.rows.filter { result.rows[$0.key] ?? 0 > $0.value }.map(\.key)
            guard broken.isEmpty || !held.add(broken) else { continue }
            let spoilt = MendProof.spoiltPlaces(
                from: (document, check.components), to: (read, result.components), by: step.edits)
            guard spoilt.isEmpty else {
                throw Failure(.mendNotFaithful(archive.file, by: Self.rules(of: step, at: spoilt)))
            }
            // Places are others now; what breaks a line is held back again.
            if step.edits.contains(where: \.movesPlaces) { held = HeldBack() }
            if check.isFootTooTall, step.edits.contains(where: \.changesHeights) { isFootLoose = true }
            (archive, document, check, bytes) = (next, read, result, step.bytes)
            tried += step.findings
        }
        self.bytes = bytes
        self.check = check
        // Of a rule that is broken more than once in a paragraph what is left to be done by hand may stay.
        let left = Set(check.findings.filter { !$0.mends.isEmpty }.map(Spot.init))
        var told: Set<Spot> = []
        mended = tried.filter { !left.contains(Spot($0)) && told.insert(Spot($0)).inserted }
        remarks = Self.remarks(on: check, heldBack: held, isFootLoose: isFootLoose)
    }

    private static func remarks(on check: OfficialCheck, heldBack: HeldBack, isFootLoose: Bool) -> [Remark] {
        var rules: [Rule] = []
        for finding in check.findings where finding.mends.contains(where: heldBack.contains) {
            if !rules.contains(finding.rule) { rules.append(finding.rule) }
        }
        return (rules.isEmpty ? [] : [.heldBack(rules)]) + (isFootLoose ? [.footTooTall] : [])
    }

    /// What makes two findings of different rounds the same.
    private struct Spot: Hashable {
        let rule: Rule
        let place: ReadParagraph.Place?
        let found: Wording

        init(_ finding: Finding) { (rule, place, found) = (finding.rule, finding.place, finding.found) }
    }

    private typealias Step = (bytes: [UInt8], findings: [Finding], edits: [DocumentEdit])

    /// The rules whose edits stand in those paragraphs; all of the step where none does.
    private static func rules(of step: Step, at places: [ElementPlace?]) -> [Rule] {
        let places = Set(places.compactMap(\.self))
        let near = step.findings.filter { $0.mends.contains { $0.paragraph.map(places.contains) ?? false } }
        var rules: [Rule] = []
        for finding in near.isEmpty ? step.findings : near where !rules.contains(finding.rule) {
            rules.append(finding.rule)
        }
        return rules
    }

    /// What changes heights keeps the foot together, so that no name is left alone on a new page.
    ///
    /// Paragraphs come and go only when nothing else is left to do, so that the places told are those of the file as it was.
    private static func step(
        from all: [Finding], without held: HeldBack, keeping foot: [DocumentEdit], in archive: Archive,
        as format: OfficeFormat
    ) throws(Failure) -> Step? {
        for movesPlaces in [false, true] {
            func isMade(_ edit: DocumentEdit) -> Bool {
                edit.movesPlaces == movesPlaces && !held.contains(edit)
            }
            let findings = all.filter { $0.mends.contains(where: isMade) }
            var edits = findings.flatMap(\.mends).filter(isMade)
            guard !edits.isEmpty else { continue }
            if !movesPlaces, edits.contains(where: \.changesHeights) { edits += foot }
            if let bytes = try DocumentEditor.bytes(of: archive, as: format, with: edits) {
                return (bytes, findings, edits)
            }
        }
        return nil
    }
}

extension DocumentEdit {
    /// The paragraph it is about.
    var paragraph: ElementPlace? {
        switch self {
        case .paragraph(let place, _), .removePageNumber(let place), .composeLetters(let place),
            .removeParagraph(let place), .insertParagraph(_, _, of: let place, _, _):
            place
        case .scaleLine(_, of: let place, by: _, moved: _): place
        case .characters(let span, _), .text(let span, _): span.place
        case .page, .showPageNumber, .hidePageNumberOnFirstPage, .restartPageNumbers, .keepRowWhole: nil
        }
    }
}

extension Diagnostic {
    /// A fault of this program: what was written would not be the document that was given, but for its mends.
    fileprivate static func mendNotFaithful(_ file: String, by rules: [Rule]) -> Diagnostic {
        let codes = rules.map(\.code.rawValue).joined(separator: ", ")
        return .error(
            "check.mend-not-faithful", at: .file(file),
            "bản sửa theo \(codes) khác văn bản gốc ở chỗ không định sửa nên không ghi; đây là lỗi của vanthu",
            en:
                "what \(codes) mended differs from the document where nothing was to be mended, so nothing is written; this is a fault of vanthu",
            fix: "chạy lại với --off \(codes) và báo lỗi kèm tệp nếu được",
            en: "run again with --off \(codes), and report it with the file if you can")
    }
}
