package import Diagnostics
internal import DocumentTemplates
internal import TemplateLanguage

/// Something a person is asked for to fill a template.
package struct TemplateQuestion: Hashable, Sendable {
    /// The name in the data.
    package let name: String
    /// What is asked, in a few Vietnamese words.
    package let label: String
    package let kind: Kind
    /// Whether the template says what happens without it.
    package let isOptional: Bool

    package indirect enum Kind: Hashable, Sendable {
        case line
        case number
        case money
        case date
        case paragraphs
        case truth
        /// A list of texts.
        case list
        /// A record.
        case group([TemplateQuestion])
        /// A list of records.
        case rows([TemplateQuestion])
        /// A picture, which a form cannot take.
        case picture
    }
}

extension Clerk {
    /// What a person is asked for to fill a template: its fields, and for one that is laid out as the shipped forms are, the facts its head comes from.
    package static func questions(of template: String) throws(Failure) -> [TemplateQuestion] {
        let template = try Template(opening: template, includes: .folder(of: template))
        let isOfficial = OfficialHead.profile(for: template) != nil
        var questions: [TemplateQuestion] = []
        for field in template.fields.fields {
            if isOfficial, OfficialHead.isComputed(field.name) {
                // The subject may be asked for in one line only, which is computed too.
                continue
            }
            questions.append(TemplateQuestion(field, isOfficial: isOfficial))
        }
        guard isOfficial else { return questions }
        questions.removeAll { $0.name == "co_quan" }
        let agency = TemplateQuestion(
            name: "co_quan", label: "Cơ quan",
            kind: .group([
                TemplateQuestion(name: "chu_quan", label: "Cơ quan chủ quản", kind: .line, isOptional: true),
                TemplateQuestion(name: "ten", label: "Cơ quan ban hành", kind: .line, isOptional: false),
            ]), isOptional: false)
        if !questions.contains(where: { $0.name == "trich_yeu" }),
            template.paths.contains(where: { $0.first == "trich_yeu_mot_dong" })
        {
            let place = questions.firstIndex { $0.name == "dia_danh" } ?? questions.startIndex
            questions.insert(
                TemplateQuestion(name: "trich_yeu", label: "Trích yếu", kind: .line, isOptional: false),
                at: place)
        }
        return [agency] + questions
    }
}

extension TemplateQuestion {
    fileprivate init(_ field: DataFieldTree.Field, isOfficial: Bool) {
        let meaning = isOfficial ? Self.meaning(of: field.name) : nil
        name = field.name
        label = meaning ?? Self.words(of: field.name)
        switch (field.name, isOfficial) {
        case ("trich_yeu", true): (kind, isOptional) = (.line, false)
        // An address may be left out of what is sent to nobody in particular; a draft has no number yet.
        case ("kinh_gui", true): (kind, isOptional) = (.list, field.isOptional)
        case ("so", true): (kind, isOptional) = (.line, true)
        case ("ngay_ban_hanh", true): (kind, isOptional) = (.date, field.isOptional)
        default:
            isOptional = field.isOptional
            kind = Self.kind(of: field, isOfficial: isOfficial)
        }
    }

    private static func kind(of field: DataFieldTree.Field, isOfficial: Bool) -> Kind {
        func inner() -> [TemplateQuestion] {
            field.fields.map { TemplateQuestion($0, isOfficial: isOfficial) }
        }
        switch field.shape {
        case .value, .text: return .line
        case .number: return .number
        case .money: return .money
        case .date: return .date
        case .condition: return .truth
        case .image: return .picture
        case .richText, .html: return .paragraphs
        case .record: return .group(inner())
        case .anything, .list, .listOrRecord: return field.fields.isEmpty ? .list : .rows(inner())
        }
    }

    private static func meaning(of name: String) -> String? {
        let known = TagMeanings.meaning(of: name)
        // The first clause says what it is.
        let words = known.map { $0.prefix { !",:;".contains($0) } }
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }

    /// `so_tien` as `So tien`: what a template's own author has called it.
    private static func words(of name: String) -> String {
        let words = String(name.map { $0 == "_" ? " " : $0 })
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
