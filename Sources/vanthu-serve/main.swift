internal import Diagnostics
internal import FoundationEssentials
internal import VanThuPages

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

// Started by `vanthu serve` and `vanthu users`, which have read the words of the command line.
let words = Array(CommandLine.arguments.dropFirst())
let environment = ProcessInfo.processInfo.environment
let program = PageService.real("/proc/self/exe")
do throws(Failure) {
    if words.first == "users" {
        print(try PeopleService(Array(words.dropFirst())).run().showingControls, terminator: "")
    } else {
        try PageService(words).run(environment: environment, program: program)
    }
} catch {
    let language: Language = words.contains("en") ? .english : .vietnamese
    for diagnostic in error.diagnostics { StandardError.write(diagnostic.text(in: language) + "\n") }
    exit(error.processStatus.rawValue)
}
