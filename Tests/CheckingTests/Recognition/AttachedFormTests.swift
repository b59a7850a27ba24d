import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A misspelt word, of which a form's text is not told.
private let misspelt = "Các đơn vị nghiêm túc thực hiện các nộị dung sau."

extension Document {
    /// Puts something behind the foot, on a page of its own.
    fileprivate mutating func attach(_ blocks: [Block]) { sections[0].blocks += blocks }

    fileprivate mutating func misspell() { insert([FormStyle.body(misspelt)], .after, Mutation.lastPoint) }
}

private let label = FormStyle.appendixLabel("Phụ lục")
private let reference = FormStyle.appendixReference(
    "(Kèm theo Kế hoạch số 05/KH-SKHCN ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ)")

private func slots(_ count: Int) -> [Block] {
    (0..<count).map { FormStyle.body("Họ và tên người thứ \($0): ………………………") }
}

extension OfficialCheck {
    fileprivate var toldSyllables: [String] {
        findings.filter { $0.rule == .impossibleSyllable }.map(\.excerpt)
    }

    fileprivate func reason(for rule: Rule) -> String? {
        judgement?.undecided.first { $0.rule == rule }?.reason.vietnamese
    }
}

@Test(arguments: OfficeFormat.allCases)
func `a form behind the foot leaves the document before it judged in full`(format: OfficeFormat) throws {
    for (count, isForm) in [(2, false), (3, true), (30, true)] {
        var document = RightDocuments.plan
        document.misspell()
        document.attach([label, reference] + slots(count) + [FormStyle.body(misspelt)])
        let check = OfficialCheck(of: try document.read(as: format))
        #expect(check.toldSyllables.count == 1 || !isForm, "\(count): \(check.toldSyllables)")
        #expect(check.toldSyllables.first?.hasPrefix("Các đơn vị nghiêm túc") == true)
        #expect(check.reason(for: .impossibleSyllable) == nil)
        let places = check.findings.first { $0.rule == .impossibleSyllable }?.furtherPlaces
        #expect(check.toldSyllables.count + (places ?? 0) == (isForm ? 1 : 2))
    }
}

@Test(arguments: OfficeFormat.allCases)
func `what only a form behind the foot has is left, and the reason says so`(format: OfficeFormat) throws {
    var document = RightDocuments.plan
    document.attach([label, reference] + slots(6) + [FormStyle.body(misspelt)])
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.toldSyllables == [])
    #expect(check.reason(for: .impossibleSyllable) == "biểu mẫu kèm theo còn chỗ điền; phần trước đó đã xét")
}

@Test(arguments: OfficeFormat.allCases) func `two forms and an appendix that is none are told apart`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.attach([FormStyle.appendixLabel("Mẫu số 01"), FormStyle.body("Họ và tên: ………………………")])
    document.attach([FormStyle.body(misspelt)])
    document.attach([FormStyle.appendixLabel("Phụ lục II"), reference, FormStyle.body("Cấp xã cần nộị lực.")])
    document.attach([FormStyle.appendixLabel("Mẫu số 02"), FormStyle.body("Chức vụ: ………………………")])
    document.attach([FormStyle.body(misspelt)])
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.toldSyllables == ["Cấp xã cần nộị lực."])
}

@Test(arguments: OfficeFormat.allCases)
func `of a document with slots of its own the lines without any are judged, and not mended`(
    format: OfficeFormat
) throws {
    for (count, isForm) in [(5, false), (6, true)] {
        var document = RightDocuments.plan
        document.misspell()
        document.insert([FormStyle.body("Hoàn thành trước 11tháng.")], .after, Mutation.lastPoint)
        document.insert(slots(count), .after, Mutation.lastPoint)
        let check = OfficialCheck(of: try document.read(as: format))
        #expect(check.toldSyllables.count == 1)
        #expect(
            check.findings.filter { $0.rule == .gluedFigure }.map(\.mends.isEmpty) == [isForm], "\(count)")
    }
}

@Test(arguments: ["{ten}", "…", "....", "______", "xx"], OfficeFormat.allCases)
func `what stands beside a slot of a form is left, and the reason says so`(slot: String, format: OfficeFormat)
    throws
{
    var document = RightDocuments.plan
    document.insert(
        slots(6) + [FormStyle.body("Các nộị dung sau: \(slot) và khác.")], .after, Mutation.lastPoint)
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.toldSyllables.isEmpty)
    // Lines with a named slot are looked at by no rule on words.
    #expect(check.reason(for: .impossibleSyllable) == (slot == "{ten}" ? nil : "biểu mẫu còn chỗ điền"))
}

@Test(arguments: OfficeFormat.allCases)
func `a sample form is told by its label and its slots, a filled one is judged`(format: OfficeFormat) throws {
    for (slot, isForm) in [("………………………", true), ("Nguyễn Văn An", false)] {
        var document = RightDocuments.plan
        document.sections[0].blocks.insert(FormStyle.appendixLabel("Mẫu số 08"), at: 0)
        document.insert([FormStyle.body("Họ và tên: \(slot)")], .after, Mutation.lastPoint)
        document.insert([FormStyle.body("Hoàn thành trước 11tháng.")], .after, Mutation.lastPoint)
        let told = OfficialCheck(of: try document.read(as: format)).findings.filter {
            $0.rule == .gluedFigure
        }
        #expect(told.map(\.mends.isEmpty) == [isForm], "\(slot)")
    }
}

@Test(arguments: [
    "Tỉnh (thành phố), ngày …. tháng … năm …..", "…….(4)……, ngày     tháng   năm 20..(2)..",
    "(Địa danh), ngày ... tháng ... năm ...",
]) func `a form's blank day is a day, whatever says its place in brackets`(date: String) throws {
    for format in OfficeFormat.allCases {
        var document = RightDocuments.plan
        document.replace("Đắk Nông, ngày 05 tháng 01 năm 2026", with: date)
        let check = OfficialCheck(of: try document.read(as: format))
        #expect(!check.findings.contains { $0.rule == .componentMissing }, "\(check.findings.map(\.found))")
    }
}

@Test(arguments: OfficeFormat.allCases) func `a sentence with brackets before its day is none`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.replace(
        "Đắk Nông, ngày 05 tháng 01 năm 2026", with: "Họp (lần 2), ngày 05 tháng 01 năm 2026 tại Sở")
    let check = OfficialCheck(of: try document.read(as: format))
    #expect(check.findings.contains { $0.rule == .componentMissing })
}
