package import TemplateLanguage

extension Template {
    /// The fields the template needs, with their shapes, from its tags alone.
    package var fields: DataFieldTree {
        filters.available {
            DataFieldTree(
                of: compiledParts.map { part in
                    (
                        part.program.requests,
                        { part.insertions.indices.contains($0) ? part.insertions[$0].asked : nil }
                    )
                })
        }
    }

    /// Tags that put in another template: the template's own, and those of what it includes.
    package var includes: [TagSource] { compiledParts.flatMap(\.includes) }
}
