internal import CFuzzer
internal import Glibc

// vanthu-fuzz TARGET [LIBFUZZER'S ARGUMENTS…]   Feeds a reader with bytes that nobody would write, until it crashes.
let words = CommandLine.arguments
guard words.count > 1, let target = FuzzTarget(rawValue: words[1]) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    print("vanthu-fuzz TARGET [-max_total_time=SECONDS] [CORPUS…]\ntargets: \(names)")
    exit(64)
}
// The callback of C carries nothing with it.
nonisolated(unsafe) var chosen = target
let given = [words[0]] + words.dropFirst(2)
var count = CInt(given.count)
// libFuzzer keeps the words for as long as it runs, which is to the end of the program.
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(capacity: given.count + 1)
for (index, word) in given.enumerated() { unsafe arguments?[index] = strdup(word) }
unsafe arguments?[given.count] = nil
let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
    unsafe chosen.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
}
exit(status)
