import FoundationEssentials
import TestSupport
import Testing

@Suite struct BatchFaults {
    @Test func `what keeps a batch from being made is told`() throws {
        try withScratchFolder { folder in
            for name in ["mau.docx", "khac.docx"] {
                try Data(minimalDocument("{so}")).write(to: folder.appending(path: name))
            }
            try Data("{\"so\": 1}\n".utf8).write(to: folder.appending(path: "du.jsonl"))
            try Data("{\"$record\":5,\"so\":1}\n{\"$record\":3,\"so\":2}\n".utf8).write(
                to: folder.appending(path: "nguoc.jsonl"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "trong"), withIntermediateDirectories: true)
            let transcript = try Shell(folder: folder).transcript(
                "vanthu check --batch khong-co --report r.csv", "vanthu check --batch trong --report r.csv",
                "vanthu batch mau.docx --data du.jsonl --name '{so}.docx' -o ra --resume",
                "vanthu batch mau.docx --data nguoc.jsonl --name '{so}.docx' -o nguoc",
                "vanthu batch mau.docx khac.docx --data du.jsonl --name '{so}-{mau}.docx' -o tat-ca.docx")
            try expectGolden(transcript, named: "batch-faults.txt")
        }
    }
}
