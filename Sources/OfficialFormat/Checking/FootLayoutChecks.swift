internal import Diagnostics
internal import OfficeDocument
internal import VietnameseText

extension Judge {
    /// What stands where in the foot, and what its lines say of each other.
    func checkFootLayout(_ log: inout FindingLog) {
        checkRecipientsPlace(&log)
        checkDrafterCode(&log)
        checkFirstRecipientArticle(&log)
        checkTitleBody(&log)
    }

    private func checkRecipientsPlace(_ log: inout FindingLog) {
        guard let label = anatomy.first(.recipientsLabel) else { return }
        var fault: Wording?
        if let title = anatomy.first(.authority), let apart = stepBetween(title, label), abs(apart) > 25 {
            fault =
                apart > 0
                ? Wording("thấp hơn dòng chức vụ người ký", en: "lower than the signer's title")
                : Wording("cao hơn dòng chức vụ người ký", en: "higher than the signer's title")
        }
        let format = lines[label].paragraph.format
        let indent = (format.leftIndent?.millimetres ?? 0) + (format.firstLineIndent?.millimetres ?? 0)
        if fault == nil, lines[label].spot.columns > 1, indent > 8, format.alignment != .centre {
            fault = Wording("thụt vào \(measure(indent, "mm").vietnamese)", en: "indented")
        }
        guard let fault else { return }
        log.add(
            .recipientsPlace, .recipientsLabel, lines[label], found: fault,
            right: Wording(
                "sát lề trái, ngang dòng chức vụ người ký", en: "flush left, level with the signer's title"))
    }

    /// `PL.(300)` on the file line, or above recipients.
    private func checkDrafterCode(_ log: inout FindingLog) {
        let recipients = anatomy.indices(of: .recipient)
        let right = Wording(
            "một dòng riêng dưới danh sách nơi nhận", en: "a line of its own below the list of recipients")
        if let code = anatomy.first(.drafterCode), let last = recipients.last, code < last {
            log.add(
                .drafterCodePlace, .drafterCode, lines[code],
                found: Wording("đứng giữa danh sách", en: "inside the list"), right: right)
        }
        guard let last = recipients.last, let code = Self.drafterCode(in: lines[last].trimmed) else { return }
        log.add(
            .drafterCodePlace, .recipient, lines[last],
            found: Wording("“\(code)” trong dòng Lưu", en: "“\(code)” on the file line"), right: right)
    }

    /// Initials, a full stop and the number of copies in brackets; a number alone counts the copies on file.
    private static func drafterCode(in text: String) -> String? {
        guard text.contains("Lưu") else { return nil }
        for part in text.split(separator: ",").dropFirst() {
            let word = part.drop { $0 == " " }
            let initials = word.prefix { $0.isUppercase }
            let rest = word.dropFirst(initials.count)
            guard (1...5).contains(initials.count), rest.hasPrefix(".(") || rest.hasPrefix(". (") else {
                continue
            }
            let copies = rest.drop { ". (".contains($0) }.prefix { $0.isNumber }
            guard !copies.isEmpty else { continue }
            return String(word.prefix { $0 != ")" }) + ")"
        }
        return nil
    }

    private func checkFirstRecipientArticle(_ log: inout FindingLog) {
        guard anatomy.typeName == "Quyết định", anatomy.first(.article) != nil,
            let first = anatomy.first(.recipient), !lines[first].hasTags
        else { return }
        let item = lines[first].trimmed.drop { "-–• ".contains($0) }
        guard !item.lowercased().hasPrefix("như điều") else { return }
        log.add(
            .firstRecipientArticle, .recipient, lines[first],
            found: Wording("mục đầu là “\(item)”", en: "the first item is “\(item)”"),
            right: Wording("- Như Điều …;", en: "- Như Điều …;"))
    }

    private static let partyTitles = [
        "PHÓ BÍ THƯ", "BÍ THƯ", "PHÓ CHỦ NHIỆM", "CHỦ NHIỆM", "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN",
        "PHÓ CHÁNH VĂN PHÒNG", "CHÁNH VĂN PHÒNG",
    ].map(HeadWords.fold)

    /// `PHÓ BÍ THƯ TỈNH ỦY`: the body stands in the line above, or in the head.
    private func checkTitleBody(_ log: inout FindingLog) {
        for index in (anatomy.indices(of: .authority) + anatomy.indices(of: .position)).sorted() {
            let text = lines[index].folded
            guard !lines[index].hasTags, let title = Self.partyTitles.first(where: { text.hasPrefix($0) })
            else { continue }
            let rest = text.dropFirst(title.count)
            guard rest.hasPrefix(" "), !rest.contains(HeadWords.fold("THƯỜNG TRỰC")) else { continue }
            log.add(
                .partyTitleBody, .position, lines[index],
                found: Wording("“\(lines[index].trimmed)”", en: "“\(lines[index].trimmed)”"),
                right: Wording(
                    String(lines[index].trimmed.prefix(title.count)),
                    en: String(lines[index].trimmed.prefix(title.count))))
        }
    }
}
