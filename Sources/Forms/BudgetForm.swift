internal import OfficeDocument
internal import Regulations

/// Tờ trình dự toán kinh phí.
enum BudgetForm {
    static func blocks(_ terms: FormTerms) -> [Block] {
        Letterhead.blocks(terms, documentType: "TỜ TRÌNH") + Letterhead.addressees + terms.legalBases + [
            FormStyle.body("{mo_dau}"), PlanForm.body,
        ] + SignatureBlock.blocks(terms)
    }

    static var appendix: Appendix {
        Appendix(
            title: "DỰ TOÁN KINH PHÍ NĂM {nam}",
            notes: [FormStyle.unitOfMeasure("Đơn vị tính: {bang.don_vi_tinh}")],
            columns: EstimateColumn.all.map(\.head), index: .shown, rows: [group, item, total, bySource],
            afterTable: [FormStyle.amountInWords("(Bằng chữ: {tong_cong | bang_chu} đồng)")])
    }

    private static var group: Table.Row {
        Appendix.row(EstimateColumn.all.map(\.group), opening: "{#bang.dong}{#nhom}", closing: "{/nhom}")
    }

    private static var item: Table.Row {
        Appendix.row(EstimateColumn.all.map(\.item), opening: "{^nhom}", closing: "{/nhom}{/bang.dong}")
    }

    private static var total: Table.Row {
        sums((.boldTextCell, "Tổng cộng"), (.boldNumberCell, "{tong_cong | tien}"))
    }

    private static var bySource: Table.Row {
        sums(
            (.textCell, "Trong đó: {ten}"), (.numberCell, "{so_tien | tien}"), opening: "{#theo_nguon}",
            closing: "{/theo_nguon}")
    }

    private static func sums(
        _ label: EstimateColumn.Cell, _ amount: EstimateColumn.Cell, opening: String = "",
        closing: String = ""
    ) -> Table.Row {
        let cells = EstimateColumn.all.map { column -> EstimateColumn.Cell in
            switch column.sum {
            case .label: label
            case .amount: amount
            case .nothing: (.textCell, "")
            }
        }
        return Appendix.row(cells, opening: opening, closing: closing)
    }
}

/// A column of the estimate: its head, and what stands in it in each kind of row.
private struct EstimateColumn {
    typealias Cell = (style: FormStyle, text: String)

    let head: Appendix.Column
    let group: Cell
    let item: Cell
    var sum = Sum.nothing

    /// What a row of sums has in this column.
    enum Sum { case label, amount, nothing }

    /// In the order of the table.
    static var all: [EstimateColumn] {
        [
            EstimateColumn(
                head: .init("STT", index: "A", width: 11), group: (.boldCentredCell, "{stt}"),
                item: (.centredCell, "{stt}")),
            EstimateColumn(
                head: .init("Nội dung chi", index: "B", width: 46), group: (.boldTextCell, "{noi_dung}"),
                item: (.textCell, "{noi_dung}"), sum: .label),
            EstimateColumn(
                head: .init("ĐVT", index: "C", width: 17), group: (.boldCentredCell, ""),
                item: (.centredCell, "{dvt}")),
            EstimateColumn(
                head: .init("Số lượng", index: "1", width: 14), group: (.boldNumberCell, ""),
                item: (.numberCell, "{so_luong | so}")),
            EstimateColumn(
                head: .init("Hệ số", index: "2", width: 16), group: (.boldCentredCell, ""),
                item: (.centredCell, "{he_so}")),
            EstimateColumn(
                head: .init("Đơn giá", index: "3", width: 24), group: (.boldNumberCell, ""),
                item: (.numberCell, "{don_gia | tien}")),
            EstimateColumn(
                head: .init("Thành tiền", index: "4=1x2x3", width: 30),
                group: (.boldNumberCell, "{thanh_tien | tien}"), item: (.numberCell, "{thanh_tien | tien}"),
                sum: .amount),
            EstimateColumn(
                head: .init("Nguồn kinh phí", index: "D", width: 27), group: (.textCell, ""),
                item: (.textCell, "{nguon}")),
            EstimateColumn(
                head: .init("Mã NDKT", index: "E", width: 15), group: (.centredCell, ""),
                item: (.centredCell, "{ma_ndkt}")),
            EstimateColumn(
                head: .init("Căn cứ, ghi chú", index: "G", width: 24), group: (.textCell, ""),
                item: (.textCell, "{can_cu}")),
            EstimateColumn(
                head: .init("Đơn vị thực hiện", index: "H", width: 28), group: (.textCell, ""),
                item: (.textCell, "{don_vi}")),
        ]
    }
}
