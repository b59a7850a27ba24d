internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Dots that stand for what is left out, where they run into what is beside them.
enum Ellipses {
    /// Told only beside words of the language, since dots between other signs keep room for something.
    static func faults(in letters: TextScalars) -> [TextFault] {
        guard letters.text.utf8.contains(0xE2) || letters.text.hasBytes(of: "..") else { return [] }
        var found: [TextFault] = []
        var place = letters.trimmed.lowerBound
        while place < letters.trimmed.upperBound {
            guard isDot(letters.scalars[place]) else {
                place += 1
                continue
            }
            let end = letters.end(from: place) { isDot($0) }
            if let fault = glued(place..<end, letters) ?? behindComma(place..<end, letters) {
                found.append(fault)
            }
            place = end
        }
        return found
    }

    private static func isDot(_ letter: Unicode.Scalar) -> Bool { letter == "." || letter == "…" }

    /// `đồng/kg…bên cạnh`: a word right behind the dots.
    private static func glued(_ dots: Range<Int>, _ letters: TextScalars) -> TextFault? {
        guard letters[dots] == "…" || (3...4).contains(dots.count) && !letters[dots].contains("…"),
            letters[dots.lowerBound - 1]?.isLower == true, letters[dots.upperBound]?.isLetter == true
        else { return nil }
        var start = dots.lowerBound
        while start > 0, letters.scalars[start - 1].isLetter { start -= 1 }
        let end = letters.end(from: dots.upperBound) { $0.isLetter }
        let (before, behind) = (letters[start..<dots.lowerBound], letters[dots.upperBound..<end])
        guard end - dots.upperBound > 1,
            letters[end].map({ $0.isBlank || ",.;".unicodeScalars.contains($0) }) ?? true,
            letters.scalars[dots.upperBound..<end].dropFirst().allSatisfy(\.isLower),
            behind.utf8.contains(where: { $0 >= 0x80 }) || openers.contains(behind),
            Syllable.isPossible(behind.lowercased()), !slotWords.contains(before.lowercased()),
            !slotWords.contains(behind.lowercased())
        else { return nil }
        return letters.fault(
            .spaceAfterMark, at: dots.upperBound..<dots.upperBound,
            told: Wording("không cách sau dấu ba chấm", en: "no space after the ellipsis"),
            right: "một dấu cách", en: "a space")
    }

    /// `24 lon,....`: a comma, and more dots than an ellipsis has.
    private static func behindComma(_ dots: Range<Int>, _ letters: TextScalars) -> TextFault? {
        let isOverlong = letters[dots].contains("…") ? dots.count == 2 : (4...6).contains(dots.count)
        guard isOverlong, letters[dots.lowerBound - 1] == ",", letters[dots.lowerBound - 2]?.isLower == true,
            letters[dots.upperBound].map(\.isBlank) ?? true
        else { return nil }
        let range = dots.lowerBound - 1..<dots.upperBound
        return letters.fault(
            .doubledMark, at: range, told: Wording("“\(letters[range])”", en: "“\(letters[range])”"),
            right: "dấu ba chấm, không có dấu phẩy trước", en: "an ellipsis, without a comma before it")
    }

    /// Words without a Vietnamese mark that sentences begin with.
    private static let openers: Set<String> = [
        "Theo", "Trong", "Tuy", "Khi", "Nay", "Do", "Sau", "Qua", "Cho",
    ]

    /// Beside these dots are room for a figure or a name.
    private static let slotWords: Set<String> = [
        "ngày", "tháng", "năm", "số", "quý", "kỳ", "lần", "đợt", "khoản", "điều", "điểm", "trang", "tập",
        "tại", "là", "ông", "bà", "của", "về", "đồng", "giờ", "phút", "từ", "đến", "gồm", "có", "sinh",
        "chức", "cấp",
    ]
}
