internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

/// Findings as they are made, weighed by the settings.
struct FindingLog {
    let profile: FormatProfile
    let settings: RuleSettings
    let file: String
    /// Whether the document is a form to be filled in, of which the layout alone is judged.
    let isForm: Bool
    private var entries: [Finding] = []
    /// What rules could not decide, with the reason.
    private(set) var left: [Rule: Wording] = [:]

    init(profile: FormatProfile, settings: RuleSettings, file: String, isForm: Bool) {
        self.profile = profile
        self.settings = settings
        self.file = file
        self.isForm = isForm
    }

    /// `line` is nil for what concerns the page or the document as a whole; `mend` is what sets it right, empty where a person must.
    mutating func add(
        _ rule: Rule, _ component: Component?, _ line: TextLine?, found: Wording, right: Wording,
        furtherPlaces: Int = 0, mend: [DocumentEdit] = []
    ) {
        add(
            rule, component, line, excerpt: line.map { Self.shortened($0.trimmed) } ?? "", found: found,
            right: right, furtherPlaces: furtherPlaces, mend: mend)
    }

    private mutating func add(
        _ rule: Rule, _ component: Component?, _ line: TextLine?, excerpt: String, found: Wording,
        right: Wording, furtherPlaces: Int, mend: [DocumentEdit]
    ) {
        guard let severity = settings.severity(of: rule, under: profile) else { return }
        guard !isForm || rule.judgesLayout else {
            return leave(
                rule, because: Wording("biểu mẫu còn chỗ điền", en: "a form with slots to be filled in"))
        }
        entries.append(
            Finding(
                rule: rule, severity: severity, component: component, place: line?.paragraph.place,
                excerpt: excerpt, found: found, right: right, clause: profile.clause(of: rule) ?? "",
                mends: rule.mending.isAutomatic ? mend : [], furtherPlaces: furtherPlaces))
    }

    /// Says that a rule cannot be decided here; a finding of it elsewhere counts for more.
    mutating func leave(_ rules: Rule..., because reason: Wording) {
        for rule in rules { left[rule] = left[rule] ?? reason }
    }

    /// What a grammar found in the line's text without the blanks around it, or `isInWhole` with them; `mend` is for what it does not know
    /// how to correct itself.
    mutating func add(
        _ faults: [TextFault], _ component: Component?, _ line: TextLine, isInWhole: Bool = false,
        mend: (TextFault) -> [DocumentEdit] = { _ in [] }
    ) {
        guard !faults.isEmpty else { return }
        let corrections = LineCorrections(line)
        let excerpt = Self.shortened(line.trimmed)
        for fault in faults {
            let words = FaultWords(fault, letters: Self.shortened(fault.found))
            let edits = corrections.edit(for: fault, isInWhole: isInWhole).map { [$0] } ?? mend(fault)
            add(
                fault.rule, component, line, excerpt: excerpt, found: words.found, right: words.right,
                furtherPlaces: 0, mend: edits)
        }
    }

    /// One finding for all lines with the same fault, at the first of them.
    mutating func add(_ rule: Rule, _ component: Component?, all places: [FaultyPlace], right: Wording) {
        guard let first = places.first else { return }
        add(
            rule, component, first.line, found: first.found, right: right, furtherPlaces: places.count - 1,
            mend: places.flatMap(\.mend))
    }

    /// Page first, then by place; what is said again and again is told once, at its first place.
    var ordered: [Finding] {
        let sorted = entries.enumerated().sorted { a, b in
            let left = (a.element.place?.number ?? 0, a.offset)
            let right = (b.element.place?.number ?? 0, b.offset)
            return left < right
        }.map(\.element)
        var told: [[Finding]] = []
        var places: [Saying: Int] = [:]
        for finding in sorted {
            let saying = Saying(finding)
            if finding.place != nil, let place = places[saying] {
                told[place].append(finding)
            } else {
                places[saying] = told.count
                told.append([finding])
            }
        }
        return told.compactMap { alike in alike.first?.and(alike.dropFirst()) }
    }

    /// What a finding says wherever it stands.
    private struct Saying: Hashable {
        let rule: Rule
        let found: String
        let right: String

        init(_ finding: Finding) {
            rule = finding.rule
            switch finding.rule.telling {
            case .once: (found, right) = ("", "")
            case .each: (found, right) = (finding.found.vietnamese, finding.right.vietnamese)
            }
        }
    }

    private static func shortened(_ text: String) -> String {
        // No letter takes less than a byte; a long text is not counted to its end.
        guard text.utf8.count > 60 else { return text }
        let end = text.index(text.startIndex, offsetBy: 61, limitedBy: text.endIndex)
        return end == nil ? text : text.prefix(57) + "…"
    }
}

/// One of several places with the same fault, and what sets it right.
struct FaultyPlace {
    let line: TextLine
    let found: Wording
    let mend: [DocumentEdit]

    init(_ line: TextLine, _ found: Wording, mend: [DocumentEdit] = []) {
        self.line = line
        self.found = found
        self.mend = mend
    }
}
