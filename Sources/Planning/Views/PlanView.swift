package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// The programme as the form of a kế hoạch sees it; `than_bai` is its body, with numbers that have these marks.
    ///
    /// Throws what is wrong with its texts and what its outline misses.
    package func planView(marks: NumberMarks = .decree30) throws(Failure) -> Value {
        try withPlainTexts(of: nil).filledPlanView(marks)
    }

    func filledPlanView(_ marks: NumberMarks) throws(Failure) -> Value {
        let head = DocumentHead(
            kind: programme.kind, agency: agency, issue: programme.issue, subject: programme.subject,
            addressees: programme.addressees, distribution: programme.distribution,
            partner: programme.partner, typeName: programme.typeName)
        var body = wholePlanBody
        return .record(Record(head.fields + (try body.fields(marks))))
    }

    /// What the whole plan says, to be compared with another.
    func planTree() throws(Failure) -> PlanTree {
        var body = wholePlanBody
        return try body.tree()
    }

    private var wholePlanBody: PlanBody {
        PlanBody(
            self, year: nil, outline: programme.body, lead: programme.lead, usualLead: programmeLead,
            closing: programme.closing, usualClosing: "Trên đây là \(programme.kindName) \(subjectInSentence)"
        )
    }

    /// The opening paragraph of a programme, with the instruction it carries out.
    private var programmeLead: String {
        guard let instruction = programme.instruction else {
            return "\(issuerInSentence) ban hành \(programme.kindName) \(subjectInSentence), cụ thể như sau:"
        }
        return
            "Thực hiện \(instruction), \(issuerInSentence) xây dựng \(programme.kindName) triển khai thực hiện, cụ thể như sau:"
    }

    /// Who issues the plan.
    var issuerInSentence: String {
        programme.partner.map { "\(agency.fullName) và \($0.fullName)" } ?? agency.fullName
    }

    /// The same with the year of an annual plan, unless the subject says one.
    func subjectInSentence(of year: Int) -> String {
        LetterCase.insideSentence(programme.subject.withYear(year).joined(separator: " "))
    }

    /// The subject on one line, as it goes on after “Kế hoạch”.
    var subjectInSentence: String { LetterCase.insideSentence(programme.subject.joined(separator: " ")) }

    /// `Kế hoạch số … ngày … của … về …`.
    var programmeReference: String {
        let head = DocumentHead(
            kind: programme.kind, agency: agency, issue: programme.issue, subject: programme.subject,
            addressees: [], distribution: programme.distribution, partner: programme.partner,
            typeName: programme.typeName)
        return "\(head.reference) về \(subjectInSentence)"
    }
}

/// The text of a plan: the whole programme, or what is alive of it in one year.
struct PlanBody {
    let workspace: Workspace
    /// Nil for the whole programme.
    let year: Int?
    private let outline: OutlineBody
    private let lead: WrittenText?
    private let usualLead: String
    private let closing: WrittenText?
    private let usualClosing: String
    private var composing: BodyComposing

    /// The sentences around the body are those of the plan's file, else the outline's, else the usual ones.
    init(
        _ workspace: Workspace, year: Int?, outline: OutlineBody, lead: WrittenText?, usualLead: String,
        closing: WrittenText?, usualClosing: String
    ) {
        self.workspace = workspace
        self.year = year
        self.outline = outline
        self.lead = lead ?? outline.lead
        self.usualLead = usualLead
        self.closing = closing ?? outline.closing
        self.usualClosing = usualClosing
        let programme = workspace.programme
        composing = BodyComposing(
            workspace, year: year, data: workspace.figures(of: year),
            texts: [
                "muc_dich": programme.purpose, "yeu_cau": programme.requirements,
                "kinh_phi": programme.funding,
            ], home: workspace.planHome)
    }

    private var programme: Programme { workspace.programme }

    var workItems: [WorkItem] { composing.workItems }

    var phases: [Programme.Phase] {
        programme.phases.filter { phase in year.map { phase.years.contains($0) } ?? true }
    }

    /// What it says, before it is numbered; throws every fault of its texts.
    mutating func tree() throws(Failure) -> PlanTree {
        let parts = composing.parts(of: outline.sections)
        let opening = lead.map { composing.filled($0) }
        let appended = appendices()
        try composing.finish()
        return PlanTree(
            subject: programme.subject.joined(separator: " "), lead: opening, parts: parts,
            appendices: appended)
    }

    /// Throws every fault of its texts.
    mutating func fields(_ marks: NumberMarks) throws(Failure) -> [(String, Value)] {
        let parts = composing.parts(of: outline.sections)
        let numbering = BodyNumbering(levels: outline.levels, marks: marks)
        var written = numbering.blocks(of: parts)
        let opening = lead?.isAbsence == true ? "" : lead.map { composing.filled($0) } ?? usualLead
        let end =
            closing?.isAbsence == true
            ? written.removeEnd() : BodyEnd(closing.map { composing.filled($0) } ?? usualClosing)
        var fields: [(String, Value)] = [
            ("can_cu", texts(programme.legalBases.map { composing.filled($0) })), ("mo_dau", .text(opening)),
            ("muc_dich", texts(programme.purpose.map { composing.filled($0) })),
            ("yeu_cau", texts(programme.requirements.map { composing.filled($0) })),
            ("pham_vi", ["mo_ta": .text(programme.scope.description), "kenh": .list(channels)]),
            ("thoi_gian", duration), ("giai_doan", .list(phases.map(phase))),
            ("noi_dung", .list(workItems.enumerated().map { item($1, number: $0 + 1) })),
            ("giai_phap", measures), ("kinh_phi", texts(programme.funding.map { composing.filled($0) })),
            ("to_chuc_thuc_hien", assignments),
        ]
        fields += end.fields + [("than_bai", .list(written)), ("co_than_bai", true)]
        let appended = appendices().fields(numbering)
        let authority = programme.authority.map { [("tham_quyen", Value.text($0))] } ?? []
        try composing.finish()
        return fields + authority + appended
    }

    private mutating func appendices() -> [PlanTree.Appendix] {
        var appendices: [PlanTree.Appendix] = []
        for (index, appendix) in programme.appendices.enumerated() {
            appendices.append(
                PlanTree.Appendix(
                    label: programme.appendixLabel(index), title: composing.filled(appendix.title),
                    isLandscape: appendix.isLandscape,
                    parts: composing.parts(of: appendix.sections, after: appendix.blocks)))
        }
        return appendices
    }

    private func isAlive(_ span: TimeSpan?) -> Bool {
        guard let year, let span else { return true }
        return span.contains(year)
    }

    private var channels: [Value] {
        programme.scope.channels.filter { isAlive($0.span) }.map {
            ["ten": .text($0.name), "loai": text($0.kind), "dia_chi": text($0.address)]
        }
    }

    private var duration: Value {
        let years = year.map { $0...$0 } ?? programme.duration
        return ["tu": .number(Decimal(years.lowerBound)), "den": .number(Decimal(years.upperBound))]
    }

    private func phase(_ phase: Programme.Phase) -> Value {
        [
            "so": .number(Decimal(phase.number)), "tu": .number(Decimal(phase.years.lowerBound)),
            "den": .number(Decimal(phase.years.upperBound)), "ten": text(phase.name),
            "muc_tieu": texts(phase.goals),
        ]
    }

    private mutating func item(_ item: WorkItem, number: Int) -> Value {
        [
            "so": .number(Decimal(number)), "ten": .text(item.title),
            "doan": texts(item.paragraphs.map { composing.filled($0) }),
            "thoi_gian": .text(composing.timeSentence(item)),
        ]
    }

    private var measures: Value {
        mutating get {
            var list: [Value] = []
            for (index, paragraphs) in programme.measures.enumerated() {
                let filled = paragraphs.map { composing.filled($0) }
                list.append([
                    "chu": text(ListLetter.text(of: index + 1)), "dau": text(filled.first),
                    "tiep": texts(Array(filled.dropFirst())),
                ])
            }
            return ["so": .number(Decimal(workItems.count + 1)), "muc": .list(list)]
        }
    }

    private var assignments: Value {
        mutating get {
            var list: [Value] = []
            for assignment in programme.assignments {
                let duties = assignment.duties.filter { isAlive($0.span) }.map { composing.filled($0.text) }
                guard !duties.isEmpty else { continue }
                list.append([
                    "so": .number(Decimal(list.count + 1)), "ten": .text(assignment.name),
                    "doan": texts(duties),
                ])
            }
            return .list(list)
        }
    }
}

extension [Diagnostic] {
    /// Each once, as a text that stands in two places of the view has its fault twice.
    var withoutRepeats: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
    }
}
