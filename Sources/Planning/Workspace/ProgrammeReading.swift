extension Programme {
    /// Names of units come from the agency, when it could be read.
    init(_ fields: Fields, agency: Agency?) {
        let span = fields.span("thoi_gian")
        let first = span?.first ?? 1945
        duration = first...max(first, span?.last ?? 2199)
        issue = Issue(fields, defaultYear: first)
        subject = fields.lines("trich_yeu") ?? []
        instruction = fields.text("thuc_hien") ?? ""
        lead = fields.text("mo_dau")
        purpose = fields.lines("muc_dich") ?? []
        requirements = fields.lines("yeu_cau") ?? []
        scope = Scope(
            description: fields.record("pham_vi")?.text("mo_ta") ?? "",
            channels: fields.record("pham_vi")?.records("kenh").map(Channel.init) ?? [])
        phases = fields.records("giai_doan").enumerated().map { index, phase in
            let first = phase.integer("tu") ?? 1945
            return Phase(number: index + 1, years: first...max(first, phase.integer("den") ?? first))
        }
        workItems = fields.records("noi_dung").map(WorkItem.init)
        measures = fields.list("giai_phap").compactMap {
            guard case .lines(let lines) = $0.content else { return nil }
            return lines
        }
        funding = fields.lines("kinh_phi") ?? []
        assignments = fields.records("to_chuc_thuc_hien").map { assignment in
            let unit = assignment.text("don_vi").flatMap { agency?.unit($0)?.name }
            return Assignment(
                name: assignment.text("ten") ?? unit ?? "",
                duties: assignment.list("doan").compactMap(Duty.init))
        }
        closing = fields.text("ket")
        distribution = Distribution(fields)
        annual = [:].merging(
            fields.perYear("ke_hoach_nam").compactMap { year, texts in
                texts.fields.map { (year, AnnualTexts($0, year: year)) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension Programme.Channel {
    init(_ fields: Fields) {
        code = fields.text("ma") ?? ""
        name = fields.text("ten") ?? ""
        kind = fields.text("loai")
        address = fields.text("dia_chi")
        span = fields.span("thoi_gian")
    }
}

extension Programme.Duty {
    init?(_ datum: Datum) {
        if let text = datum.text {
            self.text = text
            span = nil
        } else if let fields = datum.fields {
            text = fields.text("doan") ?? ""
            span = fields.span("thoi_gian")
        } else {
            return nil
        }
    }
}

extension Programme.AnnualTexts {
    init(_ fields: Fields, year: Int) {
        issue = Issue(fields, defaultYear: year)
        subject = fields.lines("trich_yeu")
        lead = fields.text("mo_dau")
        closing = fields.text("ket")
        recipients = fields.lines("noi_nhan")
        filing = fields.text("luu")
        signatory = fields.text("ky")
    }
}

extension WorkItem {
    init(_ fields: Fields) {
        code = fields.text("ma") ?? ""
        title = fields.text("ten") ?? ""
        paragraphs = fields.lines("doan") ?? []
        span = fields.span("thoi_gian") ?? TimeSpan(from: nil, to: nil)
        timeSentence = fields.text("cau_thoi_gian")
        leadUnit = fields.text("chu_tri")
        supportingUnits = fields.texts("phoi_hop")
        result = fields.text("ket_qua")
        milestones = fields.perYear("tien_do").compactMapValues(\.text)
        costs = fields.perYear("kinh_phi").compactMapValues { $0.dong.map(Money.init(dong:)) }
        needsMoney = fields.boolean("khong_su_dung_kinh_phi") != true
    }
}

extension Datum {
    /// A whole number, such as an amount.
    var dong: Int? {
        guard case .integer(let value) = content else { return nil }
        return value
    }
}
