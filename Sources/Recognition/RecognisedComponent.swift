package import OfficeDocument
package import Regulations

/// A paragraph and what it was taken for.
package struct RecognisedComponent: Hashable, Sendable {
    package let component: Component
    package let place: ReadParagraph.Place
    package let text: String
    package let sureness: Sureness
}
