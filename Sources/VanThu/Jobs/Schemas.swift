public import Diagnostics
internal import Planning
internal import Values

extension Clerk {
    /// The kinds of data files, by name and title.
    public static var schemaKinds: [(name: String, title: String)] {
        DataKind.allCases.map { ($0.rawValue, $0.title) }
    }

    /// The JSON Schema of a kind of data file, for editors, as indented JSON with a line end.
    ///
    /// Throws `usage.unknown-schema` when there is no kind of that name.
    ///
    /// With an outline, that of a plan's file that follows it; throws `usage.unknown-outline` when there is none of that name.
    public static func schema(of kind: String, outline: String? = nil) throws(Failure) -> String {
        guard let kind = DataKind(rawValue: kind) else { throw Failure(.unknownSchema(kind)) }
        if let outline {
            guard kind == .programme, let schema = DataKind.planSchema(outline: outline) else {
                throw Failure(.unknownOutline(outline))
            }
            return String(decoding: schema.json(.indented), as: UTF8.self)
        }
        return String(decoding: kind.jsonSchema.json(.indented), as: UTF8.self)
    }
}

extension Diagnostic {
    fileprivate static func unknownSchema(_ name: String) -> Diagnostic {
        let known = DataKind.allCases.map(\.rawValue)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            "usage.unknown-schema",
            Wording("không có loại tệp dữ liệu “\(name)”", en: "there is no kind of data file “\(name)”"),
            cause: .usage, at: .argument(name),
            fix: nearestName(to: name, among: known).map {
                Wording("có phải là “\($0)”?", en: "did you mean “\($0)”?")
            } ?? Wording("ghi một trong: \(list)", en: "write one of: \(list)"))
    }
}
