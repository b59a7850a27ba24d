public import Container
public import Diagnostics
public import DocumentTemplates
public import TemplateLanguage
internal import Values

extension Clerk {
    /// How a template is filled.
    public struct Filling: Hashable, Sendable {
        public var delimiters: Delimiters?
        public var missing: MissingValue

        public init(delimiters: Delimiters? = nil, missing: MissingValue = .isAnError) {
            self.delimiters = delimiters
            self.missing = missing
        }
    }

    /// Fills any template with the data of a YAML, JSON or CSV file.
    ///
    /// Pictures are looked for beside the data, other templates beside the template.
    /// The result is of the template's format, or a PDF when `output` ends in `.pdf`; rows of a CSV file are the list `dong`.
    public static func render(
        _ template: String,
        with data: String,
        _ filling: Filling = Filling(),
        to output: String,
        existing: Publication.Existing = .kept,
        environment: [String: String]
    ) throws(Failure) -> Reported<[WrittenFile]> {
        let wanted = WrittenFile(path: output, byteCount: 0).fileExtension
        var findings = Findings(Publication.obstacles(to: [output], existing: existing))
        let printer =
            wanted == OutputFormat.pdf.rawValue
            ? findings.attempt { () throws(Failure) in try LibreOffice(in: environment) } : nil
        let values = findings.attempt { () throws(Failure) in try Value(opening: data).asRecord }
        let compiled = findings.attempt { () throws(Failure) in
            try Template(
                opening: template,
                delimiters: filling.delimiters,
                includes: Resources(folder: parentFolder(of: template))
            )
        }
        if let compiled, printer == nil, wanted != OutputFormat.pdf.rawValue,
            wanted != compiled.format.rawValue
        {
            findings.add(.otherFormat(output, template: compiled))
        }
        try findings.throwErrors()
        guard let values, let compiled else { preconditionFailure("a step without a result has failed") }

        var bytes = try compiled.render(
            values,
            missing: filling.missing,
            pictures: Resources(folder: parentFolder(of: data))
        )
        if let printer {
            let document = LibreOffice.Document(
                name: output,
                fileExtension: compiled.format.rawValue,
                bytes: bytes
            )
            bytes = try printer.pdfs(of: [document])[0]
        }
        var publication = Publication(existing: existing)
        try publication.stage(bytes, at: output)
        try publication.publish()
        return Reported([WrittenFile(path: output, byteCount: bytes.count)])
    }
}

/// The folder that a file is in.
private func parentFolder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

extension Value {
    /// A list by itself, such as the rows of a CSV file, gets the name `dong`.
    fileprivate var asRecord: Value {
        if case .list = self { ["dong": self] } else { self }
    }
}

extension Diagnostic {
    fileprivate static func otherFormat(_ output: String, template: Template) -> Diagnostic {
        let format = template.format.rawValue
        return Diagnostic(
            "output.other-format",
            Wording(
                "mẫu là .\(format), nên kết quả phải là .\(format) hoặc .pdf",
                en: "the template is a .\(format), so the result has to be a .\(format) or a .pdf"
            ),
            at: .file(output),
            fix: Wording("đổi đuôi của tệp kết quả", en: "change the extension of the output file")
        )
    }
}
