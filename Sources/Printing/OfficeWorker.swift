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

/// A warm LibreOffice in a process of its own, for one document at a time.
///
/// It works in a folder of its own, which goes with it; a document stays there only while it is worked on.
struct OfficeWorker: ~Copyable {
    private let folder: PrivateFolder
    private let process: pid_t
    private let orders: Int32
    private let answers: Int32
    private(set) var documentCount = 0

    /// What an order came to.
    enum Outcome {
        case done([UInt8])
        /// The document could not be read or written.
        case refused
        /// The process has come to its end, or is ended for having taken too long; it takes no further order.
        case died
        case tookTooLong
        /// The folder cannot be written to.
        case noSpace
    }

    /// Nil when it does not start.
    static func starting(at station: OfficeStation, within limit: Duration) -> OfficeWorker? {
        guard let folder = PrivateFolder(in: station.folder) else { return nil }
        var toWorker: [Int32] = [-1, -1]
        var fromWorker: [Int32] = [-1, -1]
        guard unsafe pipe(&toWorker) == 0 else { return nil }
        guard unsafe pipe(&fromWorker) == 0 else {
            toWorker.forEach { _ = close($0) }
            return nil
        }
        for descriptor in toWorker + fromWorker { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let child = try? spawn(
            station.command(in: folder.path), environment: station.environment(in: folder.path),
            streams: [.descriptor(toWorker[0]), .descriptor(fromWorker[1]), .file("/dev/null", O_WRONLY)]
        ).get()
        close(toWorker[0])
        close(fromWorker[1])
        let worker = OfficeWorker(
            folder: folder, process: child ?? -1, orders: toWorker[1], answers: fromWorker[0])
        guard child != nil, worker.answer(within: limit) == .line("ready") else { return nil }
        return worker
    }

    private init(folder: consuming PrivateFolder, process: pid_t, orders: Int32, answers: Int32) {
        self.folder = folder
        (self.process, self.orders, self.answers) = (process, orders, answers)
    }

    deinit {
        close(orders)
        close(answers)
        guard process > 0 else { return }
        // What it has started is of its process group.
        kill(-process, SIGKILL)
        var status: Int32 = 0
        _ = unsafe waitpid(process, &status, 0)
        Leftover.forget([.program(process)])
    }

    /// Has the document written in another format, by the name of the format's filter and its options.
    mutating func carryOut(
        _ document: LibreOffice.Document, as format: String, options: String, timeLimit: Duration
    ) -> Outcome {
        documentCount += 1
        let stem = "\(folder.path)/\(documentCount)"
        let (input, output) = ("\(stem).\(document.fileExtension)", "\(stem)-ra.\(format)")
        defer {
            _ = unsafe unlink(input)
            _ = unsafe unlink(output)
        }
        guard folder.file(named: "\(documentCount).\(document.fileExtension)", with: document.bytes) != nil
        else { return .noSpace }
        let order = [input, output, format, options, ""].joined(separator: "\t") + "\n"
        guard send(order) else { return .died }
        switch answer(within: timeLimit) {
        case .line("ok"):
            guard let bytes = try? Data(contentsOf: URL(filePath: output)), !bytes.isEmpty else {
                return .refused
            }
            return .done([UInt8](bytes))
        case .line: return .refused
        case .ended: return .died
        case .none: return .tookTooLong
        }
    }

    private func send(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(orders, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }

    private enum Answer: Equatable {
        case line(String)
        case ended
        case none
    }

    /// Its next line; none when it does not come in time.
    private func answer(within limit: Duration) -> Answer {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        var line: [UInt8] = []
        while clock.now < deadline {
            var waiting = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&waiting, 1, 100) != 0 else { continue }
            var byte: UInt8 = 0
            let count = unsafe read(answers, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .ended }
            if byte == UInt8(ascii: "\n") { return .line(String(decoding: line, as: UTF8.self)) }
            if line.count < 4096 { line.append(byte) }
        }
        return .none
    }
}
