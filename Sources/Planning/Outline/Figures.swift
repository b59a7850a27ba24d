internal import Diagnostics
internal import FoundationEssentials
internal import TemplateLanguage
internal import Values
internal import VietnameseText

/// What expressions in texts see: names and figures, and texts that hold no expressions themselves.
struct Figures: Sendable {
    private var fields: [(String, Value)]
    /// The texts that hold expressions, which no other text may take in, with the names that they ask for.
    private(set) var texts: [String: Set<String>] = [:]

    init(_ fields: [(String, Value)]) { self.fields = fields }

    private var value: Value { .record(Record(fields)) }

    mutating func add(_ name: String, _ value: Value) { fields.append((name, value)) }

    /// Adds what a key says, where it says it by itself.
    mutating func add(_ name: String, text: String?) {
        guard let text else { return add(name, .null) }
        guard text.holdsExpressions else { return add(name, .text(text)) }
        let pattern = try? TextPattern(parsing: text, at: .argument(name))
        texts[name] = Set(pattern?.paths.compactMap(\.first) ?? [])
    }

    /// A text with its values.
    ///
    /// Throws what is wrong with its braces, every name that is missing, and every text in it that holds expressions itself.
    func filled(_ text: String, at place: Location) throws(Failure) -> String {
        guard text.holdsExpressions else { return text }
        let pattern = try TextPattern(parsing: text, at: place)
        let faults = Set(pattern.paths.compactMap(\.first)).sorted().compactMap { name -> Diagnostic? in
            guard texts[name] != nil else { return nil }
            return way(from: name).map { .circle($0, at: place) } ?? .textInText(name, at: place)
        }
        if let failure = Failure(faults) { throw failure }
        return try pattern.text(over: value, at: place)
    }

    /// The texts through which a text asks for itself; nil where it does not.
    private func way(from name: String) -> [String]? {
        var open: [[String]] = [[name]]
        var seen: Set<String> = []
        while let way = open.popLast() {
            for next in (texts[way[way.count - 1]] ?? []).sorted() where texts[next] != nil {
                if next == name { return way + [next] }
                if seen.insert(next).inserted { open.append(way + [next]) }
            }
        }
        return nil
    }
}

extension String {
    /// Whether there are braces in it.
    var holdsExpressions: Bool { utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") } }
}

extension Workspace {
    /// What texts of a year see, or of the whole plan.
    func figures(of year: Int?) -> Figures {
        let shown = year ?? programme.onlyYear
        var figures = Figures([
            (
                "co_quan",
                [
                    "ten": .text(agency.name), "ten_day_du": .text(agency.fullName),
                    "viet_tat": .text(agency.abbreviation),
                ]
            ), ("tu_nam", .number(Decimal(programme.duration.lowerBound))),
            ("den_nam", .number(Decimal(programme.duration.upperBound))),
            ("so_nhiem_vu", .number(Decimal(programme.workItems.count))),
            ("so_giai_doan", .number(Decimal(programme.phases.count))),
        ])
        figures.add("trich_yeu", text: subjectInSentence)
        figures.add("thuc_hien", text: programme.instruction)
        if let shown {
            figures.add("nam", .number(Decimal(shown)))
            figures.add("tong_kinh_phi", money(totalCost(of: shown)))
            if let estimate = estimates[shown] {
                let sources = estimate.totalsBySource.map { ($0.source.code, money($0.amount)) }
                figures.add(
                    "du_toan", ["tong_cong": money(estimate.total), "nguon": .record(Record(sources))])
            }
        }
        figures.add("chi_tieu", .record(Record(indicators.map { target($0, in: shown) })))
        let labels = programme.appendices.indices.map { (programme.appendixLabel($0), $0) }
        figures.add(
            "phu_luc",
            .record(
                Record(
                    labels.compactMap { label, index in
                        programme.appendices[index].code.map { ($0, .text(label)) }
                    })))
        for (label, index) in labels { figures.add("phu_luc_\(index + 1)", .text(label)) }
        for (key, value) in programme.slots.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .number, .date, .boolean: figures.add(key, value)
            case .text(let text): figures.add(key, text: text)
            case .null, .list, .record: break
            }
        }
        return figures
    }

    /// An indicator's name, unit and target, by its code.
    private func target(_ indicator: Indicator, in year: Int?) -> (String, Value) {
        let target = year.flatMap { indicator.targets[$0] }
        return (
            indicator.code.replacing("-", with: "_"),
            [
                "ten": .text(indicator.name), "dvt": .text(indicator.unit),
                "ke_hoach": target.map { .text(indicator.text(of: $0)) } ?? .null,
            ]
        )
    }

    /// The same for a report, with its period.
    func figures(of period: ReportingPeriod) -> Figures {
        var figures = figures(of: period.year)
        figures.add("ky", .text(period.name))
        figures.add("ky_sau", .text(period.next.name))
        return figures
    }
}

extension Diagnostic {
    fileprivate static func textInText(_ name: String, at place: Location) -> Diagnostic {
        .error(
            "outline.text-in-text", at: place,
            "“{\(name)}” là chữ có biểu thức, không đưa vào câu chữ khác được",
            en: "“{\(name)}” holds expressions itself, so it cannot be put into another text",
            fix: "viết thẳng chữ đó ở đây, hoặc bỏ biểu thức trong \(name)",
            en: "write its words here, or take the expressions out of \(name)")
    }

    fileprivate static func circle(_ way: [String], at place: Location) -> Diagnostic {
        let list = way.map { "{\($0)}" }.joined(separator: " → ")
        return .error(
            "outline.circle", at: place, "câu chữ gọi vòng quanh: \(list)",
            en: "texts ask for each other in a circle: \(list)", fix: "bỏ một trong các lời gọi này",
            en: "take one of these out")
    }
}
