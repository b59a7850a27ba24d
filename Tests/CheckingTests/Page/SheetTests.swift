import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// The margins and what the decree asks of each; they may be off by what rounding costs, half a millimetre.
enum MarginCase: CaseIterable {
    case top, bottom, left, right

    var asked: ClosedRange<Double> {
        switch self {
        case .top, .bottom: 20...25
        case .left: 30...35
        case .right: 15...20
        }
    }

    func set(_ width: Double, in page: inout PageSetup) {
        switch self {
        case .top: page.top = .millimetres(width)
        case .bottom: page.bottom = .millimetres(width)
        case .left: page.left = .millimetres(width)
        case .right: page.right = .millimetres(width)
        }
    }
}

@Test(arguments: MarginCase.allCases) func `a margin may be off by half a millimetre`(margin: MarginCase)
    throws
{
    let asked = margin.asked
    let widths = [
        (asked.lowerBound - 0.6, true), (asked.lowerBound - 0.5, false), (asked.lowerBound, false),
        (asked.upperBound, false), (asked.upperBound + 0.5, false), (asked.upperBound + 0.6, true),
    ]
    for (width, isTold) in widths {
        var file = try RightDocuments.plan.read(as: .docx)
        margin.set(width, in: &file.sections[0].page)
        let told = OfficialCheck(of: file).findings.map(\.rule)
        #expect(told.contains(.pageMargin) == isTold, "\(width) mm: \(told)")
    }
}

@Test(arguments: [
    (208.9, 297.0, true), (209.0, 297.0, false), (211.0, 297.0, false), (211.1, 297.0, true),
    (210.0, 295.9, true), (210.0, 296.0, false), (210.0, 298.0, false), (210.0, 298.1, true),
]) func `a sheet may be off by a millimetre`(width: Double, height: Double, isTold: Bool) throws {
    var file = try RightDocuments.plan.read(as: .docx)
    file.sections[0].page.width = .millimetres(width)
    file.sections[0].page.height = .millimetres(height)
    let told = OfficialCheck(of: file).findings.map(\.rule)
    #expect(told.contains(.pageSize) == isTold, "\(told)")
}

@Test func `a number that a later section has at the foot is not given twice`() throws {
    for hasNumber in [true, false] {
        var document = RightDocuments.planWithAppendix
        for _ in 0..<40 { document.insert([FormStyle.body(Mutation.lead)], .before, Mutation.firstPoint) }
        var file = try document.read(as: .docx)
        if hasNumber { file.sections[1].footers = file.sections[1].headers }
        for section in file.sections.indices { file.sections[section].headers = [:] }
        let told = OfficialCheck(of: file).findings.filter { $0.rule == .pageNumberMissing }
        #expect(told.map(\.mends.isEmpty) == [hasNumber])
    }
}
