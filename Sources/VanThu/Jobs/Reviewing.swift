public import Container
public import Diagnostics
public import DocumentTemplates
internal import Files
internal import OfficePackage
public import TemplateLanguage
internal import Values

extension Clerk {
    /// The fields a template needs, in words: a tree, then the word processor's own fields and the templates it puts in.
    public static func inspect(
        _ template: String, delimiters: Delimiters? = nil, filters: [HostFilter] = [], in language: Language
    ) throws(Failure) -> String {
        let template = try Template(
            opening: template, delimiters: delimiters, includes: .folder(of: template), filters: filters)
        var text = template.file + "\n" + template.fields.text(in: language)
        if template.fields.fields.isEmpty {
            text += Wording("không cần dữ liệu nào\n", en: "it needs no data\n").text(in: language)
        }
        let groups: [(title: Wording, lines: [String])] = [
            (
                Wording("Trường trộn thư, điền như thẻ", en: "Merge fields, filled like tags"),
                template.lines(of: .mergeField, in: language)
            ),
            (
                Wording(
                    "Ô nhập và trường của văn bản, điền khi dữ liệu có tên",
                    en: "Content controls and document fields, filled when the data has the name"),
                template.lines(of: .control, in: language)
            ),
            (
                Wording("Trường giữ nguyên", en: "Fields that stay as they are"),
                template.lines(of: .leftAlone, in: language)
            ),
            (
                Wording("Mẫu được chèn", en: "Included templates"),
                template.includes.map { "\($0.whole)  \($0.place.text(in: language))" }
            ),
            (
                Wording("Bộ lọc riêng của chương trình", en: "Filters of the program's own"),
                template.filters.map { "\($0.names)  \($0.summary.text(in: language))" }
            ),
        ]
        for group in groups where !group.lines.isEmpty {
            text += "\n\(group.title.text(in: language)):\n" + group.lines.map { "  \($0)\n" }.joined()
        }
        return text
    }

    /// The data a template needs, as an indented JSON Schema with a line end.
    public static func inspectionSchema(
        of template: String, delimiters: Delimiters? = nil, filters: [HostFilter] = []
    ) throws(Failure) -> String {
        let template = try Template(
            opening: template, delimiters: delimiters, includes: .folder(of: template), filters: filters)
        return String(decoding: template.schema.json(.indented), as: UTF8.self)
    }

    /// Every mistake of a template, and with a data file, or one of rows, what would go wrong when filling it; warnings and notes are returned.
    ///
    /// Throws when there is an error, with everything else that was found.
    public static func lint(
        _ template: String, with data: String? = nil, rows: NamedRows? = nil, delimiters: Delimiters? = nil
    ) throws(Failure) -> [Diagnostic] {
        var collected = CollectedDiagnostics()
        let values = collected.attempt { () throws(Failure) -> Value? in
            let value = try data.map { data throws(Failure) in try Value(opening: data) }
            guard let rows else { return value }
            return try rows.added(to: value ?? [:], of: data)
        }
        let review = collected.attempt { () throws(Failure) in
            try TemplateReview(opening: template, delimiters: delimiters, includes: .folder(of: template))
        }
        var found = collected.diagnostics + (review?.diagnostics ?? [])
        if let review, let data = data ?? rows?.file, let values = values.flatMap({ $0 }) {
            let completed =
                review.draft.map { OfficialHead.completing(values, for: $0).named(for: $0) } ?? values
            let isOfficial = review.draft.map { OfficialHead.profile(for: $0) != nil } ?? false
            let filling = review.diagnostics(
                filling: completed, from: data, rowFiles: rows.map { [$0.name: $0.file] } ?? [:],
                pictures: .folder(of: data)
            ).filter { !isOfficial || !OfficialHead.explains($0) }
            // A doubt about a tag is told as the error that it has come to.
            found.removeAll { doubt in
                filling.contains { $0.code == doubt.code && $0.location == doubt.location }
            }
            found += filling
        }
        if let failure = Failure(found) { throw failure }
        return found
    }

    /// Writes a template with its merge fields, content controls and document fields turned into tags.
    ///
    /// With a data file, content controls and document fields become tags only when the data has their names.
    public static func convertToTags(
        _ template: String, for data: String? = nil, delimiters: Delimiters? = nil, to output: String,
        existing: Publication.Existing = .kept
    ) throws(Failure) -> Reported<[WrittenFile]> {
        try InputLedger.duringOneJob { () throws(Failure) in
            var collected = CollectedDiagnostics()
            let values = collected.attempt { () throws(Failure) in
                try data.map { data throws(Failure) in try Value(opening: data) }
            }
            let conversion = collected.attempt { () throws(Failure) in
                try TagConversion(opening: template, for: values.flatMap { $0 }, delimiters: delimiters)
            }
            let wanted = WrittenFile(path: output, byteCount: 0).fileExtension
            if let conversion, wanted != conversion.format.rawValue {
                collected.add(.otherFormat(output, template: conversion.format))
            }
            collected.addObstacles(to: [output], existing: existing)
            try collected.throwErrors()
            guard let conversion else { preconditionFailure("a step without a result has failed") }
            var publication = Publication(existing: existing)
            try publication.stage(conversion.bytes, at: output)
            return Reported(
                [WrittenFile(path: output, byteCount: conversion.bytes.count)],
                warnings: try publication.publish(
                    telling: conversion.convertedCount == 0 ? [.nothingToConvert(template)] : []))
        }
    }
}

extension Diagnostic {
    fileprivate static func nothingToConvert(_ template: String) -> Diagnostic {
        .warning(
            "template.nothing-to-convert", at: .file(template),
            "mẫu không có trường nào đổi được thành thẻ; tệp mới giống tệp cũ",
            en: "the template has no field that can become a tag; the new file is like the old one")
    }

    fileprivate static func otherFormat(_ output: String, template: OfficeFormat) -> Diagnostic {
        .error(
            "output.other-format", at: .file(output),
            "mẫu là .\(template.rawValue), nên tệp mới phải là .\(template.rawValue)",
            en: "the template is a .\(template.rawValue), so the new file has to be one",
            fix: "đổi đuôi của tệp kết quả", en: "change the extension of the output file")
    }
}

extension Template {
    fileprivate func lines(of kind: NativeField.Kind, in language: Language) -> [String] {
        var places: [String: [NativeField]] = [:]
        var names: [String] = []
        for field in nativeFields where field.kind == kind {
            if places[field.name] == nil { names.append(field.name) }
            places[field.name, default: []].append(field)
        }
        return names.map { name in
            let fields = places[name] ?? []
            let times = fields.count > 1 ? " (\(fields.count)×)" : ""
            return "\(name)\(times)  \(fields[0].place.text(in: language))"
        }
    }
}
