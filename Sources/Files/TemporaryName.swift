#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Names of what is not finished, by which the next process knows what a killed one has left.
package enum TemporaryName {
    /// What the names of this process begin with behind `stem`: where it runs, and its number there.
    package static func prefix(_ stem: String) -> String { "\(stem)\(system)-\(getpid())-" }

    /// Removes from a folder what processes of this user that are gone have left under such names.
    ///
    /// What comes from another machine, or from before this one was started, goes when it is a day old. A folder is searched as far as its first
    /// ten thousand names.
    package static func clear(_ folder: String, stem: String, _ remove: (String) -> Void) {
        guard let stream = unsafe opendir(folder) else { return }
        defer { unsafe closedir(stream) }
        for _ in 0..<10_000 {
            guard let entry = unsafe readdir(stream) else { return }
            let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name.hasPrefix(stem) else { continue }
            let path = "\(folder)/\(name)"
            if isAbandoned(path, name: name.dropFirst(stem.count)) { remove(path) }
        }
    }

    private static func isAbandoned(_ path: String, name: Substring) -> Bool {
        let parts = name.split(separator: "-", maxSplits: 2)
        guard parts.count == 3, parts[0].count == system.count, let process = pid_t(parts[1]), process > 0
        else { return false }
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_uid == geteuid() else { return false }
        if parts[0] == system { return kill(process, 0) != 0 && errno == ESRCH }
        #if canImport(Darwin)
            let written = status.st_mtimespec.tv_sec
        #else
            let written = status.st_mtim.tv_sec
        #endif
        return time(nil) - written > 86_400
    }

    /// Sixteen hexadecimal digits for this start of this machine, and for the part of it in which numbers of processes hold.
    private static let system: String = {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        var buffer = [CChar](repeating: 0, count: 256)
        unsafe gethostname(&buffer, buffer.count - 1)
        add(buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
        let boot = unsafe open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        if boot >= 0 {
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = unsafe read(boot, &bytes, bytes.count)
            add(bytes.prefix(max(0, count)))
            close(boot)
        }
        var link = [CChar](repeating: 0, count: 64)
        let count = unsafe readlink("/proc/self/ns/pid", &link, link.count)
        add(link.prefix(max(0, count)).map { UInt8(bitPattern: $0) })
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }()
}
