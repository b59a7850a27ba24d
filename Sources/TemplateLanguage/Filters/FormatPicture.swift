internal import FoundationEssentials
internal import Values
internal import VietnameseText

/// How Word writes a date or a number: the text after `\@` or `\#` in one of its fields.
///
/// Of dates: `d dd ddd dddd M MM MMM MMMM yy yyyy H HH h hh m mm s ss AM/PM` and literals, quoted or not. Of numbers: `0`, `#`, the mark between thousands and the decimal mark as they are
/// written in the picture, literals round them, and sections for positive, negative and zero with `;`.
struct FormatPicture {
    private let pieces: [Piece]
    private let source: String

    private enum Piece: Equatable {
        /// Letters of the picture itself, a run of the same one.
        case pattern(String)
        case literal(String)
        /// The half of the day.
        case half
    }

    private static let halves = ["AM/PM", "am/pm"]

    init(_ source: String) {
        self.source = source
        var pieces: [Piece] = []
        var rest = source[...]
        while let first = rest.first {
            if first == "'" || first == "\"" || first == "’" || first == "‘" {
                let quoted = rest.dropFirst().prefix { !"'\"’‘".contains($0) }
                pieces.append(.literal(String(quoted)))
                rest = rest.dropFirst(quoted.count + 2)
            } else if let half = FormatPicture.halves.first(where: { rest.hasPrefix($0) }) {
                pieces.append(.half)
                rest = rest.dropFirst(half.count)
            } else {
                let run = rest.prefix { $0 == first }
                pieces.append(.pattern(String(run)))
                rest = rest.dropFirst(run.count)
            }
        }
        self.pieces = pieces
    }

    /// The value in this picture, which is one of numbers or of dates; a text that is neither stays.
    func shown(_ value: Value) throws(ValueFault) -> Value {
        switch value {
        case .null, .boolean: return value
        case .list, .record: throw ValueFault(.notPrintable(value))
        case .number, .date, .text: break
        }
        if showsDigits || !showsDate, let number = Filter.typedNumber(value) {
            return .text(text(of: number))
        }
        guard let moment = DateMoment(value) else {
            guard case .text = value, Filter.typedNumber(value) == nil else {
                throw ValueFault(.wrongType(wanted: .date, found: value))
            }
            return value
        }
        guard showsDate || !showsDigits else { throw ValueFault(.wrongType(wanted: .number, found: value)) }
        guard moment.seconds != nil || !showsTime else {
            throw ValueFault(.wrongType(wanted: .moment, found: value))
        }
        return .text(text(of: moment))
    }

    /// Whether it has places for digits of a number.
    private var showsDigits: Bool {
        pieces.contains { if case .pattern(let run) = $0 { "0#x".contains(run.first ?? " ") } else { false } }
    }

    private var showsDate: Bool {
        showsTime
            || pieces.contains {
                if case .pattern(let run) = $0 { "dDMyY".contains(run.first ?? " ") } else { false }
            }
    }

    private var showsTime: Bool {
        pieces.contains { piece in
            switch piece {
            case .half: true
            case .pattern(let run): ["H", "HH", "h", "hh", "m", "mm", "s", "ss"].contains(run)
            case .literal: false
            }
        }
    }

    /// Names of days and months are the Vietnamese ones.
    func text(of moment: DateMoment) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = moment.date
        let weekday = date.weekday
        let months = [
            "Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai",
        ]
        return pieces.map { piece in
            switch piece {
            case .literal(let words): words
            case .half: moment.hour < 12 ? "SA" : "CH"
            case .pattern("d"), .pattern("D"): "\(date.day)"
            case .pattern("dd"), .pattern("DD"): padded(date.day)
            case .pattern("M"): "\(date.month)"
            case .pattern("MM"): padded(date.month)
            case .pattern("ddd"): weekday == .sunday ? "CN" : "T\(weekday.rawValue + 1)"
            case .pattern("dddd"): weekday.name
            case .pattern("MMM"): "Thg\(date.month)"
            case .pattern("MMMM"): "Tháng " + months[date.month - 1]
            case .pattern("H"): "\(moment.hour)"
            case .pattern("HH"): padded(moment.hour)
            case .pattern("h"): "\((moment.hour + 11) % 12 + 1)"
            case .pattern("hh"): padded((moment.hour + 11) % 12 + 1)
            case .pattern("m"): "\(moment.minute)"
            case .pattern("mm"): padded(moment.minute)
            case .pattern("s"): "\(moment.second)"
            case .pattern("ss"): padded(moment.second)
            case .pattern("yy"), .pattern("YY"): padded(date.year % 100)
            case .pattern("yyyy"), .pattern("YYYY"): "\(date.year)"
            case .pattern(let words): words
            }
        }.joined()
    }

    func text(of number: Decimal) -> String {
        let sections = source.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        if number == 0, sections.count > 2 { return NumberPicture(sections[2]).text(of: 0) }
        if number < 0, sections.count > 1 { return NumberPicture(sections[1]).text(of: -number) }
        let picture = NumberPicture(sections[0])
        // What rounds to nothing has no sign.
        return (number < 0 && !picture.isNothing(number) ? "-" : "")
            + picture.text(of: number < 0 ? -number : number)
    }
}

/// One section of a number's picture.
private struct NumberPicture {
    private let before: String
    private let after: String
    private let leastDigits: Int
    private let group: String
    private let mark: String
    private let places: Int
    private let leastPlaces: Int
    /// Whether it shows no digit at all.
    private let isLiteral: Bool

    init(_ picture: String) {
        let unquoted = picture.filter { !"'\"".contains($0) }
        let isSlot: (Character) -> Bool = { "0#x".contains($0) }
        guard let first = unquoted.firstIndex(where: isSlot), let last = unquoted.lastIndex(where: isSlot)
        else {
            (before, after, leastDigits, group, mark, places, leastPlaces) = (unquoted, "", 0, "", "", 0, 0)
            isLiteral = true
            return
        }
        isLiteral = false
        // `,0` and `.00`: a mark with no digit before it.
        let leading = unquoted[..<first].last.flatMap { ".,".contains($0) ? $0 : nil }
        before = String(unquoted[..<first].dropLast(leading == nil ? 0 : 1))
        after = String(unquoted[unquoted.index(after: last)...])
        let core = (leading.map(String.init) ?? "") + unquoted[first...last]
        let marks = core.filter { $0 == "." || $0 == "," }
        var decimal: String.Index?
        if let mark = core.lastIndex(where: { $0 == "." || $0 == "," }) {
            let fraction = core[core.index(after: mark)...]
            // `#.##0` and `1,000,000` group; the last of two different marks, or one before zeros, divides.
            let isGrouping =
                Set(marks).count == 1
                && (marks.count > 1 || (fraction.count == 3 && fraction.first == "#")
                    || (leading == "," && mark == core.startIndex))
            if !isGrouping { decimal = mark }
        }
        let whole = core[..<(decimal ?? core.endIndex)]
        let fraction = decimal.map { core[core.index(after: $0)...] } ?? ""
        group = whole.first { $0 == "." || $0 == "," }.map(String.init) ?? ""
        mark = decimal.map { String(core[$0]) } ?? ""
        leastDigits = whole.filter { $0 == "0" }.count
        places = min(fraction.filter(isSlot).count, 20)
        leastPlaces = fraction.filter { $0 == "0" }.count
    }

    /// Whether all digits that are shown of it are zeros.
    func isNothing(_ number: Decimal) -> Bool { number.roundedHalfUp(toPlaces: places) == 0 }

    func text(of number: Decimal) -> String {
        if isLiteral { return before }
        let parts = number.roundedHalfUp(toPlaces: places).description.split(separator: ".")
        var whole = parts.first.map(String.init) ?? "0"
        if whole == "0", leastDigits == 0, places > 0 { whole = "" }
        whole = String(repeating: "0", count: max(0, leastDigits - whole.count)) + whole
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        fraction += String(repeating: "0", count: max(0, leastPlaces - fraction.count))
        if !group.isEmpty {
            var grouped = ""
            for (place, digit) in whole.enumerated() {
                if place > 0, (whole.count - place) % 3 == 0 { grouped += group }
                grouped.append(digit)
            }
            whole = grouped
        }
        return before + whole + (fraction.isEmpty ? "" : mark + fraction) + after
    }
}
