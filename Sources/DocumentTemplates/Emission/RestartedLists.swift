internal import OfficePackage
internal import XMLTree

/// The lists of OpenDocument that surely stand in a repeat before another: those it may go on counting.
///
/// Those in a section inside of it need not be printed, so they do not count behind it.
struct BegunLists {
    fileprivate var styles: Set<String> = []
    fileprivate var names: Set<String> = []
    /// Lists that would have gone on counting one outside of the repeat, by its name; an empty name for one without.
    fileprivate var continuing: [String: String] = [:]
}

extension Emission {
    /// Lets a list begin again in each repeat that restarts numberings, unless it goes on counting one of the same repeat.
    mutating func restartList(_ head: inout Element) {
        guard head.name.local == dialect.numbering.list, let place = restartingSection else { return }
        let before = sections[place...].map(\.lists)
        let style = head.attribute("style-name", in: head.name.namespace) ?? ""
        let own = head.attributes.first { $0.name.local == "id" && $0.name.prefix == "xml" }?.value
        var begun = sections[sections.count - 1].lists
        for attribute in head.attributes where dialect.numbering.continuations.contains(attribute.name.local)
        {
            if attribute.name.local != "continue-list" {
                if before.contains(where: { $0.styles.contains(style) }) { continue }
            } else if before.contains(where: { $0.names.contains(attribute.value) }) {
                continue
            } else if let first = before.lazy.compactMap({ $0.continuing[attribute.value] }).first {
                // The first of them has begun again: the others go on with it.
                if !first.isEmpty {
                    head.set(attribute.name, to: first)
                    continue
                }
            } else {
                begun.continuing[attribute.value] = own ?? ""
            }
            head.attributes.removeAll { $0.name == attribute.name }
        }
        begun.styles.insert(style)
        if let own { begun.names.insert(own) }
        sections[sections.count - 1].lists = begun
    }
}
