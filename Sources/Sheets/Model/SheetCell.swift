package import FoundationEssentials
package import VietnameseText

/// A row of a sheet, with the cells in it that hold something.
package struct SheetRow: Hashable, Sendable {
    /// Counted from 0.
    package let index: Int
    /// Whether its reader does not see it, by hiding or by a filter.
    package let isHidden: Bool
    /// From left to right.
    package let cells: [SheetCell]

    package init(index: Int, isHidden: Bool, cells: [SheetCell]) {
        self.index = index
        self.isHidden = isHidden
        self.cells = cells
    }
}

/// A cell that holds something.
package struct SheetCell: Hashable, Sendable {
    /// Counted from 0.
    package let column: Int
    package let content: Content
    package let origin: Origin

    package init(column: Int, content: Content, origin: Origin = .typed) {
        self.column = column
        self.content = content
        self.origin = origin
    }

    package enum Content: Hashable, Sendable {
        /// In NFC.
        case text(String)
        /// In the fifteen digits a spreadsheet shows; one shown in percent is still the number: 0.2 for 20%.
        case number(Decimal, shown: Shown)
        case boolean(Bool)
        case date(CalendarDate)
        /// A day and a time of it.
        case moment(CalendarDate, secondOfDay: Int)
        /// What holds no value anybody may use.
        case fault(Fault)
    }

    /// How a number is shown.
    package enum Shown: Hashable, Sendable {
        case plain
        /// With marks between thousands, as amounts are.
        case grouped
        case percent
        /// As hours, minutes and seconds of a part of a day, or of several: 0.25 as 06:00.
        case time
        /// With zeros before it up to so many digits, as codes and telephone numbers are: 7 as 007.
        case padded(Int)
        /// As digits, each in the place of a nil, with other characters before or between them: 912345678 as 0912 345 678.
        case masked([Character?])

        /// What its reader sees of a number where that is no number to reckon with; nil where it is.
        package func words(for number: Decimal) -> String? {
            switch self {
            case .plain, .grouped, .percent: return nil
            case .time:
                guard let second = (number * 86_400).roundedHalfUp(toPlaces: 0).exactInteger, second >= 0
                else { return nil }
                let parts = [second / 3600, second / 60 % 60] + (second % 60 == 0 ? [] : [second % 60])
                return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
            case .padded(let width):
                guard let whole = number.exactInteger, whole >= 0 else { return nil }
                let digits = "\(whole)"
                return digits.count < width
                    ? String(repeating: "0", count: width - digits.count) + digits : nil
            case .masked(let mask):
                guard let whole = number.exactInteger, whole >= 0 else { return nil }
                var digits = Array("\(whole)")
                let width = mask.count { $0 == nil }
                digits.insert(
                    contentsOf: [Character](repeating: "0", count: max(0, width - digits.count)), at: 0)
                // Digits that are too many stand at the first place.
                var surplus = digits.count - width
                var rest = digits[...]
                var shown = ""
                for character in mask {
                    if let character {
                        shown.append(character)
                        continue
                    }
                    shown += rest.prefix(surplus + 1)
                    rest = rest.dropFirst(surplus + 1)
                    surplus = 0
                }
                return shown
            }
        }
    }

    /// What is wrong with a cell.
    package enum Fault: Hashable, Sendable {
        /// `#REF!`, `#DIV/0!`, `Err:522` and others.
        case error(String)
        /// The value comes from another file, and nobody knows how old it is.
        case externalLink
        /// A formula whose result was never computed.
        case notCalculated
        /// A date that does not exist, such as the 29th of February 1900, or one before or after all calendars.
        case noSuchDate(Decimal)
    }

    /// Where the content comes from.
    package enum Origin: Hashable, Sendable {
        case typed
        case formula
        /// A formula that begins with SUM or SUBTOTAL.
        case sum
    }
}
