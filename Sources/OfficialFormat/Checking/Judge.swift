internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

/// Gathers the findings of all rules over one document.
struct Judge {
    let document: ReadDocument
    /// As it stands in the file, where letters may be kept otherwise.
    let original: ReadDocument
    let reading: UnicodeReading
    let lines: [TextLine]
    let anatomy: Anatomy
    let profile: FormatProfile
    let settings: RuleSettings
    let today: CalendarDate?

    /// In the order of the document; faults of the page come first.
    var findings: [CheckFinding] {
        var log = FindingLog(profile: profile, settings: settings, file: document.file)
        checkPages(&log)
        checkPageNumbers(&log)
        checkLetters(&log)
        checkEncodings(&log)
        checkPresence(&log)
        checkLooks(&log)
        checkSizes(&log)
        checkLines(&log)
        checkHeadTexts(&log)
        checkHeadLayout(&log)
        checkCitations(&log)
        checkFootTexts(&log)
        checkFootLayout(&log)
        checkAppendices(&log)
        checkAppendixLinks(&log)
        checkBody(&log)
        checkFlow(&log)
        checkTexts(&log)
        checkConsistency(&log)
        return log.ordered
    }
}

/// Findings as they are made, weighed by the settings.
struct FindingLog {
    let profile: FormatProfile
    let settings: RuleSettings
    let file: String
    private var entries: [CheckFinding] = []

    init(profile: FormatProfile, settings: RuleSettings, file: String) {
        self.profile = profile
        self.settings = settings
        self.file = file
    }

    /// `line` is nil for what concerns the page or the document as a whole; `mend` is what sets it right, empty where a person must.
    mutating func add(
        _ rule: RuleCode, _ component: Component?, _ line: TextLine?, found: Wording, right: Wording,
        furtherPlaces: Int = 0, mend: [DocumentEdit] = []
    ) {
        guard let severity = settings.severity(of: rule, under: profile), let entry = Rule.rule(rule) else {
            return
        }
        entries.append(
            CheckFinding(
                rule: rule, severity: severity, component: component, place: line?.paragraph.place,
                excerpt: line.map { Self.shortened($0.trimmed) } ?? "", found: found, right: right,
                clause: profile.clause(of: entry) ?? "", mends: entry.mending == .automatic ? mend : [],
                furtherPlaces: furtherPlaces))
    }

    /// What a grammar found in the line's text; `mend` is for what it does not know how to correct itself.
    mutating func add(
        _ findings: [Finding], _ component: Component?, _ line: TextLine,
        mend: (Finding) -> [DocumentEdit] = { _ in [] }
    ) {
        guard !findings.isEmpty else { return }
        let corrections = LineCorrections(line)
        for finding in findings {
            let letters = Self.shortened(finding.found)
            let words = FindingWords(finding, letters: letters)
            let edits = corrections.edit(for: finding).map { [$0] } ?? mend(finding)
            add(finding.rule, component, line, found: words.found, right: words.right, mend: edits)
        }
    }

    /// One finding for all lines with the same fault, at the first of them.
    mutating func add(_ rule: RuleCode, _ component: Component?, all places: [FaultyPlace], right: Wording) {
        guard let first = places.first else { return }
        add(
            rule, component, first.line, found: first.found, right: right, furtherPlaces: places.count - 1,
            mend: places.flatMap(\.mend))
    }

    /// Page first, then by place; what is said again and again is told once, at its first place.
    var ordered: [CheckFinding] {
        let sorted = entries.enumerated().sorted { a, b in
            let left = (a.element.place?.number ?? 0, a.offset)
            let right = (b.element.place?.number ?? 0, b.offset)
            return left < right
        }.map(\.element)
        var told: [[CheckFinding]] = []
        var places: [[String]: Int] = [:]
        for finding in sorted {
            let key =
                FindingWords.ofTyping.contains(finding.rule)
                ? [finding.rule.rawValue]
                : [finding.rule.rawValue, finding.found.vietnamese, finding.right.vietnamese]
            if finding.place != nil, let place = places[key] {
                told[place].append(finding)
            } else {
                places[key] = told.count
                told.append([finding])
            }
        }
        return told.compactMap { alike in alike.first?.and(alike.dropFirst()) }
    }

    private static func shortened(_ text: String) -> String {
        // A long text is not counted to its end.
        let end = text.index(text.startIndex, offsetBy: 61, limitedBy: text.endIndex)
        return end == nil ? text : text.prefix(57) + "…"
    }
}

extension FindingLog {
    /// One finding for all lines with a fault that a person must mend.
    mutating func add(
        _ rule: RuleCode, _ component: Component?, all places: [(line: TextLine, found: Wording)],
        right: Wording
    ) { add(rule, component, all: places.map { FaultyPlace($0.line, $0.found) }, right: right) }
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

/// Numbers in messages: `13`, `12.7`, and in Vietnamese `12,7`.
func measure(_ number: Double, _ unit: String) -> Wording {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let whole = "\(sign)\(abs(tenths) / 10)"
    guard tenths % 10 != 0 else { return Wording("\(whole) \(unit)", en: "\(whole) \(unit)") }
    let rest = abs(tenths) % 10
    return Wording("\(whole),\(rest) \(unit)", en: "\(whole).\(rest) \(unit)")
}

/// A range in messages: `13–14 pt`.
func measure(_ range: ClosedRange<Double>, _ unit: String) -> Wording {
    guard range.lowerBound != range.upperBound else { return measure(range.lowerBound, unit) }
    let from = measure(range.lowerBound, "")
    let to = measure(range.upperBound, unit)
    return Wording(
        "\(from.vietnamese.dropLast())–\(to.vietnamese)", en: "\(from.english.dropLast())–\(to.english)")
}
