import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TemplateLanguage
import Testing
import Values

/// One thing the language can do, shown by a template and data.
struct Feature: CustomTestStringConvertible, Sendable {
    /// The name of its golden file.
    let name: String
    let template: FeatureTemplate
    var data: Value = [:]
    /// Templates beside it, by name.
    var includes: [String: FeatureTemplate] = [:]
    var missing = MissingValue.isAnError
    var delimiters: String?

    var testDescription: String { name }

    init(
        _ name: String, _ data: Value = [:], includes: [String: FeatureTemplate] = [:],
        missing: MissingValue = .isAnError, delimiters: String? = nil, _ template: FeatureTemplate
    ) {
        self.name = name
        self.template = template
        self.data = data
        self.includes = includes
        self.missing = missing
        self.delimiters = delimiters
    }

    static let all: [Feature] = values + spans + tables + places + insertions

    static func document(_ template: FeatureTemplate, _ format: OfficeFormat) throws -> [UInt8] {
        switch format {
        case .docx: try WordFeature.document(template)
        case .odt: try OpenDocumentFeature.document(template)
        }
    }

    /// The template as a file, and what it becomes.
    func documents(_ format: OfficeFormat, in folder: URL) throws -> (template: [UInt8], result: [UInt8]) {
        for (name, included) in includes {
            let file = folder.appending(path: "\(name).\(format.rawValue)")
            try Data(Feature.document(included, format)).write(to: file)
        }
        let bytes = try Feature.document(template, format)
        let resources = Resources(folder: folder.path)
        let compiled = try Template(
            bytes: bytes, file: "\(name).\(format.rawValue)",
            delimiters: delimiters.map { pair in try Delimiters(parsing: pair) }, includes: resources)
        return (bytes, try compiled.render(data, missing: missing, pictures: resources))
    }

    /// A picture as the data give it.
    static let picture: Value = .text(
        "data:image/png;base64," + Data(SamplePicture.png).base64EncodedString())
}
