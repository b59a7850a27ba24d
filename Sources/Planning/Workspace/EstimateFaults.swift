internal import Diagnostics
internal import FoundationEssentials

/// The faults of content in an estimate.
extension Diagnostic {
    static func yearMismatch(_ year: Int, nameSays: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.year-mismatch",
            Wording(
                "tệp mang tên năm \(nameSays) nhưng nội dung là năm \(year)",
                en: "the file is named after \(nameSays), but is about \(year)"), at: place.location,
            fix: Wording("sửa khóa nam hoặc đổi tên tệp", en: "mend the key nam, or rename the file"))
    }

    static func duplicateYear(_ year: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.duplicate-year",
            Wording(
                "năm \(year) đã có một tệp dự toán khác", en: "the year \(year) has another estimate already"),
            at: place.location,
            fix: Wording("gộp hai tệp làm một, hoặc sửa năm", en: "merge the two files, or mend the year"))
    }

    static func emptyGroup(_ title: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.empty-group",
            Wording(
                "nhóm “\(title.shortened)” không có dòng con",
                en: "the group “\(title.shortened)” has no rows"), at: place.location,
            fix: Wording("thêm các dòng con ở khóa muc", en: "add its rows under the key muc"))
    }

    static func pricedGroup(_ title: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.priced-group",
            Wording(
                "nhóm “\(title.shortened)” không có số lượng và đơn giá riêng",
                en: "the group “\(title.shortened)” has no quantity and price of its own"),
            at: place.location,
            fix: Wording("chuyển xuống một dòng con", en: "move it to a row under the group"))
    }

    static func itemWithRows(_ title: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.item-with-rows",
            Wording(
                "mục chi “\(title.shortened)” có dòng con",
                en: "the item “\(title.shortened)” has rows under it"), at: place.location,
            fix: Wording(
                "đổi loai thành nhom, hoặc ghi các dòng con là trong_do",
                en: "make its loai nhom, or its rows trong_do"))
    }

    static func memoExceedsItem(_ title: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.memo-exceeds-item",
            Wording(
                "dòng “trong đó” “\(title.shortened)” lớn hơn mục chứa nó",
                en: "the memo “\(title.shortened)” is larger than its item"), at: place.location,
            fix: Wording("kiểm tra lại số tiền", en: "check the amount"))
    }

    static func duplicateRow(_ title: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.duplicate-row",
            Wording(
                "mục “\(title.shortened)” lặp lại với cùng đơn vị tính và đơn giá trong một nhóm",
                en: "the item “\(title.shortened)” is repeated with the same unit and price in one group"),
            severity: .warning, at: place.location,
            fix: Wording("gộp hai dòng, nếu không cố ý", en: "merge the two rows, unless it is meant"))
    }

    static func notPositive(_ number: Decimal, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.not-positive",
            Wording(
                "số lượng, hệ số \(number.description) không lớn hơn 0",
                en: "the quantity or factor \(number.description) is not above zero"), at: place.location,
            fix: Wording(
                "viết số lớn hơn 0, hoặc bỏ dòng này", en: "write a number above zero, or remove the row"))
    }

    static func quantityWithoutUnit(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.quantity-without-unit",
            Wording("có số lượng mà không có đơn vị tính", en: "there is a quantity without a unit"),
            severity: .warning, at: place.location, fix: Wording("thêm dvt", en: "add dvt"))
    }

    static func unitWithoutQuantity(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.unit-without-quantity",
            Wording("có đơn vị tính mà không có số lượng", en: "there is a unit without a quantity"),
            severity: .warning, at: place.location, fix: Wording("thêm so_luong", en: "add so_luong"))
    }

    static func missingAmount(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.missing-amount",
            Wording("không tính được thành tiền", en: "the amount cannot be computed"), at: place.location,
            fix: Wording(
                "thêm so_luong và don_gia, hoặc thanh_tien", en: "add so_luong and don_gia, or thanh_tien"))
    }

    static func amountMismatch(written: Money, computed: Money, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.amount-mismatch",
            Wording(
                "thành tiền ghi \(written.text), nhưng số lượng x hệ số x đơn giá là \(computed.text)",
                en: "the amount says \(written.text), but quantity x factors x price is \(computed.text)"),
            at: place.location,
            fix: Wording(
                "bỏ thanh_tien để chương trình tính, hoặc sửa lại số liệu",
                en: "remove thanh_tien and let it be computed, or mend the figures"))
    }

    static func totalMismatch(written: Money, computed: Money, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.total-mismatch",
            Wording(
                "tổng ghi \(written.text), nhưng các mục cộng lại là \(computed.text)",
                en: "the total says \(written.text), but the items add up to \(computed.text)"),
            at: place.location,
            fix: Wording(
                "bỏ số ghi ở đây để chương trình tính, hoặc sửa các mục",
                en: "remove it and let it be computed, or mend the items"))
    }

    static func sourceMismatch(shares: Money, amount: Money, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.source-mismatch",
            Wording(
                "các nguồn cộng lại là \(shares.text), khác thành tiền \(amount.text)",
                en: "the sources add up to \(shares.text), the amount is \(amount.text)"), at: place.location,
            fix: Wording("sửa số tiền từng nguồn cho khớp", en: "make the shares add up to the amount"))
    }

    static func missingSource(at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.missing-source",
            Wording("mục chi không có nguồn kinh phí", en: "the item has no funding source"),
            at: place.location,
            fix: Wording(
                "thêm nguon ở dòng này hoặc ở nhóm của nó", en: "add nguon to the row or to its group"))
    }

    static func roundedAmount(_ exact: Decimal, _ rounded: Money, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.rounded-amount",
            Wording(
                "tích \(exact.description) không chẵn đồng, được làm tròn thành \(rounded.text)",
                en: "the product \(exact.description) is not in whole đồng and is rounded to \(rounded.text)"),
            severity: .warning, at: place.location,
            fix: Wording("sửa số lượng hoặc đơn giá để tích chẵn đồng", en: "mend the quantity or the price"))
    }

    static func overCeiling(_ total: Money, _ ceiling: Money, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.over-ceiling",
            Wording(
                "tổng \(total.text) vượt dự toán được giao \(ceiling.text)",
                en: "the total \(total.text) is over the ceiling \(ceiling.text)"), severity: .warning,
            at: place.location,
            fix: Wording("giảm các mục chi, hoặc sửa muc_tran", en: "reduce the items, or mend muc_tran"))
    }

    static func rowWithoutWorkItem(_ title: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.row-without-work-item",
            Wording(
                "mục chi “\(title.shortened)” không thuộc nội dung nào của kế hoạch",
                en: "the row “\(title.shortened)” serves no work item of the programme"), severity: .warning,
            at: place.location,
            fix: Wording(
                "thêm noi_dung ở dòng này hoặc ở nhóm của nó", en: "add noi_dung to the row or to its group"))
    }

    static func workItemWithoutBudget(_ code: String, _ year: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.work-item-without-budget",
            Wording(
                "nội dung “\(code)” không có mục chi nào trong dự toán năm \(year)",
                en: "the work item “\(code)” has no row in the estimate of \(year)"), severity: .warning,
            at: place.location,
            fix: Wording(
                "thêm mục chi, hoặc ghi khong_su_dung_kinh_phi: true",
                en: "add a row, or write khong_su_dung_kinh_phi: true"))
    }

    static func costMismatch(_ written: Money, _ computed: Money, _ estimate: Place, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "planning.cost-mismatch",
            Wording(
                "kinh phí ghi \(written.text), nhưng dự toán cộng lại là \(computed.text)",
                en: "the cost says \(written.text), but the estimate adds up to \(computed.text)"),
            at: place.location,
            notes: [.init(Wording("dự toán ở đây", en: "the estimate is here"), at: estimate.location)],
            fix: Wording(
                "bỏ số ghi ở đây để lấy từ dự toán, hoặc sửa cho khớp",
                en: "remove it and let the estimate speak, or make them agree"))
    }
}
