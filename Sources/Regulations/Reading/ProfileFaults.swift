package import Diagnostics

/// What can be wrong with a profile.
extension Diagnostic {
    package static func unknownRule(_ code: String, among names: [String], at place: Location) -> Diagnostic {
        let nearest = nearestName(to: code, among: names)
        return Diagnostic(
            "data.unknown-rule",
            Wording(
                "không có quy tắc hay nhóm quy tắc “\(code)”",
                en: "there is no rule or group of rules “\(code)”"), at: place,
            fix: nearest.map { Wording("có phải là \($0)?", en: "did you mean \($0)?") }
                ?? Wording(
                    "xem các mã trong docs/danh-muc-quy-tac.md",
                    en: "the codes are listed in docs/danh-muc-quy-tac.md"))
    }

    static func unknownProfile(_ name: String, at place: Location) -> Diagnostic {
        let known = ProfileKey.shipped.map(\.rawValue)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "data.unknown-profile",
            Wording("không có quy định “\(name)”", en: "there is no regulation “\(name)”"), at: place,
            fix: nearestName(to: name, among: known).map {
                Wording("có phải là \($0)?", en: "did you mean \($0)?")
            }
                ?? Wording(
                    "ghi \(list), hoặc đường dẫn một tệp .yaml",
                    en: "write \(list), or the path of a .yaml file"))
    }

    static func profileInheritsItself(_ name: String, at place: Location) -> Diagnostic {
        .error(
            "data.profile-cycle", at: place,
            "quy định kế thừa quá nhiều tầng, hoặc kế thừa chính nó qua “\(name)”",
            en: "the profile inherits through too many files, or from itself through “\(name)”",
            fix: "bỏ vòng kế thừa", en: "break the circle")
    }
}
