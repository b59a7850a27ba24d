internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// The faults of content in an estimate.
extension Diagnostic {
    static func yearMismatch(_ year: Int, nameSays: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.year-mismatch", at: place.location,
            "tệp mang tên năm \(nameSays) nhưng nội dung là năm \(year)",
            en: "the file is named after \(nameSays), but is about \(year)",
            fix: "sửa khóa nam hoặc đổi tên tệp", en: "mend the key nam, or rename the file")
    }

    static func duplicateYear(_ year: Int, at place: Place) -> Diagnostic {
        .error(
            "planning.duplicate-year", at: place.location, "năm \(year) đã có một tệp dự toán khác",
            en: "the year \(year) has another estimate already", fix: "gộp hai tệp làm một, hoặc sửa năm",
            en: "merge the two files, or mend the year")
    }

    static func emptyGroup(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.empty-group", at: place.location, "nhóm “\(title.shortened)” không có dòng con",
            en: "the group “\(title.shortened)” has no rows", fix: "thêm các dòng con ở khóa muc",
            en: "add its rows under the key muc")
    }

    static func pricedGroup(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.priced-group", at: place.location,
            "nhóm “\(title.shortened)” không có số lượng và đơn giá riêng",
            en: "the group “\(title.shortened)” has no quantity and price of its own",
            fix: "chuyển xuống một dòng con", en: "move it to a row under the group")
    }

    static func itemWithRows(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.item-with-rows", at: place.location, "mục chi “\(title.shortened)” có dòng con",
            en: "the item “\(title.shortened)” has rows under it",
            fix: "đổi loai thành nhom, hoặc ghi các dòng con là trong_do",
            en: "make its loai nhom, or its rows trong_do")
    }

    static func memoExceedsItem(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.memo-exceeds-item", at: place.location,
            "dòng “trong đó” “\(title.shortened)” lớn hơn mục chứa nó",
            en: "the memo “\(title.shortened)” is larger than its item", fix: "kiểm tra lại số tiền",
            en: "check the amount")
    }

    static func duplicateRow(_ title: String, at place: Place) -> Diagnostic {
        .warning(
            "planning.duplicate-row", at: place.location,
            "mục “\(title.shortened)” lặp lại với cùng đơn vị tính và đơn giá trong một nhóm",
            en: "the item “\(title.shortened)” is repeated with the same unit and price in one group",
            fix: "gộp hai dòng, nếu không cố ý", en: "merge the two rows, unless it is meant")
    }

    static func notPositive(_ number: Decimal, at place: Place) -> Diagnostic {
        .error(
            "planning.not-positive", at: place.location,
            "số lượng, hệ số \(NumberFormat.text(number)) không lớn hơn 0",
            en: "the quantity or factor \(NumberFormat.text(number)) is not above zero",
            fix: "viết số lớn hơn 0; khoản giảm trừ thì ghi thanh_tien là số âm",
            en: "write a number above zero; what is taken off has a thanh_tien below zero")
    }

    static func quantityWithoutUnit(at place: Place) -> Diagnostic {
        .warning(
            "planning.quantity-without-unit", at: place.location, "có số lượng mà không có đơn vị tính",
            en: "there is a quantity without a unit", fix: "thêm dvt", en: "add dvt")
    }

    static func unitWithoutQuantity(at place: Place) -> Diagnostic {
        .warning(
            "planning.unit-without-quantity", at: place.location, "có đơn vị tính mà không có số lượng",
            en: "there is a unit without a quantity", fix: "thêm so_luong", en: "add so_luong")
    }

    static func missingAmount(at place: Place) -> Diagnostic {
        .error(
            "planning.missing-amount", at: place.location, "không tính được thành tiền",
            en: "the amount cannot be computed",
            fix:
                "thêm so_luong và don_gia, hoặc thanh_tien (trong bảng: cột “Số lượng” và “Đơn giá”, hoặc “Thành tiền”)",
            en:
                "add so_luong and don_gia, or thanh_tien (in a table the columns “Số lượng” and “Đơn giá”, or “Thành tiền”)"
        )
    }

    static func amountMismatch(written: Money, computed: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.amount-mismatch", at: place.location,
            "thành tiền ghi \(written.text), nhưng số lượng x hệ số x đơn giá là \(computed.text)",
            en: "the amount says \(written.text), but quantity x factors x price is \(computed.text)",
            fix: "bỏ thanh_tien để chương trình tính, hoặc sửa lại số liệu",
            en: "remove thanh_tien and let it be computed, or mend the figures")
    }

    static func totalMismatch(
        written: Money, computed: Money, beforeTax: Money? = nil, column: String? = nil, at place: Place
    ) -> Diagnostic {
        let (vi, en) = (
            column.map { "cột “\($0.shortened)”: " } ?? "",
            column.map { "in the column “\($0.shortened)” " } ?? ""
        )
        let taxed = beforeTax.map {
            Wording(
                " (đã cộng thuế; chưa cộng thuế là \($0.text))",
                en: " (with the tax that is added; \($0.text) before it)")
        }
        return .error(
            "planning.total-mismatch", at: place.location,
            "\(vi)tổng ghi \(written.text), nhưng các mục cộng lại là \(computed.text)\(taxed?.vietnamese ?? "")",
            en:
                "\(en)the total says \(written.text), but the items add up to \(computed.text)\(taxed?.english ?? "")",
            fix: "bỏ số ghi ở đây để chương trình tính, hoặc sửa các mục",
            en: "remove it and let it be computed, or mend the items")
    }

    static func sourceMismatch(shares: Money, amount: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.source-mismatch", at: place.location,
            "các nguồn cộng lại là \(shares.text), khác thành tiền \(amount.text)",
            en: "the sources add up to \(shares.text), the amount is \(amount.text)",
            fix: "sửa số tiền từng nguồn cho khớp", en: "make the shares add up to the amount")
    }

    static func missingSource(at place: Place) -> Diagnostic {
        .error(
            "planning.missing-source", at: place.location, "mục chi không có nguồn kinh phí",
            en: "the item has no funding source", fix: "thêm nguon ở dòng này hoặc ở nhóm của nó",
            en: "add nguon to the row or to its group")
    }

    static func roundedAmount(_ exact: Decimal, _ rounded: Money, at place: Place) -> Diagnostic {
        .warning(
            "planning.rounded-amount", at: place.location,
            "tích \(NumberFormat.text(exact)) không chẵn đồng, được làm tròn thành \(rounded.text)",
            en:
                "the product \(NumberFormat.text(exact)) is not in whole đồng and is rounded to \(rounded.text)",
            fix: "sửa số lượng hoặc đơn giá để tích chẵn đồng", en: "mend the quantity or the price")
    }

    static func overCeiling(_ total: Money, _ ceiling: Money, at place: Place) -> Diagnostic {
        .warning(
            "planning.over-ceiling", at: place.location,
            "tổng \(total.text) vượt dự toán được giao \(ceiling.text)",
            en: "the total \(total.text) is over the ceiling \(ceiling.text)",
            fix: "giảm các mục chi, hoặc sửa muc_tran", en: "reduce the items, or mend muc_tran")
    }

    static func rowWithoutWorkItem(_ title: String, at place: Place) -> Diagnostic {
        .warning(
            "planning.row-without-work-item", at: place.location,
            "mục chi “\(title.shortened)” không thuộc nội dung nào của kế hoạch",
            en: "the row “\(title.shortened)” serves no work item of the programme",
            fix: "thêm noi_dung ở dòng này hoặc ở nhóm của nó", en: "add noi_dung to the row or to its group")
    }

    static func workItemWithoutBudget(_ code: String, _ year: Int, at place: Place) -> Diagnostic {
        .warning(
            "planning.work-item-without-budget", at: place.location,
            "nội dung “\(code)” không có mục chi nào trong dự toán năm \(year)",
            en: "the work item “\(code)” has no row in the estimate of \(year)",
            fix: "thêm mục chi, hoặc ghi khong_su_dung_kinh_phi: true",
            en: "add a row, or write khong_su_dung_kinh_phi: true")
    }

    static func costMismatch(_ written: Money, _ computed: Money, _ estimate: Place, at place: Place)
        -> Diagnostic
    {
        .error(
            "planning.cost-mismatch", at: place.location,
            "kinh phí ghi \(written.text), nhưng dự toán cộng lại là \(computed.text)",
            en: "the cost says \(written.text), but the estimate adds up to \(computed.text)",
            notes: [.init(Wording("dự toán ở đây", en: "the estimate is here"), at: estimate.location)],
            fix: "bỏ số ghi ở đây để lấy từ dự toán, hoặc sửa cho khớp",
            en: "remove it and let the estimate speak, or make them agree")
    }
}
