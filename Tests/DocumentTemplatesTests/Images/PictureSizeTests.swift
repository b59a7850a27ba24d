import Testing

@testable import DocumentTemplates

/// What pictures say of their size, at both ends of what is believed.
@Suite struct PictureSizes {
    /// Width and height in tenths of a millimetre, or why there are none.
    private func measured(_ bytes: [UInt8]) -> String {
        do throws(PictureFault) {
            let size = try Picture(bytes).size
            return "\(Int((size.width * 10).rounded()))×\(Int((size.height * 10).rounded()))"
        } catch { return "\(error)" }
    }

    private static func number(_ number: Int, _ count: Int, isLittle: Bool = false) -> [UInt8] {
        let bytes = (0..<count).map { UInt8(number >> (8 * (count - 1 - $0)) & 0xFF) }
        return isLittle ? bytes.reversed() : bytes
    }

    // MARK: PNG

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        number(body.count, 4) + Array(name.utf8) + body + [0, 0, 0, 0]
    }

    private static func png(_ chunks: [[UInt8]]) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunks.joined()
    }

    private static func head(_ width: Int, _ height: Int) -> [UInt8] {
        chunk("IHDR", number(width, 4) + number(height, 4) + [8, 2, 0, 0, 0])
    }

    private static func density(_ x: Int, _ y: Int, unit: UInt8 = 1) -> [UInt8] {
        chunk("pHYs", number(x, 4) + number(y, 4) + [unit])
    }

    private static let data = chunk("IDAT", [1])
    private static let end = chunk("IEND", [])

    @Test(
        arguments: [
            // 96 dots are an inch where nothing is said.
            ("", [head(96, 192), data, end], "254×508"), ("a dot", [head(1, 1), data, end], "3×3"),
            // 11811 dots a metre are 300 an inch.
            ("300 an inch", [head(300, 150), density(11811, 11811), data, end], "254×127"),
            ("two densities", [head(300, 150), density(11811, 5906), data, end], "254×254"),
            ("a shape, no density", [head(96, 96), density(2, 1, unit: 0), data, end], "254×254"),
            (
                "a density cut short",
                [head(96, 96), chunk("pHYs", number(11811, 4) + number(11811, 4)), data, end], "254×254"
            ),
            // No dot is an inch wide, nor a hundred thousandth of one.
            ("a dot an inch", [head(2, 2), density(40, 40), data, end], "500×500"),
            ("less than a dot an inch", [head(96, 96), density(39, 40), data, end], "254×254"),
            ("less than a dot an inch down", [head(96, 96), density(40, 39), data, end], "254×254"),
            ("none", [head(96, 96), density(0, 0), data, end], "254×254"),
            ("the finest", [head(100_000, 1000), density(3_937_007, 39_370), data, end], "254×254"),
            ("finer", [head(96, 96), density(3_937_009, 39_370), data, end], "254×254"),
            ("no width", [head(0, 5), data, end], "broken"),
            ("no height", [head(5, 0), data, end], "broken"), ("no head", [data, end], "broken"),
            ("no data", [head(5, 5), end], "broken"), ("no end", [head(5, 5), data], "broken"),
            (
                "a short head", [chunk("IHDR", number(9, 4) + number(9, 4) + [8, 2, 0, 0]), data, end],
                "broken"
            ), ("cut in its last chunk", [head(5, 5), data, Array(end.dropLast())], "broken"),
            ("nothing more", [], "broken"),
        ] as [(String, [[UInt8]], String)]) func `a PNG`(name: String, chunks: [[UInt8]], size: String)
    { #expect(measured(Self.png(chunks)) == size) }

    // MARK: JPEG

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + number(body.count + 2, 2) + body
    }

    private static func jfif(_ unit: UInt8, _ x: Int, _ y: Int) -> [UInt8] {
        segment(0xE0, Array("JFIF\0".utf8) + [1, 1, unit] + number(x, 2) + number(y, 2) + [0, 0])
    }

    private static func frame(_ marker: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
        segment(marker, [8] + number(height, 2) + number(width, 2) + [1, 1, 0x11, 0])
    }

    /// Entries of the first folder: tag, and a number of two bytes or a fraction.
    private static func exif(_ entries: [(Int, Int, Int?)], isLittle: Bool) -> [UInt8] {
        var folder = number(entries.count, 2, isLittle: isLittle)
        var fractions: [UInt8] = []
        let behind = 8 + 2 + 12 * entries.count + 4
        for (tag, value, below) in entries {
            folder +=
                number(tag, 2, isLittle: isLittle) + number(below == nil ? 3 : 5, 2, isLittle: isLittle)
                + number(1, 4, isLittle: isLittle)
            if let below {
                folder += number(behind + fractions.count, 4, isLittle: isLittle)
                fractions += number(value, 4, isLittle: isLittle) + number(below, 4, isLittle: isLittle)
            } else {
                folder += number(value, 2, isLittle: isLittle) + [0, 0]
            }
        }
        let head =
            Array((isLittle ? "II" : "MM").utf8) + number(42, 2, isLittle: isLittle)
            + number(8, 4, isLittle: isLittle)
        return segment(0xE1, Array("Exif\0\0".utf8) + head + folder + [0, 0, 0, 0] + fractions)
    }

    private static let scan: [UInt8] = [0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9]

    @Test(
        arguments: [
            ("nothing said", frame(0xC0, 96, 48) + scan, "254×127"),
            ("a shape", jfif(0, 2, 1) + frame(0xC0, 96, 96) + scan, "254×254"),
            ("dots an inch", jfif(1, 200, 100) + frame(0xC0, 200, 200) + scan, "254×508"),
            ("dots a centimetre", jfif(2, 100, 100) + frame(0xC0, 100, 50) + scan, "100×50"),
            ("progressive", frame(0xC2, 96, 96) + scan, "254×254"),
            ("the last kind", frame(0xCF, 96, 96) + scan, "254×254"),
            (
                "what is no frame",
                frame(0xC4, 1, 1) + frame(0xC8, 1, 1) + frame(0xCC, 1, 1) + frame(0xC1, 96, 96) + scan,
                "254×254"
            ), ("filled between", [0xFF, 0xFF] + frame(0xC0, 96, 96) + scan, "254×254"),
            ("no frame", jfif(1, 96, 96) + scan, "broken"),
            ("no end", frame(0xC0, 96, 96) + scan.dropLast(), "broken"),
            ("no mark", [0, 0xC0, 0, 4, 0, 0] + scan, "foreign"),
            ("a length of one", [0xFF, 0xE2, 0, 1] + frame(0xC0, 96, 96) + scan, "broken"),
            ("no width", frame(0xC0, 0, 9) + scan, "broken"),
            ("no height", frame(0xC0, 9, 0) + scan, "broken"),
        ] as [(String, [UInt8], String)]) func `a JPEG`(name: String, bytes: [UInt8], size: String)
    { #expect(measured([0xFF, 0xD8] + bytes) == size) }

    @Test(arguments: [true, false]) func `a JPEG with EXIF`(isLittle: Bool) {
        func size(_ entries: [(Int, Int, Int?)], before: [UInt8] = []) -> String {
            measured(
                [0xFF, 0xD8] + before + Self.exif(entries, isLittle: isLittle) + Self.frame(0xC0, 300, 300)
                    + Self.scan)
        }
        let (x, y) = ((0x011A, 300, 1 as Int?), (0x011B, 150, 1 as Int?))
        #expect(size([x, y, (0x0128, 2, nil)]) == "254×508")
        #expect(size([x, y]) == "254×508")
        #expect(size([x]) == "254×254")
        // A hundred a centimetre, and a fraction of them.
        #expect(size([(0x011A, 100, 1), (0x0128, 3, nil)]) == "300×300")
        #expect(size([(0x011A, 600, 2)]) == "254×254")
        // Nothing is said: no number across, no unit, or no fraction; and JFIF goes before.
        for entries in [[y], [x, (0x0128, 1, nil)], [x, (0x0128, 4, nil)], [(0x011A, 300, 0)], []]
            as [[(Int, Int, Int?)]]
        { #expect(size(entries) == "794×794") }
        #expect(size([x, y], before: Self.jfif(1, 100, 100)) == "762×762")
        #expect(size([x, y], before: Self.jfif(0, 100, 100)) == "254×508")
    }

    // MARK: SVG

    @Test(arguments: [
        ("", "794×397"), (#"width="20mm" height="10mm""#, "200×100"),
        (#"width="2cm" height="1in""#, "200×254"), (#"width="72pt" height="6pc""#, "254×254"),
        (#"width="96px" height="48""#, "254×127"), (#"viewBox="0 0 96 48""#, "254×127"),
        (#"viewBox="5,5,96,48""#, "254×127"), (#"width="20mm" viewBox="0 0 2 1""#, "200×100"),
        (#"height="20mm" viewBox="0 0 2 1""#, "400×200"),
        (#"width="20mm" height="5mm" viewBox="0 0 2 1""#, "200×50"),
        (#"width="100%" height="100%" viewBox="0 0 96 48""#, "254×127"),
        (#"width="100%" height="20mm" viewBox="0 0 2 1""#, "400×200"), (#"width="20mm""#, "794×397"),
        (#"width="0" height="5mm" viewBox="0 0 2 1""#, "100×50"), (#"width="-1mm" height="5mm""#, "794×397"),
        (#"viewBox="0 0 0 5""#, "794×397"), (#"viewBox="0 0 5 0""#, "794×397"),
        (#"viewBox="0 0 5""#, "794×397"), (#"width="xmm" height="5mm""#, "794×397"),
    ]) func `an SVG`(attributes: String, size: String) {
        let svg = #"<svg xmlns="http://www.w3.org/2000/svg" \#(attributes)><rect/></svg>"#
        #expect(measured(Array(svg.utf8)) == size)
        #expect(measured([0xEF, 0xBB, 0xBF] + Array(" \r\n\t\(svg)".utf8)) == size)
    }

    @Test(arguments: [
        ("<rect/>", false), ("<script/>", true), ("<foreignObject/>", true), ("<iframe/>", true),
        ("<g><g><script/></g></g>", true), (##"<use href="#a"/>"##, false), (#"<use href="a.svg"/>"#, true),
        (#"<image href="data:image/png;base64,AA"/>"#, false), (#"<image href="data:text/html,x"/>"#, true),
        (#"<image src="https://a.vn/x.png"/>"#, true), (#"<a href="https://a.vn"/>"#, false),
        (#"<rect onclick="x()"/>"#, true), (##"<rect fill="url(#a)"/>"##, false),
        (##"<rect fill="url('#a')"/>"##, false), (#"<rect fill="url(http://a.vn)"/>"#, true),
        ("<style>rect{}</style>", false), ("<style>@import 'a'</style>", true),
        ("<style>rect{fill:url(http://a.vn)}</style>", true),
    ]) func `an SVG that runs or loads something`(inside: String, isActive: Bool) {
        let svg = #"<svg xmlns="http://www.w3.org/2000/svg" width="1mm" height="1mm">\#(inside)</svg>"#
        #expect(measured(Array(svg.utf8)) == (isActive ? "active" : "10×10"))
    }

    @Test(arguments: [
        ("<html/>", "foreign"), ("<svg", "broken"), ("chữ", "foreign"), ("", "foreign"),
        ("GIF89a", "foreign"),
    ]) func `what is no picture`(text: String, fault: String) { #expect(measured(Array(text.utf8)) == fault) }

    // MARK: On the page

    @Test(arguments: [
        (558.7, 10.0, false), (558.8, 10, false), (558.9, 10, true), (10, 558.8, false), (10, 558.9, true),
        (1000, 2000, true),
    ]) func `a picture is no larger than a page may be`(width: Double, height: Double, isScaled: Bool) {
        let size = PictureSize(width: width, height: height).onOnePage
        #expect((size != PictureSize(width: width, height: height)) == isScaled)
        #expect(max(size.width, size.height) <= 558.8001)
        #expect(abs(size.width / size.height - width / height) < 0.0001)
    }

    @Test func `a frame keeps the shape of what is in it`() {
        let size = PictureSize(width: 40, height: 20)
        #expect(size.scaled(toWidth: 20, height: nil) == PictureSize(width: 20, height: 10))
        #expect(size.scaled(toWidth: nil, height: 5) == PictureSize(width: 10, height: 5))
        #expect(size.scaled(toWidth: 80, height: 20) == PictureSize(width: 40, height: 20))
        #expect(size.scaled(toWidth: 20, height: 20) == PictureSize(width: 20, height: 10))
        #expect(size.scaled(toWidth: nil, height: nil) == size)
    }
}
