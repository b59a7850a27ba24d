/// A column that somebody wants from a sheet.
package struct TableColumn: Hashable, Sendable {
    /// The name the caller knows it by.
    package let key: String
    /// What it may be headed by; marks, case, đ and blanks make no difference, nor does a unit in brackets behind it.
    package let headings: [String]
    /// What it may be headed by, as the whole of the words one under another, where no other column fits better.
    package let fallbacks: [String]
    /// The column without which its fallbacks are none.
    package let companion: String?
    package let kind: Kind
    package let presence: Presence

    /// What its cells hold.
    package enum Kind: Hashable, Sendable {
        /// Text as it stands; a number is printed the Vietnamese way, without dots.
        case text
        case number
        /// A number that counts in percent: 20% is 20, and so is 20.
        case percentage
        /// An amount in đồng; where the sheet counts in nghìn, triệu or tỷ đồng, plain numbers are multiplied by that.
        case money
        case date
        /// Whatever the cell has; a number shown in percent is the text it shows.
        case any
    }

    package enum Presence: Hashable, Sendable {
        /// A sheet without the column is refused.
        case required
        case optional
    }

    package init(
        _ key: String, _ headings: [String], fallbacks: [String] = [], beside companion: String? = nil,
        kind: Kind, presence: Presence = .optional
    ) {
        self.fallbacks = fallbacks
        self.companion = companion
        self.key = key
        self.headings = headings
        self.kind = kind
        self.presence = presence
    }
}
