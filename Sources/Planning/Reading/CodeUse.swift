internal import Diagnostics

/// A code that a file declares or refers to.
struct CodeUse {
    let role: Role
    let kind: IdentifierKind
    let code: String
    let place: Place

    enum Role {
        case declaration
        case reference
    }
}

/// Every code declared twice or never, over all files.
///
/// `unreadable` are the kinds whose declaring file could not be read: what refers to them cannot be judged.
func codeFaults(_ uses: [CodeUse], unreadable: Set<IdentifierKind>) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var declared: [Scope: [String: Place]] = [:]
    for use in uses where use.role == .declaration {
        let scope = Scope(use)
        if let first = declared[scope]?[use.code] {
            faults.append(.duplicateCode(use, first: first))
        } else {
            declared[scope, default: [:]][use.code] = use.place
        }
    }
    for use in uses where use.role == .reference && !unreadable.contains(use.kind) {
        let known = declared[Scope(use)] ?? [:]
        if known[use.code] == nil { faults.append(.unknownReference(use, known: known.keys.sorted())) }
    }
    return faults
}

/// Where a code holds: in the workspace, or in one file.
private struct Scope: Hashable {
    let kind: IdentifierKind
    let file: String?

    init(_ use: CodeUse) {
        kind = use.kind
        file = use.kind.isLocalToFile ? use.place.file : nil
    }
}
