package import Container
package import Diagnostics
package import OfficePackage
internal import XMLTree

/// Changes documents where they stand.
package enum DocumentEditor {
    /// The whole file with the edits made; nil when none of them changed anything.
    ///
    /// An edit whose place or letters are not as it says is not made. Parts that no edit concerns are copied as they stand, and so are the
    /// bytes of every element of the others that none concerns.
    package static func bytes(of archive: Archive, as format: OfficeFormat, with edits: [DocumentEdit])
        throws(Failure) -> [UInt8]?
    {
        let plan = EditPlan(edits)
        switch format {
        case .docx:
            var editor = WordEditor(archive)
            editor.apply(plan)
            return try editor.parts.bytes()
        case .odt:
            var editor = OpenDocumentEditor(archive)
            editor.apply(plan)
            return try editor.parts.bytes()
        }
    }
}
