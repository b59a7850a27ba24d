internal import OfficeDocument
internal import Regulations

/// Báo cáo.
enum ReportForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "BÁO CÁO") + Letterhead.addressees
            + terms.legalBases(of: "can_cu | mac_dinh(\"\")") + [FormStyle.body("{mo_dau}"), PlanForm.body]
            + SignatureBlock.blocks(terms)
    }

    /// The indicators as a table; the columns of what the year is expected to come to stand only where anybody says so.
    ///
    /// With a shape each column is as wide as it must be.
    static func appendix(_ terms: FormTerms, _ shape: TableShape?, sizes: SizeSet) -> Appendix {
        let columns = self.columns.filter { !$0.isOfExpected || shape?.longest["uoc"] != nil }
        let widths = widths(
            of: columns, shape, room: terms.layout.landscape.textWidth, points: FormStyles.cellSize(in: sizes)
        )
        let heads = columns.indices.map { (columns[$0].title, widths[$0] / terms.layout.tableScale) }
        return Appendix(
            title: "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU {ky_bao_cao.ten | hoa}",
            notes: [
                FormStyle.dataPeriod(
                    "Số liệu từ ngày {ky_bao_cao.tu | ngay} đến ngày {ky_bao_cao.den | ngay}")
            ],
            columns: zip(heads, indices(of: columns)).map { Appendix.Column($0.0, index: $1, width: $0.1) },
            index: .shown,
            rows: [
                row(
                    columns, .boldCentredCell, .boldTextCell, .boldNumberCell, opening: "{#chi_tieu}{#nhom}",
                    closing: "{/nhom}"),
                row(
                    columns, .centredCell, .textCell, .numberCell, opening: "{^nhom}",
                    closing: "{/nhom}{/chi_tieu}"),
            ], below: charts(shape))
    }

    /// The charts that the workspace asks for: how far the plan was reached, each indicator by month, the year's tasks.
    ///
    /// Two with their titles are as high as the text of a landscape page.
    private static func charts(_ shape: TableShape?) -> [Block] {
        var blocks: [Block] = []
        if shape?.longest["bieu_do_ke_hoach"] != nil {
            blocks += [
                FormStyle.chartTitle("Tỷ lệ thực hiện so với kế hoạch năm {nam} (%)"),
                FormStyle.chart(
                    "{%bieu_do bieu_do.ke_hoach nhan=ten gia_tri=ty_le kieu=thanh rong=20cm cao=7cm}"),
            ]
        }
        if shape?.longest["bieu_do_thang"] != nil {
            blocks += [
                FormStyle.chartTitle("{#bieu_do.theo_thang}{ten} theo tháng năm {nam} ({dvt})"),
                FormStyle.chart(
                    "{%bieu_do cac_thang nhan=thang gia_tri=so kieu=cot rong=20cm cao=7cm}{/bieu_do.theo_thang}"
                ),
            ]
        }
        if shape?.longest["bieu_do_tien_do"] != nil {
            blocks += [
                FormStyle.chartTitle("Tiến độ các nhiệm vụ năm {nam} (trục ngang: hết tháng)"),
                FormStyle.chart(
                    "{%bieu_do bieu_do.tien_do nhan=ten gia_tri=\"truoc, thang\" kieu=tien_do rong=24cm cao=10cm}"
                ),
            ]
        }
        return blocks
    }

    /// A column of the indicators.
    private struct Column {
        let title: String
        let key: String
        let width: Double
        var kind = Kind.figure
        /// How it is computed, of the keys of others.
        var formula: (String, sign: String, String)?
        var isOfExpected = false

        enum Kind { case order, words, term, figure }
    }

    private static let columns = [
        Column(title: "STT", key: "stt", width: 11, kind: .order),
        Column(title: "Chỉ tiêu", key: "ten", width: 50, kind: .words),
        Column(title: "Đơn vị tính", key: "dvt", width: 18, kind: .term),
        Column(title: "Kế hoạch năm {nam}", key: "ke_hoach", width: 27),
        Column(title: "Thực hiện kỳ này", key: "thuc_hien", width: 27),
        Column(title: "Lũy kế", key: "luy_ke", width: 27),
        Column(
            title: "Tỷ lệ % so với kế hoạch năm", key: "ty_le", width: 20,
            formula: ("luy_ke", "/", "ke_hoach")),
        Column(title: "Ước thực hiện năm {nam}", key: "uoc", width: 26, isOfExpected: true),
        Column(
            title: "Ước so với kế hoạch năm (%)", key: "ty_le_uoc", width: 20,
            formula: ("uoc", "/", "ke_hoach"), isOfExpected: true),
        Column(title: "Cùng kỳ năm trước", key: "cung_ky", width: 25),
        Column(
            title: "Tăng, giảm so với cùng kỳ", key: "chenh_lech", width: 25,
            formula: ("thuc_hien", "-", "cung_ky")),
        Column(
            title: "So với cùng kỳ (%)", key: "so_cung_ky", width: 17, formula: ("thuc_hien", "/", "cung_ky")),
        Column(title: "Ghi chú", key: "ghi_chu", width: 17, kind: .words),
    ]

    /// In millimetres: what figures need on one line, words as much more as there is room, all else as the columns usually share it.
    private static func widths(of columns: [Column], _ shape: TableShape?, room: Double, points: Double)
        -> [Double]
    {
        let usual = columns.map { $0.width * room / columns.map(\.width).reduce(0, +) }
        guard let shape, shape.longest["ten"] != nil else { return usual }
        let least = columns.map { shape.least(of: $0.key, title: $0.title, points: points) }
        let spare = room - least.reduce(0, +)
        guard spare > 0 else { return least.map { $0 * room / (room - spare) } }
        let wishes = zip(columns, least).map { column, least in
            guard column.kind == .words else { return 0.0 }
            return max(0, shape.wished(of: column.key, points: points, limit: longestWords) - least)
        }
        let wished = wishes.reduce(0, +)
        let share = wished > spare ? spare / wished : 1
        let left = spare - wished * share
        return columns.indices.map { least[$0] + wishes[$0] * share + usual[$0] * left / room }
    }

    /// Longer texts than this go over several lines.
    private static let longestWords = 60.0

    /// Letters over words, numbers over figures, and how these are computed.
    private static func indices(of columns: [Column]) -> [String] {
        var letters = ["A", "B", "C", "D"][...]
        let figures = columns.filter { $0.kind == .figure }.map(\.key)
        func number(_ key: String) -> String { figures.firstIndex(of: key).map { "\($0 + 1)" } ?? "" }
        return columns.map { column in
            guard column.kind == .figure else { return letters.popFirst() ?? "" }
            guard let formula = column.formula else { return number(column.key) }
            return "\(number(column.key))=\(number(formula.0))\(formula.sign)\(number(formula.2))"
        }
    }

    private static func row(
        _ columns: [Column], _ centred: FormStyle, _ text: FormStyle, _ number: FormStyle, opening: String,
        closing: String
    ) -> Table.Row {
        Appendix.row(
            columns.map { column in
                switch column.kind {
                case .order, .term: (centred, "{\(column.key)}")
                case .words: (text, "{\(column.key)}")
                case .figure: (number, "{\(column.key)}")
                }
            }, opening: opening, closing: closing)
    }
}
