internal import Checking
internal import Diagnostics
internal import Regulations
internal import VanThu

/// Dropping documents to be checked, and the table of what was found.
enum CheckPages {
    static let routes: [Route] = [
        .get("kiem-tra") { visit, _ in list(visit) },
        .post("kiem-tra") { visit, _ throws(Failure) in try take(visit) },
        .get("kiem-tra/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            try CheckResultPage(record(pieces[0], visit), visit).answer
        },
        .get("kiem-tra/*/trang/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            let record = try record(pieces[0], visit)
            guard let picture = try MarkedPages.picture(named: pieces[1], in: record.folder, on: visit.site)
            else { return visit.refusalPage(.noSuchPage) }
            return .picture(picture)
        },
        .post("kiem-tra/*/ban-sua") { visit, pieces throws(Failure) in
            try mended(record(pieces[0], visit), visit)
        },
        .post("kiem-tra/*/ban-nhan-xet") { visit, pieces throws(Failure) in
            let record = try record(pieces[0], visit)
            let review = try record.review(on: visit.site)
            let bytes = try review.annotated(in: visit.language)
            return .download(.bytes(bytes), named: copyName(record, review, "nhan-xet"))
        },
        .post("kiem-tra/*/xoa") { visit, pieces throws(Failure) in
            OwnFiles.remove(try record(pieces[0], visit).folder)
            return .seeOther("/kiem-tra")
        },
    ]

    private static func record(_ id: String, _ visit: Visit) throws(Failure) -> CheckRecord {
        guard let record = CheckRecord(id, of: visit.person?.name ?? "", on: visit.site) else {
            throw Failure(.noSuchCheck())
        }
        return record
    }

    private static func copyName(_ record: CheckRecord, _ review: DocumentReview, _ suffix: String) -> String
    { "\(nameParts(record.name).stem)-\(suffix).\(review.fileExtension ?? "docx")" }

    // MARK: The list

    private static let standards: [(Clerk.CheckStandard, Wording)] = [
        (.auto, Wording("Theo cơ quan ban hành", en: "By the issuing office")),
        (.nd30, Wording("Nghị định 30/2020/NĐ-CP", en: "Decree 30/2020/NĐ-CP")),
        (.hd05, Wording("Hướng dẫn 05-HD/VPTW (Đảng)", en: "Guidance 05-HD/VPTW (Party)")),
        (
            .hd36,
            Wording(
                "Hướng dẫn 36-HD/VPTW (Đảng, trước 27/5/2026)",
                en: "Guidance 36-HD/VPTW (Party, until 27/5/2026)")
        ),
    ]

    private static func list(_ visit: Visit, fault: String? = nil, diagnostics: [Diagnostic] = []) -> Answer {
        let title = visit.say("Kiểm tra thể thức văn bản", en: "Check the format of documents")
        let options = standards.map {
            "<option value=\"\($0.0.rawValue)\">\($0.1.text(in: visit.language))</option>" as HTML
        }
        let records = CheckRecord.all(of: visit.person?.name ?? "", on: visit.site)
        return visit.page(
            title,
            """
            <h1>\(title)</h1>
            \(fault.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(visit.faults(diagnostics), if: !diagnostics.isEmpty)
            <form method="post" action="/kiem-tra" enctype="multipart/form-data" class="the" data-cho="\(visit.say("Đang kiểm tra …", en: "Checking …"))">
            \(visit.csrf)
            <div class="o"><label for="tep">\(visit.say("Thả văn bản vào đây, hoặc bấm để chọn", en: "Drop documents here, or choose them"))</label>
            <input type="file" id="tep" name="tep" multiple accept=".docx,.odt,.doc,.rtf,.docm,.dotx,.fodt" aria-describedby="tep-gt">
            <p class="giai-thich" id="tep-gt">\(visit.say("DOCX, ODT, DOC; một hay nhiều tệp, tổng cộng đến 64 MB. Tệp gốc không bị thay đổi, và chỉ bạn xem được.", en: "DOCX, ODT, DOC; one or several, up to 64 MB together. The files are not changed, and only you can see them."))</p></div>
            <details><summary>\(visit.say("Cả thư mục, quy định khác", en: "A whole folder, another regulation"))</summary>
            <div class="o"><label for="thu-muc">\(visit.say("Cả thư mục", en: "A whole folder"))</label><input class="nho" type="file" id="thu-muc" name="tep" webkitdirectory multiple></div>
            <div class="o"><label for="quy_dinh">\(visit.say("Quy định", en: "Regulation"))</label><select id="quy_dinh" name="quy_dinh">\(options)</select></div></details>
            <div class="hang-nut"><button>\(visit.say("Kiểm tra", en: "Check"))</button></div>
            </form>
            \(table(records, visit), if: !records.isEmpty)
            """, in: .check, status: diagnostics.isEmpty ? 200 : 422)
    }

    private static func table(_ records: [CheckRecord], _ visit: Visit) -> HTML {
        let rows = records.prefix(200).map { record -> HTML in
            let words = (OwnFiles.text(of: record.sums) ?? "").split(separator: " ").map(String.init)
            let numbers = words.count == 4 ? Array(words.dropFirst()) : ["", "", ""]
            let heads = [
                visit.say("lỗi", en: "errors"), visit.say("cảnh báo", en: "warnings"),
                visit.say("lưu ý", en: "notes"),
            ]
            let cells = zip(heads, numbers).map { "<td class=\"so\" data-ten=\"\($0)\">\($1)</td>" as HTML }
            return """
                <tr><td><a href="/kiem-tra/\(record.id)">\(record.name)</a></td><td data-ten="\(visit.say("quy định", en: "regulation"))">\(words.first.map { $0 == "-" ? visit.say("không kiểm tra", en: "not checked") : $0 } ?? "")</td>\(cells)<td>\(visit.moment(record.time))</td></tr>
                """
        }
        return """
            <h2>\(visit.say("Đã kiểm tra", en: "Checked before"))</h2>
            <div class="bang-cuon" tabindex="0" role="region" aria-label="\(visit.say("Đã kiểm tra", en: "Checked before"))"><table class="gap"><thead><tr><th scope="col">\(visit.say("Văn bản", en: "Document"))</th><th scope="col">\(visit.say("Quy định", en: "Regulation"))</th><th scope="col" class="so">\(visit.say("Lỗi", en: "Errors"))</th><th scope="col" class="so">\(visit.say("Cảnh báo", en: "Warnings"))</th><th scope="col" class="so">\(visit.say("Lưu ý", en: "Notes"))</th><th scope="col">\(visit.say("Lúc", en: "When"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    // MARK: Taking documents

    private static func take(_ visit: Visit) throws(Failure) -> Answer {
        let standard = Clerk.CheckStandard(rawValue: visit.request.form["quy_dinh"] ?? "") ?? .auto
        let isOne = visit.request.uploads.count == 1
        // A folder may hold anything: only documents are taken out of it.
        let documents = visit.request.uploads.filter { upload in
            isOne
                || ["docx", "odt", "doc", "rtf", "docm", "dotx", "fodt", "ott"].contains(
                    nameParts(upload.name).ending)
        }
        guard !documents.isEmpty else {
            return list(visit, fault: visit.say("Chưa chọn văn bản nào.", en: "No document was chosen."))
        }
        var last = ""
        var secret: [Diagnostic] = []
        for upload in documents {
            guard try check(upload, by: standard, visit, &last) else {
                secret.append(.secret(upload.name))
                continue
            }
        }
        // The others were checked and stand in the list.
        guard secret.isEmpty else { return list(visit, diagnostics: secret) }
        return .seeOther(documents.count == 1 ? "/kiem-tra/\(last)" : "/kiem-tra")
    }

    /// Checks a document and keeps what came of it; false, and nothing is kept, where it carries a mark of secrecy.
    private static func check(
        _ upload: Upload, by standard: Clerk.CheckStandard, _ visit: Visit, _ id: inout String
    ) throws(Failure) -> Bool {
        if SheetView.isWorkbook(upload.name), let bytes = OwnFiles.bytes(of: upload.path),
            Secrecy.mark(in: bytes, named: upload.name) != nil
        {
            return false
        }
        let record = try CheckRecord.make(
            of: upload, by: standard, for: visit.person?.name ?? "", on: visit.site)
        let review: DocumentReview
        do throws(Failure) { review = try record.review(on: visit.site) } catch {
            OwnFiles.remove(record.folder)
            throw error
        }
        guard review.secrecyMark == nil else {
            OwnFiles.remove(record.folder)
            return false
        }
        let checked = review.checked
        let counts = [Severity.error, .warning, .note].map { String(checked.count($0)) }
        let words = [checked.standard?.rawValue ?? "-"] + counts
        try OwnFiles.write(words.joined(separator: " "), to: record.sums)
        id = record.id
        return true
    }

    private static func mended(_ record: CheckRecord, _ visit: Visit) throws(Failure) -> Answer {
        let chosen = Set(visit.request.form.all("sua").compactMap { Int($0) })
        let review = try record.review(on: visit.site)
        guard !chosen.isEmpty else {
            return CheckResultPage(
                record, review, visit,
                fault: visit.say("Chưa chọn chỗ nào để sửa.", en: "Nothing was chosen to be mended.")
            ).answer
        }
        let (bytes, _) = try review.mended(chosen)
        return .download(.bytes(bytes), named: copyName(record, review, "da-sua"))
    }
}

extension Diagnostic {
    fileprivate static func noSuchCheck() -> Diagnostic {
        .error(
            "pages.no-such-check", at: .argument("kiem-tra"),
            "không có lần kiểm tra này, hoặc đã quá hạn giữ",
            en: "there is no such check, or it has been kept long enough",
            fix: "thả lại văn bản ở trang Kiểm tra", en: "drop the document again on the page Check")
    }
}
