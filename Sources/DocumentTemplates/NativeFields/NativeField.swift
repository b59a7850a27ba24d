public import Diagnostics

/// A field of the word processor's own that stands in a template.
public struct NativeField: Hashable, Sendable {
    public let kind: Kind
    /// The name as the word processor has it.
    public let name: String
    public let place: Location

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Word's `MERGEFIELD`, OpenDocument's `text:database-display`: filled like a tag.
        case mergeField
        /// Word's content control, OpenDocument's user field, variable or placeholder: filled when the data has its name.
        case control
        /// A field such as `IF` or `NEXT` that stays as it is.
        case leftAlone
    }
}

extension Diagnostic {
    /// What a person should know of a field that is not filled like a tag.
    static func fieldLeftAlone(_ field: NativeField) -> Diagnostic {
        .note(
            "template.field-left-alone", at: field.place,
            "trường “\(field.name)” được giữ nguyên, không điền",
            en: "the field “\(field.name)” stays as it is and is not filled",
            fix: "thay bằng phần có điều kiện {#…}…{^}…{/} hoặc phần lặp {#…}…{/}, nếu cần",
            en: "write a section {#…}…{^}…{/} in its place if it matters")
    }

    static func unnamableField(_ name: String, at place: Location) -> Diagnostic {
        .warning(
            "template.unnamable-field", at: place,
            "tên trường trộn thư “\(name)” không thể là tên dữ liệu nên trường không được điền",
            en: "the merge field's name “\(name)” can be no name of data, so it is not filled",
            fix: "đặt tên gồm chữ, số, dấu gạch dưới", en: "use letters, digits and underscores")
    }

    static func unknownFieldSwitch(_ mark: String, of name: String, at place: Location) -> Diagnostic {
        .warning(
            "template.unknown-field-switch", at: place,
            "khóa “\(mark)” của trường “\(name)” không có tác dụng",
            en: "the switch “\(mark)” of the field “\(name)” has no effect",
            fix: "thay trường bằng thẻ có bộ lọc", en: "write a tag with a filter instead")
    }
}
