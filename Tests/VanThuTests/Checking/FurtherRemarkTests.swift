import Checking
import Container
import Diagnostics
import FoundationEssentials
import OfficeDocument
import Regulations
import TestSupport
import Testing
import VanThu

/// The further places of a fault in copies with comments: each that is mended by hand has one of its own.
@Suite struct FurtherRemarkTests {
    @Test(arguments: [true, false]) func `further places have comments where a person must mend them`(
        isByHand: Bool
    ) throws {
        try withScratchFolder { folder in
            let lists = folder.appending(path: "du-lieu")
            try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
            let right = isByHand ? "{dung: phương án, chi_bao: true}" : "phương án"
            let list = "nguon: x\nchinh_ta: {kế hoạch: \(right)}\n"
            try Data(list.utf8).write(to: lists.appending(path: "ten.yaml"))
            let made = try Clerk(folder: folder.path).produce(
                .plan, from: TheExample.workspace, environment: [:])
            let plan = try #require(made.value.map(\.path).first { $0.hasSuffix(".docx") })
            let (file, copy) = ("\(folder.path)/goc.docx", "\(folder.path)/nhan-xet.docx")
            try FileManager.default.copyItem(atPath: plan, toPath: file)
            let checked = try Clerk.check(file, making: .annotated(copy, .kept, .vietnamese))
            let told = checked.findings.filter { $0.rule.code.rawValue == "format.spelling" }
            let places = told.flatMap { [$0.place] + $0.further.map(\.place) }.compactMap(\.self)
            try #require(Set(places).count > told.count)
            let read = try ReadDocument.reading(Archive(opening: copy)).value
            let remarks = read.comments.filter {
                $0.blocks.paragraphs.first?.text.hasPrefix("format.spelling") == true
            }
            #expect(remarks.count == (isByHand ? Set(places).count : told.count))
        }
    }
}
