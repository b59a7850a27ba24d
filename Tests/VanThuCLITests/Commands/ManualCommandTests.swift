import FoundationEssentials
import TestSupport
import Testing
import VanThu

@Suite struct ManualCommands {
    @Test func `the manual has every command and every option in both languages`() throws {
        try withScratchFolder { folder in
            let shell = Shell(folder: folder)
            let page = try shell.run("vanthu manual").output
            #expect(page.contains(".TH VANTHU 1") && page.contains(VanThu.version))
            for names in try HelpPage.commands(shell) {
                // Once in each language, by the name that language reads.
                let sections = page.split(separator: "\n").filter { line in
                    line.hasPrefix(".SS ")
                        && names.allSatisfy { line.contains($0.replacing("-", with: "\\-")) }
                }
                #expect(sections.count == 2, "\(names)")
                for option in try HelpPage(of: names[0], shell).spellings {
                    let written = option.replacing("-", with: "\\-")
                    let entries = page.split(separator: "\n").filter { line in
                        line.hasPrefix(".B \"")
                            && line.split { " ,\"".contains($0) }.contains { $0 == written }
                    }
                    #expect(entries.count >= 2, "\(option)")
                }
            }
        }
    }

    @Test(.enabled(if: Shell.has("groff"))) func `it is set without a complaint`() throws {
        try withScratchFolder { folder in
            let result = try Shell(folder: folder).run(
                "vanthu manual | preconv -e utf-8 | groff -man -Tutf8 -ww -rLL=100n")
            #expect((result.status, result.errors) == (0, ""))
            // Bold letters are printed twice, with a backspace between.
            var page = ""
            for letter in result.output.unicodeScalars {
                if letter == "\u{8}" {
                    page.unicodeScalars.removeLast()
                } else {
                    page.unicodeScalars.append(letter)
                }
            }
            for words in ["vanthu ke-hoach HỒ-SƠ", "vanthu plan WORKSPACE", "MÃ KẾT THÚC", "EXIT STATUS"] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }
}
