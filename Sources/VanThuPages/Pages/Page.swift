internal import Diagnostics

extension Visit {
    /// The main parts of the pages, in the order of the bar above them.
    enum Section: CaseIterable {
        case workspaces
        case check
        case fill

        var link: String {
            switch self {
            case .workspaces: "/ho-so"
            case .check: "/kiem-tra"
            case .fill: "/dien"
            }
        }

        var name: Wording {
            switch self {
            case .workspaces: Wording("Hồ sơ", en: "Workspaces")
            case .check: Wording("Kiểm tra", en: "Check")
            case .fill: Wording("Điền mẫu", en: "Fill a form")
            }
        }
    }

    /// A whole page.
    ///
    /// `body` is what stands in the middle, beginning with its `h1`.
    ///
    /// `refresh` is after how many seconds the page is asked for again, where it waits for something; and which, where that is another one.
    func page(
        _ title: String, _ body: HTML, in section: Section? = nil, trail: [(link: String, name: String)] = [],
        status: Int = 200, refresh: String? = nil
    ) -> Answer {
        .page(
            status,
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            \(refresh.map { "<meta http-equiv=\"refresh\" content=\"\($0)\">" as HTML })
            <title>\(title) – vanthu</title>
            <link rel="stylesheet" href="\(StaticFile.style.link)">
            <script src="\(StaticFile.script.link)" defer></script>
            </head>
            <body>
            <a class="bo-qua" href="#noi-dung">\(say("Đến nội dung", en: "To the content"))</a>
            <header class="dau-trang"><div class="khung">
            <a class="ten" href="/">vanthu<span class="phu"> · \(say("văn thư", en: "records clerk"))</span></a>
            \(bar(section), if: person != nil)
            \(account)
            </div></header>
            <main id="noi-dung" class="khung">
            \(crumbs(trail), if: !trail.isEmpty)
            \(body)
            </main>
            <footer class="cuoi-trang"><div class="khung"><p>\(say("Văn bản đến, phê duyệt và sổ đăng ký không nằm ở đây. Không dùng cho tài liệu mật.", en: "Incoming documents, approval and the register are not kept here. Not for secret papers."))</p></div></footer>
            </body>
            </html>
            """)
    }

    private func bar(_ current: Section?) -> HTML {
        let links = Section.allCases.map { section -> HTML in
            "<li><a href=\"\(section.link)\"\(" aria-current=\"page\"" as HTML, if: section == current)>\(section.name.text(in: language))</a></li>"
        }
        let isManager = person?.rights[People.everywhere] == .manage
        return
            "<nav class=\"muc-chinh\" aria-label=\"\(say("Các phần", en: "Parts"))\"><ul>\(links)\("<li><a href=\"/quan-tri\">\(say("Quản trị", en: "Administration"))</a></li>" as HTML, if: isManager)</ul></nav>"
    }

    private var account: HTML {
        let other: Language = language == .vietnamese ? .english : .vietnamese
        let name = other == .english ? "English" : "Tiếng Việt"
        guard session != nil, let person else { return .nothing }
        let who = person.fullName.isEmpty ? person.name : person.fullName
        return """
            <div class="tai-khoan">
            <form method="post" action="/ngon-ngu">\(csrf)<input type="hidden" name="ve" value="\(request.method == .post ? "/" : request.link)"><button class="nhe" name="ngon_ngu" value="\(other.rawValue)" lang="\(other.rawValue)">\(name)</button></form>
            \("<span class=\"nguoi\">\(who)</span><form method=\"post\" action=\"/dang-xuat\">\(csrf)<button class=\"nhe\">\(say("Đăng xuất", en: "Sign out"))</button></form>" as HTML, if: site.settings.hasPasswords)
            </div>
            """
    }

    private func crumbs(_ trail: [(link: String, name: String)]) -> HTML {
        let links = trail.map { "<li><a href=\"\($0.link)\">\($0.name)</a></li>" as HTML }
        return
            "<nav class=\"duong-dan\" aria-label=\"\(say("Đang ở", en: "You are here"))\"><ol>\(links)</ol></nav>"
    }

    /// The hidden field that tells a form from one of another site.
    var csrf: HTML { "<input type=\"hidden\" name=\"\(Self.csrfField)\" value=\"\(session?.csrf ?? "")\">" }

    /// The first button of a form: Enter in a field presses it, which is to save, whatever buttons stand before the one that people see.
    var firstButton: HTML { "<button class=\"an\" tabindex=\"-1\" aria-hidden=\"true\"></button>" }

    /// A moment in Vietnamese time, `26/11/2026 14:05`.
    func moment(_ seconds: Int) -> String {
        let local = seconds + 7 * 3600
        let minute = (local % 86_400) / 60
        let day = Moment.date(ofDay: local / 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(day.day))/\(two(day.month))/\(day.year) \(two(minute / 60)):\(two(minute % 60))"
    }
}
