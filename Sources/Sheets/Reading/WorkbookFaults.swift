internal import Container
internal import Diagnostics

extension Workbook {
    /// What a file is that is no archive at all; nil for an archive.
    static func foreign(_ bytes: [UInt8], file: String) -> Diagnostic? {
        guard !bytes.starts(with: [0x50, 0x4B]), !bytes.isEmpty else { return nil }
        switch CompoundFile(bytes)?.content {
        case .encrypted: return .sheetPassword(file)
        case .workbook: return .oldExcel(file)
        case .wordDocument, .other, nil: return .noWorkbook(file)
        }
    }
}

extension Diagnostic {
    static func oldExcel(_ file: String) -> Diagnostic {
        .error(
            "sheets.old-excel", at: .file(file), "đây là tệp Excel đời cũ (.xls)",
            en: "this is an old Excel file (.xls)",
            fix: "mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx; đổi đuôi tệp là chưa đủ",
            en: "open it in Excel or LibreOffice and save it as .xlsx; renaming it is not enough")
    }

    static func sheetPassword(_ file: String) -> Diagnostic {
        .error(
            "sheets.password", at: .file(file), "bảng tính được đặt mật khẩu mở tệp",
            en: "the workbook has a password",
            fix:
                "mở bằng Excel với mật khẩu, vào Tệp > Thông tin > Bảo vệ sổ làm việc, bỏ mật khẩu rồi lưu lại",
            en: "open it in Excel, remove the password under File > Info > Protect Workbook, and save it")
    }

    static func noWorkbook(_ file: String) -> Diagnostic {
        .error(
            "sheets.not-a-workbook", at: .file(file), "đây không phải là bảng tính .xlsx hay .ods",
            en: "this is no .xlsx or .ods workbook",
            fix: "mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx; đổi đuôi tệp là chưa đủ",
            en: "open it in Excel or LibreOffice and save it as .xlsx; renaming it is not enough")
    }

    static func macros(_ file: String) -> Diagnostic {
        .error(
            "sheets.macros", at: .file(file), "bảng tính có macro; macro không bao giờ được chạy ở đây",
            en: "the workbook has macros, which are never run here",
            fix: "lưu lại thành “Sổ làm việc Excel (.xlsx)”, không phải .xlsm",
            en: "save it as “Excel Workbook (.xlsx)”, not .xlsm")
    }

    static func brokenWorkbook(_ detail: String, file: String) -> Diagnostic {
        .error(
            "sheets.broken", at: .file(file), "bảng tính bị hỏng (mã kỹ thuật: \(detail))",
            en: "the workbook is broken (\(detail))", fix: "mở bằng Excel hoặc LibreOffice rồi lưu lại",
            en: "open it in Excel or LibreOffice and save it again")
    }

    static func brokenSheet(_ detail: String, at place: Location) -> Diagnostic {
        .error(
            "sheets.broken", at: place, "trang tính bị hỏng (mã kỹ thuật: \(detail))",
            en: "the sheet is broken (\(detail))", fix: "mở bằng Excel hoặc LibreOffice rồi lưu lại",
            en: "open it in Excel or LibreOffice and save it again")
    }

    static func noSheets(_ file: String) -> Diagnostic {
        .error(
            "sheets.no-sheets", at: .file(file), "bảng tính không có trang nào",
            en: "the workbook has no sheets", fix: "dùng tệp có ít nhất một trang tính",
            en: "use a workbook with a sheet")
    }

    static func unknownSheet(_ name: String, among names: [String], file: String) -> Diagnostic {
        let known = names.map { "“\($0)”" }.joined(separator: ", ")
        return Diagnostic(
            "sheets.unknown-sheet",
            Wording("không có trang tính “\(name)”", en: "there is no sheet “\(name)”"), at: .file(file),
            fix: nearestName(to: name, among: names).map { Wording("viết “\($0)”", en: "write “\($0)”") }
                ?? Wording("dùng một trong: \(known)", en: "use one of: \(known)"))
    }

    static func outsideSheet(_ detail: String, at place: Location) -> Diagnostic {
        .error(
            "sheets.outside", at: place, "có ô nằm ngoài giới hạn của trang tính (\(detail))",
            en: "a cell lies outside what a sheet can hold (\(detail))",
            fix: "mở bằng Excel hoặc LibreOffice rồi lưu lại",
            en: "open it in Excel or LibreOffice and save it again")
    }

    static func emptyRows(_ count: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            "sheets.empty-rows",
            Wording(
                "trang tính có hơn \(count) hàng trống liền nhau, chỉ có định dạng",
                en: "the sheet has more than \(count) rows one after another that hold nothing but formatting"
            ), at: place,
            fix: Limit.emptyRowCount.mend(
                Wording(
                    "chọn các hàng trống bên dưới bảng, xóa hẳn (Delete Rows), rồi lưu lại",
                    en: "select the empty rows below the table, delete them and save the file")))
    }

    static func repeatedRows(_ count: Int, at place: Location) -> Diagnostic {
        .error(
            "sheets.repeated-rows", at: place, "có \(count) hàng giống hệt nhau",
            en: "there are \(count) rows that are all the same", fix: "xóa các hàng thừa",
            en: "delete the surplus rows")
    }
}
