internal import DataFiles
internal import Values
internal import VietnameseText

/// One file of a draft while it is written.
struct DraftPage {
    var remarks: [[EditableData.Step]: [String]] = [:]
    private var entries: [(String, SourceNode.Content)] = []
    /// How far the levels have come that count through the tree that is being written.
    private var through: [OutlineLevel: Int] = [:]

    mutating func add(_ key: String, _ content: SourceNode.Content) { entries.append((key, content)) }

    var content: SourceNode.Content { .record(entries) }

    var text: String { YAMLPage(remarks: remarks).text(of: content) }
}

extension WorkspaceDraft.Section {
    /// Whether it is a part of its own and not only blocks.
    var isNumbered: Bool { heading != nil || runIn != nil }

    fileprivate var isHeadingAlone: Bool {
        heading != nil && runIn == nil && blocks.isEmpty && sections.isEmpty
    }
}

extension DraftPage {
    /// The list of sections, numbered by its levels wherever that gives the numbers they had.
    mutating func content(
        of sections: [WorkspaceDraft.Section], _ levels: DraftLevels, at path: [EditableData.Step]
    ) -> SourceNode.Content {
        through = [:]
        return sectionItems(sections, levels, 0, nil, at: path)
    }

    private mutating func sectionItems(
        _ sections: [WorkspaceDraft.Section], _ levels: DraftLevels, _ depth: Int, _ above: String?,
        at path: [EditableData.Step]
    ) -> SourceNode.Content {
        var counts: [OutlineLevel: Int] = [:]
        var items: [SourceNode.Content] = []
        for (index, section) in sections.enumerated() {
            let path = path + [.item(index)]
            if let remark = section.remark { remarks[path] = [remark] }
            var entries: [(String, SourceNode.Content)] = []
            var own = above
            let rank = levels.rank(of: section, at: depth)
            if section.isNumbered {
                if let heading = section.heading { entries.append(("ten", .text(heading.escapingBraces))) }
                if let text = section.runIn { entries.append(("lien", .text(text.escapingBraces))) }
                entries += numbering(of: section, levels, rank, above, &counts, &own, isLower: rank != depth)
                if section.isHeadingAlone { entries.append(("mot_minh", .boolean(true))) }
            }
            if !section.blocks.isEmpty {
                let inner = section.isNumbered ? rank + 1 : depth
                let hasPoints = section.sections.isEmpty && levels.level(at: inner) == .letter
                let blocks = content(
                    of: section.blocks, points: hasPoints ? .counted : .typed, at: path + [.key("noi_dung")])
                entries.append(("noi_dung", blocks))
            }
            if !section.sections.isEmpty {
                let inner = sectionItems(
                    section.sections, levels, section.isNumbered ? rank + 1 : depth, own,
                    at: path + [.key("phan")])
                entries.append(("phan", inner))
            }
            items.append(.record(entries))
        }
        return .items(items)
    }

    private mutating func numbering(
        of section: WorkspaceDraft.Section, _ levels: DraftLevels, _ rank: Int, _ above: String?,
        _ counts: inout [OutlineLevel: Int], _ own: inout String?, isLower: Bool
    ) -> [(String, SourceNode.Content)] {
        guard let number = section.number else { return [("danh_so", .text("khong"))] }
        let level = levels.level(at: rank)
        own = number.text
        var count = (level.countsThrough ? through : counts)[level] ?? 0
        defer { if level.countsThrough { through[level] = count } else { counts[level] = count } }
        if number.level == level {
            let isNext = level.number(count + 1, above: above).uppercased() == number.text.uppercased()
            let isFirst = level.number(1, above: above).uppercased() == number.text.uppercased()
            if isNext {
                count += 1
                return isLower ? [("danh_so", .text(level.rawValue))] : []
            }
            if isFirst, !isLower, !level.countsThrough {
                count = 1
                return [("danh_so", .text("lai"))]
            }
        }
        count = level.value(of: number.written) ?? count + 1
        let typed = [("so", SourceNode.Content.text(number.written))]
        return isLower ? typed + [("danh_so", .text(level.rawValue))] : typed
    }

    /// How the points of a list get their letters.
    enum Points { case counted, typed }

    /// Blocks in their order; dashes that follow each other are one list, and so are points.
    mutating func content(
        of blocks: [WorkspaceDraft.Block], points: Points = .typed, at path: [EditableData.Step]
    ) -> SourceNode.Content {
        var items: [SourceNode.Content] = []
        var dashes: [SourceNode.Content] = []
        func flush() {
            if !dashes.isEmpty { items.append(.record([("gach", .items(dashes))])) }
            dashes = []
        }
        let lists = points == .counted ? PointList.all(in: blocks) : []
        for (index, block) in blocks.enumerated() {
            if let list = lists.first(where: { $0.range.contains(index) }) {
                flush()
                if list.range.lowerBound == index {
                    items.append(.record([("diem", .lines(list.texts.map(\.escapingBraces)))]))
                }
                continue
            }
            switch block {
            case .paragraph(let text, let remark):
                flush()
                if let remark { remarks[path + [.item(items.count)]] = [remark] }
                items.append(.text(text.escapingBraces))
            case .dash(let text, let remark):
                if let remark {
                    remarks[path + [.item(items.count), .key("gach"), .item(dashes.count)]] = [remark]
                }
                dashes.append(.text(text.escapingBraces))
            case .table(let table):
                flush()
                if let remark = table.remark { remarks[path + [.item(items.count)]] = [remark] }
                items.append(.record([("bang", table.content)]))
            case .insert(let insertion):
                flush()
                if let remark = insertion.remark { remarks[path + [.item(items.count)]] = [remark] }
                items.append(insertion.content)
            case .picture(let file, let width):
                flush()
                let size: [(String, SourceNode.Content)] = width.map { [("rong", .number("\($0)"))] } ?? []
                items.append(.record([("anh", .record([("tep", .text(file))] + size))]))
            }
        }
        flush()
        return .items(items)
    }

    mutating func content(
        of appendix: WorkspaceDraft.Appendix, _ levels: DraftLevels, at path: [EditableData.Step]
    ) -> SourceNode.Content {
        if let remark = appendix.remark { remarks[path] = [remark] }
        var entries: [(String, SourceNode.Content)] = [("ten", .text(appendix.title.escapingBraces))]
        if appendix.isLandscape { entries.append(("ngang", .boolean(true))) }
        if !appendix.blocks.isEmpty {
            entries.append(("noi_dung", content(of: appendix.blocks, at: path + [.key("noi_dung")])))
        }
        if !appendix.sections.isEmpty {
            entries.append(("phan", content(of: appendix.sections, levels, at: path + [.key("phan")])))
        }
        return .record(entries)
    }
}

extension WorkspaceDraft.Table {
    fileprivate var content: SourceNode.Content {
        var entries: [(String, SourceNode.Content)] = [("cot", .items(columns.map(\.content)))]
        if headCount > 0 { entries.append(("dau", .number("\(headCount)"))) }
        if let file {
            entries.append(("tep", .text(file)))
        } else {
            let rows = rows.map { row -> SourceNode.Content in
                switch row {
                case .cells(let cells): .lines(cells.map(\.escapingBraces))
                case .group(let title): .text(title.escapingBraces)
                }
            }
            entries.append(("dong", .items(rows)))
        }
        return .record(entries)
    }
}

extension WorkspaceDraft.Column {
    var content: SourceNode.Content {
        var entries: [(String, SourceNode.Content)] = []
        if !title.isEmpty { entries.append(("ten", .text(title))) }
        if let group { entries.append(("nhom", .text(group))) }
        if kind != .text { entries.append(("kieu", .text(kind.rawValue))) }
        if let width { entries.append(("rong", .number("\(width)"))) }
        if let shows { entries.append(("lay", .text(shows))) }
        return .record(entries)
    }
}

/// Paragraphs that follow each other as a), b), c).
private struct PointList {
    let range: Range<Int>
    let texts: [String]

    static func all(in blocks: [WorkspaceDraft.Block]) -> [PointList] {
        var lists: [PointList] = []
        var texts: [String] = []
        // Only one list of a heading is counted, since a second would go on from it.
        for (index, block) in blocks.enumerated() {
            if let text = point(block, number: texts.count + 1) {
                texts.append(text)
                if index + 1 < blocks.count { continue }
            }
            if texts.count > 1, lists.isEmpty {
                let end = point(block, number: texts.count) == texts.last ? index + 1 : index
                lists.append(PointList(range: end - texts.count..<end, texts: texts))
            }
            texts = []
        }
        return lists
    }

    /// The text behind the letter of that number; nil for any other block.
    private static func point(_ block: WorkspaceDraft.Block, number: Int) -> String? {
        guard case .paragraph(let text, nil) = block, let letter = ListLetter.text(of: number),
            text.hasPrefix("\(letter)) ")
        else { return nil }
        let rest = text.dropFirst(letter.count + 2)
        return rest.isEmpty ? nil : String(rest)
    }
}
