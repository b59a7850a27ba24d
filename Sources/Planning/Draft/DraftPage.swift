internal import DataFiles
internal import Values
internal import VietnameseText

/// One file of a draft while it is written.
struct DraftPage {
    var remarks: [[EditableData.Step]: [String]] = [:]
    private var entries: [(String, SourceNode.Content)] = []

    mutating func add(_ key: String, _ content: SourceNode.Content) { entries.append((key, content)) }

    var content: SourceNode.Content { .record(entries) }

    var text: String { YAMLPage(remarks: remarks).text(of: content) }
}

/// How the levels of a tree of sections are numbered.
struct DraftLevels {
    let levels: [OutlineLevel]

    /// Each level is counted as most of its sections are.
    init(_ sections: [WorkspaceDraft.Section]) {
        var counts: [[OutlineLevel: Int]] = []
        func count(_ sections: [WorkspaceDraft.Section], _ depth: Int) {
            for section in sections {
                guard section.isNumbered else {
                    count(section.sections, depth)
                    continue
                }
                while counts.count <= depth { counts.append([:]) }
                if let level = section.number?.level { counts[depth][level, default: 0] += 1 }
                count(section.sections, depth + 1)
            }
        }
        count(sections, 0)
        levels = counts.enumerated().map { depth, count in
            let usual = OutlineLevel.usual[min(depth, OutlineLevel.usual.count - 1)]
            let most = count.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            return most?.key ?? usual
        }
    }

    /// As the outline counts a level.
    func level(at depth: Int) -> OutlineLevel {
        let all = written == nil ? OutlineLevel.usual : levels
        return all.isEmpty ? .dash : all[min(depth, all.count - 1)]
    }

    /// Nil where they are the usual ones.
    var written: [String]? {
        levels.elementsEqual(OutlineLevel.usual.prefix(levels.count)) ? nil : levels.map(\.rawValue)
    }
}

extension WorkspaceDraft.Section {
    /// Whether it is a part of its own and not only blocks.
    var isNumbered: Bool { heading != nil || runIn != nil }

    fileprivate var isHeadingAlone: Bool {
        heading != nil && runIn == nil && blocks.isEmpty && sections.isEmpty
    }
}

extension WorkspaceDraft.Number {
    var level: OutlineLevel? {
        switch kind {
        case .part: .part
        case .capital: .capital
        case .roman: .roman
        case .article: .article
        case .arabic: .arabic
        case .decimal: .decimal
        case .letter: .letter
        case .dash: .dash
        case .other: nil
        }
    }
}

extension DraftPage {
    /// The list of sections, numbered by its levels wherever that gives the numbers they had.
    mutating func content(
        of sections: [WorkspaceDraft.Section], _ levels: DraftLevels, depth: Int = 0, above: String? = nil,
        at path: [EditableData.Step]
    ) -> SourceNode.Content {
        var count = 0
        var items: [SourceNode.Content] = []
        for (index, section) in sections.enumerated() {
            let path = path + [.item(index)]
            if let remark = section.remark { remarks[path] = [remark] }
            var entries: [(String, SourceNode.Content)] = []
            var own = above
            if section.isNumbered {
                if let heading = section.heading { entries.append(("ten", .text(heading.escapingBraces))) }
                if let text = section.runIn { entries.append(("lien", .text(text.escapingBraces))) }
                entries += numbering(of: section, levels, depth, above, &count, &own)
                if section.isHeadingAlone { entries.append(("mot_minh", .boolean(true))) }
            }
            if !section.blocks.isEmpty {
                let inner = section.isNumbered ? depth + 1 : depth
                let hasPoints = section.sections.isEmpty && levels.level(at: inner) == .letter
                let blocks = content(
                    of: section.blocks, points: hasPoints ? .counted : .typed, at: path + [.key("noi_dung")])
                entries.append(("noi_dung", blocks))
            }
            if !section.sections.isEmpty {
                let inner = content(
                    of: section.sections, levels, depth: section.isNumbered ? depth + 1 : depth, above: own,
                    at: path + [.key("phan")])
                entries.append(("phan", inner))
            }
            items.append(.record(entries))
        }
        return .items(items)
    }

    private func numbering(
        of section: WorkspaceDraft.Section, _ levels: DraftLevels, _ depth: Int, _ above: String?,
        _ count: inout Int, _ own: inout String?
    ) -> [(String, SourceNode.Content)] {
        guard let number = section.number else { return [("danh_so", .text("khong"))] }
        let level = levels.level(at: depth)
        own = number.text
        if number.level == level {
            let isNext = level.number(count + 1, above: above).uppercased() == number.text.uppercased()
            let isFirst = level.number(1, above: above).uppercased() == number.text.uppercased()
            if isNext {
                count += 1
                return []
            }
            if isFirst {
                count = 1
                return [("danh_so", .text("lai"))]
            }
        }
        count = level.value(of: number.written) ?? count + 1
        return [("so", .text(number.written))]
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
