internal import Charts
internal import Diagnostics
internal import TemplateLanguage

/// What a tag says of its chart: `{%bieu_do chi nhan=nguon gia_tri=so_tien kieu=cot rong=15cm}`.
struct ChartArguments: Hashable, Sendable {
    let kind: Chart.Kind
    /// The field of the labels, and those of the figures.
    let labels: String
    let numbers: [String]
    private let names: [String]
    private let title: String?
    /// Whether data say the title.
    let takesTitle: Bool
    let picture: PictureArguments

    /// Throws what is wrong with the first bad argument.
    init(_ arguments: [Tag.InsertionArgument], of words: TagSource) throws(Failure) {
        var kind = Chart.Kind.column
        var (labels, title): (String?, String?) = (nil, nil)
        var (numbers, names): ([String], [String]) = ([], [])
        var others: [Tag.InsertionArgument] = []
        for argument in arguments {
            switch argument.name {
            case Tag.chartName: break
            case "kieu", "kiểu", "type":
                guard let known = ChartArguments.kinds[argument.value.lowercased()] else {
                    throw Failure(.unknownChart(argument.value, words))
                }
                kind = known
            case "nhan", "nhãn", "labels": labels = argument.value
            case "gia_tri", "giá_trị", "values": numbers = ChartArguments.pieces(argument.value)
            case "chuoi", "chuỗi", "series": names = ChartArguments.pieces(argument.value)
            case let name where Tag.titleNames.contains(name): title = argument.value
            default: others.append(argument)
            }
        }
        picture = try PictureArguments(others, of: words)
        guard let labels, !labels.isEmpty, !numbers.isEmpty else { throw Failure(.chartWithoutFields(words)) }
        guard kind != .pie || numbers.count == 1 else { throw Failure(.pieOfSeveral(words)) }
        self.kind = kind
        self.labels = labels
        self.numbers = numbers
        self.names = names
        takesTitle = arguments.contains(where: \.isComputedTitle)
        self.title = takesTitle ? nil : title
    }

    /// What it asks of its value.
    var asked: DataFieldTree.Asked { .figures(label: labels, numbers: numbers) }

    private static func pieces(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    private static let kinds: [String: Chart.Kind] = [
        "cot": .column, "cột": .column, "column": .column, "cot_chong": .stackedColumn,
        "cột_chồng": .stackedColumn, "stacked": .stackedColumn, "thanh": .bar, "bar": .bar,
        "thanh_chong": .stackedBar, "thanh_chồng": .stackedBar, "stacked_bar": .stackedBar, "duong": .line,
        "đường": .line, "line": .line, "tron": .pie, "tròn": .pie, "pie": .pie, "tien_do": .timeline,
        "tiến_độ": .timeline, "timeline": .timeline,
    ]

    /// The chart of a table of figures: a series is called as the tag says, or as its field.
    ///
    /// `title` is the one that data say.
    func chart(of table: FigureTable, title given: String?) -> Chart {
        let title = (given ?? title).flatMap { $0.isEmpty ? nil : $0 }
        let series = table.columns.enumerated().map { place, values in
            Chart.Series(name: place < names.count ? names[place] : numbers[place], values: values)
        }
        return Chart(kind: kind, title: title, categories: table.labels, series: series)
    }

    /// More than can be read on a page.
    static let pointLimit = 2000

    /// What a reader who does not see the chart is told: the figures, as far as they go.
    func description(of chart: Chart) -> String {
        if let given = picture.description { return given }
        let limit = 300
        var text = chart.title.map { "Biểu đồ: \($0)." } ?? "Biểu đồ."
        for (place, category) in chart.categories.enumerated() {
            let figures = chart.series.compactMap { series in
                series.values[place].map { chart.series.count > 1 ? "\(series.name) \($0)" : $0 }
            }
            let more = " \(category): \(figures.joined(separator: ", "));"
            guard text.count + more.count <= limit else { return text + " …" }
            text += more
        }
        return text.hasSuffix(";") ? text.dropLast() + "." : text
    }
}

extension Diagnostic {
    fileprivate static func unknownChart(_ kind: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.unknown-chart", at: words.place,
            "thẻ “\(words.whole)”: không có kiểu biểu đồ “\(kind.prefix(40))”",
            en: "the tag “\(words.whole)”: there is no chart “\(kind.prefix(40))”",
            fix: "dùng kieu=cot, cot_chong, thanh, thanh_chong, duong, tron hoặc tien_do",
            en: "use type=column, stacked, bar, stacked_bar, line, pie or timeline")
    }

    fileprivate static func chartWithoutFields(_ words: TagSource) -> Diagnostic {
        .error(
            "template.chart-without-fields", at: words.place,
            "thẻ “\(words.whole)” chưa nói trường nào là nhãn, trường nào là số liệu",
            en: "the tag “\(words.whole)” does not say which fields are labels and figures",
            fix:
                "viết như {%bieu_do chi nhan=nguon gia_tri=so_tien}; nhiều chuỗi thì gia_tri=\"du_toan, thuc_hien\"",
            en: "write it like {%chart items labels=name values=amount}; several series: values=\"a, b\"")
    }

    fileprivate static func pieOfSeveral(_ words: TagSource) -> Diagnostic {
        .error(
            "template.not-a-pie", at: words.place,
            "thẻ “\(words.whole)”: biểu đồ tròn chỉ vẽ được một chuỗi số liệu",
            en: "the tag “\(words.whole)”: a pie shows one series only",
            fix: "giữ một trường ở gia_tri, hoặc dùng kieu=cot_chong",
            en: "keep one field in values, or use type=stacked")
    }

    static func negativePie(_ category: String, _ words: TagSource) -> Diagnostic {
        .error(
            "template.not-a-pie", at: words.place,
            "thẻ “\(words.whole)”: biểu đồ tròn không vẽ được số âm của “\(category.prefix(60))”",
            en: "the tag “\(words.whole)”: a pie cannot show the negative figure of “\(category.prefix(60))”",
            fix: "dùng kieu=cot", en: "use type=column")
    }

    static func longChart(_ words: TagSource) -> Diagnostic {
        .error(
            "template.chart-too-large", at: words.place,
            "thẻ “\(words.whole)”: biểu đồ có hơn \(ChartArguments.pointLimit) số",
            en: "the tag “\(words.whole)”: the chart has more than \(ChartArguments.pointLimit) figures",
            fix: "gộp bớt số liệu trước khi vẽ: nhom(\"…\"), ds[:20]",
            en: "put figures together first: group(\"…\"), items[:20]")
    }
}
