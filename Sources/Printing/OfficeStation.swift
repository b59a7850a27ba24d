internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What a warm LibreOffice is started with: the programs, and what keeps it apart from the rest of the machine.
package struct OfficeStation: Sendable {
    /// The small program that keeps LibreOffice warm.
    let program: String
    /// The folder of LibreOffice's own libraries.
    let officeFolder: String
    /// Where each process makes its own folder.
    let folder: String
    package let isolation: Isolation
    private let path: String
    private let home: String?

    /// What a process that reads other people's documents is kept away from.
    package enum Isolation: String, Hashable, Sendable {
        /// Neither network nor files but its own, nor other processes (bubblewrap).
        case sandbox
        /// No network (a network namespace).
        case withoutNetwork = "without-network"
        /// Nothing: neither way works on this machine.
        case none
    }

    /// Nil where `vanthu-office` or LibreOffice is missing.
    ///
    /// `program` is `vanthu-office`; LibreOffice is looked for on the search path of `environment`.
    package init?(program: String, folder: String, environment: [String: String]) {
        let path = environment["PATH"] ?? ""
        func found(_ names: String...) -> String? {
            let folders = path.split(separator: ":")
            return folders.flatMap { folder in names.map { "\(folder)/\($0)" } }.first(
                where: FileManager.default.isExecutableFile(atPath:))
        }
        guard FileManager.default.isExecutableFile(atPath: program),
            let office = found("soffice", "libreoffice")
        else { return nil }
        // The name on the search path is a link into LibreOffice's folder.
        guard let real = unsafe realpath(office, nil) else { return nil }
        defer { unsafe free(real) }
        let folders = unsafe String(cString: real).split(separator: "/").dropLast()
        officeFolder = "/" + folders.joined(separator: "/")
        guard
            ["libmergedlo.so", "libsofficeapp.so"].contains(where: { [officeFolder] in
                FileManager.default.fileExists(atPath: "\(officeFolder)/\($0)")
            })
        else { return nil }
        self.program = program
        self.folder = folder
        self.path = path
        home = environment["HOME"]
        bubblewrap = found("bwrap")
        unshare = found("unshare")
        if let bubblewrap, Self.works(Self.sandbox(bubblewrap, []) + ["/bin/true"]) {
            isolation = .sandbox
        } else if let unshare, Self.works([unshare, "--net", "--map-root-user", "/bin/true"]) {
            isolation = .withoutNetwork
        } else {
            isolation = .none
        }
    }

    private let bubblewrap: String?
    private let unshare: String?

    /// The words that start a process which works in `work`.
    func command(in work: String) -> [String] {
        let inner = [program, officeFolder, work]
        switch (isolation, bubblewrap, unshare) {
        case (.sandbox, let bubblewrap?, _):
            var own = ["--ro-bind", program, program, "--ro-bind", officeFolder, officeFolder]
            for fonts in [".fonts", ".local/share/fonts"] {
                if let home { own += ["--ro-bind-try", "\(home)/\(fonts)", "\(work)/\(fonts)"] }
            }
            return Self.sandbox(bubblewrap, ["--bind", work, work] + own) + inner
        case (.withoutNetwork, _, let unshare?): return [unshare, "--net", "--map-root-user"] + inner
        default: return inner
        }
    }

    /// The time zone shows in dates that are overwritten digit for digit.
    func environment(in work: String) -> [String: String] {
        [
            "PATH": path, "HOME": work, "TMPDIR": work, "TZ": "UTC", "LANG": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
        ]
    }

    private static func sandbox(_ bubblewrap: String, _ own: [String]) -> [String] {
        var words = [
            bubblewrap, "--die-with-parent", "--unshare-all", "--new-session", "--ro-bind", "/usr", "/usr",
        ]
        for folder in ["lib", "lib64", "lib32", "bin", "sbin"] {
            words += ["--symlink", "usr/\(folder)", "/\(folder)"]
        }
        for folder in ["/etc", "/opt", "/var/cache/fontconfig"] {
            words += ["--ro-bind-try", folder, folder]
        }
        return words + ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"] + own + ["--"]
    }

    private static func works(_ words: [String]) -> Bool {
        let child = ChildProcess(program: words[0], arguments: Array(words.dropFirst()), environment: [:])
        return child.run(timeLimit: .seconds(5)) == .exited(0)
    }
}
