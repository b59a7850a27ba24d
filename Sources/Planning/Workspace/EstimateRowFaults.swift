internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

/// The faults of rows that are parts of others, of taxes, and of sources.
extension Diagnostic {
    static func negativeAfterChange(_ code: String, _ after: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.negative-after-change", at: place.location,
            "sau điều chỉnh, dòng “\(code)” còn \(after.text) đồng, nhỏ hơn 0",
            en: "after the change the row “\(code)” has \(after.text) đồng, less than nothing",
            fix: "sửa số điều chỉnh", en: "mend the change")
    }

    static func itemInTwoTasks(_ title: String, _ first: String, _ second: String, at place: Place)
        -> Diagnostic
    {
        .warning(
            "planning.item-in-two-tasks", at: place.location,
            "“\(title.shortened)” có ở nội dung “\(first)” và “\(second)” với cùng số lượng, hệ số và đơn giá",
            en: "“\(title.shortened)” stands in “\(first)” and “\(second)” with the same numbers",
            fix: "bỏ một dòng nếu là một việc; hai việc thì ghi rõ ở nội dung chi",
            en: "remove one where it is one thing; say what parts them where it is two")
    }

    static func memosExceedItem(_ title: String, sum: Money, _ amount: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.memos-exceed-item", at: place.location,
            "các dòng “trong đó” của “\(title.shortened)” cộng lại là \(sum.text), lớn hơn thành tiền \(amount.text)",
            en:
                "the memos of “\(title.shortened)” add up to \(sum.text), more than its amount \(amount.text)",
            fix: "kiểm tra lại số tiền các dòng trong đó", en: "check the amounts of the memos")
    }

    static func priceWithoutQuantity(_ price: Decimal, _ amount: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.price-without-quantity", at: place.location,
            "có đơn giá \(NumberFormat.text(price)) mà không có số lượng, nên không ra thành tiền \(amount.text)",
            en:
                "there is a price of \(NumberFormat.text(price)) without a quantity, which does not make \(amount.text)",
            fix: "thêm so_luong và dvt, hoặc bỏ don_gia", en: "add so_luong and dvt, or remove don_gia")
    }

    static func quantityWithoutPrice(_ title: String, _ count: Int, at place: Place) -> Diagnostic {
        let more = count > 1 ? " và \(count - 1) dòng khác" : ""
        let others = count > 1 ? " and \(count - 1) other rows" : ""
        return .note(
            "planning.quantity-without-price", at: place.location,
            "“\(title.shortened)”\(more) có số lượng mà không có đơn giá: thành tiền là số ghi sẵn, không đổi theo số lượng",
            en:
                "“\(title.shortened)”\(others) say a quantity and no price: the amount is as written, and does not change with the quantity",
            fix: "thay thanh_tien bằng don_gia, hoặc sửa cả hai khi đổi số lượng",
            en: "write don_gia in the place of thanh_tien, or change both with the quantity")
    }

    static func percentWithPrice(at place: Place) -> Diagnostic {
        .error(
            "planning.percent-with-price", at: place.location,
            "dòng tính theo tỷ lệ không có số lượng, hệ số hay đơn giá",
            en: "a row that is a percentage has no quantity, factors or price",
            fix: "bỏ ty_le, hoặc bỏ số lượng, hệ số, đơn giá",
            en: "remove ty_le, or the quantity, factors and price")
    }

    static func percentOfNothing(at place: Place) -> Diagnostic {
        .error(
            "planning.percent-of-nothing", at: place.location,
            "không có dòng nào phía trên trong nhóm để tính tỷ lệ",
            en: "there is no row above in the group to take a percentage of",
            fix: "chuyển dòng này xuống dưới các dòng được tính, hoặc ghi mã của chúng ở khóa cua",
            en: "move the row below those it counts on, or name their codes under cua")
    }

    static func unknownRow(_ code: String, known: [String], at place: Place) -> Diagnostic {
        Diagnostic(
            "planning.unknown-row",
            Wording(
                "phía trên không có dòng nào mang mã “\(code)”", en: "no row above has the code “\(code)”"),
            at: place.location,
            fix: nearestName(to: code, among: known).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording(
                    "ghi ma: \(code) ở dòng được tính, và để dòng này ở phía dưới",
                    en: "write ma: \(code) in the row that is meant, and put this one below it"))
    }

    static func duplicateRowCode(_ code: String, at place: Place) -> Diagnostic {
        .error(
            "planning.duplicate-row-code", at: place.location, "mã dòng “\(code)” đã dùng ở trên",
            en: "a row above has the code “\(code)” already", fix: "đặt mã khác", en: "give it another code")
    }

    static func taxWithoutRate(at place: Place) -> Diagnostic {
        .error(
            "planning.tax-without-rate", at: place.location, "thuế cộng thêm mà chưa có thuế suất",
            en: "tax is added, but at no rate", fix: "ghi thue_suat: 8% ở dòng, ở nhóm hoặc ở đầu tệp",
            en: "write thue_suat: 8% in the row, its group or the file")
    }

    static func rateWithoutTax(_ rate: Decimal, at place: Place) -> Diagnostic {
        .warning(
            "planning.rate-without-tax", at: place.location,
            "thuế suất \(NumberFormat.text(rate))% không dùng đến, vì dòng này không cộng thêm thuế",
            en: "the rate of \(NumberFormat.text(rate))% is not used: no tax is added to this row",
            fix: "ghi thêm thue: cong_them, hoặc bỏ thue_suat",
            en: "write thue: cong_them, or leave out thue_suat")
    }

    static func rateBelowOne(_ rate: Decimal, at place: Place) -> Diagnostic {
        belowOne(Wording("thuế suất", en: "the rate of the tax"), rate, key: "thue_suat", at: place)
    }

    static func percentBelowOne(_ percent: Decimal, at place: Place) -> Diagnostic {
        belowOne(Wording("tỷ lệ", en: "the percentage"), percent, key: "ty_le", at: place)
    }

    private static func belowOne(_ what: Wording, _ rate: Decimal, key: String, at place: Place) -> Diagnostic
    {
        let (written, meant) = (NumberFormat.text(rate), NumberFormat.text(rate * 100))
        return .warning(
            "planning.rate-below-one", at: place.location,
            "\(what.vietnamese) đang là \(written)%, nhỏ hơn 1%",
            en: "\(what.english) is \(written)%, below 1%",
            fix: "\(key) tính bằng phần trăm: ghi \(meant)% nếu ý là như vậy",
            en: "\(key) counts in percent: write \(meant)% if that is meant")
    }

    static func taxRowTwice(_ title: String, at place: Place) -> Diagnostic {
        .warning(
            "planning.tax-row-twice", at: place.location,
            "dòng “\(title.shortened)” cộng thêm thuế, nhưng các dòng khác ghi giá đã gồm thuế (thue: da_gom)",
            en: "the row “\(title.shortened)” adds tax, but prices have it in them (thue: da_gom)",
            fix: "bỏ dòng này, hoặc sửa thue: da_gom", en: "remove the row, or change thue: da_gom")
    }

    static func rowTwice(_ code: String, at place: Place) -> Diagnostic {
        .error(
            "planning.base-row-twice", at: place.location, "dòng “\(code.shortened)” ghi hai lần ở khóa cua",
            en: "the row “\(code.shortened)” stands twice in cua", fix: "giữ một lần", en: "keep one")
    }

    static func memoWithRows(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.memo-with-rows", at: place.location,
            "dòng “\(title.shortened)” là trong_do hoặc ghi_chu, không có dòng con",
            en: "“\(title.shortened)” is a memo or a note, which has no rows under it",
            fix: "đưa các dòng con ra cùng cấp, hoặc đổi loai thành nhom",
            en: "put the rows beside it, or make its loai nhom")
    }

    static func taxTwice(_ title: String, at place: Place) -> Diagnostic {
        .warning(
            "planning.tax-twice", at: place.location,
            "“\(title.shortened)” ghi giá đã gồm thuế, nhưng thuế vẫn được cộng thêm",
            en: "“\(title.shortened)” says that its price has the tax in it, yet tax is added",
            fix: "ghi thue: da_gom ở dòng này, hoặc bỏ câu “đã gồm thuế”",
            en: "write thue: da_gom in the row, or remove the words")
    }

    static func sourceTwice(_ source: String, at place: Place) -> Diagnostic {
        .error(
            "planning.source-twice", at: place.location, "nguồn “\(source)” ghi hai lần trong một dòng",
            en: "the source “\(source)” stands twice in one row", fix: "gộp thành một số tiền",
            en: "make one amount of the two")
    }

    static func sourceUnderShares(at place: Place) -> Diagnostic {
        .error(
            "planning.source-under-shares", at: place.location,
            "nhóm đã chia theo nguồn, nên dòng con không có nguồn riêng",
            en: "the group is shared out among sources already, so its rows have none of their own",
            fix: "bỏ nguon ở dòng này, hoặc bỏ danh sách nguồn ở nhóm",
            en: "remove nguon here, or the list of sources of the group")
    }
}

extension String {
    /// Words such as “đã bao gồm thuế GTGT”, “đã có VAT”.
    var saysTaxIsIncluded: Bool {
        let folded = PlainLetters.folded(self)
        return ["thue", "vat", "gtgt"].contains { tax in
            ["dabaogom", "dagom", "daco", "gomca"].contains { folded.contains($0 + tax) }
        }
    }
}
