internal import Diagnostics
internal import Recognition
internal import Regulations
internal import VietnameseText

extension Check { static let ownType = document([.ownTypeCapital]) { $0.checkOwnType(&$1) } }

extension Rule {
    static let ownTypeCapital = Rule(
        "format.own-type-capital", "B08", .note, .byHand, .capitals("V.6"),
        "Văn bản tự gọi mình bằng tên loại viết hoa: Kế hoạch này. Chỉ báo tên loại của chính văn bản trước chữ “này”.",
        en:
            "A document calls itself by its type with a capital: Kế hoạch này. Told only of its own type before the word “này”.",
        right: "triển khai Kế hoạch này", wrong: "triển khai kế hoạch này")
}

extension CheckContext {
    /// What is issued with a decision has a type of its own, so only the text before the foot is looked at.
    func checkOwnType(_ log: inout FindingLog) {
        guard let type = structure.typeName else { return }
        let own = LetterCase.lower(type)
        let places = structure.text.filter { index in
            isText(index) && lines[index].text.hasBytes(of: " này") && !lines[index].hasTags
                && OwnType.isSmall(own, in: Normalization.nfc(lines[index].text))
        }.map { FaultyPlace(lines[$0], Wording("“\(own) này”", en: "“\(own) này”")) }
        log.add(.ownTypeCapital, .body, all: places, right: Wording("\(type) này", en: "\(type) này"))
    }
}

/// A document's own type within its text.
enum OwnType {
    /// Before “này”, and behind a word in small letters: of several there may be one that it is about.
    static func isSmall(_ type: String, in text: String) -> Bool {
        text.ranges(of: "\(type) này").contains { place in
            let before = text[..<place.lowerBound].split(separator: " ").last ?? ""
            return place.lowerBound > text.startIndex && text[..<place.lowerBound].last == " "
                && text[place.upperBound...].first?.isLetter != true && !others.contains(before)
        }
    }

    /// Words that make it another document, or none, as in `những kế hoạch này`.
    private static let others: Set<Substring> = ["các", "những", "hai", "ba", "mỗi", "dự", "bản", "việc"]
}
