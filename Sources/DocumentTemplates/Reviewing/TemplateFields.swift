public import TemplateLanguage

extension Template {
    /// The fields the template needs, with their shapes, from its tags alone.
    public var fields: FieldTree {
        FieldTree(
            of: compiledParts.map { part in
                (
                    part.program.requests,
                    { part.insertions.indices.contains($0) ? part.insertions[$0].kind : nil }
                )
            }
        )
    }

    /// Tags that put in another template, in the order of the template.
    public var includes: [TagWords] {
        compiledParts.flatMap { part in
            part.program.requests.compactMap { request in
                guard case .insertion(let number, _, let words) = request,
                    part.insertions[number].kind == .include
                else { return nil }
                return words
            }
        }
    }
}
