import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

/// What readers of public documents found to be told wrongly: each is right as it stands here.
struct RightlyUntold: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The rules that must be silent.
    let rules: Set<Rule>
    var formats = OfficeFormat.allCases
    var setUp = SetUp(testDescription: "")
    var document: @Sendable () -> Document = { RightDocuments.plan }
    /// A fault that the same document, changed by this, must be told of: the rule is not silent for nothing.
    var told: (rule: Rule, change: @Sendable (inout Document) -> Void)?
    var change: @Sendable (inout Document) -> Void = { _ in }

    func rules(of format: OfficeFormat, breaking: Bool = false) throws -> Set<Rule> {
        var document = document()
        change(&document)
        if breaking { told?.change(&document) }
        return Set(OfficialCheck(of: try setUp.read(document, as: format)).findings.map(\.rule))
    }

    static let all = head + text + foot + earlier
}

extension RightlyUntold {
    private static let title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

    /// The right column of the head just too narrow for the title as it is set.
    private static func narrowHead(_ document: inout Document) {
        guard case .table(var table) = document.sections[0].blocks[0] else { return }
        table.columns = [.millimetres(77), .millimetres(95)]
        document.sections[0].blocks[0] = .table(table)
    }

    private static let head: [RightlyUntold] = [
        RightlyUntold(
            testDescription: "a condensed title that fits", rules: [.nationalTitleWraps], formats: [.docx],
            setUp: SetUp(
                testDescription: "",
                rewriting: { markup, _ in
                    markup.replacing(
                        "<w:r><w:t xml:space=\"preserve\">\(title)",
                        with:
                            "<w:r><w:rPr><w:spacing w:val=\"-8\"/></w:rPr><w:t xml:space=\"preserve\">\(title)"
                    )
                }), change: narrowHead),
        RightlyUntold(
            testDescription: "a title whose paragraph reaches beyond its cell", rules: [.nationalTitleWraps],
            change: { document in
                narrowHead(&document)
                document.change(title) {
                    $0.format.leftIndent = .millimetres(-4)
                    $0.format.rightIndent = .millimetres(-2)
                }
            }),
        RightlyUntold(
            testDescription: "lines of a tabbed head in the empty paragraph below",
            rules: [.mottoLineMissing, .agencyLineMissing, .mottoLineLength, .agencyLineLength],
            formats: [.docx],
            setUp: SetUp(
                testDescription: "", arranging: SetUp.tabbedHead.arranging,
                rewriting: { markup, format in moved(SetUp.tabbedHead.rewriting(markup, format)) })),
        RightlyUntold(
            testDescription: "a line that is right under the last line of the subject",
            rules: [.subjectLineLength],
            told: (
                .subjectLineLength,
                { $0.change(paragraphsOf: .subjectLine) { $0.format.leftIndent = .millimetres(10) } }
            ),
            change: { document in
                let long =
                    "Phát động phong trào thi đua đẩy mạnh công tác tuyên truyền về khoa học, công nghệ và đổi mới sáng tạo năm 2026"
                document.replace(Mutation.subject, with: long)
                let lines = TextMetrics.lines(of: long, fitting: 165, points: 14, face: .bold)
                guard let last = lines.last, lines.count > 1 else { return }
                let length = TextMetrics.width(of: last, points: 14, face: .bold) * 0.42
                document.change(paragraphsOf: .subjectLine) {
                    let indent = Length.millimetres((165 - length) / 2)
                    ($0.format.leftIndent, $0.format.rightIndent) = (indent, indent)
                }
            }),
        RightlyUntold(
            testDescription: "a kind of minutes, which is no type with a subject",
            rules: [.subjectOwnLine, .subjectLook],
            change: { $0.replace("KẾ HOẠCH", with: "BIÊN BẢN LÀM VIỆC") }),
        RightlyUntold(
            testDescription: "a line of ornament under the agency", rules: [.issuingAgencyLook],
            told: (.issuingAgencyLook, { $0.replace("_____&_____", with: "PHÒNG _____&_____") }),
            change: {
                $0.insert([FormStyle.superiorAgency("_____&_____")], .after, "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
            }),
        RightlyUntold(
            testDescription: "addressees in the spelling of the south",
            rules: [.subjectLook, .subjectFullStop], document: { RightDocuments.submission },
            change: { $0.replace("Kính gửi: Sở Tài chính", with: "Kính gởi: Sở Tài chính.") }),
        RightlyUntold(
            testDescription: "another kind of minutes, though a subject in small letters on its line is told",
            rules: [.subjectOwnLine, .subjectLook],
            told: (.subjectOwnLine, { $0.replace("BIÊN BẢN KIỂM ĐẾM", with: "BIÊN BẢN Kiểm đếm năm 2026") }),
            change: { $0.replace("KẾ HOẠCH", with: "BIÊN BẢN KIỂM ĐẾM") }),
        RightlyUntold(
            testDescription: "the same where its look is that of text", rules: [.subjectOwnLine],
            change: { document in
                document.replace("KẾ HOẠCH", with: "BIÊN BẢN KIỂM ĐẾM")
                document.change("BIÊN BẢN KIỂM ĐẾM") {
                    $0.format.alignment = .justified
                    $0.runs[0].format.weight = .regular
                }
            }),
        RightlyUntold(
            testDescription: "a report of merits with its subject in capitals below",
            rules: [.subjectOwnLine],
            change: { document in
                document.replace("KẾ HOẠCH", with: "BÁO CÁO THÀNH TÍCH")
                document.replace(Mutation.subject, with: "ĐỀ NGHỊ TẶNG BẰNG KHEN")
            }),
        RightlyUntold(
            testDescription: "the name of a slip, which is no type with a subject",
            rules: [.subjectOwnLine, .subjectLook, .subjectLineLength],
            change: { document in
                document.replace("KẾ HOẠCH", with: "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC")
                document.sections[0].blocks.removeAll { block in
                    guard case .paragraph(let paragraph) = block else { return false }
                    return paragraph.text == Mutation.subject
                        || paragraph.style == FormStyle.subjectLine.rawValue
                }
            }),
    ]

    /// The drawn lines in a paragraph of their own, behind the one they stood in.
    private static func moved(_ markup: String) -> String {
        guard let first = markup.firstRange(of: "<w:r><w:pict>") ?? markup.firstRange(of: "<w:pict>"),
            let end = markup[first.lowerBound...].firstRange(of: "</w:p>")
        else { return markup }
        let lines = markup[first.lowerBound..<end.lowerBound]
        return String(markup[..<first.lowerBound]) + "</w:p><w:p>" + lines + String(markup[end.lowerBound...])
    }

    private static let text: [RightlyUntold] = [
        RightlyUntold(
            testDescription: "a sentence of a letter that begins as a basis does",
            rules: [.basisLook, .basisEnd], document: { RightDocuments.letter },
            change: {
                $0.insert(
                    [
                        FormStyle.body(
                            "Căn cứ quy định của pháp luật về phí, trên cơ sở đề xuất của Sở Nội vụ, Sở dự thảo Quyết định về mức phí. Đề nghị quý cơ quan có ý kiến."
                        ),
                        FormStyle.body(
                            "Căn cứ khoản 1 Điều 2 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ: “Văn bản được soạn thảo đúng thẩm quyền.”."
                        ),
                    ], .before, "\(RightDocuments.sentence).")
            }),
        RightlyUntold(
            testDescription: "bases that a proposal follows", rules: [.basisEnd],
            document: { RightDocuments.submission },
            change: {
                let last =
                    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
                $0.replace("\(last).", with: "\(last);")
                $0.insert(
                    [FormStyle.body("Xét đề nghị của Văn phòng Sở, Giám đốc Sở có ý kiến như sau:")], .after,
                    "\(last);")
            }),
        RightlyUntold(
            testDescription: "blanks that keep a figure and its word together",
            rules: [.junkCharacter, .noBreakSpace],
            change: {
                $0.replace(
                    "\(RightDocuments.sentence).",
                    with: "Điều 1.\u{A0}Công bố danh mục gồm 2.310\u{A0}thủ tục hành chính.")
            }),
        RightlyUntold(
            testDescription: "several committees, none of them by name", rules: [.agencyCapital],
            told: (
                .agencyCapital,
                {
                    $0.replace(
                        "- \(RightDocuments.sentence).", with: "- Báo cáo ủy ban nhân dân tỉnh kết quả.")
                }
            ),
            change: {
                $0.replace(
                    "\(RightDocuments.sentence).",
                    with: "Các bộ, ủy ban nhân dân các tỉnh phối hợp thực hiện.")
            }),
        RightlyUntold(
            testDescription: "the text of a heading behind its colon", rules: [.headingLook],
            told: (.headingLook, { $0.replace("II. NỘI DUNG", with: "II. Nội dung thực hiện") }),
            change: { $0.replace("I. MỤC ĐÍCH, YÊU CẦU", with: "I. MỤC ĐÍCH, YÊU CẦU: Không.") }),
        RightlyUntold(
            testDescription: "a remark in brackets behind a heading", rules: [.headingLook],
            change: { $0.replace("II. NỘI DUNG", with: "II. NỘI DUNG (theo phụ lục)") }),
    ]

    private static let foot: [RightlyUntold] = [
        RightlyUntold(
            testDescription: "an office's forms in an appendix, which are not the document", rules: [],
            document: { RightDocuments.planWithAppendix },
            told: (
                .doubledWord, { $0.replace(Mutation.lastPoint, with: "b) Thực hiện theo theo quy định.") }
            ),
            change: { document in
                let slots = (0..<8).map { _ in
                    FormStyle.body("Họ và tên: ........................................")
                }
                document.insert(slots, .after, RightDocuments.reference)
            }),
        RightlyUntold(
            testDescription: "recipients with longer dashes", rules: [.asAboveMissing, .fileLineMissing],
            document: { RightDocuments.letter },
            change: { document in
                for item in ["Như trên;", "Các đơn vị thuộc Sở;", "Lưu: VT, VP."] {
                    document.replace("- \(item)", with: "– \(item)")
                }
            }),
        RightlyUntold(
            testDescription: "a remark behind the end of the text", rules: [.endMarkInside, .endMarkMissing],
            change: { $0.insert([FormStyle.body("(Đính kèm bảng giá quý I/2026).")], .after, Mutation.end) }),
        RightlyUntold(
            testDescription: "who reports, by what he does", rules: [.signerTitleLook],
            told: (.signerTitleLook, { $0.replace("Người báo cáo", with: "Phó Giám đốc") }),
            change: { $0.replace("PHÓ GIÁM ĐỐC", with: "Người báo cáo") }),
        RightlyUntold(
            testDescription: "a teacher's degree before the name, in a school's document",
            rules: [.academicTitle],
            told: (.academicTitle, { $0.replace("TRƯỜNG CAO ĐẲNG NGHỀ", with: "SỞ KHOA HỌC VÀ CÔNG NGHỆ") }),
            change: { document in
                document.replace("SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: "TRƯỜNG CAO ĐẲNG NGHỀ")
                document.replace("Nguyễn Văn An", with: "ThS. Nguyễn Văn An")
            }),
        RightlyUntold(
            testDescription: "the signer's name on a recipient's line",
            rules: [.recipientLook, .recipientEnd], document: { RightDocuments.letter },
            change: { document in
                document.change("- Như trên;") {
                    $0.runs.append(Run([.tab]))
                    $0.runs.append(
                        Run("(đã ký) Nguyễn Văn An", format: CharacterFormat(size: 14, weight: .bold)))
                }
            }),
        RightlyUntold(
            testDescription: "words beside two recipients at once", rules: [.recipientEnd],
            change: { $0.replace("- Các đơn vị thuộc Sở;", with: "- Cổng thông tin;       Để đăng tin") }),
        RightlyUntold(
            testDescription: "VT in the second place", rules: [.fileLineForm],
            change: { $0.replace("- Lưu: VT, VP.", with: "- Lưu: VP, VT.") }),
        RightlyUntold(
            testDescription: "a short name whose line is a little too long", rules: [.agencyLineLength],
            change: { document in
                document.replace("SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: "SỞ TƯ PHÁP")
                document.replace(Mutation.number, with: "Số: 05/KH-STP")
                document.change(paragraphsOf: .agencyLine) {
                    let width = TextMetrics.width(of: "SỞ TƯ PHÁP", points: 13, face: .bold)
                    let indent = Length.millimetres((68 - width * 0.557) / 2)
                    ($0.format.leftIndent, $0.format.rightIndent) = (indent, indent)
                }
            }),
    ]

    private static let earlier: [RightlyUntold] = [
        RightlyUntold(
            testDescription: "upright bases and a comma, of a day before the decree",
            rules: [.basisLook, .basisEnd], document: { RightDocuments.submission },
            told: (
                .basisLook,
                {
                    $0.replace(
                        "Đắk Nông, ngày 05 tháng 01 năm 2016", with: "Đắk Nông, ngày 05 tháng 01 năm 2026")
                }
            ),
            change: { document in
                document.replace(Mutation.date, with: "Đắk Nông, ngày 05 tháng 01 năm 2016")
                let last =
                    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
                document.replace(
                    "\(last).",
                    with:
                        "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư,"
                )
                document.change(style: .legalBasis) { $0.character.slant = .upright }
            }),
        RightlyUntold(
            testDescription: "a year in the number, of a day before the decree", rules: [.numberYear],
            told: (
                .numberYear,
                {
                    $0.replace(
                        "Đắk Nông, ngày 05 tháng 01 năm 2016", with: "Đắk Nông, ngày 05 tháng 01 năm 2026")
                }
            ),
            change: {
                $0.replace(Mutation.date, with: "Đắk Nông, ngày 05 tháng 01 năm 2016")
                $0.replace(Mutation.number, with: "Số: 05/2016/KH-SKHCN")
            }),
    ]
}

@Test(arguments: RightlyUntold.all) func `what readers found to be told wrongly is not told any more`(
    untold: RightlyUntold
) throws {
    for format in untold.formats {
        #expect(try untold.rules(of: format).isDisjoint(with: untold.rules))
        guard let told = untold.told else { continue }
        #expect(try untold.rules(of: format, breaking: true).contains(told.rule))
    }
}
