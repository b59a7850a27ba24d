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
            .required("ma", \.key, ProfileKey.dataForm, "Tên của quy định trong kết quả kiểm tra: SKHCN."),
            .required(
                "quy_dinh", \.regulation, .text,
                "Văn bản quy định, như in trong kết quả kiểm tra: Quyết định 12/QĐ-SKHCN."),
            .required("hieu_luc", \.validity, Validity.dataForm, "Thời gian có hiệu lực."),
            .required(
                "quy_tac_cua", \.rulesOf, .absent(or: ProfileKey.regulation),
                "Quy định có các quy tắc được áp dụng; kế thừa thì tự có."),
            .required("phong_chu", \.font, .text, "Phông chữ."),
            .required("trang", \.page, PageFormat.dataForm, "Khổ giấy và lề, mi-li-mét."),
            .required("so_trang", \.pageNumber, PageNumberFormat.dataForm, "Cách đánh số trang."),
            .required("doan_van", \.body, BodyFormat.dataForm, "Cách trình bày đoạn văn."),
            .required(
                "bo_co_chu", \.usualSizes, .choice(["lon": .large, "nho": .small]),
                "Bộ cỡ chữ được dùng khi lập văn bản."),
            .required("so_ky_hieu", \.number, NumberGrammar.dataForm, "Cách ghi số, ký hiệu."),
            .required("ngay_thang", \.date, DateGrammar.dataForm, "Cách ghi ngày, tháng."),
            .required("can_cu", \.legalBasis, LegalBasisGrammar.dataForm, "Cách ghi căn cứ."),
            .required(
                "quyen_han", \.signature, SignatureGrammar.dataForm, "Cách ghi quyền hạn của người ký."),
            .required("noi_nhan", \.recipients, RecipientsGrammar.dataForm, "Cách ghi nơi nhận."),
            .required("dau_het", \.endMark, .text, "Dấu kết thúc văn bản: ./."),
            .required("danh_so", \.numbering, NumberingGrammar.dataForm, "Các cấp đánh số."),
            .required(
                "ten_loai", \.documentTypes, DocumentType.dataForm, "Tên loại văn bản và chữ viết tắt."),
            .required(
                "thanh_phan", \.components, ComponentFormat.listForm,
                "Cách trình bày từng thành phần thể thức."),
            .required(
                "dieu_khoan", \.clauses, OwnClause.dataForm(rules: rules),
                "Điều khoản quy định từng quy tắc; khong để bỏ một quy tắc."),
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
        },
        [
            .required("tu", \.from, .date, "Ngày bắt đầu có hiệu lực."),
            .required("den", \.until, .absent(or: .date), "Ngày hết hiệu lực."),
        ])
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
            .required("rong", \.width, .measure, "Chiều rộng tờ giấy."),
            .required("cao", \.height, .measure, "Chiều cao tờ giấy."),
            .required("le_tren", \.top, .range, "Lề trên."),
            .required("le_duoi", \.bottom, .range, "Lề dưới."),
            .required("le_trai", \.left, .range, "Lề trái."),
            .required("le_phai", \.right, .range, "Lề phải."),
            .required("sai_so", \.tolerance, .measure, "Sai số được bỏ qua."),
        ])
}

extension FormatProfile.PageNumberFormat {
    fileprivate static let dataForm: DataForm<Self> = .record(
        Wording("cách đánh số trang", en: "how pages are numbered"), blank: FormatProfile.blank.pageNumber,
        [
            .required(
                "cach_mep_tren", \.fromTop, .absent(or: .measure),
                "Khoảng cách từ mép trên tờ giấy đến số trang, mi-li-mét."),
            .required(
                "phu_luc", \.restartsInAppendices, .choice(["danh_lai": true, "noi_tiep": false]),
                "Số trang của phụ lục."),
        ])
}

extension FormatProfile.BodyFormat {
    fileprivate static let dataForm: DataForm<Self> = .record(
        Wording("cách trình bày đoạn văn", en: "how paragraphs are set"), blank: FormatProfile.blank.body,
        [
            .required(
                "thut_dong_dau", \.firstLineIndents, .list(of: .measure),
                "Các độ thụt dòng đầu được dùng, mi-li-mét."),
            .required("cach_doan", \.leastGap, .measure, "Khoảng cách ít nhất giữa hai đoạn, điểm."),
            .required("cach_dong", \.lineSpacing, LineSpacing.dataForm, "Khoảng cách giữa các dòng."),
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
                reading.noteWrongType(node, expected: name)
                return nil
            },
            write: { spacing in
                switch spacing {
                case .lines(let lines): .mapping([SourceNode.entry("so_dong", range.write(lines))])
                case .exactly(let points): .mapping([SourceNode.entry("dung", range.write(points))])
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
                    reading.noteWrongType(node, expected: name)
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
                        case .place(let place): SourceNode.entry(code.shortName, .text(place))
                        case .absent: SourceNode.entry(code.shortName, .text(DataWords.absent))
                        }
                    })
            })
    }
}
