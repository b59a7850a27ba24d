import Container
import Diagnostics
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `vanthu-bench --make FOLDER` writes own templates and data, `--make-plans FOLDER` long plans for `vanthu check`;
/// `--make-records FOLDER COUNT` writes a letter's template and records for a batch of it;
/// `vanthu-bench CASE DATA OUT [--bench SECONDS] [--level fast|1…9]` fills `templates/CASE.dxt.EXT` (EXT from the environment, docx by
/// default) and prints one line of JSON.
func main(_ words: [String]) throws(Failure) {
    if words.count == 2, words[0] == "--make" || words[0] == "--make-plans" {
        do {
            let folder = URL(filePath: words[1])
            return try words[0] == "--make" ? Samples.write(into: folder) : LongPlan.write(into: folder)
        } catch {
            print("vanthu-bench: \(error)")
            exit(3)
        }
    }
    if words.count == 3, words[0] == "--make-records", let count = Int(words[2]) {
        do { return try Samples.writeRecords(count, into: URL(filePath: words[1])) } catch {
            print("vanthu-bench: \(error)")
            exit(3)
        }
    }
    var operands: [String] = []
    var options: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
        if word.hasPrefix("--") { options[word] = rest.popFirst() } else { operands.append(word) }
    }
    guard operands.count == 3 else {
        print("usage: vanthu-bench CASE DATA OUT [--bench SECONDS] [--level fast|1…9]")
        exit(2)
    }
    let format = ProcessInfo.processInfo.environment["EXT"] ?? "docx"
    let level = options["--level"].flatMap { Int($0) }
    let runner = try Runner(
        template: "templates/\(operands[0]).dxt.\(format)", opening: operands[1], output: operands[2],
        compression: level.map { .deflated(level: $0) } ?? .fast,
        seconds: options["--bench"].flatMap { Double($0) })
    let figures = try runner.run()
    var line =
        "{\"engine\": \"vanthu\(format == "odt" ? " (ODT)" : "")\", \"version\": \"0\", \"case\": \"\(operands[0])\""
    line += ", \"load_ms\": \(rounded(figures.load)), \"first_ms\": \(rounded(figures.first))"
    if let warm = figures.warm {
        line += ", \"docs_per_s\": \(rounded(warm.perSecond)), \"ms_per_doc\": \(rounded(warm.wall))"
        line += ", \"cpu_ms_per_doc\": \(rounded(warm.processor))"
    }
    print(line + ", \"max_rss_mb\": \(Clock.peakMemory())}")
    // The process ends here: its data need not be given back row by row.
    withExtendedLifetime(runner) { exit(0) }
}

func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }

do throws(Failure) { try main(Array(CommandLine.arguments.dropFirst())) } catch {
    for fault in error.diagnostics { print("\(fault.code): \(fault.message.english) \(fault.location)") }
    exit(1)
}
