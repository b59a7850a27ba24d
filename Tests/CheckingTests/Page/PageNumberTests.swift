import OfficeDocument
import OfficePackage
import Testing

@testable import Checking
@testable import Forms

/// Page numbers are looked at in every kind of document: a letter has no name of a type, only its foot.
@Suite struct PageNumberTests {
    private static let documents: [@Sendable () -> Document] = [
        { RightDocuments.plan }, Mutation.letter, Mutation.submission, Mutation.decision,
    ]

    @Test(arguments: documents.indices, OfficeFormat.allCases)
    func `a wrong number is told in every kind of document`(index: Int, format: OfficeFormat) throws {
        let changes: [(Rule?, @Sendable (inout ParagraphStyle) -> Void)] = [
            (nil, { _ in }), (.pageNumberLook, { $0.character.slant = .italic }),
            (.pageNumberPlace, { $0.paragraph.alignment = .right }),
            (.pageNumberLook, { $0.character.size = 12 }), (nil, { $0.character.size = 13 }),
            (nil, { $0.character.size = 14 }), (.pageNumberLook, { $0.character.size = 15 }),
        ]
        for (place, (rule, change)) in changes.enumerated() {
            var document = Self.documents[index]()
            document.change(style: .pageNumber, change)
            let told = OfficialCheck(of: try document.read(as: format)).findings.map(\.rule)
            let ofNumbers: Set<Rule> = [
                .pageNumberLook, .pageNumberPlace, .pageNumberOnFirstPage, .pageNumberMissing,
            ]
            #expect(Set(told).intersection(ofNumbers) == Set([rule].compactMap { $0 }), "\(place): \(told)")
        }
    }

    @Test(arguments: [
        (#"w:hAnchor="margin" w:xAlign="center""#, false), (#"w:hAnchor="margin" w:xAlign="right""#, true),
        (#"w:hAnchor="margin" w:x="100""#, true), (#"w:w="9000" w:xAlign="center""#, true),
    ]) func `a frame puts the number where it is aligned`(frame: String, isTold: Bool) throws {
        let setUp = SetUp(
            testDescription: "",
            arranging: { $0.change(style: .pageNumber) { $0.paragraph.alignment = .left } },
            packing: { part, markup, _ in
                part.contains("header")
                    ? markup.replacing("</w:pPr>", with: "<w:framePr \(frame)/></w:pPr>") : markup
            })
        let told = OfficialCheck(of: try setUp.read(RightDocuments.plan, as: .docx)).findings.map(\.rule)
        #expect(told.contains(.pageNumberPlace) == isTold, "\(told)")
    }
}
