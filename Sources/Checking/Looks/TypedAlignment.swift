internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations

extension Check { static let typedAlignment = document([.alignmentTyped]) { $0.checkTypedAlignment(&$1) } }

extension Rule {
    static let alignmentTyped = Rule(
        "format.alignment-typed", "B05", .note, .byHand, .custom,
        "Dòng ở giữa, hai cột của phần đầu, phần ký được đặt bằng định dạng đoạn hay bằng bảng, không đẩy bằng nhiều dấu cách, nhiều dấu tab: đổi phông, đổi máy in là lệch.",
        en:
            "A line in the middle, and the two columns of head and foot, are placed by the paragraph's alignment or by a table, not pushed by blanks or tabs, which another font or printer puts elsewhere.",
        right: "căn giữa", wrong: "mười dấu cách, rồi GIÁM ĐỐC")
}

extension CheckContext {
    /// Lines of the head and foot that several blanks or tabs push from the margin, or from the column before.
    func checkTypedAlignment(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in lines.indices {
            guard let component = structure.components[index], Self.placed.contains(component),
                !lines[index].isBlank, let told = pushing(before: index)
            else { continue }
            places.append(FaultyPlace(lines[index], told))
        }
        log.add(
            .alignmentTyped, nil, all: places,
            right: Wording("căn giữa bằng định dạng đoạn, hoặc xếp bằng bảng", en: "alignment, or a table"))
    }

    private static let placed: Set<Component> = [
        .nationalTitle, .partyTitle, .motto, .superiorAgency, .issuingAgency, .numberAndCode, .placeAndDate,
        .documentType, .subject, .authority, .position, .signerName, .addressee,
    ]
    /// Fewer may be there by a slip.
    private static let (fewestBlanks, fewestTabs) = (5, 2)

    /// What stands before a line, where it is more than a slip.
    private func pushing(before index: Int) -> Wording? {
        let gap = lines[index].spot.isCut ? gap(before: index) : Self.opening(of: lines[index].text)
        let tabs = gap.count { $0 == "\t" }
        // A paragraph with stops of its own is set by them.
        if tabs >= Self.fewestTabs, lines[index].paragraph.format.tabs.isEmpty {
            return Wording("đẩy bằng \(tabs) dấu tab", en: "pushed by \(tabs) tabs")
        }
        guard tabs == 0, gap.count >= Self.fewestBlanks else { return nil }
        return Wording("đẩy bằng \(gap.count) dấu cách", en: "pushed by \(gap.count) blanks")
    }

    private static func opening(of text: String) -> Substring.UnicodeScalarView {
        text[...].unicodeScalars.prefix(while: isGap)
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\t"
    }

    /// What parts a piece of a paragraph from the piece before it.
    private func gap(before index: Int) -> Substring.UnicodeScalarView {
        let whole = lines[index].paragraph.text
        guard let own = whole.ranges(of: lines[index].trimmed).last else { return Substring().unicodeScalars }
        let before = whole[..<own.lowerBound].unicodeScalars
        return before.suffix(while: Self.isGap)
    }
}
