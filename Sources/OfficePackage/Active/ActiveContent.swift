package import Diagnostics
package import XMLTree

/// Something in a document that does more than show text: it runs, or is fetched from elsewhere when the document is opened.
package struct ActiveContent: Hashable, Sendable {
    package let kind: Kind
    /// The address or command it leads to, as far as it says; nil for what lies in the package.
    package let target: String?

    package init(_ kind: Kind, target: String? = nil) {
        self.kind = kind
        self.target = target
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An object of another program, which runs when it is opened (OLE).
        case embeddedObject
        case linkedObject
        /// A control of a form that is a program (ActiveX).
        case control
        /// A field or connection that starts another program (DDE).
        case programLink
        /// A template that is fetched when the document is opened, with its macros.
        case remoteTemplate
        case remotePicture
        /// Any other text, frame or film that is fetched.
        case remoteContent
        /// A script that an event starts.
        case script
        /// A link whose address is a program.
        case scriptLink
    }
}

// MARK: - Where it is found

extension ActiveContent {
    /// What the field of Word with this instruction is; nil for one that computes from the document.
    package init?(field instruction: String) {
        let words = instruction.split(whereSeparator: \.isWhitespace)
        guard let name = words.first?.uppercased() else { return nil }
        let rest = words.dropFirst().joined(separator: " ")
        switch name {
        case "DDE", "DDEAUTO": self.init(.programLink, target: rest)
        case "LINK": self.init(.linkedObject, target: rest)
        case "INCLUDEPICTURE", "IMPORT": self.init(.remotePicture, target: rest)
        case "INCLUDETEXT", "INCLUDE", "DATABASE", "RD": self.init(.remoteContent, target: rest)
        case "MACROBUTTON": self.init(.script, target: rest)
        default: return nil
        }
    }

    /// What a relationship of a Word part brings along.
    init?(_ relationship: Relationships.Relationship) {
        let target = relationship.isExternal ? relationship.name : nil
        switch relationship.kind {
        case "oleObject": self.init(relationship.isExternal ? .linkedObject : .embeddedObject, target: target)
        case "control": self.init(.control, target: target)
        case "attachedTemplate" where relationship.isExternal && relationship.name.leadsElsewhere:
            self.init(.remoteTemplate, target: target)
        case "image" where relationship.isExternal: self.init(.remotePicture, target: target)
        case "hyperlink":
            guard relationship.name.isProgramAddress else { return nil }
            self.init(.scriptLink, target: relationship.name)
        case "aFChunk", "frame", "subDocument", "video", "audio", "media", "externalLink", "mailMergeSource",
            "mailMergeHeaderSource":
            guard relationship.isExternal else { return nil }
            self.init(.remoteContent, target: target)
        default: return nil
        }
    }

    /// What an element of an OpenDocument text is.
    package init?(openDocument element: Element) {
        let link = element.attribute("href", in: OpenDocumentNames.xlink)
        switch element.name.local {
        case "dde-connection-decl", "dde-source", "dde-connection":
            self.init(.programLink, target: element.value("dde-application"))
        case "object-ole": self.init(.embeddedObject)
        case "applet", "plugin": self.init(.control, target: link)
        case "event-listener" where element.value("event-name") != nil && link?.isScript == true:
            self.init(.script, target: link)
        case "image", "fill-image", "background-image":
            guard let link, link.leadsElsewhere else { return nil }
            self.init(.remotePicture, target: link)
        case "object", "floating-frame", "section-source":
            guard let link, link.leadsElsewhere else { return nil }
            self.init(.remoteContent, target: link)
        case "template":
            guard let link, link.hasPrefix("http") || link.hasPrefix("\\\\") else { return nil }
            self.init(.remoteTemplate, target: link)
        case "a":
            guard let link, link.isProgramAddress else { return nil }
            self.init(.scriptLink, target: link)
        default: return nil
        }
    }
}

extension DocumentPackage {
    /// What the lists of a Word package bring along; fields and OpenDocument say it in their text.
    ///
    /// A list that cannot be read says nothing here: those that matter are told as damaged.
    package func linkedContent() -> [ActiveContent] {
        guard format == .docx else { return [] }
        var found: [ActiveContent] = []
        for name in source.names where name.hasSuffix(".rels") {
            guard let bytes = try? source.contents(of: name),
                DocumentPackage.marks.contains(where: { bytes.holds($0) }), let root = try? source.tree(name)
            else { continue }
            found += Relationships(root, of: Relationships.source(of: name)).all.compactMap {
                ActiveContent($0)
            }
        }
        return found.unique
    }

    /// One of them stands in every list that brings something along.
    private static let marks = ["External", "/oleObject", "/control"].map { Array($0.utf8) }

    /// What the text and the styles of an OpenDocument package bring along.
    package static func activeContent(in root: Element) -> [ActiveContent] {
        var found: [ActiveContent] = []
        root.walk { element in if let content = ActiveContent(openDocument: element) { found.append(content) }
        }
        return found.unique
    }
}

extension [ActiveContent] {
    /// Each once, in their order.
    package var unique: [ActiveContent] {
        var seen: Set<ActiveContent> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    /// Whether an address leads out of the package: it names a scheme, a server or a drive.
    fileprivate var leadsElsewhere: Bool {
        if hasPrefix("//") || hasPrefix("\\\\") || hasPrefix("/") || hasPrefix("..") { return true }
        let scheme = prefix { $0 != ":" && $0 != "/" && $0 != "." && $0 != "#" }
        return !scheme.isEmpty && dropFirst(scheme.count).first == ":"
    }

    /// Whether it is run, not opened.
    fileprivate var isProgramAddress: Bool {
        let scheme = filter { !$0.isWhitespace }.prefix { $0 != ":" }.lowercased()
        return ["javascript", "vbscript", "data", "macro", "vnd.sun.star.script"].contains(scheme)
    }

    fileprivate var isScript: Bool { isProgramAddress || hasPrefix("vnd.sun.star.script") }
}

// MARK: - How it is told

extension ActiveContent {
    private var name: Wording {
        switch self.kind {
        case .embeddedObject:
            Wording("đối tượng nhúng của chương trình khác (OLE)", en: "an object of another program (OLE)")
        case .linkedObject:
            Wording("đối tượng liên kết tới tệp khác", en: "an object that is linked to another file")
        case .control:
            Wording("điều khiển là chương trình (ActiveX)", en: "a control that is a program (ActiveX)")
        case .programLink: Wording("liên kết gọi chương trình khác (DDE)", en: "a link to a program (DDE)")
        case .remoteTemplate:
            Wording("mẫu được tải từ nơi khác khi mở", en: "a template that is fetched when it is opened")
        case .remotePicture:
            Wording("hình được tải từ nơi khác khi mở", en: "a picture that is fetched when it is opened")
        case .remoteContent:
            Wording(
                "nội dung lấy từ tệp hoặc địa chỉ khác", en: "content that comes from another file or address"
            )
        case .script: Wording("lệnh chạy khi có sự kiện", en: "a script that an event starts")
        case .scriptLink: Wording("liên kết chạy một lệnh", en: "a link that runs a script")
        }
    }

    /// A warning: the document is worked on, and what is in it is left as it is.
    package func diagnostic(in file: String) -> Diagnostic { diagnostic(at: .file(file)) }

    /// The same, with its place in the document.
    package func diagnostic(at place: Location) -> Diagnostic {
        let shown = target.map { text in
            let short = text.count > 80 ? text.prefix(79) + "…" : text[...]
            return short.isEmpty ? "" : ": \(short)"
        }
        return .warning(
            "document.active-content", at: place, "văn bản có \(name.vietnamese)\(shown ?? "")",
            en: "the document has \(name.english)\(shown ?? "")",
            fix: "không mở nếu không tin nơi gửi; gỡ bỏ trong Word hoặc Writer nếu không cần",
            en: "do not open it unless you trust its sender; remove it in Word or Writer if it is not needed")
    }
}
