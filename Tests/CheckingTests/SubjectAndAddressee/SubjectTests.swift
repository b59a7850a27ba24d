import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30
private let party = FormatProfile.guidance05

@Test(arguments: [
    Case("Kết quả công tác tháng 9 năm 2026"), Case("Về việc phân bổ kinh phí"), Case("Về …………."),
    Case("Về việc phân bổ kinh phí.", .subjectFullStop, mended: "Về việc phân bổ kinh phí"),
    Case("V/v phân bổ kinh phí", .subjectPrefix), Case("V/V PHÂN BỔ KINH PHÍ", .subjectPrefix),
]) func `a subject is read`(row: Case) { row.check { state.faults(inSubject: $0) } }

@Test(arguments: [
    Case("V/v nâng bậc lương năm 2019"),
    Case("Về việc nâng bậc lương", .letterSubjectPrefix, mended: "V/v nâng bậc lương"),
]) func `the subject of a letter is read`(row: Case) {
    row.check { state.faults(inLetterSubject: $0) }
    #expect(party.faults(inLetterSubject: "về việc góp ý").isEmpty)
    #expect(party.faults(inLetterSubject: "V/v góp ý").map(\.correction) == ["về việc"])
}
