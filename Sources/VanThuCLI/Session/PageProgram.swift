internal import Diagnostics
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// `vanthu-serve`, the program of the web page: it is one by itself, so that the command line does not load what only pages need.
enum PageProgram {
    fileprivate static let name = "vanthu-serve"

    /// Becomes that program; returns only where it cannot, with the reason.
    static func run(_ words: [String], _ surroundings: Surroundings) -> Diagnostic {
        let own = ProcessInfo.processInfo.environment["_"] ?? ""
        let beside = [realPath("/proc/self/exe") ?? own, own].map { path in
            path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        }
        let searched = (surroundings.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        for folder in beside + searched where !folder.isEmpty {
            let program = "\(folder)/\(name)"
            guard FileManager.default.isExecutableFile(atPath: program) else { continue }
            var arguments: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + words).map {
                unsafe strdup($0)
            }
            unsafe arguments.append(nil)
            _ = unsafe execv(program, arguments)
        }
        return .missingPageProgram
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}

extension Diagnostic {
    static let missingPageProgram = Diagnostic.environment(
        "system.missing-program", at: .argument(PageProgram.name),
        "không thấy chương trình \(PageProgram.name)", en: "the program \(PageProgram.name) is not found",
        fix: "cài bằng make install, hoặc đặt \(PageProgram.name) cạnh vanthu",
        en: "install it with make install, or put \(PageProgram.name) beside vanthu")
}
