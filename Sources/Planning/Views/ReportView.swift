internal import DataFiles
package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

extension Workspace {
    /// Báo cáo of a period: results computed from the log, and the words written for the period.
    ///
    /// `cutOff` stands in for the one the workspace chose. Throws when the workspace says nothing about reports, the year is outside the
    /// programme, or a part is missing that a report must have.
    package func reportView(of period: ReportingPeriod, cutOff: CutOff? = nil, marks: NumberMarks = .decree30)
        throws(Failure) -> Value
    {
        guard let settings = reports else { throw Failure(.noReportSettings) }
        guard programme.duration.contains(period.year) else {
            throw Failure(.yearOutsideProgramme(period.year, programme.duration))
        }
        let (period, cutOff) = try settings.resolved(period, cutOff, phases: programme.phases)
        return try withPlainTexts(of: period.year).filledReportView(of: period, settings, cutOff, marks)
    }

    private func filledReportView(
        of period: ReportingPeriod, _ settings: ReportSettings, _ cutOff: CutOff, _ marks: NumberMarks
    ) throws(Failure) -> Value {
        let lacksLog = !indicators.isEmpty && log.isEmpty
        if lacksLog, purpose == .document { throw Failure(.noLog) }
        let words = settings.periods[period]
        func subject(of occasion: ReportSettings.Occasion?) -> String? {
            let rest = "thực hiện \(programme.kindName) \(subjectInSentence) \(period.name)"
            switch occasion {
            case .interim: return "Sơ kết \(rest)".withoutDoubledYear(period.year)
            case .final: return "Tổng kết \(rest)".withoutDoubledYear(period.year)
            case .periodic, nil: return nil
            }
        }
        let blanks = ["ky": period.name, "ky_sau": period.next.name, "nam": "\(period.year)"]
        let head = DocumentHead(
            kind: .report, agency: agency, issue: reportIssue(of: period),
            subject: words?.subject ?? [
                subject(of: words?.occasion)
                    ?? settings.subject.filling(blanks).withoutDoubledYear(period.year)
            ], addressees: words?.addressees ?? settings.addressees,
            distribution: settings.distribution(of: words))
        let days = period.days(cutOff)
        let table = IndicatorTable(workspace: self, period: period, cutOff: cutOff)
        let charts = ReportCharts(settings.charts, of: table, indicators, tasks(in: period.year))
        var composing = BodyComposing(
            self, year: period.year, data: figures(of: period), texts: words?.texts ?? [:],
            home: reportHome(period))
        composing.table = table
        composing.slots = words?.slots
        composing.results =
            ResultTexts(
                workspace: self, period: period, cutOff: cutOff, table: table,
                written: (words?.results ?? [:]).mapValues { $0.map { composing.filled($0) } }
            ).results
        if lacksLog {
            let gap = GapMark.text("số liệu từ nhật ký")
            composing.results = composing.results.map { ($0.heading, [gap]) }
        }
        let free = words.flatMap { $0.sections.isEmpty ? nil : $0 }
        let outline =
            free.map { Outline.free($0.sections, levels: $0.levels).body } ?? settings.body ?? reportOutline
        let bases = words.flatMap { $0.legalBases.isEmpty ? nil : $0.legalBases } ?? settings.legalBases
        let legalBases = composing.values(of: bases)
        let parts = composing.parts(of: outline.sections)
        let numbering = BodyNumbering(levels: outline.levels, marks: marks)
        var body = numbering.blocks(of: parts)
        let lead =
            words?.lead.map { $0.isAbsence ? "" : composing.filled($0) }
            ?? settings.lead.filling(blanks).withoutDoubledYear(period.year)
        let closing =
            words?.closing.map { $0.isAbsence ? body.removeEnd() : BodyEnd(composing.filled($0)) }
            ?? BodyEnd(settings.closing.filling(blanks).withoutDoubledYear(period.year))
        try composing.finish()
        let rows = table.rows
        let longest = IndicatorTable.longest(of: rows)
        var texts: [String: Value] = [:]
        for (key, lines) in words?.texts ?? [:] {
            texts[key] = .list(lines.map { .text(composing.filled($0)) })
        }
        func filled(_ key: String) -> Value { texts[key] ?? [] }
        var fields: [(String, Value)] = [
            ("nam", .number(Decimal(period.year))),
            (
                "ky_bao_cao",
                [
                    "ma": .text(period.code), "ten": .text(period.name), "tu": .date(days.lowerBound),
                    "den": .date(days.upperBound), "ky_sau": .text(period.next.name),
                ]
            ),
            (
                "bang",
                [
                    "cot": .record(Record(longest.pieces + charts.marks)),
                    "chu": .record(Record(longest.texts)),
                ]
            ), ("can_cu", legalBases), ("mo_dau", .text(lead)), ("ket_qua", .list(composing.resultValues)),
            (
                "danh_gia",
                [
                    "uu_diem": filled("uu_diem"), "han_che": filled("han_che"),
                    "nguyen_nhan": filled("nguyen_nhan"),
                ]
            ), ("phuong_huong", filled("phuong_huong")), ("kien_nghi", filled("kien_nghi")),
        ]
        fields += closing.fields
        fields += [("chi_tieu", .list(rows)), ("than_bai", .list(body)), ("co_than_bai", true)]
        return .record(Record(head.fields + fields + charts.fields))
    }

    /// Whether the report of a period has parts of its own and no indicators to show.
    package func isWrittenFreely(_ period: ReportingPeriod) -> Bool {
        indicators.isEmpty && reports?.periods[period]?.sections.isEmpty == false
    }

    private var reportOutline: OutlineBody {
        let name = agency.system == .party ? "bao-cao-dang" : "bao-cao"
        return (Outline.shipped(name) ?? Outline()).body
    }
}

extension BodyComposing {
    /// The results as templates of a user's own see them.
    var resultValues: [Value] {
        results.enumerated().map { index, result in
            [
                "so": .number(Decimal(index + 1)), "ten": .text(result.heading),
                "doan": .list(result.paragraphs.map { .text($0) }),
            ]
        }
    }
}

extension ReportSettings {
    /// Who gets the report of a period, and who signs it.
    fileprivate func distribution(of words: PeriodTexts?) -> Distribution {
        Distribution(
            recipients: words?.recipients ?? distribution.recipients,
            filing: words?.filing ?? distribution.filing,
            signatory: words?.signatory ?? distribution.signatory)
    }
}

extension ReportSettings.PeriodTexts {
    /// What the outline of reports asks for.
    fileprivate var texts: [String: [WrittenText]] {
        [
            "uu_diem": strengths, "han_che": difficulties, "nguyen_nhan": causes, "phuong_huong": nextTasks,
            "kien_nghi": proposals,
        ]
    }
}

extension Diagnostic {
    static var noLog: Diagnostic {
        .error(
            "planning.no-log", at: .file("hoat-dong.csv"), "không có nhật ký, nên báo cáo không có số liệu",
            en: "there is no log, so the report has no figures",
            fix: "thêm tệp hoat-dong.csv và ghi các hoạt động của kỳ",
            en: "add hoat-dong.csv with what was done")
    }

    static var noReportSettings: Diagnostic {
        Diagnostic.error(
            "planning.no-report-settings", at: .file("bao-cao.yaml"), "không có tệp bao-cao.yaml",
            en: "the file bao-cao.yaml is missing",
            fix: "thêm tệp bao-cao.yaml với nơi nhận, mở đầu và câu kết của báo cáo",
            en: "add bao-cao.yaml with the reports' addressees, opening and closing")
    }
}

extension String {
    /// The year once where a sentence and its period both say it.
    fileprivate func withoutDoubledYear(_ year: Int) -> String {
        replacing("năm \(year) năm \(year)", with: "năm \(year)")
    }
}
