internal import DataFiles
internal import Diagnostics
internal import TemplateLanguage
internal import Values

/// A text as it was written, with expressions in braces, and where.
struct WrittenText: Hashable, Sendable {
    let text: String
    private let written: WrittenPlace
    var place: Location { written.location }

    init(_ text: String, at place: Location) {
        self.text = text
        written = WrittenPlace(location: place)
    }

    /// Whether it says that there is none.
    var isAbsence: Bool { text == DataWords.absent }

    /// With the values of the workspace in it.
    func filled(over figures: Figures) throws(Failure) -> String { try figures.filled(text, at: place) }
}

extension String {
    /// As a written text that says just this.
    var escapingBraces: String { replacing("{", with: "{{").replacing("}", with: "}}") }
}

/// Where something was written, for faults; it makes no difference between two that say the same.
struct WrittenPlace: Hashable, Sendable {
    let location: Location

    static func == (a: Self, b: Self) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}

extension DataForm where Value == WrittenText {
    /// A line of text that may hold expressions.
    static var written: DataForm<WrittenText> {
        DataForm<String>.text.map(
            { text, node, reading in
                let place = reading.location(node.position)
                do throws(Failure) { _ = try TextPattern(parsing: text, at: place) } catch {
                    reading.note(error.diagnostics)
                    return nil
                }
                return WrittenText(text, at: place)
            }, back: { $0.text })
    }
}

extension DataForm where Value == [WrittenText] {
    /// Paragraphs that may hold expressions.
    static var writtenLines: DataForm<[WrittenText]> {
        DataForm<[String]>.lines.map(
            { lines, node, reading in
                let places = node.placesOfLines
                return lines.enumerated().map { index, line in
                    let position = places.count == lines.count ? places[index] : node.position
                    return WrittenText(line, at: reading.location(position))
                }
            }, back: { $0.map(\.text) })
    }

    /// Items of a list whose dashes the program prints.
    static var writtenDashes: DataForm<[WrittenText]> {
        writtenLines.map(
            { lines, _, reading in
                for line in lines {
                    if let mark = line.typedMark { reading.note(.typedMark(mark, at: line.place)) }
                }
                return lines
            }, back: { $0 })
    }
}

extension WrittenText {
    /// The mark of a list that stands before it, as it comes along when an item is pasted from Word.
    fileprivate var typedMark: Character? {
        guard let mark = text.first, "-–—•·+*".contains(mark) else { return nil }
        return text.dropFirst().first?.isWhitespace == true ? mark : nil
    }
}

extension Diagnostic {
    fileprivate static func typedMark(_ mark: Character, at place: Location) -> Diagnostic {
        .warning(
            "planning.typed-mark", at: place, "“\(mark)” ở đầu dòng sẽ in thành hai gạch đầu dòng",
            en: "the “\(mark)” before the text is printed beside the dash of the list",
            fix: "bỏ “\(mark)”; gạch đầu dòng do chương trình in",
            en: "take the “\(mark)” out: the dash is printed by the program")
    }
}

extension SourceNode {
    /// Where the items of a list stand.
    fileprivate var placesOfLines: [Position] {
        guard case .sequence(let items) = content else { return [] }
        return items.map(\.position)
    }
}
