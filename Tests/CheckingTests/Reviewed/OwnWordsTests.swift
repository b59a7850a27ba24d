import Diagnostics
import OfficeDocument
import OfficePackage
import Regulations
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

extension Missed {
    /// What readers of unseen documents missed in capitals, dashes and shares.
    static let ofWords: [Missed] = [
        text(
            "the people by themselves", .nationWordCapital, ["Nâng cao đời sống nhân dân trên địa bàn."],
            [
                "Ủy ban nhân dân tỉnh, Hội đồng nhân dân; quỹ tín dụng nhân dân, lực lượng vũ trang nhân dân.",
                "Đổi tiền của nhân dân tệ, đời sống Nhân dân, quần chúng nhân dân.",
            ]),
        text(
            "the people again", .nationWordCapital, ["Thông báo đến nhân dân, vận động nhân dân."],
            ["Thông báo đến Nhân dân, lao động nhân dân."]),
        text(
            "a paragraph between two that are ended", .sentenceEnd,
            [
                "\(RightDocuments.sentence).", "Tỷ lệ này ảnh hưởng trực tiếp đến việc bố trí người",
                "\(RightDocuments.sentence).",
            ],
            [
                "\(RightDocuments.sentence).", "Tỷ lệ này ảnh hưởng trực tiếp đến việc bố trí",
                "\(RightDocuments.sentence).", "Ngắn.", "Tỷ lệ này ảnh hưởng trực tiếp đến việc bố trí người",
                "\(RightDocuments.sentence).",
            ]),
        text(
            "its own type in small letters", .ownTypeCapital,
            ["Các đơn vị triển khai kế hoạch này, báo cáo Sở."],
            [
                "Các đơn vị triển khai Kế hoạch này; những kế hoạch này, bản kế hoạch này của xã.",
                "Theo quyết định này, kế hoạch năm.",
            ]),
        text(
            "the same names with two dashes", .dashMixed,
            ["Tuyến Cát Vân – Yên Cát.", "Tuyến Yên Cát - Cát Vân."],
            [
                "Tuyến Cát Vân - Yên Cát.", "Tuyến Bãi Trành – Xuân Bình.",
                "Theo Quyết định số 15/QĐ-UBND về kinh tế – xã hội; kinh tế- xã hội.",
            ]),
    ]
}

@Test(arguments: Missed.ofWords, OfficeFormat.allCases)
func `capitals, dashes and a document's own name are told`(missed: Missed, format: OfficeFormat) throws {
    #expect(try missed.tells(true, as: format))
    #expect(try !missed.tells(false, as: format))
}

@Test(arguments: OfficeFormat.allCases) func `every place of the people and of the own type is counted`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let texts = ["Theo kế hoạch này, giúp nhân dân.", "Theo kế hoạch này, giúp nhân dân."]
    document.insert(texts.map { FormStyle.body($0) }, .after, Mutation.lastPoint)
    let found = OfficialCheck(of: try document.read(as: format)).findings
    #expect(Set(found.map(\.rule)) == [.nationWordCapital, .ownTypeCapital])
    #expect(found.map(\.furtherPlaces) == [1, 1])
}

@Test(
    arguments: [
        ("80,0", false), ("80", false), ("80,9", false), ("81,0", true), ("79,0", true), ("79,1", false),
        ("80%", false), ("", false), ("đạt", false), ("8.0", false),
    ], OfficeFormat.allCases) func `a share is what was done by the plan`(
        row: (share: String, isTold: Bool), format: OfficeFormat
    ) throws
{
    var document = RightDocuments.plan
    document.insert([Mutation.ratios(row.share)], .after, Mutation.lastPoint)
    let found = OfficialCheck(of: try document.read(as: format)).findings.filter { $0.rule == .tableRatio }
    #expect(found.map(\.right.vietnamese) == (row.isTold ? ["120 trên 150 là 80,0 %"] : []))
}

@Test(arguments: OfficeFormat.allCases)
func `columns and lines that many tabs or blanks push are told as a note`(format: OfficeFormat) throws {
    func told(_ document: ReadDocument) -> [Rule] { OfficialCheck(of: document).findings.map(\.rule) }
    #expect(told(try SetUp.blankHead.read(RightDocuments.plan, as: format)) == [.alignmentTyped])
    #expect(told(try SetUp.tabbedHead.read(RightDocuments.plan, as: format)) == [])
    let tab = Run([.tab])
    let stop = TabStop(position: .millimetres(20), kind: "left")
    for (tabs, stops, isTold) in [([tab], [], false), ([tab, tab], [], true), ([tab, tab], [stop], false)] {
        var document = RightDocuments.plan
        document.change("KT. GIÁM ĐỐC") {
            $0.runs = tabs + [Run("KT. GIÁM ĐỐC")]
            $0.format.tabs = stops.isEmpty ? nil : stops
        }
        #expect(told(try document.read(as: format)).contains(.alignmentTyped) == isTold)
    }
}
