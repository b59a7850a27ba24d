internal import Diagnostics
internal import TemplateLanguage

extension Diagnostic {
    private static func include(_ code: String, _ words: TagSource, _ message: Wording, fix: Wording)
        -> Diagnostic
    {
        Diagnostic(
            code,
            Wording(
                "thẻ “\(words.whole)”: \(message.vietnamese)",
                en: "the tag “\(words.whole)”: \(message.english)"), at: words.place, fix: fix)
    }

    static func includeNotAlone(_ words: TagSource) -> Diagnostic {
        include(
            "template.include-not-alone", words,
            Wording(
                "mẫu khác phải được chèn ở một đoạn riêng",
                en: "another template needs a paragraph of its own"),
            fix: Wording("để thẻ một mình trong đoạn", en: "put the tag alone into its paragraph"))
    }

    static func includeOutsideOfBody(_ words: TagSource) -> Diagnostic {
        include(
            "template.include-outside-of-body", words,
            Wording(
                "không chèn được mẫu khác vào biểu đồ hay sơ đồ",
                en: "templates cannot be included in charts and diagrams"),
            fix: Wording("chuyển thẻ vào chữ của văn bản", en: "move the tag into the document's text"))
    }

    static func include(_ fault: Resources.Fault, _ file: String, _ words: TagSource) -> Diagnostic {
        switch fault {
        case .noFolder:
            return include(
                "template.no-resources", words,
                Wording(
                    "không biết tìm mẫu “\(file)” trong thư mục nào",
                    en: "there is no folder to look for the template “\(file)” in"),
                fix: Wording("cho biết thư mục chứa mẫu", en: "name the folder of the templates"))
        case .outside:
            return include(
                "template.outside-of-folder", words,
                Wording(
                    "“\(file)” nằm ngoài thư mục được phép",
                    en: "“\(file)” is outside of the folder that may be read"),
                fix: Wording(
                    "chép mẫu vào cùng thư mục, viết tên không có “..”", en: "copy it beside this template"))
        case .missing(let folder):
            return include(
                "template.include-not-found", words,
                Wording(
                    "không có mẫu “\(file)” trong thư mục “\(folder)”",
                    en: "there is no template “\(file)” in the folder “\(folder)”"),
                fix: Wording(
                    "kiểm tra tên mẫu, viết không có đuôi tệp", en: "check its name, without an extension"))
        case .tooLarge:
            return include(
                "template.include-too-large", words,
                Wording(
                    "mẫu “\(file)” lớn hơn \(Limit.pictureSize.words.vietnamese)",
                    en: "the template “\(file)” is larger than \(Limit.pictureSize.words.english)"),
                fix: Limit.pictureSize.mend(Wording("thu nhỏ mẫu", en: "make it smaller")))
        }
    }

    static func includeCycle(_ chain: [String], _ words: TagSource) -> Diagnostic {
        let path = chain.joined(separator: " → ")
        return include(
            "template.include-cycle", words,
            Wording("mẫu chèn vòng tròn: \(path)", en: "templates include each other in a circle: \(path)"),
            fix: Wording("bỏ một thẻ chèn", en: "remove one of the includes"))
    }

    static func includeTooDeep(_ limit: Int, _ words: TagSource) -> Diagnostic {
        include(
            "template.include-too-deep", words,
            Wording(
                "mẫu chèn lồng nhau quá \(limit) cấp", en: "templates are included more than \(limit) deep"),
            fix: Wording("bớt số cấp", en: "use fewer levels"))
    }

    static func tooManyChoices(_ count: Int, _ limit: Int, _ words: TagSource) -> Diagnostic {
        include(
            "template.too-many-choices", words,
            Wording(
                "dữ liệu chọn được \(count) mẫu trong thư mục, mà mọi thẻ chọn được nhiều nhất \(limit) mẫu",
                en:
                    "the data may choose from \(count) templates of the folder, and all tags from no more than \(limit)"
            ),
            fix: Wording(
                "viết phần đầu của tên vào thẻ, như {>phu-luc-(loai)}, hoặc để các mẫu vào một thư mục riêng",
                en:
                    "write how their names begin, such as {>annex-(kind)}, or keep the templates in a folder of their own"
            ))
    }

    static func includeOtherFormat(_ file: String, _ words: TagSource) -> Diagnostic {
        include(
            "template.include-other-format", words,
            Wording(
                "“\(file)” không cùng định dạng với mẫu này",
                en: "“\(file)” is not of the same format as this template"),
            fix: Wording("lưu lại mẫu đó theo định dạng của mẫu này", en: "save it in this template's format")
        )
    }

    static func includeOtherVocabulary(_ file: String, isStrict: Bool, _ words: TagSource) -> Diagnostic {
        include(
            "template.include-other-format", words,
            isStrict
                ? Wording(
                    "“\(file)” là tệp Word loại “Strict Open XML”, mẫu này là tệp Word thường",
                    en: "“\(file)” is a “Strict Open XML” document of Word, this template an ordinary one")
                : Wording(
                    "“\(file)” là tệp Word thường, mẫu này là loại “Strict Open XML”",
                    en: "“\(file)” is an ordinary document of Word, this template a “Strict Open XML” one"),
            fix: Wording(
                "trong Word lưu lại tệp Strict bằng “Save As”, loại “Word Document (*.docx)”",
                en: "save the strict one with “Save As” as “Word Document (*.docx)” in Word"))
    }

    static func includeUnsupported(_ what: Wording, _ file: String, _ words: TagSource) -> Diagnostic {
        include(
            "template.include-unsupported", words,
            Wording(
                "chưa chèn được \(what.vietnamese) của “\(file)”",
                en: "\(what.english) of “\(file)” cannot be included"),
            fix: Wording("bỏ phần đó khỏi mẫu được chèn", en: "remove that from the included template"))
    }
}
