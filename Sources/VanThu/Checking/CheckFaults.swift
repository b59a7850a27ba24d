internal import Checking
internal import Diagnostics
internal import Regulations

// Why a document is not judged.
extension Diagnostic {
    static func legislation(_ file: String, number: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "số \(number) là số của văn bản quy phạm pháp luật, không theo thể thức của Nghị định 30/2020/NĐ-CP; chỉ xét chữ, dấu, chính tả, số liệu",
            en:
                "the number \(number) is that of a legal normative document, whose format Decree 30/2020/NĐ-CP is not about; only words, marks, spelling and figures were judged"
        )
    }

    /// The same of one whose type alone tells.
    static func legislation(_ file: String, type: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "\(type) là văn bản quy phạm pháp luật, không theo thể thức của Nghị định 30/2020/NĐ-CP; chỉ xét chữ, dấu, chính tả, số liệu",
            en:
                "\(type) is a legal normative document, whose format Decree 30/2020/NĐ-CP is not about; only words, marks, spelling and figures were judged"
        )
    }

    static func legislationAnnex(_ file: String, of parent: String) -> Diagnostic {
        .note(
            "check.legislation", at: .file(file),
            "tệp này kèm theo \(parent), là một phần của văn bản quy phạm pháp luật và theo thể thức của loại văn bản ấy; chỉ xét chữ, dấu, chính tả, số liệu",
            en:
                "the file goes with \(parent) and is part of a legal normative document, whose format it follows; only words, marks, spelling and figures were judged"
        )
    }

    static func ownRules(_ file: String, of organisation: String) -> Diagnostic {
        .note(
            "check.own-rules", at: .file(file),
            "văn bản của \(organisation) theo hướng dẫn thể thức riêng của tổ chức này; chỉ xét chữ, dấu, chính tả, số liệu",
            en:
                "a document of \(organisation), which has a format of its own; only words, marks, spelling and figures were judged",
            fix: "muốn xét cả thể thức theo một quy định có sẵn thì thêm --quy-dinh nd30, hd05 hoặc hd36",
            en:
                "to hold its format too against one of the regulations here, add --standard nd30, hd05 or hd36"
        )
    }

    static func emptyDocument(_ file: String) -> Diagnostic {
        .error("check.empty", at: .file(file), "văn bản không có chữ nào", en: "the document has no text")
    }

    static func ofCitizens(_ file: String, title: String) -> Diagnostic {
        .note(
            "check.citizens-paper", at: .file(file),
            "“\(title)” là giấy tờ của công dân gửi cơ quan, không theo thể thức văn bản hành chính; không kiểm tra",
            en:
                "“\(title)” is a citizen's paper to an office, which the format of official documents is not about; not checked",
            fix: "nếu là văn bản của cơ quan thì thêm --quy-dinh nd30, hd05 hoặc hd36",
            en: "if an office has issued it, add --standard nd30, hd05 or hd36")
    }

    static func unreadableLetters(_ file: String, _ reason: OfficialCheck.Verdict.Unreadable) -> Diagnostic {
        switch reason {
        case .withoutMarks:
            .error(
                "check.without-marks", at: .file(file),
                "chữ trong văn bản không có dấu tiếng Việt nên không kiểm tra được",
                en: "the text is typed without the marks of Vietnamese, so nothing can be checked",
                fix: "gõ lại có dấu, hoặc lấy bản gốc", en: "type it with its marks, or take the original")
        case .pictures:
            .error(
                "check.pictures-only", at: .file(file),
                "văn bản chỉ có ảnh chụp trang, không có chữ nào để kiểm tra",
                en: "the document holds pictures of pages and no text that could be checked",
                fix: "dùng bản gốc, hoặc nhận dạng chữ trong ảnh trước",
                en: "take the original, or have its letters recognised first")
        case .lostLetters:
            .error(
                "check.lost-letters", at: .file(file),
                "chữ tiếng Việt trong văn bản đã mất (dấu ? hoặc � giữa từ) nên không kiểm tra được",
                en:
                    "the Vietnamese letters of the text are lost (? or � inside words), so nothing can be checked",
                fix: "lấy lại bản gốc trước khi chuyển mã",
                en: "take the original from before it was converted")
        }
    }

    /// What has to be known of how a document was judged.
    static func remark(_ remark: OfficialCheck.Remark, on file: String) -> Diagnostic {
        switch remark {
        case .trackedChanges:
            .note(
                "check.tracked-changes", at: .file(file),
                "văn bản có thay đổi chưa chấp nhận; đã kiểm tra như chấp nhận hết",
                en: "the document has changes nobody has accepted; it is checked as if all were",
                fix: "chấp nhận hoặc từ chối từng thay đổi trước khi phát hành",
                en: "accept or reject each of them before it is issued")
        case .furtherDocuments(let titles):
            .note(
                "check.further-documents", at: .file(file),
                "sau văn bản này tệp còn \(titles.count) văn bản khác (\(titles.joined(separator: "; "))); chỉ kiểm tra văn bản đầu",
                en:
                    "behind this document the file holds \(titles.count) more (\(titles.joined(separator: "; "))); only the first is checked",
                fix: "tách từng văn bản thành tệp riêng rồi kiểm tra",
                en: "put each of them into a file of its own and check it")
        case .headBehindCover:
            .note(
                "check.head-behind-cover", at: .file(file),
                "đầu văn bản ở sau bìa hoặc mục lục; các trang trước đó không kiểm tra",
                en:
                    "the head stands behind a cover or a table of contents, and the pages before it are not checked"
            )
        }
    }

    /// What has to be known of how it was mended.
    static func remark(_ remark: Mending.Remark, on file: String) -> Diagnostic {
        switch remark {
        case .heldBack(let rules):
            let codes = rules.map { $0.code.rawValue }.joined(separator: ", ")
            return .note(
                "check.mends-held-back", at: .file(file),
                "không tự sửa \(codes) ở chỗ mà sửa thì một dòng của phần đầu hoặc phần ký rơi xuống hai dòng",
                en: "\(codes) was not mended where a line of the head or foot would have been broken in two",
                fix: "nới cột có dòng ấy rồi sửa lại", en: "widen the column of that line and mend again")
        case .footTooTall:
            return .note(
                "check.foot-too-tall", at: .file(file),
                "phần Nơi nhận và chữ ký quá cao để giữ trọn một trang, nên sau khi sửa có thể nằm ở hai trang",
                en: "recipients and signature are too tall to be kept on one page, and may stand on two now",
                fix: "mở bản đã sửa, xem trang có chữ ký",
                en: "open the mended copy and look at the signature's page")
        }
    }

    /// A fault of this program: what these rules mended would not be the document that was given, but for its mends.
    static func mendNotFaithful(_ file: String, by rules: [Rule]) -> Diagnostic {
        let codes = rules.map(\.code.rawValue).joined(separator: ", ")
        return .warning(
            "check.mend-not-faithful", at: .file(file),
            "có chỗ không tự sửa theo \(codes) vì sửa thì văn bản khác đi cả ở chỗ không định sửa; đây là lỗi của vanthu",
            en:
                "not all is mended by \(codes), since the document would differ where nothing was to be mended; this is a fault of vanthu",
            fix: "tự sửa những chỗ ấy, và báo lỗi kèm tệp nếu được",
            en: "mend these places by hand, and report it with the file if you can")
    }

    /// What was seen of the components that an office's document is known by, and what was not.
    static func unrecognised(_ file: String, seen: [Component], missing: [Component]) -> Diagnostic {
        let (found, lacking) = (names(of: seen), names(of: missing))
        let parts = [(found, Wording("thấy", en: "seen")), (lacking, Wording("không thấy", en: "not seen"))]
            .filter { !$0.0.vietnamese.isEmpty }
        let vietnamese = parts.map { "\($0.1.vietnamese) \($0.0.vietnamese)" }.joined(separator: "; ")
        let english = parts.map { "\($0.1.english) \($0.0.english)" }.joined(separator: "; ")
        return .error(
            "check.unrecognised", at: .file(file),
            "không nhận ra đây là văn bản của cơ quan nên không kiểm tra: \(vietnamese)",
            en: "no document of an office is recognised, so nothing is checked: \(english)",
            fix: "nếu đúng là văn bản của cơ quan thì thêm --quy-dinh nd30, hd05 hoặc hd36",
            en: "if it is one, add --standard nd30, hd05 or hd36")
    }

    private static func names(of components: [Component]) -> Wording {
        let known = components.map(\.name)
        return Wording(
            known.map(\.vietnamese).joined(separator: ", "), en: known.map(\.english).joined(separator: ", "))
    }

}

extension Component {
    /// As messages name the components that an office's document is known by.
    var name: Wording {
        switch self {
        case .nationalTitle: Wording("Quốc hiệu", en: "the nation's title")
        case .partyTitle: Wording("tiêu đề của Đảng", en: "the Party's title")
        case .motto: Wording("Tiêu ngữ", en: "the motto")
        case .superiorAgency: Wording("tên cơ quan chủ quản", en: "the superior agency's name")
        case .issuingAgency: Wording("tên cơ quan", en: "the agency's name")
        case .numberAndCode: Wording("số, ký hiệu", en: "number and code")
        case .placeAndDate: Wording("địa danh và ngày", en: "place and date")
        case .documentType: Wording("tên loại", en: "the type")
        case .subject: Wording("trích yếu", en: "the subject")
        case .letterSubject: Wording("trích yếu V/v", en: "a letter's subject")
        case .addressee: Wording("kính gửi", en: "addressees")
        case .legalBasis: Wording("căn cứ", en: "legal bases")
        case .recipientsLabel, .recipient: Wording("nơi nhận", en: "recipients")
        case .authority: Wording("quyền hạn người ký", en: "the signer's authority")
        case .position: Wording("chức vụ người ký", en: "the signer's title")
        case .signerName: Wording("họ tên người ký", en: "the signer's name")
        case .appendixLabel: Wording("phụ lục", en: "appendices")
        default: Wording(rawValue, en: rawValue)
        }
    }
}
