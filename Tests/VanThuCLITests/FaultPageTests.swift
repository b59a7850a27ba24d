import Diagnostics
import TestSupport
import Testing

@testable import VanThuCLI

@Suite struct FaultPages {
    private let lines: [(code: String, line: String)] = [
        ("usage.missing-command", "--json"), ("usage.unknown-command", "ke-hoch ho-so"),
        ("usage.not-utf8", "check k\u{FFFD}.docx"), ("usage.unknown-command", "xyz"),
        ("usage.unknown-option", "plan ho-so --yaer 2021"), ("usage.unknown-option", "plan ho-so --xyz"),
        ("usage.option-of-another-command", "plan ho-so --fix a.docx"),
        ("usage.missing-value", "plan ho-so --year"), ("usage.needless-value", "plan ho-so --force=yes"),
        ("usage.repeated-option", "plan ho-so --year 2021 --nam 2022"),
        ("usage.missing-option", "budget ho-so"), ("usage.missing-operand", "plan"),
        ("usage.surplus-operand", "plan ho-so khac"),
        ("usage.conflicting-options", "check a.docx --json --sarif"),
        ("usage.needs-option", "check --batch thu-muc"),
        ("usage.one-document", "check a.docx b.docx --fix c.docx"),
        ("usage.bad-value", "plan ho-so --year 21"), ("usage.bad-value", "plan ho-so --format docx,xls"),
        ("usage.bad-value", "report ho-so --period 2021-Q5"),
        ("usage.bad-value", "render a.docx --data b.yaml -o c.docx --missing never"),
        ("usage.bad-value", "check a.docx --standard nd31"), ("usage.bad-value", "check a.docx --today x"),
        ("usage.bad-value", "plan ho-so --lang fr"), ("usage.unknown-shell", "completions sh"),
        ("usage.not-an-amount", "words 20%"),
    ]

    @Test func `every message about a command line stands on one page`() throws {
        var page = FaultPage()
        for (code, line) in lines {
            let words = line.split(separator: " ").map(String.init)
            let session = Session(arguments: words, environment: [:])
            page.add(code, "vanthu \(line)", faults { () throws(Failure) in _ = try session.outcome() })
        }
        page.add("system.missing-program", "vanthu serve ho-so", [.missingPageProgram])
        page.add("system.took-too-long", "một lệnh quá một giờ", [.tookTooLong])
        page.add("system.unwritable-standard-output", "vanthu help >/dev/full", [.unwritableStandardOutput])
        try page.expect(named: "faults.txt", codesOf: ["VanThuCLI"])
    }
}
