import OfficeDocument
import Regulations
import TestSupport
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

extension Mutation {
    /// Letters that are not what they should be.
    static let letters: [Mutation] = encodings + strayLetters

    private static let plain = "\(RightDocuments.sentence)."

    private static let encodings: [Mutation] = [
        Mutation(name: "all in ABC, capitals by their font", rule: .legacyEncoding) {
            $0.changeRuns { $0.typeInABC() }
        },
        Mutation(name: "a letter all in ABC", rule: .legacyEncoding, document: letter) {
            $0.changeRuns { $0.typeInABC() }
        }, Mutation(name: "all in VNI", rule: .legacyEncoding) { $0.changeRuns { $0.typeInVNI() } },
        Mutation(name: "all in VNI, in runs of one character", rule: .legacyEncoding) { document in
            document.changeRuns { $0.typeInVNI() }
            document.changeParagraphs { paragraph in
                paragraph.runs = paragraph.runs.flatMap { run in
                    run.text.unicodeScalars.map { Run(String($0), format: run.format) }
                }
            }
        },
        Mutation(name: "one paragraph in ABC", rule: .legacyEncoding) {
            $0.change(plain) { paragraph in paragraph.runs[0].typeInABC() }
        },
        Mutation(name: "one paragraph in ABC, as symbols", rule: .legacyEncoding) {
            $0.change(plain) { paragraph in
                paragraph.runs[0].typeInABC()
                let text = paragraph.runs[0].text
                let symbols = text.unicodeScalars.compactMap {
                    $0.isASCII ? $0 : Unicode.Scalar($0.value + 0xF000)
                }
                paragraph.runs[0].pieces = [.text(String(String.UnicodeScalarView(symbols)))]
            }
        },
        Mutation(name: "all in ABC whose fonts are gone", rule: .legacyEncoding) {
            $0.changeRuns { run in run.change(LegacyAlphabets.inTCVN3) }
        },
        Mutation(name: "one paragraph in VNI whose font is gone", rule: .legacyEncoding) {
            $0.change(plain) { paragraph in paragraph.runs[0].change(LegacyAlphabets.inVNI) }
        },
        Mutation(name: "all in mistaken UTF-8", rule: .mojibake) {
            $0.changeRuns { run in run.change(LegacyAlphabets.mistaken) }
        },
        Mutation(name: "one paragraph in UTF-8 mistaken twice", rule: .mojibake) {
            $0.change(plain) { paragraph in
                paragraph.runs[0].change { LegacyAlphabets.mistaken(LegacyAlphabets.mistaken($0)) }
            }
        },
        Mutation(name: "letters with their marks apart", rule: .decomposedLetters) {
            $0.change(plain) { paragraph in
                paragraph.runs[0].change { $0.replacing("ế", with: "e\u{302}\u{301}") }
            }
        },
    ]

    /// Letters of which nobody but a person knows what they were.
    static let lostLetters: [Mutation] = [
        wording(
            "a letter lost in the text", .lostLetter, plain, plain.replacing("thiết thực", with: "thi?t thực")
        ),
        Mutation(name: "a line that may be in ABC", rule: .suspectedEncoding) {
            $0.change(plain) { $0.runs = [Run("B¸o c¸o")] }
        },
    ]

    private static let strayLetters: [Mutation] = [
        stray("a no-break space in the text", plain, "thiết thực, dễ", "thiết thực,\u{A0}dễ", .noBreakSpace),
        stray("a zero-width space in the text", plain, "dễ hiểu", "dễ\u{200B} hiểu"),
        stray("a soft hyphen in the text", plain, "chặt chẽ", "chặt ch\u{AD}ẽ"),
        stray("a Cyrillic letter in the text", plain, "của địa", "củ\u{430} địa"),
        stray("the Icelandic Ð in the date", "Đắk Nông, ngày 05 tháng 01 năm 2026", "Đắk", "\u{D0}ắk"),
        stray("a zero-width space in the number", "Số: 05/KH-SKHCN", "05/", "05\u{200B}/"),
        stray("a no-break space in the number", "Số: 05/KH-SKHCN", "Số: ", "Số:\u{A0}", .noBreakSpace),
        stray("the Icelandic Ð in the motto", "Độc lập - Tự do - Hạnh phúc", "Độc", "\u{D0}ộc"),
        stray(
            "a Cyrillic letter in the nation's title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "NAM",
            "N\u{410}M"), stray("a byte order mark before the type", "KẾ HOẠCH", "KẾ", "\u{FEFF}KẾ"),
        stray(
            "a zero-width space in the subject", "Tuyên truyền về khoa học và công nghệ năm 2026", "năm",
            "n\u{200B}ăm"), stray("the Icelandic Ð in the signer's title", "PHÓ GIÁM ĐỐC", "ĐỐC", "\u{D0}ỐC"),
        stray("a zero-width space among the recipients", "- Lưu: VT, VP.", "VT", "V\u{200B}T"),
    ]

    private static func stray(
        _ name: String, _ text: String, _ right: String, _ wrong: String, _ rule: Rule = .junkCharacter
    ) -> Mutation {
        precondition(text.contains(right))
        return wording(name, rule, text, text.replacing(right, with: wrong))
    }
}

extension Run {
    fileprivate mutating func change(_ change: (String) -> String) {
        pieces = pieces.map { piece in if case .text(let text) = piece { .text(change(text)) } else { piece }
        }
    }

    fileprivate mutating func typeInABC() {
        let isUpper = text.contains(where: \.isLetter) && text.uppercased() == text
        change { LegacyAlphabets.inTCVN3($0) }
        format.font = isUpper ? ".VnTimeH" : ".VnTime"
    }

    fileprivate mutating func typeInVNI() {
        change { LegacyAlphabets.inVNI($0) }
        format.font = "VNI-Times"
    }
}

extension Document {
    fileprivate mutating func changeRuns(_ change: (inout Run) -> Void) {
        changeParagraphs { paragraph in for index in paragraph.runs.indices { change(&paragraph.runs[index]) }
        }
    }

    fileprivate mutating func changeParagraphs(_ change: (inout Paragraph) -> Void) {
        for index in sections.indices { Self.change(&sections[index].blocks, change) }
    }

    private static func change(_ blocks: inout [Block], _ change: (inout Paragraph) -> Void) {
        for index in blocks.indices {
            switch blocks[index] {
            case .paragraph(var paragraph):
                change(&paragraph)
                blocks[index] = .paragraph(paragraph)
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].cells.indices {
                        Self.change(&table.rows[row].cells[cell].blocks, change)
                    }
                }
                blocks[index] = .table(table)
            }
        }
    }
}
