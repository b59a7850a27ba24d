/// The order in which the parts of a package are compiled: what follows from other parts comes after them.
struct PartOrder {
    /// Without the part that comes first, and without the numberings, which come last.
    private(set) var names: [String] = []
    private let package: TemplatePackage
    private var seen: Set<String>

    /// `entries` are those of the package; notes that an included body has brought stand behind them.
    init(of entries: [String], in package: TemplatePackage, after first: String) {
        self.package = package
        seen = [first]
        let known = Set(entries)
        let brought = package.noteParts.keys.filter { !known.contains($0) }.sorted()
        for name in entries + brought where name != package.numberingPart { add(name) }
    }

    private mutating func add(_ name: String) {
        guard seen.insert(name).inserted else { return }
        for other in parts(before: name) { add(other) }
        names.append(name)
    }

    /// The parts that one follows from.
    private func parts(before name: String) -> [String] {
        switch package.kind(of: name) {
        // Which of its targets are still needed is known when the part itself is compiled.
        case .namedTexts: package.source(ofRelationships: name).map { [$0] } ?? []
        // What the texts of notes stand in follows from what refers to them; comments can be made in notes.
        case .text(.comment?):
            package.textsWithoutNotes + package.noteParts.filter { $0.value != .comment }.keys.sorted()
        case .text(.some): package.textsWithoutNotes
        case .text(nil), .other: []
        case .settings, .numbering: package.parts.sorted()
        }
    }
}
