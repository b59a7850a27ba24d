/// The letters that number the points of a list (*điểm*): a b c d đ e g …, without ă â ê ô ơ ư and f j w z.
public enum ListLetter {
    /// `5` is `đ`, `23` is `y`, `24` is `aa`; nil below 1.
    public static func text(of number: Int) -> String? {
        guard number >= 1 else { return nil }
        var reversed: [Unicode.Scalar] = []
        var rest = number
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: letters.count)
            reversed.append(letters[remainder])
            rest = quotient
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: reversed.reversed())
        return String(text)
    }

    /// The number of lower-case letters; nil when one of them is no list letter, or the number does not fit.
    public static func number(of text: some StringProtocol) -> Int? {
        guard !text.isEmpty else { return nil }
        var sum = 0
        for letter in text.unicodeScalars {
            guard let place = letters.firstIndex(of: letter) else { return nil }
            let (product, tooLarge) = sum.multipliedReportingOverflow(by: letters.count)
            let (next, overflow) = product.addingReportingOverflow(place + 1)
            guard !tooLarge, !overflow else { return nil }
            sum = next
        }
        return sum
    }

    private static let letters: [Unicode.Scalar] = Array("abcdđeghiklmnopqrstuvxy".unicodeScalars)
}
