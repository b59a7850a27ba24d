/// The language of a message.
public enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}

/// One sentence in both languages of the tool: Vietnamese for the user, English on request.
public struct Wording: Hashable, Sendable {
    public let vietnamese: String
    public let english: String

    public init(_ vietnamese: String, en english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }

    public func text(in language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
