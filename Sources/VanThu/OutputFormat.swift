internal import DocumentTemplates
internal import OfficePackage

/// A kind of file that documents are made as.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
    case docx
    case odt
    /// Printed by LibreOffice, an optional program.
    case pdf
    /// The table of a document, as a workbook that calculates.
    case xlsx
}

/// A file that a job has put in its place.
public struct WrittenFile: Hashable, Sendable {
    /// The path as it was asked for: relative stays relative.
    public let path: String
    public let byteCount: Int

    /// What stands after the last dot of the name, in lower case; empty when there is none.
    public var fileExtension: String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}

extension OutputFormat {
    /// The template format of this name; nil for PDF and workbooks.
    var office: OfficeFormat? {
        switch self {
        case .docx: .docx
        case .odt: .odt
        case .pdf, .xlsx: nil
        }
    }
}

/// The path of a file in a folder, whether or not the folder is written with a slash at its end.
func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
