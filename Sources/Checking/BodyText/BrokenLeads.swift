internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let brokenLeads = lines([.leadBroken]) { line, _ in
        line.isText && !line.isInTable ? BrokenLeads.faults(in: line.text) : []
    }
}

extension Rule {
    static let leadBroken = Rule(
        "format.lead-broken", "B06", .note, .byHand, .custom,
        "Cụm “Thực hiện …”, “Căn cứ …” mở đầu không thành câu: sau nó là dấu phẩy, rồi cơ quan ban hành. Chỉ báo khi câu sau là “cơ quan … như sau:”.",
        en:
            "An opening “Thực hiện …”, “Căn cứ …” is no sentence: a comma follows, and who issues the document. Told only where the next sentence is “body … như sau:”.",
        right: "Thực hiện Chỉ thị số 05/CT-TTg, Sở ban hành Kế hoạch như sau:",
        wrong: "Thực hiện Chỉ thị số 05/CT-TTg. Sở ban hành Kế hoạch như sau:")
}

/// Openings that are parted from their sentence.
enum BrokenLeads {
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.hasBytes(of: "như sau"), letters.text.hasBytes(of: ". ") else { return [] }
        let whole = letters.trimmed
        let stops = whole.filter { isStop($0, letters) }
        // A second stop shows sentences of their own.
        guard stops.count == 1, let stop = stops.first else { return [] }
        let opening = Normalization.nfc(letters[whole.lowerBound..<stop])
        let rest = Normalization.nfc(letters[stop + 2..<whole.upperBound])
        guard leads.contains(where: opening.hasPrefix), isWithoutSubject(opening),
            bodies.contains(where: rest.hasPrefix), rest.hasSuffix("như sau:") || rest.hasSuffix("như sau")
        else { return [] }
        return [
            letters.fault(
                .leadBroken, at: stop..<stop + 1,
                told: Wording("dấu chấm giữa cụm mở đầu và câu", en: "a full stop behind the opening"),
                right: "dấu phẩy", en: "a comma")
        ]
    }

    private static func isStop(_ place: Int, _ letters: TextScalars) -> Bool {
        letters.scalars[place] == "." && letters[place + 1] == " " && letters[place + 2]?.isUpper == true
            && letters[place - 1].map { $0.isLower || $0.isDigit || "”)".unicodeScalars.contains($0) } == true
    }

    /// A subject would stand behind a comma or semicolon, with a capital, unless that begins a further act; what it has done is told by its verb.
    private static func isWithoutSubject(_ opening: String) -> Bool {
        let parts = opening.split { $0 == "," || $0 == ";" }.dropFirst().map { $0.drop { $0 == " " } }
        return !opening.contains(" đã ") && !opening.contains(" được ")
            && parts.allSatisfy { part in
                part.first?.isUppercase != true || acts.contains { part.hasPrefix("\($0) số ") }
            }
    }

    private static let acts = [
        "Nghị quyết", "Nghị định", "Thông tư", "Quyết định", "Chỉ thị", "Kế hoạch", "Công văn", "Hướng dẫn",
        "Chương trình", "Kết luận",
    ]
    private static let leads = [
        "Thực hiện ", "Căn cứ ", "Triển khai thực hiện ", "Triển khai Kế hoạch ", "Theo ",
    ]
    private static let bodies = [
        "UBND ", "Ủy ban ", "Uỷ ban ", "Sở ", "Bộ ", "Ban ", "Phòng ", "Đảng ủy ", "Đảng uỷ ", "Chi ",
        "Trường ", "Trung tâm ", "Hội ", "Văn phòng ", "Công an ", "Cục ", "Tỉnh ủy ", "Nhà trường ",
    ]
}
