internal import Checking
internal import Diagnostics
internal import Printing
internal import Regulations
internal import VanThu

/// What was found in a document, beside its pages.
struct CheckResultPage {
    private let record: CheckRecord
    private let review: DocumentReview
    private let visit: Visit
    private let fault: String?

    init(_ record: CheckRecord, _ visit: Visit) throws(Failure) {
        self.init(record, try record.review(on: visit.site), visit, fault: nil)
    }

    init(_ record: CheckRecord, _ review: DocumentReview, _ visit: Visit, fault: String?) {
        (self.record, self.review, self.visit, self.fault) = (record, review, visit, fault)
    }

    private var checked: CheckedDocument { review.checked }

    private func say(_ vietnamese: String, en english: String) -> String {
        visit.say(vietnamese, en: english)
    }

    var answer: Answer {
        let trail = [(link: "/kiem-tra", name: say("Kiểm tra", en: "Check"))]
        guard checked.verdict == .judged else {
            let summary =
                checked.verdict == .ownRules || checked.verdict == .legislation
                ? say(
                    "Chỉ xét chữ, dấu, chính tả, số liệu.",
                    en: "Only words, marks, spelling and figures were judged.")
                : say("Văn bản không được kiểm tra.", en: "The document was not checked.")
            return visit.page(
                record.name,
                """
                <h1>\(record.name)</h1><p class="thong-bao canh-bao">\(summary)</p>\(visit.faults(checked.diagnostics))
                """, in: .check, trail: trail)
        }
        let printed = pages
        return visit.page(
            record.name,
            """
            <h1>\(record.name)</h1>
            \(fault.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(sums)
            \(visit.faults(checked.messages), if: !checked.messages.isEmpty)
            <div class="soat">
            <section aria-labelledby="tieu-de-nx"><h2 id="tieu-de-nx" class="an">\(say("Nhận xét", en: "Remarks"))</h2>\(remarks(printed.pages))</section>
            <section class="cac-trang" aria-labelledby="tieu-de-trang"><h2 id="tieu-de-trang" class="an">\(say("Các trang", en: "Pages"))</h2>\(printed.html)</section>
            </div>
            """, in: .check, trail: trail)
    }

    private var sums: HTML {
        let counts = [
            (Severity.error, say("lỗi", en: "errors")), (.warning, say("cảnh báo", en: "warnings")),
            (.note, say("lưu ý", en: "notes")),
        ]
        let items = counts.map { severity, name in
            "<li><span class=\"muc-do \(Visit.className(of: severity))\">\(checked.findings.count { $0.severity == severity })</span> \(name)</li>"
                as HTML
        }
        let standard = "<li>\(say("Theo", en: "By")) \(checked.standard?.rawValue ?? "")</li>" as HTML
        guard !checked.findings.isEmpty else {
            return
                "<p class=\"thong-bao tot\">\(say("Không thấy lỗi thể thức nào.", en: "No fault of format was found."))</p><ul class=\"tong\">\(standard)</ul>"
        }
        return "<ul class=\"tong\">\(items)\(standard)</ul>"
    }

    // MARK: Remarks

    private func remarks(_ pages: MarkedPages?) -> HTML {
        let canBeMended = checked.findings.contains { $0.canBeMended } && review.refusal == nil
        let items = checked.findings.enumerated().map { index, finding in
            remark(finding, index, on: pages?.spots[index]?.page, canBeMended: canBeMended)
        }
        let buttons: HTML = """
            <div class="hang-nut dinh">
            \("<button>\(say("Tải bản đã sửa", en: "Download the mended copy"))</button><button type=\"button\" class=\"nhe\" data-chon=\"het\" hidden>\(say("Chọn hết", en: "Choose all"))</button><button type=\"button\" class=\"nhe\" data-chon=\"khong\" hidden>\(say("Bỏ chọn", en: "None"))</button>" as HTML, if: canBeMended)
            \("<button class=\"phu-nut\" formaction=\"/kiem-tra/\(record.id)/ban-nhan-xet\">\(say("Tải bản có nhận xét", en: "Download with comments"))</button>" as HTML, if: review.refusal == nil && !checked.findings.isEmpty)
            <button class="phu-nut" formaction="/kiem-tra/\(record.id)/xoa">\(say("Xóa khỏi máy chủ", en: "Remove from the server"))</button>
            </div>
            """
        return """
            <form method="post" action="/kiem-tra/\(record.id)/ban-sua">\(visit.csrf)
            \(buttons)
            \(review.refusal.map { visit.faults([$0]) })
            <ol class="nhan-xet">\(items)</ol></form>
            """
    }

    private func remark(_ finding: Finding, _ index: Int, on page: Int?, canBeMended: Bool) -> HTML {
        let more = finding.furtherPlaces
        let rule = finding.rule
        return """
            <li id="nx-\(index + 1)" data-nx="\(index)">
            <p class="dau-muc"><span class="so">\(index + 1)</span><span class="muc-do \(Visit.className(of: finding.severity))">\(finding.severity.name(in: visit.language))</span>
            <span class="phu">\(page.map { say("trang \($0)", en: "page \($0)") } ?? "")</span></p>
            <p class="thay">\(visit.sentence(finding.found.text(in: visit.language)))</p>
            \("<p class=\"trich\">“\(finding.excerpt)”\(more > 0 ? say(" và \(more) chỗ nữa", en: " and \(more) more places") : "")</p>" as HTML, if: !finding.excerpt.isEmpty)
            <p>\(say("Đúng", en: "Right")): \(finding.right.text(in: visit.language))</p>
            \("<p class=\"chon\"><label><input type=\"checkbox\" name=\"sua\" value=\"\(index)\" checked>\(say("Sửa chỗ này", en: "Mend this"))</label></p>" as HTML, if: canBeMended && finding.canBeMended)
            <details><summary>\(say("Quy định và ví dụ", en: "Rule and example"))</summary><dl>
            <dt>\(say("Căn cứ", en: "Source"))</dt><dd>\(finding.clause)</dd>
            <dt>\(say("Giải thích", en: "Explanation"))</dt><dd>\(rule.explanation.text(in: visit.language))</dd>
            <dt>\(say("Ví dụ đúng", en: "Right"))</dt><dd>\(rule.right)</dd><dt>\(say("Ví dụ sai", en: "Wrong"))</dt><dd>\(rule.wrong)</dd>
            <dt>\(say("Mã", en: "Code"))</dt><dd>\(rule.code.rawValue)</dd></dl></details></li>
            """
    }

    // MARK: Pages

    private var pages: (html: HTML, pages: MarkedPages?) {
        do throws(Failure) {
            let pages = try MarkedPages.kept(
                in: record.folder, remarks: checked.findings.count, on: visit.site
            ) { office throws(Failure) in try review.printed(by: office) }
            let remarks = checked.findings.enumerated().map { index, finding in
                MarkedPages.Remark(
                    index: index, severity: finding.severity, text: finding.found.text(in: visit.language))
            }
            let figures = pages.sizes.indices.map {
                pages.figure(
                    ofPage: $0 + 1, picture: "/kiem-tra/\(record.id)/trang/\($0 + 1).jpg", remarks, visit)
            }
            return ("\(figures)", pages)
        } catch { return (visit.faults(error.diagnostics), nil) }
    }
}
