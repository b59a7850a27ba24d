internal import Recognition

extension ComparedText {
    /// Where another document says something else.
    package struct Difference: Hashable, Sendable {
        /// What only this one says; nil for what is only in the other.
        package let own: String?
        package let other: String?
    }

    /// What differs, in the order of the documents.
    ///
    /// A title in capitals says the same on one line and on several.
    package func differences(from other: ComparedText) -> [Difference] {
        let changes = other.units.difference(from: units)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var differences: [Difference] = []
        var (own, others) = (0, 0)
        while own < units.count || others < other.units.count {
            var gone: [Unit] = []
            var new: [Unit] = []
            while own < units.count, removed.contains(own) {
                gone.append(units[own])
                own += 1
            }
            while others < other.units.count, inserted.contains(others) {
                new.append(other.units[others])
                others += 1
            }
            if gone.isEmpty, new.isEmpty {
                own += 1
                others += 1
            } else if !Self.areOneTitle(gone, new) {
                for index in 0..<max(gone.count, new.count) {
                    differences.append(
                        Difference(
                            own: index < gone.count ? gone[index].text : nil,
                            other: index < new.count ? new[index].text : nil))
                }
            }
        }
        return differences
    }

    private static func areOneTitle(_ a: [Unit], _ b: [Unit]) -> Bool {
        func words(_ units: [Unit]) -> String {
            units.map(\.key).joined(separator: " ").filter { !"| ".contains($0) }
        }
        guard min(a.count, b.count) == 1, let first = (a.count > 1 ? a : b).first else { return false }
        return TextLine.isUpper(first.text) && words(a) == words(b)
    }
}
