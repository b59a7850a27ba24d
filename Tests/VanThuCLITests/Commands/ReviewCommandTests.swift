import FoundationEssentials
import TestSupport
import Testing

@Suite struct ReviewCommands {
    /// `mau.docx` is a letter with tags and fields, `sai.docx` one with mistakes, `thuong.docx` a text without fields.
    private func withTemplates(_ body: (Shell) throws -> Void) throws {
        func field(_ code: String) -> String {
            "</w:t></w:r><w:fldSimple w:instr=\"\(code)\"><w:r><w:t>«x»</w:t></w:r></w:fldSimple><w:r><w:t>"
        }
        func control(_ tag: String) -> String {
            "</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>nhập"
                + "</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>"
        }
        let letter =
            "Kính gửi \(field("MERGEFIELD Ho_ten \\* Upper")), ngày {ngay | ngay}: {#muc}{ten} {gia | tien}; {/muc}"
            + "{^ghi_chu}không có ghi chú{/}\(control("co_quan")){$so}\(field("NEXT"))"
        try withScratchFolder { folder in
            for (name, text) in [
                ("mau.docx", letter.replacing("{$so}", with: "")), ("sai.docx", "{#muc}{ten | tein}{x"),
                ("thuong.docx", "{ten}"),
            ] { try Data(minimalDocument(text)).write(to: folder.appending(path: name)) }
            for (name, text) in [
                ("du.json", #"{"Ho ten": "An", "ngay": "2026-01-05", "muc": [{"ten": "A", "gia": 1}]}"#),
                ("thieu.json", #"{"Ho ten": "An", "ngay": "x", "muc": [{"ten": "A", "thua": 1}], "la": 1}"#),
            ] { try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8) }
            try body(Shell(folder: folder))
        }
    }

    @Test func `inspect shows what a template needs`() throws {
        try withTemplates { shell in
            let text = try shell.transcript(
                "vanthu inspect mau.docx", "vanthu xem-mau mau.docx --lang en",
                "vanthu inspect thuong.docx --json", "vanthu inspect sai.docx",
                "vanthu inspect khong-co.docx", "vanthu inspect")
            try expectGolden(text, named: "inspect.txt")
        }
    }

    @Test func `lint tells every mistake, and what the data has to do with it`() throws {
        try withTemplates { shell in
            let text = try shell.transcript(
                "vanthu lint mau.docx", "vanthu soat-mau mau.docx --data du.json --lang en",
                "vanthu lint mau.docx --data thieu.json", "vanthu lint sai.docx",
                "vanthu lint sai.docx --data khong-co.json --json --lang en",
                "vanthu lint thuong.docx --json", "vanthu lint thuong.docx --quiet",
                "vanthu lint mau.docx --to-tags the.docx", "vanthu lint mau.docx --to-tags the.docx",
                "vanthu lint mau.docx --thanh-the the.docx --data du.json --force --quiet && vanthu inspect the.docx",
                "vanthu lint thuong.docx --to-tags moi.odt", "vanthu lint thuong.docx --to-tags moi.docx",
                "ls")
            try expectGolden(text, named: "lint.txt")
        }
    }

    @Test func `lint knows the rows of a file that render is given beside the data`() throws {
        try withScratchFolder { folder in
            try Data(minimalDocument("{lop}{#hv}{ten} {diem}{/hv}")).write(
                to: folder.appending(path: "mau.docx"))
            for (name, text) in [
                ("chung.yaml", "lop: 1A\n"), ("co-hv.yaml", "lop: 1A\nhv: []\n"),
                ("du.csv", "ten,diem\nAn,1\nBình,2\n"), ("thieu.csv", "ten,diem_thi\nAn,1\nBình,2\n"),
            ] { try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8) }
            let text = try Shell(folder: folder).transcript(
                "vanthu lint mau.docx --data chung.yaml",
                "vanthu lint mau.docx --data chung.yaml --rows hv=du.csv",
                "vanthu lint mau.docx --data chung.yaml --dong hv=thieu.csv",
                "vanthu lint mau.docx --data co-hv.yaml --rows hv=du.csv",
                "vanthu lint mau.docx --rows hv=du.csv",
                "vanthu lint mau.docx --data chung.yaml --rows hv=chung.yaml --lang en")
            try expectGolden(text, named: "lint-rows.txt")
        }
    }
}
