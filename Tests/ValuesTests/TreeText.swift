import Diagnostics
import Testing
import Values

/// A tree as lines that a person can compare: place, kind, content.
func treeText(_ node: SourceNode, indent: String = "") -> String {
    let place = "\(node.position.line):\(node.position.column)"
    switch node.content {
    case .null: return "\(place) null"
    case .boolean(let value): return "\(place) \(value)"
    case .number(let text): return "\(place) number \(text)"
    case .text(let text): return "\(place) text \(text.debugDescription)"
    case .sequence(let items):
        return items.reduce("\(place) sequence") {
            "\($0)\n\(indent)  - \(treeText($1, indent: indent + "  "))"
        }
    case .mapping(let entries):
        return entries.reduce("\(place) mapping") { text, entry in
            let key = "\(entry.keyPosition.line):\(entry.keyPosition.column) \(entry.key.debugDescription)"
            return "\(text)\n\(indent)  \(key) = \(treeText(entry.value, indent: indent + "  "))"
        }
    }
}

/// The faults of what should fail, as `code line:column`.
func faults(sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void) -> [String] {
    let failure = #expect(throws: Failure.self, sourceLocation: sourceLocation) { try body() }
    return (failure?.diagnostics ?? []).map { fault in
        #expect(fault.fix != nil, "\(fault.code) says no way out", sourceLocation: sourceLocation)
        guard case .text(_, let line, let column, _) = fault.location else { return fault.code }
        return "\(fault.code) \(line):\(column)"
    }
}
