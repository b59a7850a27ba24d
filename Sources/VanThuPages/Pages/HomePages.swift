internal import Diagnostics

/// The first page: what can be done here.
enum HomePages {
    static let routes: [Route] = [.get("", .anyone) { visit, _ throws(Failure) in try home(visit) }]

    private static func home(_ visit: Visit) throws(Failure) -> Answer {
        if let answer = try SignInPages.byLink(visit) { return answer }
        guard visit.person != nil else { return SignInPages.page(of: visit, status: 401) }
        let tasks: [(link: String, name: String, words: String)] = [
            (
                "/ho-so", visit.say("Hồ sơ", en: "Workspaces"),
                visit.say(
                    "Soạn kế hoạch, dự toán, báo cáo từ một hồ sơ; xem và tải văn bản.",
                    en: "Plans, estimates and reports out of one workspace.")
            ),
            (
                "/kiem-tra", visit.say("Kiểm tra thể thức", en: "Check the format"),
                visit.say(
                    "Thả tệp DOCX, ODT hay DOC vào: từng lỗi hiện đúng dòng, sửa được thì sửa luôn.",
                    en: "Drop a DOCX, ODT or DOC: each fault at its line, mended where that is certain.")
            ),
            (
                "/dien", visit.say("Điền mẫu", en: "Fill a form"),
                visit.say(
                    "Công văn, tờ trình, quyết định, giấy mời … hay mẫu riêng; tải DOCX, ODT hoặc PDF.",
                    en: "Letters, submissions, decisions … or your own template, as DOCX, ODT or PDF.")
            ),
        ]
        let items = tasks.map {
            "<li><h2><a href=\"\($0.link)\">\($0.name)</a></h2><p>\($0.words)</p></li>" as HTML
        }
        return visit.page(
            visit.say("Trang đầu", en: "First page"),
            """
            <h1>\(visit.say("Hôm nay cần làm gì?", en: "What is to be done today?"))</h1>
            <ul class="viec">\(items)</ul>
            """)
    }
}
