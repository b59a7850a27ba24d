import OfficeDocument
import Regulations
import VietnameseText

@testable import Checking
@testable import Forms

extension Mutation {
    static let numberAndDate: [Mutation] = [
        style("a bold date", .dateLook, .placeAndDate) { $0.character.weight = .bold },
        style("an upright date", .dateLook, .placeAndDate) { $0.character.slant = .upright },
        style("a number of size 14", .numberLook, .numberAndCode) { $0.character.size = 14 },
        wording("a number without colon", .numberColon, number, "Số 05/KH-SKHCN"),
        wording("a number without its zero", .numberUnpadded, number, "Số: 5/KH-SKHCN"),
        wording("spaces in the number", .numberSpaces, number, "Số: 05 / KH-SKHCN"),
        wording("the type's abbreviation in small letters", .typeAbbreviation, number, "Số: 05/Kh-SKHCN"),
        Mutation(name: "another type's abbreviation", rule: .typeAbbreviation, isForPerson: true) {
            $0.replace(number, with: "Số: 05/BC-SKHCN")
        }, wording("the year in the number", .numberYear, number, "Số: 05/2026/KH-SKHCN"),
        wording("a day without its zero", .dayUnpadded, date, "Đắk Nông, ngày 5 tháng 01 năm 2026"),
        wording("no comma after the place", .dateComma, date, "Đắk Nông ngày 05 tháng 01 năm 2026"),
        wording("a date in figures", .dateInFigures, date, "Đắk Nông, 05/01/2026"),
        wording("CV in a letter's number", .letterTypeCode, "Số: 05/SKHCN-VP", "Số: 05/CV-SKHCN", in: letter),
        wording("a number of three digits", .numberOverpadded, number, "Số: 005/KH-SKHCN"),
        wording("a hyphen for the slash", .numberSeparator, number, "Số: 05-KH/SKHCN"),
        wording("a number without an agency", .numberMalformed, number, "Số: 05/KH"),
        wording("a code in lower case", .codeCase, number, "Số: 05/KH-Skhcn"),
        Mutation(
            name: "another agency's code", rule: .agencyCode, settings: RuleSettings(agencyCode: "STC"),
            breaking: { _ in }),
        wording("a code whose letters the issuer's name has not", .agencyCode, number, "Số: 05/KH-STC"),
        wording("a committee's code on a department's plan", .agencyCode, number, "Số: 05/KH-UBND"),
        wording("January as 1", .monthUnpadded, date, "Đắk Nông, ngày 05 tháng 1 năm 2026"),
        wording("March as 03", .monthOverpadded, date, "Đắk Nông, ngày 05 tháng 03 năm 2026"),
        wording("Ngày with a capital", .dateCapital, date, "Đắk Nông, Ngày 05 tháng 01 năm 2026"),
        wording("a place half in lower case", .placeCapital, date, "Đắk nông, ngày 05 tháng 01 năm 2026"),
        wording("a place abbreviated", .placeAbbreviated, date, "TP. HN, ngày 05 tháng 01 năm 2026"),
        wording("the year before the day", .dateMalformed, date, "Đắk Nông, năm 2026 tháng 01 ngày 05"),
        wording("30 February", .dateImpossible, date, "Đắk Nông, ngày 30 tháng 02 năm 2026"),
        Mutation(
            name: "a day that has not come", rule: .dateFuture,
            today: CalendarDate(year: 2026, month: 1, day: 2), breaking: { _ in }),
        text(
            "a later document cited", .dateBeforeCitation,
            "Thực hiện Kế hoạch số 15/KH-UBND ngày 20 tháng 3 năm 2026 của UBND tỉnh, các đơn vị triển khai."),
        insertion("the date a line lower", .dateLevel, FormStyle.placeAndDate(""), before: date),
    ]
}
