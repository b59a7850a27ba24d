import Diagnostics
import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import TestSupport
import Testing
import VietnameseText

@testable import Checking
@testable import Forms

@Suite struct UnicodeReadingTests {
    /// One paragraph in runs, each with its font.
    private static func document(_ runs: [(text: String, font: String?)]) -> Document {
        var document = RightDocuments.plan
        document.change("\(RightDocuments.sentence).") { paragraph in
            paragraph.runs = runs.map { Run($0.text, format: CharacterFormat(font: $0.font)) }
        }
        return document
    }

    private static func texts(_ document: ReadDocument, where has: (ReadParagraph) -> Bool) -> [String] {
        document.paragraphs.first(where: has)?.runs.map(\.text) ?? []
    }

    @Test(arguments: OfficeFormat.allCases)
    func `a document in ABC has the components of the same in Unicode`(format: OfficeFormat) throws {
        let right = OfficialCheck(of: try RightDocuments.plan.read(as: format))
        for mutation in Mutation.letters where mutation.name.hasPrefix("all in") && mutation.document().isPlan
        {
            var document = RightDocuments.plan
            mutation.breaking(&document)
            let check = OfficialCheck(of: try document.read(as: format))
            #expect(check.verdict == right.verdict)
            #expect(check.components == right.components, "\(mutation.name)")
            let found = check.findings.first { $0.rule == mutation.rule }
            #expect(found?.place?.number == 1)
            #expect((found?.furtherPlaces ?? 0) > 20)
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `each run gets its own share of the letters`(
        format: OfficeFormat
    ) throws {
        let runs: [(String, String?)] = [
            ("Sở ", nil), ("Co", "VNI-Times"), ("äng ho", "VNI-Times"), ("øa", "VNI-Helve"), (" và ", nil),
            ("c¸c", ".VnTime"), (" ®¬n vÞ", ".VnTimeH"), (" 2026.", ".VnTime"),
        ]
        let reading = UnicodeReading(of: try Self.document(runs).read(as: format))
        #expect(
            Self.texts(reading.document) { $0.text.hasPrefix("Sở Cộ") } == [
                "Sở ", "Cộ", "ng hò", "a", " và ", "các", " ĐƠN VỊ", " 2026.",
            ])
        #expect(reading.conversions.map(\.run) == [1, 2, 3, 5, 6, 7])
        #expect(!reading.conversions.contains { !$0.needsFont })
        #expect(reading.doubts == [])
        // As they lie in the file, in more pieces.
        #expect(reading.conversions[1].converted(["ä", "ng h", "o"]) == ["", "ng h", "ò"])
        #expect(reading.conversions[1].converted(["äng ho"]) == ["ng hò"])
        #expect(UnicodeReading(of: reading.document).conversions == [])
    }

    @Test(arguments: [
        "Các đơn vị thuộc Sở phối hợp thực hiện.", "và các", "2026", "A - B", "Hà Nam", "là “quà”", "toàn",
        "H'Hen",
    ]) func `text in Unicode stays what it is under a font of old`(text: String) throws {
        for font in [".VnTime", ".VnTimeH", "VNI-Times"]
        where !(font == ".VnTimeH" && text.allSatisfy(\.isASCII)) {
            let document = Self.document([("Các đơn vị thuộc Sở, ", font), (text, font)])
            let read = try document.read(as: .docx)
            let reading = UnicodeReading(of: read)
            #expect(reading.conversions == [], "\(font)")
            let codes = OfficialCheck(of: read).findings.map(\.rule)
            #expect(codes.contains(.fontFamily))
            #expect(!codes.contains(.legacyEncoding))
        }
    }

    @Test(arguments: [
        "Le café « crème » coûte trop cher à Paris, où l'été est chaud.",
        "Microsoft® Windows™ § 5 × 3 · 2 = 30 m²", "Die Größe der Straße wäre für Köln schön.", "naïve",
        "“ĐÃ” Â", "R&D", "500 µm ± 5 %", "Ai là ai, à?",
    ]) func `other languages and signs are left alone`(text: String) throws {
        let reading = UnicodeReading(of: try Self.document([(text, nil)]).read(as: .docx))
        #expect(reading.conversions == [])
        #expect(reading.doubts == [])
    }

    @Test(arguments: OfficeFormat.allCases) func `too little to be sure is noted and left`(
        format: OfficeFormat
    ) throws {
        let check = OfficialCheck(of: try Self.document([("B¸o c¸o", nil)]).read(as: format))
        let found = check.findings.filter { $0.rule == .suspectedEncoding }
        #expect(found.map(\.excerpt) == ["B¸o c¸o"])
        #expect(found.map(\.severity) == [.note])
        #expect(!check.findings.contains { $0.rule == .legacyEncoding })
    }

    @Test(arguments: OfficeFormat.allCases) func `an editor is told what to put where, tabs left in place`(
        format: OfficeFormat
    ) throws {
        var document = RightDocuments.plan
        document.change("\(RightDocuments.sentence).") { paragraph in
            let font = CharacterFormat(font: "VNI-Times")
            paragraph.runs = [
                Run([.text("Co"), .tab, .text("nga"), .lineBreak, .text("ño")], format: font),
                Run([.text("äc la"), .tab, .text("Nam")], format: font), Run([.text("äp")], format: font),
            ]
        }
        let read = try document.read(as: format)
        let conversions = UnicodeReading(of: read).conversions
        let paragraph = try #require(read.paragraphs.first { $0.place == conversions.first?.place })
        let before = paragraph.runs.map(\.typedText)
        let after = zip(conversions, before).map { conversion, text in
            LetterChange.applied(conversion.changes(to: paragraph.runs[conversion.run]), to: [text]).joined()
        }
        #expect(before == ["Co\tnga\nño", "äc la\tNam", "äp"])
        // The mark behind the tab belongs to no letter.
        #expect(after == ["Co\tnga\nđộ", "c la\tNam", "äp"])
    }

    @Test func `wild runs in any font survive, and converting comes to an end`() throws {
        var generator = SeededGenerator(seed: 24)
        let fonts = [".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman", nil]
        let texts = [
            "Céng hßa", "Coäng", "hoøa", "Việt", "ViÖt", "Cá»™ng", "hÃ²a ", " 2026", "ä", "·", "\u{F0B8}",
            "A", "ĐÃ", "é", "Ã",
        ]
        for _ in 0..<60 {
            let runs = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                (
                    texts.randomElement(using: &generator) ?? "",
                    (fonts.randomElement(using: &generator) ?? nil)
                )
            }
            let read = try Self.document(runs).read(as: .docx)
            var reading = UnicodeReading(of: read)
            #expect(reading.document.paragraphs.map(\.runs.count) == read.paragraphs.map(\.runs.count))
            // What is mended first may show what the rest is.
            var rounds = 0
            while !reading.conversions.isEmpty, rounds < 9 {
                reading = UnicodeReading(of: reading.document)
                rounds += 1
            }
            #expect(rounds < 5, "\(runs)")
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `lost letters are noted where they were`(
        format: OfficeFormat
    ) throws {
        var document = RightDocuments.plan
        document.replace(
            "Tuyên truyền về khoa học và công nghệ năm 2026", with: "Tuyên truy\u{FFFD}n khoa học")
        document.replace("\(RightDocuments.sentence).", with: "Các đơn v? th?c hiện.")
        let found = OfficialCheck(of: try document.read(as: format)).findings.filter {
            $0.rule == .lostLetter
        }
        #expect(found.map(\.component) == [.subject, .body])
        #expect(found.map(\.severity) == [.note, .note])
    }

    @Test func `what a run becomes does not depend on the pieces it lies in`() throws {
        var generator = SeededGenerator(seed: 23)
        let sentence = Array(
            LegacyAlphabets.inVNI("Ủy ban nhân dân tỉnh và các đơn vị được giao quyết toán").unicodeScalars)
        for _ in 0..<100 {
            let cuts = (0..<4).map { _ in Int.random(in: 0...sentence.count, using: &generator) }.sorted()
            let runs = zip([0] + cuts, cuts + [sentence.count]).map { start, end in
                (String(String.UnicodeScalarView(sentence[start..<end])), "VNI-Times")
            }
            let read = try Self.document(runs.filter { !$0.0.isEmpty }).read(as: .docx)
            let reading = UnicodeReading(of: read)
            let texts = Self.texts(reading.document) { $0.text.hasPrefix("Ủy ban") }
            #expect(texts.joined() == "Ủy ban nhân dân tỉnh và các đơn vị được giao quyết toán")
            #expect(texts.count == runs.filter { !$0.0.isEmpty }.count)
            for conversion in reading.conversions {
                let paragraph = try #require(read.paragraphs.first { $0.place == conversion.place })
                let scalars = Array(paragraph.runs[conversion.run].text.unicodeScalars)
                let nodes = scalars.map { String($0) }
                #expect(conversion.converted(nodes).joined() == texts[conversion.run])
            }
        }
    }
}

extension Document { fileprivate var isPlan: Bool { self == RightDocuments.plan } }
