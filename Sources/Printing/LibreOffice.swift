package import Diagnostics
internal import Files
internal import FoundationEssentials

/// LibreOffice without its windows: the optional program that prints documents to PDF and reads old Word files.
package struct LibreOffice: Sendable {
    private let program: String
    private let environment: [String: String]
    private let work: Work
    private let timeLimit: Duration
    /// What a shell ends with when the program file is no program.
    private static let cannotRun: ClosedRange<Int32> = 126...127

    /// What it is wanted for.
    package enum Work: Hashable, Sendable {
        case printing
        /// Of an old Word file, by its name.
        case reading(String)

        fileprivate var place: Location {
            switch self {
            case .printing: .argument("pdf")
            case .reading(let file): .file(file)
            }
        }
    }

    /// Finds the program on the search path.
    ///
    /// A page takes well under a second; what needs longer than the limit hangs.
    package init(
        in environment: [String: String], for work: Work = .printing,
        timeLimit: Duration = .seconds(Limit.officeTime.value)
    ) throws(Failure) {
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let places = folders.flatMap { folder in ["soffice", "libreoffice"].map { "\(folder)/\($0)" } }
        guard
            let found = (places + ["/Applications/LibreOffice.app/Contents/MacOS/soffice"]).first(
                where: FileManager.default.isExecutableFile(atPath:))
        else { throw Failure(.missingLibreOffice(for: work)) }
        program = found
        self.work = work
        self.environment = environment
        self.timeLimit = timeLimit
    }

    /// An office document to print.
    package struct Document: Sendable {
        /// The name people know it by, for messages.
        package let name: String
        /// `docx`, `odt`, `doc` or `rtf`.
        package let fileExtension: String
        package let bytes: [UInt8]

        package init(name: String, fileExtension: String, bytes: [UInt8]) {
            self.name = name
            self.fileExtension = fileExtension
            self.bytes = bytes
        }
    }

    /// The documents as PDF, in their order, printed in one run.
    package func pdfs(of documents: [Document]) throws(Failure) -> [[UInt8]] {
        try converted(documents, to: "pdf").map { $0.withoutTimeOfPrinting() }
    }

    /// The document as a Word file of today: unlike LibreOffice's own format, that keeps how long drawn lines are.
    package func wordFile(of document: Document) throws(Failure) -> [UInt8] {
        try converted([document], to: "docx")[0]
    }

    private func converted(_ documents: [Document], to fileExtension: String) throws(Failure) -> [[UInt8]] {
        guard let folder = PrivateFolder() else {
            throw Failure(.unusableScratchFolder(FileManager.default.temporaryDirectory.path))
        }
        var inputs: [String] = []
        for (index, document) in documents.enumerated() {
            let name = "\(index).\(document.fileExtension)"
            guard let input = folder.file(named: name, with: document.bytes) else {
                throw Failure(.unusableScratchFolder(folder.path))
            }
            inputs.append(input)
        }
        try convert(inputs, to: fileExtension, in: folder.path)
        var results: [[UInt8]] = []
        var faults: [Diagnostic] = []
        for (index, document) in documents.enumerated() {
            let result = URL(filePath: "\(folder.path)/\(index).\(fileExtension)")
            if let bytes = try? Data(contentsOf: result) {
                results.append([UInt8](bytes))
            } else {
                faults.append(work == .printing ? .notPrinted(document.name) : .notRead(document.name))
            }
        }
        if let failure = Failure(faults) { throw failure }
        return results
    }

    private func convert(_ inputs: [String], to fileExtension: String, in folder: String) throws(Failure) {
        let profile = URL(filePath: folder).appending(path: "profile").absoluteString
        let process = ChildProcess(
            program: "/bin/sh",
            // Nobody else may read what it writes.
            arguments: [
                "-c", "umask 077; exec \"$0\" \"$@\"", program,
                // A profile of its own: a LibreOffice that the user has open would otherwise take the work and print nothing.
                "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", fileExtension, "--outdir", folder,
            ] + inputs,
            // The time zone shows in the length of the dates that `withoutTimeOfPrinting` overwrites. Its own temporary files stay in the folder.
            environment: environment.merging(["TZ": "UTC", "TMPDIR": folder]) { _, fixed in fixed })
        switch process.run(timeLimit: timeLimit) {
        case .exited(let status) where Self.cannotRun.contains(status):
            throw Failure(.brokenLibreOffice(program, for: work))
        case .exited: return  // its status says little: what it printed is looked for
        case .didNotStart, .killed: throw Failure(.brokenLibreOffice(program, for: work))
        case .tookTooLong: throw Failure(.slowLibreOffice(program, limit: timeLimit, for: work))
        }
    }
}

extension LibreOffice.Work {
    /// The way without it.
    fileprivate var wayOut: Wording {
        switch self {
        case .printing: Wording("bỏ pdf", en: "leave pdf out")
        case .reading:
            Wording("mở tệp bằng Word rồi lưu thành .docx", en: "open the file in Word and save it as .docx")
        }
    }

    fileprivate var need: Wording {
        switch self {
        case .printing:
            Wording(
                "cần LibreOffice để tạo PDF, nhưng máy chưa có",
                en: "a PDF needs LibreOffice, which is not installed")
        case .reading:
            Wording(
                "đây là tệp Word đời cũ (.doc), cần LibreOffice để đọc, nhưng máy chưa có",
                en: "this is an old Word file (.doc), which needs LibreOffice, and that is not installed")
        }
    }
}

extension Diagnostic {
    fileprivate static func missingLibreOffice(for work: LibreOffice.Work) -> Diagnostic {
        Diagnostic(
            "system.missing-program", work.need, cause: .environment, at: work.place,
            fix: Wording(
                "cài LibreOffice Writer (Debian, Ubuntu: sudo apt-get install libreoffice-writer fonts-liberation2; hệ khác: https://vi.libreoffice.org), hoặc \(work.wayOut.vietnamese)",
                en:
                    "install LibreOffice Writer (Debian, Ubuntu: sudo apt-get install libreoffice-writer fonts-liberation2; elsewhere: https://www.libreoffice.org), or \(work.wayOut.english)"
            ))
    }

    static func brokenLibreOffice(_ program: String, for work: LibreOffice.Work) -> Diagnostic {
        .environment(
            "system.broken-program", at: .file(program), "LibreOffice không chạy được",
            en: "LibreOffice does not run", fix: "cài lại LibreOffice, hoặc \(work.wayOut.vietnamese)",
            en: "install LibreOffice again, or \(work.wayOut.english)")
    }

    static func slowLibreOffice(_ program: String, limit: Duration, for work: LibreOffice.Work) -> Diagnostic
    {
        let seconds = limit.components.seconds
        let other =
            work == .printing
            ? Wording(
                "mở tài liệu bằng Writer rồi xuất PDF, hoặc bỏ pdf",
                en: "open the document in Writer and export the PDF there, or leave pdf out") : work.wayOut
        return Diagnostic(
            "system.slow-program",
            Wording(
                "LibreOffice chưa xong sau \(seconds) giây nên đã bị dừng",
                en: "LibreOffice had not finished after \(seconds) seconds and was stopped"),
            cause: .environment, at: .file(program), fix: Limit.officeTime.mend(other))
    }

    static func notPrinted(_ name: String) -> Diagnostic {
        .environment(
            "system.not-printed", at: .file(name), "LibreOffice không in được tài liệu ra PDF",
            en: "LibreOffice did not print the document",
            fix: "kiểm tra dung lượng đĩa và mở thử tài liệu bằng Writer",
            en: "check the space on the disk, and open the document in Writer")
    }

    static func notRead(_ name: String) -> Diagnostic {
        Diagnostic(
            "document.unreadable-doc",
            Wording(
                "LibreOffice không đọc được tệp Word đời cũ này",
                en: "LibreOffice could not read this old Word file"), at: .file(name),
            fix: LibreOffice.Work.reading(name).wayOut)
    }

    package static func unusableScratchFolder(_ folder: String) -> Diagnostic {
        .environment(
            "system.unusable-scratch-folder", at: .file(folder), "không ghi được vào thư mục tạm",
            en: "the temporary folder cannot be written to",
            fix: "kiểm tra dung lượng đĩa và quyền ghi, hoặc đặt biến TMPDIR sang thư mục khác",
            en: "check the space on the disk and its permissions, or set TMPDIR to another folder")
    }
}
