internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

/// Gathers the findings of all rules over one document.
struct Judge {
    let document: ReadDocument
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

    /// `line` is nil for what concerns the page or the document as a whole.
    mutating func add(
        _ rule: RuleCode,
        _ component: Component?,
        _ line: TextLine?,
        found: Wording,
        right: Wording,
        furtherPlaces: Int = 0
    ) {
        guard let severity = settings.severity(of: rule, under: profile.key), let entry = Rule.rule(rule)
        else {
            return
        }
        entries.append(
            CheckFinding(
                rule: rule,
                severity: severity,
                component: component,
                place: line?.paragraph.place,
                excerpt: line.map { Self.shortened($0.trimmed) } ?? "",
                found: found,
                right: right,
                clause: entry.clause(under: profile.key) ?? "",
                mending: entry.mending,
                furtherPlaces: furtherPlaces
            )
        )
    }

    /// What a grammar found in the line's text.
    mutating func add(_ findings: [Finding], _ component: Component?, _ line: TextLine) {
        for finding in findings {
            let letters = Self.shortened(finding.found)
            let words = FindingWords(finding, letters: letters)
            add(finding.rule, component, line, found: words.found, right: words.right)
        }
    }

    /// One finding for all lines with the same fault, at the first of them.
    mutating func add(
        _ rule: RuleCode,
        _ component: Component?,
        all places: [(line: TextLine, found: Wording)],
        right: Wording
    ) {
        guard let first = places.first else { return }
        add(
            rule,
            component,
            first.line,
            found: first.found,
            right: right,
            furtherPlaces: places.count - 1
        )
    }

    /// Page first, then by place; what is said again and again is told once, at its first place.
    var ordered: [CheckFinding] {
        let sorted = entries.enumerated().sorted { a, b in
            let left = (a.element.place?.number ?? 0, a.offset)
            let right = (b.element.place?.number ?? 0, b.offset)
            return left < right
        }.map(\.element)
        var told: [CheckFinding] = []
        var places: [[String]: Int] = [:]
        for finding in sorted {
            let key =
                FindingWords.ofTyping.contains(finding.rule)
                ? [finding.rule.rawValue]
                : [finding.rule.rawValue, finding.found.vietnamese, finding.right.vietnamese]
            if finding.place != nil, let place = places[key] {
                told[place] = told[place].and(finding)
            } else {
                places[key] = told.count
                told.append(finding)
            }
        }
        return told
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? String(text.prefix(57)) + "…" : text
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
        "\(from.vietnamese.dropLast())–\(to.vietnamese)",
        en: "\(from.english.dropLast())–\(to.english)"
    )
}
