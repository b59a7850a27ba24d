internal import OfficeDocument
package import Regulations
package import VietnameseText

/// Which line of a document is which component, told by wording, place and shape.
package struct DocumentStructure {
    /// By the index of the line; lines of the text are in `text`.
    package var components: [Int: Component] = [:]
    /// The lines between head and foot, tables left out.
    package private(set) var text: Range<Int> = 0..<0
    /// Whether a table or an unknown stands right before the foot, so that the last line of `text` need not end it.
    package private(set) var textEndsInTable = false
    /// The lines of the head: agency, nation, number, date, type, subject.
    package private(set) var head: Range<Int> = 0..<0
    /// The first line of the recipients or the signature; nil where none was found.
    package var foot: Int?
    package var appendixLabels: [Int] = []
    package private(set) var isLetter = false
    /// Whether more than one line of the agency could be the issuer's, so that neither's weight is judged.
    package private(set) var agencyIsUncertain = false
    package private(set) var typeName: String?
    /// The number of a legal normative document, when it is one.
    package private(set) var legislationNumber: String?
    /// The legal normative document that the whole file is an annex of, as its line in brackets names it.
    package private(set) var annexedLegislation: String?
    /// The issuer, where it is one with a format of its own and neither the nation's title nor the Party's is in the head.
    package private(set) var organisationOfOwnRules: String?
    /// The regulation the issuer is bound by.
    package private(set) var profile: FormatProfile = .decree30

    /// Names of types that only profiles of an agency's own have, by their folded capitals.
    private let ownTypes: [String: String]

    package init(of lines: [TextLine], profiles: [FormatProfile] = []) {
        ownTypes = HeadWords.typeNames(of: profiles)
        // A file that begins with an appendix has no head; what looks like one is a sample.
        let isAppendix = lines.first { !$0.isBlank }.map(FootWords.isAppendixLabel) ?? false
        if !isAppendix {
            findHead(lines)
            findFoot(lines)
        }
        findText(lines)
        findAppendices(lines)
        if let number = first(.numberAndCode) {
            legislationNumber = IssuedNumber.legislation(lines[number].trimmed)
        } else {
            annexedLegislation = AnnexLine.legislation(amongFirst: lines)
        }
        if first(.nationalTitle) == nil, first(.partyTitle) == nil {
            organisationOfOwnRules = OwnRules.organisation(inHeadOf: lines)
        }
        if first(.partyTitle) != nil { profile = .party(on: day(in: lines)) }
    }

    /// The day of issue; nil for a draft.
    package func day(in lines: [TextLine]) -> CalendarDate? {
        first(.placeAndDate).flatMap { IssuedNumber.day(lines[$0].trimmed) }
    }

    /// Of the year that a draft's date names.
    package func firstDayOfYear(in lines: [TextLine]) -> CalendarDate? {
        guard let date = first(.placeAndDate) else { return nil }
        let year = lines[date].trimmed.split { !$0.isNumber }.last.flatMap { Int($0) }
        return year.flatMap { $0 > 1945 ? CalendarDate(year: $0, month: 1, day: 1) : nil }
    }

    private func typeName(of line: TextLine) -> String? {
        HeadWords.typeName(line) ?? (ownTypes.isEmpty ? nil : ownTypes[line.folded])
    }

    package func indices(of component: Component) -> [Int] {
        components.filter { $0.value == component }.keys.sorted()
    }

    package func first(_ component: Component) -> Int? { indices(of: component).first }

    package func recognised(in lines: [TextLine]) -> [RecognisedComponent] {
        components.keys.sorted().compactMap { index in
            components[index].map {
                RecognisedComponent(
                    component: $0, place: lines[index].paragraph.place, text: lines[index].trimmed)
            }
        }
    }

    package mutating func set(_ component: Component, at index: Int) { components[index] = component }

    // MARK: Head

    /// So far down a head reaches at most.
    private static let reach = 80
    /// So many lines of letters stand before the nation's title at most: the agency's side of the head, a note of a form.
    private static let titleReach = 16

    private mutating func findHead(_ lines: [TextLine]) {
        let near = lines.indices.prefix(Self.reach)
        // A title further down is that of a sample the text shows.
        let title = near.filter { !lines[$0].isBlank }.prefix(Self.titleReach).first {
            HeadWords.isNationalTitle(lines[$0]) || HeadWords.isPartyTitle(lines[$0])
        }
        if let title {
            components[title] = HeadWords.isPartyTitle(lines[title]) ? .partyTitle : .nationalTitle
        }
        let motto = near.filter { !lines[$0].isBlank }.prefix(Self.titleReach + 2).first {
            HeadWords.isMotto(lines[$0])
        }
        if let motto { components[motto] = .motto }
        let type = near.first { index in
            lines[index].spot.columns == 1 && !lines[index].spot.isInShape
                && typeName(of: lines[index]) != nil && index > (title ?? -1)
        }
        let letter = near.first { index in
            // In a table further down it is a column of some list.
            let isNear =
                title.map { abs(lines[index].spot.block - lines[$0].spot.block) <= 3 } ?? (index < 12)
            return HeadWords.isLetterSubject(lines[index]) && index < (type ?? .max) && isNear
        }
        let lastOfTable = title.flatMap { title in
            lines[title].spot.table.flatMap { table in lines.lastIndex { $0.spot.table == table } }
        }
        let start = near.first { HeadWords.isAddressee(lines[$0]) || HeadWords.isBasis(lines[$0]) }
        let end =
            type ?? letter.map { max($0, lastOfTable ?? 0) + 1 } ?? lastOfTable.map { $0 + 1 }
            ?? (title == nil ? nil : start)
        guard let end else { return }
        head = 0..<end
        findNumberAndDate(lines)
        if let letter {
            components[letter] = .letterSubject
            isLetter = type == nil
            continueLetterSubject(after: letter, lines)
        }
        findAgency(lines, title: title)
        if let type {
            components[type] = .documentType
            typeName = typeName(of: lines[type])
            findSubject(after: type, lines)
        }
    }

    private mutating func findNumberAndDate(_ lines: [TextLine]) {
        for index in head where components[index] == nil {
            if first(.numberAndCode) == nil, HeadWords.isNumber(lines[index]) {
                components[index] = .numberAndCode
            } else if first(.placeAndDate) == nil, HeadWords.isDate(lines[index]) {
                components[index] = .placeAndDate
            }
        }
    }

    private mutating func continueLetterSubject(after letter: Int, _ lines: [TextLine]) {
        var index = letter + 1
        while index < head.upperBound, lines[index].spot.table != nil,
            lines[index].spot == lines[letter].spot, !lines[index].isBlank, !lines[index].isTypedLine,
            components[index] == nil
        {
            components[index] = .letterSubject
            index += 1
        }
    }

    private mutating func findAgency(_ lines: [TextLine], title: Int?) {
        guard let title, lines[title].spot.columns > 1 else { return }
        let column = lines[title].spot.cell == 0 ? lines[title].spot.columns - 1 : 0
        let number = first(.numberAndCode) ?? head.upperBound
        var names: [Int] = []
        for index in head where components[index] == nil && index < max(number, title) {
            let line = lines[index]
            guard line.spot.table == lines[title].spot.table, line.spot.cell == column, !line.isBlank else {
                continue
            }
            guard !line.spot.isInShape, line.paragraph.format.borders.top == nil else { continue }
            if index > number, line.spot.row >= lines[number].spot.row { continue }
            if line.trimmed == "*" || line.isTypedLine {
                if line.trimmed.contains("*") { components[index] = .star }
                continue
            }
            names.append(index)
        }
        let split = HeadWords.agencySplit(names.map { lines[$0] })
        agencyIsUncertain = split == nil
        for (position, index) in names.enumerated() {
            components[index] = position < (split ?? 0) ? .superiorAgency : .issuingAgency
        }
    }

    private mutating func findSubject(after type: Int, _ lines: [TextLine]) {
        var index = type + 1
        var count = 0
        while index < lines.count, index < type + 10 {
            let line = lines[index]
            defer { index += 1 }
            if line.isBlank {
                if count > 0, !line.paragraph.lines.isEmpty { break }
                continue
            }
            guard line.spot.columns == 1 else { break }
            if line.isTypedLine {
                if line.trimmed.allSatisfy({ $0 == "-" }) { components[index] = .hyphens }
                break
            }
            let begins =
                HeadWords.isAddressee(line) || HeadWords.isTelegraphing(line) || HeadWords.isBasis(line)
                || line.isNumberedHeading
            if begins || count >= 6 { break }
            if count > 0, !(line.isCentred && line.isBold) { break }
            if count == 0, line.trimmed.count > 400 { break }
            // The issuer's title of a decision stands in capitals under the subject.
            if count > 0, line.isUpper { break }
            components[index] = .subject
            count += 1
        }
        if count > 0, let last = indices(of: .subject).last { head = head.lowerBound..<last + 1 }
    }

    // MARK: Text

    private mutating func findText(_ lines: [TextLine]) {
        var start = head.upperBound
        if let type = first(.documentType) { start = max(start, type + 1) }
        while start < lines.count, lines[start].isBlank || components[start] == .hyphens { start += 1 }
        let end = foot ?? lines.count
        guard start < end else {
            text = end..<end
            return
        }
        text = start..<end
        let last = text.last { !lines[$0].isBlank }
        textEndsInTable = last.map { lines[$0].spot.table != nil } ?? true
        findAddressees(lines)
        findBases(lines)
        for index in text where components[index] == nil {
            let line = lines[index]
            guard line.spot.table == nil, !line.spot.isInShape, !line.isBlank else { continue }
            guard !isCaption(index, lines) else { continue }
            components[index] = TextShapes.component(of: line)
        }
    }

    /// What a table or a picture is named by, which follows the table and not the text.
    private func isCaption(_ index: Int, _ lines: [TextLine]) -> Bool {
        let line = lines[index]
        guard !line.isLonger(than: 200) else { return false }
        let words = line.trimmed.split(separator: " ", maxSplits: 2)
        guard let word = words.first else { return false }
        if ["Bảng", "Biểu", "Hình", "Sơ"].contains(word), line.isCentred {
            return line.trimmed.prefix(12).contains(where: \.isNumber)
        }
        let isNote = ["Nguồn:", "ĐVT:", "Ghi chú:"].contains(word) || line.trimmed.hasPrefix("Đơn vị tính:")
        let beside = [lines[..<index].last { !$0.isBlank }, lines[(index + 1)...].first { !$0.isBlank }]
        return isNote && beside.contains { $0?.spot.table != nil }
    }

    /// Its addressees stand below “… điện:”, in words and an order that no other type has.
    package static let telegram = "Công điện"

    private mutating func findAddressees(_ lines: [TextLine]) {
        let isTelegram = typeName == Self.telegram
        let start = text.prefix(8).first {
            HeadWords.isAddressee(lines[$0]) || isTelegram && HeadWords.isTelegraphing(lines[$0])
        }
        guard let start else { return }
        components[start] = .addressee
        var item: TextLine?
        for index in text where index > start && !lines[index].isBlank {
            let line = lines[index]
            if !HeadWords.isAddressee(line) {
                // Another list may follow at once; it has a style of its own where there are styles.
                guard line.trimmed.first.map({ "-–—•+".contains($0) }) == true, !HeadWords.isBasis(line),
                    item == nil || item?.paragraph.styleID == line.paragraph.styleID
                else { break }
                item = line
            }
            components[index] = .addressee
        }
    }

    private mutating func findBases(_ lines: [TextLine]) {
        let near = text.filter { components[$0] == nil && !lines[$0].isBlank && lines[$0].spot.table == nil }
        guard let start = near.prefix(4).firstIndex(where: { HeadWords.isBasis(lines[$0]) }) else { return }
        var previous = lines[near[start]]
        for index in near[start...] {
            let line = lines[index]
            let isFurther = HeadWords.isBasis(line) || HeadWords.isFurtherBasis(line, after: previous)
            previous = line
            guard isFurther, line.trimmed.count < 500 else { break }
            // A basis inside a sentence that goes on is text: "Căn cứ …, Sở … báo cáo như sau:".
            guard !line.trimmed.hasSuffix(":") else { break }
            components[index] = .legalBasis
        }
    }
}
