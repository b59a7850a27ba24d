internal import DataFiles

// What a missing key leaves empty has been reported already, and keeps the workspace from being built.
extension Programme {
    /// Names of units come from the agency, when it could be read.
    init(_ file: ProgrammeFile, agency: Agency?) {
        let first = file.duration.value?.first ?? 1945
        duration = first...max(first, file.duration.value?.last ?? 2199)
        issue = Issue(file.issue, defaultYear: first)
        subject = file.subject
        instruction = file.instruction
        lead = file.lead
        purpose = file.purpose
        requirements = file.requirements
        scope = Scope(
            description: file.scope.value?.description ?? "",
            channels: (file.scope.value?.channels.value ?? []).map(Channel.init))
        phases = file.phases.enumerated().map { index, phase in
            let first = phase.first.value ?? 1945
            return Phase(number: index + 1, years: first...max(first, phase.last.value ?? first))
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
    init(_ duty: Shorthand<String, ProgrammeFile.Duty>) {
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
        leadUnit = item.leadUnit
        supportingUnits = item.supportingUnits
        result = item.result
        milestones = item.milestones.mapValues(\.value)
        costs = item.costs.mapValues(\.value)
        needsMoney = !item.needsNoMoney
    }
}
