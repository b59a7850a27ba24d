internal import OfficePackage
internal import XMLTree

/// The attributes of a property element, or its children, that speak of a property; each as it is usually written.
struct OpenDocumentNaming: Sendable {
    let reads: [String]
    /// Attributes that speak of several properties; what `reads` names holds against them.
    let shorthands: [String]
}

/// What a file says with one attribute or child of a property element.
struct OpenDocumentStatement {
    let value: String
    var attribute: QualifiedName?
    var child: Element?
    let properties: Element
    /// The families of the declared fonts.
    let faces: [String: String]

    init(value: String, properties: Element, faces: [String: String]) {
        self.value = value
        self.properties = properties
        self.faces = faces
    }
}

/// A property element that is written.
struct OpenDocumentProperties {
    var element: Element
    /// Names as the part writes them.
    let writer: OpenDocumentWriter
    /// Whether letters of Asian and right-to-left scripts are given the same.
    let coversAllScripts: Bool
    /// Where the positions of tabs count from.
    var tabOrigin = Length.zero

    mutating func set(_ name: String, to value: String) { element.set(writer.name(name), to: value) }

    /// Sets `fo:font-size` and, where all scripts are meant, `style:font-size-asian` and `-complex`.
    mutating func setForScripts(_ name: String, to value: String) {
        set(name, to: value)
        guard coversAllScripts else { return }
        for name in OpenDocumentFormatting.scriptNames(name) { set(name, to: value) }
    }

    var isEmpty: Bool { element.attributes.isEmpty && element.children.isEmpty }

    mutating func remove(_ names: [String]) { element.remove(names.map(writer.name)) }
}

/// How OpenDocument writes a value.
struct OpenDocumentCodec<Value: Hashable & Sendable>: Sendable {
    let naming: OpenDocumentNaming
    /// The value a statement gives, nil where it is silent; the second is what holds without it.
    let read: @Sendable (OpenDocumentStatement, Value?) -> Value?
    /// Makes the element say the value, and nothing that would contradict it.
    let write: @Sendable (Value, inout OpenDocumentProperties) -> Void

    init(
        _ reads: [String], shorthand: String? = nil,
        read: @escaping @Sendable (OpenDocumentStatement, Value?) -> Value?,
        write: @escaping @Sendable (Value, inout OpenDocumentProperties) -> Void
    ) {
        naming = OpenDocumentNaming(reads: reads, shorthands: shorthand.map { [$0] } ?? [])
        self.read = read
        self.write = write
    }

    /// An attribute with the value as text; `replacing` names those that would contradict it.
    static func attribute(
        _ name: String, shorthand: String? = nil, replacing others: [String] = [], forScripts: Bool = false,
        read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(
            [name], shorthand: shorthand, read: { statement, _ in read(statement.value) },
            write: { value, properties in
                if !others.isEmpty { properties.remove(others) }
                if forScripts {
                    properties.setForScripts(name, to: write(value))
                } else {
                    properties.set(name, to: write(value))
                }
            })
    }

    /// An attribute with two values.
    static func either(
        _ name: String, forScripts: Bool = false, on: Value, _ onText: String, off: Value, _ offText: String,
        isOn: @escaping @Sendable (String) -> Bool
    ) -> Self {
        .attribute(
            name, forScripts: forScripts, read: { isOn($0) ? on : off },
            write: { $0 == on ? onText : offText })
    }
}

extension OpenDocumentCodec<Bool> {
    static func onOff(_ name: String, _ on: String, _ off: String) -> Self {
        .either(name, on: true, on, off: false, off) { $0 == on }
    }

    /// Something is there, unless it is `none`.
    static func presence(_ name: String, of kind: String) -> Self {
        .either(name, on: true, kind, off: false, "none") { $0 != "none" }
    }

    /// Hidden letters are the ones that are not displayed.
    static var isHidden: Self { .onOff("text:display", "none", "true") }
}

extension OpenDocumentCodec<Length> {
    static func length(_ name: String, shorthand: String? = nil, replacing others: [String] = []) -> Self {
        .attribute(
            name, shorthand: shorthand, replacing: others,
            read: { Measure.length($0) ?? (Double($0) == 0 ? .zero : nil) },
            write: OpenDocumentFormatting.length)
    }
}

extension OpenDocumentCodec<ParagraphFormat.LineSpacing> {
    static var lineSpacing: Self {
        let (height, leastHeight) = ("fo:line-height", "style:line-height-at-least")
        return Self(
            [height, leastHeight],
            read: { statement, _ in
                if statement.attribute?.local == "line-height-at-least" {
                    return Measure.length(statement.value).map { .atLeast($0) }
                }
                if let share = Measure.percent(statement.value) { return .lines(share) }
                if statement.value == "normal" { return .lines(1) }
                return Measure.length(statement.value).map { .exactly($0) }
            },
            write: { spacing, properties in
                properties.remove([height, leastHeight, "style:line-spacing"])
                switch spacing {
                case .lines(let count):
                    properties.set(height, to: OpenDocumentFormatting.decimal(count * 100) + "%")
                case .exactly(let length): properties.set(height, to: OpenDocumentFormatting.points(length))
                case .atLeast(let length):
                    properties.set(leastHeight, to: OpenDocumentFormatting.points(length))
                }
            })
    }
}

extension OpenDocumentCodec<ParagraphFormat.Alignment> {
    static var alignment: Self {
        .attribute(
            "fo:text-align",
            read: { name in
                switch name {
                case "start", "left": .left
                case "end", "right": .right
                case "center": .centre
                case "justify": .justified
                default: nil
                }
            },
            write: { alignment in
                switch alignment {
                case .left: "start"
                case .centre: "center"
                case .right: "end"
                case .justified: "justify"
                }
            })
    }
}

extension OpenDocumentCodec<Border> {
    /// `beside` is said along with the line.
    static func border(
        _ name: String, before first: (String, String)? = nil, after last: (String, String)? = nil
    ) -> Self {
        Self(
            [name], shorthand: "fo:border", read: { statement, _ in Border(openDocument: statement.value) },
            write: { border, properties in
                if let first { properties.set(first.0, to: first.1) }
                properties.set(name, to: border.openDocument)
                if let last { properties.set(last.0, to: last.1) }
            })
    }
}

extension OpenDocumentCodec<Colour> {
    /// The colour of letters; that of the window is black on white paper.
    static var colour: Self {
        let (colour, window) = ("fo:color", "style:use-window-font-color")
        return Self(
            [colour, window],
            read: { statement, _ in
                if statement.properties.style("use-window-font-color") == "true" { return .automatic }
                return statement.attribute?.local == "color" ? Colour(hexadecimal: statement.value) : nil
            },
            write: { value, properties in
                properties.remove([window])
                properties.set(colour, to: "#" + (value.hexadecimal ?? "000000").lowercased())
            })
    }

    static var background: Self {
        .attribute(
            "fo:background-color", read: { Colour(hexadecimal: $0) ?? .automatic },
            write: { $0.hexadecimal.map { "#" + $0.lowercased() } ?? "transparent" })
    }
}

extension OpenDocumentCodec<String> {
    /// The name of a declared font, or else a family.
    static var font: Self {
        let (face, family) = ("style:font-name", "fo:font-family")
        return Self(
            [face, family],
            read: { statement, _ in
                if statement.attribute?.local == "font-name" {
                    return statement.faces[statement.value] ?? statement.value
                }
                guard statement.properties.style("font-name") == nil else { return nil }
                return OpenDocumentFormatting.family(statement.value)
            },
            write: { font, properties in
                properties.remove([
                    family, "style:font-family-generic", "style:font-pitch", "style:font-charset",
                    "style:font-style-name",
                ])
                properties.setForScripts(face, to: font)
            })
    }
}

extension OpenDocumentCodec<Double> {
    /// In points, or a share of the size below.
    static var fontSize: Self {
        Self(
            ["fo:font-size"],
            read: { statement, current in
                if let share = Measure.percent(statement.value) {
                    // Shares of shares grow without end.
                    return current.map { $0 * share }.flatMap { abs($0) < 10_000 ? $0 : nil }
                }
                return Measure.length(statement.value)?.points
            },
            write: { size, properties in
                properties.setForScripts("fo:font-size", to: OpenDocumentFormatting.decimal(size) + "pt")
            })
    }
}
