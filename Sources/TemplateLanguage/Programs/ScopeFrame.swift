internal import Values

extension Scope {
    /// Where a shape of records has a name.
    struct Known {
        /// Layers above these share the last place.
        static let layerCount = 4

        /// Kept, so that no other shape takes its identity.
        private var shape: Shape?
        private(set) var identity: ObjectIdentifier?
        /// Below 0 where the shape has no such name.
        private(set) var place = -1

        init() {}

        init(_ name: String, in shape: Shape) {
            self.shape = shape
            identity = ObjectIdentifier(shape)
            place = shape.index(of: name) ?? -1
        }
    }

    /// One open section.
    struct Frame {
        let items: Items
        var index = 0
        /// What it stands at, unless that is a record; nil too where the section only shows what is in it.
        var plainItem: Value?
        /// Whether it stands at a record, which is a layer then.
        var hasLayer = false

        enum Items {
            case none
            case one
            case list([Value])
            case rows(RowPassage)
        }

        var isRepeat: Bool {
            switch items {
            case .none, .one: false
            case .list, .rows: true
            }
        }

        var isLast: Bool {
            switch items {
            case .none, .one: true
            case .list(let items): index == items.count - 1
            case .rows(let rows): rows.row(at: 1) == nil
            }
        }
    }
}
