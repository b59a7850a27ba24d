internal import Diagnostics
internal import VanThu

/// The form of a template, with what has been typed and what is wrong with it.
struct FillForm {
    private let template: FillTemplate
    private let questions: [TemplateQuestion]
    private let fields: [String: String]
    private let answers: Answers
    private let visit: Visit
    /// Rows of lists beyond those with something in them.
    private static let spareRows = 1

    init(_ template: FillTemplate, _ form: Fields, _ visit: Visit) throws(Failure) {
        self.template = template
        self.visit = visit
        questions = try template.questions()
        fields = Dictionary(form.entries.map { ($0.name, $0.value) }) { first, _ in first }
        answers = Answers(questions, form)
    }

    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    /// `adding` is a list that gets further rows; an imported document has just filled in what it says.
    ///
    /// `remarks` are on a document that could be made; the form comes back with their `seal` once they have been seen.
    func page(
        faults: [String: String] = [:], diagnostics: [Diagnostic] = [], remarks: [Diagnostic] = [],
        seal: String = "", adding: String? = nil, isImported: Bool = false
    ) throws(Failure) -> Answer {
        let state = State(faults: faults, adding: adding)
        let inputs = questions.map { input($0, at: "d.\($0.name)", state) }
        let formats = ["docx", "odt", "pdf"].filter { $0 != "odt" || template.odt != nil }.filter {
            $0 != "docx" || template.docx != nil
        }
        let buttons = formats.enumerated().map { index, format -> HTML in
            "<button name=\"dang\" value=\"\(format)\"\(" class=\"phu-nut\"" as HTML, if: index > 0)>\(say("Tải", en: "Download")) \(format.uppercased())</button>"
        }
        let onlyBlank =
            !faults.isEmpty && faults.values.allSatisfy { $0 == say("Chưa điền", en: "Not filled in") }
        let links = faults.sorted { $0.key < $1.key }.map {
            "<li><a href=\"#\($0.key)\">\(answers.label(of: $0.key)): \($0.value)</a></li>" as HTML
        }
        return visit.page(
            template.title,
            """
            <h1>\(template.title)</h1>
            \(imported, if: isImported)
            \(visit.faults(diagnostics), if: !diagnostics.isEmpty)
            \("<p class=\"thong-bao canh-bao\" role=\"alert\">\(say("Lập được văn bản, nhưng có \(remarks.count) chỗ cần xem. Sửa rồi tải; hoặc bấm Tải lần nữa để lấy như vậy.", en: "The document can be made, with \(remarks.count) remarks on it. Mend and download; or press Download once more to have it as it is."))</p>\(visit.faults(remarks))" as HTML, if: !remarks.isEmpty)
            \("<div class=\"thong-bao loi\" role=\"alert\"><p>\(say("Còn \(faults.count) chỗ cần xem:", en: "To be looked at: \(faults.count)"))</p><ul>\(links)</ul></div>" as HTML, if: !faults.isEmpty)
            <p><a href="/dien/\(template.id)/lo">\(say("Điền hàng loạt từ bảng Excel", en: "Fill many from an Excel sheet"))</a></p>
            <p class="phu">\(say("Những gì đã điền được giữ cho lần sau.", en: "What is filled in is kept for the next time."))</p>
            <form method="post" action="/dien/\(template.id)" class="bieu-mau" data-giu>\(visit.csrf)\(visit.firstButton)\("<input type=\"hidden\" name=\"da_xem\" value=\"\(seal)\">" as HTML, if: !remarks.isEmpty)
            \(inputs)
            \("<p class=\"chon\"><label><input type=\"checkbox\" name=\"bo_trong\" value=\"1\">\(say("Vẫn tạo văn bản, để trống các chỗ chưa điền", en: "Make it all the same, with blanks left blank"))</label></p>" as HTML, if: onlyBlank)
            <div class="hang-nut dinh">\(buttons)</div>
            </form>
            """, in: .fill, trail: [("/dien", say("Điền mẫu", en: "Fill a form"))],
            status: faults.isEmpty && diagnostics.isEmpty ? 200 : 422)
    }

    private var imported: HTML {
        let back: HTML =
            "<form method=\"post\" action=\"/dien/\(template.id)/lay-lai\">\(visit.csrf)<button class=\"phu-nut\">\(say("Lấy lại những gì đã điền trước đó", en: "Take back what was filled in before"))</button></form>"
        return """
            <div class="thong-bao canh-bao" role="status"><p>\(say("Các ô dưới đây được điền từ văn bản vừa nhập; xem lại từng ô trước khi tải.", en: "The fields below say what the imported document says; look at each before you download."))</p>\(back, if: template.hasValuesBefore(of: visit.person?.name ?? "", on: visit.site))</div>
            """
    }

    private struct State {
        let faults: [String: String]
        let adding: String?
    }

    private func input(_ question: TemplateQuestion, at path: String, _ state: State) -> HTML {
        switch question.kind {
        case .group(let inner):
            return
                "<fieldset><legend>\(question.label)</legend>\(inner.map { input($0, at: "\(path).\($0.name)", state) })</fieldset>"
        case .rows(let inner): return rows(inner, of: question, at: path, state)
        case .truth:
            return
                "<p class=\"chon\"><label><input type=\"checkbox\" id=\"\(path)\" name=\"\(path)\" value=\"1\"\(" checked" as HTML, if: fields[path] != nil)>\(question.label)</label></p>"
        case .picture:
            return
                "<p class=\"phu\">\(question.label): \(say("ảnh chỉ điền được bằng dòng lệnh.", en: "a picture can be filled in on the command line only."))</p>"
        case .line, .number, .money, .date, .paragraphs, .list: return field(question, at: path, state)
        }
    }

    private func field(_ question: TemplateQuestion, at path: String, _ state: State) -> HTML {
        let value = fields[path] ?? ""
        let fault = state.faults[path]
        let help: String? =
            switch question.kind {
            case .list: say("Mỗi dòng một mục.", en: "One item a line.")
            case .paragraphs:
                say("Mỗi đoạn cách nhau một dòng trống.", en: "Paragraphs apart by a blank line.")
            case .date: say("Ngày/tháng/năm, như 05/01/2026.", en: "Day/month/year, such as 05/01/2026.")
            case .money: say("Đồng, như 1.500.000.", en: "Đồng, such as 1.500.000.")
            case .number: say("Như 1.234,5.", en: "Such as 1.234,5.")
            default: nil
            }
        let described = [help == nil ? nil : "\(path)-gt", fault == nil ? nil : "\(path)-loi"].compactMap {
            $0
        }.joined(separator: " ")
        let attributes: HTML =
            "id=\"\(path)\" name=\"\(path)\"\(" aria-describedby=\"\(described)\"" as HTML, if: !described.isEmpty)\(" aria-invalid=\"true\"" as HTML, if: fault != nil)"
        let control: HTML =
            switch question.kind {
            case .list, .paragraphs:
                "<textarea \(attributes) rows=\"\(min(14, max(3, value.split(separator: "\n").count + 1)))\">\n\(value)</textarea>"
            case .date, .number, .money: "<input class=\"ngan\" \(attributes) value=\"\(value)\">"
            default: "<input \(attributes) value=\"\(value)\">"
            }
        return """
            <div class="o"><label for="\(path)">\(question.label)\(" <span class=\"bat-buoc\">(\(say("không bắt buộc", en: "optional")))</span>" as HTML, if: question.isOptional)</label>\(control)
            \(help.map { "<p class=\"giai-thich\" id=\"\(path)-gt\">\($0)</p>" as HTML })\(fault.map { "<p class=\"loi-o\" id=\"\(path)-loi\">\($0)</p>" as HTML })</div>
            """
    }

    private func rows(
        _ inner: [TemplateQuestion], of question: TemplateQuestion, at path: String, _ state: State
    ) -> HTML {
        let count =
            answers.rowCount(path)
            + (state.adding == path || answers.rowCount(path) == 0 ? Self.spareRows : 0)
        let sets = (0..<count).map { index -> HTML in
            let inputs = inner.map { input($0, at: "\(path).\(index).\($0.name)", state) }
            return "<fieldset><legend>\(question.label) \(index + 1)</legend>\(inputs)</fieldset>"
        }
        return """
            <section><h2>\(question.label)</h2>\(sets)<p><button class="phu-nut" name="them" value="\(path)">\(say("Thêm một mục", en: "Add one"))</button></p></section>
            """
    }
}
