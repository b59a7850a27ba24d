internal import DataFiles
internal import Diagnostics

extension NumberGrammar {
    static let dataForm: DataForm<NumberGrammar> = .record(
        Wording("cách ghi số, ký hiệu", en: "how numbers are written"), blank: FormatProfile.blank.number,
        [
            .field("chu", \.label, .text),
            .field("hai_cham", \.colon, .choice(["co": .written, "khong": .absent])),
            .field("sau_so", \.afterNumber, .character), .field("giua_nhom", \.betweenGroups, .character),
            .field("cong_van", \.letterType, .absent(or: .text)),
            .field("tinh_theo", \.series, .choice(["nam": .year, "nhiem_ky": .termOfOffice])),
            .field("ban_sao", \.copyTypes, .list(of: .text)),
        ])
}

extension DateGrammar {
    static let dataForm: DataForm<DateGrammar> = .record(
        Wording("cách ghi ngày, tháng", en: "how dates are written"), blank: FormatProfile.blank.date,
        [
            .field("them_0_ngay_duoi", \.padsDaysBelow, .integer(in: 0...32)),
            .field("them_0_thang_duoi", \.padsMonthsBelow, .integer(in: 0...13)),
        ])
}

extension LegalBasisGrammar {
    static let dataForm: DataForm<LegalBasisGrammar> = .record(
        Wording("cách ghi căn cứ", en: "how legal bases are written"), blank: FormatProfile.blank.legalBasis,
        [
            .field("gach_dau_dong", \.dash, .choice(["co": .written, "khong": .absent])),
            .field("giua_muc", \.betweenItems, .character), .field("cuoi", \.lastEnd, .character),
        ])
}

extension SignatureGrammar {
    static let dataForm: DataForm<SignatureGrammar> = .record(
        Wording("cách ghi quyền hạn người ký", en: "how authority is written"),
        blank: FormatProfile.blank.signature,
        [
            .field("thay_mat", \.onBehalf, .text), .field("ky_thay", \.forHead, .text),
            .field("thua_lenh", \.byOrder, .text),
            .field("thua_uy_quyen", \.byAuthorisation, .absent(or: .text)), .field("quyen", \.acting, .text),
            .field("thu_truong", \.singleHeads, .list(of: .text)),
        ])
}

extension RecipientsGrammar {
    static let dataForm: DataForm<RecipientsGrammar> = .record(
        Wording("cách ghi nơi nhận", en: "how recipients are written"), blank: FormatProfile.blank.recipients,
        [
            .field("chu", \.label, .text), .field("giua_muc", \.betweenItems, .character),
            .field("cuoi", \.lastEnd, .character), .field("dong_luu", \.fileLine, .text),
            .field("nhu_tren", \.asAbove, .text),
        ])
}

extension NumberingGrammar {
    static let dataForm: DataForm<NumberingGrammar> = .record(
        Wording("các cấp đánh số", en: "levels of numbering"), blank: FormatProfile.blank.numbering,
        [
            .field("co_dieu", \.withArticles, .list(of: Level.dataForm)),
            .field("khong_dieu", \.withoutArticles, .list(of: Level.dataForm)),
        ])
}

extension NumberingGrammar.Level {
    /// `{chu: Chương, so: la_ma, dau: khong}`.
    fileprivate static let dataForm: DataForm<NumberingGrammar.Level> = .record(
        Wording("{chu: …, so: …, dau: …}", en: "{chu: …, so: …, dau: …}"),
        blank: NumberingGrammar.Level(word: "", digits: .arabic, mark: ""),
        [
            .field("chu", \.word, .emptyOrText),
            .field(
                "so", \.digits,
                .choice([
                    "la_ma": .roman, "a_rap": .arabic, "thap_phan": .decimal, "chu_cai": .letter,
                    "la_ma_thuong": .lowerRoman, "gach": .dash, "cong": .plus,
                ])), .field("dau", \.mark, .emptyOrText),
        ])
}

extension DataForm where Value == String {
    /// Text, or `khong` for none.
    fileprivate static var emptyOrText: DataForm {
        let form = DataForm<String?>.absent(or: .text)
        return DataForm(
            name: form.name, read: { node, _, reading in form.read(node, nil, &reading).map { $0 ?? "" } },
            write: { form.write($0.isEmpty ? nil : $0) })
    }
}
