/// Elements that sections want to vanish: each goes only if every section with a tag in it agrees.
enum SharedContainers {
    /// The elements all can agree on; `wanted` are the elements of each section, by its place among `sections`.
    ///
    /// An element stays when a section has some of its tags in it but not all, and keeps them there; then the sections that wanted it keep
    /// their other elements too, and so on. Takes time in proportion to the tags.
    static func settled(_ wanted: [Int: [[Int]]], sections: [Section]) -> Set<[Int]> {
        var wanting: [[Int]: [Int]] = [:]
        for (section, units) in wanted { for unit in units { wanting[unit, default: []].append(section) } }
        var dropped: Set<Int> = []
        var bad: Set<[Int]> = []
        var left: [[Int]] = []
        func spoil(_ unit: [Int]) { if bad.insert(unit).inserted { left.append(unit) } }
        for (number, section) in sections.enumerated() {
            for (unit, count) in touched(by: section, among: wanting)
            where count < section.ends.count && wanted[number]?.contains(unit) != true { spoil(unit) }
        }
        while let unit = left.popLast() {
            for section in wanting[unit] ?? [] where dropped.insert(section).inserted {
                // Its tags stay in all of its elements.
                for other in wanted[section] ?? [] { spoil(other) }
            }
        }
        return Set(wanting.keys).subtracting(bad)
    }

    /// The candidates that hold tags of a section, each with the number of these tags.
    private static func touched(by section: Section, among units: [[Int]: [Int]]) -> [[Int]: Int] {
        var counts: [[Int]: Int] = [:]
        for end in section.ends {
            for depth in 1...max(1, end.path.count) {
                let prefix = Array(end.path.prefix(depth))
                if units[prefix] != nil { counts[prefix, default: 0] += 1 }
            }
        }
        return counts
    }
}

/// Paths of tags in the order of the document, to be asked what stands in an element.
struct OrderedPaths {
    private let paths: [[Int]]

    init(_ paths: [[Int]]) { self.paths = paths.sorted { $0.lexicographicallyPrecedes($1) } }

    /// The first of the paths in an element.
    func first(in element: [Int]) -> [Int]? {
        let place = lowerBound(of: element)
        return place < paths.count && paths[place].starts(with: element) ? paths[place] : nil
    }

    /// The last of the paths in an element.
    func last(in element: [Int]) -> [Int]? {
        guard let last = element.last else { return paths.last }
        let place = lowerBound(of: element.dropLast() + [last + 1])
        return place > 0 && paths[place - 1].starts(with: element) ? paths[place - 1] : nil
    }

    private func lowerBound(of path: [Int]) -> Int {
        var stretch = paths.startIndex..<paths.endIndex
        while !stretch.isEmpty {
            let middle = (stretch.lowerBound + stretch.upperBound) / 2
            stretch =
                paths[middle].lexicographicallyPrecedes(path)
                ? middle + 1..<stretch.upperBound : stretch.lowerBound..<middle
        }
        return stretch.lowerBound
    }
}
