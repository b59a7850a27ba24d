internal import OfficePackage
internal import XMLTree

/// Makes a drawn line longer or shorter about its own middle and moves it sideways, in whichever language it is drawn.
enum LineLengths {
    /// `factor` is the new length by the old one; a line in a group, or of a relative width, is left alone.
    static func scale(_ root: inout Element, at path: [Int], by factor: Double, moved: Length) {
        let elements = chain(root, path)
        guard elements.count == path.count, let figure = elements.last,
            !elements.contains(where: { groups.contains($0.name.local) })
        else { return }
        if let frame = elements.lastIndex(where: { $0.name.local == "anchor" || $0.name.local == "inline" }) {
            guard !hasRelativeWidth(elements[frame]) else { return }
            root.change(at: path[..<(frame + 1)]) { scaleFrame(&$0, by: factor, moved) }
            root.change(at: path[...]) { scaleTransform(&$0, by: factor) }
        } else if figure.name.namespace == OpenDocumentNames.draw {
            root.change(at: path[...]) { scaleOpenDocument(&$0, by: factor, moved) }
        } else {
            root.change(at: path[...]) { scaleVector(&$0, by: factor, moved) }
        }
        // What older programs show in its place.
        guard let choice = elements.lastIndex(where: { $0.name.local == "AlternateContent" }) else { return }
        root.change(at: path[..<(choice + 1)]) { alternatives in
            guard let index = alternatives.children.firstIndex(where: { isElement($0, "Fallback") }),
                case .element(var fallback) = alternatives.children[index]
            else { return }
            scaleFirstVector(in: &fallback, by: factor, moved)
            alternatives.children[index] = .element(fallback)
        }
    }

    private static let groups: Set<String> = ["wgp", "grpSp", "wpc", "group", "g"]

    private static func isElement(_ node: Node, _ local: String) -> Bool {
        if case .element(let element) = node { element.name.local == local } else { false }
    }

    /// The elements on the way to the one at that path, and that one.
    private static func chain(_ root: Element, _ path: [Int]) -> [Element] {
        var elements: [Element] = []
        var here = root
        for index in path {
            guard here.children.indices.contains(index), case .element(let next) = here.children[index] else {
                return elements
            }
            elements.append(next)
            here = next
        }
        return elements
    }

    // MARK: DrawingML

    private static func hasRelativeWidth(_ frame: Element) -> Bool {
        let width = frame.child("sizeRelH")?.child("pctWidth")?.text
        return width.map { $0 != "0" } ?? false
    }

    private static func scaleFrame(_ frame: inout Element, by factor: Double, _ moved: Length) {
        guard let width = frame.child("extent")?.value("cx").flatMap(Int.init) else { return }
        let new = Int((Double(width) * factor).rounded())
        frame.changeElement("extent") { $0.set("cx", String(new)) }
        frame.changeElement("positionH") { position in
            position.changeElement("posOffset") { offset in
                guard let place = Int(offset.text) else { return }
                offset.children = [.text(String(place + (width - new) / 2 + moved.metricUnits))]
            }
        }
    }

    private static func scaleTransform(_ figure: inout Element, by factor: Double) {
        figure.changeElement("spPr") { properties in
            properties.changeElement("xfrm") { transform in
                transform.changeElement("ext") { extent in
                    guard let width = extent.value("cx").flatMap(Int.init) else { return }
                    extent.set("cx", String(Int((Double(width) * factor).rounded())))
                }
            }
        }
    }

    // MARK: VML

    private static func scaleFirstVector(in element: inout Element, by factor: Double, _ moved: Length) {
        for index in element.children.indices {
            guard case .element(var child) = element.children[index] else { continue }
            if child.name.local == "line" || child.name.local == "shape" || child.name.local == "rect" {
                scaleVector(&child, by: factor, moved)
            } else {
                scaleFirstVector(in: &child, by: factor, moved)
            }
            element.children[index] = .element(child)
        }
    }

    private static func scaleVector(_ figure: inout Element, by factor: Double, _ moved: Length) {
        if figure.name.local == "line" { return scaleEnds(&figure, by: factor, moved) }
        guard let style = figure.attribute("style") else { return }
        var declarations = style.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        func place(_ name: String) -> Int? { declarations.firstIndex { $0.hasPrefix(name + ":") } }
        func value(_ index: Int) -> Measured? {
            declarations[index].firstIndex(of: ":").flatMap {
                Measured(declarations[index][declarations[index].index(after: $0)...])
            }
        }
        guard let widthPlace = place("width"), let width = value(widthPlace) else { return }
        let new = width.number * factor
        declarations[widthPlace] = "width:\(Measured(new, width.unit).text)"
        if let leftPlace = place("margin-left"), let left = value(leftPlace), left.unit == width.unit {
            let place = left.number + (width.number - new) / 2 + left.number(of: moved)
            declarations[leftPlace] = "margin-left:\(Measured(place, left.unit).text)"
        }
        figure.set("style", declarations.joined(separator: ";"))
    }

    private static func scaleEnds(_ line: inout Element, by factor: Double, _ moved: Length) {
        guard let from = line.attribute("from")?.split(separator: ","),
            let to = line.attribute("to")?.split(separator: ","), from.count == 2, to.count == 2,
            let start = Measured(from[0]), let end = Measured(to[0]), start.unit == end.unit
        else { return }
        let (first, last) = ends(start.number, end.number, by: factor, start.number(of: moved))
        line.set("from", "\(Measured(first, start.unit).text),\(from[1])")
        line.set("to", "\(Measured(last, end.unit).text),\(to[1])")
    }

    // MARK: OpenDocument

    private static func scaleOpenDocument(_ figure: inout Element, by factor: Double, _ moved: Length) {
        func measured(_ local: String) -> Measured? {
            figure.attribute(local, in: OpenDocumentNames.svg).flatMap { Measured($0[...]) }
        }
        func set(_ local: String, _ value: Measured) {
            guard
                let index = figure.attributes.firstIndex(where: {
                    $0.name.local == local && $0.name.namespace == OpenDocumentNames.svg
                })
            else { return }
            figure.attributes[index].value = value.text
        }
        if let start = measured("x1"), let end = measured("x2"), start.unit == end.unit {
            let (first, last) = ends(start.number, end.number, by: factor, start.number(of: moved))
            set("x1", Measured(first, start.unit))
            return set("x2", Measured(last, end.unit))
        }
        guard let width = measured("width") else { return }
        let new = width.number * factor
        set("width", Measured(new, width.unit))
        if let left = measured("x"), left.unit == width.unit {
            set("x", Measured(left.number + (width.number - new) / 2 + left.number(of: moved), left.unit))
        }
    }

    private static func ends(_ start: Double, _ end: Double, by factor: Double, _ moved: Double) -> (
        Double, Double
    ) {
        let (middle, half) = ((start + end) / 2 + moved, (end - start) / 2 * factor)
        return (middle - half, middle + half)
    }
}

/// A number with its unit as it is written.
private struct Measured {
    let number: Double
    let unit: Substring

    init(_ number: Double, _ unit: Substring) { (self.number, self.unit) = (number, unit) }

    init?(_ text: Substring) {
        let text = text.drop { $0 == " " }
        let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        guard let number = Double(digits) else { return nil }
        (self.number, unit) = (number, text[digits.endIndex...])
    }

    /// What a length comes to in this unit; a number without one counts pixels.
    func number(of length: Length) -> Double {
        switch unit {
        case "pt": length.points
        case "mm": length.millimetres
        case "cm": length.millimetres / 10
        case "in": length.points / 72
        default: length.points / 0.75
        }
    }

    /// To a thousandth.
    var text: String {
        let thousandths = Int((number * 1000).rounded())
        let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
        var digits = String(rest + 1000).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return (thousandths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)") + unit
    }
}

extension Element {
    /// Changes the first child of that name, in any namespace.
    fileprivate mutating func changeElement(_ local: String, _ change: (inout Element) -> Void) {
        for index in children.indices {
            guard case .element(var child) = children[index], child.name.local == local else { continue }
            change(&child)
            children[index] = .element(child)
            return
        }
    }
}
