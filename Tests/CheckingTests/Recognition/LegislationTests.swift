import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

@Test(arguments: [
    ("Số: 05/2025/TT-BTC", "05/2025/TT-BTC"), ("Số:      /2025/TT-BTC", "/2025/TT-BTC"),
    ("Số: …/2025/QĐ-UBND", "/2025/QĐ-UBND"), ("Số: 12/2025/NQ-HĐND", "12/2025/NQ-HĐND"),
    ("Số: 101/2025/UBTVQH15", "101/2025/UBTVQH15"), ("Luật số: 85/2025/QH15", "85/2025/QH15"),
    ("Nghị quyết số: 101/2025/UBTVQH15", "101/2025/UBTVQH15"),
    ("Số: 05/2015/TTLT-BTC-BTP", "05/2015/TTLT-BTC-BTP"), ("Số: 09/2009/CT-UBND", "09/2009/CT-UBND"),
    ("Số: 03/2016/CT-UBND", "03/2016/CT-UBND"),
]) func `the number of a legal normative document tells it, blank or not`(number: String, told: String) throws
{
    for format in OfficeFormat.allCases {
        var law = RightDocuments.plan
        law.replace("Số: 05/KH-SKHCN", with: number)
        #expect(OfficialCheck(of: try law.read(as: format)).verdict == .legislation(number: told))
    }
}

@Test(arguments: [
    "Số: 05/QĐ-UBND", "Số:      /QĐ-UBND", "Số: 05/2025/KH-SKHCN", "Số: 03/2017/CT-UBND", "Số: 12/NQ-HĐND",
]) func `a number that makes no law is judged`(number: String) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.plan
        document.replace("Số: 05/KH-SKHCN", with: number)
        #expect(OfficialCheck(of: try document.read(as: format)).verdict == .judged(.decree30))
    }
}

@Test(arguments: [
    ("THÔNG TƯ", "Thông tư"), ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch"), ("NGHỊ ĐỊNH", "Nghị định"),
    ("LUẬT", "Luật"), ("PHÁP LỆNH", "Pháp lệnh"), ("BỘ LUẬT", "Bộ luật"),
]) func `a type that only law has tells where the number does not`(type: String, told: String) throws {
    for format in OfficeFormat.allCases {
        for number in ["Số:      /TT-BTC", "Số:", "Số: 05/TT-BTC"] {
            var law = RightDocuments.plan
            law.replace("KẾ HOẠCH", with: type)
            law.replace("Số: 05/KH-SKHCN", with: number)
            let verdict = OfficialCheck(of: try law.read(as: format)).verdict
            #expect(verdict == .legislationByType(told), "\(number) \(verdict)")
        }
    }
}

@Test(arguments: OfficeFormat.allCases)
func `a paper about a law is judged, and so is one with a law behind it`(format: OfficeFormat) throws {
    var about = RightDocuments.plan
    about.replace(Mutation.subject, with: "Triển khai thi hành Luật Khoa học và công nghệ năm 2026")
    #expect(OfficialCheck(of: try about.read(as: format)).verdict == .judged(.decree30))
    var letter = RightDocuments.letter
    letter.insert([FormStyle.documentType("THÔNG TƯ")], .after, "- Sở Nội vụ.")
    #expect(OfficialCheck(of: try letter.read(as: format)).verdict == .judged(.decree30))
    var plan = RightDocuments.plan
    plan.insert([FormStyle.documentType("THÔNG TƯ")], .after, Mutation.subject)
    #expect(OfficialCheck(of: try plan.read(as: format)).verdict == .judged(.decree30))
}
