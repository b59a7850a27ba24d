/// What a request is answered with.
package struct Answer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: Body

    package enum Body: Sendable {
        case bytes([UInt8])
        /// A file that is sent as it lies there.
        case file(String)
    }

    init(_ status: Int = 200, _ headers: [(name: String, value: String)], _ body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static func page(_ status: Int = 200, _ html: HTML) -> Answer {
        .text(status, html.text, type: "text/html; charset=utf-8")
    }

    static func text(_ status: Int = 200, _ text: String, type: String = "text/plain; charset=utf-8")
        -> Answer
    { Answer(status, [("Content-Type", type), ("Cache-Control", "no-store")], .bytes(Array(text.utf8))) }

    /// After a form: the browser asks for that page, so that reloading does not send the form again.
    static func seeOther(_ link: String) -> Answer {
        Answer(303, [("Location", link), ("Cache-Control", "no-store")], .bytes([]))
    }

    /// A file to be kept under that name.
    static func download(_ body: Body, named name: String) -> Answer {
        var ascii = ""
        for scalar in name.unicodeScalars {
            let isPlain = scalar.isASCII && scalar.value >= 32 && scalar != "\"" && scalar != "\\"
            ascii.unicodeScalars.append(isPlain ? scalar : "_")
        }
        let disposition = "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(percentEncoded(name))"
        return Answer(
            200,
            [
                ("Content-Type", mediaType(of: name)), ("Cache-Control", "no-store"),
                ("Content-Disposition", disposition),
            ], body)
    }

    /// A picture of a page, which only its owner's browser may keep.
    static func picture(_ path: String) -> Answer {
        Answer(
            200, [("Content-Type", "image/jpeg"), ("Cache-Control", "private, max-age=3600")], .file(path))
    }

    private static func mediaType(of name: String) -> String {
        switch nameParts(name).ending {
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case "odt": "application/vnd.oasis.opendocument.text"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "pdf": "application/pdf"
        case "zip": "application/zip"
        default: "application/octet-stream"
        }
    }

    /// What every answer carries: nothing from outside, nothing inline, no framing, no guessing of types.
    package static let safeguards: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}
