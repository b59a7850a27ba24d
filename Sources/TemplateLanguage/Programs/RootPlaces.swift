internal import Synchronization
internal import Values

/// Where the sites of a program find their plain names in the whole data, by its shape: the records of a batch share one.
final class RootPlaces: Sendable {
    private struct Known {
        /// Kept, so that no other shape takes its identity.
        let shape: Shape
        let places: [Int]
    }

    private let known = Mutex<[Known]>([])
    /// As many threads as fill one template at a time have shapes of their own.
    private static let limit = 16

    /// For each site where the shape has its name; below 0 where it has not.
    func places(of sites: [Program.Site], in shape: Shape) -> [Int] {
        known.withLock { known in
            if let found = known.first(where: { $0.shape === shape }) { return found.places }
            let places = sites.map { site in site.name.flatMap { shape.index(of: $0) } ?? -1 }
            if known.count == RootPlaces.limit { known.removeFirst() }
            known.append(Known(shape: shape, places: places))
            return places
        }
    }
}
