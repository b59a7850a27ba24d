import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    /// What is done wrong to documents of the Party, under one guidance.
    static func party(_ right: PartyDocuments) -> [Mutation] {
        let all = partyHead(right) + partyText(right) + partyFoot(right)
        return all.map { mutation in
            Mutation(
                name: "\(right.guidance.key): \(mutation.name)", rule: mutation.rule,
                document: mutation.document, reading: mutation.reading, isForPerson: mutation.isForPerson,
                breaking: mutation.breaking)
        }
    }

    private static func partyHead(_ right: PartyDocuments) -> [Mutation] {
        let plan: @Sendable () -> Document = { right.plan }
        let letter: @Sendable () -> Document = { right.letter }
        let number = PartyDocuments.number
        return [
            Mutation(name: "a left margin of 35 mm", rule: .pageMargin, document: plan) {
                $0.sections[0].page.left = .millimetres(35)
            },
            style("an italic page number", .pageNumberLook, .pageNumber, in: plan) {
                $0.character.slant = .italic
            }, wording("a colon after Số", .partyNumberColon, number, "Số: 05-KH/BTGDVTU", in: plan),
            wording("a number without its zero", .numberUnpadded, number, "Số 5-KH/BTGDVTU", in: plan),
            wording("a number of three digits", .numberOverpadded, number, "Số 005-KH/BTGDVTU", in: plan),
            wording("spaces in the number", .numberSpaces, number, "Số 05 - KH/BTGDVTU", in: plan),
            wording("the state's number", .numberSeparator, number, "Số 05/KH-BTGDVTU", in: plan),
            Mutation(
                name: "another type's abbreviation", rule: .typeAbbreviation, document: plan,
                isForPerson: true
            ) { $0.replace(number, with: "Số 05-BC/BTGDVTU") },
            wording(
                "a letter's number without CV", .letterTypeMissing, "Số 05-CV/BTGDVTU", "Số 05-BTGDVTU",
                in: letter),
            wording(
                "a misspelt title", .partyTitleWording, PartyLetterhead.title, "ĐẢNG CỘNG SẢN VIÊT NAM",
                in: plan),
            style("a title of 13 points", .partyTitleWording, .partyTitle, in: plan) {
                $0.character.size = 13
            },
            style("a bold superior", .superiorAgencyLook, .superiorAgency, in: plan) {
                $0.character.weight = .bold
            }, style("an upright date", .dateLook, .placeAndDate, in: plan) { $0.character.slant = .upright },
            Mutation(name: "a day without its zero", rule: .dayUnpadded, document: plan) {
                $0.replace(right.date, with: right.date.split(separator: "05").joined(separator: "5"))
            }, wording("no star", .partyStarMissing, "*", "", in: plan),
            wording("no hyphens", .partyHyphensMissing, "-----", "", in: plan),
            Mutation(name: "the motto below the title", rule: .mixedSystems, document: plan) {
                $0.insert([FormStyle.partyTitle(Letterhead.motto)], .after, PartyLetterhead.title)
            },
            style("a type that is not bold", .typeLook, .documentType, in: plan) {
                $0.character.weight = .regular
            },
            style("a subject in italics", .subjectLook, .subject, in: plan) { $0.character.slant = .italic },
            wording(
                "a full stop after the subject", .subjectFullStop, PartyDocuments.subject, "tuyên truyền.",
                in: plan),
            wording(
                "V/v in a letter", .partyLetterSubject, "về việc báo cáo kết quả tuyên truyền",
                "V/v báo cáo kết quả tuyên truyền", in: letter),
            style("an upright subject of a letter", .letterSubjectLook, .letterSubject, in: letter) {
                $0.character.slant = .upright
            },
        ]
    }

    private static func partyText(_ right: PartyDocuments) -> [Mutation] {
        let plan: @Sendable () -> Document = { right.plan }
        let submission: @Sendable () -> Document = { right.submission }
        let basis = "- Căn cứ Điều lệ Đảng;"
        return [
            style("Arial", .fontFamily, .body, in: plan) { $0.character.font = "Arial" },
            style("a body of 13 points", .bodySize, .body, in: plan) { $0.character.size = 13 },
            style("a body aligned left", .bodyAlignment, .body, in: plan) { $0.paragraph.alignment = .left },
            style("an indent of 20 mm", .bodyIndent, .body, in: plan) {
                $0.paragraph.firstLineIndent = .millimetres(20)
            }, style("no gaps", .bodyGap, .body, in: plan) { $0.paragraph.spaceAfter = .zero },
            style("lines of 14 points", .lineSpacing, .body, in: plan) {
                $0.paragraph.lineSpacing = .exactly(.points(14))
            },
            style("a heading that is not bold", .headingLook, .romanHeading, in: plan) {
                $0.character.weight = .regular
            }, wording("a heading skipped", .numberingGap, "II- NỘI DUNG", "III- NỘI DUNG", in: plan),
            style("italic bases", .basisUpright, .legalBasis, in: submission) {
                $0.character.slant = .italic
            },
            wording("a basis without dash", .basisDashMissing, basis, "Căn cứ Điều lệ Đảng;", in: submission),
            wording("a basis with a comma", .basisEnd, basis, "- Căn cứ Điều lệ Đảng,", in: submission),
            Mutation(name: "no addressees", rule: .addresseeMissing, document: submission) {
                $0.replace("Kính trình: Ban Thường vụ Tỉnh ủy", with: "")
                $0.replace("- Như trên\(right.mark)", with: "- Ban Tổ chức\(right.mark)")
            },
            Mutation(name: "./. at the end", rule: .partyEndMark, document: plan) {
                $0.replace(
                    "\(RightDocuments.sentence), đúng tiến độ.",
                    with: "\(RightDocuments.sentence), đúng tiến độ./.")
            },
        ]
    }

    private static func partyFoot(_ right: PartyDocuments) -> [Mutation] {
        let plan: @Sendable () -> Document = { right.plan }
        let letter: @Sendable () -> Document = { right.letter }
        let unit = "- Các đơn vị thuộc Ban\(right.mark)"
        return [
            wording("the state's KT.", .partyAuthorityForm, "K/T TRƯỞNG BAN", "KT. TRƯỞNG BAN", in: plan),
            style("a bold title below K/T", .partyPositionWeight, .position, in: plan) {
                $0.character.weight = .bold
            }, wording("K/T without a deputy", .deputyTitle, "PHÓ TRƯỞNG BAN", "TRƯỞNG BAN", in: plan),
            Mutation(name: "K/T of a secretary", rule: .partyDeputySecretary, document: plan) {
                $0.replace("K/T TRƯỞNG BAN", with: "K/T BÍ THƯ")
                $0.replace("PHÓ TRƯỞNG BAN", with: "PHÓ BÍ THƯ")
            },
            Mutation(name: "a title with the body's name", rule: .partyTitleBody, document: plan) {
                $0.replace("K/T TRƯỞNG BAN", with: "T/M BAN THƯỜNG VỤ")
                $0.replace("PHÓ TRƯỞNG BAN", with: "PHÓ BÍ THƯ TỈNH ỦY")
            }, wording("an academic title", .academicTitle, "Nguyễn Văn An", "TS. Nguyễn Văn An", in: plan),
            style("a name that is not bold", .signerNameLook, .signerName, in: plan) {
                $0.character.weight = .regular
            },
            style("a label without underline", .recipientsLabelLook, .recipientsLabel, in: plan) {
                $0.character.underline = nil
            },
            style("recipients of 14 points", .recipientLook, .recipient, in: plan) { $0.character.size = 14 },
            wording("a recipient without dash", .recipientDash, unit, String(unit.dropFirst(2)), in: plan),
            wording("a recipient without mark", .recipientEnd, unit, String(unit.dropLast()), in: plan),
            wording(
                "the state's file line", .partyFileLine, PartyDocuments.fileLine, "- Lưu: Văn phòng Ban.",
                in: plan),
            wording(
                "“Như trên” missing", .asAboveMissing, "- Như trên\(right.mark)",
                "- Ban Tổ chức\(right.mark)", in: letter),
            wording(
                "“Như kính gửi”", .asAboveWording, "- Như trên\(right.mark)", "- Như kính gửi\(right.mark)",
                in: letter),
        ]
    }
}
