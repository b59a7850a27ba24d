internal import Diagnostics
internal import Printing

/// What an administrator sees: how the server does, who may what, what was done, how long things are kept.
enum AdministrationPages {
    static let routes: [Route] = [
        .get("quan-tri", .manager) { visit, _ throws(Failure) in try state(visit) },
        .post("quan-tri/nguoi", .manager) { visit, _ throws(Failure) in
            let form = visit.request.form
            let name = form["ten"] ?? ""
            try visit.site.people.set(
                name, fullName: String((form["ho_ten"] ?? "").prefix(120)), password: form["mat_khau"] ?? "",
                at: visit.site.now)
            try visit.site.sessions.endAll(of: name)
            try visit.site.note("luu-nguoi", name, by: visit)
            return .seeOther("/quan-tri")
        },
        .post("quan-tri/quyen", .manager) { visit, _ throws(Failure) in
            let form = visit.request.form
            let (name, workspace) = (form["ten"] ?? "", form["ho_so"] ?? "")
            guard workspace == People.everywhere || WorkspaceFolder(workspace, on: visit.site) != nil else {
                return visit.refusalPage(.noSuchPage)
            }
            try visit.site.people.give(Right(rawValue: form["muc"] ?? ""), in: workspace, to: name)
            try visit.site.note("quyen", "\(name) \(workspace) \(form["muc"] ?? "")", by: visit)
            return .seeOther("/quan-tri")
        },
        .post("quan-tri/giu", .manager) { visit, _ throws(Failure) in
            for key in Keeping.keys {
                if let days = Int(visit.request.form[key] ?? ""), (1...3650).contains(days) {
                    try Keeping(visit.site).set(key, days: days)
                }
            }
            try Keeping(visit.site).clear()
            return .seeOther("/quan-tri")
        },
    ]

    private static func state(_ visit: Visit) throws(Failure) -> Answer {
        let site = visit.site
        let title = visit.say("Quản trị", en: "Administration")
        let office: String =
            switch site.office?.isolation {
            case .sandbox:
                visit.say(
                    "sẵn sàng, trong hộp kín (bubblewrap), không có mạng",
                    en: "ready, in a sandbox (bubblewrap), without network")
            case .withoutNetwork: visit.say("sẵn sàng, không có mạng", en: "ready, without network")
            case .some(.none):
                visit.say(
                    "sẵn sàng, nhưng không cách ly được: cài bubblewrap",
                    en: "ready, but not kept apart: install bubblewrap")
            case nil:
                visit.say(
                    "không có: cài libreoffice-writer, đặt vanthu-office cạnh vanthu-serve",
                    en: "missing: install libreoffice-writer, and put vanthu-office beside vanthu-serve")
            }
        let people: HTML = site.settings.hasPasswords ? try people(visit) : .nothing
        let keeping = try Keeping(site).days()
        let terms = Keeping.keys.map { key -> HTML in
            "<div class=\"o\"><label for=\"\(key)\">\(Keeping.name(of: key, visit))</label><input id=\"\(key)\" name=\"\(key)\" class=\"ngan\" type=\"number\" min=\"1\" max=\"3650\" value=\"\(keeping[key] ?? 0)\"></div>"
        }
        let audit = try site.database.rows(
            "SELECT luc, ten, dia_chi, viec, doi_tuong FROM nhat_ky ORDER BY so DESC LIMIT 100"
        ).map { row -> HTML in
            "<tr><td>\(visit.moment(row[0].integer))</td><td>\(row[1].text)</td><td>\(row[2].text)</td><td>\(row[3].text)</td><td>\(row[4].text)</td></tr>"
        }
        return visit.page(
            title,
            """
            <h1>\(title)</h1>
            <dl class="the"><dt>LibreOffice</dt><dd>\(office)</dd><dt>\(visit.say("Lượt hỏi, trang báo lỗi từ khi chạy", en: "Requests, pages with faults since the start"))</dt><dd>\(site.counts.requests), \(site.counts.faults)</dd></dl>
            \(people)
            <h2>\(visit.say("Thời hạn giữ (ngày)", en: "How long things are kept (days)"))</h2>
            <form method="post" action="/quan-tri/giu" class="the">\(visit.csrf)\(terms)<button>\(visit.say("Lưu và dọn", en: "Save and clear"))</button></form>
            <h2>\(visit.say("Nhật ký", en: "What was done"))</h2>
            <div class="bang-cuon" tabindex="0" role="region" aria-label="\(visit.say("Nhật ký", en: "What was done"))"><table><thead><tr><th scope="col">\(visit.say("Lúc", en: "When"))</th><th scope="col">\(visit.say("Ai", en: "Who"))</th><th scope="col">\(visit.say("Từ đâu", en: "From"))</th><th scope="col">\(visit.say("Việc", en: "What"))</th><th scope="col">\(visit.say("Đối tượng", en: "Object"))</th></tr></thead><tbody>\(audit)</tbody></table></div>
            """)
    }

    private static func people(_ visit: Visit) throws(Failure) -> HTML {
        let people = try visit.site.people.all()
        let rows = people.map { person -> HTML in
            let rights = person.rights.sorted { $0.key < $1.key }.map {
                "\($0.key): \($0.value.name.text(in: visit.language))"
            }
            return
                "<tr><td>\(person.name)</td><td>\(person.fullName)</td><td>\(rights.joined(separator: "; "))</td></tr>"
        }
        let names = people.map { "<option>\($0.name)</option>" as HTML }
        let folders = OwnFiles.names(in: visit.site.settings.root).filter {
            WorkspaceFolder($0, on: visit.site) != nil
        }
        let workspaces = ([People.everywhere] + folders).map { "<option>\($0)</option>" as HTML }
        let rights = Right.allCases.map {
            "<option value=\"\($0.rawValue)\">\($0.name.text(in: visit.language))</option>" as HTML
        }
        return """
            <h2>\(visit.say("Người dùng", en: "People"))</h2>
            <div class="bang-cuon" tabindex="0" role="region" aria-label="\(visit.say("Người dùng", en: "People"))"><table><thead><tr><th scope="col">\(visit.say("Tên", en: "Name"))</th><th scope="col">\(visit.say("Họ tên", en: "Full name"))</th><th scope="col">\(visit.say("Quyền", en: "Rights"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            <form method="post" action="/quan-tri/quyen" class="the">\(visit.csrf)<h3>\(visit.say("Cho quyền", en: "Give a right"))</h3>
            <div class="o"><label for="q-ten">\(visit.say("Người", en: "Person"))</label><select id="q-ten" name="ten">\(names)</select></div>
            <div class="o"><label for="q-hs">\(visit.say("Hồ sơ (* là tất cả)", en: "Workspace (* is all)"))</label><select id="q-hs" name="ho_so">\(workspaces)</select></div>
            <div class="o"><label for="q-muc">\(visit.say("Quyền", en: "Right"))</label><select id="q-muc" name="muc"><option value="">\(visit.say("không", en: "none"))</option>\(rights)</select></div><button>\(visit.say("Lưu", en: "Save"))</button></form>
            <form method="post" action="/quan-tri/nguoi" class="the">\(visit.csrf)<h3>\(visit.say("Thêm người, đặt lại mật khẩu", en: "Add a person, set a password anew"))</h3>
            <div class="o"><label for="n-ten">\(visit.say("Tên đăng nhập", en: "Name"))</label><input id="n-ten" name="ten" required autocomplete="off"></div>
            <div class="o"><label for="n-ht">\(visit.say("Họ tên", en: "Full name"))</label><input id="n-ht" name="ho_ten" autocomplete="off"></div>
            <div class="o"><label for="n-mk">\(visit.say("Mật khẩu", en: "Password"))</label><input id="n-mk" name="mat_khau" type="password" required minlength="\(People.shortestPassword)" autocomplete="new-password"></div><button>\(visit.say("Lưu", en: "Save"))</button></form>
            """
    }
}

/// How long uploads and versions are kept, and what is taken away then.
struct Keeping: Sendable {
    private let site: Site
    static let keys = ["kiem_tra", "phien_ban", "nhat_ky"]

    init(_ site: Site) { self.site = site }

    static func name(of key: String, _ visit: Visit) -> String {
        switch key {
        case "kiem_tra":
            visit.say(
                "Văn bản đã kiểm tra, điền hàng loạt, trang đã xem",
                en: "Documents checked or filled in batches, pages seen")
        case "phien_ban": visit.say("Phiên bản cũ của hồ sơ", en: "Old versions of workspaces")
        default: visit.say("Nhật ký", en: "What was done")
        }
    }

    func days() throws(Failure) -> [String: Int] {
        var days = ["kiem_tra": 30, "phien_ban": 1825, "nhat_ky": 730]
        for row in try site.database.rows("SELECT khoa, gia_tri FROM thiet_lap") {
            if let number = Int(row[1].text) { days[row[0].text] = number }
        }
        return days
    }

    func set(_ key: String, days: Int) throws(Failure) {
        try site.database.rows(
            "INSERT INTO thiet_lap VALUES (?, ?) ON CONFLICT (khoa) DO UPDATE SET gia_tri = excluded.gia_tri",
            [.text(key), .text(String(days))])
    }

    /// Takes away what has been kept long enough; done at the start, once a day and when the terms change.
    func clear() throws(Failure) {
        let days = try days()
        for root in [CheckRecord.root(site), BatchJob.root(site)] {
            for name in OwnFiles.names(in: root) {
                let words = OwnFiles.text(of: "\(root)/\(name)/ghi")?.split(separator: "\n") ?? []
                let time = words.count > 1 ? Int(words[1]) ?? 0 : 0
                if site.now - time > (days["kiem_tra"] ?? 30) * 86_400 { OwnFiles.remove("\(root)/\(name)") }
            }
        }
        // Pages are printed again when somebody looks.
        OwnFiles.remove(DocumentPreview.root(site))
        try Versions(site: site).clear(olderThanDays: days["phien_ban"] ?? 1825)
        try site.database.rows(
            "DELETE FROM nhat_ky WHERE luc < ?", [.integer(site.now - (days["nhat_ky"] ?? 730) * 86_400)])
    }
}
