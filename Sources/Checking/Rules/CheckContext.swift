internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

/// What checks look at: a document, what its lines were recognised as, and what it is held against.
struct CheckContext {
    /// As it stands in the file, where letters may be kept otherwise than in `document`.
    let original: ReadDocument
    let structure: RecognisedDocument
    let profile: FormatProfile
    let settings: RuleSettings
    let today: CalendarDate?
    /// The document's own day; nil for a draft's blanks.
    let issueDay: CalendarDate?
    /// The set of sizes the text is written in; nil for one of neither set.
    let sizeSet: SizeSet?
    /// The day acts and bodies must have been there on: the document's own, of a draft the last it can be of or the day of the check,
    /// whichever is first.
    let dayOfLaw: CalendarDate?
    let capitals: CapitalWordsOnce
    let knownWords: KnownWords
    /// The office's own lists that hold on that day.
    let ownLists: [OwnList]
    /// The blocks of the body, put together once.
    let blocks: [ReadBlock]
    let plainText: [Int]
    /// The lines that run on as text: between head and foot, in tables, and in what is issued with the document.
    let runningLines: [Int]

    init(
        original: ReadDocument, structure: RecognisedDocument, profile: FormatProfile, settings: RuleSettings,
        today: CalendarDate?
    ) {
        self.original = original
        self.structure = structure
        self.profile = profile
        self.settings = settings
        self.today = today
        sizeSet = Self.sizeSet(of: structure, profile)
        capitals = CapitalWordsOnce(structure)
        blocks = structure.document.blocks
        plainText = Self.plainText(of: structure)
        runningLines = Self.runningLines(of: structure)
        issueDay = structure.day
        let dayOfLaw = issueDay ?? [today, structure.lastPossibleDay].compactMap(\.self).min()
        self.dayOfLaw = dayOfLaw
        ownLists = settings.lists.filter { $0.holds(on: dayOfLaw) }
        knownWords = KnownWords(ownLists.isEmpty ? .shipped : WordLists(also: ownLists))
    }

    var document: ReadDocument { structure.document }
    var reading: UnicodeReading { structure.reading }
    var lines: [TextLine] { structure.lines }

    /// What was found, in the order of the document; faults of the page come first.
    ///
    /// `known` is what lines came to in a document judged by the same terms.
    func judged(after known: LineVerdicts?) -> (
        findings: [Finding], judgement: Judgement, lines: LineVerdicts
    ) {
        var log = FindingLog(
            profile: profile, settings: settings, file: document.file, forms: FormLines(structure), age: age)
        for check in Check.all { if case .document(let find) = check.look { find(self, &log) } }
        var verdicts = known.flatMap { $0.day == dayOfLaw ? $0 : nil } ?? LineVerdicts(on: dayOfLaw)
        judgeLines(&log, &verdicts)
        let findings = log.ordered
        return (findings, Judgement(self, findings: findings, left: log.left), verdicts)
    }

    /// By the day it bears, or the last it can be of.
    var age: DocumentAge {
        guard !isParty, let day = issueDay ?? structure.lastPossibleDay, day < profile.validity.from else {
            return .ofRegulation
        }
        return CalendarDate(year: 2011, month: 3, day: 5).map { day >= $0 } == true ? .ofCircular01 : .older
    }

    private func judgeLines(_ log: inout FindingLog, _ verdicts: inout LineVerdicts) {
        let checks = Check.all.compactMap { check in
            if case .lines(let find) = check.look { find } else { nil }
        }
        for index in lines.indices where !lines[index].isBlank && !lines[index].hasTags {
            let text = lines[index].text
            let isComposed = Normalization.isNFC(text)
            let line = judged(index, isComposed ? text : Normalization.nfc(text))
            if let faults = verdicts[line] {
                log.add(lines[index].withoutObjects(faults), line.component, lines[index], isInWhole: true)
                continue
            }
            let laidOut = JudgedLine(
                line, words: TextWords(TextScalars(line.text), isComposed: true, knownWords))
            var faults = checks.flatMap { $0(laidOut, self) }
            if faults.count > 1 {
                faults.sort {
                    ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
                }
            }
            verdicts[line] = faults
            log.add(
                lines[index].withoutObjects(faults), line.component, lines[index], isInWhole: true,
                letters: isComposed ? laidOut.text : nil)
        }
    }

    private func judged(_ index: Int, _ text: String) -> LineVerdicts.Line {
        let component = structure.components[index]
        let isText = isText(index)
        let isRunning =
            (component == nil || isText || component == .recipient || component == .romanHeading)
            && (index >= structure.head.upperBound || structure.head.isEmpty)
        return LineVerdicts.Line(
            text: text, component: component, isRunning: isRunning, isText: isRunning && isText,
            isInTable: lines[index].spot.table != nil)
    }
}

extension CheckContext {
    var isParty: Bool { profile.isOfParty }

    func isText(_ index: Int) -> Bool { Self.isText(structure.components[index]) }

    static func isText(_ component: Component?) -> Bool {
        switch component {
        case .body, .clause, .titledClause, .point, .article, .legalBasis: true
        default: false
        }
    }

    private static func runningLines(of structure: RecognisedDocument) -> [Int] {
        let end = structure.furtherDocuments.first ?? structure.lines.endIndex
        guard structure.head.upperBound < end else { return [] }
        return (structure.head.upperBound..<end).filter { index in
            let (component, line) = (structure.components[index], structure.lines[index])
            return (component == nil || isText(component)) && !line.isUpper && !line.hasTags
        }
    }

    /// By the most frequent size of the text.
    private static func sizeSet(of structure: RecognisedDocument, _ profile: FormatProfile) -> SizeSet? {
        var counts: [Double: Int] = [:]
        for index in structure.text where isText(structure.components[index]) {
            for piece in structure.lines[index].pieces {
                if let size = piece.look.size { counts[size, default: 0] += piece.text.utf8.count }
            }
        }
        guard let body = profile.format(of: .body),
            let size = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key
        else { return nil }
        return SizeSet.allCases.first { abs(body.size(in: $0) - size) <= 0.25 }
    }

    /// The sizes the document goes by, else the usual ones.
    var sizes: SizeSet { sizeSet ?? profile.usualSizes }

    // MARK: Applying grammars

    /// Judges each line of a component by itself.
    func judgeEach(_ component: Component, _ log: inout FindingLog, _ judge: (String) -> [TextFault]) {
        for index in structure.indices(of: component) where !lines[index].hasTags {
            log.add(judge(lines[index].trimmed), component, lines[index])
        }
    }

    /// Judges the lines of a component together; a template's are not, since their number is not known.
    func judgeTogether(_ component: Component, _ log: inout FindingLog, _ judge: ([String]) -> [[TextFault]])
    {
        let indices = structure.indices(of: component)
        guard !indices.isEmpty, !indices.contains(where: { lines[$0].hasTags }) else { return }
        for (index, found) in zip(indices, judge(indices.map { lines[$0].trimmed })) {
            log.add(found, component, lines[index])
        }
    }
}
