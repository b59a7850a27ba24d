import Container
import Diagnostics
import OfficeDocument
import TestSupport
import Testing
import XMLTree

/// Breaks a tree in one random place: an element gone, doubled, moved into itself, or a value turned into nonsense.
private func broken(_ element: Element, _ dice: inout SeededGenerator) -> Element {
    var element = element
    let places = element.children.indices.filter { index in
        if case .element = element.children[index] { true } else { false }
    }
    let nonsense = [
        "", "-1", "99999999999999999999", "NaN", "1e308", "%", "1e300mm", "-2147483648", "0",
        "-9223372036854775808", "9223372036854775807", "🙂", "%1%2%",
        "none",
    ]
    if let place = places.randomElement(using: &dice), case .element(let child) = element.children[place],
        Int.random(in: 0..<6, using: &dice) > 0
    {
        switch Int.random(in: 0..<14, using: &dice) {
        case 0: element.children.remove(at: place)
        case 1: element.children.insert(.element(child), at: place)
        case 2:
            var outer = child
            outer.children.append(.element(child))
            element.children[place] = .element(outer)
        default: element.children[place] = .element(broken(child, &dice))
        }
    } else if let place = element.attributes.indices.randomElement(using: &dice) {
        element.attributes[place].value = nonsense.randomElement(using: &dice) ?? ""
    }
    return element
}

@Test(arguments: OfficeFormat.allCases, 0..<150)
func `a document broken anywhere is read or refused, never worse`(format: OfficeFormat, seed: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed))
    var writer = ArchiveWriter()
    for part in Sample.document.parts(as: format) {
        guard part.name != "mimetype" else {
            writer.add(part.name, bytes: part.bytes, compression: .stored)
            continue
        }
        var root = try Element(parsing: part.bytes, file: part.name)
        for _ in 0..<8 { root = broken(root, &dice) }
        writer.add(part.name, bytes: root.bytes)
    }
    let archive = try Archive(bytes: try writer.bytes(), file: "hong")
    do throws(Failure) {
        let found = try ReadDocument.reading(archive).value
        #expect(!found.sections.isEmpty)
        for paragraph in found.paragraphs {
            #expect(paragraph.place.number > 0 && paragraph.lines.count < 100)
        }
    } catch {
        #expect(error.diagnostics.allSatisfy { $0.code.hasPrefix("document.") || $0.code.hasPrefix("xml.") })
    }
}

@Test(arguments: ["-9223372036854775808", "9223372036854775807", "-99999999999999999999", "NaN", "1e999"])
func `a length beyond every number is read as none`(length: String) throws {
    let page = #"<w:sectPr><w:pgSz w:w="\#(length)" w:h="16838"/><w:pgMar w:top="\#(length)"/></w:sectPr>"#
    let found = try HandMade.docx("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>" + page)
    #expect(found.sections.map(\.page.width) == [nil])
    #expect(found.sections.map(\.page.top) == [nil])
}
