internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let presence = document([.componentMissing]) { $0.checkPresence(&$1) } }

extension Rule {
    static let componentMissing = Rule(
        "format.component-missing", "H01", .error, .byHand, [Rule.Clause].decree("II") + .party("thể thức"),
        "Thiếu một thành phần thể thức bắt buộc (Điều 8): Quốc hiệu, tên cơ quan, số, "
            + "ngày, trích yếu, chữ ký hoặc nơi nhận.",
        en: "A mandatory component is missing (Điều 8): nation's title, agency, number, date, "
            + "subject, signature or recipients.", right: "đủ chín thành phần chính",
        wrong: "không có Nơi nhận")
}

extension CheckContext {
    func checkPresence(_ log: inout FindingLog) {
        guard isHeadSeenWhole else {
            return log.leave(
                .componentMissing,
                because: Wording(
                    "đầu văn bản không đặt trong bảng, hoặc có khung, thẻ trong đó, nên không biết chắc thành phần nào thiếu",
                    en: "the head is no table, or holds frames or tags, so it is not sure what is missing"))
        }
        // A slip goes from desk to desk, and not into the register.
        guard structure.typeName?.hasPrefix("Phiếu") != true else { return }
        var wanted: [(Component, String)] = [(.numberAndCode, "số, ký hiệu"), (.recipientsLabel, "nơi nhận")]
        if structure.typeName != "Biên bản" { wanted.append((.placeAndDate, "địa danh, ngày tháng")) }
        if !isParty { wanted += [(.nationalTitle, "Quốc hiệu"), (.motto, "Tiêu ngữ")] }
        if isParty, structure.first(.nationalTitle) == nil {
            wanted.append((.partyTitle, "tiêu đề của Đảng"))
        }
        for (component, name) in wanted { tellMissing(component, name, .componentMissing, &log) }
    }

    /// Whether a component that is not seen in the head is surely not there.
    var isHeadSeenWhole: Bool {
        guard
            let title = structure.first(.nationalTitle) ?? structure.first(.motto) ?? structure.first(
                .partyTitle) ?? (isParty ? structure.first(.issuingAgency) : nil)
        else { return false }
        // A head that is no table may hold what is missed in a shape or behind a tab.
        let isFramed = lines.indices.contains { index in
            lines[index].spot.isInShape && structure.marks[index] != .digitalSignature
                && structure.marks[index] != .stamp
        }
        guard lines[title].spot.columns > 1, !isFramed else { return false }
        // What a decision puts in force bears the decision's number in brackets and none of its own (form 1.3).
        let isAttached = structure.text.prefix(6).contains { FootWords.isAppendixReference(lines[$0]) }
        guard !isAttached || structure.first(.numberAndCode) != nil else { return false }
        // In a template's head a tag may stand for it.
        return !structure.head.contains { lines[$0].hasTags && structure.components[$0] == nil }
    }

    func tellMissing(
        _ component: Component, _ name: String, _ rule: Rule, mend: [DocumentEdit] = [],
        _ log: inout FindingLog
    ) {
        guard structure.first(component) == nil else { return }
        log.add(
            rule, component, nil, found: Wording("không thấy \(name)", en: "no \(name)"),
            right: Wording("có \(name)", en: "\(name) in its place"), mend: mend)
    }
}
