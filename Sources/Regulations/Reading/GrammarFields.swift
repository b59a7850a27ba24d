internal import DataFiles
internal import Diagnostics

extension NumberGrammar {
    static let dataForm: DataForm<NumberGrammar> = .record(
        Wording("cách ghi số, ký hiệu", en: "how numbers are written"), blank: FormatProfile.blank.number,
        [
            .required("chu", \.label, .text, "Chữ ghi trước số: Số."),
            .required(
                "hai_cham", \.colon, .choice(["co": .written, "khong": .absent]),
                "Có dấu hai chấm sau chữ đó hay không."),
            .required("sau_so", \.afterNumber, .character, "Dấu sau số."),
            .required("giua_nhom", \.betweenGroups, .character, "Dấu giữa các nhóm chữ viết tắt."),
            .required("cong_van", \.letterType, .absent(or: .text), "Chữ viết tắt của công văn."),
            .required(
                "tinh_theo", \.series, .choice(["nam": .year, "nhiem_ky": .termOfOffice]),
                "Số được tính lại theo năm hay theo nhiệm kỳ."),
            .required("ban_sao", \.copyTypes, .list(of: .text), "Chữ viết tắt của các loại bản sao."),
        ])
}

extension DateGrammar {
    static let dataForm: DataForm<DateGrammar> = .record(
        Wording("cách ghi ngày, tháng", en: "how dates are written"), blank: FormatProfile.blank.date,
        [
            .required(
                "them_0_ngay_duoi", \.padsDaysBelow, .integer(in: 0...32),
                "Ngày nhỏ hơn số này phải thêm số 0 phía trước."),
            .required(
                "them_0_thang_duoi", \.padsMonthsBelow, .integer(in: 0...13),
                "Tháng nhỏ hơn số này phải thêm số 0 phía trước."),
        ])
}

extension LegalBasisGrammar {
    static let dataForm: DataForm<LegalBasisGrammar> = .record(
        Wording("cách ghi căn cứ", en: "how legal bases are written"), blank: FormatProfile.blank.legalBasis,
        [
            .required(
                "gach_dau_dong", \.dash, .choice(["co": .written, "khong": .absent]),
                "Căn cứ có gạch đầu dòng hay không."),
            .required("giua_muc", \.betweenItems, .character, "Dấu cuối mỗi căn cứ."),
            .required("cuoi", \.lastEnd, .character, "Dấu cuối căn cứ sau cùng."),
        ])
}

extension SignatureGrammar {
    static let dataForm: DataForm<SignatureGrammar> = .record(
        Wording("cách ghi quyền hạn người ký", en: "how authority is written"),
        blank: FormatProfile.blank.signature,
        [
            .required("thay_mat", \.onBehalf, .text, "Chữ ghi khi ký thay mặt tập thể."),
            .required("ky_thay", \.forHead, .text, "Chữ ghi khi ký thay người đứng đầu."),
            .required("thua_lenh", \.byOrder, .text, "Chữ ghi khi ký thừa lệnh."),
            .required(
                "thua_uy_quyen", \.byAuthorisation, .absent(or: .text), "Chữ ghi khi ký thừa ủy quyền."),
            .required("quyen", \.acting, .text, "Chữ ghi khi được giao quyền."),
            .required("thu_truong", \.singleHeads, .list(of: .text), "Chức vụ của người đứng đầu, in hoa."),
        ])
}

extension RecipientsGrammar {
    static let dataForm: DataForm<RecipientsGrammar> = .record(
        Wording("cách ghi nơi nhận", en: "how recipients are written"), blank: FormatProfile.blank.recipients,
        [
            .required("chu", \.label, .text, "Chữ đứng trước các nơi nhận."),
            .required("giua_muc", \.betweenItems, .character, "Dấu cuối mỗi nơi nhận."),
            .required("cuoi", \.lastEnd, .character, "Dấu cuối nơi nhận sau cùng."),
            .required("dong_luu", \.fileLine, .text, "Lời của dòng lưu."),
            .required("nhu_tren", \.asAbove, .text, "Lời của dòng như trên."),
        ])
}

extension NumberingGrammar {
    static let dataForm: DataForm<NumberingGrammar> = .record(
        Wording("các cấp đánh số", en: "levels of numbering"), blank: FormatProfile.blank.numbering,
        [
            .required("co_dieu", \.withArticles, .list(of: Level.dataForm), "Các cấp của văn bản có điều."),
            .required(
                "khong_dieu", \.withoutArticles, .list(of: Level.dataForm),
                "Các cấp của văn bản không có điều."),
        ])
}

extension NumberingGrammar.Level {
    /// `{chu: Chương, so: la_ma, dau: khong}`.
    fileprivate static let dataForm: DataForm<NumberingGrammar.Level> = .record(
        Wording("{chu: …, so: …, dau: …}", en: "{chu: …, so: …, dau: …}"),
        blank: NumberingGrammar.Level(word: "", digits: .arabic, mark: ""),
        [
            .required("chu", \.word, .emptyOrText, "Chữ đứng trước số: Chương."),
            .required(
                "so", \.digits,
                .choice([
                    "la_ma": .roman, "a_rap": .arabic, "thap_phan": .decimal, "chu_cai": .letter,
                    "la_ma_thuong": .lowerRoman, "gach": .dash, "cong": .plus,
                ]), "Kiểu số."), .required("dau", \.mark, .emptyOrText, "Dấu sau số."),
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
