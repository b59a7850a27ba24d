package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// The annual plan: what is alive of the programme in that year, with its schedule, money and targets.
    ///
    /// Throws when the year is outside the programme.
    package func annualPlanView(of year: Int, marks: NumberMarks = .decree30) throws(Failure) -> Value {
        guard programme.duration.contains(year) else {
            throw Failure(.yearOutsideProgramme(year, programme.duration))
        }
        return try withPlainTexts(of: year).filledAnnualPlanView(of: year, marks)
    }

    private func filledAnnualPlanView(of year: Int, _ marks: NumberMarks) throws(Failure) -> Value {
        let own = programme.annual[year]
        let general = programme.distribution
        let head = DocumentHead(
            kind: .plan, agency: agency, issue: annualPlanIssue(of: year),
            subject: own?.subject ?? programme.subject.withYear(year), addressees: [],
            distribution: Distribution(
                recipients: own?.recipients ?? general.recipients, filing: own?.filing ?? general.filing,
                signatory: own?.signatory ?? general.signatory))
        let lead =
            "Thực hiện \(programmeReference), \(agency.name) xây dựng Kế hoạch triển khai thực hiện năm \(year), cụ thể như sau:"
        var body = PlanBody(
            self, year: year, outline: annualOutline, lead: own?.lead, usualLead: lead, closing: own?.closing,
            usualClosing: "Trên đây là Kế hoạch \(subjectInSentence(of: year))")
        var rows = body.workItems.enumerated().map { scheduleRow($1, number: $0 + 1, year: year) }
        if let rest = costBesideTasks(in: year) { rows.append(rowBesideTasks(rest, number: rows.count + 1)) }
        let total = costInTables(of: year)
        let fields: [(String, Value)] = [
            ("nam", .number(Decimal(year))), ("tien_do", .list(rows)), ("tong_kinh_phi", money(total)),
            ("chi_tieu", .list(targets(of: year, workItems: body.workItems))),
        ]
        return .record(Record(head.fields + (try body.fields(marks)) + fields))
    }

    /// The parts of a plan of several years that are alive in one; another outline is taken as it is.
    private var annualOutline: OutlineBody {
        guard programme.followsUsualOutline, let annual = Outline.shipped("ke-hoach-tung-nam") else {
            return programme.body
        }
        return annual.body
    }

    private func scheduleRow(_ item: WorkItem, number: Int, year: Int) -> Value {
        [
            "stt": .number(Decimal(number)), "noi_dung": .text(item.title),
            "chu_tri": item.leadUnits.isEmpty ? .null : .text(agency.names(of: item.leadUnits)),
            "phoi_hop": .text(agency.names(of: item.supportingUnits)),
            "thoi_gian": .text(item.time(in: year) ?? "Năm \(year)"),
            "ket_qua": .text(results(of: item, in: year)), "kinh_phi": money(cost(of: item, in: year)),
            "khong_su_dung_kinh_phi": .boolean(needsNoMoney(item, in: year)),
        ]
    }

    /// What the estimate has for no task.
    private func rowBesideTasks(_ amount: Money, number: Int) -> Value {
        [
            "stt": .number(Decimal(number)), "noi_dung": .text(Workspace.titleBesideTasks), "chu_tri": .null,
            "phoi_hop": "", "thoi_gian": "", "ket_qua": "", "kinh_phi": money(amount),
            "khong_su_dung_kinh_phi": false,
        ]
    }

    /// The stated result, then the year's targets; money has a column of its own.
    func results(of item: WorkItem, in year: Int) -> String {
        let targets = indicators.filter { $0.workItem == item.code && $0.kind != .money }.compactMap {
            indicator in
            indicator.targets[year].map {
                "\(indicator.name): \(NumberFormat.text($0))\(indicator.spacedUnit)"
            }
        }
        return ([item.result].compactMap { $0 } + targets).joined(separator: "; ")
    }

    private func targets(of year: Int, workItems: [WorkItem]) -> [Value] {
        let alive = Set(workItems.map(\.code))
        return indicators.filter { indicator in indicator.workItem.map(alive.contains) ?? true }.compactMap {
            indicator in indicator.targets[year].map { (indicator, $0) }
        }.enumerated().map { index, target in
            [
                "stt": .number(Decimal(index + 1)), "ten": .text(target.0.name), "dvt": .text(target.0.unit),
                "ke_hoach": .number(target.1),
                "ke_hoach_dvt": .text(NumberFormat.text(target.1) + target.0.spacedUnit),
            ]
        }
    }
}

/// An amount as a number, or nothing.
func money(_ amount: Money?) -> Value { amount.map { .number(Decimal($0.dong)) } ?? .null }

extension [String] {
    /// The lines with “năm N” at the end of the last.
    func withYear(_ year: Int) -> [String] {
        guard let last, !last.namesYear else { return self }
        return dropLast() + ["\(last) năm \(year)"]
    }
}

extension String {
    /// Whether it says its year already: `năm 2026`, `năm học 2025-2026`, `niên khóa 2025-2026`, `quý I/2026`.
    fileprivate var namesYear: Bool {
        let words = lowercased().split(separator: " ")
        return zip(words, words.dropFirst()).contains { word, next in
            switch word {
            case "năm": next == "học" || next.count >= 4 && next.prefix(4).allSatisfy(\.isASCIIDigit)
            case "niên": next == "khóa" || next == "khoá"
            case "quý", "tháng": next.contains("/") && next.suffix(4).count(where: \.isASCIIDigit) == 4
            default: false
            }
        }
    }
}

extension Diagnostic {
    static func yearOutsideProgramme(_ year: Int, _ duration: ClosedRange<Int>) -> Diagnostic {
        .error(
            "planning.year-outside-programme", at: .argument("\(year)"),
            "năm \(year) ở ngoài thời gian của kế hoạch", en: "the year \(year) is outside the programme",
            fix: "chọn một năm trong \(duration.years)", en: "choose a year of \(duration.years)")
    }
}
