package import Container
package import Diagnostics
internal import OfficePackage
internal import XMLTree

extension ReadDocument {
    /// The file with these words in grey across each page, behind the text, and nothing else changed.
    ///
    /// They hang on the headers, of which a document without any gets new ones. `archive` is the one the document was read from. Throws what
    /// keeps its main part, or that of its styles, from being read.
    package func stamped(_ words: String, in archive: Archive) throws(Failure) -> [UInt8] {
        var parts = EditedParts(archive)
        switch format {
        case .docx:
            try WordStamp(words: words).put(on: DocumentPackage(PackageSource(archive)).main, of: &parts)
        case .odt: try OpenDocumentStamp(words: words).put(on: &parts)
        }
        return try parts.wholeBytes()
    }
}

extension Element {
    /// An element written as it is to stand in the file.
    ///
    /// What is written here is our own, so that it can be read.
    static func written(_ xml: String) -> Element {
        guard let element = try? Element(parsing: Array(xml.utf8), file: "") else {
            preconditionFailure("markup of our own cannot be read: \(xml)")
        }
        return element
    }
}
