package import Diagnostics
internal import OfficeDocument
internal import Planning
package import Recognition
internal import Regulations
internal import VietnameseText

/// What each of several documents is to the workspace they go into together.
package struct FileRoles {
    /// The document that the workspace makes.
    package let main: RecognisedDocument
    /// The decision that issues it.
    package let decision: RecognisedDocument?
    /// Files that are an appendix of it, in the order of their numbers where each has one.
    package let appendices: [RecognisedDocument]
    /// Reports of periods, the first period first.
    package let reports: [(period: String, document: RecognisedDocument)]

    /// Throws what keeps the documents from being one workspace's.
    package init(_ documents: [RecognisedDocument]) throws(Failure) {
        guard documents.count > 1 else {
            (main, decision, appendices, reports) = (documents[0], nil, [], [])
            return
        }
        if let letter = documents.last(where: \.isLetter), documents.count(where: { !$0.isAppendixFile }) > 1
        {
            throw Failure(.letterBesideOthers(letter.document.file))
        }
        appendices = documents.filter(\.isAppendixFile).inOrderOfTheirNumbers
        let others = documents.filter { !$0.isAppendixFile }
        let decisions = others.filter { $0.typeName == DocumentKind.decision.name }
        let reported = others.filter { $0.typeName == DocumentKind.report.name }
        let plans = others.filter {
            ![DocumentKind.decision.name, DocumentKind.report.name].contains($0.typeName ?? "")
        }
        guard plans.count < 2 else { throw Failure(.severalPlans(plans.map(\.document.file))) }
        guard decisions.count < 2 else { throw Failure(.severalPlans(decisions.map(\.document.file))) }
        var periods: [(period: String, document: RecognisedDocument, end: CalendarDate)] = []
        let isAlone = plans.isEmpty && decisions.isEmpty && reported.count == 1
        for report in reported where !isAlone {
            guard let period = report.reportingPeriod else { throw Failure(.noPeriod(report.document.file)) }
            guard !periods.contains(where: { $0.period == period.code }) else {
                throw Failure(.samePeriod(period.name, report.document.file))
            }
            periods.append((period.code, report, period.days(.calendar).upperBound))
        }
        periods.sort { $0.end < $1.end }
        if let plan = plans.first {
            (main, decision) = (plan, decisions.first)
            reports = periods.map { ($0.period, $0.document) }
        } else if let decision = decisions.first {
            (main, self.decision) = (decision, nil)
            reports = periods.map { ($0.period, $0.document) }
        } else if let last = periods.popLast()?.document ?? reported.first {
            // Without a plan the last report is the workspace's document.
            (main, decision) = (last, nil)
            reports = periods.map { ($0.period, $0.document) }
        } else {
            throw Failure(.appendicesAlone(documents.map(\.document.file)))
        }
    }
}

extension [RecognisedDocument] {
    /// As they were given unless each has a number of its own.
    fileprivate var inOrderOfTheirNumbers: [RecognisedDocument] {
        let numbers = compactMap(\.appendixNumber)
        guard numbers.count == count, Set(numbers).count == count else { return self }
        return zip(numbers, self).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension RecognisedDocument {
    /// What its first label counts: 2 for `Phụ lục II – DỰ TOÁN`.
    fileprivate var appendixNumber: Int? {
        guard let label = appendices.first?.label else { return nil }
        let words = lines[label].trimmed.split { !$0.isLetter && !$0.isNumber }
        return words.dropFirst(2).first.flatMap { Int($0) ?? RomanNumeral.number(of: $0.uppercased()) }
    }

    /// Whether it is an appendix in a file of its own: with a label in front, or with nothing of a head.
    fileprivate var isAppendixFile: Bool {
        isAppendixAlone
            || first(.documentType) == nil && first(.issuingAgency) == nil && first(.numberAndCode) == nil
                && !isLetter
    }

    /// The period that its subject names, or the sentence that leads into it.
    var reportingPeriod: ReportingPeriod? {
        let subject = indices(of: .subject).map { lines[$0].trimmed }.joined(separator: " ")
        return PeriodWords.period(in: subject)
            ?? text.prefix(12).lazy.compactMap { PeriodWords.period(in: self.lines[$0].trimmed) }.first
    }

}

/// The words by which texts name a period.
enum PeriodWords {
    /// The first period of a text that has its year: `quý I năm 2026`, `tháng 3/2026`, `6 tháng đầu năm 2026`.
    static func period(in text: String) -> ReportingPeriod? {
        let words = text.lowercased().split { $0.isWhitespace || ",;:()".contains($0) }.map(String.init)
        for index in words.indices {
            guard let part = part(words, at: index), let year = year(in: words[index...].prefix(8)) else {
                continue
            }
            return ReportingPeriod(year: year, part: part)
        }
        guard let place = words.firstIndex(of: "năm"), let year = year(in: words[place...].prefix(2)) else {
            return nil
        }
        return ReportingPeriod(year: year, part: .wholeYear)
    }

    private static func part(_ words: [String], at index: Int) -> ReportingPeriod.Part? {
        let next = index + 1 < words.count ? String(words[index + 1].prefix { $0 != "/" }) : ""
        switch words[index] {
        case "quý":
            let number = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4][next]
            return number.map { .quarter($0) }
        case "tháng":
            // “6 tháng đầu năm” counts months, it names none.
            if index > 0, ["6", "06", "sáu", "9", "09", "chín"].contains(words[index - 1]) { return nil }
            return Int(next).flatMap { (1...12).contains($0) ? .month($0) : nil }
        case "6", "06", "sáu":
            guard next == "tháng" else { return nil }
            return words.dropFirst(index + 2).first == "cuối" ? .secondHalf : .firstHalf
        case "9", "09", "chín": return next == "tháng" ? .nineMonths : nil
        default: return nil
        }
    }

    private static func year(in words: ArraySlice<String>) -> Int? {
        for word in words {
            let digits = word.split { !$0.isNumber }.last ?? ""
            if digits.count == 4, let year = Int(digits), (1945...2199).contains(year) { return year }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func letterBesideOthers(_ file: String) -> Diagnostic {
        .error(
            "import.letter-beside-others", at: .file(file),
            "công văn chỉ vào chung một hồ sơ với phụ lục của nó",
            en: "a letter goes into a workspace together with its own appendices only",
            fix: "nhập công văn riêng", en: "import the letter by itself")
    }

    fileprivate static func severalPlans(_ files: [String]) -> Diagnostic {
        let list = files.joined(separator: ", ")
        return .error(
            "import.several-plans", at: .file(files[1]),
            "một hồ sơ chỉ lập một văn bản chính, ở đây có \(files.count): \(list)",
            en: "a workspace makes one document, here are \(files.count): \(list)",
            fix: "nhập mỗi văn bản vào một hồ sơ riêng", en: "import each into a workspace of its own")
    }

    fileprivate static func noPeriod(_ file: String) -> Diagnostic {
        .error(
            "import.no-period", at: .file(file), "trích yếu của báo cáo không nói kỳ nào của năm nào",
            en: "the report's subject does not say which period of which year it is of",
            fix: "nhập báo cáo này riêng", en: "import this report by itself")
    }

    fileprivate static func samePeriod(_ period: String, _ file: String) -> Diagnostic {
        .error(
            "import.same-period", at: .file(file), "đã có một báo cáo khác của \(period)",
            en: "there is another report of \(period)", fix: "bỏ một trong hai", en: "leave one of them out")
    }

    fileprivate static func appendicesAlone(_ files: [String]) -> Diagnostic {
        .error(
            "import.appendices-alone", at: .file(files[0]), "chỉ có phụ lục, không có văn bản mà nó kèm theo",
            en: "there are appendices only, without the document they go with",
            fix: "nhập cùng văn bản chính, hoặc từng phụ lục riêng",
            en: "import them with their document, or each by itself")
    }
}
