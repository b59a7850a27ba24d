internal import DataFiles
internal import Diagnostics
internal import FoundationEssentials
internal import VietnameseText

// The tax that stands in columns of its own: “Thành tiền trước thuế | Thuế GTGT | Thành tiền sau thuế”.
extension EstimateReading {
    /// The rates of Thuế GTGT.
    private static let rates: [Decimal] = [5, 8, 10]

    /// The tax on a row, held against its columns of tax, from which it follows where nothing else says how the row is taxed.
    mutating func taxBesideColumns(
        of row: Located<EstimateFile.Row>, on amount: Money, _ inherited: Inherited
    ) -> BudgetItem.Tax? {
        let (written, after) = (row.value.figure(in: .tax), row.value.figure(in: .afterTax))
        guard let any = written ?? after, row.amount.value != nil || amount != .zero else {
            return tax(of: row, on: amount, inherited)
        }
        var tax: BudgetItem.Tax?
        if row.tax ?? inherited.tax != nil {
            tax = self.tax(of: row, on: amount, inherited)
        } else if let sum = written?.amount ?? after?.amount.adding(Money(dong: -amount.dong)), sum != .zero {
            if after == nil, row.quantity.isLeftOut || row.unitPrice.isLeftOut {
                note(.taxSideUnknown(any.title, at: any.place))
                return nil
            }
            let known = (row.taxRate ?? inherited.taxRate).map { [$0] } ?? EstimateReading.rates
            let fitting = known.filter { rate in
                (Decimal(amount.dong) * rate / 100).roundedHalfUp(toPlaces: 0) == Decimal(sum.dong)
            }
            guard fitting.count == 1, let rate = fitting.first else {
                note(.taxRateUnknown(sum, amount, at: any.place))
                return nil
            }
            tax = BudgetItem.Tax(rate: rate, amount: sum)
        }
        let computed = tax?.amount ?? .zero
        if let written, written.amount != computed {
            note(.taxMismatch(written, computed, at: written.place))
        }
        if let after, let sum = amount.adding(computed), after.amount != sum {
            note(.taxMismatch(after, sum, at: after.place))
        }
        return tax
    }
}

extension Diagnostic {
    fileprivate static func taxSideUnknown(_ title: String, at place: Place) -> Diagnostic {
        .error(
            "planning.tax-side-unknown", at: place.location,
            "có cột “\(title.shortened)”, nhưng không rõ thành tiền của dòng này đã gồm thuế hay chưa",
            en: "there is a column “\(title.shortened)”, but not whether the amount has the tax in it",
            fix: "thêm cột “Thành tiền sau thuế”, hoặc ghi thue: cong_them, thue: da_gom ở tệp dự toán",
            en:
                "add a column “Thành tiền sau thuế”, or write thue: cong_them or thue: da_gom in the estimate's file"
        )
    }

    fileprivate static func taxRateUnknown(_ tax: Money, _ amount: Money, at place: Place) -> Diagnostic {
        .error(
            "planning.tax-rate-unknown", at: place.location,
            "thuế \(tax.text) trên \(amount.text) không cho biết rõ thuế suất (5%, 8% hay 10%)",
            en: "a tax of \(tax.text) on \(amount.text) does not tell its rate (5%, 8% or 10%)",
            fix: "sửa tiền thuế, hoặc ghi thue: cong_them và thue_suat ở tệp dự toán, ở cột cùng tên khóa",
            en: "mend the tax, or write thue: cong_them and thue_suat in the estimate's file or in columns")
    }

    fileprivate static func taxMismatch(_ written: ColumnFigure, _ computed: Money, at place: Place)
        -> Diagnostic
    {
        .error(
            "planning.tax-mismatch", at: place.location,
            "cột “\(written.title.shortened)” ghi \(written.amount.text), nhưng tính ra \(computed.text)",
            en: "the column “\(written.title.shortened)” says \(written.amount.text), not \(computed.text)",
            fix: "sửa số tiền, hoặc sửa thue, thue_suat của dòng",
            en: "mend the amount, or thue and thue_suat of the row")
    }
}
