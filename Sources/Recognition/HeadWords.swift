internal import OfficeDocument
package import Regulations
internal import VietnameseText

/// The words that lines of the head are known by, wrongly written ones too.
package enum HeadWords {
    package static func isNationalTitle(_ line: TextLine) -> Bool {
        let text = line.folded
        return text.count < 60
            && (text.contains(fold("XÃ HỘI CHỦ NGHĨA VIỆT")) || text.hasPrefix(fold("CỘNG HÒA XÃ HỘI")))
    }

    package static func isPartyTitle(_ line: TextLine) -> Bool {
        let text = line.folded
        return text.count < 30 && text.hasPrefix("ĐẢNG CỘNG SẢN") && line.isUpper
    }

    package static func isMotto(_ line: TextLine) -> Bool {
        let text = line.folded
        return text.count < 45 && text.hasPrefix("ĐỘC LẬP") && text.contains("HẠNH PHÚC")
    }

    /// `Số: 15/KH-SKHCN`, `Số 15-KH/TU` and what is written in their place.
    package static func isNumber(_ line: TextLine) -> Bool {
        let text = line.folded
        if line.hasTags, text.contains("SO_KY_HIEU") || text.contains("SO_HIEU") { return true }
        guard text.hasPrefix("SỐ"), text.count < 60 else { return false }
        let rest = text.dropFirst(2)
        guard let first = rest.first, !first.isLetter else { return false }
        return rest.contains("/") || rest.contains("-") || rest.contains("{")
    }

    package static func isDate(_ line: TextLine) -> Bool {
        let text = line.folded
        guard text.count < 90 else { return false }
        if let day = text.firstRange(of: "NGÀY"), text.contains("THÁNG"), text.contains("NĂM") {
            // Not a sentence that tells when something begins; a number may share the line.
            return text.hasPrefix("SỐ") || !text[..<day.lowerBound].contains(":")
        }
        if line.hasTags, text.contains("NGAY_BAN_HANH") || text.contains("DIA_DANH") { return true }
        // Figures: Hà Nội, 05/01/2026
        guard text.prefix(while: { !$0.isNumber }).count < 32, !text.contains(":") else { return false }
        let parts = text.split { !$0.isNumber && $0 != "/" }.filter { $0.contains("/") }
        return text.first?.isLetter == true && parts.contains { $0.split(separator: "/").count == 3 }
            && !text.hasPrefix("SỐ")
    }

    package static func isLetterSubject(_ line: TextLine) -> Bool {
        let text = line.folded
        guard line.spot.columns > 1 || text.hasPrefix("V/V") else { return false }
        return text.hasPrefix("V/V") || text.hasPrefix("VỀ VIỆC ")
    }

    package static func isAddressee(_ line: TextLine) -> Bool {
        let text = line.folded
        return text.hasPrefix("KÍNH GỬI") || text.hasPrefix("KÍNH TRÌNH:")
    }

    /// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện:`, above the addressees of a telegram.
    package static func isTelegraphing(_ line: TextLine) -> Bool {
        !line.isLonger(than: 120) && line.trimmed.hasSuffix("điện:")
    }

    package static func isBasis(_ line: TextLine) -> Bool {
        let text = line.trimmed.drop { "-–—•+ ".contains($0) }
        return text.hasPrefix("Căn cứ ")
    }

    /// `Theo đề nghị của …`, `Xét Tờ trình số …`, or what goes on in italics behind a basis that ends in a semicolon.
    package static func isFurtherBasis(_ line: TextLine, after previous: TextLine) -> Bool {
        let text = line.trimmed.drop { "-–—•+ ".contains($0) }
        if text.hasPrefix("Theo đề nghị") || text.hasPrefix("Xét ") { return true }
        guard previous.trimmed.hasSuffix(";"), text.hasSuffix(";") || text.hasSuffix(".") else {
            return false
        }
        return [previous, line].allSatisfy { line in
            !line.looks.isEmpty && line.looks.allSatisfy { $0.slant == .italic }
        }
    }

    /// The type a line names, in capitals; nil for any other line.
    package static func typeName(_ line: TextLine) -> String? { typeNames[line.folded] }

    private static let typeNames = typeNames(of: FormatProfile.all)

    /// The types of some profiles by their names in folded capitals.
    package static func typeNames(of profiles: [FormatProfile]) -> [String: String] {
        var names: [String: String] = [:]
        for profile in profiles {
            for type in profile.documentTypes { names[fold(type.name.uppercased())] = type.name }
        }
        return names
    }

    /// How many of the agency's lines are the superior's; nil where that cannot be told.
    package static func agencySplit(_ lines: [TextLine]) -> Int? {
        guard lines.count > 1 else { return 0 }
        let weights = lines.map { $0.looks.isEmpty ? nil : $0.isBold }
        let starts = lines.indices.filter { index in kinds.contains { lines[index].folded.hasPrefix($0) } }
        if starts.count > 1, starts.first == 0, let last = starts.last { return last }
        guard let bold = weights.firstIndex(of: true), weights[bold...].allSatisfy({ $0 == true }) else {
            return nil
        }
        return bold == 0 ? (starts == [0] ? 0 : nil) : bold
    }

    /// What names of bodies begin with.
    private static let kinds = [
        "ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "SỞ ", "BỘ ", "BAN ", "CỤC ", "CHI CỤC", "TỔNG CỤC", "VỤ ",
        "TRUNG TÂM", "VĂN PHÒNG", "PHÒNG ", "TRƯỜNG ", "VIỆN ", "TỈNH ỦY", "THÀNH ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ",
        "CHI BỘ", "CÔNG TY", "TỔNG CÔNG TY", "THANH TRA", "HỌC VIỆN", "ĐẠI HỌC", "KHO BẠC", "BẢO HIỂM",
    ].map(fold)

    package static func fold(_ text: String) -> String { Normalization.folded(text) }
}

extension TextLine {
    /// `I. …`, `1. …`, `a) …`, `Điều 1. …` or a dash.
    package var isNumberedHeading: Bool {
        let letters = trimmed
        if letters.hasPrefix("- ") || letters.hasPrefix("Điều ") { return true }
        guard let mark = letters.prefix(6).firstIndex(where: { $0 == "." || $0 == ")" || $0 == "-" }) else {
            return false
        }
        let number = letters[..<mark]
        guard !number.isEmpty, number.count <= 5 else { return false }
        return number.allSatisfy(\.isNumber) || number.allSatisfy { "IVXLC".contains($0) }
            || (number.count == 1 && letters[mark] == ")")
    }
}
