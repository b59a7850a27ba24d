import Container
import DocumentTemplates
import FoundationEssentials
import OfficePackage
import TestSupport
import Testing
import Values
import XMLTree

/// Whole templates by chance, of everything a template can hold, and data that fit them.
private struct RandomFeature {
    private typealias Piece = FeatureTemplate.Piece
    private typealias Words = FeatureTemplate.Words

    private var random: SeededGenerator
    private let hasTags: Bool
    private var names = 0
    /// Sections that are open round a place.
    private var depth = 0
    private var mayInclude = true

    init(seed: UInt64, hasTags: Bool = true) {
        random = SeededGenerator(seed: seed)
        self.hasTags = hasTags
    }

    mutating func feature() -> Feature {
        let template = FeatureTemplate(
            body: blocks(1...5) + ["cuối"], header: [.text(line())], footer: [.text(line())], title: line())
        mayInclude = false
        let included = FeatureTemplate(body: blocks(1...2) + ["hết"])
        let includes = hasTags ? ["mau-chen": included] : [:]
        return Feature("ngau-nhien", data(), includes: includes, template)
    }

    /// Records alike on every level, so that each tag names something there is.
    private mutating func data(depth: Int = 2) -> Value {
        let items = depth > 0 ? (0..<number(0...3)).map { _ in data(depth: depth - 1) } : []
        return .record(
            Record([
                ("t", .text(words())), ("so tien", .number(Decimal(number(0...99)))),
                ("dung", .boolean(number(0...1) == 1)), ("trong", .null),
                ("chu", .list((0..<number(0...3)).map { _ in .text(words()) })), ("muc", .list(items)),
                ("nhom", depth > 0 ? data(depth: depth - 1) : .null), ("md", .text(commonMark())),
                ("anh", number(0...4) == 0 ? .null : Feature.picture),
            ]))
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func chosen<T>(_ choices: [T]) -> T { choices[number(0...choices.count - 1)] }
    private mutating func name(_ stem: String) -> String {
        names += 1
        return "\(stem)\(names)"
    }

    private mutating func words() -> String {
        (0..<number(0...3)).map { _ in
            chosen(["Sở", " ", "  ", "<&>", "\"", "\n", "\t", "ữ", "]]>", "đồng", "'"])
        }.joined()
    }

    private mutating func commonMark() -> String {
        let blocks = [
            "một **đậm** và *nghiêng*", "- a\n- b\n  1. c\n  2. d", "1. x\n2. y", "# Đề mục\n\nđoạn",
            "| A | B |\n|---|---|\n| 1 | 2 |", "> trích\n\nsau", "", "dòng  \nngắt",
        ]
        return (0..<number(1...2)).map { _ in chosen(blocks) }.joined(separator: "\n\n")
    }

    // MARK: Tags

    private mutating func value() -> String {
        guard hasTags else { return chosen(["x", "đ", " y", ") "]) }
        return chosen([
            "{t}", "{so tien | tien}", "{dung ? t : 1}", "{chu | noi(\", \")}", "{muc | dem}", "{! ghi chú }",
            "{trong}", "{so tien * 2 + 1}", "x", "{chu | sap_xep | noi(\"-\")}", "{t | hoa}",
        ])
    }

    private mutating func section(_ options: [String] = [""]) -> (open: String, close: String) {
        guard hasTags else { return ("a", "b") }
        let name = chosen(["muc", "muc", "nhom", "chu", "dung", "trong"])
        return ("{#\(name)\(chosen(options))}", chosen(["{/\(name)}", "{/}"]))
    }

    private mutating func line() -> String {
        var line = value()
        for _ in 0..<number(0...2) {
            if number(0...2) == 0 {
                let (open, close) = section()
                line += open + value() + (hasTags && number(0...3) == 0 ? "{^}y" : "") + close
            } else {
                line += value()
            }
        }
        return line
    }

    // MARK: Paragraphs

    private mutating func paragraph() -> [Words] {
        (0..<number(1...3)).map { _ in
            switch number(0...11) {
            case 0: return .bold(line())
            case 1: return .cut(line())
            case 2: return .link(value(), to: "https://vi.vn/\(hasTags ? "{so tien}" : "1")?a=1&b=2")
            case 3: return .bookmark(name("moc"), value())
            case 4: return .picture(hasTags ? chosen(["{%anh}", "hình {so tien}", "hình"]) : "hình")
            case 5: return .footnote(value())
            case 6: return .endnote(value())
            // Comments of an included body are its authors' own.
            case 7 where mayInclude: return .comment(value())
            case 8: return .text(hasTags ? "{%anh rong=1cm}" : "x")
            default: return .text(line())
            }
        }
    }

    private mutating func blocks(_ range: ClosedRange<Int>) -> [Piece] {
        var blocks: [Piece] = []
        for _ in 0..<number(range) { blocks += block() }
        return blocks
    }

    private mutating func block() -> [Piece] {
        switch number(0...(depth < 3 ? 13 : 6)) {
        case 0: return [.heading(paragraph())]
        case 1: return [.bullet(paragraph())]
        case 2: return [.numbered(paragraph())]
        case 3: return hasTags ? ["{@md}"] : ["x"]
        case 4: return [.box([.text(line())])]
        case 5: return [.control("so tien")]
        case 7, 8:
            let (open, close) = section(["", "", " | danh_so_lai"])
            depth += 1
            defer { depth -= 1 }
            let middle: [Piece] = hasTags && number(0...3) == 0 ? ["{^}", "không"] : []
            return [.paragraph([.text(open)])] + blocks(1...2) + middle + [.paragraph([.text(close)])]
        case 9: return [table(), "sau bảng"]
        case 10: return [columns(), "sau bảng"]
        case 11: return [merged(), "sau bảng"]
        case 12 where depth == 0: return hasTags && mayInclude ? ["{>mau-chen}"] : ["x"]
        case 13: return [.section(name("Phan"), ["phần"] + blocks(1...2))]
        default: return [.paragraph(paragraph())]
        }
    }

    // MARK: Tables

    private mutating func table() -> Piece {
        depth += 1
        defer { depth -= 1 }
        var rows: [[[Piece]]] = []
        for _ in 0..<number(1...3) {
            let (open, close) = section(["", "", " | giu_bang"])
            switch number(0...3) {
            case 0:
                rows.append([[.paragraph([.text(open + line())])], [.paragraph([.text(line() + close)])]])
            case 1:
                rows += [[[.paragraph([.text(open)])], [""]], [[.paragraph(paragraph())], blocks(1...1)]]
                rows.append([[.paragraph([.text(close)])], [""]])
            default: rows.append([[.paragraph(paragraph())], blocks(1...1)])
            }
        }
        return .table(rows)
    }

    private mutating func columns() -> Piece {
        guard hasTags else { return .rows(["a", "b"]) }
        return .rows(
            ["Môn", "{#\(chosen(["muc", "chu"])) | theo_cot}\(value())", "\(value()){/}"],
            ["x", value(), value()])
    }

    private mutating func merged() -> Piece {
        guard hasTags else { return .rows(["a", "b"]) }
        return .rows(["Nhóm", "Tên"], ["{#muc}{dung | gop_o}", "\(value()){/muc}"])
    }
}

@Suite struct RandomFeatures {
    @Test(arguments: 0..<200)
    func `print the same text in both formats, without a tag, and the same bytes twice`(seed: Int) throws {
        try withScratchFolder { folder in
            var random = RandomFeature(seed: UInt64(seed))
            let feature = random.feature()
            var outlines: [String] = []
            for format in OfficeFormat.allCases {
                let result = try feature.documents(format, in: folder).result
                #expect(try feature.documents(format, in: folder).result == result)
                // Each word processor counts the items of lists by itself.
                let outline = try FeatureOutline(result, numbers: .hidden).text
                #expect(!outline.contains { "{}≠".contains($0) })
                outlines.append(outline)
                for (part, xml) in try SmallDocument.parts(of: result) where part.hasSuffix(".xml") {
                    let root = try Element(parsing: Array(xml.utf8), file: part)
                    #expect(misshapen(root).isEmpty, "\(part)")
                }
            }
            #expect(outlines[0] == outlines[1])
        }
    }

    @Test(arguments: 0..<50) func `without tags come out unchanged in every part`(seed: Int) throws {
        try withScratchFolder { folder in
            for format in OfficeFormat.allCases {
                var random = RandomFeature(seed: UInt64(seed), hasTags: false)
                var feature = random.feature()
                // Content controls are no tags, but are filled where the data has their names.
                feature.data = ["khac": 1]
                let (before, after) = try feature.documents(format, in: folder)
                #expect(try SmallDocument.parts(of: before) == SmallDocument.parts(of: after))
            }
        }
    }

    /// What Word would not open or repair: a cell that does not end with a paragraph, a row without a cell, a table without a row.
    private func misshapen(_ element: Element) -> [String] {
        var found = element.elements.flatMap(misshapen)
        let names = element.elements.map(\.name.local)
        switch element.name.local {
        case "tc", "txbxContent", "hdr", "ftr":
            // A content control may be last: it ends with a paragraph itself.
            if names.last != "p", names.last != "sdt" { found.append(element.name.local) }
        case "tr": if !names.contains("tc") { found.append("tr") }
        case "tbl": if !names.contains("tr") { found.append("tbl") }
        case "table-cell": if names.isEmpty { found.append("table-cell") }
        case "table": if !names.contains("table-row") { found.append("table") }
        default: break
        }
        return found
    }
}
