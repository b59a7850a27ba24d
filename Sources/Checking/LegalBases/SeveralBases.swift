internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

/// Paragraphs that hold more than one legal basis.
extension FormatProfile {
    /// How each basis within the range is cited, and the first that ought to have begun a paragraph; one that amends the act before it need not.
    func faults(ofBasesIn letters: TextScalars, _ range: Range<Int>) -> [TextFault] {
        let starts = range.filter { beginsBasis($0, letters, range) }
        guard !starts.isEmpty else { return citationFaults(letters, range) }
        let ends = starts.map { $0 - 2 } + [range.upperBound]
        let bases = zip([range.lowerBound] + starts, ends).map { $0..<max($0, $1) }
        let cited = bases.enumerated().flatMap { citationFaults(letters, $1, isFurther: $0 > 0) }
        guard let second = bases.dropFirst().first(where: { !isAmendment(letters[$0]) }) else { return cited }
        let start = second.lowerBound
        let several = letters.fault(
            .basesOneParagraph, at: start - 2..<max(letters.end(from: start) { !$0.isBlank }, start),
            told: Wording("nhiều căn cứ trong một đoạn", en: "several bases in a paragraph"),
            right: "mỗi căn cứ một dòng", en: "each in its own paragraph")
        return [several] + cited
    }

    /// `Luật sửa đổi, bổ sung một số điều của …`: many let it stand with the act that it amends.
    private func isAmendment(_ basis: String) -> Bool {
        !basis.lowercased().hasPrefix("căn cứ ") && basis.lowercased().contains("sửa đổi")
    }

    /// Behind a semicolon “căn cứ”, or an act by its kind and name; behind a full stop the words “Căn cứ” alone.
    private func beginsBasis(_ place: Int, _ letters: TextScalars, _ range: Range<Int>) -> Bool {
        guard place > range.lowerBound + 2, letters.scalars[place - 1] == " ",
            letters[place - 2] == ";" || letters[place - 2] == "."
        else { return false }
        let opening = letters[place..<min(place + Self.longestOpening, range.upperBound)]
        if letters[place - 2] == "." {
            return opening.hasPrefix("Căn cứ ") && letters[place - 3]?.isDot == false
        }
        return opening.lowercased().hasPrefix("căn cứ ")
            || Self.actOpenings.contains { opening.hasPrefix($0) }
    }

    private static let longestOpening = 14
    private static let actOpenings = [
        "Luật ", "Bộ luật ", "Pháp lệnh ", "Nghị định số ", "Thông tư số ", "Nghị quyết số ",
        "Quyết định số ", "Kế hoạch số ", "Chỉ thị số ", "Công văn số ", "Thông báo số ",
    ]
}

extension Unicode.Scalar { fileprivate var isDot: Bool { self == "." || self == "…" } }
