internal import Diagnostics
internal import XMLTree

/// A template's body that goes into a part of another.
struct ForeignBody {
    var trees: PackageTrees
    /// The part it is.
    let part: String
    let place: IncludePlace
    /// The body of the template it goes into.
    let hostBody: String
    /// Which of all included bodies it is, from 1.
    let number: Int
}

/// A body made to fit into another package, to which everything it refers to has been added.
struct AdoptedBody {
    let root: Element
    /// What the body holds that cannot be taken along.
    let unsupported: [Wording]
    /// Automatic styles for the part that the body goes into.
    var automaticStyles: [Element] = []
    /// Common styles that have been added; a part that is being compiled does not see them.
    var commonStyles: [Element] = []
    /// What the names of more automatic styles begin with.
    var stylePrefix = ""
    /// The notes and comments that came along, by the part they stand in.
    var notes: [String: (kind: IdentifierKind, ids: [String])] = [:]
}
