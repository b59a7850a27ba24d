internal import Container
internal import Diagnostics
internal import XMLTree

struct OpenDocumentReader {
    static func document(in archive: Archive) throws(Failure) -> Reported<ReadDocument> {
        throw Failure(.notADocument(archive.file))
    }
}
