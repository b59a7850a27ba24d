import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    private static let column = Length.millimetres(10)

    static let letterhead: [Mutation] = [
        style("a bold superior agency", .superiorAgencyLook, .superiorAgency) { $0.character.weight = .bold },
        style("an agency that is not bold", .issuingAgencyLook, .issuingAgency) {
            $0.character.weight = .regular
        }, style("an italic motto", .mottoLook, .motto) { $0.character.slant = .italic },
        style("Quốc hiệu that is not bold", .nationalTitleLook, .nationalTitle) {
            $0.character.weight = .regular
        }, style("no line under the motto", .mottoLineMissing, .mottoLine) { $0.paragraph.topBorder = nil },
        style("no line under the agency", .agencyLineMissing, .agencyLine) { $0.paragraph.topBorder = nil },
        wording(
            "a motto with a mark missing", .mottoWording, "Độc lập - Tự do - Hạnh phúc",
            "Độc lâp - Tự do - Hạnh phúc"),
        wording(
            "a motto with an en dash", .mottoWording, "Độc lập - Tự do - Hạnh phúc",
            "Độc lập – Tự do – Hạnh phúc"), wording("no number", .componentMissing, number, ""),
        wording(
            "Quốc hiệu misspelt", .nationalTitleWording, Letterhead.nationalTitle,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"),
        Mutation(name: "Quốc hiệu on two lines", rule: .nationalTitleWraps) {
            $0.change(Letterhead.nationalTitle) {
                $0.format.leftIndent = column
                $0.format.rightIndent = column
            }
        },
        style("a short line under the motto", .mottoLineLength, .mottoLine) {
            $0.paragraph.leftIndent = .millimetres(40)
            $0.paragraph.rightIndent = .millimetres(40)
        },
        Mutation(name: "a number pushed by blanks", rule: .alignmentTyped) {
            $0.replace(number, with: "      \(number)")
        },
        Mutation(name: "a typed line under the motto", rule: .mottoLineTyped) {
            $0.change(style: .mottoLine) { $0.paragraph.topBorder = nil }
            $0.change(paragraphsOf: .mottoLine) { $0.runs = [Run("________________")] }
        },
        Mutation(name: "a typed line under the agency", rule: .agencyLineTyped) {
            $0.change(style: .agencyLine) { $0.paragraph.topBorder = nil }
            $0.change(paragraphsOf: .agencyLine) { $0.runs = [Run("-------")] }
        },
        Mutation(name: "a line as long as the agency", rule: .agencyLineLength) {
            $0.change(paragraphsOf: .agencyLine) {
                $0.format.leftIndent = .millimetres(2)
                $0.format.rightIndent = .millimetres(2)
            }
        },
        Mutation(name: "the superior below the issuer", rule: .agencyOrder) {
            $0.replace("SỞ KHOA HỌC VÀ CÔNG NGHỆ", with: "BỘ KHOA HỌC VÀ CÔNG NGHỆ")
            $0.replace("UBND TỈNH ĐẮK NÔNG", with: "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
        },
        Mutation(name: "the nation on the left", rule: .headSides) {
            guard case .table(var table) = $0.sections[0].blocks[0] else { return }
            table.columns.reverse()
            for row in table.rows.indices { table.rows[row].cells.reverse() }
            $0.sections[0].blocks[0] = .table(table)
        },
    ]
}
