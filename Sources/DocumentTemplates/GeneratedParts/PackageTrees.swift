internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// The parts of a template's package that compiling changes, as trees, and those it adds.
struct PackageTrees {
    /// The package as it came.
    let source: PackageSource
    private var trees: [String: Element] = [:]
    /// Parts that are changed or new, by name.
    private(set) var changed: Set<String> = []
    /// New parts that are no XML.
    private(set) var files: [String: [UInt8]] = [:]

    /// The lists that recognising the package has read are not read again.
    init(_ package: DocumentPackage) {
        source = package.source
        trees = package.lists
    }

    func contains(_ name: String) -> Bool {
        trees[name] != nil || files[name] != nil || source.contains(name)
    }

    /// All names, those of the package as it came first.
    var names: [String] { source.names + changed.union(files.keys).filter { !source.contains($0) }.sorted() }

    /// The part as it stands now; nil if there is none.
    mutating func tree(_ name: String) throws(Failure) -> Element? {
        if let tree = trees[name] { return tree }
        guard source.contains(name) else { return nil }
        let tree = try source.tree(name)
        trees[name] = tree
        return tree
    }

    /// The same of a part that the package has.
    mutating func existingTree(_ name: String) throws(Failure) -> Element {
        guard let tree = try tree(name) else { return try source.tree(name) }
        return tree
    }

    mutating func replace(_ name: String, with tree: Element) {
        trees[name] = tree
        changed.insert(name)
    }

    mutating func add(_ name: String, file: [UInt8]) { files[name] = file }

    /// Leaves new files out again.
    mutating func drop(_ names: Set<String>) { for name in names { files[name] = nil } }

    /// The changed and new parts as they are written.
    var parts: [String: [UInt8]] {
        var parts = files
        for name in changed { parts[name] = trees[name]?.bytes }
        return parts
    }
}
