package import Container
package import Diagnostics
internal import OfficePackage

extension ReadDocument {
    /// Reads the document in an archive, whichever of the two formats it has.
    ///
    /// The format is told by what is inside, not by the file's name. Parts that are missing or damaged and that the text can do
    /// without give warnings. Throws `document.not-a-document`, `document.no-body`, `document.no-list`, `document.encrypted`, or the
    /// faults of the text's own part and of the package's lists.
    package static func reading(_ archive: Archive) throws(Failure) -> Reported<ReadDocument> {
        let package = try DocumentPackage(PackageSource(archive))
        switch package.format {
        case .docx: return try WordReader.document(in: package)
        case .odt: return try OpenDocumentReader.document(in: package)
        }
    }

    /// A document with what is remarkable about its package, to be read.
    init(_ package: DocumentPackage) throws(Failure) {
        self.init(file: package.source.file, kind: package.kind)
        if package.hasMacros { traits.insert(.macros) }
        if try !package.signatureEntries().isEmpty { traits.insert(.signature) }
    }
}

extension PartShelf {
    /// The document with its warnings, unless a part was refused.
    func report(_ document: ReadDocument) throws(Failure) -> Reported<ReadDocument> {
        if let failure = Failure(refusals) { throw failure }
        return Reported(document, warnings: warnings)
    }
}
