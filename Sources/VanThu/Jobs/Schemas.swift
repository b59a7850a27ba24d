public import Diagnostics
internal import Planning
internal import Values

extension Clerk {
    /// The kinds of data files, by name and title.
    public static var schemaKinds: [(name: String, title: String)] {
        DataKind.allCases.map { ($0.rawValue, $0.title) }
    }

    /// The outlines that a folder has in its `de-cuong`, with what each is for.
    public static func ownOutlines(in folder: String) -> [(name: String, title: String, summary: String)] {
        Workspace.ownOutlines(in: folder)
    }

    /// The JSON Schema of a kind of data file, for editors, as indented JSON with a line end.
    ///
    /// Throws `usage.unknown-schema` when there is no kind of that name.
    ///
    /// With an outline, that of a plan's or the reports' file that follows it: one that `folder` has in its `de-cuong`, the path of an
    /// outline's file, or a shipped one. Throws `usage.unknown-outline` when there is none of that name, and what is wrong with its file.
    public static func schema(of kind: String, outline: String? = nil, in folder: String = ".")
        throws(Failure) -> String
    {
        guard let kind = DataKind(rawValue: kind) else { throw Failure(.unknownSchema(kind)) }
        if let outline {
            guard let schema = try kind.schema(outline: outline, in: folder) else {
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
