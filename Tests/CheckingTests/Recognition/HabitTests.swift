import Container
import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

/// A way in which papers of offices go wrong, or only look as if they did: all that is told of it, and what mending leaves as it is.
struct Habit: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let told: Set<String>
    var kept: [String] = []
    var document: @Sendable () -> Document = { RightDocuments.plan }
    let change: @Sendable (inout Document) -> Void

    init(
        _ name: String, tells told: Set<String> = [], keeps kept: [String] = [],
        in document: @escaping @Sendable () -> Document = { RightDocuments.plan },
        _ change: @escaping @Sendable (inout Document) -> Void
    ) {
        (testDescription, self.told, self.kept, self.document, self.change) = (
            name, told, kept, document, change
        )
    }

    /// One paragraph of the text says this.
    static func text(_ name: String, _ text: String, tells told: Set<String> = []) -> Habit {
        Habit(name, tells: told, keeps: told.isEmpty ? [text] : []) { $0.replace(lead, with: text) }
    }

    static func replacing(_ name: String, _ right: String, _ text: String, tells told: Set<String> = [])
        -> Habit
    { Habit(name, tells: told, keeps: [text]) { $0.replace(right, with: text) } }

    static let lead = "\(RightDocuments.sentence)."
    static let date = "Đắk Nông, ngày 05 tháng 01 năm 2026"
    static let subject = "Tuyên truyền về khoa học và công nghệ năm 2026"

    static let all = head + titles + bases + text + numbering + foot
}

extension Document {
    /// Leaves out the paragraphs of the first section that `isUnwanted` says so of, those in cells too.
    mutating func drop(_ isUnwanted: (Paragraph) -> Bool) {
        func kept(_ blocks: [Block]) -> [Block] {
            blocks.compactMap { block in
                switch block {
                case .paragraph(let paragraph): return isUnwanted(paragraph) ? nil : block
                case .table(var table):
                    for row in table.rows.indices {
                        for cell in table.rows[row].cells.indices {
                            table.rows[row].cells[cell].blocks = kept(table.rows[row].cells[cell].blocks)
                        }
                    }
                    return .table(table)
                }
            }
        }
        sections[0].blocks = kept(sections[0].blocks)
    }

    mutating func drop(_ text: String) { drop { $0.text == text } }
}

extension Habit {
    private static let head: [Habit] = [
        Habit("nothing wrong") { _ in },
        Habit("a day left blank in a year of older bodies", keeps: ["Phối hợp với UBND huyện thực hiện."]) {
            $0.replace(date, with: "Đắk Nông, ngày     tháng 12 năm 2013")
            $0.replace(lead, with: "Phối hợp với UBND huyện thực hiện.")
        },
        Habit("day and month left blank in a year of older bodies") {
            $0.replace(date, with: "Đắk Nông, ngày     tháng     năm 2013")
            $0.replace(lead, with: "Phối hợp với UBND huyện thực hiện.")
        },
        Habit("the same bodies in a draft of a later year", tells: ["expired-place"]) {
            $0.replace(date, with: "Đắk Nông, ngày     tháng 12 năm 2025")
            $0.replace(lead, with: "Phối hợp với UBND huyện thực hiện.")
        }, replacing("a code of the agency's own", "Số: 05/KH-SKHCN", "Số: 05/KH-GDTrH"),
        replacing("another code of its own", "Số: 05/KH-SKHCN", "Số: 05/KH-ĐHSPHN2"),
        Habit("room for a number", keeps: ["Số:        /KH-SKHCN"]) {
            $0.replace("Số: 05/KH-SKHCN", with: "Số:        /KH-SKHCN")
        },
        Habit(
            "slots in square brackets", keeps: ["[Tên cơ quan chủ quản]", "Số:      /KH-[viết tắt cơ quan]"]
        ) {
            $0.replace("UBND TỈNH ĐẮK NÔNG", with: "[Tên cơ quan chủ quản]")
            $0.replace("Số: 05/KH-SKHCN", with: "Số:      /KH-[viết tắt cơ quan]")
            $0.replace(date, with: "[địa danh], ngày    tháng 08 năm 2026")
        },
        Habit("slots of a mail merge", keeps: ["«Co_quan_chu_quan»", "Số: «So»/KH-«Ma»"]) {
            $0.replace("UBND TỈNH ĐẮK NÔNG", with: "«Co_quan_chu_quan»")
            $0.replace("Số: 05/KH-SKHCN", with: "Số: «So»/KH-«Ma»")
            $0.replace(date, with: "«Dia_danh», ngày    tháng 08 năm 2026")
        },
        Habit(
            "addressees in the table of the head", keeps: ["- Sở Tài chính;"], in: { RightDocuments.letter }
        ) { document in
            let addressees = ["Kính gửi:", "- Sở Tài chính;", "- Sở Nội vụ."]
            document.drop { addressees.contains($0.text) }
            document.insert(
                [FormStyle.addressees("Kính gửi:")]
                    + addressees.dropFirst().map { FormStyle.addresseeItem($0) }, .after, date)
        },
        Habit("a star below the number", tells: ["party-star-missing"], in: { PartyDocuments.all[0].plan }) {
            $0.drop("*")
            $0.insert([FormStyle.star("*")], .after, PartyDocuments.number)
        },
    ]

    private static let titles: [Habit] = [
        Habit(
            "type and subject on one line",
            tells: ["subject-own-line", "subject-look", "subject-line-missing"],
            keeps: ["KẾ HOẠCH\nTUYÊN TRUYỀN CHUYỂN ĐỔI SỐ NĂM 2026"]
        ) {
            $0.drop { $0.style == FormStyle.subjectLine.rawValue || $0.text == subject }
            $0.replace("KẾ HOẠCH", with: "KẾ HOẠCH TUYÊN TRUYỀN CHUYỂN ĐỔI SỐ NĂM 2026")
        },
        Habit(
            "a weekly report on one line without number and recipients",
            tells: ["component-missing", "subject-own-line", "subject-look", "subject-line-missing"],
            keeps: ["BÁO CÁO\nCÔNG TÁC TUẦN 02 THÁNG 6 NĂM 2026"]
        ) {
            $0.drop { $0.style == FormStyle.subjectLine.rawValue || $0.text == subject }
            $0.drop { $0.style == FormStyle.recipient.rawValue || $0.text == "Nơi nhận:" }
            $0.drop("Số: 05/KH-SKHCN")
            $0.replace("KẾ HOẠCH", with: "BÁO CÁO CÔNG TÁC TUẦN 02 THÁNG 6 NĂM 2026")
        },
        Habit("a report on two lines without number", tells: ["component-missing"]) {
            $0.drop("Số: 05/KH-SKHCN")
            $0.replace("KẾ HOẠCH", with: "BÁO CÁO")
        },
        replacing(
            "a subject in capitals", subject, "THỰC HIỆN NẾP SỐNG VĂN MINH CỦA ĐẢNG VIÊN NĂM 2026",
            tells: ["subject-look"]),
    ]

    private static let act =
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"

    private static func long(_ sentences: Int) -> Habit {
        let basis =
            act + String(repeating: ", \(RightDocuments.sentence.lowercased())", count: sentences) + ";"
        return Habit("a basis of \(basis.count) letters", keeps: [basis], in: { RightDocuments.submission }) {
            $0.insert([FormStyle.legalBasis(basis)], .before, "\(act).")
        }
    }

    private static let bases: [Habit] = [
        long(2), long(3), long(6),
        Habit(
            "bases without the word", tells: ["basis-word"],
            keeps: ["Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"],
            in: { RightDocuments.decision }
        ) {
            $0.replace(
                "\(act);",
                with: "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
            )
            $0.insert(
                [FormStyle.legalBasis("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")],
                .before,
                "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;")
        },
        Habit("one basis of several without the word", tells: ["basis-word"], in: { RightDocuments.decision })
        {
            $0.insert(
                [FormStyle.legalBasis("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")],
                .after, "\(act);")
        },
    ]

    private static let text: [Habit] = [
        text("words that names are made of", "Các cơ sở y tế, cán bộ tài chính thực hiện."),
        text("more words of that kind", "Mời các cơ sở giáo dục và cán bộ khoa học tham dự."),
        text("two full stops", "Các phòng chuẩn bị..", tells: ["doubled-mark"]),
        text(
            "a figure glued to its word", "Hoàn thành trước ngày 11tháng 5 năm 2026.", tells: ["glued-figure"]
        ), text("a figure glued to things", "Đã nhận 11hồ sơ.", tells: ["glued-figure"]),
        Habit("dotted lines to be written upon") { document in
            let dotted = Block.paragraph(
                Paragraph(
                    style: FormStyle.body.rawValue,
                    format: ParagraphFormat(
                        firstLineIndent: .zero,
                        tabs: [TabStop(position: .millimetres(160), kind: "left", leader: .dots)]),
                    runs: [Run([.tab])]))
            document.insert([dotted, dotted], .after, lead)
        },
        Habit("gaps before and after, of which the larger counts") {
            $0.change(style: .body) { style in
                style.paragraph.spaceBefore = .points(6)
                style.paragraph.spaceAfter = .points(6)
            }
        },
        Habit("gaps after only") {
            $0.change(style: .body) { style in
                style.paragraph.spaceBefore = .zero
                style.paragraph.spaceAfter = .points(6)
            }
        },
        Habit("a second page without a number", tells: ["page-number-missing"]) {
            $0.sections[0].header.paragraphs = []
            for _ in 0..<14 { $0.insert([FormStyle.body(lead)], .before, "II. NỘI DUNG") }
        },
        Habit("the same where most of the page is a table", tells: ["page-number-missing"]) {
            $0.sections[0].header.paragraphs = []
            let rows = (0..<36).map { Table.Row([Table.Cell([FormStyle.textCell("Việc thứ \($0)")])]) }
            $0.insert(
                [.table(Table(columns: [.millimetres(160)], grid: .thin, rows: rows))], .before,
                "II. NỘI DUNG")
        }, Habit("one page without a number") { $0.sections[0].header.paragraphs = [] },
    ]

    private static let numbering: [Habit] = [
        Habit("chapters in letters above Roman numbers, the third behind VI") { document in
            let rows: [(String, FormStyle)] =
                [
                    "A. TÌNH HÌNH", "I. MỘT", "II. HAI", "B. KẾT QUẢ", "I. BA", "II. BỐN", "III. NĂM",
                    "IV. SÁU",
                ].map { ($0, .romanHeading) }
                + ["V. BẢY", "VI. TÁM", "C. NHIỆM VỤ", "I. CHÍN", "D. TỔ CHỨC"].map { ($0, .romanHeading) }
            let blocks = rows.flatMap { row in [row.1(row.0), FormStyle.body(lead)] }
            document.drop { paragraph in
                [FormStyle.romanHeading, .titledClause, .point].contains { $0.rawValue == paragraph.style }
            }
            document.insert(blocks, .after, "- \(lead)")
        }
    ]

    private static let foot: [Habit] = [
        Habit("the label and the first recipient in one paragraph, parted by a tab") {
            labelled(&$0, by: [.tab])
        },
        Habit("the label and the first recipient in one paragraph, parted by a line break") {
            labelled(&$0, by: [.lineBreak])
        },
        Habit("bodies that are no more among the recipients", tells: ["expired-place"]) {
            $0.replace("- Các đơn vị thuộc Sở;", with: "- UBND huyện Cư Jút;")
        },
        Habit("the Party's among them, in the newer spelling", tells: ["expired-place", "tone-mark-style"]) {
            $0.replace(lead, with: "Báo cáo Tỉnh ủy, Đảng ủy xã, Huyện uỷ Cư Jút.")
            $0.replace("- Các đơn vị thuộc Sở;", with: "- Huyện ủy Cư Jút;")
        },
    ]

    private static func labelled(_ document: inout Document, by gap: [Run.Piece]) {
        let first = "- UBND tỉnh (để b/c);"
        document.drop(first)
        document.change("Nơi nhận:") { paragraph in
            paragraph.runs = [
                Run("Nơi nhận:", format: CharacterFormat(size: 12, weight: .bold, slant: .italic)), Run(gap),
                Run(first, format: CharacterFormat(size: 11, weight: .regular, slant: .upright)),
            ]
        }
    }
}

@Suite struct Habits {
    @Test(arguments: Habit.all, OfficeFormat.allCases)
    func `a habit of offices is told for what it is, and nothing else is`(habit: Habit, format: OfficeFormat)
        throws
    {
        var document = habit.document()
        habit.change(&document)
        let file = try MendedFile(document, as: format)
        let findings = OfficialCheck(of: file.document).findings
        #expect(
            Set(findings.map(\.rule.code.shortName)) == habit.told,
            "\(findings.map { "\($0.rule.code.shortName): \($0.found.english) “\($0.excerpt)”" })")
        let texts = try file.result.paragraphs.map(\.text)
        for kept in habit.kept { #expect(texts.contains(kept)) }
        #expect(texts.count == file.document.paragraphs.count)
    }

    @Test(arguments: OfficeFormat.allCases) func `a letter behind a Roman number is a letter`(
        format: OfficeFormat
    ) throws {
        let habit = try #require(Habit.all.first { $0.testDescription.hasPrefix("chapters in letters") })
        var document = habit.document()
        habit.change(&document)
        let recognised = RecognisedDocument(of: try document.read(as: format))
        let levels = Dictionary(
            recognised.headings.map { (recognised.lines[$0.line].trimmed, $0.level) }, uniquingKeysWith: min)
        for letter in ["A. TÌNH HÌNH", "B. KẾT QUẢ", "C. NHIỆM VỤ", "D. TỔ CHỨC"] {
            #expect(levels[letter] == 1, "\(letter)")
        }
        for roman in ["I. MỘT", "VI. TÁM", "I. CHÍN"] { #expect(levels[roman] == 2, "\(roman)") }
    }

    /// What stands beside each other stays there, and the drawn and dotted lines stay.
    @Test(arguments: [SetUp.tabbedHead, .blankHead, .tabbedFoot, .twoRowsFoot], OfficeFormat.allCases)
    func `a mend leaves a tabbed head and foot standing as they are`(setUp: SetUp, format: OfficeFormat)
        throws
    {
        var document = RightDocuments.plan
        document.replace("Số: 05/KH-SKHCN", with: "Số: 5/KH-SKHCN")
        document.replace(Habit.lead, with: "Các phòng  thực hiện.")
        let file = try MendedFile(setUp.bytes(of: document, as: format), as: format)
        // That blanks set the columns is told, and left to a person.
        #expect(file.codesLeft.subtracting([.alignmentTyped]) == [], "\(file.left)")
        #expect(Set(file.mending.mended.map(\.rule)) == [.numberUnpadded, .doubleSpace])
        let (before, after) = (file.document.paragraphs, try file.result.paragraphs)
        #expect(before.map(\.format) == after.map(\.format))
        let texts = before.map {
            $0.text.replacing("Số: 5/", with: "Số: 05/").replacing("phòng  thực", with: "phòng thực")
        }
        #expect(texts == after.map(\.text))
    }
}

/// A text in which every letter with a mark has become `?`, or the letter without it.
@Test(arguments: OfficeFormat.allCases) func `a text that lost its letters, or its marks, is told so once`(
    format: OfficeFormat
) throws {
    func changed(_ letter: @Sendable (Character) -> Character) throws -> OfficialCheck {
        var document = RightDocuments.plan
        for style in FormStyle.allCases {
            document.change(paragraphsOf: style) { paragraph in
                paragraph.runs = paragraph.runs.map { run in
                    run.text.isEmpty ? run : Run(String(run.text.map(letter)), format: run.format)
                }
            }
        }
        return OfficialCheck(of: try document.read(as: format))
    }
    let lost = try changed { $0.isASCII ? $0 : "?" }
    #expect(lost.verdict == .unreadable(.lostLetters))
    #expect(lost.findings == [])
    let bare = try changed { PlainLetters.withoutMarks(String($0)).first ?? $0 }
    #expect(bare.verdict == .unreadable(.withoutMarks))
    #expect(bare.findings == [])
}
