import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct Safeguards {
    @Test func `text never becomes markup`() {
        let name = "<b onclick='x'>\"&\0"
        let html: HTML = "<p title=\"\(name)\">\(name)</p>"
        let escaped = "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;\u{FFFD}"
        #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `a form of another site, another session or another name changes nothing`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let right = browser.token
            func status(_ headers: [String: String], csrf: String) -> Int {
                var form: Fields = ["ten": "moi", "de_cuong": "ke-hoach-nhieu-nam"]
                form.add("_ma", csrf)
                var all = headers
                all["cookie"] = browser.cookie
                return bench.ask(Request(.post, "/ho-so", headers: all, form: form)).status
            }
            #expect(status([:], csrf: "") == 403)
            #expect(status([:], csrf: String(right.reversed())) == 403)
            #expect(status(["origin": "http://ke-gian.vn"], csrf: right) == 403)
            #expect(status(["sec-fetch-site": "cross-site"], csrf: right) == 403)
            #expect(status(["host": "ke-gian.vn"], csrf: right) == 421)
            #expect(!FileManager.default.fileExists(atPath: "\(bench.root)/moi"))
            #expect(
                status(["origin": "http://127.0.0.1:8080", "sec-fetch-site": "same-origin"], csrf: right)
                    == 303)
            #expect(FileManager.default.fileExists(atPath: "\(bench.root)/moi/ke-hoach.yaml"))
        }
    }

    @Test func `pages hold nothing inline and nothing from outside`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            let pages: [(String, Fields)] = [
                ("/", [:]), ("/ho-so", [:]), ("/ho-so/ho-so", [:]),
                ("/ho-so/ho-so/sua", ["tep": "ke-hoach.yaml"]),
                ("/ho-so/ho-so/bang", ["tep": "hoat-dong.csv"]),
                ("/ho-so/ho-so/tep", ["tep": "bao-cao.yaml"]), ("/ho-so/ho-so/van-ban", [:]),
                ("/ho-so/ho-so/phien-ban", [:]), ("/kiem-tra", [:]), ("/dien", [:]), ("/dien/cong-van", [:]),
                ("/quan-tri", [:]),
            ]
            for (path, query) in pages {
                let answer = browser.get(path, query)
                #expect(answer.status == 200, "\(path)")
                let text = answer.text
                for bad in [
                    " style=", " onclick=", " onload=", "javascript:", "<style", "http://", "https://",
                    "<script>",
                ] { #expect(!text.contains(bad), "\(path) \(bad)") }
                #expect(text.contains("<html lang=\"vi\">") && text.contains("<h1"))
            }
            let policy = Answer.safeguards.first { $0.name == "Content-Security-Policy" }?.value ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        }
    }

    @Test(arguments: [
        "../../etc/passwd", "..\\..\\a.docx", "/etc/shadow", "a\u{0}b.docx", "....", "",
        String(repeating: "ă", count: 400),
    ]) func `the name of an upload is never a path`(name: String) {
        let upload = Upload(field: "tep", name: name, path: "/tmp/x", byteCount: 1)
        #expect(!upload.name.contains("/") && !upload.name.contains("\\") && !upload.name.hasPrefix("."))
        #expect(!upload.name.isEmpty && upload.name.utf8.count <= 182)
        #expect(upload.name.unicodeScalars.allSatisfy { $0.value >= 32 })
    }

    @Test func `a long name keeps its ending`() {
        let name = String(repeating: "Kế hoạch ", count: 30) + ".docx"
        let upload = Upload(field: "tep", name: name, path: "/tmp/x", byteCount: 1)
        #expect(upload.name.hasPrefix("Kế hoạch") && upload.name.hasSuffix(".docx"))
        #expect(upload.name.utf8.count <= 180)
    }

    @Test func `that the session has ended is told before what was wrong with the body`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            var request = Request(.post, "/kiem-tra", headers: ["cookie": "vanthu=het"])
            request.bodyFault = .tooLarge
            let stranger = bench.ask(request)
            #expect(stranger.status == 401 && stranger.text.contains("Phiên làm việc đã hết"))
            request.headers["cookie"] = browser.cookie
            #expect(bench.ask(request).status == 413)
        }
    }

    @Test func `behind a proxy one person's wrong passwords keep nobody else waiting`() throws {
        try withScratchFolder { folder in
            let bench = try PagesBench(folder.path, hasPasswords: true, isBehindProxy: true)
            for name in ["an", "binh"] {
                try bench.site.people.set(name, fullName: "", password: "một câu dễ nhớ", at: 0)
            }
            func signIn(_ name: String, _ password: String, from address: String?) -> Int {
                var request = Request(.post, "/dang-nhap", form: ["ten": name, "mat_khau": password])
                if let address { request.headers["x-forwarded-for"] = "10.9.9.9, \(address)" }
                return bench.ask(request).status
            }
            for address in ["10.0.0.1", nil] {
                for _ in 0..<5 { _ = signIn("an", "sai", from: address) }
                #expect(signIn("an", "một câu dễ nhớ", from: address) == 429)
            }
            #expect(signIn("binh", "một câu dễ nhớ", from: "10.0.0.1") == 429)
            #expect(signIn("binh", "một câu dễ nhớ", from: "10.0.0.2") == 303)
            #expect(signIn("binh", "một câu dễ nhớ", from: nil) == 303)
        }
    }

    @Test func `only a folder right below the root is a workspace`() throws {
        try withBench { bench in
            try FileManager.default.createSymbolicLink(
                atPath: "\(bench.root)/lien-ket", withDestinationPath: "/etc")
            for name in ["..", ".", ".vanthu", "lien-ket", "ho-so/du-toan", "", "/etc", "khong-co"] {
                #expect(WorkspaceFolder(name, on: bench.site) == nil, "\(name)")
            }
            #expect(WorkspaceFolder("ho-so", on: bench.site) != nil)
            let browser = try bench.owner()
            for file in [
                "../ho-so/ke-hoach.yaml", "/etc/passwd", "DOC-TRUOC.md", "du-toan/../ke-hoach.yaml", "",
            ] { #expect(browser.get("/ho-so/ho-so/tep", ["tep": file]).status == 404, "\(file)") }
        }
    }

    @Test func `a download's name cannot break out of its head`() {
        let answer = Answer.download(.bytes([]), named: "Kế hoạch\"\r\nX: y.docx")
        let head = answer.header("Content-Disposition") ?? ""
        #expect(!head.contains("\r") && !head.contains("\n"))
        #expect(head.hasPrefix("attachment; filename=\"K_ ho_ch___X: y.docx\""))
    }

    @Test func `English is a switch that the session keeps`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            #expect(
                browser.post("/ngon-ngu", ["ngon_ngu": "en", "ve": "/kiem-tra"]).header("Location")
                    == "/kiem-tra")
            #expect(browser.get("/kiem-tra").text.contains("<html lang=\"en\">"))
            #expect(
                browser.post("/ngon-ngu", ["ngon_ngu": "vi", "ve": "//ke-gian.vn"]).header("Location") == "/")
        }
    }
}
