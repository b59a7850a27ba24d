internal import OfficeDocument
package import Regulations
internal import VietnameseText

/// The words that lines of the head are known by, wrongly written ones too.
package enum HeadWords {
    package static func isNationalTitle(_ line: TextLine) -> Bool {
        let text = line.opening
        let isNamed = text.hasBytes(of: nation) || text.beginsWithBytes(of: republic)
        // Counting letters as people see them takes long, and most lines are neither.
        guard isNamed || line.isUpper, text.count < 60 else { return false }
        return isNamed || isMiswritten(text, nationalTitle)
    }

    /// The Party's title, written wrongly too, as long as it begins as titles of the Party do.
    package static func isPartyTitle(_ line: TextLine) -> Bool {
        let text = line.opening
        guard line.isUpper || text.beginsWithBytes(of: "ĐẢNG C"), text.count < 30 else { return false }
        if text.hasPrefix("ĐẢNG CỘNG SẢN"), line.isUpper || text.count < 24 { return true }
        return line.isUpper && isMiswritten(text, partyTitle) || text == "ĐẢNG CSVN"
            || text == "ĐẢNG CS VIỆT NAM"
    }

    private static let nation = fold("XÃ HỘI CHỦ NGHĨA VIỆT")
    private static let republic = fold("CỘNG HÒA XÃ HỘI")
    private static let nationalTitle = BareLetters("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    private static let partyTitle = BareLetters("ĐẢNG CỘNG SẢN VIỆT NAM")

    /// Whether a text is a title but for a few letters, marks aside.
    private static func isMiswritten(_ text: String, _ title: BareLetters) -> Bool {
        // Marks and blanks fall away, and no letter is added.
        guard text.unicodeScalars.count + 4 >= title.scalars.count else { return false }
        let letters = BareLetters(text)
        guard abs(letters.scalars.count - title.scalars.count) <= 4 else { return false }
        return letters.distance(to: title) <= 3
    }

    package static func isMotto(_ line: TextLine) -> Bool {
        let text = line.opening
        guard text.count < 45, let first = text.first, first == "Đ" || first == "D" else { return false }
        if text.hasPrefix("ĐỘC LẬP"), text.contains("HẠNH PHÚC") { return true }
        let letters = BareLetters(text.filter(\.isLetter))
        return abs(letters.scalars.count - motto.scalars.count) <= 1 && letters.distance(to: motto) <= 1
    }

    private static let motto = BareLetters("ĐỘC LẬP TỰ DO HẠNH PHÚC")

    /// `Số: 15/KH-SKHCN`, `Số 15-KH/TU` and what is written in their place.
    package static func isNumber(_ line: TextLine) -> Bool {
        let text = line.opening
        if line.hasTags, text.contains("SO_KY_HIEU") || text.contains("SO_HIEU") { return true }
        guard text.hasPrefix("SỐ"), text.count < 60 else { return false }
        let rest = text.dropFirst(2)
        guard let first = rest.first else { return true }
        guard !first.isLetter else { return false }
        if line.hasTags { return true }
        // “Số lượng …” begins a sentence.
        let word = rest.drop { $0 == ":" || $0.isWhitespace }.prefix { !$0.isWhitespace }
        guard !word.contains(where: \.isLetter) || word.contains("/") || word.contains("-") else {
            return false
        }
        guard rest.contains("/") || rest.contains("-") else {
            // A blank to be filled in, with nothing behind it.
            return rest.allSatisfy { ":.…_ ".contains($0) || $0.isWhitespace }
        }
        return !rest.contains("NGÀY ") || rest.contains("THÁNG")
    }

    package static func isDate(_ line: TextLine) -> Bool {
        let text = line.opening
        guard text.count < 90 else { return false }
        if let day = text.firstRange(of: "NGÀY"), text.contains("THÁNG"), !text.hasSuffix(";") {
            let before = text[..<day.lowerBound]
            guard text.contains("NĂM") || before.contains(",") else { return false }
            // Not a sentence that tells when something begins; a number may share the line.
            guard !text.hasPrefix("SỐ") else { return true }
            // Nor what an annex goes with: “(Kèm theo Quyết định số     /QĐ-UBND ngày … tháng 9 năm 2025”.
            guard !before.contains(":"), before.count < 45, !before.contains(" SỐ ") else { return false }
            return !before.contains("(") || isBlankDay(text[day.upperBound...])
        }
        if line.hasTags, text.contains("NGAY_BAN_HANH") || text.contains("DIA_DANH") { return true }
        // Figures: Hà Nội, 05/01/2026
        guard text.prefix(while: { !$0.isNumber }).count < 32, !text.contains(":") else { return false }
        let parts = text.split { !$0.isNumber && $0 != "/" }.filter { $0.contains("/") }
        return text.first?.isLetter == true && parts.contains { $0.split(separator: "/").count == 3 }
            && !text.hasPrefix("SỐ") && text.count < 50
    }

    /// ` …. THÁNG`: no figure for the day, where a form says in brackets what its place is.
    private static func isBlankDay(_ text: Substring) -> Bool {
        guard let month = text.firstRange(of: "THÁNG") else { return false }
        return text[..<month.lowerBound].allSatisfy { ".…_ ".contains($0) || $0.isWhitespace }
    }

    /// MẬT, KHẨN, DỰ THẢO and the like, in a box or not.
    package static func isStamp(_ line: TextLine) -> Bool {
        let text = line.opening.filter { $0 != "(" && $0 != ")" }
        guard text.count < 40 else { return false }
        return stamps.contains { text == $0 } || text.hasPrefix("DỰ THẢO")
    }

    private static let stamps = [
        "MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ", "SAO Y",
        "SAO LỤC", "TRÍCH SAO", "SAO Y BẢN CHÍNH", "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI", "TÀI LIỆU THU HỒI",
    ].map(fold)

    package static func isLetterSubject(_ line: TextLine) -> Bool {
        let text = line.opening
        let words = text.drop { $0 == "(" }
        guard line.spot.columns > 1 || words.hasPrefix("V/V") else { return false }
        return words.hasPrefix("V/V") || words.hasPrefix("VỀ VIỆC ")
    }

    package static func isAddressee(_ line: TextLine) -> Bool {
        let text = line.opening
        return ["KÍNH GỬI", "KÍNH GỞI", "KÍNH TRÌNH:", "ĐỒNG KÍNH GỬI"].contains { text.hasPrefix(fold($0)) }
    }

    /// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện:`, above the addressees of a telegram.
    package static func isTelegraphing(_ line: TextLine) -> Bool {
        !line.isLonger(than: 120) && line.trimmed.hasSuffix("điện:")
    }

    package static func isBasis(_ line: TextLine) -> Bool {
        let text = line.trimmed.drop { "-–—•+ ".contains($0) }
        return text.hasPrefix("Căn cứ ")
    }

    /// Whether the line proposes: it stands among the bases, or ends them.
    package static func isProposal(_ line: TextLine) -> Bool {
        let text = line.trimmed.drop { "-–—•+ ".contains($0) }
        return ["Theo đề nghị", "Xét đề nghị", "Theo đề xuất", "Xét "].contains { text.hasPrefix($0) }
    }

    /// “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:”, which ends the bases; the colon may be missing.
    package static func isEnactment(_ line: TextLine) -> Bool {
        guard !line.isLonger(than: 30), line.isUpper else { return false }
        let text = line.opening.filter { $0 != ":" && $0 != "." && !$0.isWhitespace }
        return ["QUYẾTĐỊNH", "QUYẾTNGHỊ", "NAYQUYẾTĐỊNH", "CHỈTHỊ", "QUYẾTNGHỊĐIỀU"].contains { text == $0 }
    }

    /// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`, below the subject of a decision.
    package static func isIssuerTitle(_ line: TextLine) -> Bool {
        guard line.isUpper else { return false }
        return FootWords.isTitle(line) && !line.hasTags
            && (FootWords.beginsWithTitle(line) || kinds.contains { line.opening.hasPrefix($0) })
    }

    /// Whether a line begins as names of bodies do.
    package static func isAgencyName(_ line: TextLine) -> Bool {
        kinds.contains { line.opening.hasPrefix($0) }
    }

    private static let furtherOpenings = [
        "Thực hiện ", "Trên cơ sở ", "Thi hành ", "Triển khai ", "Được sự ", "Sau khi ", "Để ", "Theo ",
    ]

    /// `Theo đề nghị của …`, `Xét Tờ trình số …`, or what goes on in italics behind a basis that ends in a semicolon.
    package static func isFurtherBasis(_ line: TextLine, after previous: TextLine) -> Bool {
        let text = line.trimmed.drop { "-–—•+ ".contains($0) }
        if isProposal(line) { return true }
        guard previous.trimmed.hasSuffix(";") else { return false }
        // The Party writes each with a dash.
        let haveDashes = [previous, line].allSatisfy { $0.trimmed.first.map { "-–—".contains($0) } == true }
        if haveDashes, furtherOpenings.contains(where: { text.hasPrefix($0) }), !text.hasSuffix(":") {
            return true
        }
        guard text.hasSuffix(";") || text.hasSuffix(".") else { return false }
        return [previous, line].allSatisfy { line in
            !line.looks.isEmpty && line.looks.allSatisfy { $0.slant == .italic }
        }
    }

    /// The type a line names, in capitals; nil for any other line.
    package static func typeName(_ line: TextLine) -> String? {
        typeNames[line.opening]
            ?? (line.isLonger(than: 60) ? nil : typeName(inFull: line) ?? typeName(miswritten: line))
    }

    /// A type but for its marks, such as KẾ HỌACH, in bold capitals in the middle of a line of its own.
    private static func typeName(miswritten line: TextLine) -> String? {
        guard line.isCentred, line.isUpper, line.isBold, !line.isLonger(than: 20) else { return nil }
        return plainTypeNames[PlainLetters.folded(line.trimmed)]
    }

    private static let plainTypeNames = Dictionary(
        typeNames.map { (PlainLetters.folded($0.key), $0.value) }, uniquingKeysWith: { one, _ in one })

    /// The type of a line that says more of it, such as KẾ HOẠCH LIÊN TỊCH.
    private static func typeName(inFull line: TextLine) -> String? {
        guard line.isUpper else { return nil }
        if let words = furtherWords.first(where: { line.opening.hasSuffix($0) }),
            let type = typeNames[String(line.opening.dropLast(words.count))]
        {
            return type
        }
        guard let name = typeName(beginning: line.opening) else { return nil }
        let words = line.opening.dropFirst(name.count).split(separator: " ")
        return (1...4).contains(words.count) && !words.contains(where: isOfSubject) ? typeNames[name] : nil
    }

    /// Whether capitals behind a type say what the document is about, not which kind of it this is.
    private static func isOfSubject(_ word: Substring) -> Bool {
        word.contains { !$0.isLetter } || subjectWords.contains(String(word))
    }

    private static let subjectWords: Set<String> = Set(
        ["VỀ", "NĂM", "THÁNG", "QUÝ", "TUẦN", "KỲ", "SỐ", "CỦA", "THỰC", "KẾT"].map(fold))

    /// What belongs to the name of a type and not to a subject, where nothing follows on the line.
    private static let furtherWords =
        jointWords
        + [
            " HÀNH ĐỘNG", " CÔNG TÁC", " KẾT LUẬN", " TÓM TẮT", " TỔNG KẾT", " SƠ KẾT", " TỔNG HỢP",
            " CHUYÊN ĐỀ", " GIẢI TRÌNH", " GIẢI QUYẾT CÔNG VIỆC", " LÀM VIỆC", " THÀNH TÍCH", " HỌP",
            " BÀN GIAO", " NGHIỆM THU", " THANH LÝ", " KIỂM KÊ", " KIỂM TRA", " XIN KINH PHÍ",
        ].map(fold)

    /// What types of documents are called that several bodies issue together.
    static let jointWords = [" LIÊN TỊCH", " LIÊN NGÀNH", " LIÊN SỞ", " PHỐI HỢP"].map(fold)

    /// The type's name that a text in folded capitals begins with and goes on from, the longest first.
    static func typeName(beginning text: String) -> String? {
        longTypeNames.first { name in
            guard text.hasPrefix(name) else { return false }
            return text.dropFirst(name.count).first.map { $0 == " " || $0 == ":" } ?? false
        }
    }

    private static let longTypeNames = typeNames.keys.sorted { ($0.count, $0) > ($1.count, $1) }

    /// Those of the former guidance of the Party have the same names.
    private static let typeNames = typeNames(of: [.decree30, .guidance05]).merging(otherTypes) { own, _ in own
    }

    /// Papers that offices know and no regulation names.
    private static let otherTypes = ["Phiếu trình", "Đề cương", "Phiếu tổng hợp"].reduce(
        into: [String: String]()
    ) { $0[fold($1.uppercased())] = $1 }

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
        // A name of several lines has its weight on all of them.
        if starts.count > 1, starts.first == 0, let last = starts.last { return last }
        if starts == [0], Set(weights).count == 1 || isOneCouncil(lines) { return 0 }
        guard let bold = weights.firstIndex(of: true), weights[bold...].allSatisfy({ $0 == true }) else {
            return nil
        }
        return bold == 0 ? (starts == [0] ? 0 : nil) : bold
    }

    /// `ỦY BAN NHÂN DÂN` above `TỈNH …`: one name on two lines, whatever their weights.
    private static func isOneCouncil(_ lines: [TextLine]) -> Bool {
        lines.count == 2 && councils.contains(lines[0].folded)
            && units.contains { lines[1].folded.hasPrefix($0) }
    }

    private static let councils = ["ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "UBND", "HĐND"].map(fold)
    private static let units = [
        "TỈNH ", "THÀNH PHỐ ", "XÃ ", "PHƯỜNG ", "ĐẶC KHU ", "HUYỆN ", "QUẬN ", "THỊ XÃ ", "THỊ TRẤN ",
    ].map(fold)

    /// Whether a line is the name of a body of the Party.
    static func isPartyBody(_ line: TextLine) -> Bool {
        line.isUpper && partyBodies.contains { line.opening.hasPrefix($0) }
    }

    private static let partyBodies = [
        "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "THỊ ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ", "CHI BỘ", "CHI ỦY",
        "ĐẢNG ĐOÀN", "BAN CÁN SỰ ĐẢNG", "BAN CHẤP HÀNH ĐẢNG BỘ", "BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN THƯỜNG VỤ",
    ].map(fold)

    /// What names of bodies begin with.
    private static let kinds = [
        "ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "SỞ ", "BỘ ", "BAN ", "CỤC ", "CHI CỤC", "TỔNG CỤC", "VỤ ",
        "TRUNG TÂM", "VĂN PHÒNG", "PHÒNG ", "TRƯỜNG ", "VIỆN ", "TỈNH ỦY", "THÀNH ỦY", "ĐẢNG ỦY", "ĐẢNG BỘ",
        "CHI BỘ", "CÔNG TY", "TỔNG CÔNG TY", "THANH TRA", "HỌC VIỆN", "ĐẠI HỌC", "KHO BẠC", "BẢO HIỂM",
    ].map(fold)

    package static func fold(_ text: String) -> String { Normalization.folded(text) }
}

extension TextLine {
    /// Whether it begins with a number, a letter or a dash as headings and points do.
    package var isNumberedHeading: Bool {
        HeadingNumber(trimmed.beginning(80)).map { $0.kind != .star } ?? false
    }
}
