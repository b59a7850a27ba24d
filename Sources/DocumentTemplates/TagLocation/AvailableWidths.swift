internal import XMLTree

/// What a format knows of the room a paragraph has, in millimetres; followed along the walk through a part.
protocol AvailableWidths: Sendable {
    /// An element is entered, be it what it may.
    mutating func enter(_ element: Element)
    /// A subtree of settings is passed.
    mutating func pass(_ settings: Element)
    mutating func enterTable(_ table: Element)
    mutating func leaveTable()
    /// `column` counts cells of the row from 0.
    mutating func enterCell(_ cell: Element, column: Int)
    /// The width of the innermost cell, or of the text area of the page; nil if the file does not say.
    func available(atParagraph number: Int) -> Double?
    /// The automatic styles of the part, in formats that have them.
    var automaticStyles: [Element] { get }
}

/// A part without layout.
struct NoWidths: AvailableWidths {
    mutating func enter(_ element: Element) {}
    mutating func pass(_ settings: Element) {}
    mutating func enterTable(_ table: Element) {}
    mutating func leaveTable() {}
    mutating func enterCell(_ cell: Element, column: Int) {}
    func available(atParagraph number: Int) -> Double? { nil }
    var automaticStyles: [Element] { [] }
}
