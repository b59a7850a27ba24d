internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import Planning
internal import Synchronization
internal import Values
internal import VanThu
internal import VietnameseText

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

    /// Why a new workspace cannot have that name; nil where it can.
    static func fault(ofNewName name: String, _ visit: Visit) -> String? {
        let isPlain =
            !name.isEmpty && name.utf8.count <= 80 && name.first != "-"
            && name.utf8.allSatisfy {
                $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
            }
        guard isPlain else {
            return visit.say(
                "Tên thư mục chỉ gồm chữ không dấu, số và gạch nối.",
                en: "The name of the folder has Latin letters, digits and hyphens only.")
        }
        guard !OwnFiles.exists("\(visit.site.settings.root)/\(name)") else {
            return visit.say("Đã có hồ sơ tên này.", en: "There is a workspace of this name.")
        }
        return nil
    }

    /// A name for a workspace out of that of a file: `Kế hoạch CCHC 2026` is `ke-hoach-cchc-2026`.
    static func plainName(of text: String) -> String {
        var name = ""
        for byte in PlainLetters.withoutMarks(text).lowercased().utf8.prefix(80) {
            if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !name.isEmpty, !name.hasSuffix("-") {
                name += "-"
            }
        }
        while name.hasSuffix("-") { name.removeLast() }
        return name.isEmpty ? "ho-so" : name
    }

    /// Whether it is a copy for a moment, in which a file says something else.
    var isTrial: Bool { path != "\(site.settings.root)/\(name)" }

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

    /// A copy of it in which a file says something else, for as long as `body` looks at it.
    func tried<T>(
        with bytes: [UInt8], as file: WorkspaceDataFile, _ body: (WorkspaceFolder) throws(Failure) -> T
    ) throws(Failure) -> T {
        try refuse(bytes, named: file.path)
        let copy = WorkspaceFolder(
            name: name, path: "\(site.spool)/thu-\(Secrets.token().prefix(16))", site: site)
        try makePrivateFolder(copy.path)
        defer {
            OwnFiles.remove(copy.path)
            WorkspaceState.known.withLock { $0[copy.path] = nil }
        }
        func link(_ inner: String, depth: Int) throws(Failure) {
            for name in OwnFiles.names(in: path + inner) where !name.hasPrefix(".") {
                var facts = stat()
                let place = "\(inner)/\(name)"
                guard unsafe lstat(path + place, &facts) == 0 else { continue }
                if facts.st_mode & S_IFMT == S_IFDIR {
                    guard depth < 2 else { continue }
                    try makePrivateFolder(copy.path + place)
                    try link(place, depth: depth + 1)
                } else if facts.st_mode & S_IFMT == S_IFREG, place != "/\(file.path)" {
                    _ = unsafe Glibc.link(path + place, copy.path + place)
                }
            }
        }
        try link("", depth: 0)
        try OwnFiles.write(bytes, to: copy.fullPath(file))
        return try body(copy)
    }

    private init(name: String, path: String, site: Site) {
        (self.name, self.path, self.site) = (name, path, site)
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

    /// The workspace with its gaps, for looking at; nil where not even that can be read.
    func draft() -> Workspace? { try? Workspace.reading(folder: path, for: .preview).value }

    /// Its files by their paths inside, those of its folders too.
    var filePaths: [String] {
        var paths: [String] = []
        func look(_ inner: String, depth: Int) {
            for name in OwnFiles.names(in: path + inner) where !name.hasPrefix(".") {
                var facts = stat()
                let place = "\(inner)/\(name)"
                guard unsafe lstat(path + place, &facts) == 0 else { continue }
                if facts.st_mode & S_IFMT == S_IFDIR {
                    if depth < 2 { look(place, depth: depth + 1) }
                } else if facts.st_mode & S_IFMT == S_IFREG {
                    paths.append(String(place.dropFirst()))
                }
            }
        }
        look("", depth: 0)
        return paths
    }

    /// Changes with every file in it.
    var stamp: [Int] {
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
