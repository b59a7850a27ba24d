import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

/// A document as a file, mended.
struct MendedFile {
    let file: String
    let format: OfficeFormat
    let before: Archive
    let document: ReadDocument
    let mending: Mending

    init(_ document: Document, as format: OfficeFormat) throws {
        try self.init(document.bytes(as: format), as: format)
    }

    init(
        _ bytes: [UInt8], as format: OfficeFormat, settings: RuleSettings = RuleSettings(),
        today: CalendarDate? = nil
    ) throws {
        self.format = format
        file = "van-ban.\(format.rawValue)"
        before = try Archive(bytes: bytes, file: file)
        document = try ReadDocument.reading(before).value
        mending = try Mending(of: before, document: document, settings: settings, today: today)
    }

    /// The mended file, or the same where nothing was to mend.
    var after: Archive {
        get throws { try mending.bytes.map { try Archive(bytes: $0, file: file) } ?? before }
    }

    var result: ReadDocument { get throws { try ReadDocument.reading(after).value } }

    var codesLeft: Set<Rule> { Set(mending.check.findings.map(\.rule)) }

    var left: [String] {
        mending.check.findings.map { "\($0.rule.code.rawValue): \($0.found.english) “\($0.excerpt)”" }
    }
}

extension ReadDocument {
    /// Letters and figures of the body, whatever parts them.
    var letters: String { paragraphs.map(\.text).joined().filter { $0.isLetter || $0.isNumber } }
}

extension MendedFile {
    init(_ mutation: Mutation, as format: OfficeFormat) throws {
        var document = mutation.document()
        mutation.breaking(&document)
        try self.init(
            document.bytes(as: format), as: format, settings: mutation.settings, today: mutation.today)
    }
}

@Test func `a mutation is mended exactly where its rule says so`() throws {
    for mutation in Mutation.all where mutation.reading == nil && !mutation.name.hasPrefix("HD36") {
        for format in OfficeFormat.allCases {
            let file = try MendedFile(mutation, as: format)
            let isMended = mutation.isMended
            let name = "\(mutation.name), \(format)"
            #expect(Set(file.mending.mended.map(\.rule)) == (isMended ? [mutation.rule] : []), "\(name)")
            #expect(file.codesLeft == (isMended ? [] : [mutation.rule]), "\(name): \(file.left)")
            let again = try Mending(
                of: file.after, document: file.result, settings: mutation.settings, today: mutation.today)
            #expect(again.bytes == nil, "\(name)")
        }
    }
}

@Test(arguments: OfficeFormat.allCases) func `a document with everything wrong is right after mending`(
    format: OfficeFormat
) throws {
    for (base, texts) in BrokenDocuments.all {
        var document = base
        for style in document.styles.indices { BrokenDocuments.breakLook(&document.styles[style]) }
        for (right, wrong) in texts { document.replace(right, with: wrong) }
        document.sections[0].page.left = .millimetres(25.4)
        document.sections[0].page.right = .millimetres(25.4)
        document.sections[0].page.top = .millimetres(25.4)
        document.sections[0].page.width = .twips(12240)
        document.sections[0].page.height = .twips(15840)
        let file = try MendedFile(document, as: format)
        // The lines under motto, agency and subject are measured by the letters above, which were not theirs.
        let lines: Set<Rule> = [.mottoLineLength, .agencyLineLength, .subjectLineLength]
        #expect(file.codesLeft.subtracting(lines) == [], "\(file.left)")
        #expect(file.mending.mended.count > 15)
        let right = try base.read(as: format)
        let other = try zip(file.result.paragraphs, right.paragraphs).filter { $0.text != $1.text }
        #expect(other.map { "\($0.text) for \($1.text)" } == [])
        #expect(try file.result.paragraphs.count == right.paragraphs.count)
        #expect(try Mending(of: file.after, document: file.result).bytes == nil)
        // Parts that nothing was wrong with are the same bytes.
        let parts = ["word/document.xml", "word/header1.xml", "content.xml", "styles.xml"]
        for entry in file.before.entries where !parts.contains(entry.name) {
            #expect(try file.before.stored(entry.name) == file.after.stored(entry.name), "\(entry.name)")
        }
    }
}

/// Right documents, and what is done wrong to them.
private enum BrokenDocuments {
    static let all: [(Document, [(String, String)])] = [
        (
            RightDocuments.plan,
            [
                ("Độc lập - Tự do - Hạnh phúc", "Độc Lập – Tự Do – Hạnh Phúc."),
                ("Số: 05/KH-SKHCN", "Số 5 / Kh-SKHCN"),
                ("Đắk Nông, ngày 05 tháng 01 năm 2026", "Đắk Nông Ngày 5 tháng 1 năm 2026"),
                (
                    "Tuyên truyền về khoa học và công nghệ năm 2026",
                    "Tuyên truyền về khoa học và công nghệ năm 2026."
                ), ("- Các đơn vị thuộc Sở;", "Các đơn vị thuộc Sở,"), ("- Lưu: VT, VP.", "- Lưu VT, VP"),
                ("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC"), ("Nguyễn Văn An", "TS. NGUYỄN VĂN AN"),
                ("Nơi nhận:", "Nơi nhận"), ("\(RightDocuments.sentence)./.", "\(RightDocuments.sentence)."),
                ("a) \(RightDocuments.sentence).", "a. \(RightDocuments.sentence)  ."),
            ]
        ),
        (
            RightDocuments.letter,
            [
                ("Số: 05/SKHCN-VP", "Số:5/SKHCN-VP"),
                ("V/v báo cáo kết quả tuyên truyền", "Về việc báo cáo kết quả tuyên truyền"),
                ("Kính gửi:", "Kính gửi"), ("- Sở Tài chính;", "- Sở Tài chính,"),
                ("- Sở Nội vụ.", "- Sở Nội vụ"), ("- Như trên;", "Như trên"),
            ]
        ), (PartyDocuments.all[0].plan, []),
    ]

    /// Another size, weight, slant and place for everything a regulation speaks of.
    static func breakLook(_ style: inout ParagraphStyle) {
        guard let form = FormStyle(rawValue: style.id) else { return }
        switch form {
        case .body: style.paragraph = ParagraphFormat(alignment: .left, lineSpacing: .lines(2))
        case .numberAndCode, .recipient, .subject, .documentType:
            style.character.slant = .italic
            style.character.size = 15
        case .motto, .nationalTitle, .issuingAgency, .romanHeading, .signerName, .authority:
            style.character.weight = .regular
        case .superiorAgency, .placeAndDate, .recipientsLabel:
            style.character.slant = .upright
            style.character.weight = style.id == FormStyle.recipientsLabel.rawValue ? .regular : .bold
        case .pageNumber:
            style.character.slant = .italic
            style.paragraph.alignment = .right
        default: break
        }
        style.character.font = "Arial"
    }
}

/// A file with parts of another written otherwise.
private func rewritten(_ bytes: [UInt8], _ changes: [(part: String, old: String, new: String)]) throws
    -> [UInt8]
{
    let archive = try Archive(bytes: bytes, file: "van-ban")
    var writer = ArchiveWriter()
    for entry in archive.entries {
        var text = String(decoding: try archive.contents(of: entry.name), as: UTF8.self)
        for change in changes where entry.name.hasPrefix(change.part) {
            text = text.replacing(change.old, with: change.new)
        }
        writer.add(
            entry.name, bytes: Array(text.utf8), compression: entry.name == "mimetype" ? .stored : .deflated)
    }
    return try writer.bytes()
}

@Test(arguments: OfficeFormat.allCases) func `a number in the lower margin is moved up, red words stay red`(
    format: OfficeFormat
) throws {
    let changes =
        format == .docx
        ? [
            (
                "word/document.xml", "<w:headerReference w:type=\"default\"",
                "<w:footerReference w:type=\"default\""
            ), ("word/_rels/", "/header\" Target=\"header1.xml", "/footer\" Target=\"header1.xml"),
            (
                "[Content",
                "/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header",
                "/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer"
            ), ("word/header1.xml", "w:hdr", "w:ftr"),
            (
                "word/document.xml", "<w:t xml:space=\"preserve\">Các đơn vị",
                "<w:rPr><w:color w:val=\"FF0000\" w:themeColor=\"accent2\"/></w:rPr><w:t xml:space=\"preserve\">Các đơn vị"
            ),
        ]
        : [
            ("styles.xml", "style:header>", "style:footer>"),
            ("styles.xml", "header-style>", "footer-style>"),
            (
                "content.xml", "Các đơn vị thuộc Sở phối",
                "<text:span text:style-name=\"Do\">Các đơn vị</text:span> thuộc Sở phối"
            ),
            (
                "content.xml", "</office:automatic-styles>",
                "<style:style style:name=\"Do\" style:family=\"text\"><style:text-properties fo:color=\"#ff0000\"/></style:style></office:automatic-styles>"
            ),
        ]
    let bytes = try rewritten(
        RightDocuments.plan.bytes(as: format), changes.map { (part: $0.0, old: $0.1, new: $0.2) })
    let file = try MendedFile(bytes, as: format)
    // Without its header the text of an OpenDocument page begins higher up.
    let codes = Set(file.mending.mended.map(\.rule)).subtracting([.pageMargin])
    #expect(codes == [.pageNumberPlace])
    #expect(file.codesLeft == [.textColor])
    let section = try file.result.sections[0]
    func hasNumber(_ headers: [PageKind: ReadHeader]) -> Bool {
        headers.values.contains { header in
            header.blocks.paragraphs.contains { $0.runs.contains { $0.pieces.contains(.pageNumber) } }
        }
    }
    #expect(hasNumber(section.headers) && !hasNumber(section.footers))
    #expect(try Mending(of: file.after, document: file.result).bytes == nil)
}

@Test func `capitals become small letters only where the document shows each word beside the same neighbour`()
{
    let words = CapitalWords(of: [
        "Căn cứ chức năng của Sở Khoa học và Công nghệ tỉnh Đắk Nông, UBND tỉnh giao.",
        "Thực hiện kế hoạch tuyên truyền về khoa học ở Gia Nghĩa, lâm nghiệp, đồng ruộng.",
        "Phụ nữ thực hiện NẾP SỐNG VĂN MINH. Phụ nữ tham gia.", "KẾ HOẠCH",
    ])
    let cases: [(String, String?)] = [
        ("TUYÊN TRUYỀN VỀ KHOA HỌC NĂM 2026", "Tuyên truyền về khoa học năm 2026"),
        ("VỀ VIỆC UBND TỈNH ĐẮK NÔNG", "Về việc UBND tỉnh Đắk Nông"),
        ("TUYÊN TRUYỀN TẠI GIA NGHĨA", "Tuyên truyền tại Gia Nghĩa"),
        ("KẾ HOẠCH CỦA SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Kế hoạch của Sở Khoa học và Công nghệ"), ("", ""),
        // A name the document has not, whose words it has in other places.
        ("TUYÊN TRUYỀN VỀ KHOA HỌC TỈNH LÂM ĐỒNG", nil),
        // Words whose only neighbours are emphasised, or begin sentences.
        ("THỰC HIỆN NẾP SỐNG VĂN MINH", nil), ("KẾ HOẠCH PHỤ NỮ", nil),
    ]
    for (capitals, right) in cases { #expect(words.sentence(capitals) == right, "\(capitals)") }
}

@Test(arguments: OfficeFormat.allCases)
func `the list of changes says what was chosen where the rule leaves a choice`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.sections[0].page.left = .millimetres(25)
    document.change(style: .body) {
        $0.paragraph.lineSpacing = .lines(2)
        $0.paragraph.firstLineIndent = .millimetres(20)
        $0.paragraph.spaceAfter = .points(0)
    }
    document.change(style: .documentType) { $0.character.size = 11 }
    let archive = try Archive(bytes: document.bytes(as: format), file: "van-ban.\(format.rawValue)")
    let mending = try Mending(of: archive, document: ReadDocument.reading(archive).value)
    let told = Dictionary(grouping: mending.mended, by: \.rule).mapValues { Set($0.map(\.outcome)) }
    #expect(told[.pageMargin] == [Wording("30 mm", en: "30 mm")])
    #expect(told[.lineSpacing] == [Wording("1,5 dòng", en: "1.5 lines")])
    #expect(told[.bodyIndent] == [Wording("12,7 mm", en: "12.7 mm")])
    #expect(told[.bodyGap] == [Wording("6 pt", en: "6 pt")])
    #expect(told[.typeLook] == [Wording("14 pt", en: "14 pt")])
}

@Test(arguments: OfficeFormat.allCases)
func `what is mended of a rule is told, though the same rule is left to be mended by hand`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let sentence = try #require(document.read(as: format).paragraphs.first { $0.text.hasSuffix("./.") }?.text)
    document.replace(sentence, with: "Các đơn vị,, các phòng;; thực hiện.. " + sentence)
    let mended = try MendedFile(document, as: format)
    #expect(mended.mending.mended.map(\.rule).contains(.doubledMark))
    #expect(mended.mending.check.findings.map(\.rule) == [.doubledMark])
    #expect(
        try mended.result.paragraphs.contains { $0.text.hasPrefix("Các đơn vị, các phòng; thực hiện.. ") })
}
