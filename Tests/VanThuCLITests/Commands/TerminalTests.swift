import FoundationEssentials
import TestSupport
import Testing

/// What a terminal would obey, turn round or not show, in every place a user's text comes from.
@Suite struct TerminalTexts {
    /// ESC, CSI of one byte, DEL, right-to-left override, isolate, line separator, zero width, BOM.
    private static let bad = "\u{1B}[31m\u{9B}31m\u{7F}\u{202E}\u{2066}\u{2028}\u{200B}\u{FEFF}"

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n" || scalar == "\t"
        case .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    @Test(arguments: [
        "vanthu \"$B\"", "vanthu lint \"--$B\"", "vanthu check \"$B.docx\"",
        "vanthu check \"$B.docx\" --json", "vanthu check \"$B.docx\" --sarif", "vanthu plan \"$B\"",
        "vanthu lint mau.docx", "vanthu inspect mau.docx", "vanthu lint mau.docx --data so-lieu.json",
        "vanthu lint mau.docx --data so-lieu.json --json",
        "vanthu render mau.docx --data so-lieu.json -o \"$B.docx\"", "vanthu check mau.docx --off \"$B\"",
        "vanthu render mau.docx --data so-lieu.yaml -o a.docx", "vanthu schema \"$B\"",
    ]) func `no control or bidi character reaches a terminal, and no name makes a line`(command: String)
        throws
    {
        try withScratchFolder { folder in
            let bad = Self.bad + "\nlỗi: hết\n"
            try Data("không phải văn bản".utf8).write(to: folder.appending(path: bad + ".docx"))
            let keys = #"{"ten\u202e": 1, "ten\u009b\n": 2}"#
            for name in ["so-lieu.json", "so-lieu.yaml"] {
                try Data(keys.utf8).write(to: folder.appending(path: name))
            }
            let form = try minimalDocument("{a\u{9B}b} \u{202E}{#x} {ten}")
            try Data(form).write(to: folder.appending(path: "mau.docx"))
            let result = try Shell(folder: folder, environment: ["LANG": "vi_VN.UTF-8", "B": bad]).run(
                command)
            let text = result.output + result.errors
            #expect(!text.isEmpty)
            #expect(text.unicodeScalars.allSatisfy(Self.isShown), "\(text.debugDescription)")
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("lỗi: hết") })
        }
    }
}
