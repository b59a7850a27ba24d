internal import Container
internal import Diagnostics
internal import Printing
internal import Synchronization
internal import Values
internal import VanThu

/// A template that can be filled here: a shipped form, or one that somebody has uploaded.
struct FillTemplate: Sendable {
    /// The name in links: that of a shipped form, or `rieng-` and a number of its own.
    let id: String
    let title: String
    /// The template as a DOCX; the same in ODT for a shipped form.
    let docx: String?
    let odt: String?
    /// Who has uploaded it; nil for a shipped form.
    let owner: String?

    /// Where templates lie.
    static func root(_ site: Site) -> String { "\(site.ownFolder)/mau" }

    /// What it is read from.
    var file: String { docx ?? odt ?? "" }

    /// The shipped forms that are filled by hand; the others print workspaces.
    static let shippedForms: [(name: String, title: String)] = Clerk.forms.filter { form in
        !["ke-hoach-nam", "du-toan", "bao-cao", "ke-hoach", "dang-ke-hoach", "dang-bao-cao"].contains(
            form.name)
    }

    static func shipped(_ name: String, on site: Site) throws(Failure) -> FillTemplate? {
        guard let form = shippedForms.first(where: { $0.name == name }) else { return nil }
        let stem = "\(root(site))/\(name)"
        for ending in ["docx", "odt"] where !OwnFiles.exists("\(stem).\(ending)") {
            _ = try Clerk.copyTemplate(name, to: "\(stem).\(ending)", existing: .replaced)
        }
        return FillTemplate(id: name, title: form.title, docx: "\(stem).docx", odt: "\(stem).odt", owner: nil)
    }

    /// Keeps an uploaded template after it has been read without a fault.
    static func keep(_ upload: Upload, for person: String, on site: Site) throws(Failure) -> FillTemplate {
        let ending = nameParts(upload.name).ending
        guard ["docx", "odt", "docm", "dotx", "ott"].contains(ending) else {
            throw Failure(.notATemplate(upload.name))
        }
        let id = "rieng-\(Secrets.token().prefix(16))"
        let stem = "\(root(site))/\(id)"
        let kept = ["odt", "ott"].contains(ending) ? "odt" : "docx"
        try OwnFiles.keep(upload, at: "\(stem).\(kept)")
        do throws(Failure) {
            _ = try Clerk.questions(of: "\(stem).\(kept)")
            if Secrecy.mark(ofFile: "\(stem).\(kept)", office: .onDemand(site.settings.environment)) != nil {
                throw Failure(.secret(upload.name))
            }
        } catch {
            OwnFiles.remove("\(stem).\(kept)")
            throw error
        }
        try OwnFiles.write("\(person)\n\(upload.name)\n", to: "\(stem).ghi")
        guard let template = uploaded(id, by: person, on: site) else {
            preconditionFailure("it has just been kept")
        }
        return template
    }

    /// A template of that name; nil where there is none, or it is another person's.
    static func named(_ id: String, for person: String, on site: Site) throws(Failure) -> FillTemplate? {
        try shipped(id, on: site) ?? uploaded(id, by: person, on: site)
    }

    private static func uploaded(_ id: String, by person: String, on site: Site) -> FillTemplate? {
        let digits = id.dropFirst(6)
        guard id.hasPrefix("rieng-"), digits.utf8.count == 16,
            digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        let stem = "\(root(site))/\(id)"
        guard let lines = OwnFiles.text(of: "\(stem).ghi")?.split(separator: "\n"), lines.count == 2,
            lines[0] == person
        else { return nil }
        let (docx, odt) = ("\(stem).docx", "\(stem).odt")
        return FillTemplate(
            id: id, title: String(lines[1]), docx: OwnFiles.exists(docx) ? docx : nil,
            odt: OwnFiles.exists(odt) ? odt : nil, owner: person)
    }

    static func uploads(of person: String, on site: Site) -> [FillTemplate] {
        OwnFiles.names(in: root(site)).filter { $0.hasSuffix(".ghi") }.compactMap {
            uploaded(String($0.dropLast(4)), by: person, on: site)
        }
    }

    /// Takes an uploaded template away.
    func remove(on site: Site) {
        guard owner != nil else { return }
        for ending in ["docx", "odt", "ghi"] { OwnFiles.remove("\(Self.root(site))/\(id).\(ending)") }
    }

    private struct Known {
        let stamp: [Int]
        let questions: [TemplateQuestion]
    }

    private static let known = Mutex<[String: Known]>([:])

    /// What it asks for; remembered until its file changes.
    func questions() throws(Failure) -> [TemplateQuestion] {
        let stamp = OwnFiles.stamp(of: file)
        if let known = Self.known.withLock({ $0[file] }), known.stamp == stamp { return known.questions }
        let questions = try Clerk.questions(of: file)
        if let stamp {
            let kept = Known(stamp: stamp, questions: questions)
            Self.known.withLock { known in
                if known.count > 200 { known = [:] }
                known[file] = kept
            }
        }
        return questions
    }

    /// Where a person's values for it are kept.
    func values(of person: String, on site: Site) -> String { "\(stem(of: person, on: site)).json" }

    /// Where those are kept that an imported document has taken the place of.
    private func valuesBefore(of person: String, on site: Site) -> String {
        "\(stem(of: person, on: site))-truoc.json"
    }

    private func stem(of person: String, on site: Site) -> String {
        "\(Self.root(site))/\(id)-\(Secrets.digest(person).prefix(16))"
    }

    /// Puts the values of an imported document in the place of a person's; those can be had back.
    func take(_ values: Value, of person: String, on site: Site) throws(Failure) {
        let bytes = values.json(.indented)
        let place = self.values(of: person, on: site)
        if let old = OwnFiles.bytes(of: place), old != bytes {
            try OwnFiles.write(old, to: valuesBefore(of: person, on: site))
        }
        try OwnFiles.write(bytes, to: place)
    }

    func hasValuesBefore(of person: String, on site: Site) -> Bool {
        OwnFiles.exists(valuesBefore(of: person, on: site))
    }

    /// Puts them back; the ones that stand there now can be had back in turn.
    func restoreValues(of person: String, on site: Site) throws(Failure) {
        guard let old = OwnFiles.bytes(of: valuesBefore(of: person, on: site)) else { return }
        let now = OwnFiles.bytes(of: values(of: person, on: site)) ?? []
        try OwnFiles.write(old, to: values(of: person, on: site))
        try OwnFiles.write(now, to: valuesBefore(of: person, on: site))
    }
}

extension Diagnostic {
    fileprivate static func notATemplate(_ name: String) -> Diagnostic {
        .error(
            "pages.not-a-template", at: .argument(name), "mẫu phải là tệp .docx hoặc .odt",
            en: "a template is a .docx or .odt file", fix: "lưu mẫu thành .docx rồi tải lên",
            en: "save the template as .docx and upload that")
    }

    static func noSuchTemplate() -> Diagnostic {
        .error(
            "pages.no-such-template", at: .argument("dien"), "không có mẫu này",
            en: "there is no such template", fix: "chọn lại ở trang Điền mẫu",
            en: "choose again on the page Fill a form")
    }
}
