import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

@Test(arguments: OfficeFormat.allCases) func `every further place of a fault is known`(format: OfficeFormat)
    throws
{
    let texts = [
        "Thực hiện Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.", "Các đơn vị thực hiện.",
        "Thực hiện Nghị định 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ, Nghị định 47/2020/NĐ-CP.",
    ]
    for count in 1...texts.count {
        var document = RightDocuments.plan
        document.insert(texts.prefix(count).map { FormStyle.body($0) }, .after, Mutation.lastPoint)
        let found = OfficialCheck(of: try document.read(as: format)).findings.first {
            $0.rule == .citationNumberWord
        }
        let finding = try #require(found)
        let start = try #require(finding.place?.number)
        #expect(finding.furtherPlaces == (count < 3 ? 0 : 2))
        #expect(finding.further.map { ($0.place?.number ?? 0) - start } == (count < 3 ? [] : [2, 2]))
        #expect(
            finding.further.allSatisfy { $0.excerpt.hasPrefix("Thực hiện Nghị định 45") && !$0.canBeMended })
    }
}
