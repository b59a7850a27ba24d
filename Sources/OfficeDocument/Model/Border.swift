/// A line along the edge of a paragraph, cell or shape.
package struct Border: Hashable, Sendable {
    /// As the file names it, such as `single`, `solid` or `double`; `none` takes an inherited line away.
    package var style: String
    package var width: Length?
    package var colour: Colour?

    /// A black, unbroken line.
    package init(width: Length) {
        self.init(style: "single", width: width, colour: .rgb(red: 0, green: 0, blue: 0))
    }

    init(style: String, width: Length?, colour: Colour?) {
        self.style = style
        self.width = width
        self.colour = colour
    }

    /// Half a point, the usual line of tables and letterheads.
    package static let thin = Border(width: usualWidth)

    /// No line, where one would be inherited.
    package static let none = Border(style: "none", width: nil, colour: nil)

    /// What a line has whose width nobody says.
    static let usualWidth = Length.points(0.5)

    /// Nil for none.
    var drawn: Border? { style == Border.none.style ? nil : self }

    /// The same line in black and without its pattern.
    var plain: Border { Border(width: width ?? Border.usualWidth) }
}

/// One value for each edge of a box.
package struct Edges<Value> {
    package var top: Value
    package var bottom: Value
    package var left: Value
    package var right: Value

    package init(_ value: Value) { self.init(top: value, bottom: value, left: value, right: value) }

    init(top: Value, bottom: Value, left: Value, right: Value) {
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }

    func map<Other>(_ transform: (Value) -> Other) -> Edges<Other> {
        Edges<Other>(
            top: transform(top), bottom: transform(bottom), left: transform(left), right: transform(right))
    }
}

extension Edges: Equatable where Value: Equatable {}
extension Edges: Hashable where Value: Hashable {}
extension Edges: Sendable where Value: Sendable {}
