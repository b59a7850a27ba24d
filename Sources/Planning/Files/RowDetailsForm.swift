internal import DataFiles
internal import Diagnostics
internal import Values
internal import VietnameseText

extension EstimateFile {
    /// What a row says besides its amount.
    struct Details: Sendable {
        var quarters = Entered<[Money]>.leftOut
        var planned: [Int: Money] = [:]
        var actual: [Int: Money] = [:]
        var expected: [Int: Money] = [:]
        var ceiling: [Int: Money] = [:]
        var approved: Money?
        var spent = Entered<Money>.leftOut
        var own: [Named<Money>] = []
        var words: [Named<String>] = []
        var isAutonomous: Bool?
    }
}

extension EstimateFile.Details {
    static let fields: [DataField<EstimateFile.Details>] = [
        .optional(
            "quy", located: \.quarters, .list(of: .signedMoney),
            "Số tiền của quý I, II, III, IV; cộng lại phải bằng thành tiền: [0, 5000000, 5000000, 0]."),
        .optional("thuc_hien", keeping: \.actual, .perYear(.signedMoney), "Thực hiện của các năm trước."),
        .optional("uoc_thuc_hien", keeping: \.expected, .perYear(.signedMoney), "Ước thực hiện của các năm."),
        .optional(
            "du_toan_nam", keeping: \.planned, .perYear(.signedMoney),
            "Dự toán của năm khác; không ghi thì lấy ở tệp dự toán của năm đó, dòng cùng `ma` hoặc cùng tên."),
        .optional("tran_chi", keeping: \.ceiling, .perYear(.signedMoney), "Trần chi được thông báo."),
        .optional("duoc_duyet", \.approved, .signedMoney, "Số được duyệt."),
        .optional("da_chi", located: \.spent, .signedMoney, "Đã chi, lũy kế từ đầu năm."),
        .optional(
            "so_khac", keeping: \.own, .named(.signedMoney),
            "Số liệu khác mà biểu của đơn vị cần, mỗi số một tên: cột của biểu ghi `lay: so_khac` và `khoa`."),
        .optional(
            "thong_tin", keeping: \.words, .named(.text),
            "Chữ khác mà biểu cần, mỗi ô một tên: cột của biểu ghi `lay: thong_tin` và `khoa`."),
        .optional(
            "tu_chu", \.isAutonomous,
            .choice([
                DataChoice("co", true, "giao thực hiện chế độ tự chủ"),
                DataChoice("khong", false, "không giao thực hiện chế độ tự chủ"),
            ]), "Giao tự chủ hay không. Dòng con theo nhóm nếu không ghi."),
    ]

    /// Whether no sum and no words of it were written, as in most rows.
    private var saysNothing: Bool {
        quarters.isLeftOut && spent.isLeftOut && approved == nil && planned.isEmpty && actual.isEmpty
            && expected.isEmpty && ceiling.isEmpty && own.isEmpty && words.isEmpty
    }

    /// As the estimate keeps it.
    func kept(isAutonomous inherited: Bool?) -> RowDetails {
        var kept = RowDetails(isAutonomous: isAutonomous ?? inherited)
        if saysNothing { return kept }
        for (kind, years) in [
            (FigureName.Kind.planned, planned), (.actual, actual), (.expected, expected), (.ceiling, ceiling),
        ] { for (year, amount) in years { kept.figures[FigureName(kind: kind, number: year)] = amount } }
        for (index, amount) in (quarters.value ?? []).enumerated() {
            kept.figures[FigureName(kind: .quarter, number: index + 1)] = amount
        }
        if let approved { kept.figures[FigureName(kind: .approved)] = approved }
        if let spent = spent.value { kept.figures[FigureName(kind: .spent)] = spent }
        for figure in own { kept.figures[FigureName(kind: .own, name: figure.name)] = figure.value }
        for word in words { kept.words[word.name] = word.value }
        return kept
    }

    /// What is wrong with them beside the row's amount.
    func faults(_ title: String, amount: Money) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if case .given(let quarters) = quarters {
            if quarters.value.count != 4 {
                faults.append(.notFourQuarters(quarters.value.count, at: quarters.place))
            } else if let sum = Money.sum(quarters.value), sum != amount {
                faults.append(.quartersMismatch(sum, amount, at: quarters.place))
            }
        }
        if case .given(let spent) = spent, spent.value > (approved ?? amount) {
            faults.append(.spentOver(title, spent.value, approved ?? amount, at: spent.place))
        }
        return faults
    }
}

extension EstimateFile.Change {
    static let form = DataForm.record(
        "dieu_chinh", "Một lần điều chỉnh dự toán trong năm.", blank: EstimateFile.Change(),
        [
            .required(
                "quyet_dinh", \.decision, .text,
                "Văn bản điều chỉnh, có ngày: Quyết định số 45/QĐ-SKHCN ngày 12/5/2026. Báo cáo của kỳ kết thúc trước ngày đó chưa tính lần điều chỉnh này."
            ),
            .required(
                "dong", \.rows, .list(of: EstimateFile.ChangedRow.form.located), "Các dòng được điều chỉnh."),
        ])
}

extension EstimateFile.ChangedRow {
    fileprivate static let form = DataForm.record(
        "dong", "Một dòng được điều chỉnh.", blank: EstimateFile.ChangedRow(),
        [
            .required("ma", \.code, .text, "Mã của dòng (khóa `ma` của mục chi)."),
            .optional(
                "nguon", \.source, .reference(.fundingSource),
                "Mã nguồn được tăng, giảm; không cần khi dòng chỉ có một nguồn."),
            .required("so_tien", \.amount, .signedMoney, "Số tăng thêm, đồng; giảm thì ghi số âm."),
        ])
}

extension Diagnostic {
    fileprivate static func notFourQuarters(_ count: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.not-four-quarters", at: place.location, "có \(count) số ở khóa quy, phải có bốn",
            en: "there are \(count) amounts of quarters, and there must be four",
            fix: "ghi đủ bốn quý, quý không chi ghi 0", en: "write all four, 0 for one without expense")
    }

    fileprivate static func quartersMismatch(_ sum: Money, _ amount: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.quarters-mismatch", at: place.location,
            "bốn quý cộng lại là \(sum.text) đồng, khác thành tiền \(amount.text) đồng",
            en: "the quarters add up to \(sum.text) đồng, not to the amount, \(amount.text)",
            fix: "sửa số của các quý hoặc của dòng", en: "mend the quarters or the row")
    }

    static func spentOver(
        _ title: String, _ spent: Money, _ limit: Money, from source: String? = nil,
        before change: CalendarDate? = nil, at place: Place
    ) -> Diagnostic {
        let (vi, en) = (source.map { " từ nguồn \($0)" } ?? "", source.map { " from \($0)" } ?? "")
        let viTime = change.map { " trước lần điều chỉnh ngày \($0.text(.short))" } ?? ""
        let enTime = change.map { " before the change of \($0.text(.iso))" } ?? ""
        return .warning(
            "planning.spent-over", at: place.location,
            "“\(title.shortened)” đã chi\(vi) \(spent.text) đồng, vượt \(limit.text) đồng được giao\(viTime)",
            en: "“\(title.shortened)” has spent \(spent.text) đồng\(en) of \(limit.text)\(enTime)",
            fix: "kiểm tra số đã chi, hoặc ghi quyết định điều chỉnh ở khóa dieu_chinh",
            en: "check what was spent, or note the decision that changed the estimate under dieu_chinh")
    }
}
