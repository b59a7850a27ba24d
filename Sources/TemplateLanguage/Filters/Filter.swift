package import Diagnostics
internal import Values

/// A named step that a value passes through: `{so_tien | tien}`.
package struct Filter: Sendable {
    /// The Vietnamese name, ASCII.
    package let name: String
    /// The English name.
    package let alias: String
    /// How many arguments it takes.
    package let argumentCount: ClosedRange<Int>
    /// What data it needs; nil when it takes anything.
    let want: DataFieldGathering.Want?
    let traits: Set<Trait>
    /// What it does, for the documentation.
    package let summary: Wording
    /// A tag with it and what it prints.
    package let example: (tag: String, result: String)
    let apply: @Sendable (Value, [Value]) throws(ValueFault) -> Value

    /// What a filter does to the fields of data, beside what it prints.
    enum Trait: Hashable {
        /// It stands in for a name that is nowhere.
        case standsIn
        /// Its result has items of the list.
        case keepsItems
        /// Its result has groups of the list's items, with their key and their items as fields.
        case groupsItems
        /// Its first argument names a field of the items.
        case takesField
        /// Its first argument names fields of the items, with commas between them.
        case takesFields
        /// Its first two arguments name fields of the items.
        case takesTwoFields
        /// That field is a number.
        case addsUp
        /// It gives each item a field, named by its second argument.
        case addsField
        /// Its result has the fields of a record, with their names and values as fields.
        case listsFields
        /// Its result has texts.
        case givesTexts
        /// Its argument tells whether it takes a date or a number.
        case takesPicture
    }

    init(
        _ name: String, _ alias: String, arguments: ClosedRange<Int> = 0...0,
        wants want: DataFieldGathering.Want? = nil, traits: Set<Trait> = [], _ summary: Wording,
        example: (String, String), apply: @escaping @Sendable (Value, [Value]) throws(ValueFault) -> Value
    ) {
        self.name = name
        self.alias = alias
        argumentCount = arguments
        self.want = want
        self.traits = traits
        self.summary = summary
        self.example = example
        self.apply = apply
    }

    /// Every filter, in the order of the documentation.
    package static let all: [Filter] =
        numberFilters + computingFilters + dateFilters + calendarFilters + textFilters + textPieceFilters
        + listFilters + listPieceFilters + orderFilters + nativeFieldFilters + directives

    /// The filter with this name or alias.
    package static func named(_ name: String) -> Filter? { byName[name] ?? own[name] }

    /// Filters of the program that fills templates, by their names, while one of its templates is read or filled.
    @TaskLocal package static var own: [String: Filter] = [:]

    /// Names and aliases.
    static var names: [String] { (byName.keys.filter { $0.first != " " } + own.keys).sorted() }

    private static let byName: [String: Filter] = Dictionary(
        (all + unwritten).flatMap { [($0.name, $0), ($0.alias, $0)] }, uniquingKeysWith: { first, _ in first }
    )

    /// What the engine computes with that no tag can name.
    private static let unwritten = [colourFilter, chosenTemplate, chartFigures, tick] + controlFilters

    /// What the items of a grouped list are called.
    static let group = (key: "khoa", items: "muc")
    /// What a field of a record is called that has become an item.
    static let entry = (key: "khoa", value: "gia_tri")
    /// What a running total is called.
    static let runningTotal = "luy_ke"
}
