import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// What looks like a fault, or is one that only a person can put right: the letters must come out of mending as they went in.
private struct Uncertain: CustomTestStringConvertible {
    let testDescription: String
    let kept: [String]
    var document: @Sendable () -> Document = { RightDocuments.plan }
    let change: @Sendable (inout Document) -> Void

    static func text(_ name: String, _ kept: String) -> Uncertain {
        Uncertain(testDescription: name, kept: [kept]) {
            $0.replace("\(RightDocuments.sentence).", with: kept)
        }
    }

    static func replacing(_ name: String, _ right: String, _ kept: String) -> Uncertain {
        Uncertain(testDescription: name, kept: [kept]) { $0.replace(right, with: kept) }
    }

    private static let unit = "- Các đơn vị thuộc Sở;"
    private static let fileLine = "- Lưu: VT, VP."

    static let all: [Uncertain] = words + numbers + foot + head

    private static let words: [Uncertain] = [
        text("words that a body's name is made of", "Các cơ sở y tế, cán bộ tài chính thực hiện."),
        text("progress in science", "Ứng dụng tiến bộ khoa học và công nghệ vào sản xuất."),
        text("a body in small letters", "Phối hợp với sở y tế các địa phương thực hiện."),
        text("fire engines sent out", "Công an tỉnh đã điều 10 xe chữa cháy tới nơi."),
        text("a province that begins an item", "+ Tỉnh Đắk Nông đang tổ chức khảo sát."),
        text("a clause that begins an item", "a) Khoản 3 Điều 15 của Quy chế quy định như sau."),
        text("things counted in brackets", "(1) Các đơn vị thuộc Sở thực hiện theo kế hoạch."),
        text("a name with commas", "Giao Sở VH,TT&DL chủ trì thực hiện theo quy định."),
        text("room for a day", "Văn bản ban hành ngày    tháng    năm 2026 của Sở."),
        text("room for a number", "Căn cứ văn bản số    /KH-SKHCN của Sở về việc này."),
        text("room in brackets", "Số lượng (   ) bản, giao Văn phòng Sở thực hiện."),
        replacing("a heading that runs on", "I. MỤC ĐÍCH, YÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU: Không thay đổi."),
        replacing("an end that is damaged", "\(RightDocuments.sentence)./.", "Các đơn vị thực hiện.\\."),
    ]

    private static let numbers: [Uncertain] = [
        replacing("an agency's own code", Mutation.number, "Số: 05/KH-GDTrH"),
        replacing("another type's code", Mutation.number, "Số: 05/BC-SKHCN"),
        replacing("a title with several meanings", "PHÓ GIÁM ĐỐC", "CT"),
    ]

    private static let foot: [Uncertain] = [
        Uncertain(
            testDescription: "a recipient of two lines",
            kept: ["- Các thành viên Hội đồng, cơ quan, đơn vị thuộc", "khối thi đua của Sở;"]
        ) {
            $0.replace(unit, with: "- Các thành viên Hội đồng, cơ quan, đơn vị thuộc")
            $0.insert(
                [FormStyle.recipient("khối thi đua của Sở;")], .after,
                "- Các thành viên Hội đồng, cơ quan, đơn vị thuộc")
        }, replacing("a file line of its own words", fileLine, "- Lưu: Văn phòng Sở."),
        replacing("a file line in another order", fileLine, "- Lưu: VP, VT."),
        replacing("a remark beside a recipient", unit, "- Cổng thông tin điện tử;       Để đăng tin"),
    ]

    private static let head: [Uncertain] = [
        replacing(
            "a subject in capitals that the text does not have", Mutation.subject,
            "PHÁT ĐỘNG PHONG TRÀO NẾP SỐNG VĂN MINH")
    ]
}

@Test(arguments: Uncertain.all, OfficeFormat.allCases) private func `what is not certain keeps its letters`(
    uncertain: Uncertain, format: OfficeFormat
) throws {
    var document = uncertain.document()
    uncertain.change(&document)
    let file = try MendedFile(document, as: format)
    let texts = try Set(file.result.paragraphs.map(\.text))
    for kept in uncertain.kept { #expect(texts.contains(kept), "\(file.left)") }
}

@Test(arguments: OfficeFormat.allCases) func `room for a number outlives the colon`(format: OfficeFormat)
    throws
{
    var document = RightDocuments.plan
    document.replace(Mutation.number, with: "Số      /KH-SKHCN")
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule) == [.numberColon])
    #expect(try file.result.paragraphs.map(\.text).contains("Số:      /KH-SKHCN"))
}

@Test(arguments: OfficeFormat.allCases) func `a line that would not fit its column any more keeps its size`(
    format: OfficeFormat
) throws {
    let blanks = String(repeating: " ", count: 30)
    let places = [
        ("Đắk Nông", true), ("Huyện đảo Hoàng Sa, thành phố Đà Nẵng", false), ("\(blanks)Đắk Nông", false),
    ]
    for (place, isMended) in places {
        var document = RightDocuments.plan
        document.replace(Mutation.date, with: "\(place), ngày 05 tháng 01 năm 2026")
        document.change(style: .placeAndDate) { $0.character.size = 10 }
        let file = try MendedFile(document, as: format)
        #expect(file.mending.mended.contains { $0.rule == .dateLook } == isMended, "\(place): \(file.left)")
    }
}

@Test(arguments: OfficeFormat.allCases)
func `a blank goes in where it is missing, whatever blanks the line begins with`(format: OfficeFormat) throws
{
    var document = RightDocuments.plan
    document.replace(
        "\(RightDocuments.sentence).", with: "   Sau 11tháng các đơn vị cho biết,đã làm xong 06 việc.")
    let file = try MendedFile(document, as: format)
    #expect(
        try file.result.paragraphs.map(\.text).contains(
            "Sau 11 tháng các đơn vị cho biết, đã làm xong 06 việc."), "\(file.left)")
}

@Test(arguments: OfficeFormat.allCases) func `blanks that become plain ones keep their number`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.replace(
        "\(RightDocuments.sentence).", with: "Thực hiện ngày\u{A0}\u{A0}   tháng\u{A0}  năm 2026 tại Sở.")
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule) == [.noBreakSpace])
    #expect(try file.result.paragraphs.map(\.text).contains("Thực hiện ngày     tháng   năm 2026 tại Sở."))
}
