internal import Container
package import Diagnostics
package import OfficePackage

extension Document {
    /// The parts of the document in the order they stand in the file.
    ///
    /// The same document gives the same bytes: there is no clock and no chance in them.
    package func parts(as format: OfficeFormat) -> [Part] {
        switch format {
        case .docx: WordPackage(self).parts
        case .odt: OpenDocumentPackage(self).parts
        }
    }

    /// The whole file.
    package func bytes(as format: OfficeFormat) throws(Failure) -> [UInt8] {
        var writer = ArchiveWriter()
        for part in parts(as: format) {
            writer.add(part.name, bytes: part.bytes, compression: part.compression)
        }
        return try writer.bytes()
    }
}
