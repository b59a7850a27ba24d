internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check {
    static let figures = lines([.moneySeparators, .currencyCode, .percentSpace]) { line, _ in
        line.isRunning ? Figures.faults(in: line.text) : []
    }
}

extension Rule {
    static let moneySeparators = Rule(
        "format.money-separators", "B12", .warning, .automatic(.mark), .custom,
        "Số tiền: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.",
        en: "Money: dots between thousands, a comma before decimals.", right: "1.234.567 đồng",
        wrong: "1,234,567 đồng")

    static let currencyCode = Rule(
        "format.currency-code", "B12", .warning, .automatic(.wording), .custom,
        "Đơn vị tiền viết là đồng; VNĐ không có trong luật.",
        en: "The currency is written đồng; VNĐ does not occur in the laws.", right: "500.000 đồng",
        wrong: "500.000 VNĐ")

    static let percentSpace = Rule(
        "format.percent-space", "B12", .warning, .automatic(.blank), .custom, "Dấu phần trăm liền với số.",
        en: "The percent sign follows its number directly.", right: "77,8%", wrong: "77,8 %", told: .once)
}

/// Money and per cent.
enum Figures {
    static func faults(in letters: TextScalars) -> [TextFault] {
        var found: [TextFault] = []
        var place = 0
        while place < letters.count {
            guard letters.scalars[place].isDigit, letters[place - 1]?.isLetter != true,
                letters[place - 1] != "/"
            else {
                place += 1
                continue
            }
            let end = letters.end(from: place) { $0.isDigit || $0 == "." || $0 == "," }
            let number = place..<(Spaces.isClosing(letters.scalars[end - 1]) ? end - 1 : end)
            let after = letters.end(from: number.upperBound) { $0 == " " }
            if letters[after] == "%", after > number.upperBound {
                found.append(
                    letters.fault(
                        .percentSpace, at: number.upperBound..<after,
                        told: Wording("dấu cách trước %", en: "a space before %"), right: "liền với số",
                        en: "no space", correction: ""))
            }
            defer { place = max(end, place + 1) }
            // What money is counted in begins with one of these.
            guard let first = letters[after], "đĐvV".unicodeScalars.contains(first) else { continue }
            let unit = after..<letters.end(from: after) { $0.isLetter }
            if ["VNĐ", "VND"].contains(letters[unit].uppercased()),
                letters[unit] == "VNĐ" || letters[unit] == "vnđ"
            {
                found.append(letters.fault(.currencyCode, at: unit, correction: "đồng"))
            }
            if ["đồng", "vnđ", "đ"].contains(Normalization.nfc(letters[unit]).lowercased()) {
                let groups = letters[number].split(separator: ",", omittingEmptySubsequences: false)
                // Commas between groups of three: more than one say for sure that thousands are meant.
                if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }),
                    !letters[number].contains("."), groups.count > 2 || groups[0].first != "0"
                {
                    let right = groups.joined(separator: ".")
                    let fault = letters.fault(.moneySeparators, at: number, correction: right)
                    // One comma before three digits: đồng have no thousandths, yet an average may be written so. Beside other money with
                    // commas half a sentence would be changed.
                    found.append(groups.count > 2 && !hasForeignMoney(letters) ? fault : fault.byHand)
                }
            }
        }
        return found
    }

    /// `1,000,000 USD`, `25,400 VND/USD`: figures that keep their commas.
    private static func hasForeignMoney(_ letters: TextScalars) -> Bool {
        ["USD", "EUR", "JPY", "VND"].contains { letters.text.hasBytes(of: $0) }
            && letters.trimmed.contains { place in
                guard letters.scalars[place] == ",", letters[place - 1]?.isDigit == true else { return false }
                let end = letters.end(from: place + 1) { $0.isDigit }
                let unit = letters.end(from: end) { $0 == " " }
                return end == place + 4
                    && ["USD", "EUR", "JPY", "VND"].contains(
                        letters[unit..<letters.end(from: unit) { $0.isLetter }])
            }
    }
}
