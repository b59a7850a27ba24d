internal import CFileSystem
internal import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The hidden folder `.vanthu` beside the documents: the lock that tells batches of each other, and files that are not whole yet.
///
/// It goes when the last batch in the folder ends, or a signal ends the only one; what a killed one left is cleared away by the next that has the folder to itself.
struct WorkFolder: ~Copyable {
    static let name = ".vanthu"
    /// The folder the documents go into.
    let folder: Int32
    private let lock: Int32
    private let path: String
    /// What temporary files of this process begin with.
    let prefix: String
    /// The file system's own time at the start: what changes later is of this batch.
    let started: Int64

    /// Who else may be in the folder.
    enum Company {
        case alone
        /// Other parts of the same work.
        case shared
    }

    /// Makes the folder where it is missing, and the lock.
    init(in path: String, company: Company) throws(Failure) {
        try WorkFolder.make(path)
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Failure(.folderFault(path, error: errno)) }
        let lock: Int32
        let started: Int64
        do throws(Failure) {
            lock = try WorkFolder.lock(in: folder, path: path, company: company)
            started = try WorkFolder.time(of: lock, path: path)
        } catch {
            close(folder)
            throw error
        }
        self.folder = folder
        self.lock = lock
        self.started = started
        self.path = path
        prefix = "\(WorkFolder.name)/\(TemporaryName.prefix(""))"
        guard company == .alone else { return }
        clear()
        let own = leftover
        Leftover.noting { ((), [own]) }
    }

    deinit {
        // Whoever else is there needs it.
        if flock(lock, LOCK_EX | LOCK_NB) == 0 {
            clear()
            unsafe unlinkat(folder, WorkFolder.lockName, 0)
            unsafe unlinkat(folder, WorkFolder.name, AT_REMOVEDIR)
        }
        close(lock)
        close(folder)
        Leftover.forget([leftover])
    }

    /// Whoever else is in the folder needs it, so that a signal takes it along only where the batch is alone.
    private var leftover: Leftover { .folder("\(path)/\(WorkFolder.name)") }

    private static let lockName = "\(name)/lock"

    private static func lock(in folder: Int32, path: String, company: Company) throws(Failure) -> Int32 {
        while true {
            if unsafe mkdirat(folder, name, 0o777) != 0, errno != EEXIST {
                throw Failure(.folderFault(path, error: errno))
            }
            let lock = unsafe openat(folder, lockName, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            if lock < 0, errno == ENOENT { continue }
            guard lock >= 0 else { throw Failure(.folderFault(path, error: errno)) }
            if flock(lock, (company == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
                let error = errno
                close(lock)
                if error == EINTR { continue }
                throw Failure(error == EWOULDBLOCK ? .folderInUse(path) : .folderFault(path, error: error))
            }
            // The one before may have removed the file in the meantime.
            var mine = stat()
            var there = stat()
            if unsafe fstat(lock, &mine) == 0, unsafe fstatat(folder, lockName, &there, 0) == 0,
                mine.st_ino == there.st_ino
            {
                return lock
            }
            close(lock)
        }
    }

    /// A time of the file system that lies behind that of every file now there.
    private static func time(of lock: Int32, path: String) throws(Failure) -> Int64 {
        var first = file_facts()
        var facts = file_facts()
        var byte: UInt8 = 0
        var tries = 0
        repeat {
            if tries > 0 { usleep(2000) }
            guard unsafe pwrite(lock, &byte, 1, 0) == 1 else {
                throw Failure(.folderFault(path, error: errno))
            }
            let error = unsafe file_system_look(lock, "", &facts)
            guard error == 0 else { throw Failure(.folderFault(path, error: error)) }
            if tries == 0 { first = facts }
            tries += 1
        } while facts.changed == first.changed && tries < 1000
        return facts.changed
    }

    /// Removes temporary files.
    private func clear() {
        let descriptor = unsafe openat(folder, WorkFolder.name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else { return }
        defer { unsafe closedir(stream) }
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name.hasSuffix(".tmp") { unsafe unlinkat(folder, "\(WorkFolder.name)/\(name)", 0) }
        }
    }

    private static func make(_ path: String) throws(Failure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made == "/" ? String(part) : "/\(part)"
            if unsafe mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR, errno != EROFS {
                throw Failure(.folderFault(path, error: errno))
            }
        }
    }
}
