package import XMLTree

/// The entries by which an OpenDocument package says what it is and what is in it.
package enum Manifest {
    package static let entry = "META-INF/manifest.xml"
    /// The entry that says what the package is, the first in it and not compressed.
    package static let mediaType = "mimetype"
    package static let text = "content.xml"
    package static let styles = "styles.xml"
    package static let properties = "meta.xml"
    package static let settings = "settings.xml"

    /// The entries that hold digital signatures: of the document, and of its programs.
    static let signatures: Set<String> = ["META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml"]

    /// Where programs and their windows are kept.
    package static let macroFolders = ["Basic/", "Scripts/", "Dialogs/"]

    /// One line of the manifest; what its prefix means is declared at the root.
    package static func fileEntry(_ path: String, mediaType: String) -> Element {
        .plain("manifest:file-entry", ["manifest:full-path": path, "manifest:media-type": mediaType])
    }

    /// What the manifest says of an entry, or of the whole package for `/`.
    package static func mediaType(of path: String, in root: Element) -> String? {
        root.elements.first { $0.value("full-path") == path }?.value("media-type")
    }

    /// Whether the text cannot be read without a password.
    static func isEncrypted(_ root: Element) -> Bool {
        root.elements.contains { entry in
            entry.child("encryption-data") != nil && entry.value("full-path") == text
        } || root.elements.contains { $0.child("encrypted-key") != nil || $0.name.local == "encryptedKey" }
    }
}
