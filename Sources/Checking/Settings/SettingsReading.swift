internal import DataFiles
public import Diagnostics
internal import Recognition
internal import Regulations
internal import Values

extension FormatSettings {
    /// Reads settings from a YAML or JSON file; throws every fault at once, those of the profiles it names too.
    public init(opening path: String) throws(Failure) {
        var reading = DataReading(file: path)
        let node = try SourceNode(opening: path)
        self.init()
        // An empty file says nothing.
        if !node.isBlank, let read = FormatSettings.dataForm.read(node, self, &reading) { self = read }
        try reading.finish()
    }

    static var dataForm: DataForm<FormatSettings> {
        .record(
            Wording("các thiết lập kiểm tra", en: "settings of the check"), blank: FormatSettings(),
            RuleChanges.fields.map { $0.inside(\.general) } + [
                .optional(
                    "quy_dinh", keeping: \.profiles, profilesForm,
                    "Quy định riêng: đường dẫn tệp, hoặc các khóa của nó."),
                .optional(
                    "van_ban", keeping: \.documents, .list(of: DocumentRules.dataForm),
                    "Thiết lập cho một số văn bản, áp dụng sau phần chung."),
            ])
    }

    /// A profile or several, each in place or by the path of its file.
    private static var profilesForm: DataForm<[FormatProfile]> {
        DataForm(
            name: Wording("tệp quy định, hoặc các khóa của nó", en: "a file of a profile, or its keys"),
            read: { node, _, reading in
                guard case .sequence(let nodes) = node.content else {
                    return profile(node, &reading).map { [$0] }
                }
                return nodes.enumerated().compactMap { index, node in
                    reading.enter(item: index)
                    defer { reading.leave() }
                    return profile(node, &reading)
                }
            },
            write: { profiles in
                .sequence(
                    profiles.map {
                        SourceNode(FormatProfile.dataForm(rules: .catalogue).write($0), at: .start)
                    })
            }, isEmpty: \.isEmpty)
    }

    private static func profile(_ node: SourceNode, _ reading: inout DataReading) -> FormatProfile? {
        let source = ProfileSource(rules: .catalogue)
        guard let name = node.line else { return source.profile(from: node, &reading) }
        return source.file(name, at: reading.location(node.position), &reading)
    }
}

extension FormatSettings.DocumentRules {
    fileprivate static var dataForm: DataForm<Self> {
        .record(
            Wording("{ten: mẫu tên tệp, …}", en: "{ten: a pattern of names, …}"),
            blank: Self(patterns: [], changes: RuleChanges()),
            [.required("ten", \.patterns, patterns, "Tên tệp, như bieu-mau/*.docx.")]
                + RuleChanges.fields.map { $0.inside(\.changes) })
    }

    private static var patterns: DataForm<[FilePattern]> {
        let list = DataForm<[String]>.list(of: .text)
        return DataForm(
            name: Wording("mẫu tên tệp", en: "a pattern of names"),
            read: { node, _, reading in
                if let name = node.line { return [FilePattern(name)] }
                return list.read(node, nil, &reading).map { $0.map(FilePattern.init) }
            }, write: { list.write($0.map(\.text)) }, isEmpty: \.isEmpty)
    }
}

extension RuleChanges {
    static var fields: [DataField<RuleChanges>] {
        [
            .optional("tat", keeping: \.off, rules, "Quy tắc hoặc nhóm quy tắc không áp dụng."),
            .optional("bat", keeping: \.on, rules, "Quy tắc vẫn áp dụng dù nhóm đã tắt."),
            .optional(
                "muc_do", keeping: \.severities, severitiesForm,
                "Mức độ của từng quy tắc: loi, canh_bao, luu_y."),
            .optional(
                "ky_hieu_co_quan", keeping: \.agencyCode, .absent(or: .text),
                "Chữ viết tắt của cơ quan trong số, ký hiệu."),
            .optional(
                "hoc_ham_hoc_vi", \.titlesBeforeNames, .choice(["cho_phep": .allowed, "khong": .forbidden]),
                "Học hàm, học vị, quân hàm trước họ tên người ký."),
            .optional("chinh_ta", keeping: \.spellings, spellingsForm, "Chữ sai và chữ đúng."),
            .optional(
                "phong_chu", keeping: \.fonts, .list(of: .text),
                "Phông chữ được dùng ngoài phông của quy định."),
        ]
    }

    /// Codes and groups, in a list or alone.
    private static var rules: DataForm<[Rule]> {
        let name = Wording("mã quy tắc hoặc nhóm quy tắc", en: "rules or groups of rules")
        return DataForm(
            name: name,
            read: { node, _, reading in
                guard case .sequence(let nodes) = node.content else { return selected(node, name, &reading) }
                return nodes.enumerated().flatMap { index, node in
                    reading.enter(item: index)
                    defer { reading.leave() }
                    return selected(node, name, &reading) ?? []
                }
            }, write: { rules in .sequence(rules.map { SourceNode(.text($0.code.shortName), at: .start) }) },
            isEmpty: \.isEmpty)
    }

    private static func selected(_ node: SourceNode, _ name: Wording, _ reading: inout DataReading) -> [Rule]?
    {
        let place = reading.location(node.position)
        guard let written = node.line else {
            reading.note(.wrongType(node, expected: name, at: place))
            return nil
        }
        guard let rules = RuleSelection.rules(named: written) else {
            reading.note(.unknownRule(written, among: RuleSelection.names, at: place))
            return nil
        }
        return rules
    }

    /// Rules and groups, each with what it is to weigh; a later one wins.
    private static var severitiesForm: DataForm<[Rule: Severity]> {
        let name = Wording("mã quy tắc: mức độ", en: "rules: severities")
        let severity = DataForm<Severity>.choice(["loi": .error, "canh_bao": .warning, "luu_y": .note])
        return mapping(name, severity) { entry, severity, severities, reading in
            guard let rules = RuleSelection.rules(named: entry.key) else {
                reading.note(
                    .unknownRule(
                        entry.key, among: RuleSelection.names, at: reading.location(entry.keyPosition)))
                return
            }
            for rule in rules { severities[rule] = severity }
        } write: { severities in
            severities.sorted { $0.key.code.rawValue < $1.key.code.rawValue }.map {
                ($0.key.code.shortName, $0.value)
            }
        }
    }

    private static var spellingsForm: DataForm<[String: String]> {
        let name = Wording("chữ sai: chữ đúng", en: "wrong words: right words")
        return mapping(name, .text) { entry, right, spellings, _ in
            spellings[entry.key] = right
        } write: { spellings in
            spellings.sorted { $0.key < $1.key }
        }
    }

    private static func mapping<Key: Hashable, Item>(
        _ name: Wording, _ form: DataForm<Item>,
        read: @escaping @Sendable (SourceNode.Entry, Item, inout [Key: Item], inout DataReading) -> Void,
        write: @escaping @Sendable ([Key: Item]) -> [(key: String, value: Item)]
    ) -> DataForm<[Key: Item]> {
        DataForm(
            name: name,
            read: { node, _, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.noteWrongType(node, expected: name)
                    return nil
                }
                var items: [Key: Item] = [:]
                for entry in entries where !entry.value.isBlank {
                    reading.enter(entry.key)
                    defer { reading.leave() }
                    if let item = form.read(entry.value, nil, &reading) {
                        read(entry, item, &items, &reading)
                    }
                }
                return items
            },
            write: { items in .mapping(write(items).map { SourceNode.entry($0.key, form.write($0.value)) }) },
            isEmpty: \.isEmpty)
    }
}
