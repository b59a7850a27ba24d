import FoundationEssentials
import TestSupport
import Testing
import VanThu

@Suite struct Commands {
    /// A folder with the example as `ho-so`; `files` are put beside it.
    private func withExample<Result>(_ files: [String: String] = [:], _ body: (Shell, URL) throws -> Result)
        throws -> Result
    {
        try withScratchFolder { folder in
            let example = packageFolder.appending(path: "examples/skhcn-dak-nong")
            try FileManager.default.copyItem(at: example, to: folder.appending(path: "ho-so"))
            for (name, text) in files {
                try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
            }
            return try body(Shell(folder: folder), folder)
        }
    }

    @Test func `every command does its work on the example`() throws {
        try withExample(["thu.yaml": "co_quan: {ten: Sở A}\n"]) { shell, _ in
            let text = try shell.transcript(
                "vanthu plan ho-so", "vanthu ke-hoach ho-so --nam 2021 --format docx -o ra",
                "vanthu budget ho-so --year=2021 --quiet 2>/dev/null",
                "vanthu report ho-so --period 2021-Q1 --lang en",
                "vanthu bao-cao ho-so --ky 2021-H1 --duong-lich --dinh-dang odt --lang=en 2>/dev/null",
                "vanthu new moi && ls -R moi", "vanthu plan moi -omoi/ra", "vanthu schema",
                "vanthu schema co-quan | head -4", "ls output ra")
            try expectGolden(text, named: "commands.txt")
        }
    }

    @Test func `a report for programs instead of words`() throws {
        try withExample { shell, _ in
            let text = try shell.transcript(
                "vanthu plan ho-so --json", "vanthu plan ho-so --json --lang en",
                "vanthu plan khong-co --json --lang en")
            try expectGolden(text, named: "json.txt")
        }
    }

    @Test func `what is wrong with the output is told, and nothing is written`() throws {
        try withExample(["tep": "một tệp\n"]) { shell, _ in
            let text = try shell.transcript(
                "vanthu plan ho-so 2>/dev/null",
                "cksum output/* >truoc; vanthu plan ho-so --format docx,odt; cksum output/* | cmp - truoc",
                "vanthu plan ho-so --force 2>/dev/null", "vanthu plan ho-so -o tep",
                "vanthu plan ho-so -o tep/trong", "vanthu new ho-so",
                "mkdir -p thu-muc/ke-hoach.docx; vanthu plan ho-so -o thu-muc --force; ls -A thu-muc",
                "cat tep; ls -A")
            try expectGolden(text, named: "output-faults.txt")
        }
    }

    @Test func `what is wrong with the data is told all at once, with its place`() throws {
        try withExample { shell, folder in
            let agency = folder.appending(path: "ho-so/co-quan.yaml")
            let programme = folder.appending(path: "ho-so/ke-hoach.yaml")
            let good = try String(contentsOf: programme, encoding: .utf8)
            func plan(_ text: String, _ command: String = "vanthu plan ho-so") throws -> String {
                try text.write(to: programme, atomically: true, encoding: .utf8)
                return try shell.transcript(command)
            }
            var text = try shell.transcript(
                "vanthu plan khong-co", "vanthu plan ho-so --year 2031", "vanthu budget ho-so --year 2030",
                "vanthu report ho-so --period 2019-Q1 --lang en")
            text += try plan(good.replacing("chu_tri: VP", with: "chu_tr: VP"))
            text += try plan(good.replacing("chu_tri: VP", with: "chu_tri: PV").replacing("ky:", with: "ki:"))
            text += try plan(good.replacing("muc_dich:", with: "muc_dich: [\"a\""))
            text += try plan(good, "rm ho-so/bao-cao.yaml; vanthu report ho-so --period 2021-Q1")
            try FileManager.default.removeItem(at: agency)
            text += try plan(good)
            text += try shell.transcript("ls -A")
            try expectGolden(text, named: "data-faults.txt")
        }
    }

    @Test func `a template of the workspace takes precedence, and its faults are told`() throws {
        try withExample { shell, folder in
            let templates = folder.appending(path: "ho-so/mau")
            try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
            for (name, body) in [
                ("tot.docx", "Sở: {co_quan.ten}"), ("hong.docx", "{#noi_nhan}{co_quan.tn | hoaa} {.}"),
                ("thieu.docx", "{co_quan.tn} và {khong_co}"),
            ] { try Data(minimalDocument(body)).write(to: folder.appending(path: name)) }
            let text = try shell.transcript(
                "cp tot.docx ho-so/mau/ke-hoach.docx; vanthu plan ho-so",
                "cp hong.docx ho-so/mau/ke-hoach.docx; vanthu plan ho-so --force",
                "cp thieu.docx ho-so/mau/ke-hoach.docx; vanthu plan ho-so --force --format docx",
                "printf 'không phải zip' >ho-so/mau/ke-hoach.docx; vanthu plan ho-so --force --lang en",
                "ls output")
            try expectGolden(text, named: "own-template.txt")
        }
    }

    @Test func `any template is filled with any data`() throws {
        let files = [
            "a.yaml": "ten: Sở A\nmuc: [{ten: một}, {ten: hai}]\n",
            "a.json": "{\"ten\": \"Sở B\", \"muc\": []}", "b.csv": "ten;tien\nmột;1000\nhai;2000\n",
            "hong.json": "{\"ten\": \n  \"Sở\",, }",
        ]
        try withExample(files) { shell, folder in
            for (name, body) in [
                ("mau.docx", "{ten}: {#muc}{ten}{^}trống{/}"),
                ("bang.docx", "{#dong}{ten} {tien | tien}; {/}"), ("kep.docx", "[[ten]] {x}"),
                ("ngay.docx", "{hom_nay | ngay}"),
            ] { try Data(minimalDocument(body)).write(to: folder.appending(path: name)) }
            var text = ""
            for (command, result) in [
                ("vanthu render mau.docx --data a.yaml -o ra/a.docx", "ra/a.docx"),
                ("vanthu dien mau.docx --du-lieu a.json -o ra/b.docx -q", "ra/b.docx"),
                ("cat a.json | vanthu render mau.docx --data - -o c.docx -q", "c.docx"),
                ("vanthu render bang.docx --data b.csv -o d.docx", "d.docx"),
                ("vanthu render kep.docx --data a.yaml --delimiters '[[ ]]' -o e.docx", "e.docx"),
                ("vanthu render bang.docx --data a.yaml -o f.docx --missing blank -q", "f.docx"),
                ("vanthu render kep.docx --data a.yaml -o g.docx --missing keep -q", "g.docx"),
                ("vanthu render ngay.docx --data a.yaml -o i.docx --today 2026-06-29 -q", "i.docx"),
            ] {
                text += try shell.transcript(command)
                text += "→ \(try bodyText(of: folder.appending(path: result).path))\n\n"
            }
            text += try shell.transcript(
                "vanthu render bang.docx --data a.yaml -o h.docx",
                "vanthu render ngay.docx --data a.yaml -o h.docx",
                "vanthu render ngay.docx --data a.yaml -o h.docx --hom-nay mai",
                "vanthu render mau.docx --data hong.json -o h.odt",
                "vanthu render khong-co.docx --data khong-co.yaml -o h.docx",
                "vanthu render mau.docx --data mau.docx -o h.docx", "ls -A")
            try expectGolden(text, named: "render.txt")
        }
    }

    @Test func `a PDF without LibreOffice says how to install it`() throws {
        try withExample { shell, _ in
            let text = try shell.transcript(
                "PATH=${PATH%%:*} vanthu plan ho-so --format docx,pdf",
                "PATH=${PATH%%:*} vanthu plan khong-co --format pdf --lang en", "ls -A")
            try expectGolden(text, named: "no-libreoffice.txt")
        }
    }

    @Test(.enabled(if: Shell.hasLibreOffice)) func `a PDF is printed through LibreOffice`() throws {
        try withExample { shell, folder in
            let result = try shell.run("vanthu report ho-so --period 2021-Q1 --format odt,pdf -o ra")
            #expect(result.status == 0, "\(result.errors)")
            let pdf = try Data(contentsOf: folder.appending(path: "ra/bao-cao-2021-Q1.pdf"))
            #expect(pdf.starts(with: Array("%PDF-".utf8)))
            #expect(pdf.count > 10_000)
            // A second later and elsewhere, the bytes are the same.
            let again = try shell.run(
                "sleep 1; TZ=America/New_York vanthu report ho-so --period 2021-Q1 --format odt,pdf")
            #expect(again.status == 0, "\(again.errors)")
            #expect(try Data(contentsOf: folder.appending(path: "output/bao-cao-2021-Q1.pdf")) == pdf)
        }
    }

    @Test func `the same workspace gives the same bytes in any time zone and language`() throws {
        try withExample { shell, _ in
            var elsewhere = shell
            elsewhere.environment = ["LC_ALL": "en_US.UTF-8", "TZ": "America/New_York"]
            var home = shell
            home.environment = ["LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"]
            for job in ["plan", "plan --year 2021", "budget --year 2021", "report --period 2021-Q1"] {
                for (name, shell) in [("mot", home), ("hai", elsewhere)] {
                    #expect(try shell.run("vanthu \(job) ho-so -o \(name)").status == 0)
                }
            }
            let difference = try shell.run("diff -r mot hai && ls mot | wc -l")
            #expect(difference.output.filter(\.isNumber) == "8")
        }
    }
}
