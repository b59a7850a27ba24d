import Diagnostics
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// The superior is named as the report names it, a ministry with the two words of its name.
@Test(arguments: [
    ("Sở Khoa học và Công nghệ báo cáo UBND tỉnh kết quả như sau:", "UBND tỉnh"),
    ("Sở Khoa học và Công nghệ báo cáo Bộ Khoa học và Công nghệ kết quả như sau:", "Bộ Khoa học"),
    ("Sở Khoa học và Công nghệ báo cáo Bộ Y tế.", "Bộ Y tế"),
    ("Sở Khoa học và Công nghệ kính báo Thành ủy như sau:", "Thành ủy"),
]) func `a report names its superior`(lead: String, body: String) throws {
    var document = RightDocuments.plan
    document.replace("KẾ HOẠCH", with: "BÁO CÁO")
    document.replace(Mutation.number, with: "Số: 05/BC-SKHCN")
    document.replace(Mutation.lead, with: lead)
    let told = OfficialCheck(of: try document.read(as: .docx)).findings.filter {
        $0.rule == .addresseeMissing
    }
    #expect(told.map(\.found.english) == ["a report to \(body) without “Kính gửi”"])
}
