/// Thời gian: when something is done, in years.
///
/// Either end may be open; a recurring span is done again every year of it.
public struct TimeSpan: Hashable, Sendable {
    public let recurrence: Recurrence
    public let first: Int?
    public let last: Int?

    /// Whether the work is done once in the span or every year of it.
    public enum Recurrence: Hashable, Sendable {
        case once
        case yearly
    }

    public init(_ recurrence: Recurrence = .once, from first: Int?, to last: Int?) {
        self.recurrence = recurrence
        self.first = first
        self.last = last
    }

    /// Reads `2021`, `2020-2022`, `từ năm 2020 đến năm 2022`, `từ 2022`, `đến 2025`, `hàng năm`, `hàng năm đến hết năm 2025`.
    ///
    /// Nil when the text is none of these, or the first year comes after the last.
    public init?(_ text: String) {
        var words = text.lowercased().split { $0.isWhitespace }.flatMap(\.partedAtDashes)
        var recurrence = Recurrence.once
        if words.count >= 2, ["hàng", "hằng", "mỗi"].contains(words[0]), words[1] == "năm" {
            recurrence = .yearly
            words.removeFirst(2)
        }
        words.removeAll { ["năm", "hết"].contains($0) }
        let years = words.map(\.year)
        switch words.count {
        case 0 where recurrence == .yearly: self.init(.yearly, from: nil, to: nil)
        case 1 where recurrence == .once:
            guard let year = years[0] else { return nil }
            self.init(from: year, to: year)
        case 2:
            guard let year = years[1] else { return nil }
            switch words[0] {
            case "từ": self.init(recurrence, from: year, to: nil)
            case "đến": self.init(recurrence, from: nil, to: year)
            default: return nil
            }
        case 3, 4:
            if words.count == 4, words[0] != "từ" { return nil }
            let (from, to) = (years[words.count - 3], years[words.count - 1])
            guard ["-", "đến"].contains(words[words.count - 2]), let from, let to, from <= to else {
                return nil
            }
            self.init(recurrence, from: from, to: to)
        default: return nil
        }
    }

    /// Whether anything of it falls into that year.
    public func contains(_ year: Int) -> Bool { (first ?? year) <= year && year <= (last ?? year) }

    /// `từ năm 2020 đến năm 2022`, `năm 2021`, `hàng năm đến hết năm 2025`.
    public var text: String {
        let years: [String]
        switch (first, last) {
        case (nil, nil): years = []
        case (let first?, nil): years = ["từ năm \(first)"]
        case (nil, let last?): years = ["đến hết năm \(last)"]
        case (let first?, let last?):
            years = [first == last ? "năm \(first)" : "từ năm \(first) đến năm \(last)"]
        }
        return ((recurrence == .yearly ? ["hàng năm"] : []) + years).joined(separator: " ")
    }
}

extension Substring {
    /// `2020–2022` as `2020`, `-`, `2022`.
    fileprivate var partedAtDashes: [String] {
        var parts = [""]
        for character in self {
            if "-–—".contains(character) {
                parts += ["-", ""]
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.filter { !$0.isEmpty }
    }
}

extension String {
    fileprivate var year: Int? {
        guard count == 4, allSatisfy(\.isASCIIDigit), let year = Int(self), (1945...2199).contains(year)
        else { return nil }
        return year
    }
}
