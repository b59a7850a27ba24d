internal import DataFiles
internal import Values
internal import VietnameseText

extension WorkspaceDraft {
    /// The files of the workspace, by their names in its folder.
    package var files: [(name: String, contents: String)] {
        let plan = planFile
        return [("co-quan.yaml", agency.file), ("ke-hoach.yaml", plan)] + registryFiles + tableFiles
    }

    private var tableFiles: [(name: String, contents: String)] {
        everyTable.compactMap { table in table.file.map { ($0, table.csv) } }
    }

    private var everyTable: [Table] {
        sections.flatMap(\.tables) + reports.flatMap { $0.sections.flatMap(\.tables) }
            + appendices.flatMap { $0.blocks.compactMap(\.table) + $0.sections.flatMap(\.tables) }
    }

    private var planFile: String {
        let levels = DraftLevels(sections)
        var page = DraftPage()
        page.remarks[[]] = introduction
        for (key, remark) in remarks { page.remarks[[.key(key)]] = [remark] }
        page.add("so", issue.number.map { .number("\($0)") } ?? .null)
        page.add("ngay", issue.date.map { .text($0.text(.short)) } ?? .null)
        if let code = issue.code { page.add("ky_hieu", .text(code)) }
        if issue.date == nil, let month = issue.month { page.add("thang_ban_hanh", .number("\(month)")) }
        page.add("nam_ban_hanh", issue.year == 0 ? .null : .number("\(issue.year)"))
        if let typeName {
            page.add("ten_loai", .text(typeName))
        } else if let name = kind.key {
            page.add("loai", .text(name))
        }
        let lines = subject.map(\.escapingBraces)
        page.add("trich_yeu", lines.count == 1 ? .text(lines[0]) : .lines(lines))
        if !addressees.isEmpty {
            let places = addressees.map(\.escapingBraces)
            page.add("kinh_gui", places.count == 1 ? .text(places[0]) : .lines(places))
        }
        if let authority { page.add("tham_quyen", .text(authority.escapingBraces)) }
        if !legalBases.isEmpty { page.add("can_cu", .lines(legalBases.map(\.escapingBraces))) }
        if let years, years != issue.year...issue.year {
            page.add(
                "thoi_gian",
                years.count == 1
                    ? .number("\(years.lowerBound)") : .text("\(years.lowerBound)-\(years.upperBound)"))
        }
        // What a decision puts in force is its body alone.
        if decision == nil { page.add("mo_dau", .text(lead?.escapingBraces ?? DataWords.absent)) }
        if let own = levels.written { page.add("danh_so", .lines(own)) }
        page.add("phan", page.content(of: sections, levels, at: [.key("phan")]))
        if !tasks.isEmpty { page.add("noi_dung", page.content(of: tasks)) }
        if decision == nil { page.add("ket", .text(closing?.escapingBraces ?? DataWords.absent)) }
        distribution.add(to: &page)
        if !appendices.isEmpty {
            let all = appendices.enumerated().map { index, appendix in
                page.content(of: appendix, levels, at: [.key("phu_luc"), .item(index)])
            }
            page.add("phu_luc", .items(all))
        }
        if let decision { page.add("quyet_dinh", decision.content) }
        if let partner { page.add("cung_ban_hanh", partner.content) }
        return page.text
    }
}

extension WorkspaceDraft.Agency {
    fileprivate var file: String {
        var page = DraftPage()
        for (key, remark) in remarks { page.remarks[[.key(key)]] = [remark] }
        if isOfParty {
            page.add("he", .text("dang"))
        } else if IssuerNames.shipped.isOfParty(name, below: superior) {
            page.add("he", .text("nha_nuoc"))
        }
        page.add("ten", .given(name))
        page.add("ten_day_du", .given(fullName))
        page.add("viet_tat", .given(abbreviation))
        if let superior { page.add("chu_quan", .text(superior)) }
        page.add("dia_danh", .given(place))
        if !units.isEmpty {
            page.add(
                "don_vi", .items(units.map { .record([("ma", .text($0.code)), ("ten", .text($0.name))]) }))
        }
        page.add("lanh_dao", .items(leaders.map(\.content)))
        return page.text
    }
}

extension WorkspaceDraft.Partner {
    fileprivate var content: SourceNode.Content {
        var entries: [(String, SourceNode.Content)] = [
            ("ten", .text(name)), ("viet_tat", .given(abbreviation)),
        ]
        if let superior { entries.append(("chu_quan", .text(superior))) }
        return .record(entries + [("ky", .record(leader.entries))])
    }
}

extension WorkspaceDraft.Leader {
    fileprivate var content: SourceNode.Content { .record([("ma", .text(code))] + entries) }

    /// What is said of somebody besides the code.
    fileprivate var entries: [(String, SourceNode.Content)] {
        [("ho_ten", .given(fullName))] + (authority.isEmpty ? [] : [("quyen_han", .lines(authority))]) + [
            ("chuc_vu", .given(position))
        ]
    }
}

extension WorkspaceDraft.Distribution {
    fileprivate func add(to page: inout DraftPage) {
        page.add("noi_nhan", recipients.isEmpty ? .null : .lines(recipients.map(\.escapingBraces)))
        page.add("luu", .given(filing))
        page.add("ky", .given(signatory))
    }
}

extension WorkspaceDraft.Decision {
    fileprivate var content: SourceNode.Content {
        var page = DraftPage()
        if let number = issue.number { page.add("so", .number("\(number)")) }
        if let date = issue.date {
            page.add("ngay", .text(date.text(.short)))
        } else if let month = issue.month {
            page.add("thang_ban_hanh", .number("\(month)"))
        }
        if let code = issue.code { page.add("ky_hieu", .text(code)) }
        page.add("trich_yeu", .lines(subject.map(\.escapingBraces)))
        page.add("tham_quyen", .given(authority))
        page.add("can_cu", .lines(legalBases.map(\.escapingBraces)))
        page.add("dieu", .lines(articles.map(\.escapingBraces)))
        page.add("ket", .given(execution))
        distribution.add(to: &page)
        return page.content
    }
}

extension WorkspaceDraft.Section {
    fileprivate var tables: [WorkspaceDraft.Table] { blocks.compactMap(\.table) + sections.flatMap(\.tables) }
}

extension WorkspaceDraft.Block {
    fileprivate var table: WorkspaceDraft.Table? {
        guard case .table(let table) = self else { return nil }
        return table
    }
}

extension WorkspaceDraft.Table {
    /// The rows below a head of the columns' names, each of which is there once.
    fileprivate var csv: String {
        var names: [String] = []
        for (index, column) in columns.enumerated() where column.kind != .counter {
            let title = column.title.replacing("\n", with: " ")
            names.append(title.isEmpty || names.contains(title) ? "cột \(index + 1)" : title)
        }
        let lines = rows.map { row in
            switch row {
            case .cells(let cells): cells
            case .group(let title): [title] + Array(repeating: "<", count: max(0, names.count - 1))
            }
        }
        return ([names] + lines).csv
    }
}

extension String {
    var asCSVField: String {
        contains { ",;\"\n".contains($0) } || hasPrefix(" ") || hasSuffix(" ")
            ? "\"\(replacing("\"", with: "\"\""))\"" : self
    }
}

extension DocumentKind {
    /// The word of `loai`; nil for a plan, which need not say it.
    fileprivate var key: String? {
        guard self != .plan else { return nil }
        return PlainLetters.withoutMarks(name).lowercased().replacing(" ", with: "_")
    }
}

extension SourceNode.Content {
    /// Blank where there is nothing, for somebody to fill in.
    static func given(_ text: String) -> Self { text.isEmpty ? .null : .text(text) }

    static func lines(_ texts: [String]) -> Self { items(texts.map { .text($0) }) }

    static func items(_ contents: [Self]) -> Self { .sequence(contents.map { SourceNode($0, at: .start) }) }

    static func record(_ entries: [(String, Self)]) -> Self {
        .mapping(entries.map { SourceNode.entry($0.0, $0.1) })
    }
}
