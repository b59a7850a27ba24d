import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30

@Test(arguments: [
    Case("Kính gửi: Bộ Nội vụ"), Case("Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."),
    Case("Kính gửi: Ban Tuyên giáo và Dân vận Tỉnh ủy"), Case("Kính gửi: Sở Văn hóa, Thể thao và Du lịch"),
    Case("Kính gửi Bộ Nội vụ.", .addresseeColon, .addresseeEnd, mended: "Kính gửi: Bộ Nội vụ"),
    Case("Kính gửi: Bộ Nội vụ;", .addresseeEnd, mended: "Kính gửi: Bộ Nội vụ"),
    Case("Kính gửi: Sở Tài chính; Sở Nội vụ.", .addresseeEnd, .addresseesOneLine),
    Case("Kính gửi: Sở Tài chính; Kho bạc Nhà nước.", .addresseeEnd),
    Case("Kính gửi: Bộ Nội vụ, Bộ Tài chính", .addresseesOneLine),
    Case(
        "Kính gửi:|- Bộ Nội vụ,|- Bộ Tài chính", .addresseesSeparator, .addresseesSeparator,
        mended: "Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."),
    Case(
        "Kính gửi:|- Bộ Nội vụ;|Bộ Tài chính.", .addresseesDash,
        mended: "Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."),
    // An item of two lines.
    Case("Kính gửi:|- Bộ Nội vụ, Bộ Tài chính,|Bộ Tư pháp;|- Bộ Y tế."),
    // A second list.
    Case("Kính gửi:|- Bộ Nội vụ.|Đồng kính gửi:|- Bộ Tài chính."),
]) func `addressees are read`(row: Case) { row.checkTogether(state.faults(inAddressees:)) }

@Test func `addressees and the first recipient belong together`() {
    #expect(
        state.faults(inFirstRecipient: "- Bộ Nội vụ;", hasAddressees: true).map(\.rule) == [.asAboveMissing])
    #expect(
        state.faults(inFirstRecipient: "- Như trên;", hasAddressees: false).map(\.rule) == [
            .asAboveUnexpected
        ])
    #expect(state.faults(inFirstRecipient: "- Như trên;", hasAddressees: true).isEmpty)
}
