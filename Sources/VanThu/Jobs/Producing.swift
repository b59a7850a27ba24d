internal import Container
public import Diagnostics
internal import DocumentTemplates
internal import Files
internal import Forms
internal import OfficePackage
internal import Planning
internal import Values

extension Clerk {
    /// Makes a document in every format asked for and puts the files in their places.
    ///
    /// The user's own template, `mau/` in the workspace with the name of the shipped form, takes precedence over the shipped one.
    /// `environment` is where LibreOffice is looked for (`PATH`); it matters for PDF only.
    public func produce(_ job: Job, from workspace: String, environment: [String: String]) throws(Failure)
        -> Reported<[WrittenFile]>
    {
        try InputLedger.duringOneJob { () throws(Failure) in
            let targets = formats.map { path(of: "\(job.fileName).\($0.rawValue)", in: folder) }
            var collected = CollectedDiagnostics()
            let printer =
                formats.contains(.pdf)
                ? collected.attempt { () throws(Failure) in try LibreOffice(in: environment) } : nil
            let settings = collected.attempt { () throws(Failure) in try SettingsShelf.settings(in: workspace)
            }
            let read = collected.attempt { () throws(Failure) in
                try Workspace.reading(folder: workspace, leaving: job.unusedData)
            }
            let form = job.form(for: read?.value)
            let profile = settings?.flatMap { $0.profile(for: form) } ?? form.profile
            let source = collected.take(read)
            let isDocument = formats.contains { $0 != .xlsx }
            let values =
                !isDocument
                ? nil
                : source.flatMap { source in
                    collected.attempt { () throws(Failure) in try job.data(of: source, under: profile) }
                }
            let workbook =
                !formats.contains(.xlsx)
                ? nil
                : source.flatMap { source in
                    collected.attempt { () throws(Failure) in try job.workbook(of: source) }
                }
            let choice = TemplateChoice(
                form: form, profile: profile, workspace: workspace, formats: formats,
                appendices: values?.appendices ?? [], planType: values?.planType, table: values?.tableShape)
            let templates = collected.attempt { () throws(Failure) in try choice.templates() }
            let compiled = collected.take(templates)
            // Faults of the output and of the data are for the same person: both are told in one run.
            collected.addObstacles(to: targets, existing: existing)
            try collected.throwErrors()
            guard let compiled else { preconditionFailure("a step without a result has failed") }
            var rendered: [OfficeFormat: [UInt8]] = [:]
            for template in compiled {
                rendered[template.format] = collected.attempt { () throws(Failure) in
                    try template.render(values ?? [:], pictures: Resources(folder: workspace))
                }
            }
            try collected.throwErrors()
            var pdf: [UInt8]?
            if let printer, let source = rendered[choice.printedFormat] {
                let document = LibreOffice.Document(
                    name: targets[0], fileExtension: choice.printedFormat.rawValue, bytes: source)
                pdf = try printer.pdfs(of: [document]).first
            }
            var publication = Publication(existing: existing)
            var files: [WrittenFile] = []
            for (format, target) in zip(formats, targets) {
                let other = format == .xlsx ? workbook : pdf
                guard let bytes = format.office.map({ rendered[$0] }) ?? other else {
                    preconditionFailure("every format that was asked for has been made")
                }
                try publication.stage(bytes, at: target)
                files.append(WrittenFile(path: target, byteCount: bytes.count))
            }
            try publication.publish()
            return Reported(files, warnings: collected.diagnostics)
        }
    }
}
