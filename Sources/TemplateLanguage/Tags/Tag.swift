/// One tag of a template.
package enum Tag: Hashable, Sendable {
    case value(Expression)
    /// `{#x}`
    case section(Expression)
    /// `{^x}`
    case inverted(Expression)
    /// `{^}`
    case otherwise
    /// `{^#x}`: what is shown instead, if that is there.
    case otherwiseIf(Expression)
    /// `{dat x = …}`: a name for a value.
    case assignment(name: String, Expression)
    /// `{/x}`, or `{/}` with a nil name.
    case end(name: String?)
    /// `{! … }`
    case comment
    /// `{@x}`, `{%x}`, `{>x}`: more than text.
    case insertion(Insertion, Expression, [InsertionArgument])
    /// `{x | rong_doan}`: shapes what the tag stands in.
    case directive(Directive, Expression)

    /// What a tag can ask of the paragraph it stands in.
    package enum Directive: String, Hashable, Sendable, CaseIterable {
        /// The paragraph becomes so many millimetres wide, centred in its cell or column.
        case paragraphWidth = "rong_doan"
        /// Prints its value; equal neighbours of a repeated row become one cell.
        case mergedCells = "gop_o"
        /// Prints its value; equal neighbours in a row become one cell.
        case mergedAcross = "gop_ngang"
        /// The paragraph begins a new page.
        case pageBreak = "sang_trang"
        case cellColour = "to_mau"
        case rowColour = "to_mau_hang"
        case textColour = "to_mau_chu"

        /// Whether its value is printed, beside what it does.
        package var prints: Bool { self == .mergedCells || self == .mergedAcross }
    }

    /// What a tag can put in that is more than text.
    package enum Insertion: Character, Hashable, Sendable, CaseIterable {
        /// CommonMark as paragraphs, lists and tables of the document.
        case richText = "@"
        case image = "%"
        /// The body of another template.
        case include = ">"
    }

    /// `name=value` behind what is put in: `{%anh rong=4cm}`.
    package struct InsertionArgument: Hashable, Sendable {
        /// In NFC.
        package let name: String
        /// Without its quotes.
        package let value: String
        /// Whether it is written in brackets, `tieu_de=(ten)`: an expression, where one may stand.
        package var isComputed = false
    }

    /// Whether it opens, divides or closes a section, or leaves nothing behind.
    package var isStructural: Bool {
        switch self {
        case .section, .inverted, .otherwise, .otherwiseIf, .end, .comment, .assignment: true
        case .value, .insertion, .directive: false
        }
    }
}
