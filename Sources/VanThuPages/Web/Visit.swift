internal import Diagnostics

/// A request with who sends it: what pages are made from.
struct Visit: Sendable {
    let site: Site
    let request: Request
    let session: Session?
    let person: People.Person?
    let language: Language

    /// `__Host-` would need HTTPS, which a machine of one's own does without.
    static let cookieName = "vanthu"
    /// The field of every form that tells it from one of another site.
    static let csrfField = "_ma"

    init(_ site: Site, _ request: Request) throws(Failure) {
        self.site = site
        self.request = request
        var session: Session?
        if let secret = request.cookie(Self.cookieName) {
            session = try site.sessions.session(of: secret, at: site.now)
        }
        var person: People.Person?
        if let session {
            person = site.settings.hasPasswords ? try site.people.person(named: session.person) : People.owner
        }
        self.session = person == nil ? nil : session
        self.person = person
        language = session?.language ?? .vietnamese
    }

    /// One of whom nothing is known.
    init(stranger site: Site, _ request: Request) {
        self.site = site
        self.request = request
        (session, person, language) = (nil, nil, .vietnamese)
    }

    func say(_ vietnamese: String, en english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    /// Why a page is not for this visit; nil where it is.
    func refusal(of route: Route) -> Answer? {
        if request.method == .post { guard isFromOurPages else { return refusalPage(.otherSite) } }
        switch route.access {
        case .anyone: if let fault = request.bodyFault { return refusalPage(.body(fault)) }
        case .signedIn, .manager:
            guard let session, let person else {
                return request.method == .post
                    ? refusalPage(.signedOut) : SignInPages.page(of: self, status: 401)
            }
            // Of those who have not signed in little is read at all, so that comes first.
            if let fault = request.bodyFault { return refusalPage(.body(fault)) }
            if request.method == .post, !Secrets.areSame(session.csrf, request.form[Self.csrfField] ?? "") {
                return refusalPage(.otherSite)
            }
            if case .manager = route.access, person.rights[People.everywhere] != .manage {
                return refusalPage(.noSuchPage)
            }
        }
        return nil
    }

    /// Browsers say where a form was sent from.
    private var isFromOurPages: Bool {
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" {
            return false
        }
        guard let origin = request.headers["origin"] else { return true }
        let host = origin.split(separator: "/").last.map(String.init) ?? ""
        return host == request.headers["host"] ?? host
    }

    // MARK: Refusals

    enum Refusal {
        case noSuchPage
        case otherHost
        case otherSite
        case signedOut
        case body(Request.BodyFault)
    }

    func refusalPage(_ refusal: Refusal) -> Answer {
        let (status, sentence): (Int, String) =
            switch refusal {
            case .noSuchPage:
                (
                    404,
                    say(
                        "Không có trang này, hoặc bạn không có quyền xem.",
                        en: "There is no such page, or it is not for you.")
                )
            case .otherHost:
                (421, say("Địa chỉ này không phải của máy chủ.", en: "This address is not the server's."))
            case .otherSite:
                (
                    403,
                    say(
                        "Biểu mẫu không gửi từ trang này, hoặc phiên làm việc đã đổi. Quay lại trang trước: những gì đã gõ vẫn còn ở đó. Chép ra, mở lại trang từ trang đầu rồi gửi lần nữa.",
                        en:
                            "The form was not sent from these pages, or the session has changed. Go back: what you typed is still there. Copy it, open the page anew from the first page and send it once more."
                    )
                )
            case .signedOut:
                (
                    401,
                    say(
                        "Phiên làm việc đã hết. Đăng nhập ở một thẻ khác, rồi quay lại trang trước và gửi lần nữa: những gì đã gõ vẫn còn.",
                        en:
                            "The session has ended. Sign in in another tab, then go back and send the page again: what you typed is still there."
                    )
                )
            case .body(.tooLarge):
                (
                    413,
                    say(
                        "Tệp gửi lên quá 64 MB. Không có gì được giữ lại.",
                        en: "What was sent is larger than 64 MB. Nothing was kept.")
                )
            case .body(.tooManyFields):
                (
                    413,
                    say(
                        "Biểu mẫu gửi lên có quá nhiều ô hoặc tệp.",
                        en: "The form has too many fields or files.")
                )
            case .body(.damaged):
                (
                    400,
                    say(
                        "Dữ liệu gửi lên bị đứt giữa chừng. Gửi lại lần nữa.",
                        en: "What was sent is cut short. Send it again.")
                )
            case .body(.notSpooled):
                (
                    507,
                    say(
                        "Máy chủ không ghi được tệp gửi lên (đĩa đầy?). Báo người quản trị.",
                        en: "The server could not keep the files (is the disk full?). Tell its administrator."
                    )
                )
            }
        return page(
            say("Không làm được", en: "Not done"),
            "<h1>\(say("Không làm được", en: "Not done"))</h1><p class=\"thong-bao loi\" role=\"alert\">\(sentence)</p><p><a href=\"/\">\(say("Về trang đầu", en: "To the first page"))</a></p>",
            status: status)
    }

    /// The faults that kept something from being done.
    func faultPage(_ failure: Failure) -> Answer {
        let status = failure.processStatus == .environment ? 500 : 422
        return page(
            say("Không làm được", en: "Not done"),
            """
            <h1>\(say("Không làm được", en: "Not done"))</h1>
            \(faults(failure.diagnostics))
            <p>\(say("Quay lại trang trước để sửa: những gì đã gõ vẫn còn.", en: "Go back to mend it: what you typed is still there."))</p>
            """, status: status)
    }

    /// Diagnostics as a list: what, where, how to mend.
    func faults(_ diagnostics: [Diagnostic]) -> HTML {
        let items = diagnostics.map { diagnostic -> HTML in
            """
            <li class="\(Self.className(of: diagnostic.severity))"><span class="muc-do">\(diagnostic.severity.name(in: language))</span>
            <p>\(sentence(diagnostic.message.text(in: language)))</p>\(diagnostic.fix.map { "<p class=\"cach-sua\">\(say("Cách sửa", en: "Mend")): \($0.text(in: language))</p>" as HTML })
            <p class="cho">\(place(of: diagnostic.location))</p></li>
            """
        }
        return "<ul class=\"loi-list\">\(items)</ul>"
    }

    static func className(of severity: Severity) -> String {
        switch severity {
        case .error: "loi"
        case .warning: "canh-bao"
        case .note: "luu-y"
        }
    }

    /// A fact as a sentence of its own.
    func sentence(_ fact: String) -> String { fact.prefix(1).uppercased() + fact.dropFirst() }

    /// A place without the folders of the server in it.
    func place(of location: Location) -> String {
        func name(_ file: String) -> String {
            let root = site.settings.root
            return file.hasPrefix(root + "/") && !file.hasPrefix(site.ownFolder)
                ? String(file.dropFirst(root.count + 1)) : ""
        }
        switch location {
        case .file(let file): return name(file)
        case .text(let file, let line, _, let path):
            let place = say("dòng \(line)", en: "line \(line)")
            return [name(file), place, path].filter { !$0.isEmpty }.joined(separator: ", ")
        case .paragraph(_, let part, let number, let excerpt, let cell):
            return String(
                Location.paragraph(file: "", part: part, number: number, excerpt: excerpt, cell: cell).text(
                    in: language
                ).dropFirst(2))
        case .cell(let file, let sheet, let reference):
            let place = Location.cell(file: "", sheet: sheet, reference: reference).text(in: language)
            return [name(file), place].filter { !$0.isEmpty }.joined(separator: ", ")
        case .value(_, let path): return path
        case .argument(let argument): return argument
        }
    }
}
