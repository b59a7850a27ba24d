import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    private static func reference(_ name: String, _ rule: Rule, _ wrong: String) -> Mutation {
        wording(name, rule, RightDocuments.reference, wrong, in: appendix)
    }

    static let appendices: [Mutation] = [
        wording(
            "an appendix nobody mentions", .appendixUnmentioned, RightDocuments.mention, lead, in: appendix),
        wording(
            "an appendix that is not there", .appendixMissing, RightDocuments.mention,
            "Kinh phí thực hiện theo dự toán (chi tiết tại Phụ lục II kèm theo).", in: appendix),
        wording(
            "an appendix named in a file that has none", .appendixAbsent, lead,
            "Kinh phí thực hiện theo dự toán (chi tiết tại Phụ lục kèm theo)."),
        style("a label that is not bold", .appendixLabelLook, .appendixLabel, in: appendix) {
            $0.character.weight = .regular
        },
        style("an appendix's title in italics", .appendixTitleLook, .appendixTitle, in: appendix) {
            $0.character.slant = .italic
        }, wording("a label in capitals", .appendixLabelCase, "Phụ lục", "PHỤ LỤC", in: appendix),
        wording("the only appendix numbered", .appendixNumber, "Phụ lục", "Phụ lục I", in: appendix),
        reference("no line “Kèm theo”", .appendixReferenceMissing, ""),
        reference(
            "“kèm theo” in lower case", .appendixReferenceForm,
            "(kèm theo Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"),
        style("an upright line “Kèm theo”", .appendixReferenceLook, .appendixReference, in: appendix) {
            $0.character.slant = .upright
        },
        reference(
            "another number in the line “Kèm theo”", .appendixReferenceMismatch,
            "(Kèm theo Kế hoạch số 06/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"),
        reference(
            "another day in the line “Kèm theo”", .appendixReferenceMismatch,
            "(Kèm theo Kế hoạch số 05/KH-SKHCN ngày 15 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)"),
        Mutation(name: "the nation's title on an appendix", rule: .appendixHead, document: appendix) {
            $0.sections[1].blocks.insert(RightDocuments.head(number: ""), at: 0)
        },
    ]
}
