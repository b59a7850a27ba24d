internal import Diagnostics
internal import TemplateLanguage

extension Diagnostic {
    /// Why the picture that a tag names cannot be put in.
    static func picture(_ fault: PictureSource.Fault, _ name: String, _ words: TagSource) -> Diagnostic {
        let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
        switch fault {
        case .resources(let fault): return picture(fault, String(shown), words)
        case .picture(let fault): return picture(fault, String(shown), words)
        case .encoding:
            return picture(
                "template.broken-picture", words,
                Wording("“\(shown)” không giải mã được", en: "“\(shown)” cannot be decoded"),
                fix: Wording("đưa hình dưới dạng Base64", en: "give the picture as Base64"))
        case .missingLibrary(let library):
            return .environment(
                "system.missing-library", at: .file(library), "thiếu thư viện libqrencode để vẽ mã QR",
                en: "the library libqrencode, which draws QR codes, is missing",
                fix: "cài đặt: sudo apt-get install libqrencode4",
                en: "install it: sudo apt-get install libqrencode4")
        case .longCode:
            return picture(
                "template.code-too-long", words,
                Wording(
                    "“\(shown)” dài quá, mã QR chứa nhiều nhất 2.331 byte",
                    en: "“\(shown)” is too long, a QR code holds at most 2,331 bytes"),
                fix: Wording(
                    "rút ngắn, hoặc đưa địa chỉ của trang có nội dung ấy",
                    en: "shorten it, or give the address of a page with that text"))
        case .barCode:
            return picture(
                "template.not-a-bar-code", words,
                Wording("mã vạch không chứa được “\(shown)”", en: "no bar code can hold “\(shown)”"),
                fix: Wording(
                    "chỉ dùng chữ không dấu, số và dấu thường, nhiều nhất 48 ký tự; hoặc dùng ma_qr",
                    en: "use ASCII letters, digits and marks only, at most 48; or use qr_code"))
        }
    }

    private static func picture(_ code: String, _ words: TagSource, _ message: Wording, fix: Wording)
        -> Diagnostic
    {
        Diagnostic(
            code,
            Wording(
                "thẻ “\(words.whole)”: \(message.vietnamese)",
                en: "the tag “\(words.whole)”: \(message.english)"), at: words.place, fix: fix)
    }

    private static func picture(_ fault: Resources.Fault, _ name: String, _ words: TagSource) -> Diagnostic {
        switch fault {
        case .noFolder:
            picture(
                "template.no-resources", words,
                Wording(
                    "không biết tìm hình “\(name)” trong thư mục nào",
                    en: "there is no folder to look for the picture “\(name)” in"),
                fix: Wording(
                    "cho biết thư mục chứa hình, hoặc đưa hình vào dữ liệu dưới dạng “data:…”",
                    en: "name the folder of the pictures, or put them into the data as “data:…”"))
        case .outside:
            picture(
                "template.outside-of-folder", words,
                Wording(
                    "“\(name)” nằm ngoài thư mục được phép",
                    en: "“\(name)” is outside of the folder that may be read"),
                fix: Wording(
                    "viết đường dẫn tính từ thư mục của dữ liệu, không có “..”",
                    en: "write a path from the folder of the data, without “..”"))
        case .missing(let folder):
            picture(
                "template.picture-not-found", words,
                Wording(
                    "không có hình “\(name)” trong thư mục “\(folder)”",
                    en: "there is no picture “\(name)” in the folder “\(folder)”"),
                fix: Wording(
                    "kiểm tra tên hình trong dữ liệu; hình được tìm từ thư mục của tệp dữ liệu",
                    en: "check the name in the data; pictures are looked for from the data file's folder"))
        case .tooLarge:
            picture(
                "template.picture-too-large", words,
                Wording(
                    "hình “\(name)” lớn hơn \(Limit.pictureSize.words.vietnamese)",
                    en: "the picture “\(name)” is larger than \(Limit.pictureSize.words.english)"),
                fix: Limit.pictureSize.mend(Wording("thu nhỏ hình", en: "make it smaller")))
        }
    }

    private static func picture(_ fault: PictureFault, _ name: String, _ words: TagSource) -> Diagnostic {
        switch fault {
        case .foreign:
            picture(
                "template.foreign-picture", words,
                Wording(
                    "“\(name)” không phải hình PNG, JPEG hay SVG",
                    en: "“\(name)” is no PNG, JPEG or SVG picture"),
                fix: Wording("lưu hình thành PNG hoặc JPEG", en: "save it as PNG or JPEG"))
        case .broken:
            picture(
                "template.broken-picture", words,
                Wording("hình “\(name)” bị hỏng", en: "the picture “\(name)” is damaged"),
                fix: Wording("mở hình và lưu lại", en: "open it and save it again"))
        case .mirrored:
            picture(
                "template.mirrored-picture", words,
                Wording(
                    "hình “\(name)” ghi rằng phải lật khi xem (EXIF), mà Word và Writer in không lật",
                    en: "“\(name)” says that it is to be mirrored (EXIF), which word processors do not do"),
                fix: Wording("mở hình, lật rồi lưu lại", en: "open it, flip it and save it again"))
        case .active:
            picture(
                "template.active-picture", words,
                Wording(
                    "hình SVG “\(name)” có mã chạy, DOCTYPE hoặc tải tệp khác",
                    en: "the SVG “\(name)” has a script or a DOCTYPE, or loads other files"),
                fix: Wording("xuất lại hình thành SVG thuần", en: "export it as plain SVG"))
        case .tooManyPixels(let width, let height):
            picture(
                "template.too-many-pixels", words,
                Wording(
                    "hình “\(name)” có \(width) x \(height) điểm ảnh, nhiều hơn mức cho phép (\(Limit.pixelCount.words.vietnamese))",
                    en:
                        "the picture “\(name)” has \(width) x \(height) pixels, more than allowed (\(Limit.pixelCount.words.english))"
                ),
                fix: Limit.pixelCount.mend(
                    Wording("thu nhỏ hình", en: "make it smaller"),
                    needed: width.multipliedReportingOverflow(by: height).overflow ? Int.max : width * height)
            )
        }
    }

    static func noFallback(_ name: String, _ words: TagSource) -> Diagnostic {
        let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
        let png = name.hasSuffix(".svg") ? name.dropLast(4) + ".png" : "….png"
        return .error(
            "template.no-fallback-picture", at: words.place,
            "thẻ “\(words.whole)”: Word cần một hình PNG đi cùng hình SVG “\(shown)”",
            en: "the tag “\(words.whole)”: Word needs a PNG picture beside the SVG “\(shown)”",
            fix: "đặt tệp “\(png)” cạnh hình SVG", en: "put “\(png)” beside it")
    }
}
