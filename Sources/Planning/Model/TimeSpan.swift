/// Thời gian: when something is done, in years.
///
/// Either end may be open; a recurring span is done again every year of it.
package struct TimeSpan: Hashable, Sendable {
    package let recurrence: Recurrence
    package let first: Int?
    package let last: Int?
    /// `hằng năm` as it was typed: older papers write `hàng năm`, and a text is printed as its author spelt it.
    private let yearlyWords: String

    /// Whether the work is done once in the span or every year of it.
    package enum Recurrence: Hashable, Sendable {
        case once
        case yearly
    }

    package init(_ recurrence: Recurrence = .once, from first: Int?, to last: Int?) {
        self.init(recurrence, from: first, to: last, yearlyWords: "hằng năm")
    }

    private init(_ recurrence: Recurrence, from first: Int?, to last: Int?, yearlyWords: String) {
        self.recurrence = recurrence
        self.first = first
        self.last = last
        self.yearlyWords = yearlyWords
    }

    /// Reads `2021`, `2020-2022`, `từ năm 2020 đến năm 2022`, `từ 2022`, `đến 2025`, `hằng năm`, `hằng năm đến hết năm 2025`.
    ///
    /// Nil when the text is none of these, or the first year comes after the last.
    package init?(_ text: String) {
        var words = text.lowercased().split { $0.isWhitespace }.flatMap(\.partedAtDashes)
        var recurrence = Recurrence.once
        var yearlyWords = "hằng năm"
        if words.count >= 2, ["hàng", "hằng", "mỗi"].contains(words[0]), words[1] == "năm" {
            recurrence = .yearly
            yearlyWords = "\(words[0]) năm"
            words.removeFirst(2)
        }
        words.removeAll { ["năm", "hết"].contains($0) }
        let years = words.map(\.year)
        switch words.count {
        case 0 where recurrence == .yearly: self.init(.yearly, from: nil, to: nil, yearlyWords: yearlyWords)
        case 1 where recurrence == .once:
            guard let year = years[0] else { return nil }
            self.init(from: year, to: year)
        case 2:
            guard let year = years[1] else { return nil }
            switch words[0] {
            case "từ": self.init(recurrence, from: year, to: nil, yearlyWords: yearlyWords)
            case "đến": self.init(recurrence, from: nil, to: year, yearlyWords: yearlyWords)
            default: return nil
            }
        case 3, 4:
            if words.count == 4, words[0] != "từ" { return nil }
            let (from, to) = (years[words.count - 3], years[words.count - 1])
            guard ["-", "đến"].contains(words[words.count - 2]), let from, let to, from <= to else {
                return nil
            }
            self.init(recurrence, from: from, to: to, yearlyWords: yearlyWords)
        default: return nil
        }
    }

    /// Whether anything of it falls into that year.
    package func contains(_ year: Int) -> Bool { (first ?? year) <= year && year <= (last ?? year) }

    /// `từ năm 2020 đến năm 2022`, `năm 2021`, `hằng năm đến hết năm 2025`.
    package var text: String {
        let years: [String]
        switch (first, last) {
        case (nil, nil): years = []
        case (let first?, nil): years = ["từ năm \(first)"]
        case (nil, let last?): years = ["đến hết năm \(last)"]
        case (let first?, let last?):
            years = [first == last ? "năm \(first)" : "từ năm \(first) đến năm \(last)"]
        }
        return ((recurrence == .yearly ? [yearlyWords] : []) + years).joined(separator: " ")
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
