internal import Diagnostics
internal import OfficePackage
internal import XMLTree

/// What in a file does more than show text: it runs or loads something when the file is opened or updated.
enum ActiveContent: Hashable {
    /// A field of Word, by its keyword.
    case field(String)
    case object
    case control
    case remoteTemplate(String)
    case remotePicture(String)
    case remotePart(String)

    /// What the relationships of a Word file lead to.
    static func warnings(of source: PackageSource, _ format: OfficeFormat) -> [Diagnostic] {
        guard format == .docx else { return [] }
        var found: [Diagnostic] = []
        for name in source.names where name.hasSuffix(".rels") {
            // What cannot be read is told where it matters.
            guard let bytes = try? source.contents(of: name), marks.contains(where: { bytes.holds($0) }),
                let root = try? source.tree(name)
            else { continue }
            for kind in root.elements.compactMap(ActiveContent.init(relationship:)) {
                found.append(.activeContent(kind, at: .file("\(source.file): \(name)")))
            }
        }
        return found
    }

    private static let marks = ["External", "/oleObject", "/control"].map { Array($0.utf8) }

    private init?(relationship: Element) {
        let kind = relationship.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
        let target = String((relationship.attribute("Target") ?? "").prefix(80))
        let isExternal = relationship.attribute("TargetMode") == "External"
        switch kind {
        case "oleObject": self = .object
        case "control": self = .control
        case "attachedTemplate" where isExternal: self = .remoteTemplate(target)
        case "image" where isExternal: self = .remotePicture(target)
        case "subDocument" where isExternal, "frame" where isExternal, "mailMergeSource" where isExternal,
            "mailMergeHeaderSource" where isExternal:
            self = .remotePart(target)
        default: return nil
        }
    }

    fileprivate var wording: Wording {
        switch self {
        case .field(let keyword):
            Wording(
                "trường \(keyword), lấy nội dung từ tệp hoặc chương trình khác",
                en: "a field \(keyword), which takes its content from another file or program")
        case .object: Wording("một đối tượng nhúng (OLE)", en: "an embedded object (OLE)")
        case .control: Wording("một điều khiển ActiveX", en: "an ActiveX control")
        case .remoteTemplate(let target):
            Wording("mẫu đính kèm ở nơi khác: \(target)", en: "an attached template elsewhere: \(target)")
        case .remotePicture(let target):
            Wording("hình nằm ngoài tệp: \(target)", en: "a picture outside of the file: \(target)")
        case .remotePart(let target):
            Wording("phần nằm ngoài tệp: \(target)", en: "a part outside of the file: \(target)")
        }
    }
}

extension Diagnostic {
    static func activeContent(_ content: ActiveContent, at place: Location) -> Diagnostic {
        .warning(
            "template.active-content", at: place,
            "mẫu có \(content.wording.vietnamese); kết quả cũng mang theo",
            en: "the template has \(content.wording.english), and so has the result",
            fix: "xóa khỏi mẫu nếu không cần", en: "delete it from the template unless it is needed")
    }
}

extension Element {
    /// The keyword of a Word field that runs or loads something.
    var fieldThatLoads: String? {
        let code = isWord("instrText") ? text : isWord("fldSimple") ? value("instr") ?? "" : ""
        let word = code.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
        let known = [
            "DDE", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "INCLUDE", "LINK", "DATABASE",
        ]
        return known.contains(word) ? word : nil
    }

    /// What an element of OpenDocument runs or loads.
    var loadedContent: ActiveContent? {
        let schemes = ["http:", "https:", "ftp:", "file:"]
        let isRemote = attributes.contains { attribute in
            attribute.name.local == "href" && schemes.contains { attribute.value.hasPrefix($0) }
        }
        switch name.local {
        case "object-ole": return .object
        case "dde-connection-decl", "dde-source": return .field("DDE")
        case "image" where isRemote, "section-source" where isRemote, "object" where isRemote:
            let target = attributes.first { $0.name.local == "href" }?.value ?? ""
            let shown = String(target.prefix(80))
            return name.local == "image" ? .remotePicture(shown) : .remotePart(shown)
        default: return nil
        }
    }
}
