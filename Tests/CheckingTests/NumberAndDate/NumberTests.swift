import Regulations
import Testing

@testable import Checking

private let state = FormatProfile.decree30
private let party = FormatProfile.guidance05

@Test(arguments: [
    Case("Số: 15/QĐ-BNV"), Case("Số: 05/BC-SVHTTDL"), Case("Số: 15/TTr-STC"), Case("Số: 12/UBND-VX"),
    Case("Số: 05/BNV-VP"), Case("Số:      /BC-SVHTTDL"), Case("Số: …/BC-SVHTTDL"), Case("Số: 05/SY-SVHTTDL"),
    Case("Số 15/QĐ-BNV", .numberColon, mended: "Số: 15/QĐ-BNV"),
    Case("Số : 15/QĐ-BNV", .numberColon, mended: "Số: 15/QĐ-BNV"),
    Case("SỐ: 15/QĐ-BNV", .numberColon, mended: "Số: 15/QĐ-BNV"),
    Case("Số: 5/BC-STC", .numberUnpadded, mended: "Số: 05/BC-STC"),
    Case("Số: 005/BC-STC", .numberOverpadded, mended: "Số: 05/BC-STC"),
    Case("Số: 015/BC-STC", .numberOverpadded, mended: "Số: 15/BC-STC"),
    Case("Số: 15 / KH - SVHTTDL", .numberSpaces, mended: "Số: 15/KH-SVHTTDL"),
    Case("Số: 15/KH/SVHTTDL", .numberSeparator, mended: "Số: 15/KH-SVHTTDL"),
    Case("Số: 15-KH/SVHTTDL", .numberSeparator, mended: "Số: 15/KH-SVHTTDL"),
    Case("Số: 15/TTR-STC", .typeAbbreviation, mended: "Số: 15/TTr-STC"), Case("Số:"), Case("Số:      /"),
    Case("Số:      /QĐ-"), Case("Số: ……/QĐ-……"), Case("Số:\t/QĐ-UBND"), Case("Số: xx/KH-SKHCN"),
    Case("Số: .... /KH-SKHCN"), Case("Số: ..... "), Case("Số: 12/", .numberMalformed),
    Case("Số: ab/KH-STC", .numberMalformed),
    Case("Số:     / KH - STC", .numberSpaces, mended: "Số:     /KH-STC"),
    Case("Số: 12/CV-UBND", .letterTypeCode), Case("Số: 15/2026/QĐ-UBND", .numberYear),
    Case("Số: 15/KH-skhcn", .codeCase, mended: "Số: 15/KH-SKHCN"), Case("Quyết định 15", .numberMalformed),
]) func `a state number is read`(row: Case) { row.check { state.faults(inNumber: $0) } }

@Test(arguments: [
    Case("Số 15-BC/TU"), Case("Số 03-HD/BTGDVTU"), Case("Số     -KH/ĐU"), Case("Số 07-TTr/ĐU"),
    Case("Số 12-CV/TU"), Case("Số 05-QĐ/BTCTU-BDVTU"), Case("Số"), Case("Số      -KH/"), Case("Số xx-KH/ĐU"),
    Case("Số: 15-BC/TU", .partyNumberColon, mended: "Số 15-BC/TU"),
    Case("Số 5-BC/TU", .numberUnpadded, mended: "Số 05-BC/TU"),
    Case("Số 15/BC-TU", .numberSeparator, mended: "Số 15-BC/TU"),
]) func `a number of the Party is read`(row: Case) { row.check { party.faults(inNumber: $0) } }

@Test func `the abbreviation is that of the document's own type`() {
    let ruling = state.documentType(named: "Quy định")
    let found = state.faults(inNumber: "Số: 15/QĐ-UBND", type: ruling)
    #expect(found.map(\.rule) == [.typeAbbreviation])
    // Either of the two may be wrong, and the number stand in the register.
    #expect(found.first?.correction == nil)
    #expect(state.faults(inNumber: "Số: 15/QyĐ-UBND", type: ruling).isEmpty)
    #expect(state.faults(inNumber: "Số: 15/KH-STC", agencyCode: "SKHCN").map(\.rule) == [.agencyCode])
}
