extension DataSchema {
    /// The data dictionary of all kinds, in Markdown and Vietnamese.
    public static var dictionary: String {
        var text = """
            # Từ điển dữ liệu

            Trang này được lập từ chính mô tả mà chương trình dùng để đọc các tệp; không sửa bằng tay.

            Mỗi kế hoạch là một thư mục gồm các tệp dưới đây. Khóa viết bằng chữ thường không dấu; giá trị viết tiếng Việt bình thường.
            Khóa để trống coi như không có.

            Cách viết các kiểu giá trị:

            - **các đoạn văn**: một danh sách, hoặc một khối chữ sau dấu `|` mà mỗi dòng là một đoạn.
            - **số, số tiền**: `1500000`, hoặc `"1.500.000"`; phần thập phân `0.5` hoặc `"0,5"`. Không viết `150.000` ngoài ngoặc kép: có thể hiểu hai cách.
            - **ngày**: `15/3/2021` hoặc `2021-03-15`.
            - **thời gian**: `2021`, `2020-2022`, `từ 2022`, `đến 2025`, `hàng năm`, `hàng năm đến 2025`.
            - **kỳ báo cáo**: tháng `2021-03`, quý `2021-Q1`, 6 tháng `2021-H1`, `2021-H2`, 9 tháng `2021-9M`, năm `2021`.
            - **năm → …**: mỗi năm một dòng, `2021: 240`.

            """
        for kind in DataKind.allCases { text += DataSchema.of(kind).chapter }
        return text
    }

    private var chapter: String {
        var text = "\n## \(title)\n\nTệp: \(files).\n"
        for record in records {
            text += "\n### `\(record.name)`\n\n\(record.doc)\n\n"
            text += "| Khóa | Kiểu | Bắt buộc | Ý nghĩa |\n|---|---|:-:|---|\n"
            for field in record.fields {
                let required = field.presence == .required ? "×" : ""
                text += "| `\(field.name)` | \(field.type.vietnamese) | \(required) | \(field.meaning) |\n"
            }
        }
        return text
    }
}

extension Field {
    /// What the field means, and what each of its choices does.
    fileprivate var meaning: String {
        guard case .choice(let choices) = type else { return doc }
        return doc + " " + choices.map { "`\($0.name)`: \($0.doc)" }.joined(separator: "; ") + "."
    }
}
