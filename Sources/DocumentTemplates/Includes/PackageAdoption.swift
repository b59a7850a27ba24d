internal import Container
internal import Diagnostics
internal import OfficePackage
internal import XMLTree

extension PackageTrees {
    /// Copies a file of another package under a name that begins so; the same bytes are copied once.
    mutating func adopt(_ name: String, from other: PackageSource, as start: String) throws(Failure) -> String
    {
        let bytes = try other.contents(of: name)
        if let known = files.filter({ $0.value == bytes }).keys.min() { return known }
        let pieces = name.split(separator: "/").last?.split(separator: ".") ?? []
        let suffix = pieces.count > 1 ? "." + (pieces.last ?? "") : ""
        var number = 1
        while contains("\(start)\(number)\(suffix)") { number += 1 }
        add("\(start)\(number)\(suffix)", file: bytes)
        return "\(start)\(number)\(suffix)"
    }

    /// What `[Content_Types].xml` says of a part.
    mutating func contentType(of name: String) throws(Failure) -> String? {
        ContentTypes(try tree(ContentTypes.entry)).type(of: name)
    }

    /// Says what a copied part is: by its extension, or by itself where the extension means something else.
    mutating func declare(_ name: String, as type: String) throws(Failure) {
        let known = try contentType(of: name)
        guard known != type else { return }
        if known == nil, let suffix = name.split(separator: ".").last {
            try declare(extension: String(suffix), as: type)
        } else {
            try declare(part: name, as: type)
        }
    }
}
