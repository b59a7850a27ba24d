import Container
import Diagnostics
import OfficeDocument
import OfficePackage
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
        "-9223372036854775808", "9223372036854775807", "🙂", "%1%2%", "none",
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

@Test(arguments: OfficeFormat.allCases)
func `styles that stand on one another without end are read as far as anyone builds`(format: OfficeFormat)
    throws
{
    let names = 0..<5000
    let found: ReadDocument
    switch format {
    case .docx:
        let styles = names.map { number in
            let size = number == 0 ? 40 : number == 50 ? 28 : nil
            let look = size.map { #"<w:rPr><w:sz w:val="\#($0)"/></w:rPr>"# } ?? ""
            return
                #"<w:style w:type="paragraph" w:styleId="z\#(number)"><w:basedOn w:val="z\#(number - 1)"/>\#(look)</w:style>"#
        }
        let paragraphs = names.map {
            #"<w:p><w:pPr><w:pStyle w:val="z\#($0)"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>"#
        }
        found = try HandMade.docx(paragraphs.joined(), ["styles": styles.joined()])
    case .odt:
        let styles = names.map { number in
            let size = number == 0 ? 20 : number == 50 ? 14 : nil
            let look = size.map { #"<style:text-properties fo:font-size="\#($0)pt"/>"# } ?? ""
            return
                #"<style:style style:name="z\#(number)" style:family="paragraph" style:parent-style-name="z\#(number - 1)">\#(look)</style:style>"#
        }
        let paragraphs = names.map { #"<text:p text:style-name="z\#($0)">chữ</text:p>"# }
        found = try ReadDocument.reading(HandMade.odtFile(paragraphs.joined(), automatic: styles.joined()))
            .value
    }
    let sizes = found.paragraphs.map { $0.runs.first?.format.size }
    #expect(sizes.count == names.count)
    #expect(Array(sizes.prefix(50)) == Array(repeating: 20, count: 50))
    #expect(Array(sizes[50..<149]) == Array(repeating: 14, count: 99))
}
