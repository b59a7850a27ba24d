internal import Checking
public import Container
public import Diagnostics
internal import Files
internal import OfficeDocument
internal import Regulations

extension Clerk {
    /// Holds a document against the official format and writes it to `output` with a comment at each finding, everything else untouched.
    ///
    /// Nothing is written unless the document was judged. Throws what keeps the file from being written, `output.is-input` among it.
    public static func check(
        _ document: String, by terms: CheckTerms = CheckTerms(), annotatedAt output: String,
        existing: Publication.Existing = .kept, in language: Language, environment: [String: String] = [:]
    ) throws(Failure) -> CheckedDocument {
        try InputLedger.duringOneJob { () throws(Failure) in
            var findings = Findings()
            let terms = findings.attempt { () throws(Failure) in try ReadCheckTerms(terms, for: [document]) }
            guard let terms else {
                findings.addObstacles(to: [output], existing: existing)
                try findings.throwErrors()
                preconditionFailure("a step without a result has failed")
            }
            var examination = examine(document, by: terms, environment: environment)
            findings.addObstacles(to: [output], existing: existing)
            guard let judged = examination.judged else {
                try findings.throwErrors()
                if !examination.result.hasErrors {
                    examination.result.diagnostics.append(.notAnnotated(document))
                }
                return examination.result
            }
            if !judged.isFileItself { findings.add(.convertedForReading(document)) }
            let ending = judged.document.fileExtension
            if judged.isFileItself, WrittenFile(path: output, byteCount: 0).fileExtension != ending {
                findings.add(.otherExtension(output, wanted: ending))
            }
            if judged.document.traits.contains(.signature) { findings.add(.signed(document)) }
            try findings.throwErrors()
            let body = judged.document.paragraphs.first?.place.part
            let annotations = judged.check.findings.map { finding in
                Annotation(
                    at: finding.place?.element, by: "vanthu", lines: finding.remark(body: body, in: language))
            }
            let bytes = try judged.document.annotated(with: annotations, in: judged.archive)
            var publication = Publication(existing: existing)
            try publication.stage(bytes, at: output)
            try publication.publish()
            examination.result.annotated = output
            return examination.result
        }
    }
}

extension ReadDocument {
    /// The ending that belongs to its format: a template file has one of its own.
    var fileExtension: String {
        switch (format, traits.contains(.template)) {
        case (.docx, false): "docx"
        case (.docx, true): "dotx"
        case (.odt, false): "odt"
        case (.odt, true): "ott"
        }
    }
}

extension Finding {
    /// What the comment at the finding says, line by line.
    ///
    /// `body` is the part whose paragraphs comments can hang on: a finding elsewhere says where.
    fileprivate func remark(body: String?, in language: Language) -> [String] {
        func line(_ vietnamese: String, _ english: String) -> String {
            Wording(vietnamese, en: english).text(in: language)
        }
        var lines = [
            "\(rule.code.rawValue) (\(severity.name(in: language)))",
            line("Thấy: \(found.vietnamese)", "Found: \(found.english)"),
            line("Đúng: \(right.vietnamese)", "Right: \(right.english)"),
            line("Theo: \(clause)", "Clause: \(clause)"),
        ]
        if let place, place.part != body {
            lines.append(
                line(
                    "Chỗ: \(place.part), đoạn \(place.number) “\(excerpt)”",
                    "Place: \(place.part), paragraph \(place.number) “\(excerpt)”"))
        }
        if furtherPlaces > 0 {
            lines.append(line("Còn \(furtherPlaces) chỗ nữa", "Further places: \(furtherPlaces)"))
        }
        switch mending {
        case .automatic: lines.append(line("Tự sửa được", "Can be mended automatically"))
        case .byHand: lines.append(line("Sửa tay", "To be mended by hand"))
        }
        return lines
    }
}

extension Diagnostic {
    fileprivate static func convertedForReading(_ path: String) -> Diagnostic {
        .error(
            "check.old-word-file", at: .file(path),
            "tệp Word đời cũ (.doc) không gắn nhận xét được mà giữ nguyên mọi thứ khác",
            en: "an old Word file (.doc) cannot be given comments with all else untouched",
            fix: "mở bằng Word, lưu thành .docx rồi chạy lại",
            en: "open it in Word, save it as .docx and run this again")
    }

    fileprivate static func notAnnotated(_ path: String) -> Diagnostic {
        .error(
            "check.not-annotated", at: .file(path),
            "văn bản không được kiểm tra nên không có bản có nhận xét",
            en: "the document was not judged, so no copy with comments was written")
    }

    static func otherExtension(_ output: String, wanted ending: String) -> Diagnostic {
        .error(
            "check.other-format", at: .file(output),
            "tên tệp kết quả phải có đuôi .\(ending) như định dạng của văn bản",
            en: "the file to write must end in .\(ending), the document's own format",
            fix: "đổi đuôi tệp kết quả", en: "change the ending of the file to write")
    }
}
