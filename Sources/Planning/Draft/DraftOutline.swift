internal import DataFiles
internal import Values
internal import VietnameseText

extension WorkspaceDraft {
    /// An outline (đề cương) of the draft: its headings, each with a slot for what stands under it.
    package var outlineFile: String {
        var keys = OutlineKeys()
        var page = DraftPage()
        let levels = DraftLevels(sections)
        let parts = sections.filter(\.isNumbered).map { keys.content(of: $0, levels, 0) }
        page.add("ten", .text(subject.isEmpty ? kind.name : "\(kind.name) \(subject.joined(separator: " "))"))
        page.add("mo_ta", .text("Theo \(kind.name.lowercased()) cũ của \(agency.name)."))
        if let own = levels.written { page.add("danh_so", .lines(own)) }
        if !keys.fields.isEmpty { page.add("truong", .items(keys.fields)) }
        page.add("phan", .items(parts))
        return page.text
    }
}

/// The slots of an outline while it is written.
private struct OutlineKeys {
    private(set) var fields: [SourceNode.Content] = []
    private var names: Set<String> = []

    /// Keys that a plan's file has for texts of its own.
    private static let known: Set<String> = ["muc_dich", "yeu_cau", "kinh_phi"]
    /// So many words of a heading are in its key.
    private static let wordLimit = 5

    mutating func content(of section: WorkspaceDraft.Section, _ levels: DraftLevels, _ depth: Int)
        -> SourceNode.Content
    {
        let rank = levels.rank(of: section, at: depth)
        let heading = section.heading ?? ""
        var entries: [(String, SourceNode.Content)] = [("ten", .text(heading.escapingBraces))]
        if section.number == nil { entries.append(("danh_so", .text("khong"))) }
        if rank != depth { entries.append(("danh_so", .text(levels.level(at: rank).rawValue))) }
        if !section.blocks.isEmpty || section.runIn != nil || section.sections.isEmpty {
            var slot: [(String, SourceNode.Content)] = [("cho", .text(key(of: heading)))]
            let areDashes =
                !section.blocks.isEmpty
                && section.blocks.allSatisfy { if case .dash = $0 { true } else { false } }
            if areDashes { slot.append(("kieu", .text("gach"))) }
            entries.append(("noi_dung", .items([.record(slot)])))
        }
        let inner = section.sections.filter(\.isNumbered).map { content(of: $0, levels, rank + 1) }
        if !inner.isEmpty { entries.append(("phan", .items(inner))) }
        return .record(entries)
    }

    /// A key of the heading's words, which no other part has.
    private mutating func key(of heading: String) -> String {
        let words = PlainLetters.withoutMarks(heading).lowercased().split { !$0.isLetter && !$0.isNumber }
        let letters = words.prefix(Self.wordLimit).map { $0.filter(\.isASCII) }.filter { !$0.isEmpty }
        var name = letters.isEmpty ? "muc" : letters.joined(separator: "_")
        if name.first?.isNumber == true { name = "muc_\(name)" }
        let taken = ProgrammeFile.form.keys.subtracting(Self.known)
        if taken.contains(name) { name += "_rieng" }
        let base = name
        var number = 2
        while names.contains(name) {
            name = "\(base)_\(number)"
            number += 1
        }
        names.insert(name)
        if !Self.known.contains(name) {
            fields.append(
                .record([("khoa", .text(name)), ("kieu", .text("doan")), ("y_nghia", .text("\(heading)."))]))
        }
        return name
    }
}

extension DataForm {
    /// The keys of a record.
    fileprivate var keys: Set<String> {
        guard case .record(let record) = description.shape else { return [] }
        return Set(record.fields.map(\.key))
    }
}
