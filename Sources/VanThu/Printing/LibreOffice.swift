internal import Diagnostics
internal import FoundationEssentials

/// LibreOffice without its windows: the optional program that prints documents to PDF.
struct LibreOffice {
    private let program: String
    private let environment: [String: String]
    /// A page takes well under a second; what needs longer hangs.
    private static let timeLimit = Duration.seconds(120)

    /// Finds the program on the search path.
    init(in environment: [String: String]) throws(Failure) {
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let places = folders.flatMap { folder in ["soffice", "libreoffice"].map { "\(folder)/\($0)" } }
        guard
            let found = (places + ["/Applications/LibreOffice.app/Contents/MacOS/soffice"])
                .first(where: FileManager.default.isExecutableFile(atPath:))
        else { throw Failure(.missingLibreOffice) }
        program = found
        self.environment = environment
    }

    /// An office document to print.
    struct Document {
        /// The name people know it by, for messages.
        let name: String
        /// `docx` or `odt`.
        let fileExtension: String
        let bytes: [UInt8]
    }

    /// The documents as PDF, in their order, printed in one run.
    func pdfs(of documents: [Document]) throws(Failure) -> [[UInt8]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vanthu-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var inputs: [URL] = []
        do {
            for (index, document) in documents.enumerated() {
                let input = folder.appending(path: "\(index).\(document.fileExtension)")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(document.bytes).write(to: input)
                inputs.append(input)
            }
        } catch {
            throw Failure(.unusableScratchFolder(folder.path))
        }
        try convert(inputs, in: folder)
        var pages: [[UInt8]] = []
        var faults: [Diagnostic] = []
        for (document, input) in zip(documents, inputs) {
            let pdf = input.deletingPathExtension().appendingPathExtension("pdf")
            if let bytes = try? Data(contentsOf: pdf) {
                pages.append([UInt8](bytes).withoutTimeOfPrinting())
            } else {
                faults.append(.notPrinted(document.name))
            }
        }
        if let failure = Failure(faults) { throw failure }
        return pages
    }

    private func convert(_ inputs: [URL], in folder: URL) throws(Failure) {
        let process = ChildProcess(
            program: program,
            arguments: [
                // A profile of its own: a LibreOffice that the user has open would otherwise take the work and print nothing.
                "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
                "--headless", "--norestore", "--nolockcheck",
                "--convert-to", "pdf", "--outdir", folder.path,
            ] + inputs.map(\.path),
            // The time zone shows in the length of the dates that `withoutTimeOfPrinting` overwrites.
            environment: environment.merging(["TZ": "UTC"]) { _, fixed in fixed }
        )
        switch process.run(timeLimit: Self.timeLimit) {
        case .exited: return  // its status says little: what it printed is looked for
        case .didNotStart, .killed: throw Failure(.brokenLibreOffice(program))
        case .tookTooLong: throw Failure(.slowLibreOffice(program, limit: Self.timeLimit))
        }
    }
}

extension Diagnostic {
    fileprivate static let missingLibreOffice = Diagnostic(
        "system.missing-program",
        Wording(
            "cần LibreOffice để tạo PDF, nhưng máy chưa có",
            en: "a PDF needs LibreOffice, which is not installed"
        ),
        at: .argument("pdf"),
        fix: Wording(
            "cài LibreOffice Writer (Debian, Ubuntu: sudo apt-get install libreoffice-writer fonts-liberation2; hệ khác: https://vi.libreoffice.org), hoặc bỏ pdf",
            en:
                "install LibreOffice Writer (Debian, Ubuntu: sudo apt-get install libreoffice-writer fonts-liberation2; elsewhere: https://www.libreoffice.org), or leave pdf out"
        )
    )

    fileprivate static func brokenLibreOffice(_ program: String) -> Diagnostic {
        Diagnostic(
            "system.broken-program",
            Wording("LibreOffice không chạy được", en: "LibreOffice does not run"),
            at: .file(program),
            fix: Wording(
                "cài lại LibreOffice, hoặc bỏ pdf",
                en: "install LibreOffice again, or leave pdf out"
            )
        )
    }

    fileprivate static func slowLibreOffice(_ program: String, limit: Duration) -> Diagnostic {
        let seconds = limit.components.seconds
        return Diagnostic(
            "system.slow-program",
            Wording(
                "LibreOffice chưa in xong sau \(seconds) giây nên đã bị dừng",
                en: "LibreOffice had not finished after \(seconds) seconds and was stopped"
            ),
            at: .file(program),
            fix: Wording(
                "mở tài liệu bằng Writer rồi xuất PDF, hoặc bỏ pdf",
                en: "open the document in Writer and export the PDF there, or leave pdf out"
            )
        )
    }

    fileprivate static func notPrinted(_ name: String) -> Diagnostic {
        Diagnostic(
            "system.not-printed",
            Wording(
                "LibreOffice không in được tài liệu ra PDF",
                en: "LibreOffice did not print the document"
            ),
            at: .file(name),
            fix: Wording(
                "kiểm tra dung lượng đĩa và mở thử tài liệu bằng Writer",
                en: "check the space on the disk, and open the document in Writer"
            )
        )
    }

    fileprivate static func unusableScratchFolder(_ folder: String) -> Diagnostic {
        Diagnostic(
            "system.unusable-scratch-folder",
            Wording("không ghi được vào thư mục tạm", en: "the temporary folder cannot be written to"),
            at: .file(folder),
            fix: Wording(
                "kiểm tra dung lượng đĩa và quyền ghi, hoặc đặt biến TMPDIR sang thư mục khác",
                en: "check the space on the disk and its permissions, or set TMPDIR to another folder"
            )
        )
    }
}
