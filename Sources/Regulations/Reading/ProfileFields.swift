package import DataFiles
internal import Diagnostics
internal import Values
internal import VietnameseText

extension FormatProfile {
    /// Every field of a profile with its key.
    package static func dataForm(rules: RuleNames) -> DataForm<FormatProfile> {
        .record(Wording("một quy định", en: "a regulation"), blank: FormatProfile.blank, fields(rules: rules))
    }

    static func fields(rules: RuleNames) -> [DataField<FormatProfile>] {
        [
            .field("ma", \.key, ProfileKey.dataForm), .field("quy_dinh", \.regulation, .text),
            .field("hieu_luc", \.validity, Validity.dataForm),
            .field("quy_tac_cua", \.rulesOf, .absent(or: ProfileKey.regulation)),
            .field("phong_chu", \.font, .text), .field("trang", \.page, PageFormat.dataForm),
            .field("so_trang", \.pageNumber, PageNumberFormat.dataForm),
            .field("doan_van", \.body, BodyFormat.dataForm),
            .field("bo_co_chu", \.usualSizes, .choice(["lon": .large, "nho": .small])),
            .field("so_ky_hieu", \.number, NumberGrammar.dataForm),
            .field("ngay_thang", \.date, DateGrammar.dataForm),
            .field("can_cu", \.legalBasis, LegalBasisGrammar.dataForm),
            .field("quyen_han", \.signature, SignatureGrammar.dataForm),
            .field("noi_nhan", \.recipients, RecipientsGrammar.dataForm), .field("dau_het", \.endMark, .text),
            .field("danh_so", \.numbering, NumberingGrammar.dataForm),
            .field("ten_loai", \.documentTypes, DocumentType.dataForm),
            .field("thanh_phan", \.components, ComponentFormat.listForm),
            .field("dieu_khoan", \.clauses, OwnClause.dataForm(rules: rules)),
        ]
    }
}

extension ProfileKey {
    fileprivate static var dataForm: DataForm<ProfileKey> {
        let text = DataForm<String>.text
        return DataForm(
            name: text.name,
            read: { node, _, reading in text.read(node, nil, &reading).map(ProfileKey.init) },
            write: { .text($0.rawValue) })
    }

    /// One that the catalogue has rules for.
    fileprivate static var regulation: DataForm<ProfileKey> {
        .choice(["ND30": .decree30, "HD05": .guidance05, "HD36": .guidance36])
    }
}

extension Validity {
    fileprivate static let dataForm: DataForm<Validity> = .record(
        Wording("{tu: ngày, den: ngày}", en: "{tu: a date, den: a date}"),
        blank: FormatProfile.blank.validity,
        check: { validity in
            guard let until = validity.until, until < validity.from else { return nil }
            return Wording("hết hiệu lực trước khi có hiệu lực", en: "it ends before it begins")
        }, [.field("tu", \.from, .date), .field("den", \.until, .absent(or: .date))])
}

extension FormatProfile.PageFormat {
    fileprivate static let dataForm: DataForm<Self> = .record(
        Wording("khổ giấy và lề", en: "paper and margins"), blank: FormatProfile.blank.page,
        check: { page in
            let sides = page.left.lowerBound + page.right.lowerBound
            guard page.width < sides + 50 || page.height < page.top.lowerBound + page.bottom.lowerBound + 50
            else { return nil }
            return Wording("lề không chừa chỗ cho chữ", en: "the margins leave no room for text")
        },
        [
            .field("rong", \.width, .measure), .field("cao", \.height, .measure),
            .field("le_tren", \.top, .range), .field("le_duoi", \.bottom, .range),
            .field("le_trai", \.left, .range), .field("le_phai", \.right, .range),
            .field("sai_so", \.tolerance, .measure),
        ])
}

extension FormatProfile.PageNumberFormat {
    fileprivate static let dataForm: DataForm<Self> = .record(
        Wording("cách đánh số trang", en: "how pages are numbered"), blank: FormatProfile.blank.pageNumber,
        [
            .field("cach_mep_tren", \.fromTop, .absent(or: .measure)),
            .field("phu_luc", \.restartsInAppendices, .choice(["danh_lai": true, "noi_tiep": false])),
        ])
}

extension FormatProfile.BodyFormat {
    fileprivate static let dataForm: DataForm<Self> = .record(
        Wording("cách trình bày đoạn văn", en: "how paragraphs are set"), blank: FormatProfile.blank.body,
        [
            .field("thut_dong_dau", \.firstLineIndents, .list(of: .measure)),
            .field("cach_doan", \.leastGap, .measure),
            .field("cach_dong", \.lineSpacing, LineSpacing.dataForm),
        ])
}

extension FormatProfile.BodyFormat.LineSpacing {
    /// `{so_dong: [1, 1.5]}` or `{dung: [18, 22]}`.
    fileprivate static var dataForm: DataForm<Self> {
        let name = Wording("{so_dong: …} hoặc {dung: …}", en: "{so_dong: …} or {dung: …}")
        let range = DataForm<ClosedRange<Double>>.range
        return DataForm(
            name: name,
            read: { node, _, reading in
                if case .mapping(let entries) = node.content, entries.count == 1 {
                    switch entries[0].key {
                    case "so_dong": return range.read(entries[0].value, nil, &reading).map { .lines($0) }
                    case "dung": return range.read(entries[0].value, nil, &reading).map { .exactly($0) }
                    default: break
                    }
                }
                reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                return nil
            },
            write: { spacing in
                switch spacing {
                case .lines(let lines): .mapping([DataForm<Self>.entry("so_dong", range.write(lines))])
                case .exactly(let points): .mapping([DataForm<Self>.entry("dung", range.write(points))])
                }
            })
    }
}

extension DocumentType {
    /// `Kế hoạch: KH`.
    fileprivate static let dataForm: DataForm<[DocumentType]> = .keyed(
        Wording("tên loại: chữ viết tắt", en: "types: abbreviations"), id: \.name,
        read: { entry, _, reading in
            DataForm<String>.text.read(entry.value, nil, &reading).map {
                DocumentType(name: entry.key, abbreviation: $0)
            }
        }, write: { .text($0.abbreviation) })
}

extension FormatProfile.OwnClause {
    /// `page-margin: Quyết định 12/QĐ-SKHCN, Điều 3`, or `khong` for a rule that does not hold.
    fileprivate static func dataForm(rules: RuleNames) -> DataForm<[RuleCode: FormatProfile.OwnClause]> {
        let name = Wording("mã quy tắc: điều khoản", en: "rules: clauses")
        return DataForm(
            name: name,
            read: { node, base, reading in
                guard case .mapping(let entries) = node.content else {
                    reading.note(.wrongType(node, expected: name, at: reading.location(node.position)))
                    return nil
                }
                var clauses = base ?? [:]
                for entry in entries where !entry.value.isBlank {
                    reading.enter(entry.key)
                    defer { reading.leave() }
                    guard let code = rules.code(entry.key) else {
                        reading.note(
                            .unknownRule(
                                entry.key, among: rules.all(), at: reading.location(entry.keyPosition)))
                        continue
                    }
                    guard let place = DataForm<String>.text.read(entry.value, nil, &reading) else { continue }
                    clauses[code] = place == DataWords.absent ? .absent : .place(place)
                }
                return clauses
            },
            write: { clauses in
                .mapping(
                    clauses.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, clause in
                        switch clause {
                        case .place(let place): DataForm<String>.entry(code.shortName, .text(place))
                        case .absent: DataForm<String>.entry(code.shortName, .text(DataWords.absent))
                        }
                    })
            })
    }
}
