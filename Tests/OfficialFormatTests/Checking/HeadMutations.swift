import OfficeDocument
import VietnameseText

@testable import OfficialFormat

extension Mutation {
    private static let column = Length.millimetres(10)

    static let sheets: [Mutation] = [
        Mutation(name: "a landscape sheet for a text without tables", code: .pageOrientation) {
            let page = $0.sections[0].page
            $0.sections[0].page.width = page.height
            $0.sections[0].page.height = page.width
            // The line under the subject stays as long as it was.
            $0.change(paragraphsOf: .subjectLine) {
                $0.format.leftIndent = $0.format.leftIndent.map { $0 + .millimetres(43.5) }
                $0.format.rightIndent = $0.format.rightIndent.map { $0 + .millimetres(43.5) }
            }
        },
        Mutation(name: "three pages without a page number", code: .pageNumberMissing) {
            $0.sections[0].header.paragraphs = []
            for _ in 0..<40 { $0.insert([FormStyle.body(lead)], .before, firstPoint) }
        },
        Mutation(
            name: "the page number in the lower margin", code: .pageNumberPlace,
            reading: {
                $0.sections[0].footers = $0.sections[0].headers
                $0.sections[0].headers = [:]
            }, breaking: { _ in }),
        Mutation(
            name: "red letters in the text", code: .textColor,
            reading: { file in
                file.changeRuns(saying: lead) { $0.format.colour = .rgb(red: 255, green: 0, blue: 0) }
            }, breaking: { _ in }),
        Mutation(name: "letters in Unicode under a font of TCVN3", code: .fontFamily) {
            $0.change(lead) { $0.runs[0].format.font = ".VnTime" }
        },
        insertion(
            "two words perhaps in ABC", .suspectedEncoding, FormStyle.body("B\u{B8}o c\u{B8}o"),
            after: lastPoint),
        text("a letter lost in conversion", .lostLetter, "Các đơn vị thực hi\u{FFFD}n theo kế hoạch."),
        wording("marks typed apart from their letters", .decomposedLetters, lead, decomposed),
        text("a space that does not break", .junkCharacter, "Các đơn vị thực\u{A0}hiện theo kế hoạch."),
    ]

    private static let decomposed = "Các đơn vị thư\u{323}c hiện theo kế hoạch."

    static let headTexts: [Mutation] = [
        wording("no number", .componentMissing, number, ""),
        wording(
            "Quốc hiệu misspelt", .nationalTitleWording, Letterhead.nationalTitle,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"),
        wording("a number of three digits", .numberOverpadded, number, "Số: 005/KH-SKHCN"),
        wording("a hyphen for the slash", .numberSeparator, number, "Số: 05-KH/SKHCN"),
        wording("a number without an agency", .numberMalformed, number, "Số: 05/KH"),
        wording("a code in lower case", .codeCase, number, "Số: 05/KH-Skhcn"),
        Mutation(
            name: "another agency's code", code: .agencyCode, settings: RuleSettings(agencyCode: "STC"),
            breaking: { _ in }),
        wording("January as 1", .monthUnpadded, date, "Đắk Nông, ngày 05 tháng 1 năm 2026"),
        wording("March as 03", .monthOverpadded, date, "Đắk Nông, ngày 05 tháng 03 năm 2026"),
        wording("Ngày with a capital", .dateCapital, date, "Đắk Nông, Ngày 05 tháng 01 năm 2026"),
        wording("a place half in lower case", .placeCapital, date, "Đắk nông, ngày 05 tháng 01 năm 2026"),
        wording("a place abbreviated", .placeAbbreviated, date, "TP. HCM, ngày 05 tháng 01 năm 2026"),
        wording("the year before the day", .dateMalformed, date, "Đắk Nông, năm 2026 tháng 01 ngày 05"),
        wording("30 February", .dateImpossible, date, "Đắk Nông, ngày 30 tháng 02 năm 2026"),
        Mutation(
            name: "a day that has not come", code: .dateFuture,
            today: CalendarDate(year: 2026, month: 1, day: 2), breaking: { _ in }),
        text(
            "a later document cited", .dateBeforeCitation,
            "Thực hiện Kế hoạch số 15/KH-UBND ngày 20 tháng 3 năm 2026 của UBND tỉnh, các đơn vị triển khai."),
        Mutation(name: "an estimate as a type", code: .typeUnknown) {
            $0.replace("KẾ HOẠCH", with: "DỰ TOÁN KINH PHÍ")
            $0.replace(number, with: "Số: 05/DT-SKHCN")
        },
        wording(
            "V/v under a type", .subjectPrefix, subject, "V/v tuyên truyền về khoa học và công nghệ năm 2026"),
    ]

    static let headLayouts: [Mutation] = [
        Mutation(name: "Quốc hiệu on two lines", code: .nationalTitleWraps) {
            $0.change(Letterhead.nationalTitle) {
                $0.format.leftIndent = column
                $0.format.rightIndent = column
            }
        },
        style("a short line under the motto", .mottoLineLength, .mottoLine) {
            $0.paragraph.leftIndent = .millimetres(40)
            $0.paragraph.rightIndent = .millimetres(40)
        },
        Mutation(name: "a typed line under the motto", code: .mottoLineTyped) {
            $0.change(style: .mottoLine) { $0.paragraph.topBorder = nil }
            $0.change(paragraphsOf: .mottoLine) { $0.runs = [Run("________________")] }
        },
        Mutation(name: "a line as long as the agency", code: .agencyLineLength) {
            $0.change(paragraphsOf: .agencyLine) {
                $0.format.leftIndent = .millimetres(2)
                $0.format.rightIndent = .millimetres(2)
            }
        },
        Mutation(name: "a line as long as the subject", code: .subjectLineLength) {
            $0.change(paragraphsOf: .subjectLine) {
                $0.format.leftIndent = .millimetres(20)
                $0.format.rightIndent = .millimetres(20)
            }
        },
        Mutation(name: "the superior below the issuer", code: .agencyOrder) {
            $0.replace("SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: "BỘ KHOA HỌC VÀ CÔNG NGHỆ")
            $0.replace("UBND TỈNH ĐẮK NÔNG", with: "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
        },
        Mutation(name: "the nation on the left", code: .headSides) {
            guard case .table(var table) = $0.sections[0].blocks[0] else { return }
            table.columns.reverse()
            for row in table.rows.indices { table.rows[row].cells.reverse() }
            $0.sections[0].blocks[0] = .table(table)
        }, insertion("the date a line lower", .dateLevel, FormStyle.placeAndDate(""), before: date),
        Mutation(name: "a line under a letter's subject", code: .letterSubjectLine, document: letter) {
            $0.insert([FormStyle.agencyLine("")], .after, "V/v báo cáo kết quả tuyên truyền")
        },
        Mutation(name: "a letter with a type", code: .typeAndLetterSubject, document: letter) {
            $0.replace("Số: 05/SKHCN-VP", with: "Số: 05/BC-SKHCN")
            $0.sections[0].blocks.insert(FormStyle.documentType("BÁO CÁO"), at: 1)
        },
        style("a bold subject of a letter", .letterSubjectLook, .letterSubject, in: letter) {
            $0.character.weight = .bold
        },
    ]

    private static let addressee = "Kính gửi: Sở Tài chính"

    static let addressees: [Mutation] = [
        wording("no colon", .addresseeColon, addressee, "Kính gửi Sở Tài chính", in: submission),
        wording("a full stop", .addresseeEnd, addressee, "Kính gửi: Sở Tài chính.", in: submission),
        wording(
            "two on a line", .addresseesOneLine, addressee, "Kính gửi: Sở Tài chính, Sở Nội vụ",
            in: submission),
        wording("an en dash", .addresseesDash, "- Sở Tài chính;", "– Sở Tài chính;", in: letter),
        style("italic addressees", .addresseeLook, .addressee, in: submission) {
            $0.character.slant = .italic
        },
        wording("“Như trên” without addressees", .asAboveUnexpected, "- UBND tỉnh (để b/c);", "- Như trên;"),
    ]

    private static let law = "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;"
    private static let decree =
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."

    private static func basis(_ name: String, _ code: RuleCode, _ wrong: String) -> Mutation {
        wording(name, code, decree, wrong, in: submission)
    }

    static let bases: [Mutation] = [
        basis(
            "a comma at the end of the bases", .basisEnd,
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư,"),
        wording("a dash before a basis", .basisDash, law, "- \(law)", in: submission),
        basis(
            "a decree without its day", .basisDateMissing,
            "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư."),
        basis(
            "a decree without its issuer", .basisIssuerMissing,
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư."),
        basis(
            "a decree no longer in force", .basisExpired,
            "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư."),
        wording(
            "a law no longer in force", .basisExpired, law, "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;",
            in: submission),
        Mutation(name: "a law below a decree", code: .basisOrder, document: submission) {
            $0.replace(decree, with: String(law.dropLast()) + ".")
            $0.replace(law, with: String(decree.dropLast()) + ";")
        },
        basis(
            "a decree without the word số", .basisNumberWord,
            "Căn cứ Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."),
        basis(
            "a decree abbreviated", .basisAbbreviated,
            "Căn cứ NĐ 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."),
    ]
}

extension ReadDocument {
    /// Changes the runs of the first paragraph of that text.
    mutating func changeRuns(saying text: String, _ change: (inout ReadRun) -> Void) {
        for section in sections.indices {
            for block in sections[section].blocks.indices {
                guard case .paragraph(var paragraph) = sections[section].blocks[block], paragraph.text == text
                else { continue }
                for run in paragraph.runs.indices { change(&paragraph.runs[run]) }
                sections[section].blocks[block] = .paragraph(paragraph)
                return
            }
        }
        preconditionFailure("no paragraph says “\(text)”")
    }
}
