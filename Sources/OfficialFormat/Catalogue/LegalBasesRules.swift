internal import Diagnostics

extension Rule {
    /// Căn cứ.
    static let legalBases: [Rule] = [
        Rule(
            .basisLook, "C01", .error, .automatic, .decree("II.6"),
            "Căn cứ ban hành chữ nghiêng, không đậm, mỗi căn cứ một dòng.",
            en: "Legal bases are italic, not bold, each in its own paragraph.", right: "Căn cứ … (nghiêng)",
            wrong: "Căn cứ … (đứng)"),
        Rule(
            .basisUpright, "C01", .error, .automatic, .party("căn cứ"),
            "Căn cứ trong văn bản của Đảng chữ đứng.", en: "Legal bases of Party documents are upright.",
            right: "- Căn cứ … (đứng)", wrong: "- Căn cứ … (nghiêng)"),
        Rule(
            .basisEnd, "C01", .error, .automatic, [Rule.Clause].decree("II.6") + .party("căn cứ"),
            "Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm (HD 36: dấu phẩy).",
            en: "Each basis ends with a semicolon, the last with a full stop (HD 36: a comma).",
            right: "Căn cứ …; / Theo đề nghị của ….", wrong: "Căn cứ …,"),
        Rule(
            .basisDash, "C02", .warning, .automatic, .decree("II.6"),
            "Căn cứ của văn bản nhà nước không có gạch đầu dòng.",
            en: "Legal bases of state documents have no dash.", right: "Căn cứ …;", wrong: "- Căn cứ …;"),
        Rule(
            .basisDashMissing, "C02", .warning, .automatic, .party("căn cứ"),
            "Mỗi căn cứ của văn bản của Đảng có gạch đầu dòng.",
            en: "Each basis of a Party document has a dash.", right: "- Căn cứ …;", wrong: "Căn cứ …;"),
        Rule(
            .basisLawNumber, "C03", .error, .byHand, .decree("II.6"),
            "Viện dẫn luật, pháp lệnh không ghi số, ký hiệu và cơ quan ban hành.",
            en: "Laws and ordinances are cited without number, code and issuing body.",
            right: "Căn cứ Luật Ngân sách nhà nước ngày …;",
            wrong: "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13;"),
        Rule(
            .basisDateMissing, "C03", .error, .byHand, .decree("II.6"),
            "Căn cứ phải ghi ngày tháng năm ban hành văn bản viện dẫn.",
            en: "A basis names the date of the document cited.",
            right: "… ngày 05 tháng 3 năm 2020 của Chính phủ …", wrong: "Căn cứ Nghị định số 30/2020/NĐ-CP;"),
        Rule(
            .basisIssuerMissing, "C03", .error, .byHand, .decree("II.6"),
            "Căn cứ phải ghi tên cơ quan ban hành văn bản viện dẫn.",
            en: "A basis names the body that issued the document cited.",
            right: "… của Chính phủ về công tác văn thư;",
            wrong: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;"),
        Rule(
            .basisExpired, "C04", .warning, .byHand, [Rule.Clause].decree("II.6") + .party("căn cứ"),
            "Văn bản viện dẫn đã hết hiệu lực.", en: "The act cited is no longer in force.",
            right: "Nghị định số 30/2020/NĐ-CP", wrong: "Nghị định số 110/2004/NĐ-CP"),
        Rule(
            .basisOrder, "C05", .note, .byHand, .decree("II.6"),
            "Căn cứ thẩm quyền đứng trước căn cứ nội dung, trong mỗi nhóm theo hiệu lực pháp lý.",
            en: "Bases of authority come before bases of content, each group by rank.",
            right: "Luật, Nghị định, Thông tư", wrong: "Thông tư, Luật"),
        Rule(
            .basisNumberWord, "C05", .warning, .byHand, .decree("II.6"),
            "Giữa tên loại và số văn bản viện dẫn có từ \"số\".",
            en: "The word \"số\" stands between type and number of a document cited.",
            right: "Nghị định số 30/2020/NĐ-CP", wrong: "Nghị định 30/2020/NĐ-CP"),
        Rule(
            .basisAbbreviated, "C05", .warning, .byHand, .decree("II.6"),
            "Tên loại văn bản viện dẫn không viết tắt.",
            en: "The type of a document cited is not abbreviated.", right: "Nghị định số 30/2020/NĐ-CP",
            wrong: "NĐ 30/2020/NĐ-CP"),
    ]
}
