internal import Diagnostics
internal import Printing
internal import Values
internal import VanThu

/// Filling a template by hand: a form from its tags, the values kept, the document in each format.
enum FillPages {
    static let routes: [Route] = [
        .get("dien") { visit, _ in list(visit) },
        .post("dien") { visit, _ throws(Failure) in
            guard let upload = visit.request.uploads.first else {
                return list(visit, fault: visit.say("Chưa chọn tệp mẫu.", en: "No template was chosen."))
            }
            let template = try FillTemplate.keep(upload, for: visit.person?.name ?? "", on: visit.site)
            return .seeOther("/dien/\(template.id)")
        },
        .get("dien/*", .signedIn, .slow) { visit, pieces throws(Failure) in
            let template = try template(pieces[0], visit)
            let kept = OwnFiles.bytes(of: template.values(of: visit.person?.name ?? "", on: visit.site))
            var fields = Fields()
            if let kept, let value = try? Value(json: kept, file: template.id) {
                for (name, text) in Answers.fields(of: value) { fields.add(name, text) }
            }
            return try FillForm(template, fields, visit).page(isImported: visit.request.query["nhap"] != nil)
        },
        .post("dien/*/lay-lai") { visit, pieces throws(Failure) in
            let template = try template(pieces[0], visit)
            try template.restoreValues(of: visit.person?.name ?? "", on: visit.site)
            return .seeOther("/dien/\(template.id)")
        }, .post("dien/*") { visit, pieces throws(Failure) in try fill(template(pieces[0], visit), visit) },
        .post("dien/*/xoa") { visit, pieces throws(Failure) in
            try template(pieces[0], visit).remove(on: visit.site)
            return .seeOther("/dien")
        },
    ]

    static func template(_ id: String, _ visit: Visit) throws(Failure) -> FillTemplate {
        guard let template = try FillTemplate.named(id, for: visit.person?.name ?? "", on: visit.site) else {
            throw Failure(.noSuchTemplate())
        }
        return template
    }

    private static func list(_ visit: Visit, fault: String? = nil) -> Answer {
        let title = visit.say("Điền mẫu", en: "Fill a form")
        let forms = FillTemplate.shippedForms.map {
            "<li><a href=\"/dien/\($0.name)\">\($0.title)</a></li>" as HTML
        }
        let own = FillTemplate.uploads(of: visit.person?.name ?? "", on: visit.site)
        let uploads = own.map { template -> HTML in
            """
            <li><a href="/dien/\(template.id)">\(template.title)</a> <form method="post" action="/dien/\(template.id)/xoa">\(visit.csrf)<button class="nhe">\(visit.say("Xóa", en: "Remove"))<span class="an"> \(template.title)</span></button></form></li>
            """
        }
        return visit.page(
            title,
            """
            <h1>\(title)</h1>
            \(fault.map { "<p class=\"thong-bao loi\" role=\"alert\">\($0)</p>" as HTML })
            <h2>\(visit.say("Mẫu có sẵn", en: "Shipped forms"))</h2><ul class="muc-con">\(forms)</ul>
            <h2>\(visit.say("Mẫu của tôi", en: "My templates"))</h2>
            \("<ul class=\"muc-con\">\(uploads)</ul>" as HTML, if: !own.isEmpty)
            <form method="post" action="/dien" enctype="multipart/form-data" class="the">\(visit.csrf)
            <div class="o"><label for="mau">\(visit.say("Thả tệp Word hoặc Writer có các thẻ như {so_tien}", en: "Drop a Word or Writer file with tags such as {so_tien}"))</label>
            <input type="file" id="mau" name="mau" accept=".docx,.odt,.dotx,.ott"></div>
            <button>\(visit.say("Dùng mẫu này", en: "Use this template"))</button></form>
            """, in: .fill)
    }

    private static func fill(_ template: FillTemplate, _ visit: Visit) throws(Failure) -> Answer {
        let form = visit.request.form
        let questions = try template.questions()
        let answers = Answers(questions, form)
        let person = visit.person?.name ?? ""
        guard Secrecy.mark(in: answers.value) == nil else { throw Failure(.secret(template.title)) }
        // What else was typed is kept whatever comes of it.
        let data = template.values(of: person, on: visit.site)
        try OwnFiles.write(answers.value.json(.indented), to: data)
        if let more = form["them"] { return try FillForm(template, form, visit).page(adding: more) }
        var faults: [String: String] = [:]
        if form["bo_trong"] == nil {
            for field in answers.blanks { faults[field] = visit.say("Chưa điền", en: "Not filled in") }
        }
        for (field, wanted) in answers.misfits {
            faults[field] = visit.say(
                "Không phải \(wanted) viết rõ ràng", en: "No plain \(wanted == "số" ? "number" : "date")")
        }
        guard faults.isEmpty else { return try FillForm(template, form, visit).page(faults: faults) }
        let wanted: String =
            ["docx", "odt", "pdf"].first { $0 == form["dang"] } ?? (template.docx == nil ? "odt" : "docx")
        let folder = "\(visit.site.spool)/dien-\(Secrets.token().prefix(16))"
        try makePrivateFolder(folder)
        defer { OwnFiles.remove(folder) }
        let source = (wanted == "odt" ? template.odt : template.docx) ?? template.file
        let made = "\(folder)/van-ban.\(nameParts(source).ending)"
        // The names by which people know it do not matter to the engine; the file is read and gone.
        let remarks: [Diagnostic]
        do throws(Failure) {
            let rendered = try Clerk.render(
                source, with: data, to: made, environment: visit.site.settings.environment,
                today: visit.site.today)
            remarks = rendered.warnings.filter { $0.severity > .note }
        } catch { return try FillForm(template, form, visit).page(diagnostics: error.diagnostics) }
        let seal = Secrets.digest(remarks.map { $0.message.text(in: .vietnamese) }.joined(separator: "\n"))
        // Who leaves fields blank knows that it is no document yet.
        if !remarks.isEmpty, form["bo_trong"] == nil, form["da_xem"] != seal {
            return try FillForm(template, form, visit).page(remarks: remarks, seal: seal)
        }
        let office: OfficeProgram =
            visit.site.office.map { .warm($0) } ?? .onDemand(visit.site.settings.environment)
        let review = try DocumentReview(
            of: made, by: Clerk.CheckTerms(today: visit.site.today), office: office)
        guard review.secrecyMark == nil else {
            OwnFiles.remove(data)
            throw Failure(.secret(template.title))
        }
        guard let bytes = OwnFiles.bytes(of: made) else { throw Failure(.unusableFolder(folder)) }
        let name = "\(template.owner == nil ? template.id : nameParts(template.title).stem).\(wanted)"
        guard wanted == "pdf" else { return .download(.bytes(bytes), named: name) }
        let document = LibreOffice.Document(name: name, fileExtension: nameParts(source).ending, bytes: bytes)
        return .download(.bytes(try office.pdf(of: document)), named: name)
    }
}
