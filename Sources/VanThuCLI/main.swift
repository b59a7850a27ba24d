internal import Diagnostics
internal import Files
internal import FoundationEssentials

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

Terminal.makeSignalsOfWritingErrors()
Leftover.goWithSignals()
let session = Session(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
exit(session.run().rawValue)
