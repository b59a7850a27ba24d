internal import Container
public import Diagnostics
public import OfficePackage

/// One named file inside an office document.
public struct Part: Hashable, Sendable {
    public let name: String
    public let bytes: [UInt8]
    /// OpenDocument wants its first part uncompressed.
    public let storage: Storage

    public init(name: String, bytes: [UInt8], storage: Storage = .compressed) {
        self.name = name
        self.bytes = bytes
        self.storage = storage
    }

    public enum Storage: Hashable, Sendable { case compressed, plain }
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
            switch part.storage {
            case .compressed: writer.add(part.name, bytes: part.bytes)
            case .plain: writer.add(part.name, bytes: part.bytes, compression: .stored)
            }
        }
        return try writer.bytes()
    }
}
