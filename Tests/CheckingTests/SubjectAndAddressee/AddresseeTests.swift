import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

private let state = FormatProfile.decree30

@Test(arguments: [
    Case("Kính gửi: Bộ Nội vụ"), Case("Kính gửi:|- Bộ Nội vụ;|- Bộ Tài chính."),
    Case("Kính gửi: Ban Tuyên giáo và Dân vận Tỉnh ủy"), Case("Kính gửi: Sở Văn hóa, Thể thao và Du lịch"),
    Case("Kính gửi Bộ Nội vụ.", .addresseeColon, .addresseeEnd, mended: "Kính gửi: Bộ Nội vụ"),
    Case("Kính gửi: Bộ Nội vụ;", .addresseeEnd, mended: "Kính gửi: Bộ Nội vụ"),
    Case("Kính gửi: Sở Tài chính; Sở Nội vụ.", .addresseeEnd, .addresseesOneLine),
    Case("Kính gửi: Sở Tài chính; Kho bạc Nhà nước.", .addresseeEnd),
    Case("Kính gửi: Bộ Nội vụ, Bộ Tài chính", .addresseesOneLine),
    Case("Kính gửi: Sở Du lịch, UBND các huyện, thị xã, thành phố", .addresseesOneLine),
    Case("Kính gửi: UBND các huyện, thị xã, thành phố"), Case("Kính gửi: Ban Quản lý dự án, Sở Xây dựng"),
    Case("Kính gửi: Phòng Văn hóa - Xã hội, UBND xã Ba Vì"),
    Case("Kính gửi: Phòng Nội vụ, Phòng Tài chính", .addresseesOneLine),
    Case("Kính gửi: Phòng Nội vụ, Sở Nội vụ, Sở Tài chính", .addresseesOneLine),
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

@Test(
    arguments: [
        ("Sở Khoa học và Công nghệ báo cáo UBND tỉnh kết quả như sau:", true),
        ("Sở Khoa học và Công nghệ báo cáo Bộ Khoa học và Công nghệ kết quả như sau:", true),
        ("Kính báo Bộ Khoa học và Công nghệ kết quả như sau:", true),
        ("Sở Khoa học và Công nghệ kính báo đến Bộ Khoa học và Công nghệ kết quả như sau:", true),
        ("Sở Khoa học và Công nghệ báo cáo kết quả như sau:", false),
        ("Sở Khoa học và Công nghệ báo cáo Bộ phận văn thư như sau:", false),
    ], OfficeFormat.allCases) func `a report to a superior has addressees`(
        row: (lead: String, isTold: Bool), format: OfficeFormat
    ) throws
{
    for (type, isReport) in [("BÁO CÁO", true), ("KẾ HOẠCH", false)] {
        var document = RightDocuments.plan
        document.replace("KẾ HOẠCH", with: type)
        document.replace(Mutation.number, with: isReport ? "Số: 05/BC-SKHCN" : Mutation.number)
        document.replace(Mutation.lead, with: row.lead)
        let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(told.contains(.addresseeMissing) == (row.isTold && isReport), "\(told)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `a report that ends with its superior has addressees`(
    format: OfficeFormat
) throws {
    for (end, isTold) in [
        ("UBND tỉnh kính gửi Bộ Nội vụ để tổng hợp./.", true),
        ("Trên đây là báo cáo kết quả của Sở./.", false),
    ] {
        var document = RightDocuments.plan
        document.replace("KẾ HOẠCH", with: "BÁO CÁO")
        document.replace(Mutation.number, with: "Số: 05/BC-SKHCN")
        document.replace(Mutation.end, with: end)
        let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
        #expect(told.contains(.addresseeMissing) == isTold, "\(told)")
    }
}
