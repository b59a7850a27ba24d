import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct SignIn {
    @Test func `the link lets one person in, once, and the session outlives a restart`() throws {
        try withScratchFolder { folder in
            let bench = try PagesBench(folder.path)
            let key = bench.site.oneTimeKey()
            #expect(bench.ask(Request(.get, "/")).status == 401)
            let first = bench.ask(Request(.get, "/", query: ["khoa": key]))
            #expect(first.status == 200)
            let cookie = try #require(first.header("Set-Cookie"))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(bench.ask(Request(.get, "/", query: ["khoa": key])).status == 403)
            #expect(bench.ask(Request(.get, "/", query: ["khoa": String(key.reversed())])).status == 403)
            let browser = try Browser(bench, first)
            #expect(browser.get("/ho-so").status == 200)
            let again = try PagesBench(folder.path)
            #expect(again.ask(Request(.get, "/ho-so", headers: ["cookie": browser.cookie])).status == 200)
        }
    }

    @Test func `a session ends after twelve idle hours, after a week, and on signing out`() throws {
        try withBench { bench in
            let browser = try bench.owner()
            bench.clock.forward(Sessions.idle)
            #expect(browser.get("/ho-so").status == 200)
            bench.clock.forward(Sessions.idle + 1)
            #expect(browser.get("/ho-so").status == 401)
            let other = try bench.owner()
            for _ in 0..<14 {
                bench.clock.forward(Sessions.idle)
                _ = other.get("/ho-so")
            }
            #expect(other.get("/ho-so").status == 200)
            bench.clock.forward(1)
            #expect(other.get("/ho-so").status == 401)
            let third = try bench.owner()
            #expect(third.post("/dang-xuat", [:]).status == 303)
            #expect(third.get("/ho-so").status == 401)
        }
    }

    @Test func `who follows a link to a page comes to it after signing in, and to no other site`() throws {
        try withBench(hasPasswords: true) { bench in
            try bench.site.people.set("an", fullName: "Nguyễn Văn An", password: "một câu dễ nhớ", at: 0)
            let asked = bench.ask(Request(.get, "/ho-so/kế hoạch", query: ["tep": "a b.yaml"]))
            let way = "/ho-so/k%E1%BA%BF%20ho%E1%BA%A1ch?tep=a%20b.yaml"
            #expect(asked.status == 401 && asked.hidden("ve") == way)
            func signedIn(_ way: String, _ password: String = "một câu dễ nhớ") -> Answer {
                bench.ask(Request(.post, "/dang-nhap", form: ["ten": "an", "mat_khau": password, "ve": way]))
            }
            // A wrong password loses nothing of it.
            #expect(signedIn(way, "sai").hidden("ve") == way)
            #expect(signedIn(way).header("Location") == way)
            for other in ["https://example.org/", "//example.org/", "/\\example.org", ""] {
                #expect(signedIn(other).header("Location") == "/", "\(other)")
            }
        }
    }

    @Test func `passwords let in, and each failure makes the next wait longer`() throws {
        try withBench(hasPasswords: true) { bench in
            try bench.site.people.set("an", fullName: "Nguyễn Văn An", password: "một câu dễ nhớ", at: 0)
            #expect(try bench.person("an", "một câu dễ nhớ").get("/ho-so").status == 200)
            func attempt(_ password: String, as name: String = "an") -> Int {
                bench.ask(Request(.post, "/dang-nhap", form: ["ten": name, "mat_khau": password])).status
            }
            for _ in 0..<3 { #expect(attempt("sai") == 401) }
            #expect(attempt("một câu dễ nhớ") == 429)
            bench.clock.forward(1)
            #expect(attempt("sai") == 429)
            bench.clock.forward(1)
            #expect(attempt("sai") == 401)
            bench.clock.forward(3)
            #expect(attempt("một câu dễ nhớ") == 429)
            bench.clock.forward(1)
            #expect(attempt("một câu dễ nhớ") == 303)
            #expect(attempt("sai", as: "khong-co") == 401)
        }
    }

    @Test func `nothing can be read out of what is kept of a password or a session`() throws {
        try withBench(hasPasswords: true) { bench in
            try bench.site.people.set("an", fullName: "", password: "một câu dễ nhớ", at: 0)
            let browser = try bench.person("an", "một câu dễ nhớ")
            let secret = browser.cookie.drop { $0 != "=" }.dropFirst()
            let kept = try bench.site.database.rows("SELECT mat_khau FROM nguoi_dung")[0][0].text
            #expect(kept.hasPrefix("$argon2id$"))
            let sessions = try bench.site.database.rows("SELECT ma FROM phien").map { $0[0].text }
            #expect(!sessions.contains(String(secret)))
        }
    }

    @Test func `who may what is told before anybody is let in`() throws {
        try withBench(hasPasswords: true) { bench in
            let people = bench.site.people
            func code(_ body: () throws(Failure) -> Void) -> String? {
                do throws(Failure) { try body() } catch { return error.diagnostics[0].code }
                return nil
            }
            #expect(
                code { () throws(Failure) in
                    try people.set("Ấn", fullName: "", password: "một câu dễ nhớ", at: 0)
                } == "pages.bad-person-name")
            #expect(
                code { () throws(Failure) in try people.set("an", fullName: "", password: "123456789", at: 0)
                } == "pages.short-password")
            #expect(
                code { () throws(Failure) in try people.set("an", fullName: "", password: "1234567890", at: 0)
                } == nil)
            #expect(
                code { () throws(Failure) in try people.give(.view, in: "ho-so", to: "binh") }
                    == "pages.no-such-person")
        }
    }

    @Test(arguments: [
        (Right.view, "*", false), (.edit, "ho-so", false), (.edit, "*", true), (.manage, "*", true),
    ]) func `whoever changes every workspace may begin one, others are told whom to ask`(
        right: Right, workspace: String, mayBegin: Bool
    ) throws {
        try withBench(hasPasswords: true) { bench in
            try bench.site.people.set("an", fullName: "", password: "một câu dễ nhớ", at: 0)
            try bench.site.people.give(right, in: workspace, to: "an")
            let browser = try bench.person("an", "một câu dễ nhớ")
            let list = browser.get("/ho-so").text
            #expect(list.contains("Hồ sơ mới từ đề cương") == mayBegin)
            #expect(list.contains("nhờ người quản trị") != mayBegin)
            let answer = browser.post("/ho-so", ["ten": "moi", "de_cuong": "ke-hoach-mot-nam"])
            #expect(answer.status == (mayBegin ? 303 : 404))
            #expect(FileManager.default.fileExists(atPath: "\(bench.root)/moi") == mayBegin)
        }
    }

    @Test func `a person of one workspace cannot tell whether another exists`() throws {
        try withBench(hasPasswords: true) { bench in
            try FileManager.default.copyItem(atPath: "\(bench.root)/ho-so", toPath: "\(bench.root)/kin")
            try bench.site.people.set("an", fullName: "", password: "một câu dễ nhớ", at: 0)
            try bench.site.people.give(.view, in: "ho-so", to: "an")
            let browser = try bench.person("an", "một câu dễ nhớ")
            #expect(browser.get("/ho-so/ho-so").status == 200)
            #expect(!browser.get("/ho-so").text.contains("kin"))
            for rest in ["", "/sua", "/van-ban", "/phien-ban", "/tep", "/bang"] {
                let (there, not) = (browser.get("/ho-so/kin\(rest)"), browser.get("/ho-so/khong\(rest)"))
                #expect(there.status == 404 && not.status == 404)
                #expect(there.text.replacing("kin", with: "khong") == not.text)
            }
            // Looking is not changing, nor managing.
            let form = browser.get("/ho-so/ho-so/sua", ["tep": "ke-hoach.yaml"])
            #expect(form.status == 200)
            #expect(
                browser.post(
                    "/ho-so/ho-so/sua", ["tep": "ke-hoach.yaml"],
                    ["f.ket": "x", "goc": form.hidden("goc") ?? ""]
                ).status == 404)
            #expect(browser.get("/quan-tri").status == 404)
            #expect(browser.post("/ho-so", ["ten": "moi"]).status == 404)
        }
    }
}
