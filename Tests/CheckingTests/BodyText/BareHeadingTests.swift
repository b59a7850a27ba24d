import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// A number or a letter alone on its line, with its mark.
@Test(arguments: [
    ("1.", true), ("12.", true), ("1)", true), ("a)", true), ("đ)", true), ("b.", true), ("I.", true),
    ("IV.", true), ("XVII.", true), ("XXXVIII.", true), ("XXXIX.", true), ("XL.", false), ("C.", false),
    ("1", false), ("1:", false), ("ab)", false), ("A)", false), ("1. Việc", false), ("IVa.", false),
    (".", false), ("{so}.", false),
]) func `a number has a text of its own`(line: String, isTold: Bool) throws {
    var document = RightDocuments.plan
    document.insert([FormStyle.body(line)], .after, Mutation.lastPoint)
    let told = OfficialCheck(of: try document.read(as: .docx)).findings
    #expect(
        told.contains { $0.rule == .headingEmpty && $0.excerpt == line } == isTold,
        "\(told.map { "\($0.rule.code.rawValue) \($0.excerpt)" })")
}
