internal import Diagnostics
internal import TemplateLanguage
internal import Values

/// What one rendering puts into its package beside text: pictures, relationships, lists.
///
/// One rendering has one, used by one thread; the parts that need it are rendered before the package is put together.
final class Additions {
    /// Parts to add or to replace, by entry name.
    private(set) var parts: [String: [UInt8]] = [:]

    /// Writes what a tag stands for, and notes what the package needs for it.
    func insert(
        _ value: Value,
        at context: InsertionContext,
        in part: String,
        _ words: TagWords,
        into output: inout [UInt8]
    ) -> [Diagnostic] {
        [.unsupportedInsertion(words)]
    }
}

extension Diagnostic {
    static func unsupportedInsertion(_ words: TagWords) -> Diagnostic {
        Diagnostic(
            "template.unsupported-tag",
            Wording(
                "chưa dùng được loại thẻ “\(words.whole)”",
                en: "tags of the kind “\(words.whole)” cannot be used yet"
            ),
            at: words.place,
            fix: Wording("bỏ thẻ này", en: "remove the tag")
        )
    }
}
