package import Diagnostics
package import Values

/// A compiled part of a document: serialised bytes between a few operations.
///
/// Immutable; one program serves any number of renderings on any number of threads.
package struct Program: Sendable {
    package let bytes: [UInt8]
    let instructions: [Instruction]
    let sites: [Site]
    let styles: [TextStyle]
    /// Names and numbers that must be unique in the document though what they stand in is repeated.
    let identifiers: [Identifier]
    /// Tables whose cells' places follow from the data.
    let grids: [GridForm]
    let file: String
    let rootPlaces = RootPlaces()
    /// Stands for the section of what is in none.
    static let noSection = -1
    /// Where fresh numbers begin; the parts of one package share them.
    package var freshNumbers = FreshNumbers()

    enum Instruction: Sendable {
        case bytes(Range<Int>)
        /// Prints the value of a site in the way of a text style.
        case emit(site: Int, style: Int)
        /// Puts in what the value stands for; the renderer's `insert` knows what the number means.
        case insert(site: Int, insertion: Int)
        /// Prints half of what a paragraph of that width leaves of the available one.
        case inset(site: Int, Inset)
        /// `end` is the matching `leave`, `otherwise` the matching `otherwise` or the `leave`.
        case enter(site: Int, Test, otherwise: Int, end: Int)
        case otherwise(enter: Int, end: Int)
        case leave(enter: Int)
        /// Bytes that are written only if something follows before the matching `close`.
        case openOptional(prefix: Range<Int>)
        case closeOptional(suffix: Range<Int>)
        /// If nothing was written since the matching `openFilled`, the filler is.
        case openFilled
        case closeFilled(filler: Range<Int>)
        /// Prints a number or a name that follows from the place in the repeats.
        case compute(Computation)
        /// Goes on behind it for a cell that stays alone, at `first` for the first of several equal ones, at `others` for the rest.
        case merge(site: Int, first: Int, others: Int)
        case jump(to: Int)
        /// Gives the value of a site a name.
        case assign(site: Int, name: String)
        /// Begins a table of `grids`.
        case openGrid(Int)
        case grid(GridForm.Step)
        /// What is written until the matching `closeAside` is taken out of the output; the renderer's `refer` gives what stands there.
        case openAside
        case closeAside(insertion: Int)
        /// The place of the styles that tables turn out to need.
        case lateStyles(prefix: String)
    }

    /// When a section is shown.
    enum Test: Sendable {
        case shown
        case notShown
    }

    /// One tag of the template: what it computes, what it says, where it stands.
    struct Site: Sendable {
        let expression: Expression
        let words: TagSource
        /// Whether a name that is nowhere counts as empty here.
        var allowsAbsence: Bool
        /// The name, where the expression is nothing else.
        let name: String?

        init(expression: Expression, words: TagSource, allowsAbsence: Bool) {
            self.expression = expression
            self.words = words
            self.allowsAbsence = allowsAbsence
            if case .path(let names) = expression, names.count == 1 { name = names[0] } else { name = nil }
        }
    }

    /// The names the program looks up, in the order of the template.
    package var paths: [[String]] { sites.flatMap(\.expression.paths) }

    /// Whether the part has no tag at all.
    package var isConstant: Bool { sites.isEmpty }
}

/// How a value becomes bytes where it stands.
package struct TextStyle: Hashable, Sendable {
    /// What a line break becomes.
    package let lineBreak: [UInt8]
    package let tab: [UInt8]
    /// What a blank becomes that begins the value or follows another; nil where blanks are kept as they are.
    package let repeatedSpace: [UInt8]?

    /// A value inside an attribute.
    package static let attribute = TextStyle(lineBreak: " ", tab: " ")
    /// What begins the address of a link, and says what opens it.
    package static let address = TextStyle(.beginning)
    /// What stands in an address behind its beginning.
    package static let addressPart = TextStyle(.part)
    /// What stands in the query of an address: a value, whose marks divide nothing.
    package static let addressValue = TextStyle(.value)

    /// Where in an address the value stands; what no address may hold is written with percent signs.
    private let addressPlace: AddressPlace?

    private enum AddressPlace: Hashable {
        case beginning
        case part
        case value
    }

    /// Whether the value is the address of a link, or part of one.
    package var isAddress: Bool { addressPlace != nil }
    var beginsAddress: Bool { addressPlace == .beginning }
    /// Whether it is only a value in an address.
    var isValue: Bool { addressPlace == .value }

    private init(_ place: AddressPlace) {
        (lineBreak, tab, repeatedSpace) = ([], [], nil)
        addressPlace = place
    }

    package init(lineBreak: String, tab: String, repeatedSpace: String? = nil) {
        addressPlace = nil
        self.lineBreak = Array(lineBreak.utf8)
        self.tab = Array(tab.utf8)
        self.repeatedSpace = repeatedSpace.map { Array($0.utf8) }
    }
}

/// The indents that centre a narrower paragraph.
package struct Inset: Hashable, Sendable {
    package let availableMillimetres: Double
    package let unit: Unit

    package enum Unit: Hashable, Sendable {
        /// A whole number of twentieths of a point.
        case twips
        /// Millimetres with the unit written: `12.3mm`.
        case millimetres
    }

    package init(availableMillimetres: Double, unit: Unit) {
        self.availableMillimetres = availableMillimetres
        self.unit = unit
    }
}

/// Writes what is more than text: rich text, an image, another template's body.
///
/// Gets the number the builder was given, the value as text, the tag's words and the output; returns what went wrong.
package typealias Insert = (_ insertion: Int, _ value: Value, _ words: TagSource, _ output: inout [UInt8]) ->
    [Diagnostic]

/// Keeps what was written aside, and gives what stands in its place.
package typealias Refer = (_ insertion: Int, _ bytes: [UInt8]) -> [UInt8]

/// What happens to a name that is in no scope.
public enum MissingValue: Hashable, Sendable {
    case isAnError
    case isBlank
    case keepsTheTag
}
