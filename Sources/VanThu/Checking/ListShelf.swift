internal import Diagnostics
internal import FoundationEssentials
internal import Regulations

/// Lists of an office's own that were looked for and read, each folder once.
struct ListShelf {
    /// By the folder that holds `du-lieu`; empty for one without lists.
    private var read: [String: [OwnList]] = [:]

    /// The name of the folder of lists.
    static let folder = "du-lieu"
    private static let endings = [".yaml", ".yml"]

    /// The lists nearest to a file: in `du-lieu` beside it, or in the nearest folder above that has lists; their faults are noted.
    mutating func lists(near file: String, _ collected: inout CollectedDiagnostics) -> [OwnList] {
        var here: FilePath? = FilePath(file).folder
        while let folder = here {
            let lists = read[folder.absolute] ?? Self.lists(in: folder.written, &collected)
            read[folder.absolute] = lists
            if !lists.isEmpty { return lists }
            here = folder.above
        }
        return []
    }

    private static func lists(in folder: String, _ collected: inout CollectedDiagnostics) -> [OwnList] {
        let place = path(of: Self.folder, in: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        return names.sorted().filter { name in endings.contains { name.hasSuffix($0) } }.compactMap { name in
            collected.attempt { () throws(Failure) in try OwnList(opening: path(of: name, in: place)) }?
                .flatMap(\.self)
        }
    }
}
