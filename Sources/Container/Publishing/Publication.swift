package import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Files that appear together, each whole, or not at all.
///
/// Every file is first staged beside its target under a hidden name; `publish()` puts them in place by renaming. Whatever is staged and
/// not published is removed, with the folders made for it, when the value goes, or the process by a signal; what a killed process left goes when
/// the next stages something in the same folder. Until it is published only this user can read it; then it has the permissions of what it
/// replaces. A link stays, and the file it leads to is replaced; what is no plain file, such as a pipe or a device, is refused. No file takes the
/// place of one that the same job has read (`InputLedger`), under whatever name. One that would be the same as what stands there is left alone, and a file that somebody has
/// changed since it was published here is not lost when it is replaced: it stays beside the new one, as `.bak`.
public struct Publication: ~Copyable {
    private let existing: Existing
    private var staged: [Staged] = []
    private var madeFolders: [String] = []

    /// What happens to a file that stands where one is published.
    public enum Existing: Hashable, Sendable {
        /// It stays, and nothing is published, unless it is what would be published.
        case kept
        /// It goes, and stays as a copy where somebody has changed it.
        case replaced
        /// It goes; for files that are made from sources.
        case overwritten
    }

    private struct Staged {
        let temporary: String
        let target: String
    }

    package init(existing: Existing = .kept) { self.existing = existing }

    deinit {
        for file in staged { unsafe unlink(file.temporary) }
        for folder in madeFolders.reversed() { unsafe rmdir(folder) }
        Leftover.forget(leftovers)
    }

    private var leftovers: [Leftover] {
        staged.map { .file($0.temporary) } + madeFolders.map { .emptyFolder($0) }
    }

    /// What would keep these files from being published, as far as can be told before the work is done.
    package static func obstacles(to targets: [String], existing: Existing = .kept) -> [Diagnostic] {
        var seen: Set<String> = []
        return targets.compactMap { target in
            guard seen.insert(FilePath.behindLinks(target)).inserted else { return .sameTarget(target) }
            switch FilePath.kind(of: target) {
            case .nothing: return nil
            case .plainFile: break
            case .other(let refusal): return refusal
            }
            if InputLedger.hasRead(target) { return .isInput(target) }
            return existing == .kept ? .exists(target) : nil
        }
    }

    /// Stages a file with these contents.
    package mutating func stage(_ bytes: [UInt8], at target: String) throws(Failure) {
        let descriptor = try open(for: target)
        defer { close(descriptor) }
        let error = unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor, at: 0) }
        try finish(descriptor, target: target, error: error)
    }

    /// Stages an archive, written straight into the staged file; returns its size in bytes.
    @discardableResult package mutating func stage(_ writer: consuming ArchiveWriter, at target: String)
        throws(Failure) -> Int
    {
        let descriptor = try open(for: target)
        defer { close(descriptor) }
        let size = try writer.written(to: Destination(.descriptor(descriptor)), file: target).position
        try finish(descriptor, target: target, error: nil)
        return size
    }

    /// Stages a file that is written bit by bit; it is whole when `finish` has taken it back.
    package mutating func spool(at target: String) throws(Failure) -> SpooledFile {
        SpooledFile(try open(for: target), path: target)
    }

    /// Ends a file begun with `spool(at:)`.
    package mutating func finish(_ file: consuming SpooledFile) throws(Failure) {
        try file.sync()
        noteStaged(at: file.path)
    }

    /// Puts every staged file in its place; when one cannot be, those before it are taken back.
    ///
    /// Returns a warning for each file that is kept as a copy.
    @discardableResult package consuming func publish() throws(Failure) -> [Diagnostic] {
        if let failure = Failure(Publication.obstacles(to: staged.map(\.target), existing: .overwritten)) {
            throw failure
        }
        let changed = staged.filter { !Publication.isPublishedAlready($0) }
        if let failure = Failure(Publication.obstacles(to: changed.map(\.target), existing: existing)) {
            throw failure
        }
        let (all, existing) = (staged, existing)
        let copies = try Leftover.forgetting(leftovers) { () throws(Failure) in
            let copies = try Publication.place(changed, existing: existing)
            for file in all { unsafe unlink(file.temporary) }
            return copies
        }
        staged = []
        madeFolders = []
        return copies
    }

    private static func isPublishedAlready(_ file: Staged) -> Bool {
        guard let standing = StandingFile(file.target), let made = StandingFile(file.temporary) else {
            return false
        }
        return made.isLike(standing)
    }

    // MARK: - Staging

    private mutating func open(for name: String) throws(Failure) -> Int32 {
        // What stands there may be what is about to be staged.
        if let failure = Failure(Publication.obstacles(to: [name], existing: .overwritten)) { throw failure }
        let target = FilePath.behindLinks(name)
        guard !staged.contains(where: { $0.target == target }) else { throw Failure(.sameTarget(target)) }
        let folder = FilePath.folder(of: target)
        try makeFolder(folder)
        if !staged.contains(where: { FilePath.folder(of: $0.target) == folder }) {
            StandingFile.clearStaged(in: folder)
        }
        for attempt in 0..<1000 {
            let temporary =
                "\(folder)/\(TemporaryName.prefix(StandingFile.stagedStem))\(staged.count)-\(attempt).tmp"
            let descriptor = Leftover.noting { () -> (Int32, [Leftover]) in
                let descriptor = FilePath.create(temporary)
                return (descriptor, descriptor >= 0 ? [.file(temporary)] : [])
            }
            if descriptor >= 0 {
                staged.append(Staged(temporary: temporary, target: target))
                return descriptor
            }
            if errno != EEXIST { throw Failure(.unwritable(target, error: errno)) }
        }
        throw Failure(.unwritable(target, error: EEXIST))
    }

    private mutating func finish(_ descriptor: Int32, target: String, error: Int32?) throws(Failure) {
        if let error = error ?? syncWhole(descriptor) { throw Failure(.unwritable(target, error: error)) }
        noteStaged(at: target)
    }

    private func noteStaged(at target: String) {
        let target = FilePath.behindLinks(target)
        staged.last { $0.target == target }.flatMap { StandingFile($0.temporary) }?.notePublished()
    }

    private mutating func makeFolder(_ folder: String) throws(Failure) {
        var status = stat()
        if unsafe stat(folder, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw Failure(.unwritable(folder, error: ENOTDIR))
            }
            return
        }
        guard errno == ENOENT else { throw Failure(.unwritable(folder, error: errno)) }
        let parent = FilePath.folder(of: folder)
        if parent != folder { try makeFolder(parent) }
        let error = Leftover.noting { () -> (Int32, [Leftover]) in
            unsafe mkdir(folder, 0o777) == 0 ? (0, [.emptyFolder(folder)]) : (errno, [])
        }
        if error == 0 {
            madeFolders.append(folder)
        } else if error != EEXIST {
            throw Failure(.unwritable(folder, error: error))
        }
    }

    // MARK: - Placing

    private enum Undo {
        case remove(String)
        case restore(backup: String, target: String, Change)

        enum Change { case byUs, bySomebody }

        func run() {
            switch self {
            case .remove(let target): unsafe unlink(target)
            case .restore(let backup, let target, _): unsafe rename(backup, target)
            }
        }

        /// Ends the way back; a warning where the old file stays as a copy.
        func forget() -> Diagnostic? {
            switch self {
            case .remove: return nil
            case .restore(let backup, _, .byUs):
                unsafe unlink(backup)
                return nil
            case .restore(let backup, let target, .bySomebody):
                let copy = Publication.copyName(of: backup, beside: target)
                guard let copy, unsafe rename(backup, copy) == 0 else { return .keptCopy(backup, of: target) }
                return .keptCopy(copy, of: target)
            }
        }
    }

    /// Puts all in their places, or none; the warnings for what is kept as a copy.
    private static func place(_ files: [Staged], existing: Existing) throws(Failure) -> [Diagnostic] {
        var undo: [Undo] = []
        for file in files {
            do throws(Failure) { undo.append(try place(file, existing: existing)) } catch {
                for step in undo.reversed() { step.run() }
                throw error
            }
        }
        return undo.compactMap { $0.forget() }
    }

    private static func place(_ file: Staged, existing: Existing) throws(Failure) -> Undo {
        let standing = StandingFile(file.target)
        if let standing {
            standing.lendPermissions(to: file.temporary)
        } else {
            FilePath.giveUsualPermissions(to: file.temporary)
        }
        switch existing {
        case .kept:
            // A link, unlike a rename, never takes the place of a file that came meanwhile.
            if unsafe link(file.temporary, file.target) == 0 {
                unsafe unlink(file.temporary)
                return .remove(file.target)
            }
            if errno == EEXIST { throw Failure(.exists(file.target)) }
            guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else {
                throw Failure(.unwritable(file.target, error: errno))
            }
            // A file system without links.
            if let failure = Failure(Publication.obstacles(to: [file.target])) { throw failure }
            try move(file.temporary, to: file.target)
            return .remove(file.target)
        case .replaced, .overwritten:
            let backup = file.temporary + "~"
            var status = stat()
            guard unsafe lstat(file.target, &status) == 0 else {
                try move(file.temporary, to: file.target)
                return .remove(file.target)
            }
            // It may have been moved here since the publication began.
            if InputLedger.hasRead(file.target) { throw Failure(.isInput(file.target)) }
            let isKept = existing == .replaced && standing?.isAsPublished == false
            if unsafe link(file.target, backup) != 0 { try move(file.target, to: backup) }
            do throws(Failure) { try move(file.temporary, to: file.target) } catch {
                unsafe rename(backup, file.target)
                throw error
            }
            return .restore(backup: backup, target: file.target, isKept ? .bySomebody : .byUs)
        }
    }

    /// `ke-hoach.docx.bak`, or with a number where another copy has that name already.
    private static func copyName(of file: String, beside target: String) -> String? {
        let names = ["\(target).bak"] + (2...999).map { "\(target).bak\($0)" }
        return names.first { name in
            var status = stat()
            guard unsafe lstat(name, &status) == 0 else { return true }
            guard let copy = StandingFile(name), let old = StandingFile(file) else { return false }
            return copy.isLike(old)
        }
    }

    private static func move(_ source: String, to target: String) throws(Failure) {
        guard unsafe rename(source, target) == 0 else { throw Failure(.unwritable(target, error: errno)) }
    }
}
