package import Diagnostics
package import Values
internal import VietnameseText

extension Workspace {
    /// The units that lead tasks, by code, in the order of their first task.
    package var leadUnits: [String] {
        var units: [String] = []
        for unit in programme.everyWorkItem.flatMap(\.leadUnits) where !units.contains(unit) {
            units.append(unit)
        }
        return units
    }

    /// The letter that hands a unit the tasks it leads.
    ///
    /// Throws when it leads none, and what is wrong with its texts.
    package func handoverView(to unit: String) throws(Failure) -> Value {
        try withPlainTexts(of: nil).filledHandoverView(to: unit)
    }

    private func filledHandoverView(to unit: String) throws(Failure) -> Value {
        let tasks = programme.everyWorkItem.filter { $0.leadUnits.contains(unit) }
        guard !tasks.isEmpty, let name = agency.unit(unit)?.name else {
            throw Failure(.nothingToHandOver(unit, known: leadUnits, at: places.place(of: .programme)))
        }
        let handover = programme.handover
        let head = DocumentHead(
            kind: .letter, agency: agency, issue: handover.issue.coded(letterCode),
            subject: handover.subject ?? [
                "giao nhiệm vụ thực hiện \(programme.kindName) \(subjectInSentence)"
            ], addressees: [name], distribution: handover.distribution)
        let lead =
            "Thực hiện \(programmeReference), \(agency.name) giao \(name) chủ trì thực hiện các nhiệm vụ sau:"
        let closing =
            try handover.closing?.filled(over: figures(of: nil))
            ?? "\(agency.name) yêu cầu \(name) tổ chức thực hiện, bảo đảm tiến độ, chất lượng; khó khăn, vướng mắc kịp thời báo cáo để được hướng dẫn"
        let lines = tasks.enumerated().map { "\($0.offset + 1). \(sentence(of: $0.element))" }
        return .record(Record(head.fields + [("doan", texts([lead] + lines)), ("ket", .text(closing))]))
    }

    /// `SKHCN-TTKHCN`: the agency and the unit that drafts, which keeps a copy; the Party's letters have their kind in the code.
    private var letterCode: String? {
        guard agency.system == .state else { return nil }
        let units = programme.handover.distribution.filing.split { ",;".contains($0) }
        let drafting = units.map { $0.filter { $0 != " " } }.first { $0 != "VT" }
        return "\(agency.abbreviation)-\(drafting ?? "VP")"
    }

    /// What a letter says of a task: `Nâng cấp trung tâm dữ liệu; phối hợp: Công an tỉnh; sản phẩm: …; thời hạn: quý III.`.
    private func sentence(of item: WorkItem) -> String {
        let time =
            programme.onlyYear.flatMap { item.time(in: $0) }.map(LetterCase.insideSentence) ?? item.span.text
        let facts = [
            ("phối hợp", agency.names(of: item.supportingUnits)), ("sản phẩm", item.result ?? ""),
            ("thời hạn", time),
        ].filter { !$0.1.isEmpty }
        return ([item.title] + facts.map { "\($0.0): \($0.1)" }).joined(separator: "; ") + "."
    }
}

extension Issue {
    /// With that code where it has none of its own.
    fileprivate func coded(_ usual: String?) -> Issue {
        Issue(number: number, date: date, year: year, month: month, code: code ?? usual)
    }
}

extension Diagnostic {
    package static func nothingToHandOver(_ unit: String, known: [String], at place: Location) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return .error(
            "planning.nothing-to-hand-over", at: place,
            unit.isEmpty
                ? "không nhiệm vụ nào có đơn vị chủ trì" : "đơn vị “\(unit)” không chủ trì nhiệm vụ nào",
            en: unit.isEmpty ? "no task has a unit that leads it" : "the unit “\(unit)” leads no task",
            fix: known.isEmpty ? "thêm chu_tri ở các nội dung" : "chọn một trong: \(list)",
            en: known.isEmpty ? "add chu_tri to the tasks" : "choose one of: \(list)")
    }
}
