import Regulations
import Testing

@testable import Checking

@Test(arguments: [
    // From ten on a number needs no zero, and has none.
    Case("Số: 09/BC-STC"), Case("Số: 10/BC-STC"), Case("Số: 99/BC-STC"), Case("Số: 100/BC-STC"),
    Case("Số: 1000/BC-STC"), Case("Số: 9/BC-STC", .numberUnpadded, mended: "Số: 09/BC-STC"),
    Case("Số: 1/BC-STC", .numberUnpadded, mended: "Số: 01/BC-STC"),
    Case("Số: 009/BC-STC", .numberOverpadded, mended: "Số: 09/BC-STC"),
    Case("Số: 010/BC-STC", .numberOverpadded, mended: "Số: 10/BC-STC"),
    Case("Số: 0100/BC-STC", .numberOverpadded, mended: "Số: 100/BC-STC"),
    // One code is none, two are one, three name a unit besides.
    Case("Số: 15/BC", .numberMalformed), Case("Số: 15/BC-STC"), Case("Số: 15/BC-STC-VP"),
    Case("Số: 15/BC–STC", .numberSeparator, mended: "Số: 15/BC-STC"),
    Case("Số:15/BC-STC", .numberColon, mended: "Số: 15/BC-STC"),
    Case("Số:  15/BC-STC", .numberColon, mended: "Số: 15/BC-STC"), Case("Số:  /BC-STC"),
    Case("Số: 15/BC-Stc", .codeCase, mended: "Số: 15/BC-STC"), Case("Số: 15/BC-GDTrH"),
    Case("Số: 15/bc-STC", .typeAbbreviation, mended: "Số: 15/BC-STC"),
]) func `a state number is right at both ends`(row: Case) {
    row.check { FormatProfile.decree30.faults(inNumber: $0) }
}

@Test(arguments: [
    Case("Số 09-BC/TU"), Case("Số 10-BC/TU"), Case("Số 9-BC/TU", .numberUnpadded, mended: "Số 09-BC/TU"),
    Case("Số 010-BC/TU", .numberOverpadded, mended: "Số 10-BC/TU"), Case("Số 15-BC/TU-VP"),
    Case("Số 15-TU", .letterTypeMissing),
]) func `so is a number of the Party`(row: Case) {
    row.check { FormatProfile.guidance05.faults(inNumber: $0) }
}
