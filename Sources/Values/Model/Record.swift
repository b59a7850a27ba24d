/// Named fields in the order they were written.
///
/// Records of one list share their `Shape`, so that a reader of many rows looks each name up once.
public struct Record: Hashable, Sendable {
    public let shape: Shape
    /// One value for each name of the shape, in its order.
    public private(set) var values: [Value]

    /// The number of values must be the shape's number of names.
    public init(shape: Shape, values: [Value]) {
        precondition(shape.names.count == values.count, "a record has one value for each name")
        self.shape = shape
        self.values = values
    }

    /// A later field of the same name replaces the earlier one.
    public init(_ fields: some Sequence<(String, Value)>) {
        var names: [String] = []
        var values: [Value] = []
        var places: [String: Int] = [:]
        for (name, value) in fields {
            if let place = places[name] {
                values[place] = value
            } else {
                places[name] = names.count
                names.append(name)
                values.append(value)
            }
        }
        shape = Shape(names)
        self.values = values
    }

    public subscript(name: String) -> Value? { shape.index(of: name).map { values[$0] } }

    public static func == (a: Self, b: Self) -> Bool {
        (a.shape === b.shape || a.shape.names == b.shape.names) && a.values == b.values
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(shape.names)
        hasher.combine(values)
    }
}

/// The names of a record's fields; immutable and compared by identity on the fast path.
public final class Shape: Sendable {
    public let names: [String]
    private let places: [String: Int]

    /// The names must differ.
    public init(_ names: [String]) {
        self.names = names
        places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    public func index(of name: String) -> Int? { places[name] }
}
