internal import Batches
internal import Diagnostics
internal import Files
internal import VanThu

/// One run of the tool, from the words of the command line to the exit status.
struct Session: Sendable {
    let preferences: Preferences
    private let words: CommandLineWords
    private let environment: [String: String]

    init(arguments: [String], environment: [String: String]) {
        words = CommandLineWords(sorting: arguments)
        preferences = Preferences(words, environment: environment)
        self.environment = environment
    }

    /// Does what was asked, says what came of it, and returns what the process ends with.
    func run() -> ProcessStatus {
        do throws(Failure) { return report(try outcome()) } catch { return report(error) }
    }

    /// Throws every fault of the command line at once.
    func outcome() throws(Failure) -> Outcome {
        var arguments = Arguments(words)
        _ = arguments.value(
            of: .language,
            otherwise: Wording("ghi --ngon-ngu vi hoặc --ngon-ngu en", en: "write --lang vi or --lang en")
        ) { Language(rawValue: $0) }
        let limits = arguments.setLimits()
        let asksForHelp = arguments.has(.help) || words.isEmpty
        let isGeneral = asksForHelp || arguments.has(.version)
        let command = isGeneral ? nil : words.command?.init(&arguments)
        if let failure = Failure(arguments.faults) { throw failure }
        if arguments.has(.version) { return .answer("vanthu \(VanThu.version)\n") }
        if asksForHelp {
            return .answer(words.command?.syntax.help(in: language) ?? Commands.overview(in: language))
        }
        guard let command else { preconditionFailure("a command line without a command has a fault") }
        if limits.contains(.time) || !command.worksThroughMany {
            Leftover.end(after: .seconds(Limit.time.value)) { report(Failure(.tookTooLong)).rawValue }
        }
        return try command.run(Surroundings(environment: environment, preferences: preferences))
    }

    private var language: Language { preferences.language }

    private func report(_ outcome: Outcome) -> ProcessStatus {
        let text: String
        var status = ProcessStatus.done
        switch outcome {
        case .answer(let answer, let ending): (text, status) = (answer, ending)
        case .told(let answer):
            tell(answer.warnings)
            text = answer.value
        case .files(let files):
            tell(files.warnings)
            if preferences.isJSON {
                text = json(.done, outputs: files.value, diagnostics: files.warnings)
            } else {
                text = preferences.isQuiet ? "" : table(of: files.value)
            }
        case .started(let files, let next):
            tell(files.warnings)
            if preferences.isJSON {
                text = json(.done, outputs: files.value, diagnostics: files.warnings)
            } else {
                text = preferences.isQuiet ? "" : table(of: files.value) + next.text(in: language) + "\n"
            }
        case .findings(let file, let diagnostics):
            tell(diagnostics)
            if preferences.isJSON {
                text = json(.done, outputs: [], diagnostics: diagnostics)
            } else {
                text = preferences.isQuiet ? "" : summary(of: diagnostics, in: file)
            }
        case .batch(let result):
            if result.progress.failed > 0 { status = .input }
            // Standard output may be the manifest's.
            let isQuiet = preferences.isQuiet || result.isManifestPrinted
            text = isQuiet ? "" : preferences.isJSON ? result.json : result.text(in: language)
        case .folder(let path, let done, let failed):
            if failed > 0 { status = .input }
            let result = BatchResult(progress: BatchProgress(done: done, failed: failed), output: path)
            text = preferences.isQuiet ? "" : preferences.isJSON ? result.json : result.text(in: language)
        case .checkedFolder(let report, let faultless, let faulty):
            if faulty > 0 { status = .input }
            let result = BatchResult(progress: BatchProgress(done: faultless, failed: faulty), output: report)
            text =
                preferences.isQuiet ? "" : preferences.isJSON ? result.json : result.checkText(in: language)
        }
        guard Terminal.print(text) else { return report(Failure(.unwritableStandardOutput)) }
        return status
    }

    private func report(_ failure: Failure) -> ProcessStatus {
        tell(failure.diagnostics)
        let status = failure.processStatus
        if preferences.isJSON { Terminal.print(json(status, outputs: [], diagnostics: failure.diagnostics)) }
        return status
    }

    /// Diagnostics in words, unless they are in the JSON report already.
    private func tell(_ diagnostics: [Diagnostic]) {
        guard !preferences.isJSON, !diagnostics.isEmpty else { return }
        let lines = diagnostics.map { $0.text(in: preferences.language) + "\n" }
        Terminal.printToStandardError(lines.joined())
    }

    private func summary(of diagnostics: [Diagnostic], in file: String) -> String {
        let warnings = diagnostics.count { $0.severity == .warning }
        let notes = diagnostics.count { $0.severity == .note }
        let words = Wording(
            "\(file.inOneLine): không có lỗi; \(warnings) cảnh báo, \(notes) lưu ý\n",
            en: "\(file.inOneLine): no errors; warnings: \(warnings), notes: \(notes)\n")
        return words.text(in: preferences.language)
    }

    private func json(_ status: ProcessStatus, outputs: [WrittenFile], diagnostics: [Diagnostic]) -> String {
        RunReport(status: status, outputs: outputs, diagnostics: diagnostics, language: preferences.language)
            .json
    }

    private func table(of files: [WrittenFile]) -> String {
        let paths = files.map(\.path.inOneLine)
        let width = paths.map(\.count).max() ?? 0
        let lines = zip(files, paths).map { file, path in
            let size = sizeInKilobytes(file.byteCount, language: preferences.language)
            let gap = String(repeating: " ", count: width - path.count + max(0, 6 - size.count))
            return "\(path)  \(gap)\(size) kB\n"
        }
        return lines.joined()
    }
}

/// Thousands of bytes with one decimal, `12,3`; no file counts as nothing.
private func sizeInKilobytes(_ count: Int, language: Language) -> String {
    let tenths = max(1, (count + 50) / 100)
    let mark = language == .vietnamese ? "," : "."
    return "\(tenths / 10)\(mark)\(tenths % 10)"
}

extension Diagnostic {
    static var tookTooLong: Diagnostic {
        Diagnostic(
            "system.took-too-long",
            Wording(
                "chưa xong sau \(Limit.time.value) giây nên đã dừng",
                en: "not finished after \(Limit.time.value) seconds, and stopped"), cause: .environment,
            at: .argument("vanthu"),
            fix: Limit.time.mend(
                Wording(
                    "chia tài liệu hay dữ liệu thành nhiều phần nhỏ hơn",
                    en: "divide the document or the data into smaller parts")))
    }

    static let unwritableStandardOutput = Diagnostic.environment(
        "system.unwritable-standard-output", at: .argument("vanthu"), "không ghi được ra đầu ra chuẩn",
        en: "standard output cannot be written to",
        fix: "kiểm tra nơi đầu ra được chuyển tới (đĩa đầy, tệp chỉ đọc)",
        en: "check where the output is sent (a full disk, a read-only file)")
}
