import Diagnostics
import Foundation
import Sheets
import TestSupport

let calc = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first { FileManager.default.fileExists(atPath: $0) }
let canWrite: Bool = { (try? [WrittenSheet("A", rows: [])].workbook()) != nil }()

/// Every number of a workbook by its sheet and cell.
func numbers(_ bytes: [UInt8], _ file: String) throws -> [String: Decimal] {
    let book = try Workbook(bytes: bytes, file: file)
    var numbers: [String: Decimal] = [:]
    for sheet in book.sheets {
        var rows = try book.rows(ofSheet: sheet.name)
        while let row = try rows.next() {
            for cell in row.cells {
                guard case .number(let number, _) = cell.content else { continue }
                numbers["\(sheet.name)!\(CellReference(row: row.index, column: cell.column).text)"] = number
            }
        }
    }
    return numbers
}

/// The workbook as LibreOffice computes it anew, whatever was saved in it.
func recalculated(_ bytes: [UInt8]) throws -> [UInt8] {
    try withScratchFolder { folder in
        let profile = folder.path + "/profile/user"
        try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
        let setting = """
            <?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
            """
        try setting.write(toFile: profile + "/registrymodifications.xcu", atomically: true, encoding: .utf8)
        try Data(bytes).write(to: folder.appending(path: "a.xlsx"))
        let office = Process()
        office.executableURL = URL(filePath: calc ?? "")
        office.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "ods",
            "--outdir", folder.path, folder.path + "/a.xlsx",
        ]
        office.standardOutput = FileHandle.nullDevice
        office.standardError = FileHandle.nullDevice
        try office.run()
        office.waitUntilExit()
        return [UInt8](try Data(contentsOf: folder.appending(path: "a.ods")))
    }
}
