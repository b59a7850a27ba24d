import OfficeDocument
import OfficePackage
import Recognition
import Regulations
import Testing

@testable import Checking
@testable import Forms

/// The decision with every block in a row of one table, as some forms are set; `between` stands above its foot.
private func tabled(_ between: [Block] = []) -> Document {
    var document = RightDocuments.decision
    var rows: [Table.Row] = []
    let blocks = document.sections[0].blocks
    for (index, block) in blocks.enumerated() {
        switch block {
        case .table(let table):
            if index > 0 { rows += between.map { Table.Row([Table.Cell([$0], columnSpan: 2)]) } }
            rows += table.rows
        case .paragraph: rows.append(Table.Row([Table.Cell([block], columnSpan: 2)]))
        }
    }
    document.sections[0].blocks = [
        .table(Table(columns: [.millimetres(68), .millimetres(97)], rows: rows)), FormStyle.sectionEnd(""),
    ]
    return document
}

@Test(arguments: OfficeFormat.allCases) func `the foot of a document that is one table is below its text`(
    format: OfficeFormat
) throws {
    let document = RecognisedDocument(of: try tabled().read(as: format))
    func texts(_ component: Component) -> [String] {
        document.indices(of: component).map { document.lines[$0].trimmed }
    }
    #expect(texts(.signerName) == ["Nguyễn Văn An"])
    #expect(texts(.authority) + texts(.position) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
    #expect(texts(.documentType) == ["QUYẾT ĐỊNH"])
    #expect(document.signatures.count == 1)
}

@Test(arguments: OfficeFormat.allCases) func `what enacts is no signer's name, even where none stands`(
    format: OfficeFormat
) throws {
    var source = tabled()
    source.replace("Nguyễn Văn An", with: "")
    let document = RecognisedDocument(of: try source.read(as: format))
    #expect(document.indices(of: .signerName).isEmpty)
}
