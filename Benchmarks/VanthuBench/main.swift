import Container
import Diagnostics
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `vanthu-bench CASE DATA OUT [--bench SECONDS] [--level fast|1…9]` fills `templates/CASE.dxt.EXT` (EXT from the environment, docx by
/// default) and prints one line of JSON.
func main(_ words: [String]) throws(Failure) {
    guard words.count >= 3 else {
        print("usage: vanthu-bench CASE DATA OUT [--bench SECONDS] [--level fast|1…9]")
        exit(2)
    }
    func option(_ name: String) -> String? {
        words.firstIndex(of: name).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    }
    let format = ProcessInfo.processInfo.environment["EXT"] ?? "docx"
    let level = option("--level").flatMap { Int($0) }
    let figures = try Runner(
        template: "templates/\(words[0]).dxt.\(format)",
        data: words[1],
        output: words[2],
        compression: level.map { .deflated(level: $0) } ?? .fast,
        seconds: option("--bench").flatMap { Double($0) }
    ).run()
    var line =
        "{\"engine\": \"vanthu\(format == "odt" ? " (ODT)" : "")\", \"version\": \"0\", \"case\": \"\(words[0])\""
    line += ", \"load_ms\": \(rounded(figures.load)), \"first_ms\": \(rounded(figures.first))"
    if let warm = figures.warm {
        line += ", \"docs_per_s\": \(rounded(warm.perSecond)), \"ms_per_doc\": \(rounded(warm.wall))"
        line += ", \"cpu_ms_per_doc\": \(rounded(warm.processor))"
    }
    print(line + ", \"max_rss_mb\": \(Clock.peakMemory())}")
}

func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }

do throws(Failure) {
    try main(Array(CommandLine.arguments.dropFirst()))
} catch {
    for fault in error.diagnostics { print("\(fault.code): \(fault.message.english) \(fault.location)") }
    exit(1)
}
