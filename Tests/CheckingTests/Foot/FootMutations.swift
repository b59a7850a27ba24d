import OfficeDocument
import Regulations

@testable import Checking
@testable import Forms

extension Mutation {
    private static let unit = "- Các đơn vị thuộc Sở;"
    private static let fileLine = "- Lưu: VT, VP."

    static let foot: [Mutation] = [
        style("a name that is not bold", .signerNameLook, .signerName) { $0.character.weight = .regular },
        style("a title that is not bold", .signerTitleLook, .authority) { $0.character.weight = .regular },
        style("an upright “Nơi nhận”", .recipientsLabelLook, .recipientsLabel) {
            $0.character.slant = .upright
        }, style("recipients of size 12", .recipientLook, .recipient) { $0.character.size = 12 },
        wording(
            "a signature behind the last recipient", .recipientGlued, fileLine,
            "- Lưu: VT, VP.TM. ỦY BAN NHÂN DÂN"),
        wording("recipients with a comma", .recipientEnd, "- Các đơn vị thuộc Sở;", "- Các đơn vị thuộc Sở,"),
        wording("a recipient without dash", .recipientDash, "- Các đơn vị thuộc Sở;", "Các đơn vị thuộc Sở;"),
        wording("a file line without colon", .fileLineForm, "- Lưu: VT, VP.", "- Lưu VT, VP."),
        wording("KT without its full stop", .authorityForm, "KT. GIÁM ĐỐC", "KT GIÁM ĐỐC"),
        wording("KT. without a deputy", .deputyTitle, "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"),
        wording("an academic title before the name", .academicTitle, "Nguyễn Văn An", "TS. Nguyễn Văn An"),
        Mutation(name: "the signature on a page of its own", rule: .signatureAlone) {
            $0.breakPage(behind: end)
        }, wording("TM. with a single head", .collectiveOnly, "KT. GIÁM ĐỐC", "TM. GIÁM ĐỐC"),
        Mutation(name: "TL. without the signer's title", rule: .titleMissing) {
            $0.replace("KT. GIÁM ĐỐC", with: "TL. GIÁM ĐỐC")
            $0.replace("PHÓ GIÁM ĐỐC", with: "")
        },
        Mutation(name: "a title abbreviated", rule: .titleAbbreviated) {
            $0.replace("KT. GIÁM ĐỐC", with: "GĐ")
            $0.replace("PHÓ GIÁM ĐỐC", with: "")
        }, wording("“Nơi nhận” without colon", .recipientsLabelWording, "Nơi nhận:", "Nơi nhận"),
        wording("“Nơi nhận” with a mark missing", .recipientsLabelWording, "Nơi nhận:", "Nơi nhân:"),
        Mutation(name: "no file line", rule: .fileLineMissing) {
            $0.replace(unit, with: "- Các đơn vị thuộc Sở.")
            $0.replace(fileLine, with: "")
        },
        Mutation(name: "the file line before the last", rule: .fileLineLast) {
            $0.replace(unit, with: "- Lưu: VT, VP;")
            $0.replace(fileLine, with: "- Các đơn vị thuộc Sở.")
        }, wording("the drafter on the file line", .drafterCodePlace, fileLine, "- Lưu: VT, VP, PL.(300)."),
        wording("a decision as above", .firstRecipientArticle, "- Như Điều 2;", "- Như trên;", in: decision),
        insertion(
            "“Nơi nhận” three lines lower", .recipientsPlace, FormStyle.recipient(""),
            FormStyle.recipient(""), FormStyle.recipient(""), before: "Nơi nhận:"),
    ]
}
