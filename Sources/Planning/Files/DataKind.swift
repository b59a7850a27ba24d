internal import DataFiles
package import Diagnostics
package import Values

/// The kinds of files a workspace is made of; the raw value is the file's name without its ending.
package enum DataKind: String, Hashable, Sendable, CaseIterable {
    case agency = "co-quan"
    case programme = "ke-hoach"
    case indicators = "chi-tieu"
    case estimate = "du-toan"
    case log = "hoat-dong"
    case report = "bao-cao"
    /// An outline of the agency's own, in the folder of that name.
    case outline = "de-cuong"
    /// A form of figures of the agency's own, in the folder of that name.
    case tableForm = "bieu"
    /// Định mức chi.
    case norms = "dinh-muc"
    /// Sổ giải ngân.
    case payments = "giai-ngan"

    /// The title of the kind, in Vietnamese.
    package var title: String { schema.title }

    /// The JSON Schema (draft 2020-12) of the kind, for editors that complete and check YAML and JSON.
    package var jsonSchema: Value { schema.jsonSchema }

    /// The JSON Schema of a plan's or the reports' file with that outline: one of the folder's own, a file's, or a shipped one.
    ///
    /// Nil where there is none of that name, and for other kinds, which have no outline. Throws what is wrong with an outline's file.
    package func schema(outline name: String, in folder: String) throws(Failure) -> Value? {
        guard self == .programme || self == .report else { return nil }
        let outline: Outline?
        if name.contains("/") || [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
            var reading = DataReading(file: name)
            outline = reading.read(try SourceNode(opening: name), as: Outline.form)
            try reading.finish()
        } else {
            outline = Outline.named(name, in: folder)
        }
        return outline.map { outline in
            let root =
                self == .report
                ? ReportFile.form(of: outline).description : ProgrammeFile.form(of: outline).description
            return DataSchema(title: outline.title, files: "", root: root).jsonSchema
        }
    }

    /// What the forms by which files of the kind are read say of them.
    var schema: DataSchema {
        switch self {
        case .agency:
            DataSchema(
                title: "Cơ quan", files: "`co-quan.yaml` (hoặc `.yml`, `.json`), bắt buộc",
                root: Agency.form.description)
        case .programme:
            DataSchema(
                title: "Kế hoạch", files: "`ke-hoach.yaml` (hoặc `.yml`, `.json`), bắt buộc",
                root: ProgrammeFile.form.description)
        case .indicators:
            DataSchema(
                title: "Chỉ tiêu",
                files: "`chi-tieu.yaml` (hoặc `.yml`, `.json`), hoặc bảng `chi-tieu.xlsx`, `.ods`, `.csv`",
                root: IndicatorFile.form.description)
        case .estimate:
            DataSchema(
                title: "Dự toán kinh phí năm",
                files:
                    "`du-toan/2021.yaml` hoặc `du-toan-2021.yaml` (hoặc `.yml`, `.json`), mỗi năm một tệp; các dòng có thể nằm ở bảng cùng tên: `du-toan/2021.xlsx`, `.ods`, `.csv`",
                root: EstimateFile.form.description)
        case .log:
            DataSchema(
                title: "Nhật ký hoạt động",
                files:
                    "`hoat-dong.csv`, dòng đầu là tên cột, ngăn cách bằng `,` hoặc `;`; hoặc bảng `hoat-dong.xlsx`, `.ods`",
                root: LogRow.fileForm.description)
        case .report:
            DataSchema(
                title: "Báo cáo định kỳ", files: "`bao-cao.yaml` (hoặc `.yml`, `.json`)",
                root: ReportFile.form.description)
        case .outline:
            DataSchema(
                title: "Đề cương",
                files: "`de-cuong/TÊN.yaml` (hoặc `.yml`, `.json`), dùng ở khóa `de_cuong` của kế hoạch",
                root: Outline.form.description)
        case .norms:
            DataSchema(
                title: "Định mức chi",
                files: "`dinh-muc.yaml` (hoặc `.yml`, `.json`), hoặc bảng `dinh-muc.xlsx`, `.ods`, `.csv`",
                root: NormFile.form.description)
        case .payments:
            DataSchema(
                title: "Sổ giải ngân",
                files: "`giai-ngan.yaml` (hoặc `.yml`, `.json`), hoặc bảng `giai-ngan.xlsx`, `.ods`, `.csv`",
                root: PaymentFile.form.description)
        case .tableForm:
            DataSchema(
                title: "Biểu số liệu",
                files: "`bieu/TÊN.yaml` (hoặc `.yml`, `.json`), dùng với `vanthu du-toan … --bieu TÊN`",
                root: TableForm.form.description)
        }
    }
}

extension DataKind {
    /// The data dictionary of all kinds, in Markdown and Vietnamese.
    package static var dictionary: String {
        introduction + allCases.map(\.schema.chapter).joined() + outlineChapter + formChapter
    }

    /// The shipped forms of figures.
    private static var formChapter: String {
        """

        ## Biểu đi kèm

        Tên ghi sau `--bieu`; `vanthu mau TÊN -o bieu/TÊN.yaml` chép ra để sửa thành biểu của đơn vị.

        | Biểu | Tiêu đề | Số biểu |
        |---|---|---|

        """
            + TableForm.shippedFiles.map { name, _ in
                let form = TableForm.shipped(name)
                return "| `\(name)` | \(form?.title ?? "") | \(form?.number ?? "") |\n"
            }.joined()
    }

    /// What each shipped outline of plans asks of the plan's file.
    private static var outlineChapter: String {
        var text = """

            ## Đề cương đi kèm

            Tên ghi ở khóa `de_cuong` của kế hoạch; `vanthu tao THƯ-MỤC --de-cuong TÊN` tạo hồ sơ mẫu, `vanthu mau TÊN -o de-cuong/TÊN.yaml` chép ra để sửa.

            """
        for (name, title, summary) in StarterWorkspace.outlines {
            guard let outline = Outline.shipped(name) else { continue }
            text += "\n### `\(name)`\n\n\(title). \(summary)\n"
            let required = outline.required.map { "`\($0)`" }.joined(separator: ", ")
            if !required.isEmpty { text += "\nKhông được thiếu: \(required).\n" }
            let slots = outline.slots.dataFields.map(\.description)
            guard !slots.isEmpty else { continue }
            text += "\n| Khóa riêng | Kiểu | Bắt buộc | Ý nghĩa |\n|---|---|:-:|---|\n"
            for slot in slots {
                let mark = slot.presence == .required ? "×" : ""
                text += "| `\(slot.key)` | \(slot.form.name.vietnamese) | \(mark) | \(slot.help) |\n"
            }
        }
        return text
    }

    private static let introduction = """
        # Từ điển dữ liệu

        Trang này được lập từ chính mô tả mà chương trình dùng để đọc các tệp; không sửa bằng tay.

        Mỗi kế hoạch là một thư mục gồm các tệp dưới đây. Khóa viết bằng chữ thường không dấu; giá trị viết tiếng Việt bình thường.
        Khóa để trống coi như không có.

        Cách viết các kiểu giá trị:

        - **các đoạn văn**: một danh sách, hoặc một khối chữ sau dấu `|` mà mỗi dòng là một đoạn.
        - **số, số tiền**: `1500000`, hoặc `"1.500.000"`; phần thập phân `0.5` hoặc `"0,5"`. Không viết `150.000` ngoài ngoặc kép: có thể hiểu hai cách.
        - **ngày**: `15/3/2021` hoặc `2021-03-15`.
        - **thời gian**: `2021`, `2020-2022`, `từ 2022`, `đến 2025`, `hằng năm`, `hằng năm đến 2025`.
        - **kỳ báo cáo**: tháng `2021-03`, quý `2021-Q1`, 6 tháng `2021-H1`, `2021-H2`, 9 tháng `2021-9M`, năm `2021`.
        - **năm → …**: mỗi năm một dòng, `2021: 240`.

        """
}
