public import OfficeDocument
public import Regulations

/// A paragraph and what it was taken for.
public struct RecognisedComponent: Hashable, Sendable {
    public let component: Component
    public let place: ReadParagraph.Place
    public let text: String
    public let sureness: Sureness
}
