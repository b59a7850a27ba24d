internal import Diagnostics
internal import Recognition
internal import Regulations

extension Check { static let typedAlignment = document([.alignmentTyped]) { $0.checkTypedAlignment(&$1) } }

extension Rule {
    static let alignmentTyped = Rule(
        "format.alignment-typed", "B05", .note, .byHand, .custom,
        "Dòng ở giữa được căn bằng định dạng đoạn hay bằng bảng, không đẩy bằng nhiều dấu cách: đổi phông, đổi máy in là lệch.",
        en:
            "A line in the middle is placed by its paragraph's alignment or by a table, not pushed by blanks, which another font or printer puts elsewhere.",
        right: "căn giữa", wrong: "mười dấu cách, rồi GIÁM ĐỐC")
}

extension CheckContext {
    /// Lines of the head and foot that several blanks push from the margin; what they divide into columns is another set-up.
    func checkTypedAlignment(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for index in lines.indices {
            guard let component = structure.components[index], Self.placed.contains(component),
                !lines[index].spot.isCut
            else { continue }
            let blanks = lines[index].text.unicodeScalars.prefix { $0 == " " || $0 == "\u{A0}" }.count
            guard blanks >= Self.pushing, !lines[index].isBlank else { continue }
            places.append(
                FaultyPlace(
                    lines[index], Wording("đẩy bằng \(blanks) dấu cách", en: "pushed by \(blanks) blanks")))
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
    private static let pushing = 5
}
