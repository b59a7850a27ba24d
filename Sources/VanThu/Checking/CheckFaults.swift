internal import Diagnostics

// Why a document is not judged.
extension Diagnostic {
    static func legislation(_ file: String, number: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "số \(number) là số của văn bản quy phạm pháp luật, không theo Nghị định 30/2020/NĐ-CP; không kiểm tra",
            en:
                "the number \(number) is that of a legal normative document, which Decree 30/2020/NĐ-CP is not about; not checked"
        )
    }

    static func legislationAnnex(_ file: String, of parent: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "tệp này kèm theo \(parent), là một phần của văn bản quy phạm pháp luật và theo thể thức của loại văn bản ấy; không kiểm tra",
            en:
                "the file goes with \(parent) and is part of a legal normative document, whose format it follows; not checked"
        )
    }

    static func ownRules(_ file: String, of organisation: String) -> Diagnostic {
        .note(
            "check.own-rules", at: .file(file),
            "văn bản của \(organisation) theo hướng dẫn thể thức riêng của tổ chức này; không kiểm tra",
            en: "a document of \(organisation), which has a format of its own; not checked",
            fix: "muốn kiểm tra theo một quy định có sẵn thì thêm --quy-dinh nd30, hd05 hoặc hd36",
            en: "to hold it against one of the regulations here, add --standard nd30, hd05 or hd36")
    }

    static func emptyDocument(_ file: String) -> Diagnostic {
        .error("check.empty", at: .file(file), "văn bản không có chữ nào", en: "the document has no text")
    }

    static func unrecognised(_ file: String) -> Diagnostic {
        .error(
            "check.unrecognised", at: .file(file),
            "không nhận ra đây là văn bản của cơ quan (số, ký hiệu, tên loại, trích yếu, nơi nhận) nên không kiểm tra",
            en:
                "no document of an office is recognised (number, type, subject, recipients), so nothing is checked"
        )
    }
}
