/// The two office formats a template can be in.
public enum OfficeFormat: String, Hashable, Sendable, CaseIterable {
    /// Office Open XML, WordprocessingML.
    case docx
    /// OpenDocument Text.
    case odt
}
