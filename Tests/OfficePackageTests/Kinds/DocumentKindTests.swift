import OfficePackage
import Testing

@Suite struct DocumentKinds {
    /// The types as ECMA-376, Microsoft's [MS-DOCX] and OpenDocument 1.3 write them.
    @Test(arguments: [
        (
            DocumentKind.docx,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        ), (.dotx, "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        (.docm, "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (.dotm, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        (.odt, "application/vnd.oasis.opendocument.text"),
        (.ott, "application/vnd.oasis.opendocument.text-template"),
        (.fodt, "application/vnd.oasis.opendocument.text"),
    ]) func `each kind has the type of its standard`(kind: DocumentKind, type: String) {
        #expect(kind.mediaType == type)
    }

    @Test func `what each kind is and becomes`() {
        let table = DocumentKind.allCases.map { kind in
            "\(kind.rawValue): \(kind.format.rawValue)" + (kind.isTemplate ? ", template" : "")
                + (kind.isMacroEnabled ? ", macros" : "")
                + " → \(kind.withoutMacros.rawValue) → \(kind.document.rawValue)"
        }
        #expect(
            table == [
                "docx: docx → docx → docx", "docm: docx, macros → docx → docx",
                "dotx: docx, template → dotx → docx", "dotm: docx, template, macros → dotx → docx",
                "odt: odt → odt → odt", "ott: odt, template → ott → odt", "fodt: odt → fodt → odt",
            ])
    }
}
