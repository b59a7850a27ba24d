internal import Diagnostics
internal import FoundationEssentials
internal import Values
internal import VietnameseText

// What is computed from the workspace, part by part.
extension BodyComposing {
    mutating func parts(of insert: Insert, _ style: InsertStyle?, at place: Location) -> [BodyPart] {
        if case .columns(let columns, let levels)? = style,
            let table = table(of: insert, columns, levels, at: place)
        {
            return [.table(table)]
        }
        switch insert {
        case .tasks:
            switch style {
            case .table: return [.table(taskTable)]
            case .dashes: return workItems.map { .dash($0.title) }
            case .headings, .columns, nil: return workItems.map { task($0) }
            }
        case .measures:
            return programme.measures.compactMap { paragraphs in
                let texts = paragraphs.map { filled($0) }
                guard let first = texts.first else { return nil }
                let rest = texts.dropFirst().flatMap { line($0) }
                return .section(BodySection(heading: first, isText: true, parts: rest))
            }
        case .scope: return scope
        case .time: return year.map { [.paragraph(annualTime($0))] } ?? time
        case .duties: return duties
        case .targets: return targets(style, at: place)
        case .total: return total(at: place)
        case .estimate: return estimate(at: place)
        case .calendar: return calendar(at: place)
        case .yearlyCosts: return yearlyCosts(at: place)
        case .resultTable: return resultTable(at: place)
        case .unitTable: return unitTable(at: place)
        case .derivation: return derivation(at: place)
        case .payments: return payments(at: place)
        case .sources: return sources(at: place)
        case .results:
            if results.isEmpty {
                return gap("kết quả của kỳ", .nothingToInsert(insert, "tệp bao-cao và nhật ký", at: place))
            }
            return results.map { result in
                .section(BodySection(heading: result.heading, parts: result.paragraphs.flatMap { line($0) }))
            }
        }
    }

    var workItems: [WorkItem] { programme.workItems.filter { isAlive($0.span) } }

    func isAlive(_ span: TimeSpan?) -> Bool {
        guard let year, let span else { return true }
        return span.contains(year)
    }

    private mutating func task(_ item: WorkItem) -> BodyPart {
        var parts = item.paragraphs.flatMap { line(filled($0)) }
        if programme.saysWhoUnderTasks { parts += line(whoSentence(item)) }
        parts += line(timeSentence(item))
        parts += item.items.filter { isAlive($0.span) }.map { task($0) }
        return .section(BodySection(heading: item.title, isText: parts.isEmpty, parts: parts))
    }

    /// In the programme the item's own sentence or its whole span; in the plan of one year when in the year.
    func timeSentence(_ item: WorkItem) -> String {
        if let only = programme.onlyYear {
            if programme.isSchoolYear {
                let times = programme.duration.compactMap { year in
                    item.milestones[year].map { "\($0)/\(year)" }
                }
                let sentence = times.isEmpty ? item.deadline : times.joined(separator: ", ")
                return item.timeSentence ?? sentence.map {
                    "Thời gian thực hiện: \(LetterCase.insideSentence($0))."
                } ?? ""
            }
            let time = item.time(in: only).map { "Thời gian thực hiện: \(LetterCase.insideSentence($0))." }
            return item.timeSentence ?? time ?? ""
        }
        guard let year else {
            let span = item.span.text
            return item.timeSentence ?? (span.isEmpty ? "" : "Thời gian thực hiện \(span).")
        }
        return "Thời gian thực hiện: \(item.time(in: year).map(LetterCase.insideSentence) ?? "năm \(year)")."
    }

    /// Who does the item, and what comes of it: `Đơn vị chủ trì: Sở A; phối hợp: Sở B; sản phẩm: Báo cáo.`.
    private func whoSentence(_ item: WorkItem) -> String {
        let agency = workspace.agency
        let facts = [
            ("chủ trì", agency.names(of: item.leadUnits)),
            ("phối hợp", agency.names(of: item.supportingUnits)), ("sản phẩm", item.result ?? ""),
        ].filter { !$0.1.isEmpty }
        guard !facts.isEmpty else { return "" }
        let sentence = facts.map { "\($0.0): \($0.1)" }.joined(separator: "; ")
        return (item.leadUnits.isEmpty ? LetterCase.firstLetterUpper(sentence) : "Đơn vị \(sentence)") + "."
    }

    private var scope: [BodyPart] {
        let scope = programme.scope
        let channels = scope.channels.filter { isAlive($0.span) }
        return line(scope.description)
            + channels.enumerated().map { index, channel in
                let address = channel.address.map { " (\($0))" } ?? ""
                return .dash("\(channel.name)\(address)\(index + 1 == channels.count ? "." : ";")")
            }
    }

    private var time: [BodyPart] {
        let phases = programme.phases
        let span = "Thời gian thực hiện \(programme.duration.spelled(to: "đến"))"
        guard let only = phases.first, phases.count == 1 else {
            guard !phases.isEmpty else { return [.paragraph("\(span).")] }
            return [.paragraph("\(span), được chia làm \(phases.count) giai đoạn:")]
                + phases.flatMap { [.dash($0.line)] + $0.goalLines }
        }
        // The whole time in one piece is not divided.
        guard only.years == programme.duration, only.name == nil else {
            return [.paragraph("\(span), gồm 1 giai đoạn:"), .dash(only.line)] + only.goalLines
        }
        return [.paragraph("\(span)\(only.goals.isEmpty ? "." : ":")")] + only.goalLines
    }

    private func annualTime(_ year: Int) -> String {
        let isWhole = programme.phases.count == 1 && programme.phases[0].years == year...year
        let phases = programme.phases.filter { $0.years.contains(year) && !isWhole }.map {
            "giai đoạn \($0.number) (\($0.years.spelled(to: "đến năm")))"
        }
        let belonging = phases.isEmpty ? "" : ", thuộc \(phases.joined(separator: ", "))"
        return "Kế hoạch được thực hiện trong năm \(year)\(belonging)."
    }

    private var duties: [BodyPart] {
        mutating get {
            programme.assignments.compactMap { assignment in
                let parts = assignment.duties.filter { isAlive($0.span) }.flatMap { line(filled($0.text)) }
                return parts.isEmpty ? nil : .section(BodySection(heading: assignment.name, parts: parts))
            }
        }
    }

    /// The year of figures: the document's, or that of a plan of one year.
    var figureYear: Int? { year ?? programme.onlyYear }

    private mutating func targets(_ style: InsertStyle?, at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            return gap("số liệu của một năm", .yearlyInsert(.targets, at: place))
        }
        let alive = Set(workItems.map(\.code))
        let targets = workspace.indicators.filter { $0.workItem.map(alive.contains) ?? true }.compactMap {
            indicator in indicator.targets[year].map { (indicator, $0) }
        }
        guard style == .table else {
            return targets.enumerated().map { index, target in
                let figure = NumberFormat.text(target.1) + target.0.spacedUnit
                return .dash("\(target.0.name): \(figure)\(index + 1 == targets.count ? "." : ";")")
            }
        }
        guard !targets.isEmpty else { return [] }
        var table = BodyTable(
            columns: [
                .init(width: 12, style: .centred), .init(width: nil, style: .text),
                .init(width: 28, style: .centred), .init(width: 30, style: .number),
            ],
            rows: [.head(["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm \(year)"].map { .init(text: $0) })])
        var group: String?
        for (index, target) in targets.enumerated() {
            if let name = target.0.group, name != group {
                table.rows.append(.bold([.init(text: ""), .init(text: name, columnSpan: 3)]))
            }
            group = target.0.group
            table.rows.append(
                .cells(
                    ["\(index + 1)", target.0.name, target.0.unit, target.0.text(of: target.1)].map {
                        .init(text: $0)
                    }))
        }
        return [.table(table)]
    }

    private mutating func sources(at place: Location) -> [BodyPart] {
        guard let year = figureYear, let estimate = workspace.estimates[year] else {
            return gap("tệp du-toan của năm", .nothingToInsert(.sources, "tệp du-toan của năm", at: place))
        }
        let shares = estimate.totalsBySource.filter { $0.amount != .zero }
        guard !shares.isEmpty else { return [] }
        return [.paragraph("Phân theo nguồn kinh phí:")]
            + shares.enumerated().map { index, share in
                .dash(
                    "\(share.source.name): \(share.amount.text) đồng\(index + 1 == shares.count ? "." : ";")")
            }
    }

    private mutating func total(at place: Location) -> [BodyPart] {
        guard let year = figureYear else {
            return gap("số liệu của một năm", .yearlyInsert(.total, at: place))
        }
        guard let total = workspace.totalCost(of: year) else { return [] }
        let words = NumberWords.sentence(of: total.dong)
        return [
            .paragraph("Tổng kinh phí thực hiện năm \(year): \(total.text) đồng (Bằng chữ: \(words) đồng).")
        ]
    }
}

extension Diagnostic {
    /// A part that the workspace has nothing for.
    static func nothingToInsert(_ insert: Insert, _ wanted: String, at place: Location) -> Diagnostic {
        .error(
            "outline.nothing-to-insert", at: place, "hồ sơ không có gì để chèn “\(insert.rawValue)”",
            en: "the workspace has nothing for the insert “\(insert.rawValue)”",
            fix: "thêm \(wanted), hoặc bỏ khối chen này", en: "add what it is made of, or take the block out")
    }

    static func yearlyInsert(_ insert: Insert, at place: Location) -> Diagnostic {
        .error(
            "outline.yearly-insert", at: place,
            "“\(insert.rawValue)” là số liệu của một năm, nhưng văn bản này của nhiều năm",
            en: "“\(insert.rawValue)” is of one year, but this document is of several",
            fix: "bỏ khối chen này, hoặc lập kế hoạch của một năm",
            en: "take the block out, or make the plan of one year")
    }
}

extension ClosedRange<Int> {
    /// `từ năm 2026 đến 2030`; one year is `năm 2026`.
    fileprivate func spelled(to: String) -> String {
        lowerBound == upperBound ? "năm \(lowerBound)" : "từ năm \(lowerBound) \(to) \(upperBound)"
    }
}

extension Programme.Phase {
    /// The phase with its number, its name and its years.
    fileprivate var line: String {
        let name = name.map { " (\(LetterCase.insideSentence($0)))" } ?? ""
        return "Giai đoạn \(number)\(name): \(LetterCase.firstLetterUpper(years.spelled(to: "đến năm")))."
    }

    fileprivate var goalLines: [BodyPart] { goals.map { .paragraph("+ \($0)") } }
}
