/// The file formats of office documents.
public enum OfficeFormat: String, Hashable, Sendable, CaseIterable {
    /// Office Open XML (ISO/IEC 29500, transitional).
    case docx
    /// OpenDocument 1.3.
    case odt
}
