package import Container
package import Diagnostics
package import XMLTree

extension Archive {
    /// A part read as XML; faults name the file and the part.
    package func tree(of name: String) throws(Failure) -> Element {
        try Element(parsing: contents(of: name), file: "\(file): \(name)")
    }

    /// The entry of that name, written with other capitals if need be: names of parts differ by more than that.
    func entry(named name: String) -> String? {
        if contains(name) { return name }
        let wanted = name.lowercased()
        return entries.first { $0.name.lowercased() == wanted }?.name
    }
}
