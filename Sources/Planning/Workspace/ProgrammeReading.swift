internal import DataFiles
internal import VietnameseText

// What a missing key leaves empty has been reported already, and keeps the workspace from being built.
extension Programme {
    /// Names of units come from the agency, when it could be read.
    init(_ file: ProgrammeFile, _ outline: Outline, agency: Agency?) {
        duration = file.years ?? 1945...2199
        let first = duration.lowerBound
        kind = file.kind
        typeName = file.typeName
        issue = Issue(file.issue, defaultYear: first)
        subject = file.subject
        addressees = file.addressees
        authority = file.authority
        legalBases = file.legalBases
        instruction = file.instruction
        lead = file.lead
        purpose = file.purpose
        requirements = file.requirements
        scope = Scope(
            description: file.scope.value?.description ?? "",
            channels: (file.scope.value?.channels.value ?? []).map(Channel.init))
        isSchoolYear = !file.schoolYear.isLeftOut
        appendices = file.appendices
        decision = file.decision.map { Decision($0, year: first) }
        handover = Handover(
            file.handover ?? HandoverEntry(), year: issue.year, general: Distribution(file.distribution))
        let general = Distribution(file.distribution)
        let year = Issue(file.issue, defaultYear: first).year
        submission = file.submission.map { Submission($0, year: year, general: general) }
        amendment = Amendment(file.amendment ?? AmendmentEntry(), year: year, general: general)
        partner = file.partner.map(Partner.init)
        phases = file.phases.enumerated().map { index, phase in
            let first = phase.first.value ?? 1945
            return Phase(
                number: index + 1, name: phase.name, years: first...max(first, phase.last.value ?? first),
                goals: phase.goals)
        }
        workItems = file.workItems.map(WorkItem.init)
        measures = file.measures
        funding = file.funding
        assignments = file.assignments.map { assignment in
            let unit = assignment.unit.value.flatMap { agency?.unit($0)?.name }
            return Assignment(
                name: assignment.name.value ?? unit ?? "", duties: assignment.duties.map(Duty.init))
        }
        closing = file.closing
        distribution = Distribution(file.distribution)
        annual = Dictionary(uniqueKeysWithValues: file.annual.map { ($0, AnnualTexts($1.value, year: $0)) })
        body = outline.body
        followsUsualOutline = file.outline.map { $0 == Outline.usualName } ?? file.sections.isEmpty
        slots = Dictionary(
            outline.slots.keys.compactMap { key in file.slots[key].map { (key, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}

extension ProgrammeFile {
    /// The years of the plan; without a duration the year it is issued in.
    var years: ClosedRange<Int>? {
        if case .given(let span) = schoolYear { return span.value.years }
        return switch duration {
        case .given(let span): span.value.years
        case .unreadable: nil
        case .leftOut: (issue.date.value?.year ?? issue.year.value).map { $0...$0 }
        }
    }
}

extension TimeSpan {
    /// Nil while an end is open.
    fileprivate var years: ClosedRange<Int>? {
        guard let first, let last else { return nil }
        return first...max(first, last)
    }
}

extension Programme.Handover {
    /// What it does not say is the plan's own.
    init(_ entry: HandoverEntry, year: Int, general: Distribution) {
        issue = Issue(entry.issue, defaultYear: year)
        subject = entry.subject
        closing = entry.closing
        distribution = Distribution(entry.distribution, like: general, recipients: ["Như trên"])
    }
}

extension Programme.Submission {
    /// What it does not say is the plan's own.
    init(_ entry: SubmissionEntry, year: Int, general: Distribution) {
        issue = Issue(entry.issue, defaultYear: year)
        subject = entry.subject
        addressees = entry.addressees
        legalBases = entry.legalBases
        lead = entry.lead
        necessity = entry.necessity
        preparation = entry.preparation
        contents = entry.contents
        requests = entry.requests
        sections = entry.sections
        levels = entry.levels
        closing = entry.closing
        distribution = Distribution(entry.distribution, like: general, recipients: ["Như trên"])
    }
}

extension Programme.Amendment {
    /// What it does not say is the plan's own.
    init(_ entry: AmendmentEntry, year: Int, general: Distribution) {
        issue = Issue(entry.issue, defaultYear: year)
        subject = entry.subject
        legalBases = entry.legalBases
        lead = entry.lead
        closing = entry.closing
        distribution = Distribution(entry.distribution, like: general, recipients: general.recipients)
    }
}

extension Programme.Decision {
    init(_ entry: DecisionEntry, year: Int) {
        issue = Issue(entry.issue, defaultYear: year)
        subject = entry.subject
        authority = entry.authority
        legalBases = entry.legalBases
        articles = entry.articles
        execution = entry.execution
        distribution = Distribution(entry.distribution)
    }
}

extension Programme.Channel {
    init(_ channel: ProgrammeFile.Channel) {
        self.init(
            code: channel.code, name: channel.name, kind: channel.kind, address: channel.address,
            span: channel.span.value)
    }
}

extension Programme.Duty {
    init(_ duty: Shorthand<WrittenText, ProgrammeFile.Duty>) {
        switch duty {
        case .short(let text): self.init(text: text, span: nil)
        case .long(let duty): self.init(text: duty.text, span: duty.span.value)
        }
    }
}

extension Programme.AnnualTexts {
    init(_ texts: ProgrammeFile.Annual, year: Int) {
        issue = Issue(texts.issue, defaultYear: year)
        subject = texts.subject
        lead = texts.lead
        closing = texts.closing
        recipients = texts.distribution.recipients
        filing = texts.distribution.filing
        signatory = texts.distribution.signatory
    }
}

extension WorkItem {
    init(_ item: ProgrammeFile.Item) {
        code = item.code.value ?? ""
        title = item.title
        paragraphs = item.paragraphs
        span = item.span.value ?? TimeSpan(from: nil, to: nil)
        timeSentence = item.timeSentence
        switch item.leadUnits {
        case .short(let unit)?: leadUnits = [unit]
        case .long(let units)?: leadUnits = units
        case nil: leadUnits = []
        }
        deadline = item.deadline.value
        items = item.items.map(WorkItem.init)
        supportingUnits = item.supportingUnits
        result = item.result
        note = item.note
        milestones = item.milestones.mapValues(\.value)
        costs = item.costs.mapValues(\.value)
        needsMoney = !item.needsNoMoney
    }
}
