import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import VanThuPages

@Suite struct PageServices {
    private func codes(_ words: [String]) -> [String] {
        do throws(Failure) { _ = try PageService(words) } catch { return error.diagnostics.map(\.code) }
        return []
    }

    @Test(arguments: [
        (["--listen", "0.0.0.0:8080"], ["usage.open-to-all", "usage.without-people"]),
        (["--listen", "0.0.0.0:8080", "--users"], ["usage.open-to-all"]),
        (["--listen", "0.0.0.0:8080", "--users", "--behind-proxy"], []),
        (["--behind-proxy"], ["usage.without-people"]), (["--listen", "máy:x"], ["usage.bad-address"]),
        (["--listen", "vanthu.vn:80"], ["usage.bad-address"]),
        (["--listen", "127.0.0.1:65536"], ["usage.bad-address"]),
        (["--certificate", "a.pem"], ["usage.half-certificate"]), (["--listen", "[::1]:8081"], []),
        (["--listen", "8081"], []), ([], []),
    ]) func `what would open the pages to all is refused`(words: [String], codes: [String]) {
        #expect(self.codes(["/tmp"] + words) == codes)
    }

    @Test func `a folder that is not there is told`() {
        #expect(codes(["/khong/co"]) == ["usage.no-such-folder"])
    }

    @Test func `limits that were set before the pages opened hold in them`() {
        defer { Limit.officeTime.set(Limit.officeTime.usual) }
        #expect(codes(["/tmp", "--limit", "office-seconds=121", "--limit", "khong-co=1", "--limit"]) == [])
        #expect(Limit.officeTime.value == 121)
        #expect(Limit.partCount.value == Limit.partCount.usual)
    }

    @Test func `people are added, given rights, listed and removed by words`() throws {
        try withScratchFolder { folder in
            func run(_ words: String...) -> String {
                do throws(Failure) { return try PeopleService([folder.path] + words).run() } catch {
                    return error.diagnostics[0].code
                }
            }
            let people = People(
                try Database(
                    at: {
                        try? FileManager.default.createDirectory(
                            atPath: folder.path + "/.vanthu", withIntermediateDirectories: true);
                        return folder.path + "/.vanthu/trang.sqlite"
                    }()))
            try people.set("an", fullName: "Nguyễn Văn An", password: "một câu dễ nhớ", at: 0)
            #expect(run("give", "an", "soan", "ho-so") == "an: soan ho-so\n")
            #expect(run() == "an\tNguyễn Văn An\tho-so=soan\n")
            #expect(run("give", "an", "tất cả", "ho-so") == "usage.bad-right")
            #expect(run("take", "an", "ho-so") == "an: không còn quyền ở ho-so\n")
            #expect(run("xóa", "an") == "usage.bad-people-order")
            #expect(run("remove", "an") == "đã xóa an\n")
            #expect(run() == "")
        }
    }
}
