internal import Diagnostics
internal import TemplateLanguage

extension Diagnostic {
    /// Why the picture that a tag names cannot be put in.
    static func picture(_ fault: PictureSource.Fault, _ name: String, _ words: TagWords) -> Diagnostic {
        let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
        func make(_ code: String, _ message: Wording, _ fix: Wording) -> Diagnostic {
            Diagnostic(
                code,
                Wording(
                    "thẻ “\(words.whole)”: \(message.vietnamese)",
                    en: "the tag “\(words.whole)”: \(message.english)"), at: words.place, fix: fix)
        }
        switch fault {
        case .resources(.noFolder):
            return make(
                "template.no-resources",
                Wording(
                    "không biết tìm hình “\(shown)” trong thư mục nào",
                    en: "there is no folder to look for the picture “\(shown)” in"),
                Wording(
                    "cho biết thư mục chứa hình, hoặc đưa hình vào dữ liệu dưới dạng “data:…”",
                    en: "name the folder of the pictures, or put them into the data as “data:…”"))
        case .resources(.outside):
            return make(
                "template.outside-of-folder",
                Wording(
                    "“\(shown)” nằm ngoài thư mục được phép",
                    en: "“\(shown)” is outside of the folder that may be read"),
                Wording(
                    "viết đường dẫn tính từ thư mục của dữ liệu, không có “..”",
                    en: "write a path from the folder of the data, without “..”"))
        case .resources(.missing(let folder)):
            return make(
                "template.picture-not-found",
                Wording(
                    "không có hình “\(shown)” trong thư mục “\(folder)”",
                    en: "there is no picture “\(shown)” in the folder “\(folder)”"),
                Wording(
                    "kiểm tra tên hình trong dữ liệu; hình được tìm từ thư mục của tệp dữ liệu",
                    en: "check the name in the data; pictures are looked for from the data file's folder"))
        case .resources(.tooLarge):
            return make(
                "template.picture-too-large",
                Wording("hình “\(shown)” lớn hơn 64 MB", en: "the picture “\(shown)” is larger than 64 MB"),
                Wording("thu nhỏ hình", en: "make it smaller"))
        case .picture(.foreign):
            return make(
                "template.foreign-picture",
                Wording(
                    "“\(shown)” không phải hình PNG, JPEG hay SVG",
                    en: "“\(shown)” is no PNG, JPEG or SVG picture"),
                Wording("lưu hình thành PNG hoặc JPEG", en: "save it as PNG or JPEG"))
        case .picture(.broken):
            return make(
                "template.broken-picture",
                Wording("hình “\(shown)” bị hỏng", en: "the picture “\(shown)” is damaged"),
                Wording("mở hình và lưu lại", en: "open it and save it again"))
        case .picture(.active):
            return make(
                "template.active-picture",
                Wording(
                    "hình SVG “\(shown)” có mã chạy, DOCTYPE hoặc tải tệp khác",
                    en: "the SVG “\(shown)” has a script or a DOCTYPE, or loads other files"),
                Wording("xuất lại hình thành SVG thuần", en: "export it as plain SVG"))
        case .encoding:
            return make(
                "template.broken-picture",
                Wording("“\(shown)” không giải mã được", en: "“\(shown)” cannot be decoded"),
                Wording("đưa hình dưới dạng Base64", en: "give the picture as Base64"))
        }
    }

    static func noFallback(_ name: String, _ words: TagWords) -> Diagnostic {
        let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
        let png = name.hasSuffix(".svg") ? name.dropLast(4) + ".png" : "….png"
        return .error(
            "template.no-fallback-picture", at: words.place,
            "thẻ “\(words.whole)”: Word cần một hình PNG đi cùng hình SVG “\(shown)”",
            en: "the tag “\(words.whole)”: Word needs a PNG picture beside the SVG “\(shown)”",
            fix: "đặt tệp “\(png)” cạnh hình SVG", en: "put “\(png)” beside it")
    }
}
