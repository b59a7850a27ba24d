import OfficeDocument
import OfficePackage
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// What is mended together, or not at all.
private func texts(_ file: MendedFile) throws -> [String] { try file.result.paragraphs.map(\.text) }

private let teaching = "Kế hoạch tuyên truyền về khoa học và công nghệ năm 2026 của các đơn vị."

@Test(arguments: OfficeFormat.allCases) func `a subject of two lines goes on in small letters`(
    format: OfficeFormat
) throws {
    for (second, mended) in [
        ("GIAI ĐOẠN NĂM 2026", "giai đoạn năm 2026"), ("NĂM 2026", nil), ("PHONG TRÀO NẾP SỐNG", nil),
    ] {
        var document = RightDocuments.plan
        document.replace(Mutation.lead, with: teaching)
        let first = "TUYÊN TRUYỀN VỀ KHOA HỌC VÀ CÔNG NGHỆ"
        document.replace(Mutation.subject, with: first)
        document.insert([FormStyle.subject(second)], .after, first)
        let texts = try texts(MendedFile(document, as: format))
        #expect(texts.contains(mended == nil ? first : "Tuyên truyền về khoa học và công nghệ"), "\(second)")
        #expect(texts.contains(mended ?? second), "\(second)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `headings of one level become capitals all or none`(
    format: OfficeFormat
) throws {
    let second = [
        ("II. Nội dung", true), ("II. Nội dung (theo mẫu)", false), ("II. Nội dung của Th.S An", false),
    ]
    for (heading, areMended) in second {
        var document = RightDocuments.plan
        document.replace("I. MỤC ĐÍCH, YÊU CẦU", with: "I. Mục đích, yêu cầu")
        document.replace("II. NỘI DUNG", with: heading)
        let texts = try texts(MendedFile(document, as: format))
        #expect(texts.contains("I. MỤC ĐÍCH, YÊU CẦU") == areMended, "\(heading)")
        #expect(texts.contains(heading) != areMended, "\(heading)")
    }
}

@Test(arguments: OfficeFormat.allCases) func `gaps are widened above and below headings too`(
    format: OfficeFormat
) throws {
    var document = RightDocuments.plan
    let styles: [FormStyle] = [.body, .titledClause, .dashItem, .point, .closing, .romanHeading]
    for style in styles {
        document.change(style: style) {
            $0.paragraph.spaceBefore = .points(0)
            $0.paragraph.spaceAfter = .points(0)
        }
    }
    let file = try MendedFile(document, as: format)
    let paragraphs = try file.result.paragraphs
    let first = try #require(paragraphs.firstIndex { $0.text == Mutation.lead })
    let last = try #require(paragraphs.firstIndex { $0.text.hasSuffix("./.") })
    for index in first..<last {
        let gap = try #require(paragraphs[index].gap(before: paragraphs[index + 1]))
        #expect(gap.points > 5.7, "\(paragraphs[index + 1].text)")
    }
    #expect(try Mending(of: file.after, document: file.result).bytes == nil)
}

@Test(arguments: OfficeFormat.allCases) func `an indent of nobody's rule is not taken from the others`(
    format: OfficeFormat
) throws {
    for (usual, mended) in [(11.7, 15.0), (12.7, 12.7), (10.0, 10.0)] {
        var document = RightDocuments.plan
        for style in [FormStyle.body, .titledClause, .dashItem, .point, .closing] {
            document.change(style: style) { $0.paragraph.firstLineIndent = .millimetres(usual) }
        }
        document.change(Mutation.lead) { $0.format.firstLineIndent = .millimetres(15) }
        let file = try MendedFile(document, as: format)
        let paragraph = try #require(file.result.paragraphs.first { $0.text == Mutation.lead })
        #expect(abs((paragraph.format.firstLineIndent?.millimetres ?? 0) - mended) < 0.2, "\(usual)")
    }
}

@Test func `an appendix whose pages are numbered from 1 hides the 1`() throws {
    var document = RightDocuments.planWithAppendix
    document.sections[1].pageNumbering = .continues
    let file = try MendedFile(document, as: .docx)
    let section = try #require(file.result.sections.last)
    #expect(section.pageNumberStart == 1 && section.hasTitlePage)
}

@Test(arguments: OfficeFormat.allCases) func `the lines of the head become larger all or none`(
    format: OfficeFormat
) throws {
    let blanks = String(repeating: " ", count: 22)
    for (date, areMended) in [(Mutation.date, true), (blanks + Mutation.date, false)] {
        var document = RightDocuments.plan
        document.replace(Mutation.date, with: date)
        for style in [FormStyle.placeAndDate, .motto] {
            document.change(style: style) { $0.character.size = 13 }
        }
        let file = try MendedFile(document, as: format)
        for text in [date, Letterhead.motto] {
            let line = try #require(file.result.paragraphs.first { $0.text == text })
            #expect((line.runs.first?.format.size == 14) == areMended, "\(text): \(file.left)")
        }
    }
}

@Test func `white letters are told and stay white`() throws {
    for (colour, isMended) in [(UInt8(255), false), (0x80, false), (0x61, false), (0x60, true), (0x33, true)]
    {
        var document = RightDocuments.plan
        document.change(Mutation.lead) {
            $0.runs[0].format.colour = .rgb(red: colour, green: colour, blue: colour)
        }
        let file = try MendedFile(document, as: .docx)
        #expect(file.codesLeft == (isMended ? [] : [.textColor]), "\(file.left)")
        #expect((file.mending.bytes != nil) == isMended)
    }
}

// MARK: The foot

extension Document {
    /// With rows that may be split over pages, and text that may be parted from what follows.
    fileprivate mutating func loosenFoot(recipients: Int = 0) {
        for index in sections[0].blocks.indices {
            guard case .table(var table) = sections[0].blocks[index] else { continue }
            for row in table.rows.indices { table.rows[row].splitting = .splitsOverPages }
            sections[0].blocks[index] = .table(table)
        }
        change(style: .closing) { $0.paragraph.keepsWithNext = false }
        let more = (0..<recipients).map { FormStyle.recipient("- Xã số \($0);") }
        if !more.isEmpty { insert(more, .after, "- Các đơn vị thuộc Sở;") }
    }
}

extension MendedFile {
    /// Whether the foot's row stays on one page, with the paragraph above it.
    fileprivate var keepsFoot: Bool {
        get throws {
            let rows = try result.blocks.compactMap { block in
                if case .table(let table) = block { table.rows.last } else { nil }
            }
            let closing = try #require(result.paragraphs.first { $0.text.hasSuffix("./.") })
            return rows.last?.staysWhole == true && closing.format.keepsWithNext
        }
    }
}

@Test(arguments: OfficeFormat.allCases) func `what changes heights keeps the signature whole`(
    format: OfficeFormat
) throws {
    let changes: [(name: String, isKept: Bool, recipients: Int, change: (inout Document) -> Void)] = [
        ("a margin", true, 0, { $0.sections[0].page.top = .millimetres(15) }),
        ("a gap", true, 0, { $0.change(Mutation.firstPoint) { $0.format.spaceAfter = .points(0) } }),
        ("a word", false, 0, { $0.replace("KT. GIÁM ĐỐC", with: "KT GIÁM ĐỐC") }),
        ("a foot of half a page", false, 30, { $0.sections[0].page.top = .millimetres(15) }),
    ]
    for (name, isKept, recipients, change) in changes {
        var document = RightDocuments.plan
        document.loosenFoot(recipients: recipients)
        change(&document)
        let file = try MendedFile(document, as: format)
        #expect(!file.mending.mended.isEmpty, "\(name)")
        #expect(try file.keepsFoot == isKept, "\(name)")
    }
}

// MARK: Lists of recipients

@Test(arguments: OfficeFormat.allCases) func `a drafter's code below the list stays what it is`(
    format: OfficeFormat
) throws {
    for code in ["TTr.(300)", "PL.(300)"] {
        var document = RightDocuments.plan
        document.insert([FormStyle.recipient(code)], .after, "- Lưu: VT, VP.")
        let file = try MendedFile(document, as: format)
        #expect(file.left == [] && file.mending.bytes == nil, "\(code): \(file.left)")
    }
}

@Test func `addressees that should not be there ask for no “Như trên”`() throws {
    var document = RightDocuments.plan
    document.insert([FormStyle.addressee("Kính gửi: Sở Tài chính")], .before, Mutation.lead)
    let file = try MendedFile(document, as: .docx)
    #expect(file.codesLeft == [.addresseeUnexpected] && file.mending.bytes == nil, "\(file.left)")
}

@Test func `lines that have lost their marks are told once and kept`() throws {
    var document = RightDocuments.plan
    let lost = "Cac don vi bao cao ket qua truoc ngay 15/12/2026 ve So Giao duc va Dao tao."
    document.replace("- \(RightDocuments.sentence).", with: "- \(lost)")
    document.replace(Mutation.firstPoint, with: "a) \(lost)")
    let file = try MendedFile(document, as: .docx)
    #expect(file.mending.bytes == nil)
    let told = file.mending.check.findings.filter { $0.rule == .spelling }
    #expect(told.count == 1 && told.first?.furtherPlaces == 1, "\(file.left)")
}
