import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    private static let law = "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;"
    private static let decree =
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."

    private static func basis(_ name: String, _ rule: Rule, _ wrong: String) -> Mutation {
        wording(name, rule, decree, wrong, in: submission)
    }

    static let legalBases: [Mutation] = [
        Mutation(name: "upright legal bases", rule: .basisLook, document: submission) {
            $0.change(style: .legalBasis) { $0.character.slant = .upright }
        },
        wording(
            "a law with its number", .basisLawNumber,
            "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo ngày 27 tháng 6 năm 2025;",
            "Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15 ngày 27 tháng 6 năm 2025;",
            in: submission),
        basis(
            "a comma at the end of the bases", .basisEnd,
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư,"),
        wording(
            "a basis of a decision without its word", .basisWord,
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            in: decision), wording("a dash before a basis", .basisDash, law, "- \(law)", in: submission),
        basis(
            "a decree without its day", .basisDateMissing,
            "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư."),
        wording("a law without its day", .basisDateMissing, law, "Căn cứ Luật Lưu trữ;", in: submission),
        wording(
            "two bases in a paragraph", .basesOneParagraph, law,
            "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024; Căn cứ Quy chế làm việc của Sở;", in: submission),
        basis(
            "a decree without its issuer", .basisIssuerMissing,
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư."),
        basis(
            "a decree no longer in force", .basisExpired,
            "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư."),
        wording(
            "a law no longer in force", .basisExpired, law, "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;",
            in: submission),
        Mutation(name: "a law below a decree", rule: .basisOrder, document: submission) {
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
