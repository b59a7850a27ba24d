public import Diagnostics
internal import OfficePackage
internal import TemplateLanguage
public import Values

/// A template looked over before it is filled: every mistake, and what is worth knowing.
public struct TemplateReview: Sendable {
    /// The template; nil when it has errors.
    public let template: Template?
    /// The template without its faulty tags, if it has errors of single tags only.
    package let draft: Template?
    /// Errors, warnings and notes, without regard to data.
    public let diagnostics: [Diagnostic]

    /// Throws when the file is no readable DOCX or ODT; mistakes of a template that can be read are in `diagnostics`.
    public init(opening path: String, delimiters: Delimiters? = nil, includes: Resources = .none)
        throws(Failure)
    { try self.init(PackageSource(opening: path), delimiters: delimiters, includes: includes) }

    /// Looks over a template in memory; `file` is its name in messages.
    public init(bytes: [UInt8], file: String, delimiters: Delimiters? = nil, includes: Resources = .none)
        throws(Failure)
    { try self.init(PackageSource(bytes: bytes, file: file), delimiters: delimiters, includes: includes) }

    private init(_ source: PackageSource, delimiters given: Delimiters?, includes: Resources) throws(Failure)
    {
        let package = try TemplatePackage(source)
        let delimiters = try package.delimiters(of: source, given: given)
        var found: [Diagnostic] = []
        do throws(Failure) {
            let template = try Template(source, delimiters: given, includes: includes)
            found += template.doubts.map { $0.asWarning } + template.warnings + template.remarks
            self.template = template
            draft = template
        } catch {
            found += error.diagnostics
            template = nil
            draft = Template.draft(source, delimiters: given, includes: includes)
        }
        var lost = LostTags(source, package, delimiters: delimiters)
        found += lost.search().filter { !found.contains($0) }
        diagnostics = found
    }

    /// What is wrong when the template is filled with this data: errors where filling would fail, warnings for names that are missing where
    /// this data does not lead, notes for data that no tag names.
    ///
    /// `dataFile` names the data in messages, and `rowFiles` the files of the lists with these names. Empty when the template has errors of more than single tags; data that it does not use are
    /// told only of one without errors.
    public func diagnostics(
        filling data: Value, from dataFile: String, rowFiles: [String: String] = [:],
        pictures: Resources = .none
    ) -> [Diagnostic] {
        guard let template = draft else { return [] }
        var found: [Diagnostic] = []
        do throws(Failure) { _ = try template.render(data, pictures: pictures) } catch {
            found = error.diagnostics
        }
        guard found.count < Renderer.faultLimit else {
            return found + [.moreFaults(Renderer.faultLimit, in: template.file)]
        }
        let reached = Set(found.map(\.location))
        let use = DataUse(of: template.compiledParts.map(\.program.requests), in: data)
        for (path, words) in use.unknown where !reached.contains(words.place) {
            let fault = Diagnostic.unreachedField(path, words)
            if !found.contains(fault) { found.append(fault) }
        }
        guard self.template != nil else { return found }
        return found
            + use.unused.map { path in
                .unusedData(path, in: rowFiles[String(path.prefix { !".[".contains($0) })] ?? dataFile)
            }
    }
}

extension Diagnostic {
    fileprivate var asWarning: Diagnostic {
        Diagnostic(code, message, severity: .warning, at: location, notes: notes, fix: fix)
    }

    fileprivate static func unreachedField(_ path: String, _ words: TagSource) -> Diagnostic {
        .warning(
            "template.unreached-field", at: words.place,
            "thẻ “\(words.inside)”: dữ liệu không có “\(path)”; lần này không cần đến nên chưa thành lỗi",
            en: "the tag “\(words.inside)”: the data has no “\(path)”, which is not asked for this time",
            fix: "thêm “\(path)” vào dữ liệu, hoặc sửa tên trong mẫu",
            en: "add “\(path)” to the data, or mend the name in the template")
    }

    /// No more was looked for.
    fileprivate static func moreFaults(_ limit: Int, in file: String) -> Diagnostic {
        .note(
            "template.more-faults", at: .file(file),
            "chỉ nêu \(limit) lỗi đầu khi điền dữ liệu này; có thể còn lỗi khác",
            en: "only the first \(limit) errors of filling in these data are told; there may be more",
            fix: "sửa các lỗi trên rồi kiểm tra lại", en: "mend these and check again")
    }

    /// Whether it tells of data that the template does not use.
    package var isOfUnusedData: Bool { code == "template.unused-data" }

    fileprivate static func unusedData(_ path: String, in file: String) -> Diagnostic {
        .note(
            "template.unused-data", at: .value(file: file, path: path), "mẫu không dùng “\(path)”",
            en: "the template does not use “\(path)”")
    }
}
