internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Planning
internal import Synchronization
internal import Values
internal import VanThu

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A workspace: a folder right below the root, by its name.
struct WorkspaceFolder: Sendable {
    let name: String
    let path: String
    let site: Site

    /// Nil where there is no such folder, or the name is that of anything else.
    init?(_ name: String, on site: Site) {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), name.utf8.count <= 120 else {
            return nil
        }
        let path = "\(site.settings.root)/\(name)"
        var facts = stat()
        // A link may lead anywhere.
        guard unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
        (self.name, self.path, self.site) = (name, path, site)
    }

    /// Those a person may look at.
    static func all(for person: People.Person, on site: Site) -> [WorkspaceFolder] {
        OwnFiles.names(in: site.settings.root).compactMap { name in
            guard person.right(in: name) != nil, let folder = WorkspaceFolder(name, on: site),
                folder.isWorkspace
            else { return nil }
            return folder
        }
    }

    /// Whether there are files of a workspace in it.
    private var isWorkspace: Bool {
        ["yaml", "yml", "json"].contains {
            OwnFiles.exists("\(path)/co-quan.\($0)") || OwnFiles.exists("\(path)/ke-hoach.\($0)")
        }
    }

    var link: String { "/ho-so/\(percentEncoded(name))" }

    /// The data files it has.
    func files() throws(Failure) -> [WorkspaceDataFile] { try Workspace.dataFiles(in: path) }

    /// One of its data files, by its path inside; nil for anything else.
    func file(_ path: String) throws(Failure) -> WorkspaceDataFile? { try files().first { $0.path == path } }

    func fullPath(_ file: WorkspaceDataFile) -> String { "\(path)/\(file.path)" }

    func bytes(of file: WorkspaceDataFile) throws(Failure) -> [UInt8] {
        guard let bytes = OwnFiles.bytes(of: fullPath(file)) else {
            throw Failure(.unusableFolder(fullPath(file)))
        }
        return bytes
    }

    // MARK: What is wrong with it

    /// The workspace as it is read, or everything that is wrong with it; remembered until one of its files changes.
    func reading() -> WorkspaceState {
        let stamp = self.stamp
        if let known = WorkspaceState.known.withLock({ $0[path] }), known.stamp == stamp { return known }
        let state: WorkspaceState
        do throws(Failure) {
            let read = try Workspace.reading(folder: path)
            state = WorkspaceState(stamp: stamp, workspace: read.value, diagnostics: read.warnings)
        } catch { state = WorkspaceState(stamp: stamp, workspace: nil, diagnostics: error.diagnostics) }
        WorkspaceState.known.withLock { known in
            if known.count > 500 { known = [:] }
            known[path] = state
        }
        return state
    }

    /// Changes with every file in it.
    private var stamp: [Int] {
        var numbers: [Int] = []
        func look(_ folder: String, depth: Int) {
            for name in OwnFiles.names(in: folder) where !name.hasPrefix(".") {
                var facts = stat()
                let path = "\(folder)/\(name)"
                guard unsafe lstat(path, &facts) == 0 else { continue }
                if facts.st_mode & S_IFMT == S_IFDIR {
                    if depth < 2 { look(path, depth: depth + 1) }
                } else {
                    numbers += [
                        name.hashValue, Int(facts.st_size), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec,
                        Int(facts.st_ino),
                    ]
                }
            }
        }
        look(path, depth: 0)
        return numbers
    }
}

/// What reading a workspace came to.
struct WorkspaceState: Sendable {
    let stamp: [Int]
    /// Nil where it has errors.
    let workspace: Workspace?
    let diagnostics: [Diagnostic]

    fileprivate static let known = Mutex<[String: WorkspaceState]>([:])

    func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

extension Visit {
    /// The workspace of that name where this person has that right in it; nil for all others, so that nobody learns what there is.
    func workspace(_ name: String, _ right: Right) -> WorkspaceFolder? {
        guard let person, let own = person.right(in: name), own >= right else { return nil }
        return WorkspaceFolder(name, on: site)
    }
}
