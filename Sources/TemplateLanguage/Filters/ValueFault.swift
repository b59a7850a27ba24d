internal import Diagnostics
internal import Values

/// Why an expression has no value; the renderer adds the place.
struct ValueFault: Error, Hashable {
    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    /// A longer text than a document holds in one place; keeps a chain of filters from filling the memory.
    static let lengthLimit = 4_000_000

    /// Throws for a text of more bytes than one tag may compute.
    static func checkLength(_ count: Int) throws(ValueFault) {
        guard count <= lengthLimit else { throw ValueFault(.tooLong(limit: lengthLimit)) }
    }

    /// Whether what is asked for is nowhere.
    var isAbsence: Bool {
        switch kind {
        case .missing, .noItemAt: true
        default: false
        }
    }

    enum Kind: Hashable {
        /// A name that is in no scope, with the nearest one that is, and the list on its way.
        case missing(path: String, nearest: String?, list: String? = nil)
        case noItem
        /// A place, from 0, that a list does not have.
        case noItemAt(Int, of: String, count: Int)
        case noRepeat(counter: String)
        case wrongType(wanted: Wanted, found: Value)
        case operands(operator: String, left: Value, right: Value)
        /// Items of one list that have no order among themselves, by their places from 1.
        case incomparable(first: ListPlace, Value, second: ListPlace, Value)
        /// An item of a list that is not what the filter needs.
        case wrongItem(ListPlace, wanted: Wanted, found: Value)
        /// An item without the field the filter asks for.
        case itemWithout(field: String, item: Int, nearest: String?)
        case divisionByZero
        case overflow
        /// The exact result has more digits than a number can hold.
        case tooManyDigits
        /// A text that is computed would be longer than that many bytes.
        case tooLong(limit: Int)
        case notPrintable(Value)
        case forbiddenCharacter(UInt32)
        /// A link that would run a program.
        case unsafeAddress(scheme: String)
        case misplacedDirective
        /// A name of no colour that data may give.
        case unknownColour(Value)
        /// A template that the data name and that is not there.
        case unknownTemplate(String, among: [String])
        case message(Wording)
    }
}

/// What a filter or an operator needs.
enum Wanted: Hashable {
    case date
    /// A date with a time of day.
    case moment
    case number
    /// What is more than nothing, to round to its multiples.
    case step
    /// One of what a list shows.
    case item(of: [String])
    /// What a check box can show.
    case yesOrNo
    case wholeNumber
    case digitCount(ClosedRange<Int>)
    case romanNumber(ClosedRange<Int>)
    /// The place of a letter in the alphabet.
    case letterNumber
    case text
    case personName
    case list
    /// What prints as it is.
    case printable
    /// What has an order.
    case ordered
    case record(field: String)
}
