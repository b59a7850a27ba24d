internal import Diagnostics
internal import OfficeDocument
internal import Planning
package import Recognition
internal import VietnameseText

// A decision and what it puts in force, in one file or in two.
extension ImportedDocument {
    /// The file read as a decision with what is issued with it; nil where it is not one.
    package static func withAttachment(_ document: RecognisedDocument) -> ImportedDocument? {
        guard let end = document.footLines?.upperBound,
            let start = document.lines.indices.first(where: {
                $0 >= end && document.marks[$0] == .attachmentHead
            })
        else { return nil }
        let block = document.lines[start].spot.block
        let first = RecognisedDocument(of: document.document.keeping { $0 < block })
        var rest = document.document.keeping { $0 >= block }
        // What belongs to the file as a whole is told once.
        (rest.comments, rest.traits) = ([], [])
        for index in rest.sections.indices {
            (rest.sections[index].headers, rest.sections[index].footers) = ([:], [:])
        }
        guard let decision = try? ImportedDocument(first) else { return nil }
        var importing = DocumentImporting(RecognisedDocument(of: rest))
        importing.runAsAttachment()
        return decision.issuing(importing.draft, importing.findings)
    }

    /// A decision with a plan of a file of its own; nil where its articles are more than the form prints.
    package func issuing(_ plan: ImportedDocument) -> ImportedDocument? {
        var joined = issuing(plan.draft, plan.findings)
        joined?.files = files + plan.files
        return joined
    }

    private func issuing(_ plan: WorkspaceDraft, _ findings: [Diagnostic]) -> ImportedDocument? {
        guard let decision = draft.asDecision else { return nil }
        var joined = self
        joined.draft = plan
        joined.draft.subject.removeAll { $0.isReferenceToDecision }
        joined.draft.moveSentencesIntoBody()
        joined.draft.agency = draft.agency
        for leader in plan.agency.leaders where !leader.fullName.isEmpty { joined.draft.agency.add(leader) }
        if plan.issue.year == 0 { joined.draft.issue.year = draft.issue.year }
        if plan.distribution.recipients.isEmpty {
            joined.draft.distribution = draft.distribution
            for key in ["noi_nhan", "luu", "so", "ngay"] { joined.draft.remarks[key] = nil }
        }
        joined.draft.decision = decision
        joined.findings += findings
        return joined
    }
}

extension DocumentImporting {
    /// Leaves out the line below the subject that names the decision, which is often broken by hand.
    mutating func passOverReference() {
        guard let start = document.text.prefix(8).first(where: { lines[$0].trimmed.isReferenceToDecision })
        else { return }
        for index in document.text.drop(while: { $0 < start }).prefix(4) {
            passedOver.insert(index)
            if lines[index].trimmed.contains(")") { return }
        }
    }

    /// Reads what is issued with a decision, which has neither number nor signature of its own.
    fileprivate mutating func runAsAttachment() {
        passOverReference()
        readTypeAndSubject()
        readText()
        readAppendices(from: document.footLines?.upperBound ?? document.text.upperBound)
        noteWhatHasNoPlace()
    }
}

extension ReadDocument {
    /// With the blocks of the body whose place among all is kept.
    fileprivate func keeping(_ isKept: (Int) -> Bool) -> ReadDocument {
        var document = self
        var count = 0
        for index in document.sections.indices {
            document.sections[index].blocks = document.sections[index].blocks.filter { _ in
                defer { count += 1 }
                return isKept(count)
            }
        }
        return document
    }
}

extension WorkspaceDraft {
    /// Bases, opening and closing are paragraphs like any other in what is issued with a decision.
    fileprivate mutating func moveSentencesIntoBody() {
        var opening = Section()
        opening.blocks = (legalBases + [lead].compactMap { $0 }).map { .paragraph($0) }
        if !opening.blocks.isEmpty { sections.insert(opening, at: 0) }
        if let closing {
            var end = Section()
            end.blocks = [.paragraph("\(closing)./.")]
            sections.append(end)
        }
        (legalBases, lead, closing) = ([], nil, nil)
        for key in ["can_cu", "mo_dau", "ket"] { remarks[key] = nil }
    }

    /// As the decision that a plan is issued with; nil where it says more than that one can.
    fileprivate var asDecision: Decision? {
        guard kind == .decision, let authority, !legalBases.isEmpty, lead == nil, addressees.isEmpty,
            appendices.isEmpty, !sections.isEmpty
        else { return nil }
        var articles: [String] = []
        for section in sections {
            guard section.number?.kind == .article, section.blocks.isEmpty, section.sections.isEmpty else {
                return nil
            }
            articles.append([section.heading, section.runIn].compactMap { $0 }.joined(separator: " "))
        }
        guard let last = articles.popLast() else { return nil }
        var made = Decision()
        made.issue = issue
        made.subject = subject
        made.authority = authority
        made.legalBases = legalBases
        made.articles = articles
        made.execution = last.withoutMarks.withoutEndMark
        made.distribution = distribution
        return made
    }
}

extension String {
    /// `(Ban hành kèm theo Quyết định số …)`, which the form writes.
    var isReferenceToDecision: Bool {
        let words = lowercased().drop { "(* ".contains($0) }
        return words.hasPrefix("ban hành kèm theo") || words.hasPrefix("kèm theo quyết định")
    }
}

extension WorkspaceDraft.Agency {
    /// Adds somebody who signs, or tells the code of whom it has already.
    @discardableResult mutating func add(_ leader: WorkspaceDraft.Leader) -> String {
        if let known = leaders.first(where: {
            $0.fullName == leader.fullName && $0.position == leader.position
                && $0.authority == leader.authority
        }) {
            return known.code
        }
        var new = leader
        var count = 2
        while leaders.contains(where: { $0.code == new.code }) {
            new.code = "\(leader.code)\(count)"
            count += 1
        }
        leaders.append(new)
        return new.code
    }
}
