internal import DataFiles
internal import Diagnostics
internal import Values

extension ComponentFormat {
    /// The components by their keys; one that is not there is named in full.
    static var listForm: DataForm<[ComponentFormat]> {
        .keyed(
            Wording("các thành phần thể thức", en: "the components"), id: \.component.dataKey,
            read: { entry, base, reading in
                guard let component = Component.byDataKey[entry.key] else {
                    let known = Component.allCases.map(\.dataKey)
                    reading.note(
                        .unknownKey(entry.key, known: known, at: reading.location(entry.keyPosition)))
                    return nil
                }
                var format = form.read(entry.value, base, &reading)
                format?.component = component
                return format
            }, write: { form.write($0) })
    }

    private static let form = DataForm<ComponentFormat>.record(
        Wording("cách trình bày một thành phần", en: "the look of a component"), blank: .blank(.body),
        check: { rule in
            guard !rule.points.contains(rule.largeSet) || !rule.points.contains(rule.smallSet) else {
                return nil
            }
            // One of them may be inherited, where nobody sees it.
            let sizes = "co_lon: \(rule.largeSet.spelled), co_nho: \(rule.smallSet.spelled)"
            return Wording(
                "co_lon và co_nho phải nằm trong co_chu; hiện là \(sizes), kể cả số được kế thừa, nên ghi cả hai",
                en:
                    "co_lon and co_nho must lie within co_chu; they are \(sizes), inherited ones too, so write both"
            )
        }, fields)

    private static let fields: [DataField<ComponentFormat>] = [
        .required("loi", \.wording, WordingPattern.dataForm, "Lời được ghi."),
        .required("co_chu", \.points, .range, "Cỡ chữ, điểm."),
        .required("co_lon", \.largeSet, .measure, "Cỡ chữ trong bộ cỡ lớn."),
        .required("co_nho", \.smallSet, .measure, "Cỡ chữ trong bộ cỡ nhỏ."),
        .required("net_chu", \.weight, .choice(["dam": .bold, "thuong": .regular]), "Nét chữ."),
        .required("kieu_chu", \.slant, .choice(["dung": .upright, "nghieng": .italic]), "Kiểu chữ."),
        .required(
            "gach_chan", \.underline, .choice(["co": .present, "khong": .absent]),
            "Chữ có gạch chân hay không."),
        .required(
            "chu", \.letterCase, .choice(["in_hoa": .upper, "in_thuong": .sentence]),
            "Chữ in hoa hay in thường."),
        .required(
            "can", \.alignment,
            .choice(["trai": .left, "giua": .centre, "phai": .right, "deu": .justified, "tuy_y": .any]),
            "Cách căn dòng."), .required("vi_tri", \.position, Position.dataForm, "Vị trí trên trang."),
        .required(
            "duong_ke", \.line, .absent(or: LineFormat.dataForm),
            "Độ dài đường kẻ dưới, phần của dòng chữ phía trên."),
        .required(
            "cach_tren", \.leastSpaceBefore, .absent(or: .measure), "Khoảng cách ít nhất với dòng trên, điểm."
        ),
    ]
}

extension ComponentFormat.Position {
    fileprivate static var dataForm: DataForm<Self> {
        .choice([
            "dau_trai": .headLeft, "dau_phai": .headRight, "duoi_dau": .underHead, "noi_dung": .text,
            "cuoi_trai": .footLeft, "cuoi_phai": .footRight, "le_tren": .upperMargin,
            "chan_trang_dau": .firstPageFoot, "goc_trang_dau": .firstPageCorner, "dau_phu_luc": .appendixHead,
        ])
    }
}

extension ComponentFormat.LineFormat {
    /// The share of the width of the text above.
    fileprivate static var dataForm: DataForm<Self> {
        let range = DataForm<ClosedRange<Double>>.range
        return DataForm(
            name: range.name, read: { node, _, reading in range.read(node, nil, &reading).map(Self.init) },
            write: { range.write($0.share) })
    }
}

extension WordingPattern {
    /// `tu_do`, `{dung: "…"}`, `{mot_trong: […]}` or `{ngu_phap: so_ky_hieu}`.
    fileprivate static var dataForm: DataForm<WordingPattern> {
        let name = Wording(
            "tu_do, {dung: …}, {mot_trong: […]} hoặc {ngu_phap: …}",
            en: "tu_do, {dung: …}, {mot_trong: […]} or {ngu_phap: …}")
        let texts = DataForm<[String]>.list(of: .text)
        return DataForm(
            name: name,
            read: { node, _, reading in
                if node.content == .text("tu_do") { return .free }
                if case .mapping(let entries) = node.content, entries.count == 1 {
                    let value = entries[0].value
                    switch entries[0].key {
                    case "dung": return DataForm<String>.text.read(value, nil, &reading).map { .exactly($0) }
                    case "mot_trong": return texts.read(value, nil, &reading).map { .oneOf($0) }
                    case "ngu_phap": return Grammar.dataForm.read(value, nil, &reading).map { .grammar($0) }
                    default: break
                    }
                }
                reading.noteWrongType(node, expected: name)
                return nil
            },
            write: { wording in
                switch wording {
                case .free: .text("tu_do")
                case .exactly(let text): .mapping([SourceNode.entry("dung", .text(text))])
                case .oneOf(let list): .mapping([SourceNode.entry("mot_trong", texts.write(list))])
                case .grammar(let grammar):
                    .mapping([SourceNode.entry("ngu_phap", Grammar.dataForm.write(grammar))])
                }
            })
    }
}

extension WordingPattern.Grammar {
    fileprivate static var dataForm: DataForm<Self> {
        .choice([
            "so_ky_hieu": .number, "dia_danh_ngay_thang": .placeAndDate, "ten_loai": .documentType,
            "trich_yeu_cong_van": .letterSubject, "kinh_gui": .addressee, "can_cu": .legalBasis,
            "quyen_han": .authority, "ho_ten": .signerName, "noi_nhan": .recipient, "phu_luc": .appendixLabel,
            "kem_theo": .appendixReference,
        ])
    }
}

extension Component {
    static let byDataKey = Dictionary(uniqueKeysWithValues: allCases.map { ($0.dataKey, $0) })

    /// Its key in data files.
    var dataKey: String {
        switch self {
        case .nationalTitle: "quoc_hieu"
        case .motto: "tieu_ngu"
        case .superiorAgency: "co_quan_chu_quan"
        case .issuingAgency: "co_quan_ban_hanh"
        case .numberAndCode: "so_ky_hieu"
        case .placeAndDate: "dia_danh_ngay_thang"
        case .documentType: "ten_loai"
        case .subject: "trich_yeu"
        case .letterSubject: "trich_yeu_cong_van"
        case .addressee: "kinh_gui"
        case .legalBasis: "can_cu"
        case .body: "noi_dung"
        case .part: "phan"
        case .partTitle: "tieu_de_phan"
        case .division: "muc"
        case .divisionTitle: "tieu_de_muc"
        case .article: "dieu"
        case .romanHeading: "muc_la_ma"
        case .titledClause: "khoan_co_tieu_de"
        case .clause: "khoan"
        case .point: "diem"
        case .authority: "quyen_han"
        case .position: "chuc_vu"
        case .signerName: "ho_ten"
        case .recipientsLabel: "noi_nhan"
        case .recipient: "noi_nhan_muc"
        case .urgency: "do_khan"
        case .circulation: "pham_vi_luu_hanh"
        case .drafterCode: "nguoi_soan"
        case .address: "dia_chi"
        case .copySignature: "ky_so_ban_sao"
        case .appendixLabel: "phu_luc"
        case .appendixTitle: "tieu_de_phu_luc"
        case .appendixReference: "kem_theo"
        case .pageNumber: "so_trang"
        case .partyTitle: "tieu_de"
        case .star: "dau_sao"
        case .hyphens: "gach_duoi_trich_yeu"
        case .draftMark: "du_thao"
        }
    }
}

extension Double {
    /// `13`, `13.5`, as YAML has it.
    fileprivate var spelled: String { self == rounded() ? String(Int(self)) : String(self) }
}
