import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    private static let addressee = "Kính gửi: Sở Tài chính"

    static let subjectAndAddressee: [Mutation] = [
        wording(
            "a subject that begins with the type", .subjectRepeatsType, subject,
            "Kế hoạch tuyên truyền về khoa học năm 2026"),
        wording("a type with a mark on another letter", .typeUnknown, "KẾ HOẠCH", "KẾ HỌACH"),
        style("an italic subject", .subjectLook, .subject) { $0.character.slant = .italic },
        style("a type aligned left", .typeLook, .documentType) { $0.paragraph.alignment = .left },
        Mutation(name: "type and subject on one line", rule: .subjectOwnLine) { document in
            document.replace("KẾ HOẠCH", with: "KẾ HOẠCH \(subject)")
            document.replace(subject, with: "")
        },
        Mutation(name: "a typed line under the subject", rule: .subjectLineTyped) {
            $0.change(style: .subjectLine) { $0.paragraph.topBorder = nil }
            $0.change(paragraphsOf: .subjectLine) { $0.runs = [Run("________________")] }
        },
        style("no line under the subject", .subjectLineMissing, .subjectLine) {
            $0.paragraph.topBorder = nil
        }, wording("a full stop after the subject", .subjectFullStop, subject, "\(subject)."),
        Mutation(name: "“Kính gửi” in a plan", rule: .addresseeUnexpected) { document in
            document.sections[0].blocks.insert(FormStyle.addressee("Kính gửi: UBND tỉnh"), at: 4)
            document.replace("- UBND tỉnh (để b/c);", with: "- Như trên;")
        },
        Mutation(name: "no “Kính gửi” in a submission", rule: .addresseeMissing, document: submission) {
            $0.sections[0].blocks.remove(at: 4)
            $0.replace("- Như trên;", with: "- UBND tỉnh;")
        },
        wording(
            "addressees with a comma", .addresseesSeparator, "- Sở Tài chính;", "- Sở Tài chính,", in: letter),
        wording(
            "a full stop behind a letter's subject", .subjectFullStop, "V/v báo cáo kết quả tuyên truyền",
            "V/v báo cáo kết quả tuyên truyền.", in: letter),
        wording(
            "“Về việc” in a letter", .letterSubjectPrefix, "V/v báo cáo kết quả tuyên truyền",
            "Về việc báo cáo kết quả tuyên truyền", in: letter),
        wording("“Như trên” missing", .asAboveMissing, "- Như trên;", "- UBND tỉnh;", in: letter),
        wording("“Như kính gửi”", .asAboveWording, "- Như trên;", "- Như kính gửi;", in: letter),
        Mutation(name: "an estimate as a type", rule: .typeUnknown) {
            $0.replace("KẾ HOẠCH", with: "DỰ TOÁN KINH PHÍ")
            $0.replace(number, with: "Số: 05/DT-SKHCN")
        },
        wording(
            "V/v under a type", .subjectPrefix, subject, "V/v tuyên truyền về khoa học và công nghệ năm 2026"),
        Mutation(name: "a line as long as the subject", rule: .subjectLineLength) {
            $0.change(paragraphsOf: .subjectLine) {
                $0.format.leftIndent = .millimetres(20)
                $0.format.rightIndent = .millimetres(20)
            }
        },
        Mutation(name: "a line under a letter's subject", rule: .letterSubjectLine, document: letter) {
            $0.insert([FormStyle.agencyLine("")], .after, "V/v báo cáo kết quả tuyên truyền")
        },
        Mutation(name: "a letter with a type", rule: .typeAndLetterSubject, document: letter) {
            $0.replace("Số: 05/SKHCN-VP", with: "Số: 05/BC-SKHCN")
            $0.sections[0].blocks.insert(FormStyle.documentType("BÁO CÁO"), at: 1)
        },
        style("a bold subject of a letter", .letterSubjectLook, .letterSubject, in: letter) {
            $0.character.weight = .bold
        }, wording("no colon", .addresseeColon, addressee, "Kính gửi Sở Tài chính", in: submission),
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
}
