internal import Batches
internal import Container
internal import Diagnostics
internal import Printing
internal import Values
internal import VanThu

/// A template filled for each row of an Excel sheet: begun, watched, stopped, gone on with, taken away.
enum BatchPages {
    static let routes: [Route] = [
        .get("dien/*/lo", .signedIn, .slow) { visit, pieces throws(Failure) in
            try form(FillPages.template(pieces[0], visit), visit)
        },
        .get("dien/*/lo/bang", .signedIn, .slow) { visit, pieces throws(Failure) in
            let template = try FillPages.template(pieces[0], visit)
            let bytes = try BatchData.form(of: template.questions())
            return .download(.bytes(bytes), named: "\(nameParts(template.title).stem).xlsx")
        },
        .post("dien/*/lo") { visit, pieces throws(Failure) in
            try take(FillPages.template(pieces[0], visit), visit)
        },
        .get("lo/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            show(try job(pieces[0], visit), visit)
        },
        .post("lo/*/dung") { visit, pieces throws(Failure) in
            let job = try job(pieces[0], visit)
            visit.site.batches.stop(job)
            return .seeOther("/lo/\(job.id)")
        },
        .post("lo/*/tiep") { visit, pieces throws(Failure) in
            let job = try job(pieces[0], visit)
            visit.site.batches.start(job, on: visit.site)
            return .seeOther("/lo/\(job.id)")
        },
        .post("lo/*/xoa") { visit, pieces throws(Failure) in
            let job = try job(pieces[0], visit)
            // What is at work would write its documents anew.
            guard visit.site.batches.progress(of: job) == nil else { return .seeOther("/lo/\(job.id)") }
            OwnFiles.remove(job.folder)
            return .seeOther("/dien")
        },
        .get("lo/*/tai", .signedIn, .slow) { visit, pieces throws(Failure) in
            let job = try job(pieces[0], visit)
            let documents = job.documents
            guard !documents.isEmpty else { return .seeOther("/lo/\(job.id)") }
            var archive = ArchiveWriter()
            for name in documents {
                guard let bytes = OwnFiles.bytes(of: "\(job.output)/\(name)") else { continue }
                archive.add(name, bytes: bytes)
            }
            return .download(.bytes(try archive.bytes()), named: "\(nameParts(job.title).stem).zip")
        },
    ]

    private static func job(_ id: String, _ visit: Visit) throws(Failure) -> BatchJob {
        guard let job = BatchJob(id, of: visit.person?.name ?? "", on: visit.site) else {
            throw Failure(.noSuchBatch())
        }
        return job
    }

    // MARK: The form

    private static func form(
        _ template: FillTemplate, _ visit: Visit, fault: String? = nil, diagnostics: [Diagnostic] = []
    ) throws(Failure) -> Answer {
        let title = visit.say("Điền hàng loạt", en: "Fill many")
        let jobs = BatchJob.all(of: visit.person?.name ?? "", on: visit.site).map { job in
            "<li><a href=\"/lo/\(job.id)\">\(job.title)</a> <span class=\"phu\">\(job.dataName), \(visit.moment(job.time))</span></li>"
                as HTML
        }
        let formats = ["docx", "odt", "pdf"].filter { $0 != "odt" || template.odt != nil }.filter {
            $0 != "docx" || template.docx != nil
        }.map { "<option value=\"\($0)\">\($0.uppercased())</option>" as HTML }
        let names = visit.request.form["ten"] ?? "van-ban-{dong_so}"
        return visit.page(
            title,
            """
            <h1>\(title) <span class="phu">\(template.title)</span></h1>
            \(fault.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            \(visit.faults(diagnostics), if: !diagnostics.isEmpty)
            <p>\(visit.say("Mỗi dòng của bảng cho một văn bản. Cột không có trong bảng, hoặc trống cả cột, thì lấy giá trị đã điền ở biểu mẫu; ô trống của riêng một dòng là chưa điền.", en: "Each row of the sheet gives a document. What has no column, or a column that is blank throughout, is taken from the form as it was filled last; a blank cell of one row is not filled in."))</p>
            <p><a href="/dien/\(template.id)/lo/bang">\(visit.say("Tải bảng Excel có sẵn tên cột", en: "Download the sheet with the names of the columns"))</a></p>
            <form method="post" action="/dien/\(template.id)/lo" enctype="multipart/form-data" class="the" data-cho="\(visit.say("Đang đọc bảng …", en: "Reading the sheet …"))">\(visit.csrf)
            <div class="o"><label for="bang">\(visit.say("Thả bảng .xlsx hoặc .ods vào đây", en: "Drop the .xlsx or .ods here"))</label><input type="file" id="bang" name="bang" required accept=".xlsx,.ods"></div>
            <div class="o"><label for="dang">\(visit.say("Định dạng", en: "Format"))</label><select id="dang" name="dang" class="ngan">\(formats)</select></div>
            <div class="o"><label for="ten">\(visit.say("Tên tệp", en: "Names of the files"))</label><input id="ten" name="ten" value="\(names)" aria-describedby="ten-gt"><p class="giai-thich" id="ten-gt">\(visit.say("Tên cột trong ngoặc nhọn, như {so}-{ten | khong_dau}; {dong_so} là số thứ tự của dòng.", en: "Names of columns in braces, such as {so}-{ten | khong_dau}; {dong_so} is the number of the row."))</p></div>
            <button>\(visit.say("Bắt đầu", en: "Begin"))</button></form>
            \("<h2>\(visit.say("Các lần trước", en: "Before"))</h2><ul class=\"muc-con\">\(jobs)</ul>" as HTML, if: !jobs.isEmpty)
            """, in: .fill,
            trail: [
                ("/dien", visit.say("Điền mẫu", en: "Fill a form")), ("/dien/\(template.id)", template.title),
            ], status: fault == nil && diagnostics.isEmpty ? 200 : 422)
    }

    private static func take(_ template: FillTemplate, _ visit: Visit) throws(Failure) -> Answer {
        guard let upload = visit.request.uploads.first,
            ["xlsx", "ods"].contains(nameParts(upload.name).ending)
        else {
            return try form(
                template, visit,
                fault: visit.say("Chọn một bảng .xlsx hoặc .ods.", en: "Choose a sheet: .xlsx or .ods."))
        }
        let person = visit.person?.name ?? ""
        var common = Value.record(Record([(String, Value)]()))
        if let kept = OwnFiles.bytes(of: template.values(of: person, on: visit.site)) {
            common = try Value(json: kept, file: template.id)
        }
        var kept = Fields()
        for (name, text) in Answers.fields(of: common) { kept.add(name, text) }
        let answers = Answers(try template.questions(), kept)
        let misfits = answers.misfits
        guard misfits.isEmpty else {
            let names = misfits.map { answers.label(of: $0.field) }.joined(separator: "; ")
            return try form(
                template, visit,
                fault: visit.say(
                    "Giá trị đã điền ở biểu mẫu chưa đọc được: \(names). Sửa ở biểu mẫu rồi làm lại: các dòng không có cột ấy đều lấy giá trị này.",
                    en:
                        "What the form was filled with cannot be read: \(names). Mend it there first: every row without such a column takes it."
                ))
        }
        let format: String = ["docx", "odt", "pdf"].first { $0 == visit.request.form["dang"] } ?? "docx"
        let source = (format == "odt" ? template.odt : template.docx) ?? template.file
        let pattern: String = visit.request.form["ten"] ?? ""
        let names = pattern + "." + format
        do throws(Failure) {
            let data = BatchData(try template.questions(), common: common)
            let job = try BatchJob.make(
                title: template.title, dataName: upload.name, names: names, for: visit
            ) { folder throws(Failure) in
                let sheet = "\(folder)/bang.\(nameParts(upload.name).ending)"
                try OwnFiles.keep(upload, at: sheet)
                guard let workbook = OwnFiles.bytes(of: sheet) else { throw Failure(.unusableFolder(sheet)) }
                guard try Secrecy.markOfSheets(workbook, named: upload.name) == nil else {
                    throw Failure(.secret(upload.name))
                }
                let rows = try data.records(ofWorkbook: sheet, in: visit.language)
                guard rows.count > 0 else { throw Failure(.noRows(upload.name)) }
                let unused = rows.strangers.filter { !BatchData.names(pattern, use: $0) }
                guard rows.hasFields || unused.isEmpty else {
                    throw Failure(.noKnownColumn(unused, upload.name))
                }
                let faults = rows.faults.lines(in: visit.language)
                guard !rows.places.isEmpty else { throw Failure(.noFullRow(faults, upload.name)) }
                let notes = unused.map { BatchJob.unusedColumn($0).text(in: visit.language) } + faults
                try BatchJob.keep(rows, remarks: notes, in: folder)
                guard let bytes = OwnFiles.bytes(of: source) else { throw Failure(.unusableFolder(source)) }
                try OwnFiles.write(bytes, to: "\(folder)/mau.\(nameParts(source).ending)")
            }
            visit.site.batches.start(job, on: visit.site)
            return .seeOther("/lo/\(job.id)")
        } catch { return try form(template, visit, diagnostics: error.diagnostics) }
    }

    // MARK: How it stands

    private static func show(_ job: BatchJob, _ visit: Visit) -> Answer {
        let state = job.state(on: visit.site)
        func button(_ deed: String, _ words: String, isMain: Bool = false) -> HTML {
            "<form method=\"post\" action=\"/lo/\(job.id)/\(deed)\">\(visit.csrf)<button\(" class=\"phu-nut\"" as HTML, if: !isMain)>\(words)</button></form>"
        }
        let remove = button("xoa", visit.say("Xóa khỏi máy chủ", en: "Remove from the server"))
        let goOn = button("tiep", visit.say("Làm tiếp", en: "Go on"), isMain: true)
        let take: HTML =
            "<a class=\"nut\" href=\"/lo/\(job.id)/tai\">\(visit.say("Tải tất cả (zip)", en: "Download all (zip)"))</a>"
        let sentence: HTML
        let buttons: HTML
        var refresh: String?
        switch state {
        case .atWork(let progress):
            let made = progress.done + progress.kept
            let part = progress.fraction.map { ", \(Int($0 * 100)) %" } ?? ""
            sentence =
                "<p class=\"thong-bao\" role=\"status\">\(visit.say("Đang làm: xong \(made), không làm được \(progress.failed)\(part).", en: "At work: \(made) made, \(progress.failed) not\(part)."))</p>"
            buttons = button("dung", visit.say("Dừng", en: "Stop"))
            refresh = "2"
        case .stopped:
            sentence =
                "<p class=\"thong-bao canh-bao\">\(visit.say("Đã dừng, \(job.documents.count) văn bản đã xong; làm tiếp thì không làm lại những văn bản ấy.", en: "Stopped with \(job.documents.count) documents made; going on does not make them again."))</p>"
            buttons = "\(goOn)\(take)\(remove)"
        case .ended(let done, let failed):
            sentence =
                "<p class=\"thong-bao \(failed == 0 ? "tot" : "canh-bao")\">\(visit.say("Xong \(done) văn bản\(failed == 0 ? "" : ", \(failed) dòng không làm được").", en: "\(done) documents made\(failed == 0 ? "" : ", \(failed) rows not")."))</p>"
            buttons = "\(take, if: done > 0)\(remove)"
        case .broken:
            sentence =
                "<p class=\"thong-bao loi\">\(visit.say("Không làm được.", en: "It cannot be done."))</p>"
            buttons = "\(goOn)\(remove)"
        }
        let told = job.told.map { "<li class=\"canh-bao\"><p>\(visit.sentence($0))</p></li>" as HTML }
        return visit.page(
            job.title,
            """
            <h1>\(job.title) <span class="phu">\(job.dataName)</span></h1>
            \(sentence)
            <div class="hang-nut">\(buttons)</div>
            \("<ul class=\"loi-list\">\(told)</ul>" as HTML, if: !told.isEmpty)
            """, in: .fill, trail: [("/dien", visit.say("Điền mẫu", en: "Fill a form"))], refresh: refresh)
    }
}

extension Diagnostic {
    fileprivate static func noSuchBatch() -> Diagnostic {
        .error(
            "pages.no-such-batch", at: .argument("lo"),
            "không có lần điền hàng loạt này, hoặc đã quá hạn giữ",
            en: "there is no such batch, or it has been kept long enough", fix: "tải bảng lên lần nữa",
            en: "upload the sheet again")
    }

    fileprivate static func noKnownColumn(_ columns: [String], _ name: String) -> Diagnostic {
        let list = columns.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
        return .error(
            "pages.no-known-column", at: .argument(name),
            "không cột nào của bảng là chỗ điền của mẫu: \(list); mọi văn bản sẽ giống hệt nhau",
            en: "no column of the sheet is a field of the form: \(list); all documents would be the same",
            fix: "đặt tên cột như ở bảng Excel tải từ trang này",
            en: "name the columns as in the sheet that this page offers")
    }

    fileprivate static func noFullRow(_ faults: [String], _ name: String) -> Diagnostic {
        let list = faults.prefix(8).joined(separator: "; ")
        return .error(
            "pages.no-full-row", at: .argument(name), "không dòng nào của bảng lập được văn bản: \(list)",
            en: "no row of the sheet gives a document: \(list)",
            fix: "điền thêm vào bảng; giá trị chung cho mọi dòng thì điền ở biểu mẫu của mẫu này",
            en: "fill in the sheet; what all rows share can be filled in on the form of this template")
    }

    fileprivate static func noRows(_ name: String) -> Diagnostic {
        .error(
            "pages.no-rows", at: .argument(name), "bảng không có dòng nào dưới tên cột",
            en: "the sheet has no rows below the names of its columns", fix: "điền mỗi văn bản một dòng",
            en: "fill in a row for each document")
    }
}
