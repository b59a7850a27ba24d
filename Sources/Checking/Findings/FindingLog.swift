internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

/// Findings as they are made, weighed by the settings.
struct FindingLog {
    let profile: FormatProfile
    let settings: RuleSettings
    let file: String
    /// What is a form to be filled in, of which the layout alone is judged.
    let forms: FormLines
    /// Whether the document is older than the regulation it is held against.
    let isEarlier: Bool
    private var entries: [Entry] = []
    /// What each rule weighs, and the place it comes from; nil for one that is not applied.
    private var weights: [Rule: (severity: Severity, clause: String)?] = [:]
    /// What rules could not decide, with the reason.
    private(set) var left: [Rule: Wording] = [:]

    init(profile: FormatProfile, settings: RuleSettings, file: String, forms: FormLines, isEarlier: Bool) {
        self.profile = profile
        self.settings = settings
        self.file = file
        self.forms = forms
        self.isEarlier = isEarlier
    }

    /// `line` is nil for what concerns the page or the document as a whole; `further` are the lines it stands in again; `mend` is what sets it
    /// right, empty where a person must.
    mutating func add(
        _ rule: Rule, _ component: Component?, _ line: TextLine?, found: Wording, right: Wording,
        further: [TextLine] = [], mend: [DocumentEdit] = []
    ) {
        add(
            rule, component, line, .words(found: found, right: right), further.map { FaultyPlace($0, found) },
            mend)
    }

    private mutating func add(
        _ rule: Rule, _ component: Component?, _ line: TextLine?, _ saying: Entry.Saying,
        _ further: [FaultyPlace], _ mend: [DocumentEdit]
    ) {
        guard let (severity, clause) = weight(of: rule) else { return }
        guard !isEarlier || !rule.isOfDecree30 else {
            return leave(
                rule,
                because: Wording(
                    "văn bản ban hành trước khi \(profile.regulation) có hiệu lực",
                    en: "the document is older than \(profile.regulation)"))
        }
        let isOfForm = !rule.judgesLayout && forms.contains(line)
        guard !isOfForm || rule.judgesLineAlone && line.map(forms.isWrittenOut) == true else {
            return leave(rule, because: forms.reason)
        }
        entries.append(
            Entry(
                rule: rule, severity: severity, component: component, line: line, saying: saying,
                clause: clause, mends: rule.mending.isAutomatic && !isOfForm ? mend : [], further: further))
    }

    private mutating func weight(of rule: Rule) -> (severity: Severity, clause: String)? {
        if let known = weights[rule] { return known }
        let weight = settings.severity(of: rule, under: profile).map {
            (severity: $0, clause: profile.clause(of: rule) ?? "")
        }
        weights[rule] = .some(weight)
        return weight
    }

    /// Says that a rule cannot be decided here; a finding of it elsewhere counts for more.
    mutating func leave(_ rules: Rule..., because reason: Wording) {
        for rule in rules { left[rule] = left[rule] ?? reason }
    }

    /// What a grammar found in the line's text without the blanks around it, or `isInWhole` with them.
    ///
    /// `letters` are those of the line, where they are laid out and composed; `mend` is for what the grammar does not know how to correct
    /// itself.
    mutating func add(
        _ faults: [TextFault], _ component: Component?, _ line: TextLine, isInWhole: Bool = false,
        letters: TextScalars? = nil, mend: (TextFault) -> [DocumentEdit] = { _ in [] }
    ) {
        guard !faults.isEmpty else { return }
        let corrections = LineCorrections(line, letters: letters)
        for fault in faults {
            let edits = corrections.edit(for: fault, isInWhole: isInWhole).map { [$0] } ?? mend(fault)
            add(fault.rule, component, line, .fault(fault), [], edits)
        }
    }

    /// One finding for all lines with the same fault, at the first of them.
    mutating func add(_ rule: Rule, _ component: Component?, all places: [FaultyPlace], right: Wording) {
        let judged = rule.judgesLayout ? places : places.filter { !forms.contains($0.line) }
        guard let first = judged.first ?? places.first else { return }
        add(
            rule, component, first.line, .words(found: first.found, right: right), Array(judged.dropFirst()),
            judged.flatMap(\.mend))
    }

    /// Page first, then by place; what is said again and again is told once, at its first place.
    var ordered: [Finding] {
        let numbers = entries.map { $0.line?.paragraph.place.number ?? 0 }
        let order = entries.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        var told: [[Int]] = []
        var places: [Saying: Int] = [:]
        for index in order {
            let saying = Saying(entries[index])
            if entries[index].line != nil, let place = places[saying] {
                told[place].append(index)
            } else {
                places[saying] = told.count
                told.append([index])
            }
        }
        return told.map(finding)
    }

    /// One finding for entries that say the same, as the first of them tells it.
    private func finding(_ alike: [Int]) -> Finding {
        let first = entries[alike[0]]
        let mends = alike.flatMap { entries[$0].mends }
        let further = first.furtherPlaces + alike.dropFirst().flatMap { entries[$0].places }
        let words = first.words
        return Finding(
            rule: first.rule, severity: first.severity, component: first.component,
            place: first.line?.paragraph.place, excerpt: first.line.map { Entry.shortened($0.trimmed) } ?? "",
            found: words.found, right: words.right, clause: first.clause, mends: mends, further: further)
    }

    /// What a finding says wherever it stands.
    private struct Saying: Hashable {
        let rule: Rule
        let found: String
        let right: String

        init(_ entry: Entry) {
            rule = entry.rule
            switch entry.rule.telling {
            case .once: (found, right) = ("", "")
            case .each:
                let words = entry.words
                (found, right) = (words.found.vietnamese, words.right.vietnamese)
            }
        }
    }
}

/// What was found at a place; of many that say the same only the first is put into words.
private struct Entry {
    let rule: Rule
    let severity: Severity
    let component: Component?
    let line: TextLine?
    let saying: Saying
    let clause: String
    let mends: [DocumentEdit]
    let further: [FaultyPlace]

    enum Saying {
        case words(found: Wording, right: Wording)
        case fault(TextFault)
    }

    var words: (found: Wording, right: Wording) {
        switch saying {
        case .words(let found, let right): return (found, right)
        case .fault(let fault):
            let words = FaultWords(fault, letters: Self.shortened(fault.found))
            return (words.found, words.right)
        }
    }

    /// Its own place and the further ones, where another entry says the same.
    var places: [FurtherPlace] {
        [
            FurtherPlace(
                place: line?.paragraph.place, excerpt: line.map { Self.shortened($0.trimmed) } ?? "",
                found: words.found, canBeMended: !mends.isEmpty)
        ] + furtherPlaces
    }

    var furtherPlaces: [FurtherPlace] {
        further.map { place in
            FurtherPlace(
                place: place.line.paragraph.place, excerpt: Self.shortened(place.line.trimmed),
                found: place.found, canBeMended: !mends.isEmpty && !place.mend.isEmpty)
        }
    }

    static func shortened(_ text: String) -> String {
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
