import Container
import DocumentTemplates
import Forms
import FoundationEssentials
import OfficeDocument
import OfficePackage
import TemplateLanguage
import TestSupport
import Testing
import Values
import XMLTree

@testable import VanThu

private let samples = packageFolder.appending(path: "examples/van-ban").path

@Suite struct ShippedForms {
    @Test(arguments: Form.allCases, OfficeFormat.allCases)
    func `a form compiled as it is made renders byte for byte what its file renders`(
        form: Form, format: OfficeFormat
    ) throws {
        let file = form.fileName(as: format)
        let direct = try Template(form.document(), as: format, file: file, delimiters: .braces)
        let zipped = try Template(bytes: form.template(as: format), file: file)
        #expect(direct.format == format)
        #expect(direct.paths == zipped.paths)
        #expect(direct.fields == zipped.fields)
        let sample = "\(samples)/\(form.rawValue).yaml"
        let data: Value =
            FileManager.default.fileExists(atPath: sample) ? try Value(opening: sample) : ["so": "12"]
        for missing in [MissingValue.isBlank, .keepsTheTag] {
            #expect(try direct.render(data, missing: missing) == zipped.render(data, missing: missing))
        }
    }

    @Test(arguments: Form.allCases, OfficeFormat.allCases)
    func `a form's trees are those that reading its parts gives`(form: Form, format: OfficeFormat) throws {
        for part in form.document().parts(as: format) {
            guard case .tree(let root) = part.content else { continue }
            #expect(try Element(parsing: part.bytes, file: part.name) == root, "\(part.name)")
        }
    }
}
