internal import Diagnostics

extension Diagnostic {
    static func csvEmpty(file: String) -> Diagnostic {
        .error(
            "data.csv-empty", at: .file(file), "tệp CSV trống, không có dòng tiêu đề",
            en: "the CSV file is empty, without a header line", fix: "ghi tên các cột ở dòng đầu",
            en: "write the names of the columns in the first line")
    }

    static func csvEmptyHeader(_ index: Int, at position: Position, file: String) -> Diagnostic {
        .error(
            "data.csv-empty-header", at: Location(position, file: file), "cột thứ \(index + 1) không có tên",
            en: "column \(index + 1) has no name",
            fix:
                "dòng đầu phải là tên của mọi cột: xóa các dòng đứng trên nó; cột không có tên thì đặt tên, hoặc xóa cột",
            en:
                "the first line must name every column: delete the lines above that one; name a column without a name, or delete it"
        )
    }

    static func csvDuplicateHeader(_ name: String, at position: Position, first: Position, file: String)
        -> Diagnostic
    {
        .error(
            "data.csv-duplicate-header", at: Location(position, file: file), "hai cột cùng tên “\(name)”",
            en: "two columns have the name “\(name)”",
            notes: [
                Diagnostic.Note(
                    Wording("cột đầu ở đây", en: "the first is here"), at: Location(first, file: file))
            ], fix: "đổi tên một cột", en: "rename one of them")
    }

    static func csvWidth(_ row: [CSVField], header: [CSVField], file: String) -> Diagnostic {
        let isShort = row.count < header.count
        // A short row lacks something at its end; a long one has too much from the first surplus field on.
        let place = isShort ? row.first : row[header.count]
        let missing = isShort ? header[row.count].text : ""
        return Diagnostic(
            isShort ? "data.csv-row-short" : "data.csv-row-long",
            isShort
                ? Wording(
                    "hàng có \(row.count) ô, cần \(header.count); thiếu từ cột “\(missing)”",
                    en:
                        "the row has \(row.count) fields of \(header.count); the first missing is “\(missing)”"
                )
                : Wording(
                    "hàng có \(row.count) ô, chỉ có \(header.count) cột",
                    en: "the row has \(row.count) fields, but there are \(header.count) columns"),
            at: Location(place?.position ?? Position(line: 1, column: 1), file: file),
            fix: isShort
                ? Wording("thêm dấu phân cách cho các ô trống", en: "add separators for the empty fields")
                : header.count == 1
                    ? Wording(
                        "dòng đầu phải là tên của mọi cột: xóa các dòng đứng trên nó",
                        en: "the first line must name every column: delete the lines above that one")
                    : Wording(
                        "đặt ô có dấu phân cách bên trong vào ngoặc kép, hoặc xóa ô thừa",
                        en: "put a field that contains the separator in quotes, or delete the surplus"))
    }

    static func csvUnclosedQuote(at position: Position, file: String) -> Diagnostic {
        .error(
            "data.csv-unclosed-quote", at: Location(position, file: file),
            "ngoặc kép mở ở đây không được đóng", en: "the quote opened here is never closed",
            fix: "thêm ngoặc kép đóng; ngoặc kép bên trong ô viết hai lần (\"\")",
            en: "add the closing quote; a quote inside a field is written twice (\"\")")
    }

    static func csvQuote(at position: Position, field: Position, file: String) -> Diagnostic {
        .error(
            "data.csv-quote", at: Location(position, file: file), "có chữ ngay sau ngoặc kép đóng",
            en: "there is text right after a closing quote",
            notes: [
                Diagnostic.Note(
                    Wording("ô bắt đầu ở đây", en: "the field begins here"), at: Location(field, file: file))
            ], fix: "ngoặc kép bên trong ô viết hai lần (\"\")",
            en: "write a quote inside a field twice (\"\")")
    }
}
