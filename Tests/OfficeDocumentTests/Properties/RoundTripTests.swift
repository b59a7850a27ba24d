import Container
import Diagnostics
import OfficePackage
import Testing

@testable import OfficeDocument

/// Values that both formats keep without rounding: a thousandth of a millimetre and a twip meet at 36 twips.
private func samples<Format>(of row: FormatProperty<Format>) -> [Format] {
    func made<Value>(_ values: [Value]) -> [Format]? {
        guard let path = row.path as? WritableKeyPath<Format, Value?> else { return nil }
        return values.map { value in
            var format = Format()
            format[keyPath: path] = value
            return format
        }
    }
    return made([true, false]) ?? made([Length.twips(720), .twips(36), .zero]) ?? made([
        ParagraphFormat.Alignment.left, .centre, .right, .justified,
    ]) ?? made([ParagraphFormat.LineSpacing.lines(1.5), .exactly(.points(18)), .atLeast(.points(36))])
        ?? made([Border(style: "double", width: .points(1.5), colour: .rgb(red: 1, green: 2, blue: 3))])
        ?? made([
            [TabStop(position: .twips(360), kind: "center"), TabStop(position: .twips(720), kind: "right")]
        ]) ?? made([CharacterFormat.Weight.bold, .regular]) ?? made([CharacterFormat.Slant.italic, .upright])
        ?? made([CharacterFormat.Underline.single, .absent, .other("wave")]) ?? made([
            CharacterFormat.Position.raised, .lowered, .baseline,
        ]) ?? made([Colour.rgb(red: 192, green: 0, blue: 15)]) ?? made(["Arial", "en-GB"]) ?? made([13.5, 8])
        ?? made([1, 9]) ?? []
}

extension FormatProperty {
    func isKnown(to format: OfficeFormat) -> Bool { format == .docx ? word != nil : openDocument != nil }
}

extension FormatProperty {
    fileprivate var isLost: Bool { if case .lost = conversion { true } else { false } }
}

extension ParagraphFormat {
    /// Conversion draws lines in black and without a pattern.
    fileprivate var redrawn: ParagraphFormat {
        var format = self
        (format.topBorder, format.bottomBorder) = (topBorder?.drawn?.plain, bottomBorder?.drawn?.plain)
        return format
    }
}

extension CharacterFormat {
    /// Conversion knows one underline.
    fileprivate var redrawn: CharacterFormat {
        var format = self
        if case .other? = underline { format.underline = .single }
        return format
    }
}

@Suite struct FormatRoundTrips {
    private func document(_ paragraph: ParagraphFormat, _ character: CharacterFormat) -> Document {
        var document = Sample.document
        document.sections[0].blocks = [
            .paragraph(Paragraph("trước", style: "Normal")),
            .paragraph(Paragraph(style: "Normal", format: paragraph, runs: [Run("chữ", format: character)])),
            .paragraph(Paragraph("sau", style: "Normal")),
        ]
        return document
    }

    private func archive(_ document: Document, _ format: OfficeFormat) throws -> Archive {
        try Archive(bytes: document.bytes(as: format), file: "mau.\(format.rawValue)")
    }

    private func paragraph(_ archive: Archive) throws -> ReadParagraph {
        try ReadDocument.reading(archive).value.paragraphs[1]
    }

    private func letters(_ paragraph: ReadParagraph) throws -> CharacterFormat {
        try #require(paragraph.runs.first).format.format
    }

    @Test(arguments: OfficeFormat.allCases) func `what is written is read`(format: OfficeFormat) throws {
        for row in ParagraphFormat.properties.rows where row.isKnown(to: format) {
            let samples = samples(of: row)
            #expect(!samples.isEmpty, "no sample of \(row.path)")
            for sample in samples {
                let found = try paragraph(archive(document(sample, CharacterFormat()), format)).format.format
                #expect(row.areAlike(found, sample), "\(row.path): \(found)")
            }
        }
        for row in CharacterFormat.properties.rows where row.isKnown(to: format) {
            let samples = samples(of: row)
            #expect(!samples.isEmpty, "no sample of \(row.path)")
            for sample in samples {
                let found = try letters(paragraph(archive(document(ParagraphFormat(), sample), format)))
                #expect(row.areAlike(found, sample), "\(row.path): \(found)")
            }
        }
    }

    @Test(arguments: OfficeFormat.allCases) func `what is edited is read, and everything else is as it was`(
        format: OfficeFormat
    ) throws {
        let plain = try archive(document(ParagraphFormat(), CharacterFormat()), format)
        let before = try paragraph(plain)
        func edited(_ edit: DocumentEdit) throws -> ReadParagraph {
            let bytes = try DocumentEditor.bytes(of: plain, as: format, with: [edit])
            return try paragraph(bytes.map { try Archive(bytes: $0, file: plain.file) } ?? plain)
        }
        for row in ParagraphFormat.properties.rows where row.isKnown(to: format) {
            for sample in samples(of: row) {
                let after = try edited(.paragraph(before.element, sample))
                var wanted = before.format.format
                row.copy(sample, &wanted)
                for other in ParagraphFormat.properties.rows {
                    #expect(other.areAlike(after.format.format, wanted), "\(row.path): \(other.path)")
                }
                #expect(after.runs.map(\.format) == before.runs.map(\.format))
            }
        }
        let span = TextSpan(before.element, range: 0..<3, letters: "chữ")
        for row in CharacterFormat.properties.rows where row.isKnown(to: format) {
            for sample in samples(of: row) {
                let after = try edited(.characters(span, sample))
                var wanted = try letters(before)
                row.copy(sample, &wanted)
                for other in CharacterFormat.properties.rows {
                    #expect(other.areAlike(try letters(after), wanted), "\(row.path): \(other.path)")
                }
            }
        }
    }

    @Test(arguments: OfficeFormat.allCases, OfficeFormat.allCases) func `what is converted is read`(
        from: OfficeFormat, to: OfficeFormat
    ) throws {
        func converted(_ paragraph: ParagraphFormat, _ character: CharacterFormat) throws -> ReadParagraph {
            let read = try ReadDocument.reading(archive(document(paragraph, character), from)).value
            return try self.paragraph(archive(Document.rewriting(read).value, to))
        }
        let plain = try converted(ParagraphFormat(), CharacterFormat())
        for row in ParagraphFormat.properties.rows where row.isKnown(to: from) {
            for sample in samples(of: row) {
                let wanted = row.isLost ? plain.format.format : sample.redrawn
                let found = try converted(sample, CharacterFormat()).format.format.redrawn
                #expect(row.areAlike(found, wanted), "\(row.path): \(found)")
            }
        }
        for row in CharacterFormat.properties.rows where row.isKnown(to: from) {
            for sample in samples(of: row) {
                let wanted = row.isLost ? try letters(plain) : sample.redrawn
                let found = try letters(converted(ParagraphFormat(), sample))
                #expect(row.areAlike(found, wanted), "\(row.path): \(found)")
            }
        }
    }

    @Test func `a toggle in two styles is off again, and on where the run itself says so`() throws {
        let toggles = CharacterFormat.properties.rows.filter { $0.word?.toggle != nil }
        #expect(toggles.count == 6)
        for row in toggles {
            let toggle = try #require(row.word?.toggle)
            var on = CharacterFormat()
            toggle.set(true, &on)
            let markup = try Markup.written(word: on)
            let styles = ["paragraph", "character"].map {
                #"<w:style w:type="\#($0)" w:styleId="\#($0)"><w:rPr>\#(markup)</w:rPr></w:style>"#
            }
            let document = try HandMade.docx(
                #"<w:p><w:pPr><w:pStyle w:val="paragraph"/></w:pPr><w:r><w:t>a</w:t></w:r>"#
                    + #"<w:r><w:rPr><w:rStyle w:val="character"/></w:rPr><w:t>b</w:t></w:r>"#
                    + #"<w:r><w:rPr><w:rStyle w:val="character"/>\#(markup)</w:rPr><w:t>c</w:t></w:r></w:p>"#,
                ["styles": styles.joined()])
            let found = document.paragraphs[0].runs.map { toggle.isOn($0.format.format) }
            #expect(found == [true, false, true], "\(row.path)")
        }
    }
}
