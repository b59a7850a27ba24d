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
            let told = row.taxRate ?? inherited.taxRate ?? written?.title.percent
            let known = told.map { [$0] } ?? EstimateReading.rates
            let fitting = known.filter { rate in
                (Decimal(amount.dong) * rate / 100).roundedHalfUp(toPlaces: 0) == Decimal(sum.dong)
            }
            guard fitting.count == 1, let rate = fitting.first else {
                note(.taxRateUnknown(sum, amount, known, fitting: fitting, at: any.place))
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

    /// `fitting` are the rates that the tax may be reckoned at, none or several.
    fileprivate static func taxRateUnknown(
        _ tax: Money, _ amount: Money, _ known: [Decimal], fitting: [Decimal], at place: Place
    ) -> Diagnostic {
        let list = (fitting.isEmpty ? known : fitting).map { NumberFormat.text($0) + "%" }
        let rates = list.joined(separator: ", ")
        guard fitting.isEmpty else {
            return .error(
                "planning.tax-rate-unknown", at: place.location,
                "thuế \(tax.text) trên \(amount.text) có thể tính theo \(rates), nên không rõ thuế suất",
                en: "a tax of \(tax.text) on \(amount.text) may be at \(rates), so its rate is not known",
                fix: "ghi thue_suat ở cột cùng tên khóa, hoặc ở tệp dự toán",
                en: "write thue_suat in a column of that name, or in the estimate's file")
        }
        return .error(
            "planning.tax-rate-unknown", at: place.location,
            "thuế \(tax.text) không phải là \(rates) của \(amount.text)",
            en: "a tax of \(tax.text) is not \(rates) of \(amount.text)",
            fix: "sửa tiền thuế, hoặc ghi đúng thue_suat ở cột cùng tên khóa, ở tệp dự toán",
            en: "mend the tax, or write the right thue_suat in a column of that name or the estimate's file")
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

extension String {
    /// The percentage that a heading names: 8 of “Thuế GTGT 8%”.
    fileprivate var percent: Decimal? {
        guard let sign = firstIndex(of: "%") else { return nil }
        let number = self[..<sign].trimmed.reversed().prefix { $0.isASCIIDigit || $0 == "," || $0 == "." }
        return (try? TypedNumber(parsing: String(number.reversed())))?.value
    }
}
