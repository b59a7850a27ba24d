// The examples of the README, which a test holds against this file.

import Diagnostics
import DocumentTemplates
import TemplateLanguage
import Values

func filled() throws(Failure) -> [UInt8] {
    // snippet.show
    let template = try Template(opening: "giay-moi.docx")  // compiled once; Sendable
    let data = try Value(opening: "giay-moi.yaml")  // or .json, .csv, or a literal
    let document: [UInt8] = try template.render(data)  // throws every fault at once, each with its place
    // snippet.hide
    return document
}

struct Connection { func send(_ bytes: [UInt8]) { print(bytes.count, "bytes") } }

func sent(_ data: Value, to connection: Connection) throws(Failure) {
    // snippet.show
    let areaCode = HostFilter(
        "ma_vung", takes: .text, summary: Wording("mã vùng điện thoại", en: "area code")
    ) { value, _ in value == "Lâm Đồng" ? "0263" : .null }
    let template = try Template(opening: "giay-moi.docx", filters: [areaCode])  // {tinh | ma_vung}, {ma_vung(tinh)}
    try template.render(data) { bytes in connection.send(bytes) }  // part by part
    // snippet.hide
}

do throws(Failure) {
    print(try filled().count, "bytes")
    try sent(["tinh": "Lâm Đồng"], to: Connection())
} catch { for fault in error.diagnostics { print(fault.text(in: .english)) } }
