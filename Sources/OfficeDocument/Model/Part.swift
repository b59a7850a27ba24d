internal import Container
public import Diagnostics
package import XMLTree

/// One named file inside an office document.
public struct Part: Hashable, Sendable {
    public let name: String
    package let content: Content

    /// What a part is made of.
    package enum Content: Hashable, Sendable {
        case tree(Element)
        /// No XML; OpenDocument wants it uncompressed.
        case plain([UInt8])
    }

    /// The part as it stands in the file.
    public var bytes: [UInt8] {
        switch content {
        case .tree(let root): root.bytes
        case .plain(let bytes): bytes
        }
    }

    init(_ name: String, _ root: Element) {
        self.name = name
        content = .tree(root)
    }

    init(_ name: String, plain bytes: [UInt8]) {
        self.name = name
        content = .plain(bytes)
    }
}

extension Document {
    /// The parts of the document in the order they stand in the file.
    ///
    /// The same document gives the same bytes: there is no clock and no chance in them.
    public func parts(as format: OfficeFormat) -> [Part] {
        switch format {
        case .docx: WordPackage(self).parts
        case .odt: OpenDocumentPackage(self).parts
        }
    }

    /// The whole file.
    public func bytes(as format: OfficeFormat) throws(Failure) -> [UInt8] {
        var writer = ArchiveWriter()
        for part in parts(as: format) {
            switch part.content {
            case .tree(let root): writer.add(part.name, bytes: root.bytes)
            case .plain(let bytes): writer.add(part.name, bytes: bytes, compression: .stored)
            }
        }
        return try writer.bytes()
    }
}
