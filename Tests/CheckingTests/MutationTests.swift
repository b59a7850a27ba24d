import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

private func told(_ check: OfficialCheck) -> [String] {
    check.findings.map { "\($0.rule.code.rawValue) \($0.found.english) \($0.excerpt)" }
}

@Test(arguments: OfficeFormat.allCases) func `right documents have no finding`(format: OfficeFormat) throws {
    let ofState = [
        RightDocuments.plan, RightDocuments.letter, RightDocuments.submission, RightDocuments.decision,
        RightDocuments.planWithAppendix,
    ]
    for document in ofState {
        let check = OfficialCheck(of: try document.read(as: format))
        #expect(check.verdict == .judged(.decree30))
        #expect(told(check) == [])
    }
    for party in PartyDocuments.all {
        for document in [party.plan, party.letter, party.submission] {
            let check = OfficialCheck(of: try document.read(as: format))
            #expect(check.verdict == .judged(party.guidance.key))
            #expect(told(check) == [])
        }
    }
}

@Test func `every mutation is reported with its code and no other, in both formats`() throws {
    var (reported, right, expected) = (0, 0, 0)
    for mutation in Mutation.all {
        for format in OfficeFormat.allCases {
            var document = mutation.document()
            mutation.breaking(&document)
            var file = try document.read(as: format)
            mutation.reading?(&file)
            let check = OfficialCheck(of: file, settings: mutation.settings, today: mutation.today)
            let codes = Set(check.findings.map(\.rule))
            expected += 1
            reported += codes.count
            right += codes.contains(mutation.rule) ? 1 : 0
            #expect(codes == [mutation.rule], "\(mutation.name), \(format): \(told(check))")
        }
    }
    print("\(expected) documents, \(Set(Mutation.all.map(\.rule)).count) rules: ", terminator: "")
    print("precision \(100 * Double(right) / Double(max(1, reported))) %, ", terminator: "")
    print("recall \(100 * Double(right) / Double(max(1, expected))) %")
    #expect(right == reported && right == expected)
}

@Test func `every rule of the catalogue has a mutation under the regulations it holds for`() {
    let codes = Set(Mutation.all.map(\.rule))
    #expect(Rule.all.filter { !codes.contains($0) }.map(\.code.rawValue) == [])
}

@Test(arguments: Form.allCases, OfficeFormat.allCases)
func `shipped forms have no finding under their own profile`(form: Form, format: OfficeFormat) throws {
    for sizes in SizeSet.allCases {
        let check = OfficialCheck(of: try form.document(sizes: sizes).read(as: format))
        #expect(check.verdict == .judged(form.profile.key))
        #expect(told(check) == [])
    }
}
