internal import FoundationEssentials
internal import Values
internal import VietnameseText

extension Programme {
    /// `Phụ lục II`; one by itself has no number.
    func appendixLabel(_ index: Int) -> String {
        appendices.count == 1 ? "Phụ lục" : "Phụ lục \(RomanNumeral.text(of: index + 1) ?? "\(index + 1)")"
    }
}

extension Workspace {
    /// What expressions in texts see: names and figures, no texts that hold expressions themselves.
    func figures(of year: Int?) -> Value {
        let shown = year ?? programme.onlyYear
        var fields: [(String, Value)] = [
            (
                "co_quan",
                [
                    "ten": .text(agency.name), "ten_day_du": .text(agency.fullName),
                    "viet_tat": .text(agency.abbreviation),
                ]
            ), ("trich_yeu", .text(subjectInSentence)), ("thuc_hien", text(programme.instruction)),
            ("tu_nam", .number(Decimal(programme.duration.lowerBound))),
            ("den_nam", .number(Decimal(programme.duration.upperBound))),
            ("so_nhiem_vu", .number(Decimal(programme.workItems.count))),
            ("so_giai_doan", .number(Decimal(programme.phases.count))),
        ]
        if let shown {
            fields.append(("nam", .number(Decimal(shown))))
            fields.append(("tong_kinh_phi", money(totalCost(of: shown))))
            if let estimate = estimates[shown] {
                let sources = estimate.totalsBySource.map { ($0.source.code, money($0.amount)) }
                fields.append(
                    ("du_toan", ["tong_cong": money(estimate.total), "nguon": .record(Record(sources))]))
            }
        }
        let indicators = indicators.map { indicator -> (String, Value) in
            let target = shown.flatMap { indicator.targets[$0] }
            return (
                indicator.code.replacing("-", with: "_"),
                [
                    "ten": .text(indicator.name), "dvt": .text(indicator.unit),
                    "ke_hoach": target.map { .text(indicator.text(of: $0)) } ?? .null,
                ]
            )
        }
        fields.append(("chi_tieu", .record(Record(indicators))))
        let labels = programme.appendices.enumerated().compactMap { index, appendix in
            appendix.code.map { ($0, Value.text(programme.appendixLabel(index))) }
        }
        fields.append(("phu_luc", .record(Record(labels))))
        for (key, value) in programme.slots.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .number, .date, .boolean: fields.append((key, value))
            case .text(let text) where !text.contains("{"): fields.append((key, value))
            case .null, .text, .list, .record: break
            }
        }
        return .record(Record(fields))
    }

    /// The same for a report, with its period.
    func figures(of period: ReportingPeriod) -> Value {
        guard case .record(let record) = figures(of: period.year) else { return .null }
        let own: [(String, Value)] = [("ky", .text(period.name)), ("ky_sau", .text(period.next.name))]
        return .record(Record(Array(zip(record.shape.names, record.values)) + own))
    }

    /// What the estimate gives the item, else what the programme says.
    func cost(of item: WorkItem, in year: Int) -> Money? {
        if let estimate = estimates[year] {
            let sum = estimate.total(ofWorkItem: item.code)
            if sum != .zero { return sum }
        }
        if let own = item.costs[year] { return own }
        let inner = item.items.compactMap { cost(of: $0, in: year) }
        return inner.isEmpty ? nil : Money.sum(inner)
    }

    /// Whether a year's estimate says that the task needs no money, or the task itself does.
    ///
    /// An estimate says so by naming the tasks it serves without this one. What the programme gives the task itself contradicts both.
    func needsNoMoney(_ item: WorkItem, in year: Int) -> Bool {
        guard cost(of: item, in: year) == nil else { return false }
        if item.all.contains(where: { !$0.needsMoney }) { return true }
        return estimates[year]?.sums.namesWorkItems ?? false
    }

    /// What the rows of a table of tasks add up to; nil where nothing costs anything, as far as is known.
    func costOfTasks(in year: Int) -> Money? {
        let costs = programme.workItems.filter { $0.span.contains(year) }.compactMap {
            cost(of: $0, in: year)
        }
        return Money.sum(costs).flatMap { $0 == .zero ? nil : $0 }
    }

    /// The estimate's total, else what the tasks cost.
    func totalCost(of year: Int) -> Money? { estimates[year]?.total ?? costOfTasks(in: year) }
}
