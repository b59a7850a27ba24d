import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

extension Document {
    /// The columns of the head, in millimetres.
    fileprivate mutating func setHead(left: Double, right: Double) {
        guard case .table(var table) = sections[0].blocks[0] else { return }
        table.columns = [.millimetres(left), .millimetres(right)]
        sections[0].blocks[0] = .table(table)
    }
}

/// Mends that would break a line of the head, in a column that just holds it, and in one that is wide enough.
@Test(
    arguments: [
        ("Hà Nội ngày 5 tháng 1 năm 2026", 70.0, 84.0), ("TP. HCM, ngày 05 tháng 01 năm 2026", 80.0, 110.0),
        ("Đắk Nông, 05/01/2026", 60.0, 90.0),
    ], OfficeFormat.allCases) func `a date that would fall onto a second line is told and left`(
        mend: (date: String, narrow: Double, wide: Double), format: OfficeFormat
    ) throws
{
    for (width, isMended) in [(mend.narrow, false), (mend.wide, true)] {
        var document = RightDocuments.plan
        document.replace(Mutation.date, with: mend.date)
        document.setHead(left: 172 - width, right: width)
        let file = try MendedFile(document, as: format)
        let texts = try file.result.paragraphs.map(\.text)
        #expect(texts.contains(mend.date) != isMended, "\(width)")
        #expect(file.mending.remarks.isEmpty == isMended, "\(width): \(file.mending.remarks)")
        // What was held back is told as it stands in the document.
        guard case .heldBack(let rules)? = file.mending.remarks.first else { continue }
        #expect(!rules.isEmpty && file.codesLeft.isSuperset(of: rules))
        #expect(Set(file.mending.mended.map(\.rule)).isDisjoint(with: rules))
        #expect(try Mending(of: file.after, document: file.result).bytes == nil)
    }
}

@Test(arguments: OfficeFormat.allCases) func `what else is wrong is mended beside a line that is held back`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    document.replace(Mutation.date, with: "Hà Nội ngày 5 tháng 1 năm 2026")
    document.replace("KT. GIÁM ĐỐC", with: "KT GIÁM ĐỐC")
    document.setHead(left: 102, right: 70)
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule).contains(.authorityForm))
    #expect(file.codesLeft.contains(.dateComma))
}

@Test(arguments: [(24, false), (25, true)], OfficeFormat.allCases)
func `a foot too tall for one page is told where lines move`(
    foot: (lines: Int, isTold: Bool), format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let more = (0..<foot.lines - 4).map { FormStyle.recipient("- Xã số \($0);") }
    document.insert(more, .after, "- Các đơn vị thuộc Sở;")
    #expect(try MendedFile(document, as: format).mending.remarks == [])
    document.change(Mutation.firstPoint) { $0.format.spaceAfter = .points(0) }
    let file = try MendedFile(document, as: format)
    #expect(file.mending.mended.map(\.rule).contains(.bodyGap))
    #expect(file.mending.remarks == (foot.isTold ? [.footTooTall] : []))
}
