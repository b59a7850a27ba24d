internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// The programme as the form of a kế hoạch sees it.
    package func planView() -> Value {
        let head = DocumentHead(
            kind: .plan, agency: agency, issue: programme.issue, subject: programme.subject, addressees: [],
            distribution: programme.distribution)
        let body = PlanBody(
            workspace: self, year: nil, lead: programme.lead ?? programmeLead,
            closing: programme.closing ?? "Trên đây là Kế hoạch \(subjectInSentence)")
        return .record(Record(head.fields + body.fields))
    }

    /// The opening paragraph of a programme that carries out an instruction.
    private var programmeLead: String {
        "Thực hiện \(programme.instruction). \(agency.fullName) xây dựng Kế hoạch triển khai thực hiện, cụ thể như sau:"
    }

    /// The subject on one line, as it goes on after “Kế hoạch”.
    var subjectInSentence: String { LetterCase.firstLetterLower(programme.subject.joined(separator: " ")) }

    /// `Kế hoạch số … ngày … của … về …`.
    var programmeReference: String {
        let head = DocumentHead(
            kind: .plan, agency: agency, issue: programme.issue, subject: programme.subject, addressees: [],
            distribution: programme.distribution)
        return "\(head.reference) về \(subjectInSentence)"
    }
}

/// The text of a plan: the whole programme, or what is alive of it in one year.
struct PlanBody {
    let workspace: Workspace
    /// Nil for the whole programme.
    let year: Int?
    let lead: String
    let closing: String

    private var programme: Programme { workspace.programme }

    var workItems: [WorkItem] { programme.workItems.filter { isAlive($0.span) } }

    var phases: [Programme.Phase] {
        programme.phases.filter { phase in year.map { phase.years.contains($0) } ?? true }
    }

    var fields: [(String, Value)] {
        [
            ("mo_dau", .text(lead)), ("muc_dich", texts(programme.purpose)),
            ("yeu_cau", texts(programme.requirements)),
            ("pham_vi", ["mo_ta": .text(programme.scope.description), "kenh": .list(channels)]),
            ("thoi_gian", duration), ("giai_doan", .list(phases.map(phase))),
            ("noi_dung", .list(workItems.enumerated().map { item($1, number: $0 + 1) })),
            ("giai_phap", measures), ("kinh_phi", texts(programme.funding)),
            ("to_chuc_thuc_hien", .list(assignments)), ("ket", .text(closing)),
        ]
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
            "den": .number(Decimal(phase.years.upperBound)),
        ]
    }

    private func item(_ item: WorkItem, number: Int) -> Value {
        [
            "so": .number(Decimal(number)), "ten": .text(item.title), "doan": texts(item.paragraphs),
            "thoi_gian": .text(timeSentence(item)),
        ]
    }

    /// In the programme the item's own sentence or its whole span; in an annual plan its milestones of the year.
    private func timeSentence(_ item: WorkItem) -> String {
        guard let year else { return item.timeSentence ?? "Thời gian thực hiện \(item.span.text)." }
        let milestone = item.milestones[year].map(LetterCase.firstLetterLower)
        return "Thời gian thực hiện: \(milestone ?? "năm \(year)")."
    }

    private var measures: Value {
        let list = programme.measures.enumerated().map { index, paragraphs -> Value in
            [
                "chu": text(ListLetter.text(of: index + 1)), "dau": text(paragraphs.first),
                "tiep": texts(Array(paragraphs.dropFirst())),
            ]
        }
        return ["so": .number(Decimal(workItems.count + 1)), "muc": .list(list)]
    }

    private var assignments: [Value] {
        programme.assignments.map { ($0.name, $0.duties.filter { isAlive($0.span) }.map(\.text)) }.filter {
            !$0.1.isEmpty
        }.enumerated().map { index, assignment in
            ["so": .number(Decimal(index + 1)), "ten": .text(assignment.0), "doan": texts(assignment.1)]
        }
    }
}
