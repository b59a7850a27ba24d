package import Container
public import Diagnostics
package import OfficeDocument
internal import OfficePackage
internal import Recognition
internal import Regulations
public import VietnameseText

/// A document with everything mended that can be without touching what it says.
///
/// It is checked, edited and checked again until nothing is left that an edit sets right; mending the result again changes nothing. Each
/// step is read back and held against what it was made from; a rule that changed more than it meant is left out, and the rest is mended without it.
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
    /// The rules nothing was mended by, since what they mended differed from the document elsewhere too: a fault of this program.
    public let leftOut: [Rule]

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
    /// `check` is what the same terms make of the document, where that is known; `choosing` says which findings are mended, nil for all.
    /// Throws what keeps the archive from being written.
    package init(
        of archive: Archive, document: ReadDocument, by standard: OfficialCheck.Standard = .ofTheIssuer,
        settings: RuleSettings = RuleSettings(), today: CalendarDate? = nil, check: OfficialCheck? = nil,
        choosing: (@Sendable (Finding) -> Bool)? = nil
    ) throws(Failure) {
        try self.init(
            of: archive, document: document, by: standard, settings: settings, today: today, check: check,
            choosing: choosing, proving: MendProof.spoiltPlaces)
    }

    /// `proving` tells where a step differs from its document besides what its edits mean.
    init(
        of archive: Archive, document: ReadDocument, by standard: OfficialCheck.Standard,
        settings: RuleSettings, today: CalendarDate?, check: OfficialCheck?,
        choosing: (@Sendable (Finding) -> Bool)?, proving: Proof
    ) throws(Failure) {
        func judged(_ document: ReadDocument, after earlier: OfficialCheck?) -> OfficialCheck {
            OfficialCheck(of: document, by: standard, settings: settings, today: today, after: earlier)
        }
        var state = State(archive: archive, document: document, check: check ?? judged(document, after: nil))
        var held = HeldBack()
        func attempt(_ findings: [Finding]) throws(Failure) -> Attempt? {
            guard
                let step = try Self.step(
                    from: findings, without: held, keeping: state.check.keptTogether, in: state.archive,
                    as: document.format)
            else { return nil }
            let archive = try Archive(bytes: step.bytes, file: archive.file)
            let read = try ReadDocument.reading(archive).value
            let next = State(archive: archive, document: read, check: judged(read, after: state.check))
            return Attempt(step: step, state: next, spoilt: next.spoilt(since: state, by: step, proving))
        }
        var bytes: [UInt8]?
        var tried: [Finding] = []
        var leftOut: [Rule] = []
        var isFootLoose = false
        for _ in 0..<Self.rounds {
            let findings = choosing.map { state.check.findings.filter($0) } ?? state.check.findings
            func wanted() -> [Finding] { findings.filter { !leftOut.contains($0.rule) } }
            var made = try attempt(wanted())
            while let unsure = made {
                let now = unsure.state.check.rows
                let broken = state.check.rows.filter { now[$0.key] ?? 0 > $0.value }.map(\.key)
                if broken.isEmpty || !held.add(broken) {
                    guard !unsure.spoilt.isEmpty else { break }
                    leftOut += try Self.guilty(of: unsure) { rule throws(Failure) in
                        try attempt(wanted().filter { $0.rule == rule })?.spoilt.isEmpty == false
                    }
                }
                made = try attempt(wanted())
            }
            guard let made else { break }
            // Places are others now; what breaks a line is held back again.
            if made.step.edits.contains(where: \.movesPlaces) { held = HeldBack() }
            if state.check.isFootTooTall, made.step.edits.contains(where: \.changesHeights) {
                isFootLoose = true
            }
            (state, bytes) = (made.state, made.step.bytes)
            tried += made.step.findings
        }
        self.bytes = bytes
        self.leftOut = leftOut
        self.check = state.check
        // Of a rule that is broken more than once in a paragraph what is left to be done by hand may stay.
        let left = Set(state.check.findings.filter { !$0.mends.isEmpty }.map(Spot.init))
        var told: Set<Spot> = []
        mended = tried.filter { !left.contains(Spot($0)) && told.insert(Spot($0)).inserted }
        remarks = Self.remarks(on: state.check, heldBack: held, isFootLoose: isFootLoose)
    }

    private static func remarks(on check: OfficialCheck, heldBack: HeldBack, isFootLoose: Bool) -> [Remark] {
        var rules: [Rule] = []
        for finding in check.findings where finding.mends.contains(where: heldBack.contains) {
            if !rules.contains(finding.rule) { rules.append(finding.rule) }
        }
        return (rules.isEmpty ? [] : [.heldBack(rules)]) + (isFootLoose ? [.footTooTall] : [])
    }

    /// The places that a document has otherwise than the one it was made from, but for what the edits mean; empty for a faithful copy.
    typealias Proof =
        @Sendable (
            _ before: (document: ReadDocument, components: [RecognisedComponent]),
            _ after: (document: ReadDocument, components: [RecognisedComponent]), _ edits: [DocumentEdit]
        ) -> [ElementPlace?]

    /// A document between two steps.
    private struct State {
        let archive: Archive
        let document: ReadDocument
        let check: OfficialCheck

        func spoilt(since earlier: State, by step: Step, _ proving: Proof) -> [ElementPlace?] {
            // A document that cannot be told for what it was is none that was mended.
            guard check.verdict == earlier.check.verdict else { return [nil] }
            return proving(
                (earlier.document, earlier.check.components), (document, check.components), step.edits)
        }
    }

    /// A step that was made, read back and judged.
    private struct Attempt {
        let step: Step
        let state: State
        let spoilt: [ElementPlace?]
    }

    /// The rules that spoil the document by themselves; where none does, all that may have done it together.
    private static func guilty(of attempt: Attempt, spoils: (Rule) throws(Failure) -> Bool) throws(Failure)
        -> [Rule]
    {
        let suspects = rules(of: attempt.step, at: attempt.spoilt)
        guard suspects.count > 1 else { return suspects }
        var guilty: [Rule] = []
        for rule in suspects where try spoils(rule) { guilty.append(rule) }
        return guilty.isEmpty ? suspects : guilty
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
