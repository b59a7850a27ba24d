import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import OfficePackage
import Regulations
import TestSupport
import Testing

@testable import Checking
@testable import Forms

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// LibreOffice, which writes styles, tables, lists and text boxes in its own way.
private enum Office {
    static let path = "/usr/bin/soffice"

    /// Opens every file of a folder and saves it as another format in a folder of its own.
    static func save(allIn folder: URL, as format: OfficeFormat, in target: URL) -> Bool {
        let profile = "-env:UserInstallation=file://\(folder.path)-profile"
        let command =
            "\(path) \(profile) --headless --convert-to \(format.rawValue) --outdir '\(target.path)' '\(folder.path)'/* >/dev/null 2>&1"
        return unsafe system(command) == 0
    }
}

@Suite struct SavedByLibreOffice {
    /// A document with no fault, with one of the head and with one of the foot.
    private static let cases: [(name: String, fault: (right: String, wrong: String, rule: Rule)?)] = [
        ("dung", nil), ("dau", OddSetUps.faults[0]), ("cuoi", OddSetUps.faults[2]),
    ]

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: Office.path),
            "LibreOffice is not installed, so nothing says how its files are read"),
        arguments: OfficeFormat.allCases, OfficeFormat.allCases)
    func `a right document that LibreOffice has saved has no finding, and a fault in it is told`(
        from source: OfficeFormat, to target: OfficeFormat
    ) throws {
        try withScratchFolder { folder in
            let (before, after) = (folder.appending(path: "truoc"), folder.appending(path: "sau"))
            for folder in [before, after] {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            for (index, setUp) in SetUp.all.enumerated() {
                for (name, fault) in Self.cases {
                    var document = RightDocuments.plan
                    if let fault { document.replace(fault.right, with: fault.wrong) }
                    let file = before.appending(path: "\(index)-\(name).\(source.rawValue)")
                    try Data(setUp.bytes(of: document, as: source)).write(to: file)
                }
            }
            #expect(Office.save(allIn: before, as: target, in: after))
            for (index, setUp) in SetUp.all.enumerated() where !losesText(setUp, source, target) {
                for (name, fault) in Self.cases {
                    let file = after.appending(path: "\(index)-\(name).\(target.rawValue)").path
                    let read = try ReadDocument.reading(Archive(opening: file)).value
                    let told = OfficialCheck(of: read).findings.filter { $0.severity > .note }.map(\.rule)
                        .filter { !isOfPage($0) || !losesPage(setUp, target) }
                    #expect(told == (fault.map { [$0.rule] } ?? []), "\(setUp.testDescription), \(name)")
                }
            }
        }
    }

    /// LibreOffice writes no text into OpenDocument where a content control of Word stands around each run.
    private func losesText(_ setUp: SetUp, _ source: OfficeFormat, _ target: OfficeFormat) -> Bool {
        setUp.testDescription == SetUp.contentControls.testDescription && source == .docx && target == .odt
    }

    /// LibreOffice gives up the layout of the first page in a Word file that begins with a table in a table.
    private func losesPage(_ setUp: SetUp, _ target: OfficeFormat) -> Bool {
        setUp.testDescription == SetUp.framedHead.testDescription && target == .docx
    }

    private func isOfPage(_ rule: Rule) -> Bool { rule == .pageNumberOnFirstPage || rule == .pageMargin }
}
