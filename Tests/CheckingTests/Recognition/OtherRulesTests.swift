import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// The file of an annex, with its line in brackets as it is broken into paragraphs.
private func annex(_ reference: String...) -> Document {
    var document = RightDocuments.planWithAppendix
    document.sections.removeFirst()
    document.sections[0].page = FormLayout(.decree30).portrait.page
    document.sections[0].blocks =
        [FormStyle.appendixLabel("Phụ lục III"), FormStyle.appendixTitle("BẢNG CHỮ VIẾT TẮT")]
        + reference.map { FormStyle.appendixReference($0) } + [
            FormStyle.body("\(RightDocuments.sentence)./.")
        ]
    return document
}

@Test(arguments: [
    (
        ["(Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ)"],
        "Nghị định số 30/2020/NĐ-CP"
    ),
    (
        ["(Kèm theo Nghị định số 30/2020/NĐ-CP", "ngày 05 tháng 3 năm 2020 của Chính phủ)"],
        "Nghị định số 30/2020/NĐ-CP"
    ),
    (
        ["(Ban hành kèm theo Thông tư số 05/2025/TT-BNV ngày 20 tháng 5 năm 2025 của Bộ trưởng Bộ Nội vụ)"],
        "Thông tư số 05/2025/TT-BNV"
    ),
    (
        ["(Kèm theo Quyết định số 07/2025/QĐ-UBND ngày 20 tháng 5 năm 2025 của Ủy ban nhân dân tỉnh)"],
        "Quyết định số 07/2025/QĐ-UBND"
    ), (["(Kèm theo Thông tư số      /2026/TT-BTC ngày    tháng    năm 2026)"], "Thông tư số /2026/TT-BTC"),
]) func `an annex of legislation in a file of its own is named and left alone`(
    reference: [String], parent: String
) throws {
    for format in OfficeFormat.allCases {
        var document = annex()
        document.sections[0].blocks.insert(
            contentsOf: reference.map { FormStyle.appendixReference($0) }, at: 2)
        #expect(OfficialCheck(of: try document.read(as: format)).verdict == .legislationAnnex(of: parent))
    }
}

@Test(arguments: [
    "(Kèm theo Quyết định số 412/QĐ-UBND ngày 20 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh)",
    "(Kèm theo Kế hoạch số 15/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)",
    "(Kèm theo Nghị quyết số 12/NQ-HĐND ngày 05 tháng 3 năm 2026 của Hội đồng nhân dân tỉnh)",
]) func `an annex of an administrative document is judged`(reference: String) throws {
    let check = OfficialCheck(of: try annex(reference).read(as: .docx))
    #expect(check.verdict == .judged(.decree30))
}

@Test(arguments: OfficeFormat.allCases)
func `a document of the Youth Union is left to the Union's own guidance`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", with: "ĐOÀN TNCS HỒ CHÍ MINH")
    document.replace("Độc lập - Tự do - Hạnh phúc", with: "")
    document.replace("Số: 05/KH-SKHCN", with: "Số: 12-KH/ĐTN")
    let file = try document.read(as: format)
    #expect(OfficialCheck(of: file).verdict == .ownRules(of: "Đoàn TNCS Hồ Chí Minh"))
    #expect(OfficialCheck(of: file, by: .profile(.decree30)).verdict == .judged(.decree30))
    #expect(OfficialCheck(of: file).findings.isEmpty)
    // What is wrong in any text is told of it too, and nothing of its format.
    document.replace(Mutation.lead, with: "Các chi đoàn , đoàn viên sử lý công việc.")
    document.change(style: .body) { $0.character.size = 11 }
    let found = OfficialCheck(of: try document.read(as: format))
    #expect(found.verdict == .ownRules(of: "Đoàn TNCS Hồ Chí Minh"))
    #expect(Set(found.findings.map(\.rule)) == [.spaceBeforeMark, .spelling])
}

@Test(arguments: OfficeFormat.allCases)
func `a telegram has its addressees below the word “điện” and need not begin with Kính gửi`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.replace("KẾ HOẠCH", with: "CÔNG ĐIỆN")
    document.replace("Số: 05/KH-SKHCN", with: "Số: 05/CĐ-SKHCN")
    let lead = "\(RightDocuments.sentence)."
    document.insert(
        [
            FormStyle.addressee("GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ điện:"),
            FormStyle.addressee("- Thủ trưởng các đơn vị thuộc Sở;"),
            FormStyle.addressee("- Chủ tịch Ủy ban nhân dân các xã, phường."),
        ], .before, lead)
    let findings = { (document: Document) in
        OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
    }
    #expect(try findings(document) == [])
    document.replace("- UBND tỉnh (để b/c);", with: "- Như trên;")
    #expect(try findings(document) == [])
}

@Test func `a translation in italics beside the Vietnamese text is no emphasis`() throws {
    let english =
        "The Department of Science and Technology has the honour to invite your representative to the conference in March; please reply."
    var document = RightDocuments.plan
    document.insert([FormStyle.body(english)], .after, "\(RightDocuments.sentence).")
    document.change(english) { paragraph in
        paragraph.runs = paragraph.runs.map { run in
            var run = run
            run.format.slant = .italic
            return run
        }
    }
    #expect(OfficialCheck(of: try document.read(as: .docx)).findings.map(\.rule) == [])
}

@Test(arguments: OfficeFormat.allCases)
func `a type of 16 points above a Party text of 14 is within the guidance`(format: OfficeFormat) throws {
    for party in PartyDocuments.all {
        var document = party.plan
        document.change(style: .documentType) { $0.character.size = 16 }
        #expect(OfficialCheck(of: try document.read(as: format)).findings.map(\.rule) == [])
    }
}

@Test(arguments: OfficeFormat.allCases)
func `a number on the first page is a fault in a document of one page too`(format: OfficeFormat) throws {
    var file = try RightDocuments.plan.read(as: format)
    file.sections[0].hasTitlePage = false
    file.sections[0].headers[.first] = nil
    #expect(OfficialCheck(of: file).findings.map(\.rule) == [.pageNumberOnFirstPage])
}

@Test func `what was found is never told in the words of what is right`() throws {
    var told = 0
    for mutation in Mutation.all {
        var document = mutation.document()
        mutation.breaking(&document)
        let check = OfficialCheck(of: try document.read(as: .docx), settings: mutation.settings)
        for finding in check.findings {
            let marks: Set<Character> = ["“", "”"]
            let found = finding.found.vietnamese.filter { !marks.contains($0) }
            let right = finding.right.vietnamese.filter { !marks.contains($0) }
            #expect(found != right, "\(mutation.name): \(found)")
            #expect(found != "thiếu", "\(mutation.name): “thiếu” does not say what")
            told += 1
        }
    }
    #expect(told > 50)
}

@Test(arguments: [
    ("Số: 05 /KH-SKHCN", "có dấu cách sát dấu “/” hoặc “-”"), ("Số: 05/KH - SKHCN", "“/KH - SKHCN”"),
]) func `blanks in a number are told so that they are seen`(number: String, found: String) throws {
    var document = RightDocuments.plan
    document.replace("Số: 05/KH-SKHCN", with: number)
    let findings = OfficialCheck(of: try document.read(as: .docx)).findings
    #expect(findings.map(\.rule) == [.numberSpaces])
    #expect(findings.map(\.found.vietnamese) == [found])
}

@Test(arguments: [
    "Xét Tờ trình số 88/TTr-SKHCN ngày 02 tháng 01 năm 2026 của Văn phòng Sở; ý kiến của các đơn vị.",
    "Thực hiện kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 12 năm 2025.",
]) func `what follows “Căn cứ” among the bases is one of them`(line: String) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.decision
        let proposal = "Theo đề nghị của Chánh Văn phòng Sở."
        document.replace(proposal, with: line)
        #expect(OfficialCheck(of: try document.read(as: format)).findings.map(\.rule) == [])
    }
}

@Test(arguments: OfficeFormat.allCases) func `what a decision puts in force has no number of its own`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.replace("KẾ HOẠCH", with: "QUY CHẾ")
    document.replace("Số: 05/KH-SKHCN", with: "")
    document.replace("Đắk Nông, ngày 05 tháng 01 năm 2026", with: "")
    let lead = "\(RightDocuments.sentence)."
    let reference = "(Ban hành kèm theo Quyết định số 12/QĐ-SKHCN ngày 05 tháng 01 năm 2026 của Sở)"
    document.insert([FormStyle.appendixReference(reference)], .before, lead)
    #expect(OfficialCheck(of: try document.read(as: format)).findings.map(\.rule) == [])
    document.replace(
        reference, with: "(Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 01 năm 2026)")
    #expect(
        OfficialCheck(of: try document.read(as: format)).verdict
            == .legislationAnnex(of: "Quyết định số 12/2026/QĐ-UBND"))
}

@Test(arguments: OfficeFormat.allCases) func `a table's caption and its source may have the table's size`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let small = CharacterFormat(size: 12)
    let cells = (0..<4).map { Table.Cell([FormStyle.textCell("Nội dung \($0)")]) }
    let columns = (0..<4).map { _ in Length.millimetres(40) }
    let note = { (text: String, alignment: ParagraphFormat.Alignment) in
        var block = Paragraph(
            text, style: FormStyle.body.rawValue, format: ParagraphFormat(alignment: alignment))
        block.runs = [Run(text, format: small)]
        return Block.paragraph(block)
    }
    document.insert(
        [
            note("Bảng 1. Kết quả tuyên truyền", .centre),
            .table(Table(columns: columns, rows: [Table.Row(cells)])),
            note("Nguồn: Sở Khoa học và Công nghệ.", .left),
        ], .after, "\(RightDocuments.sentence).")
    #expect(OfficialCheck(of: try document.read(as: format)).findings.map(\.rule) == [])
}

@Test(arguments: ["PHỤ LỤC: DỰ TOÁN KINH PHÍ", "PHỤ LỤC 1: DỰ TOÁN KINH PHÍ", "Phụ lục I - DỰ TOÁN KINH PHÍ"])
func `an appendix with its title on the label's own line is recognised and told`(label: String) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.planWithAppendix
        document.replace("Phụ lục", with: label)
        let findings = OfficialCheck(of: try document.read(as: format)).findings
        #expect(findings.map(\.rule) == [.appendixLabelLook])
        #expect(findings.allSatisfy { $0.mends.isEmpty })
    }
}
