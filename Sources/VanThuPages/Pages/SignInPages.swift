internal import Diagnostics

/// Coming in and going out.
enum SignInPages {
    static let routes: [Route] = [
        .get("tinh/*", .anyone) { visit, pieces in
            StaticFile.named(pieces[0])?.answer ?? visit.refusalPage(.noSuchPage)
        }, .get("healthz", .anyone) { _, _ in .text(200, "ok\n") },
        .get("favicon.ico", .anyone) { _, _ in
            Answer(204, [("Cache-Control", "public, max-age=86400")], .bytes([]))
        }, .get("dang-nhap", .anyone) { visit, _ in page(of: visit) },
        .post("dang-nhap", .anyone) { visit, _ throws(Failure) in try signIn(visit) },
        .post("dang-xuat") { visit, _ throws(Failure) in
            if let session = visit.session { try visit.site.sessions.end(session) }
            var answer = Answer.seeOther("/dang-nhap")
            answer.headers.append(
                ("Set-Cookie", "\(Visit.cookieName)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"))
            return answer
        },
        .post("ngon-ngu") { visit, _ throws(Failure) in
            if let session = visit.session,
                let language = Language(rawValue: visit.request.form["ngon_ngu"] ?? "")
            {
                try visit.site.sessions.speak(language, in: session)
            }
            return .seeOther(way(back: visit))
        },
    ]

    /// The page of ours that a form says its reader came from.
    private static func way(back visit: Visit) -> String {
        let back = visit.request.form["ve"] ?? "/"
        return back.hasPrefix("/") && !back.hasPrefix("//") && !back.contains("\\") ? back : "/"
    }

    /// Signs in who comes by the one-time link; nil where the request has no key.
    static func byLink(_ visit: Visit) throws(Failure) -> Answer? {
        guard let key = visit.request.query["khoa"] else { return nil }
        guard visit.site.uses(key) else {
            if visit.session != nil { return .seeOther("/") }
            return visit.page(
                visit.say("Đường dẫn đã dùng", en: "The link has been used"),
                """
                <h1>\(visit.say("Đường dẫn này đã được dùng", en: "This link has been used"))</h1>
                <p>\(visit.say("Mỗi đường dẫn chỉ vào được một lần. Dừng chương trình rồi chạy lại để có đường dẫn mới.", en: "Each link lets in once. Stop the program and start it again for a new one."))</p>
                """, status: 403)
        }
        let (secret, _) = try visit.site.sessions.start(
            for: People.owner.name, in: visit.language, at: visit.site.now)
        try visit.site.note("dang-nhap", "lien-ket", by: visit)
        // The key does not stay in the address.
        var answer = visit.page(
            visit.say("Đã vào", en: "Signed in"),
            "<h1>\(visit.say("Đã vào", en: "Signed in"))</h1><p><a href=\"/\">\(visit.say("Đến trang đầu", en: "To the first page"))</a></p>",
            refresh: "0;url=/")
        answer.headers.append(cookie(secret, visit))
        return answer
    }

    /// Links from mail and chat bring it along; what changes anything asks for a token and looks where it comes from besides.
    private static func cookie(_ secret: String, _ visit: Visit) -> (name: String, value: String) {
        let secure = visit.site.settings.isEncrypted ? "; Secure" : ""
        return (
            "Set-Cookie",
            "\(Visit.cookieName)=\(secret); Path=/; Max-Age=\(Sessions.longest); HttpOnly; SameSite=Lax\(secure)"
        )
    }

    static func page(of visit: Visit, status: Int = 200, fault: String? = nil) -> Answer {
        let title = visit.say("Đăng nhập", en: "Sign in")
        // Who followed a link goes on to its page.
        let wanted = visit.request.method == .get ? visit.request.address : visit.request.form["ve"]
        guard visit.site.settings.hasPasswords else {
            return visit.page(
                title,
                """
                <h1>\(title)</h1>
                <p>\(visit.say("Mở đường dẫn mà lệnh vanthu serve đã in ra. Đường dẫn chỉ dùng được một lần; chạy lại lệnh để có đường dẫn mới.", en: "Open the link that vanthu serve has printed. It works once; start the command again for a new one."))</p>
                """, status: status == 200 ? 200 : status)
        }
        return visit.page(
            title,
            """
            <div class="dang-nhap"><h1>\(title)</h1>
            \(fault.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            <form method="post" action="/dang-nhap" class="bieu-mau">\(wanted.map { "<input type=\"hidden\" name=\"ve\" value=\"\($0)\">" as HTML })
            <div class="o"><label for="ten">\(visit.say("Tên đăng nhập", en: "Name"))</label><input id="ten" name="ten" autocomplete="username" autocapitalize="none" required value="\(visit.request.form["ten"] ?? "")"></div>
            <div class="o"><label for="mat_khau">\(visit.say("Mật khẩu", en: "Password"))</label><input id="mat_khau" name="mat_khau" type="password" autocomplete="current-password" required></div>
            <button>\(visit.say("Vào", en: "Sign in"))</button>
            </form></div>
            """, status: status)
    }

    private static func signIn(_ visit: Visit) throws(Failure) -> Answer {
        guard visit.site.settings.hasPasswords else { return page(of: visit) }
        let name = visit.request.form["ten"] ?? ""
        // Behind a proxy that does not tell addresses all would have the same one.
        let peer = visit.request.peer
        let keys = ["ten:\(name.prefix(64))"] + (peer.isEmpty ? [] : ["dia-chi:\(peer)"])
        let wait = visit.site.attempts.wait(for: keys, at: visit.site.now)
        guard wait == 0 else {
            return page(
                of: visit, status: 429,
                fault: visit.say(
                    "Đã sai nhiều lần. Thử lại sau \(wait) giây.",
                    en: "Too many failures. Try again in \(wait) seconds."))
        }
        guard try visit.site.people.admits(name, password: visit.request.form["mat_khau"] ?? "") else {
            visit.site.attempts.failed(keys, at: visit.site.now)
            try visit.site.note("dang-nhap-sai", String(name.prefix(64)), by: visit)
            return page(
                of: visit, status: 401,
                fault: visit.say("Tên hoặc mật khẩu không đúng.", en: "Name or password is wrong."))
        }
        visit.site.attempts.succeeded(keys)
        let (secret, _) = try visit.site.sessions.start(for: name, in: visit.language, at: visit.site.now)
        try visit.site.note("dang-nhap", name, by: visit)
        var answer = Answer.seeOther(way(back: visit))
        answer.headers.append(cookie(secret, visit))
        return answer
    }
}
