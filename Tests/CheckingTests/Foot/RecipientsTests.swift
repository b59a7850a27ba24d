import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30
private let party = FormatProfile.guidance05

@Test(arguments: [
    Case("- Như trên;|- Giám đốc Sở (để b/c);|- Lưu: VT, TCCB."), Case("- Như trên;|- Lưu: VT."),
    Case("- Như trên,|- Lưu: VT;", .recipientEnd, .recipientEnd, mended: "- Như trên;|- Lưu: VT."),
    Case("• Như trên;|Lưu: VT.", .recipientDash, .recipientDash, mended: "- Như trên;|- Lưu: VT."),
    Case("- Như trên;|- Lưu VT.", .fileLineForm, mended: "- Như trên;|- Lưu: VT."),
    Case("- Như trên;|- Lưu: VP.", .fileLineForm), Case("- Như trên;|- Lưu: VP, VT."),
    Case("- Như trên;|- Lưu: VTMT.", .fileLineForm), Case("- Như trên;|- Lưu: VT MTTQ.", .fileLineForm),
    Case("- Như trên;|- Lưu: VT, MTTQ; VT."),
    Case("- Như trên;|- Lưu: VT. NC.", .fileLineForm, mended: "- Như trên;|- Lưu: VT, NC."),
    Case("- Như trên;|- Lưu: VT. (30 bản)."),
    Case("- Các thành viên, cơ quan thuộc|khối thi đua;|- Lưu: VT."),
    Case("- Báo Nhân Dân, TTXVN,|Đài THVN;|- Lưu: VT."), Case("- Như trên.", .fileLineMissing),
    Case("-……..;|- Lưu: VT."), Case("- ……|- Lưu: VT.", .recipientEnd),
    Case("- Các trường:|+ Trường A;|+ Trường B;|- Lưu: VT."), Case("- Các trường:|- Lưu: VT.", .recipientEnd),
    Case("- Các trường;|+ Trường A;|- Lưu: VT."),
    Case("+ Trường A;|- Lưu: VT.", .recipientDash, mended: "- Trường A;|- Lưu: VT."),
    Case("- Lưu: VT;|TTr.(300)", .fileLineLast, .recipientDash, .recipientEnd),
    Case("- Như trên;|- Các phòng;", .fileLineMissing), Case("- Lưu: VT;|- Như trên.", .fileLineLast),
]) func `recipients are read`(row: Case) { row.checkTogether(state.faults(inRecipients:)) }

@Test(arguments: [
    Case("- Như trên;|- Lưu Văn phòng Tỉnh ủy."),
    Case(
        "- Như trên;|- Lưu: Văn phòng Tỉnh ủy.", .partyFileLine,
        mended: "- Như trên;|- Lưu Văn phòng Tỉnh ủy."),
]) func `recipients of the Party are read`(row: Case) { row.checkTogether(party.faults(inRecipients:)) }

@Test func `the older guidance ends recipients with commas, and its last basis`() {
    let old = FormatProfile.guidance36
    #expect(old.faults(inRecipients: ["- Như trên,", "- Lưu Văn phòng Tỉnh ủy."]).joined().isEmpty)
    #expect(old.faults(inLegalBases: ["- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban,"]).joined().isEmpty)
    #expect(
        party.faults(inLegalBases: ["- Căn cứ Điều lệ Đảng;", "- Xét đề nghị của Ban."]).joined().isEmpty)
}
