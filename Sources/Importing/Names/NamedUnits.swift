internal import Planning
internal import Recognition
internal import VietnameseText

extension WorkspaceDraft {
    /// Bodies that have a title of their own where it is said who does what become units.
    mutating func nameUnits() {
        for section in sections where section.heading.map(Self.isOfDuties) == true {
            for inner in section.sections + section.sections.flatMap(\.sections) {
                guard let name = inner.heading.flatMap({ UnitTitle.body(in: $0.withoutMarks) }) else {
                    continue
                }
                agency.code(ofUnit: name)
            }
        }
    }

    private static func isOfDuties(_ heading: String) -> Bool {
        let words = heading.lowercased()
        return ["tổ chức thực hiện", "phân công", "trách nhiệm"].contains { words.contains($0) }
    }
}

/// Titles that name a body: `Sở Nội vụ`, `Sở Nội vụ:`, `Giao Văn phòng Ủy ban`.
private enum UnitTitle {
    /// The one body that a title names; nil for several, a group or none.
    static func body(in title: String) -> String? {
        var words = title[...]
        while let last = words.last, ":. ".contains(last) { words.removeLast() }
        for verb in ["Giao ", "Đề nghị ", "Yêu cầu "] where words.hasPrefix(verb) {
            words = words.dropFirst(verb.count)
        }
        let lower = words.lowercased()
        guard kinds.contains(where: { lower.hasPrefix("\($0) ") }), words.split(separator: " ").count <= 14,
            !groups.contains(where: { lower.contains($0) }), !actions.contains(where: lower.hasPrefix)
        else { return nil }
        // What stands behind a comma or “và” may be another body.
        let parts = lower.replacing(" và ", with: ", ").replacing(";", with: ",").split(separator: ",")
            .dropFirst()
        guard
            !parts.contains(where: { part in kinds.contains { part.drop { $0 == " " }.hasPrefix("\($0) ") } })
        else { return nil }
        return TextLine.isUpper(String(words)) ? SpelledNames.usual(String(words)) : String(words)
    }

    private static let groups = ["các ", "toàn ", "liên quan", "như sau"]

    /// What begins like a body and is something to do.
    private static let actions = [
        "ban hành", "tổ chức", "báo cáo", "hội nghị", "hội thảo", "phòng chống", "phòng ngừa", "trường hợp",
    ]

    private static let kinds = [
        "sở", "phòng", "văn phòng", "công an", "ban chỉ huy", "bộ chỉ huy", "ủy ban", "ubnd", "trung tâm",
        "chi cục", "cục", "báo", "đài", "kho bạc", "ngân hàng", "bảo hiểm", "hội", "liên đoàn", "tỉnh đoàn",
        "thành đoàn", "đoàn", "thanh tra", "trạm", "trường", "ban", "chi bộ", "đảng ủy", "tổ",
    ]
}
