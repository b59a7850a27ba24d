import FoundationEssentials
import TestSupport
import Testing

@Suite struct BatchCommand {
    /// A folder with a template and the records `du.jsonl`.
    private func withBatch(_ count: Int, _ body: (Shell, URL) throws -> Void) throws {
        try withScratchFolder { folder in
            try Data(minimalDocument("{so}: {ten}")).write(to: folder.appending(path: "mau.docx"))
            let lines = (0..<count).map {
                "{\"so\":\"\($0)\",\"ten\":\"Người \($0)\",\"nhom\":\"\($0 / 100)\"}\n"
            }
            try Data(lines.joined().utf8).write(to: folder.appending(path: "du.jsonl"))
            try body(Shell(folder: folder), folder)
        }
    }

    private let command =
        "vanthu batch mau.docx --data du.jsonl --name '{nhom}/{so}-{ten | khong_dau}.docx' -o ra"

    @Test func `a batch and what it says`() throws {
        try withBatch(3) { shell, folder in
            try Data(
                "{\"so\":\"1\",\"ten\":\"A\",\"nhom\":\"x\"}\n[1]\n{\"so\":\"2\",\"nhom\":\"../..\"}\n{\"so\":\"3\",\"ten\":\"B\"\n"
                    .utf8
            ).write(to: folder.appending(path: "sai.jsonl"))
            try Data("so,ten,nhom\n1,An,a\n2,Bình,b\n".utf8).write(to: folder.appending(path: "du.csv"))
            let text = try shell.transcript(
                command, "find ra -type f | sort", command, command + " --resume",
                command + " --resume --verify --json", command + " --force --lang en",
                "vanthu hang-loat mau.docx --data sai.jsonl --name '{nhom}/{so}' -o sai",
                "cat sai/failed.jsonl",
                "vanthu batch mau.docx --data sai.jsonl --name '{so}' -o dung --fail-fast --quiet 2>/dev/null",
                "vanthu batch mau.docx --data - --manifest - --name '{so}' -o tay <du.jsonl | grep -c '\"status\":\"done\"'",
                "vanthu batch mau.docx --data du.csv --name '{nhom}/{so}' -o bang.zip && unzip -Z1 bang.zip",
                "vanthu batch mau.docx --data du.csv --name '{so}' -o gop.docx",
                "vanthu batch mau.docx --data khong-co.jsonl --name '{so' -o ra",
                "vanthu batch mau.docx --data du.jsonl --name '../{so}' -o ra",
                "vanthu batch mau.docx --data du.jsonl --name '{so}.odt' -o khac",
                "vanthu batch --data du.jsonl --jobs 0 --shard 3/2 --verify -o ra")
            try expectGolden(text, named: "batch.txt")
        }
    }

    @Test func `killed at any moment and resumed, a batch gives what an undisturbed one gives`() throws {
        try withBatch(1500) { shell, _ in
            // Each run is given more of the time that the whole takes; one that was done before it could be killed leaves some to do.
            let script = """
                start=$(date +%s%N)
                \(command) --quiet || exit 9
                time=$(( $(date +%s%N) - start ))
                mv ra mot
                n=1
                killed=0
                while [ $n -le 12 ]; do
                    \(command) --quiet --resume & p=$!
                    sleep "$(printf '0.%03d' $((time * n / 13 / 1000000 % 1000)))"
                    kill -KILL $p 2>/dev/null
                    wait $p 2>/dev/null
                    if [ $? -eq 137 ]; then killed=$((killed + 1)); else find ra -name '*9*.docx' -exec rm {} +; fi
                    n=$((n + 1))
                done
                \(command) --quiet --resume || exit 8
                for f in mot ra; do (cd $f && find . -name '*.docx' -print0 | sort -z | xargs -0 sha256sum) >$f.sums; done
                cmp mot.sums ra.sums && wc -l <ra.sums && find ra -name '*.tmp' | wc -l && [ $killed -gt 0 ]
                """
            let result = try shell.run(script)
            #expect(result.status == 0)
            #expect(result.output.split(whereSeparator: \.isWhitespace) == ["1500", "0"])
        }
    }

    @Test func `no document takes the place of a file that was read`() throws {
        try withBatch(1) { shell, _ in
            for input in ["mau.docx", "du.jsonl"] {
                let result = try shell.run(
                    "rm -rf ra; mkdir -p ra/0; ln \(input) ra/0/0-Nguoi\\ 0.docx; cksum <\(input); \(command) --force; cksum <\(input)"
                )
                let sums = result.output.split(separator: "\n").filter { $0.first?.isNumber == true }
                #expect(sums.count == 2 && sums.first == sums.last)
                #expect(result.errors.contains("output.is-input"))
            }
        }
    }

    @Test func `a folder of documents is checked into one table, and converted`() throws {
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let package = packageFolder
            try FileManager.default.createDirectory(
                at: folder.appending(path: "vb/con"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: package.appending(path: "templates/ke-hoach.docx"),
                to: folder.appending(path: "vb/a.docx"))
            try Data(minimalDocument("Chữ")).write(to: folder.appending(path: "vb/con/b.docx"))
            try Data("hỏng".utf8).write(to: folder.appending(path: "vb/con/c.odt"))
            for (form, sheet) in [("xlsx", "xl/worksheets/sheet1.xml"), ("jsonl", "")] {
                #expect(try shell.run("vanthu check --batch vb --report ket-qua.\(form)").status == 1)
                let read = sheet.isEmpty ? "cat ket-qua.jsonl" : "unzip -p ket-qua.xlsx \(sheet)"
                let report = try shell.run(read).output
                for name in ["vb/a.docx", "vb/con/b.docx", "vb/con/c.odt"] { #expect(report.contains(name)) }
            }
            let check = try shell.run("vanthu check --batch vb --report ket-qua.csv")
            #expect(check.status == 1)
            #expect(
                check.output
                    == "ket-qua.csv: 1 văn bản không có lỗi, 2 văn bản có lỗi hoặc không kiểm tra được\n")
            let table = try String(contentsOf: folder.appending(path: "ket-qua.csv"), encoding: .utf8)
            for name in ["vb/a.docx", "vb/con/b.docx", "vb/con/c.odt"] {
                #expect(table.contains("\r\n\(name),"))
            }
            #expect(
                try shell.run("vanthu check --batch vb --report ket-qua.csv").errors.contains("output.exists")
            )
            #expect(try shell.run("vanthu check --batch vb").status == 2)
            let conversion = try shell.run("vanthu convert vb ra --to odt")
            #expect(conversion.status == 1)
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "ra/con/b.odt").path))
        }
    }
}
