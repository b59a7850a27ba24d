internal import Container
internal import Diagnostics
internal import FoundationEssentials

/// Where a template may take pictures and other templates from: one folder, and nothing outside of it.
public struct Resources: Sendable {
    private let folder: String?
    private var log: ResourceLog?
    /// The real path of the file that a result goes to.
    private var result: String?

    /// Nothing: a tag that names a file is then an error.
    public static let none = Resources(folder: nil)

    /// The files of a folder and of the folders in it.
    public init(folder: String) { self.folder = folder.isEmpty ? "." : folder }

    private init(folder: String?) { self.folder = folder }

    /// The same files; what is read of them is noted.
    package func noted(in log: ResourceLog) -> Resources {
        var resources = self
        resources.log = log
        return resources
    }

    /// The same files; data never choose the one that a result goes to.
    package func without(_ result: String) -> Resources {
        var resources = self
        resources.result = URL(filePath: result).resolvingSymlinksInPath().path
        return resources
    }

    /// Where a file is that the template or its data name; nil where there is none they may have.
    package func path(ifAny name: String) -> String? { try? path(of: name) }

    /// Why a file cannot be had.
    enum Fault: Error, Hashable {
        case noFolder
        case outside
        case missing(folder: String)
        case tooLarge
    }

    /// The real path of a file named by the template or its data.
    ///
    /// Absolute paths, `..` and links that lead out of the folder are refused.
    func path(of name: String) throws(Fault) -> String {
        guard let folder else { throw .noFolder }
        let pieces = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard !name.hasPrefix("/"), !name.hasPrefix("\\"), !name.hasPrefix("~"), !pieces.isEmpty,
            !pieces.contains(".."), !name.contains(":"), !name.contains("\0")
        else { throw .outside }
        let root = URL(filePath: folder).resolvingSymlinksInPath().path
        let whole = URL(filePath: folder).appending(path: pieces.joined(separator: "/"))
        var isFolder = false
        guard FileManager.default.fileExists(atPath: whole.path, isDirectory: &isFolder), !isFolder else {
            throw .missing(folder: folder)
        }
        let real = whole.resolvingSymlinksInPath().path
        guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw .outside }
        return real
    }

    /// The names, without the ending, of the files right in the folder that begin and end so, in their order.
    func names(beginning stem: String, ending: String) throws(Fault) -> [String] {
        guard let folder else { throw .noFolder }
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { name in
            guard name.hasSuffix(ending), name.hasPrefix(stem), !name.hasPrefix("."), !name.hasPrefix("~$")
            else { return false }
            return result == nil
                || URL(filePath: folder).appending(path: name).resolvingSymlinksInPath().path != result
        }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    /// The contents of such a file.
    func contents(of name: String) throws(Fault) -> [UInt8] {
        let path = try path(of: name)
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .missing(folder: folder ?? "")
        }
        do throws(InputFile.Fault) {
            let bytes = try InputFile.contents(ofFileAt: path, limit: Limit.pictureSize.value)
            log?.add(name, bytes)
            return bytes
        } catch {
            switch error {
            case .tooLarge: throw .tooLarge
            case .unreadable: throw .missing(folder: folder ?? "")
            }
        }
    }
}
