package import Diagnostics
internal import FoundationEssentials
package import Values
internal import VietnameseText

// The documents that go with an estimate besides its submission.
extension Workspace {
    /// Thuyết minh dự toán: every item with how its amount comes about.
    ///
    /// What it does not say itself is that of the submission. Throws where there is no estimate, or nothing of either.
    package func explanationView(of year: Int, marks: NumberMarks = .decree30) throws(Failure) -> Value {
        guard let estimate = estimates[year] else {
            throw Failure(.noEstimate(of: year, known: estimates.keys.sorted()))
        }
        guard estimate.documents.explanation != nil || estimate.proposal != nil else {
            throw Failure(.noWords(of: "thuyet_minh", year, at: places.place(ofEstimate: year)))
        }
        return try withPlainTexts(of: year).filledExplanation(of: year, estimate, marks)
    }

    private func filledExplanation(of year: Int, _ estimate: BudgetEstimate, _ marks: NumberMarks)
        throws(Failure) -> Value
    {
        let own = estimate.documents.explanation
        let proposal = estimate.proposal
        let usual = "Dự toán kinh phí thực hiện \(programme.kindName) \(subjectInSentence(of: year))"
        let head = DocumentHead(
            kind: .proposal, agency: agency,
            issue: own?.issue ?? Issue(number: nil, date: nil, year: year - 1),
            subject: own?.subject ?? [usual], addressees: own?.addressees ?? [],
            distribution: Distribution(
                recipients: own?.recipients
                    ?? (proposal?.distribution.recipients ?? []).filter {
                        own?.addressees.isEmpty == false || !$0.hasPrefix("Như trên")
                    }, filing: own?.filing ?? proposal?.distribution.filing ?? "",
                signatory: own?.signatory ?? proposal?.distribution.signatory ?? ""), typeName: "Thuyết minh")
        let outline = Outline.shipped("thuyet-minh")?.body ?? OutlineBody()
        var composing = BodyComposing(
            self, year: year, data: figures(of: year),
            texts: [
                "can_cu_lap": (own?.legalBases ?? proposal?.legalBases ?? []).asListItems,
                "co_so_tinh_toan": own?.calculation ?? proposal?.calculation ?? [],
                "kien_nghi": own?.requests ?? proposal?.requests ?? [],
            ], home: estimateHome(year))
        let parts = composing.parts(of: outline.sections)
        let closing = own?.closing.map { composing.filled($0) }
        let fields: [(String, Value)] = [
            ("nam", .number(Decimal(year))), ("can_cu", []), ("mo_dau", .text("")),
            (
                "ket",
                .text(closing ?? "Trên đây là thuyết minh dự toán kinh phí năm \(year) của \(agency.name)")
            ), ("than_bai", BodyNumbering(levels: outline.levels, marks: marks).value(of: parts)),
            ("co_than_bai", true),
        ]
        try composing.finish()
        return .record(Record(head.fields + fields))
    }

    /// Quyết định giao dự toán, with what each unit is given as its attachment.
    ///
    /// Throws where there is no estimate, or nothing is said of the decision.
    package func allocationView(of year: Int, marks: NumberMarks = .decree30) throws(Failure) -> Value {
        guard let estimate = estimates[year] else {
            throw Failure(.noEstimate(of: year, known: estimates.keys.sorted()))
        }
        guard let decision = estimate.documents.decision else {
            throw Failure(.noWords(of: "giao_du_toan", year, at: places.place(ofEstimate: year)))
        }
        let head = DocumentHead(
            kind: .decision, agency: agency, issue: decision.issue,
            subject: decision.subject ?? ["Về việc giao dự toán ngân sách năm \(year)"], addressees: [],
            distribution: decision.distribution)
        let data = figures(of: year)
        let given = GivenRows(estimate, agency)
        var articles: [Value] = []
        let usual = given.usualArticles(of: year, agency).map {
            WrittenText($0.escapingBraces, at: places.place(ofEstimate: year))
        }
        for (index, article) in (decision.articles.isEmpty ? usual : decision.articles).enumerated() {
            articles.append([
                "so": .number(Decimal(index + 1)), "noi_dung": .text(try article.filled(over: data)),
                "doan": [],
            ])
        }
        var bases: [String] = []
        for basis in decision.legalBases { bases.append(try basis.filled(over: data)) }
        let numbering = BodyNumbering(levels: OutlineLevel.usual, marks: marks)
        let fields: [(String, Value)] = [
            ("nam", .number(Decimal(year))), ("tham_quyen", .text(decision.authority)),
            ("can_cu", texts(bases)), ("dieu", .list(articles)), ("ket", .text(decision.execution)),
            ("kem_theo", .text("Kèm theo \(head.reference)")),
            (
                "van_ban",
                [
                    "ten_loai": .text("Dự toán"),
                    "trich_yeu": texts(["chi ngân sách năm \(year) giao cho các đơn vị"]), "muc": [],
                ]
            ), ("than_bai", numbering.value(of: given.parts)), ("co_than_bai", true),
        ]
        return .record(Record(head.fields + fields))
    }

    /// Báo cáo giải ngân of a period: what was given, what was paid by its last day, item by item and by source.
    ///
    /// Throws where there is no estimate of the year, nothing was paid, or nobody says how reports are addressed.
    package func paymentView(of period: ReportingPeriod, marks: NumberMarks = .decree30) throws(Failure)
        -> Value
    {
        guard let estimate = estimates[period.year] else {
            throw Failure(.noEstimate(of: period.year, known: estimates.keys.sorted()))
        }
        guard let settings = reports else { throw Failure(.noReportSettings) }
        guard estimate.knowsPayments else {
            throw Failure(.nothingPaid(period.year, at: places.place(of: .payments)))
        }
        let words = estimate.documents.paymentReports[period]
        let usual = settings.distribution
        let head = DocumentHead(
            kind: .report, agency: agency,
            issue: words?.issue ?? Issue(number: nil, date: nil, year: period.year),
            subject: ["Tình hình giải ngân kinh phí \(period.name)"],
            addressees: words?.addressees ?? settings.addressees,
            distribution: Distribution(
                recipients: words?.recipients ?? usual.recipients, filing: words?.filing ?? usual.filing,
                signatory: words?.signatory ?? usual.signatory))
        let outline = Outline.shipped("bao-cao-giai-ngan")?.body ?? OutlineBody()
        var composing = BodyComposing(
            self, year: period.year, data: figures(of: period.year),
            texts: ["kho_khan": words?.difficulties ?? [], "kien_nghi": words?.requests ?? []],
            home: estimateHome(period.year))
        composing.paidUpTo = period.days(.calendar).upperBound
        let parts = composing.parts(of: outline.sections)
        let lead =
            "Thực hiện \(programmeReference), \(agency.name) báo cáo tình hình giải ngân kinh phí \(period.name) như sau:"
        let fields: [(String, Value)] = [
            ("nam", .number(Decimal(period.year))), ("can_cu", []), ("mo_dau", .text(lead)),
            (
                "ket",
                .text(
                    "Trên đây là báo cáo tình hình giải ngân kinh phí \(period.name) của \(agency.name), kính gửi \(head.addressees.inSentence) tổng hợp"
                )
            ), ("than_bai", BodyNumbering(levels: outline.levels, marks: marks).value(of: parts)),
            ("co_than_bai", true),
        ]
        try composing.finish()
        return .record(Record(head.fields + fields))
    }

    /// The documents that the workspace has words for besides the submission.
    package func furtherDocuments(of year: Int) -> (
        explanation: Bool, decision: Bool, payments: [ReportingPeriod]
    ) {
        let documents = estimates[year]?.documents ?? BudgetEstimate.Documents()
        return (
            documents.explanation != nil, documents.decision != nil,
            documents.paymentReports.keys.sorted { $0.code < $1.code }
        )
    }

    /// The numbers and days of these documents.
    package func explanationIssue(of year: Int) -> Issue? { estimates[year]?.documents.explanation?.issue }
    package func allocationIssue(of year: Int) -> Issue? { estimates[year]?.documents.decision?.issue }
    package func paymentIssue(of period: ReportingPeriod) -> Issue? {
        estimates[period.year]?.documents.paymentReports[period]?.issue
    }
}

extension [WrittenText] {
    /// Acts under a heading that calls them bases: `Luật …;`, `Nghị định ….`.
    fileprivate var asListItems: [WrittenText] {
        enumerated().map { index, text in
            var line = text.text
            if line.hasPrefix("Căn cứ ") { line = LetterCase.firstLetterUpper(String(line.dropFirst(7))) }
            while let last = line.last, ";.,".contains(last) { line.removeLast() }
            return WrittenText(line + (index + 1 == count ? "." : ";"), at: text.place)
        }
    }
}

extension BudgetEstimate {
    /// Whether anything is known of what was paid.
    var knowsPayments: Bool {
        !payments.isEmpty || rows.items.contains { $0.details.figures[FigureName(kind: .spent)] != nil }
    }
}

/// What each unit is given: what was approved of its items, else what they come to.
private struct GivenRows {
    private let units: [(name: String, items: [BudgetItem])]
    private let total: Money

    init(_ estimate: BudgetEstimate, _ agency: Agency) {
        let items = estimate.rows.items
        let byUnit = Dictionary(grouping: items) { $0.unitInCharge ?? "" }
        var units = agency.units.compactMap { unit in byUnit[unit.code].map { (unit.name, $0) } }
        let known = Set(agency.units.map(\.code))
        let rest = items.filter { !known.contains($0.unitInCharge ?? "") }
        if !rest.isEmpty {
            units.append((units.isEmpty ? agency.name : "Các khoản chưa phân cho đơn vị", rest))
        }
        self.units = units
        total = Money.sum(items.map(\.given)) ?? .limit
    }

    func usualArticles(of year: Int, _ agency: Agency) -> [String] {
        [
            "Giao dự toán chi ngân sách năm \(year) cho các đơn vị thuộc, trực thuộc \(agency.name), tổng số tiền: \(total.text) đồng (Bằng chữ: \(NumberWords.sentence(of: total.dong)) đồng), chi tiết tại bảng kèm theo.",
            "Căn cứ dự toán được giao, thủ trưởng các đơn vị tổ chức thực hiện theo đúng quy định của pháp luật về ngân sách nhà nước; quản lý, sử dụng kinh phí đúng mục đích, tiết kiệm, hiệu quả.",
        ]
    }

    var parts: [BodyPart] {
        var table = BodyTable(
            columns: [
                .init(width: 12, style: .centred), .init(width: nil, style: .text),
                .init(width: 36, style: .number),
            ], rows: [.head(["STT", "Đơn vị, nội dung chi", "Dự toán được giao"].map { .init(text: $0) })])
        for (index, unit) in units.enumerated() {
            let sum = Money.sum(unit.items.map(\.given)) ?? .limit
            table.rows.append(
                .bold([RomanNumeral.text(of: index + 1) ?? "", unit.name, sum.text].map { .init(text: $0) }))
            for (number, item) in unit.items.enumerated() {
                table.rows.append(
                    .cells(["\(number + 1)", item.title, item.given.text].map { .init(text: $0) }))
            }
        }
        table.rows.append(.bold(["", "Tổng cộng", total.text].map { .init(text: $0) }))
        return [
            .unit("Đơn vị tính: đồng"), .table(table),
            .paragraph("*(Bằng chữ: \(NumberWords.sentence(of: total.dong)) đồng)*"),
        ]
    }
}

extension BudgetItem {
    fileprivate var given: Money { self.details.figures[FigureName(kind: .approved)] ?? self.amount }
}

extension Diagnostic {
    fileprivate static func noWords(of key: String, _ year: Int, at place: Location) -> Diagnostic {
        .error(
            "planning.no-words-of-document", at: place,
            "dự toán năm \(year) chưa có khóa \(key), nên không lập được văn bản này",
            en: "the estimate of \(year) has no key \(key), so this document cannot be made",
            fix: "thêm khóa \(key) (xem từ điển dữ liệu)", en: "add the key \(key) (see the data dictionary)")
    }

    fileprivate static func nothingPaid(_ year: Int, at place: Location) -> Diagnostic {
        .error(
            "planning.nothing-paid", at: place, "chưa có khoản chi nào của dự toán năm \(year)",
            en: "nothing was paid of the estimate of \(year)",
            fix: "thêm sổ giai-ngan.csv với cột ngay, muc, nguon, so_tien, hoặc cột da_chi ở dự toán",
            en: "add giai-ngan.csv with the columns ngay, muc, nguon, so_tien, or da_chi in the estimate")
    }
}
