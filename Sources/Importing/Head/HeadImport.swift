internal import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

// Issuer, number, date, type, subject.
extension DocumentImporting {
    mutating func readHead() {
        draft.agency.isOfParty = isOfParty
        readTypeAndSubject()
        readAgency()
        readNumber()
        readDate()
        noteYear()
        let titles = document.marks.keys.sorted().filter { document.marks[$0] == .issuerTitle }
        if !titles.isEmpty {
            let title = titles.map { StyledText(lines[$0]).text }.joined(separator: " ")
            draft.authority = names.written(title) ?? SpelledNames.usual(title)
        }
        for index in document.head where document.marks[index] == .stamp {
            note(
                .homeless(
                    "dấu “\(lines[index].trimmed)”", en: "the stamp “\(lines[index].trimmed)”",
                    at: place(index)))
        }
    }

    mutating func readTypeAndSubject() {
        readKind()
        draft.subject = joined(.subject)
        draft.subject += document.marks.keys.sorted().filter { document.marks[$0] == .subjectNote }.map {
            lines[$0].trimmed
        }
        if document.isLetter { draft.subject = [letterSubject] }
        if draft.subject.isEmpty { lacks("trích yếu", en: "the subject", key: "trich_yeu") }
    }

    /// Without `V/v`, which the form writes.
    private var letterSubject: String {
        let text = joined(.letterSubject).joined(separator: " ")
        let mark = ["V/v", "v/v", "Về việc", "về việc"].first { text.hasPrefix($0) }
        return TextLine.trimmed(String(text.dropFirst(mark?.count ?? 0).drop { ": ".contains($0) }))
    }

    /// The texts of a component's lines.
    func joined(_ component: Component) -> [String] {
        document.indices(of: component).map { StyledText(lines[$0]).text }.filter { !$0.isEmpty }
    }

    private mutating func readKind() {
        if document.isLetter { return }
        let name = document.typeName ?? ""
        if let kind = WorkspaceDraft.kind(called: name) {
            draft.kind = kind
        } else if document.first(.documentType) != nil {
            draft.typeName = name
        } else {
            lacks("tên loại văn bản", en: "the type's name", key: "loai")
        }
    }

    private mutating func readAgency() {
        let issuers = jointIssuers
        let name = issuers?.0 ?? joined(.issuingAgency).joined(separator: " ")
        let superior = joined(.superiorAgency).joined(separator: " ")
        if name.isEmpty {
            lacks("tên cơ quan ban hành", en: "the issuer's name", key: "ten")
        } else {
            draft.agency.name = spelled(name, key: "ten", at: .issuingAgency)
            draft.agency.fullName = names.withPlace(draft.agency.name) ?? draft.agency.name
        }
        if !superior.isEmpty {
            draft.agency.superior = spelled(superior, key: "chu_quan", at: .superiorAgency)
        }
        if let other = issuers?.1 {
            var partner = WorkspaceDraft.Partner()
            partner.name = spelled(other, key: "ten", at: .issuingAgency)
            partner.superior = draft.agency.superior
            draft.partner = partner
        }
        if document.agencyIsUncertain, let first = document.first(.issuingAgency) {
            note(.guessed("cơ quan ban hành là “\(name)”", en: "the issuer is “\(name)”", at: place(first)))
            draft.agency.remarks["ten"] = draft.agency.remarks["ten"] ?? "đoán là cơ quan ban hành"
        }
    }

    /// A name that the document has in capitals, as its text writes it; else with the capitals such names have.
    private mutating func spelled(_ name: String, key: String, at component: Component) -> String {
        guard TextLine.isUpper(name) else { return name }
        if let written = names.written(name) { return written }
        let usual = SpelledNames.usual(name)
        draft.agency.remarks[key] = "đoán chữ hoa, chữ thường từ “\(name)”"
        if let first = document.first(component) {
            note(.guessed("tên viết là “\(usual)”", en: "the name is written “\(usual)”", at: place(first)))
        }
        return usual
    }

    private mutating func readNumber() {
        guard let index = document.first(.numberAndCode) else {
            lacks("số, ký hiệu", en: "number and code", key: "viet_tat")
            return
        }
        var text = StyledText(lines[index]).text[...]
        if let colon = text.firstIndex(of: ":") {
            text = text[text.index(after: colon)...]
        } else if text.lowercased().hasPrefix("số") {
            text = text.dropFirst(2)
        }
        let number = text.drop { $0.isWhitespace }.prefix { $0.isNumber }
        let rest = text.drop { !"/-–".contains($0) }.dropFirst()
        let code = rest.filter { !$0.isWhitespace }
        draft.issue.number = Int(number)
        readCode(code, at: index)
        readPartnersCode()
    }

    /// `KH-SKHCN` gives the agency's abbreviation, `KH/TU` too; any other code is kept whole.
    private mutating func readCode(_ code: String, at index: Int) {
        if document.isLetter {
            draft.agency.abbreviation = code
            return
        }
        let type = draft.typeName.map(DocumentKind.abbreviation(of:)) ?? draft.kind.abbreviation
        let separator: Character = isOfParty ? "/" : "-"
        if code.hasPrefix("\(type)\(separator)"), code.count > type.count + 1 {
            draft.agency.abbreviation = String(code.dropFirst(type.count + 1))
            return
        }
        guard !code.isEmpty else {
            lacks("ký hiệu", en: "the code", key: "viet_tat")
            return
        }
        draft.issue.code = code
        draft.agency.abbreviation =
            code.split(whereSeparator: { "-/".contains($0) }).last.map(String.init) ?? code
    }

    private mutating func readDate() {
        guard let index = document.first(.placeAndDate) else {
            lacks("địa danh, ngày tháng", en: "place and date", key: "dia_danh")
            draft.issue.year = yearOfText ?? 0
            return
        }
        let text = StyledText(lines[index]).text
        let end = text.firstRange(of: ", ngày")?.lowerBound ?? text.lastIndex(of: ",") ?? text.endIndex
        draft.agency.place = TextLine.trimmed(String(text[..<end]))
        draft.issue.date = document.day
        draft.issue.year = document.day?.year ?? document.lastPossibleDay?.year ?? yearOfText ?? 0
        // A number without its day, or a day without a number, makes no document that has been issued.
        if draft.issue.number == nil || draft.issue.date == nil {
            if let number = draft.issue.number {
                draft.remarks["so"] = "số ở văn bản cũ: \(number), ngày để trống"
            }
            if draft.issue.date != nil {
                draft.remarks["ngay"] = "ở văn bản cũ: \(text[end...].drop { ", ".contains($0) })"
            }
            (draft.issue.number, draft.issue.date) = (nil, nil)
            draft.issue.month = IssuedNumber.month(text[end...])
        }
    }

    private mutating func noteYear() {
        if draft.issue.year == 0 { lacks("năm ban hành", en: "the year of issue", key: "nam_ban_hanh") }
    }

    /// The first year the subject names.
    private var yearOfText: Int? {
        joined(.subject).lazy.flatMap { $0.split { !$0.isNumber } }.compactMap { Int($0) }.first {
            (1946...2199).contains($0)
        }
    }
}

extension WorkspaceDraft {
    /// The kind of document that a type's name stands for.
    static func kind(called name: String) -> DocumentKind? {
        DocumentKind.allCases.first { $0.name.lowercased() == name.lowercased() }
    }
}
