import Diagnostics
import OfficeDocument
import Testing

/// Word obeys a cell's own width, LibreOffice the grid's.
@Suite struct CellWidths {
    @Test(
        arguments: [
            (2835, 5669, 100.0), (5669, 2835, 100.0), (5669, 5669, 100.0), (5669, nil, 100.0),
            (nil, 5669, 100.0),
        ] as [(Int?, Int?, Double)]) func `letters have the wider of the two`(
            grid: Int?, cell: Int?, room: Double
        ) throws
    {
        let column = grid.map { #"<w:gridCol w:w="\#($0)"/>"# } ?? "<w:gridCol/>"
        let own = cell.map { #"<w:tcW w:w="\#($0)" w:type="dxa"/>"# } ?? ""
        let margins =
            #"<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>"#
        let table =
            "<w:tbl><w:tblPr>\(margins)</w:tblPr><w:tblGrid>\(column)</w:tblGrid><w:tr><w:tc><w:tcPr>\(own)</w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
        let paragraph = try ReadDocument.reading(HandMade.docxFile(table)).value.paragraphs[0]
        let width = try #require(paragraph.availableWidth?.millimetres)
        #expect(abs(width - room) < 0.1)
    }
}
