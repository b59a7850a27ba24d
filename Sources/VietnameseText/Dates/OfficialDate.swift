extension CalendarDate {
    /// How a date is written.
    public enum Style: Hashable, Sendable, CaseIterable {
        /// `ngày 05 tháng 01 năm 2026`, `ngày 29 tháng 6 năm 2026`: days below ten and the months 1 and 2 have a zero in front (NĐ
        /// 30/2020, Phụ lục I).
        case official
        /// `05/01/2026`, `29/6/2026`: in running text, with the same zeros.
        case short
        /// `29/06/2026`: in sheets, all in two digits.
        case sheet
        /// `2026-06-29`: for machines.
        case iso
    }

    /// The date as it is written.
    public func text(_ style: Style) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        append(style, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what ``text(_:)`` returns, as UTF-8.
    package func append(_ style: Style, to bytes: inout [UInt8]) {
        let monthWidth = month <= 2 ? 2 : 1
        switch style {
        case .official:
            bytes.append(contentsOf: "ngày ".utf8)
            NumberFormat.appendPadded(day, to: &bytes)
            bytes.append(contentsOf: " tháng ".utf8)
            NumberFormat.appendPadded(month, toWidth: monthWidth, to: &bytes)
            bytes.append(contentsOf: " năm ".utf8)
            NumberFormat.appendPadded(year, toWidth: 1, to: &bytes)
        case .short, .sheet:
            NumberFormat.appendPadded(day, to: &bytes)
            bytes.append(UInt8(ascii: "/"))
            NumberFormat.appendPadded(month, toWidth: style == .sheet ? 2 : monthWidth, to: &bytes)
            bytes.append(UInt8(ascii: "/"))
            NumberFormat.appendPadded(year, toWidth: style == .sheet ? 4 : 1, to: &bytes)
        case .iso:
            NumberFormat.appendPadded(year, toWidth: 4, to: &bytes)
            bytes.append(UInt8(ascii: "-"))
            NumberFormat.appendPadded(month, to: &bytes)
            bytes.append(UInt8(ascii: "-"))
            NumberFormat.appendPadded(day, to: &bytes)
        }
    }

    /// What a draft leaves open for the hand or for the day of issue.
    public enum Blank: Hashable, Sendable {
        /// `ngày      tháng      năm 2026`
        case spaces
        /// `ngày ... tháng ... năm 2026`
        case dots
    }

    /// The official form of a draft: what is not known yet is left blank.
    public static func draft(year: Int? = nil, month: Int? = nil, blank: Blank = .spaces) -> String {
        let gap =
            switch blank {
            case .spaces: "      "
            case .dots: " ... "
            }
        let monthText = month.map { " \(NumberFormat.padded($0, toWidth: $0 <= 2 ? 2 : 1)) " } ?? gap
        let yearText = year.map { " \($0)" } ?? (blank == .dots ? " ..." : gap)
        return "ngày\(gap)tháng\(monthText)năm\(yearText)"
    }
}
