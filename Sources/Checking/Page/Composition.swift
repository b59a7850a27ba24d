internal import Diagnostics
internal import OfficeDocument
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let composition = document([.decomposedLetters]) { $0.checkComposition(&$1) } }

extension Rule {
    static let decomposedLetters = Rule(
        "format.decomposed-letters", "P06", .warning, .automatic(.letter), .custom,
        "Chữ có dấu phải là một ký tự (NFC); chữ dựng sẵn tách dấu không tìm kiếm được và "
            + "hiện sai trên một số máy.",
        en: "A letter with its marks should be one character (NFC); taken apart it can't be "
            + "searched and shows wrongly on some machines.", right: "ế (U+1EBF)",
        wrong: "e + U+0302 + U+0301", told: .once)
}

extension CheckContext {
    func checkComposition(_ log: inout FindingLog) {
        var places: [FaultyPlace] = []
        for line in lines where !line.isBlank && !line.hasTags && !Normalization.isNFC(line.text) {
            places.append(
                FaultyPlace(
                    line, Wording("chữ có dấu rời", en: "letters with separate marks"),
                    mend: [.composeLetters(line.paragraph.element)]))
        }
        log.add(
            .decomposedLetters, nil, all: places,
            right: Wording("chữ dựng sẵn (NFC)", en: "composed letters (NFC)"))
    }
}
