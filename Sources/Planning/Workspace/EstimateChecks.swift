internal import Diagnostics

/// What an estimate must agree on with its file's name, with the sums written in it, and with the programme.
struct EstimateChecks {
    private let fields: Fields
    private let estimate: BudgetEstimate
    private let yearOfFile: Int?

    init(_ fields: Fields, _ estimate: BudgetEstimate, yearOfFile: Int?) {
        self.fields = fields
        self.estimate = estimate
        self.yearOfFile = yearOfFile
    }

    var faults: [Diagnostic] {
        var faults: [Diagnostic] = []
        if let yearOfFile, let year = fields.integer("nam"), year != yearOfFile {
            faults.append(.yearMismatch(year, nameSays: yearOfFile, at: fields.place(of: "nam")))
        }
        if let written = fields.money("tong_cong"), written != estimate.total {
            faults.append(
                .totalMismatch(written: written, computed: estimate.total, at: fields.place(of: "tong_cong")))
        }
        if let ceiling = fields.money("muc_tran"), estimate.total > ceiling {
            faults.append(.overCeiling(estimate.total, ceiling, at: fields.place(of: "muc_tran")))
        }
        let totals = Dictionary(
            estimate.totalsBySource.map { ($0.source.code, $0.amount) },
            uniquingKeysWith: { first, _ in first })
        for source in fields.records("nguon") {
            guard let written = source.money("so_tien"), let computed = totals[source.text("ma") ?? ""],
                written != computed
            else { continue }
            faults.append(
                .totalMismatch(written: written, computed: computed, at: source.place(of: "so_tien")))
        }
        if let proposal = fields.record("to_trinh") { faults += issueFaults(proposal) }
        return faults
    }

    /// The estimate beside the programme: years, work items, and costs stated twice.
    func faults(against programme: Programme, _ programmeFields: Fields) -> [Diagnostic] {
        guard let year = fields.integer("nam") else { return [] }
        guard programme.duration.contains(year) else {
            return [.outsideDuration("năm \(year)", programme.duration, at: fields.place(of: "nam"))]
        }
        var faults: [Diagnostic] = []
        for item in programmeFields.records("noi_dung") {
            guard let code = item.text("ma"), let cost = item.perYear("kinh_phi")[year],
                let written = cost.dong
            else { continue }
            let computed = estimate.total(ofWorkItem: code)
            if written != computed.dong {
                faults.append(
                    .costMismatch(Money(dong: written), computed, fields.place(of: "nam"), at: cost.place))
            }
        }
        let items = estimate.rows.flatMap(\.items)
        guard items.contains(where: { $0.workItem != nil }) else { return faults }
        faults += rowsWithoutWorkItem(fields.records("muc"), inherits: false)
        faults += idleWorkItems(in: fields.records("muc"), programme.workItems, year)
        for item in programmeFields.records("noi_dung") {
            guard let code = item.text("ma"), item.span("thoi_gian")?.contains(year) == true else { continue }
            if item.boolean("khong_su_dung_kinh_phi") == true { continue }
            if !items.contains(where: { $0.workItem == code }) {
                faults.append(.workItemWithoutBudget(code, year, at: item.place(of: "ma")))
            }
        }
        return faults
    }

    /// Rows for work items that are not carried out in the year.
    private func idleWorkItems(in rows: [Fields], _ workItems: [WorkItem], _ year: Int) -> [Diagnostic] {
        rows.flatMap { row -> [Diagnostic] in
            let item = row.text("noi_dung").flatMap { code in workItems.first { $0.code == code } }
            let inner = idleWorkItems(in: row.records("muc"), workItems, year)
            guard let item, !item.span.contains(year) else { return inner }
            return [.workItemOutsideItsTime(item.code, year, at: row.place(of: "noi_dung"))] + inner
        }
    }

    private func rowsWithoutWorkItem(_ rows: [Fields], inherits: Bool) -> [Diagnostic] {
        rows.flatMap { row -> [Diagnostic] in
            if inherits || row["noi_dung"] != nil || row.text("loai") == "trong_do" { return [] }
            let children = row.records("muc").filter { $0.text("loai") != "trong_do" }
            guard children.isEmpty else { return rowsWithoutWorkItem(children, inherits: false) }
            return [.rowWithoutWorkItem(row.text("noi_dung_chi") ?? "", at: row.place)]
        }
    }
}
