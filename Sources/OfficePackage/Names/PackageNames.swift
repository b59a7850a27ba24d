/// Names of the packaging conventions of Office Open XML.
package enum PackageNames {
    package static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    package static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    /// How the names of the properties begin that this program reads from a document.
    package static let ownProperties = "vanthu."
    /// The type of the relationship with the document's properties.
    package static let coreProperties =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    /// Types of relationships begin so, and ids of relationships in a text have this namespace.
    package static let officeRelationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package static let strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"

    /// The namespace of relationships beside a main vocabulary, transitional or strict.
    package static func relationships(beside namespace: String) -> String {
        namespace == WordNames.strict ? strictRelationships : officeRelationships
    }
}
