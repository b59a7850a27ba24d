import Container
import Diagnostics
import Forms
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values

@testable import VanThu

private let samples = packageFolder.appending(path: "examples/van-ban").path

/// Forms that are filled from a data file of their own, with the sample data that ships beside them.
private let forms = Form.allCases.filter { ![.plan, .annualPlan, .budget, .report].contains($0) }

private func rendered(_ form: Form, as format: OfficeFormat, in folder: URL) throws -> String {
    let template = folder.appending(path: "mau.\(format.rawValue)").path
    try Data(form.template(as: format)).write(to: URL(filePath: template))
    let output = folder.appending(path: "\(form.rawValue).\(format.rawValue)").path
    _ = try Clerk.render(
        template, with: "\(samples)/\(form.rawValue).yaml", to: output, existing: .replaced, environment: [:])
    return output
}

@Test(arguments: forms) func `a form filled with its sample has no fault, and says the same in both formats`(
    form: Form
) throws {
    try withScratchFolder { folder in
        let files = try OfficeFormat.allCases.map { try rendered(form, as: $0, in: folder) }
        let texts = try files.map { file in
            try paragraphs(of: [UInt8](Data(contentsOf: URL(filePath: file))), file: file)
        }
        #expect(texts[0] == texts[1])
        #expect(texts[0].filter { $0.contains("{") || $0.contains("}") } == [])
        let checks = try Clerk.check(files, by: Clerk.CheckTerms())
        #expect(checks.map(\.verdict) == [.judged, .judged])
        #expect(checks.flatMap(\.diagnostics).filter { $0.severity > .note }.map(\.code) == [])
    }
}

@Test func `the head of a form needs neither measures nor a written-out date`() throws {
    let data: Value = [
        "co_quan": ["ten": "Sở Khoa học và Công nghệ", "chu_quan": "UBND tỉnh Đắk Nông"],
        "trich_yeu": "Góp ý dự thảo", "ngay_ban_hanh": "9/2/2021", "kinh_gui": ["Sở Tài chính"],
    ]
    let whole = OfficialHead.completing(data)
    #expect(whole.at("so") == "      ")
    #expect(whole.at("ngay_ban_hanh") == "ngày 09 tháng 02 năm 2021")
    #expect(whole.at("trich_yeu") == ["Góp ý dự thảo"])
    #expect(whole.at("trich_yeu_mot_dong") == "Góp ý dự thảo")
    #expect(whole.at("kinh_gui") == ["mot": "Sở Tài chính", "nhieu": .null])
    #expect(
        whole.at("tieu_de") == ["chu_quan": "UBND tỉnh Đắk Nông", "co_quan": "Sở Khoa học\nvà Công nghệ"])
}

@Test func `an agency and a subject that are left blank leave no line and no fault`() throws {
    let blank: Value = ["co_quan": ["ten": .null, "chu_quan": .null], "trich_yeu": .null]
    let whole = OfficialHead.completing(blank)
    #expect(whole.at("tieu_de") == ["chu_quan": "", "co_quan": ""])
    #expect(whole.at("duong_ke") == ["trich_yeu": 0, "co_quan": 0])
    #expect(whole.at("trich_yeu_mot_dong") == "")
    // What is not there at all is still asked for.
    #expect(OfficialHead.completing(["so": "1"]).at("tieu_de") == nil)
}

@Test func `what the data say of the head themselves stays`() throws {
    let data: Value = [
        "co_quan": ["ten": "Sở Nội vụ"], "tieu_de": ["co_quan": "SNV"], "duong_ke": ["co_quan": 7],
        "so": "15", "ngay_ban_hanh": "hôm nay",
    ]
    let whole = OfficialHead.completing(data)
    for name in ["tieu_de", "duong_ke", "so", "ngay_ban_hanh"] {
        #expect(whole.at(name) == data.at(name), "\(name)")
    }
}

extension Value {
    fileprivate func at(_ name: String) -> Value? {
        guard case .record(let record) = self else { return nil }
        return record[name]
    }
}
