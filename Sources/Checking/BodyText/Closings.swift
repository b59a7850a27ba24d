internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let closings = document([.closingMismatch, .periodMismatch], about: [.documentType]) {
        $0.checkClosing(&$1)
    }
}

extension Rule {
    static let closingMismatch = Rule(
        "format.closing-mismatch", "X03", .warning, .byHand, .custom,
        "Câu kết gọi văn bản đúng như tên loại và trích yếu của nó.",
        en: "The closing sentence calls the document what its type and subject do.",
        right: "BÁO CÁO tổng kết … / Trên đây là báo cáo tổng kết …",
        wrong: "BÁO CÁO tổng kết … / Trên đây là báo cáo sơ kết …")
}

extension Rule {
    static let periodMismatch = Rule(
        "format.period-mismatch", "X03", .warning, .byHand, .custom,
        "Kỳ (tháng, quý, năm) ở câu mở đầu, câu kết là kỳ ở trích yếu. Chỉ báo khi mỗi nơi chỉ ghi một kỳ.",
        en:
            "The period (month, quarter, year) of the opening and closing sentences is the subject's. Told only where each names one.",
        right: "tháng 9 ở cả hai nơi", wrong: "trích yếu tháng 9, câu kết tháng 8")
}

extension CheckContext {
    /// Only where the sentence begins with the document's kind, and names another one.
    func checkClosing(_ log: inout FindingLog) {
        guard let type = structure.typeName,
            let last = structure.text.last(where: { !lines[$0].isBlank && isText($0) }), !lines[last].hasTags
        else { return }
        let text = Normalization.nfc(lines[last].trimmed).lowercased()
        checkOpening(type, &log)
        guard let start = Self.openings.first(where: { text.hasPrefix($0) }) else { return }
        let named = text.dropFirst(start.count)
        let own = type.lowercased()
        let other = Self.kinds.first {
            named.hasPrefix($0 + " ") && $0 != own && !own.hasPrefix($0) && !$0.hasPrefix(own)
        }
        if let other, Self.kinds.contains(own) { return tell(last, "“\(other)”", type, &log) }
        let subject = structure.indices(of: .subject).map {
            Normalization.nfc(lines[$0].trimmed).lowercased()
        }.joined(separator: " ")
        if named.hasPrefix(own), let (found, right) = Periods.contradiction(in: text, against: subject) {
            log.add(
                .periodMismatch, .body, lines[last],
                found: Wording("câu kết ghi \(found)", en: "the closing sentence says \(found)"),
                right: Wording("\(right) như ở trích yếu", en: "\(right), as the subject does"))
        }
        for (one, another) in [("sơ kết", "tổng kết"), ("tổng kết", "sơ kết")]
        where named.hasPrefix(own) && named.prefix(60).contains(one) && !subject.contains(one)
            && subject.contains(another)
        { return tell(last, "“\(one)”", another, &log) }
    }

    /// A lead that ends by saying what is reported: “… báo cáo kết quả tháng 9/2025 như sau:”.
    private func checkOpening(_ type: String, _ log: inout FindingLog) {
        let subject = structure.indices(of: .subject).map {
            Normalization.nfc(lines[$0].trimmed).lowercased()
        }.joined(separator: " ")
        for index in structure.leads where !lines[index].hasTags {
            let text = Normalization.nfc(lines[index].trimmed).lowercased()
            guard text.hasSuffix(":"), let named = text.firstRange(of: "\(type.lowercased()) kết quả"),
                let (found, right) = Periods.contradiction(
                    in: String(text[named.lowerBound...]), against: subject)
            else { continue }
            log.add(
                .periodMismatch, .body, lines[index],
                found: Wording("đoạn mở đầu ghi \(found)", en: "the opening says \(found)"),
                right: Wording("\(right) như ở trích yếu", en: "\(right), as the subject does"))
        }
    }

    private func tell(_ index: Int, _ found: String, _ right: String, _ log: inout FindingLog) {
        log.add(
            .closingMismatch, .body, lines[index],
            found: Wording("câu kết ghi \(found)", en: "the closing sentence says \(found)"),
            right: Wording("“\(right)” như ở đầu văn bản", en: "“\(right)”, as the document's head does"))
    }

    private static let openings = ["trên đây là ", "trên đây là nội dung ", "trên đây là toàn bộ "]
    private static let kinds = [
        "kế hoạch", "báo cáo", "tờ trình", "thông báo", "chương trình", "đề án", "phương án", "hướng dẫn",
    ]
}
