internal import DocumentTemplates

extension Resources {
    /// What lies beside a file; beside standard input, what lies in the current folder.
    static func folder(of path: String) -> Resources {
        guard let slash = path.lastIndex(of: "/") else { return Resources(folder: ".") }
        return Resources(folder: slash == path.startIndex ? "/" : String(path[..<slash]))
    }
}
