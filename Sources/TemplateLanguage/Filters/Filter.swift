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
        /// That field is a number.
        case addsUp
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
    package static func named(_ name: String) -> Filter? { byName[name] }

    /// Names and aliases.
    static var names: [String] { Array(byName.keys).sorted() }

    private static let byName: [String: Filter] = Dictionary(
        all.flatMap { [($0.name, $0), ($0.alias, $0)] }, uniquingKeysWith: { first, _ in first })

    /// What the items of a grouped list are called.
    static let group = (key: "khoa", items: "muc")

    /// Filters that shape the place they stand in; they must be the last of a tag that stands for itself.
    private static let directives: [Filter] = [
        Filter(
            Tag.Directive.paragraphWidth.rawValue, "paragraph_width", wants: .number,
            Wording(
                "đoạn chứa thẻ rộng đúng bấy nhiêu milimét, căn giữa ô hoặc cột; thẻ không in gì",
                en:
                    "makes the paragraph that many millimetres wide, centred in its cell or column; prints nothing"
            ), example: ("{duong_ke.co_quan | rong_doan}", "")
        ) { _, _ throws(ValueFault) in throw ValueFault(.misplacedDirective) },
        Filter(
            Tag.Directive.mergedCells.rawValue, "merge_cells",
            Wording(
                "in giá trị; các ô bằng nhau liền nhau của hàng được lặp gộp thành một ô",
                en: "prints the value; equal neighbouring cells of a repeated row become one cell"),
            example: ("{don_vi | gop_o}", "")
        ) { _, _ throws(ValueFault) in throw ValueFault(.misplacedDirective) },
        Filter(
            Tag.Directive.mergedAcross.rawValue, "merge_across",
            Wording(
                "in giá trị; các ô bằng nhau đứng cạnh nhau trong một hàng gộp thành một ô",
                en: "prints the value; equal neighbouring cells in a row become one cell"),
            example: ("{don_vi | gop_ngang}", "")
        ) { _, _ throws(ValueFault) in throw ValueFault(.misplacedDirective) },
    ]
}
