internal import OfficePackage
internal import XMLTree

extension Element {
    /// The part with its drawings and bookmarks numbered from there, so that none has the number of another.
    func withIds(from first: Int) -> Element {
        var bookmarks: [String: String] = [:]
        var next = first
        return rewritten { element in
            switch element.name.local {
            case "docPr":
                next += 1
                element.set("id", "\(next)")
            case "bookmarkStart", "bookmarkEnd":
                guard let id = element.value("id") else { return true }
                if bookmarks[id] == nil {
                    next += 1
                    bookmarks[id] = "\(next)"
                }
                element.set("id", bookmarks[id] ?? id)
            default: break
            }
            return true
        } ?? self
    }
}
