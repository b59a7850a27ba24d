import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30
private let party = FormatProfile.guidance05

@Test(arguments: [
    Case("Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch.", .endMarkMissing, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch. /.", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch./", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Trên đây là kế hoạch/.", .endMarkVariant, mended: "Trên đây là kế hoạch./."),
    Case("Gửi về a@quangninh.gov.vn", .endMarkMissing), Case("Các đơn vị thực hiện:", .endMarkMissing),
    Case("./.", .endMarkAlone),
]) func `the end of the text is read`(row: Case) { row.check { state.faults(inLastParagraph: $0) } }

@Test func `the Party ends with a full stop, and the mark stands only at the end`() {
    #expect(party.faults(inLastParagraph: "Trên đây là kế hoạch.").isEmpty)
    let found = party.faults(inLastParagraph: "Trên đây là kế hoạch./.")
    #expect(found.map(\.rule) == [.partyEndMark])
    #expect(TextFault.corrected("Trên đây là kế hoạch./.", by: found) == "Trên đây là kế hoạch.")
    #expect(state.faults(inEarlierParagraph: "Đã xong./. Tiếp theo.").map(\.rule) == [.endMarkInside])
    #expect(state.faults(inEarlierParagraph: "Xem ../../tep và 1/2.").isEmpty)
}
