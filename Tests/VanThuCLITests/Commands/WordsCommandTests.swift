import TestSupport
import Testing

@Suite struct WordsCommands {
    @Test func `amounts are read out, and what may be two numbers is asked about`() throws {
        try withScratchFolder { folder in
            let transcript = try Shell(folder: folder).transcript(
                "vanthu words 125.500.000 '1,5 triệu' 2500", "vanthu bang-chu '1.250.000 đồng'",
                "vanthu words 0 1tr5", "vanthu words 1.5 '20%' 'ba buổi' --lang en",
                "vanthu words 1,5 '0,5 đồng'", "vanthu words")
            try expectGolden(transcript, named: "words.txt")
        }
    }
}
