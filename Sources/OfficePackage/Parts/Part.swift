package import Container
package import XMLTree

/// One named file inside an office document that is made in this process.
package struct Part: Hashable, Sendable {
    package let name: String
    package let content: Content
    /// How it is to stand in the file.
    package let compression: ArchiveWriter.Compression

    /// What a part is made of.
    package enum Content: Hashable, Sendable {
        case tree(Element)
        case bytes([UInt8])
    }

    /// The part as it stands in the file.
    package var bytes: [UInt8] {
        switch content {
        case .tree(let root): root.bytes
        case .bytes(let bytes): bytes
        }
    }

    /// A part that is XML, as its tree: equal to what parsing its bytes gives.
    package init(_ name: String, _ root: Element) {
        self.name = name
        content = .tree(root)
        compression = .deflated
    }

    /// Any other part.
    package init(_ name: String, bytes: [UInt8], compression: ArchiveWriter.Compression) {
        self.name = name
        content = .bytes(bytes)
        self.compression = compression
    }
}
