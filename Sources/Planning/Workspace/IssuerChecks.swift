internal import Diagnostics

/// What is said of an agency that does not say which rules its documents follow.
func systemFaults(_ agency: Agency, at place: Location) -> [Diagnostic] {
    guard agency.writtenSystem == nil else { return [] }
    if IssuerNames.shipped.hasOwnRules(agency) { return [.ownRules(agency.name, at: place)] }
    return IssuerNames.shipped.isOfParty(agency) ? [.takenAsParty(agency.name, at: place)] : []
}

extension Diagnostic {
    fileprivate static func takenAsParty(_ name: String, at place: Location) -> Diagnostic {
        .warning(
            "planning.taken-as-party-body", at: place,
            "“\(name)” là cơ quan của Đảng, nên văn bản được lập theo thể thức của Đảng",
            en: "“\(name)” is a body of the Party, so its documents are made by the Party's rules",
            fix: "ghi he: dang; nếu không phải thì ghi he: nha_nuoc",
            en: "write he: dang, or he: nha_nuoc where it is not")
    }

    fileprivate static func ownRules(_ name: String, at place: Location) -> Diagnostic {
        .error(
            "planning.issuer-with-own-rules", at: place,
            "“\(name)” có quy định riêng về thể thức văn bản, chưa có mẫu đi kèm",
            en: "“\(name)” has rules of its own for its documents, for which no form is shipped",
            fix: "đặt mẫu riêng ở mau/ và ghi he: nha_nuoc (hoặc he: dang) để chọn mẫu gần nhất",
            en:
                "put a template of your own into mau/, and write he: nha_nuoc (or he: dang) for the nearest form"
        )
    }
}
