internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The parts of a template's package that compiling changes, as trees, and those it adds.
struct PackageTrees {
    let archive: Archive
    private var trees: [String: Element] = [:]
    /// Parts that are changed or new, by name.
    private(set) var changed: Set<String> = []
    /// New parts that are no XML.
    private(set) var files: [String: [UInt8]] = [:]

    /// The lists that recognising the package has read are not read again.
    init(_ package: DocumentPackage) {
        archive = package.archive
        trees = package.lists
    }

    func contains(_ name: String) -> Bool {
        trees[name] != nil || files[name] != nil || archive.contains(name)
    }

    /// The part as it stands now; nil if there is none.
    mutating func tree(_ name: String) throws(Failure) -> Element? {
        if let tree = trees[name] { return tree }
        guard archive.contains(name) else { return nil }
        let tree = try archive.tree(of: name)
        trees[name] = tree
        return tree
    }

    mutating func replace(_ name: String, with tree: Element) {
        trees[name] = tree
        changed.insert(name)
    }

    mutating func add(_ name: String, file: [UInt8]) { files[name] = file }

    /// The changed and new parts as they are written.
    var parts: [String: [UInt8]] {
        var parts = files
        for name in changed { parts[name] = trees[name]?.bytes }
        return parts
    }
}
