internal import OfficeDocument
package import Regulations
internal import VietnameseText

/// What a document is, where it is not just one of an office.
package enum Nature: Hashable, Sendable {
    case official
    /// A legal normative document (văn bản quy phạm pháp luật); the number tells.
    case legislation(number: String)
    /// Another one, whose type tells: no number of such a document stands in its head.
    case legislationByType(String)
    /// An annex of such a document in a file of its own, which its line in brackets names.
    case legislationAnnex(of: String)
    /// A document of an organisation with a format of its own, by whose name it is known.
    case ownRules(of: String)
    /// A citizen's application or petition, by its title.
    case petition(String)
    /// A form for citizens to fill in, by its title.
    case citizensForm(String)
    /// Vietnamese typed without marks.
    case withoutMarks
    /// Vietnamese whose letters have been lost, so that nobody can say which they were.
    case lostLetters
    /// No letter of text.
    case empty
    /// Pictures of pages, and no letter of text.
    case pictures
    /// Text, but not enough of what official documents are known by: what was seen, and what was not.
    case unrecognised(seen: [Component], missing: [Component])
}

extension RecognisedDocument {
    /// What an office's document is known by.
    private static let telling: [Component] = [
        .nationalTitle, .partyTitle, .motto, .issuingAgency, .numberAndCode, .placeAndDate, .documentType,
        .letterSubject, .recipientsLabel, .authority, .position,
    ]

    func findNature() -> Nature {
        guard lines.contains(where: { !$0.isBlank }) else {
            return pictures(in: lines.indices) ? .pictures : .empty
        }
        let letters = LetterLoss(self)
        if letters.isLost { return .lostLetters }
        if letters.isWithoutMarks { return .withoutMarks }
        if let number = first(.numberAndCode) {
            if let lawful = IssuedNumber.legislation(lines[number].trimmed) {
                return .legislation(number: lawful)
            }
        } else if let lawful = lawfulNumber {
            return .legislation(number: lawful)
        } else if let parent = AnnexLine.legislation(amongFirst: lines) {
            return .legislationAnnex(of: parent)
        }
        if let type = lawfulType { return .legislationByType(type) }
        if first(.nationalTitle) == nil, first(.partyTitle) == nil,
            let organisation = OwnRules.organisation(inHeadOf: lines)
        {
            return .ownRules(of: organisation)
        }
        if let title = CitizensPaper.title(of: lines), first(.documentType) == nil,
            first(.numberAndCode) == nil
        {
            return title.hasPrefix(HeadWords.fold("ĐƠN")) ? .petition(title) : .citizensForm(title)
        }
        if isOfficial { return .official }
        let seen = Self.telling.filter { first($0) != nil }
        let wanted: [Component] = [
            .nationalTitle, .issuingAgency, .numberAndCode, .placeAndDate, .documentType, .recipientsLabel,
        ]
        return .unrecognised(seen: seen, missing: wanted.filter { first($0) == nil })
    }

    /// `Nghị quyết số: 101/2025/UBTVQH15`: the number of an act in a line of the head that names its type.
    private var lawfulNumber: String? {
        let kinds = ["NGHỊ QUYẾT SỐ", "LUẬT SỐ", "PHÁP LỆNH SỐ", "THÔNG TƯ SỐ", "NGHỊ ĐỊNH SỐ"].map(
            HeadWords.fold)
        return head.lazy.filter { index in kinds.contains { lines[index].opening.hasPrefix($0) } }.compactMap
        { IssuedNumber.legislation(lines[$0].trimmed) }.first
    }

    /// The type of a document below the nation's title, where only law is called so.
    private var lawfulType: String? {
        guard let title = first(.nationalTitle), first(.letterSubject) == nil else { return nil }
        let type = first(.documentType) ?? lines.endIndex
        let near = lines.indices[title...].lazy.filter { !lines[$0].isBlank }.prefix(Self.typeReach).prefix {
            $0 < type && !HeadWords.isBasis(lines[$0]) && !HeadWords.isAddressee(lines[$0])
        }
        return near.lazy.filter { lines[$0].spot.columns == 1 && lines[$0].isUpper }.compactMap {
            LawfulTypes.name(lines[$0].opening)
        }.first
    }

    /// So many lines of letters stand between the title and the type at most.
    private static let typeReach = 20

    /// Whether it has a sufficient set of what documents of offices are known by.
    ///
    /// Citizens put the nation's title on their applications too, which no rule of this format holds for.
    private var isOfficial: Bool {
        if first(.nationalTitle) != nil || first(.partyTitle) != nil {
            let ofIssuers: [Component] = [.numberAndCode, .documentType, .recipientsLabel, .letterSubject]
            if ofIssuers.contains(where: { first($0) != nil }) { return true }
            return first(.placeAndDate) != nil && first(.issuingAgency) != nil
        }
        let marks: [Component] = [
            .motto, .numberAndCode, .placeAndDate, .documentType, .recipientsLabel, .letterSubject,
            .addressee,
        ]
        let isSigned = signatures.contains { !$0.titles.isEmpty && $0.name != nil }
        if marks.count(where: { first($0) != nil }) + (isSigned ? 1 : 0) >= 2 { return true }
        return first(.appendixLabel) != nil && first(.appendixReference) != nil
    }
}

/// Types of documents that only make law.
private enum LawfulTypes {
    private static let names = [
        "Bộ luật", "Luật", "Pháp lệnh", "Nghị định", "Thông tư liên tịch", "Thông tư",
    ]

    static func name(_ opening: String) -> String? {
        names.first { HeadWords.fold($0.uppercased()) == opening }
    }
}

/// Papers that citizens write to offices.
private enum CitizensPaper {
    private static let reach = 24
    private static let titles = [
        "ĐƠN ", "TỜ KHAI", "GIẤY ĐỀ NGHỊ", "PHIẾU ĐĂNG KÝ", "BẢN CAM KẾT", "GIẤY CAM KẾT", "SƠ YẾU LÝ LỊCH",
        "BẢN TỰ KIỂM ĐIỂM", "BẢN KIỂM ĐIỂM", "PHIẾU KHAI", "BẢN KHAI", "GIẤY XÁC NHẬN", "PHIẾU YÊU CẦU",
        "LÝ LỊCH",
    ].map(HeadWords.fold)

    static func title(of lines: [TextLine]) -> String? {
        lines.lazy.filter { !$0.isBlank }.prefix(reach).first { line in
            line.isUpper && !line.isLonger(than: 160) && line.spot.columns == 1
                && titles.contains { line.opening.hasPrefix($0) || line.opening + " " == $0 }
        }?.opening
    }
}
