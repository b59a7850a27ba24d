import Diagnostics
import Planning
import TestSupport
import Testing

@Suite struct BadInputTests {
    @Test(arguments: shapeMistakes + programmeMistakes + estimateMistakes + figureMistakes)
    func `a mistake is told once, with its code, its place and a way out`(mistake: Mistake) throws {
        try #require(mistake.applies)
        let found = try mistake.diagnostics()
        #expect(found.map(\.code).sorted() == ([mistake.code] + mistake.others).sorted())
        let place = found.first { $0.code == mistake.code }?.location.text(in: .english)
        #expect(place == mistake.location.text(in: .english))
        #expect(found.allSatisfy { $0.fix != nil })
    }

    @Test func `every row of the tables is understood`() {
        let rows =
            shapeMistakes.count + programmeMistakes.count + estimateMistakes.count + figureMistakes.count
        #expect(rows == 104)
    }

    @Test(arguments: [
        ("- một", true), ("–\tmột", true), ("+ một", true), ("-5 °C vào mùa đông", false), ("-", false),
        ("một - hai", false),
    ]) func `a mark is one only before a blank`(text: String, isTold: Bool) throws {
        let row =
            "ke-hoach | planning.typed-mark | muc_dich | muc_dich:⏎  - Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân. => muc_dich: ①\"\(text)\""
        let told = try #require(Mistake(row: row[...])).diagnostics().map(\.code)
        #expect(told == (isTold ? ["planning.typed-mark"] : []))
    }

    @Test func `the nearest known name is proposed`() throws {
        let unit = try #require(
            Mistake(
                row:
                    "ke-hoach | data.unknown-reference | noi_dung[1].chu_tri | chu_tri: TTTT => chu_tri: ①TTT"
            ))
        #expect(try unit.diagnostics().first?.fix?.vietnamese == "viết “TTTT”")
        let key = try #require(
            Mistake(row: "co-quan | data.unknown-field | viettat | ten: Sở => ①viettat: SKHCN⏎ten: Sở"))
        #expect(try key.diagnostics().first?.fix?.vietnamese == "viết “viet_tat”")
    }

    @Test func `all faults of all files are told in one run, from the first file to the last`() throws {
        let files = DataKind.allCases.map(starter).map { file in
            let text = file.text.replacing("viet_tat: SKHCN", with: "viettat: SKHCN").replacing(
                "so_luong: 4\n", with: "so_luong: -4\n"
            ).replacing("2026-02-10", with: "2026-02-30")
            return (kind: file.kind, name: file.name, text: text)
        }
        let failure = #expect(throws: Failure.self) { _ = try reading(files) }
        #expect(
            failure?.diagnostics.map { "\($0.code) \($0.location.file ?? "")" } == [
                "data.unknown-field co-quan.yaml", "planning.cost-mismatch ke-hoach.yaml",
                "planning.not-positive du-toan/2026.yaml", "text.date-impossible hoat-dong.csv",
            ])
    }
}

private let shapeMistakes = Mistake.rows(
    """
    co-quan | data.unknown-field | dien_thoai | dia_danh: Tỉnh A => dia_danh: Tỉnh A⏎①dien_thoai: 1
    co-quan | data.empty-field | ten | ten: Sở Khoa học và Công nghệ⏎ => ten:①⏎
    co-quan | data.wrong-type | ten | ten: Sở Khoa học và Công nghệ⏎ => ten: ①[Sở]⏎
    co-quan | data.wrong-type | ten | ten: Sở Khoa học và Công nghệ⏎ => ten: ①true⏎
    co-quan | data.several-lines | ten | ten: Sở Khoa học và Công nghệ⏎ => ten: ①|⏎  Sở⏎  Công nghệ⏎
    co-quan | data.duplicate-id + data.unknown-reference + data.unknown-reference + data.unknown-reference + data.unknown-reference + data.unknown-reference | don_vi[2].ma | ma: TTTT => ma: ①VP
    co-quan | data.space-in-code | lanh_dao[1].ma | ma: gd⏎ => ma: ①g d⏎
    ke-hoach | data.missing-field | giai_doan[1].den | {tu: 2026, den: 2027} => ①{tu: 2026}
    ke-hoach | data.out-of-range | giai_doan[1].tu | {tu: 2026, den: 2027} => {tu: ①12, den: 2027}
    ke-hoach | data.wrong-type | giai_doan[1].den | {tu: 2026, den: 2027} => {tu: 2026, den: ①2027.5}
    ke-hoach | data.wrong-type | giai_doan[1] | {tu: 2026, den: 2027} => ①2026-2027
    ke-hoach | data.not-a-time-span | noi_dung[1].thoi_gian | thoi_gian: hằng năm đến 2030 => thoi_gian: ①hàng tháng
    ke-hoach | text.date-impossible | ngay | ngay:⏎ => ngay: ①2026-13-01⏎ && so:⏎ => so: 5⏎
    ke-hoach | text.date-unreadable | ngay | ngay:⏎ => ngay: ①hôm nay⏎ && so:⏎ => so: 5⏎
    ke-hoach | data.not-a-year | noi_dung[2].kinh_phi.nay | {2026: 12000000} => {①nay: 12000000}
    ke-hoach | data.ambiguous-number | noi_dung[2].kinh_phi.2026 | {2026: 12000000} => {2026: ①12.000}
    ke-hoach | data.not-whole-dong | noi_dung[2].kinh_phi.2026 | {2026: 12000000} => {2026: ①0.5}
    ke-hoach | data.negative-amount | noi_dung[2].kinh_phi.2026 | {2026: 12000000} => {2026: ①-5}
    ke-hoach | data.amount-too-large | noi_dung[2].kinh_phi.2026 | {2026: 12000000} => {2026: ①9000000000000001}
    ke-hoach | data.number-too-long | noi_dung[2].kinh_phi.2026 | {2026: 12000000} => {2026: ①90000000000000001}
    ke-hoach | data.unknown-reference | noi_dung[2].chu_tri | chu_tri: VP => chu_tri: ①PV
    ke-hoach | data.unknown-reference | noi_dung[1].phoi_hop[2] | phoi_hop: [VP] => phoi_hop: [VP, ①X]
    ke-hoach | data.unknown-reference | ky | ky: pgd => ky: ①phogd
    ke-hoach | data.empty-field | muc_dich | muc_dich:⏎  - Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân. => muc_dich: ①[]
    chi-tieu | data.unknown-choice | chi_tieu[1].loai | loai: phat_sinh⏎ => loai: ①phatsinh⏎
    chi-tieu | data.unknown-placeholder | chi_tieu[1].cau | cau: "đã đăng tải {so} => cau: ①"đã đăng tải {so} trong {thang}
    bao-cao | data.not-a-period | ky_bao_cao[1].ky | ky: 2026-Q1 => ky: ①2026-Q5
    bao-cao | data.unknown-placeholder | trich_yeu | mạng {ky}⏎ => mạng {thang}⏎ && trich_yeu: Kết => trich_yeu: ①Kết
    hoat-dong | text.date-short-year | [2].ngay | 2026-02-10 => ①10/2/26
    hoat-dong | text.date-impossible | [2].ngay | 2026-02-10 => ①30/2/2026
    hoat-dong | text.number-unreadable | [1].so_luong | tin-bai,9, => tin-bai,①chín,
    hoat-dong | data.ambiguous-number | [1].so_luong | tin-bai,9, => tin-bai,①"1,234",
    hoat-dong | data.empty-field | [1].don_vi | 2026-01-20,TTTT => 2026-01-20,①
    hoat-dong | data.unknown-reference | [1].don_vi | 2026-01-20,TTTT => 2026-01-20,①TTT
    hoat-dong | data.unknown-reference | [1].noi_dung | 2026-01-20,TTTT,tin-bai => 2026-01-20,TTTT,①tin
    hoat-dong | data.unknown-reference | [1].kenh | tin-bai,cong => tin-bai,①con
    hoat-dong | data.unknown-reference | [1].chi_tieu | cong,so-tin-bai => cong,①tin-bai
    hoat-dong | planning.unknown-columns | - | so_luong,ghi_chu => so_luong,①ghi
    hoat-dong | planning.unknown-columns | - | ngay,don_vi,noi_dung => ①hôm,don_vi,noi_dung
    """)

private let programmeMistakes = Mistake.rows(
    """
    ke-hoach | planning.overlapping-phases | giai_doan[2].tu | {tu: 2028, den: 2030} => {tu: ①2027, den: 2030}
    ke-hoach | planning.phase-gap | giai_doan[2].tu | {tu: 2028, den: 2030} => {tu: ①2029, den: 2030}
    ke-hoach | planning.outside-duration | giai_doan[2].tu | {tu: 2028, den: 2030} => {tu: ①2028, den: 2031}
    ke-hoach | planning.reversed-phase | giai_doan[2].tu | {tu: 2028, den: 2030} => {tu: ①2030, den: 2028}
    ke-hoach | planning.typed-mark | muc_dich | - Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân. => - ①"- Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân."
    ke-hoach | planning.typed-mark | muc_dich | muc_dich:⏎  - Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân. => muc_dich: ①"• Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân."
    ke-hoach | planning.open-duration | thoi_gian | thoi_gian: 2026-2030 => thoi_gian: ①từ 2026
    ke-hoach | planning.outside-duration | noi_dung[1].thoi_gian | thoi_gian: hằng năm đến 2030 => thoi_gian: ①đến 2031
    ke-hoach | planning.outside-duration | to_chuc_thuc_hien[2].doan[2].thoi_gian | các lớp tập huấn."⏎        thoi_gian: 2026-2027 => các lớp tập huấn."⏎        thoi_gian: ①2025
    ke-hoach | planning.no-channels + data.unknown-reference + data.unknown-reference | pham_vi.kenh | kenh:⏎    - ma: cong⏎      ten: Cổng thông tin điện tử của Sở⏎      loai: trang thông tin điện tử => kenh: ①[]
    ke-hoach | planning.unnamed-assignment | to_chuc_thuc_hien[1] | - don_vi: VP⏎    doan => - ①doan
    ke-hoach | planning.half-issued | so | so:⏎ => so: ①5⏎
    ke-hoach | planning.month-of-issue | thang_ban_hanh | so:⏎ngay:⏎nam_ban_hanh: 2026 => so: 5⏎ngay: 02/01/2026⏎thang_ban_hanh: ①3⏎nam_ban_hanh: 2026
    ke-hoach | planning.year-of-issue | nam_ban_hanh | so:⏎ngay:⏎nam_ban_hanh: 2026 => so: 5⏎ngay: 2027-01-02⏎nam_ban_hanh: ①2026
    ke-hoach | planning.outside-duration | noi_dung[2].kinh_phi.2031 | {2026: 12000000} => {2026: 12000000, 2031: ①1}
    ke-hoach | planning.cost-mismatch | noi_dung[2].kinh_phi.2026 | {2026: 12000000} => {2026: ①12000001}
    ke-hoach | planning.work-item-without-budget | noi_dung[1].ma | - ma: tin-bai => - ma: ①tin-bai && khong_su_dung_kinh_phi: true => khong_su_dung_kinh_phi: false
    """)

private let estimateMistakes = Mistake.rows(
    """
    du-toan | planning.year-mismatch | nam | nam: 2026⏎ => nam: ①2027⏎
    du-toan | planning.amount-mismatch | muc[1].muc[1].thanh_tien | so_luong: 4⏎ => so_luong: 4⏎        thanh_tien: ①4000001⏎
    du-toan | planning.total-mismatch | tong_cong | nam: 2026⏎ => nam: 2026⏎tong_cong: ①1⏎
    du-toan | planning.over-ceiling | muc_tran | nam: 2026⏎ => nam: 2026⏎muc_tran: ①1⏎
    du-toan | planning.total-mismatch | nguon[1].so_tien | ten: Ngân sách tỉnh => ten: Ngân sách tỉnh⏎    so_tien: ①7
    du-toan | data.unknown-reference | muc[1].nguon | nguon: NST => nguon: ①NSH
    du-toan | planning.source-mismatch | muc[1].muc[1].nguon | so_luong: 4⏎ => so_luong: 4⏎        nguon: ①[{nguon: NST, so_tien: 1}]⏎
    du-toan | planning.missing-source + planning.missing-source | muc[1].muc[1] | ten: Ngân sách tỉnh => ten: Ngân sách tỉnh⏎  - {ma: B, ten: Khác} && nguon: NST⏎ => can_cu: x⏎ && - noi_dung_chi: Thù => - ①noi_dung_chi: Thù
    du-toan | planning.quantity-without-unit | muc[1].muc[1].so_luong | dvt: buổi⏎        so_luong: 4 => so_luong: ①4
    du-toan | planning.unit-without-quantity | muc[1].muc[1].dvt | dvt: buổi⏎        so_luong: 4⏎        don_gia: 1000000 => dvt: ①buổi⏎        thanh_tien: 4000000
    du-toan | planning.missing-amount + planning.cost-mismatch | muc[1].muc[1] | noi_dung_chi: Thù lao báo cáo viên⏎        dvt: buổi⏎        so_luong: 4⏎        don_gia: 1000000 => ①noi_dung_chi: Thù lao
    du-toan | planning.not-positive + planning.cost-mismatch | muc[1].muc[1].so_luong | so_luong: 4⏎ => so_luong: ①-4⏎
    du-toan | planning.price-without-quantity + planning.cost-mismatch | muc[1].muc[1].don_gia | dvt: buổi⏎        so_luong: 4⏎        don_gia: 1000000 => don_gia: ①1000⏎        thanh_tien: 5000
    du-toan | planning.memos-exceed-item | muc[1].muc[1].muc | so_luong: 4⏎ => so_luong: 4⏎        muc:⏎          ①- {loai: trong_do, noi_dung_chi: X, thanh_tien: 3000000}⏎          - {loai: trong_do, noi_dung_chi: Y, thanh_tien: 1000001}⏎
    du-toan | planning.percent-with-price + planning.percent-of-nothing + planning.cost-mismatch | muc[1].muc[1].so_luong | dvt: buổi⏎        so_luong: 4⏎        don_gia: 1000000 => so_luong: ①4⏎        ty_le: 5%
    du-toan | planning.unknown-row + planning.cost-mismatch | muc[1].muc[1].cua[1] | dvt: buổi⏎        so_luong: 4⏎        don_gia: 1000000 => ty_le: 5%⏎        cua: [①a]
    du-toan | planning.duplicate-row-code | muc[1].muc[2].ma | so_luong: 4⏎ => so_luong: 4⏎        ma: a⏎ && - noi_dung_chi: Tài liệu => - ma: ①a⏎        noi_dung_chi: Tài liệu
    du-toan | planning.tax-without-rate | muc[1].muc[1] | - noi_dung_chi: Thù => - ①noi_dung_chi: Thù && so_luong: 4⏎ => so_luong: 4⏎        thue: cong_them⏎
    du-toan | planning.tax-twice + planning.cost-mismatch | muc[1].muc[1] | - noi_dung_chi: Thù lao báo cáo viên => - ①noi_dung_chi: Thù lao (giá đã gồm thuế) && so_luong: 4⏎ => so_luong: 4⏎        thue: cong_them⏎        thue_suat: 8%⏎
    du-toan | planning.source-twice | muc[1].muc[1].nguon | so_luong: 4⏎ => so_luong: 4⏎        nguon: ①[{nguon: NST, so_tien: 1}, {nguon: NST, so_tien: 3999999}]⏎
    du-toan | planning.source-under-shares | muc[1].muc[1].nguon | nguon: NST⏎    muc: => nguon: [{nguon: NST, so_tien: 12000000}]⏎    muc: && so_luong: 4⏎ => so_luong: 4⏎        nguon: ①NST⏎
    du-toan | planning.not-positive + planning.cost-mismatch | muc[1].muc[2].he_so[2] | [2 lớp] => [2 lớp, ①0 ngày]
    du-toan | data.amount-too-large + planning.cost-mismatch | muc[1].muc[1].don_gia | so_luong: 4⏎        don_gia: 1000000 => so_luong: 4000000000⏎        don_gia: ①9000000000000000
    du-toan | data.amount-too-large + planning.cost-mismatch | muc[1] | - noi_dung_chi: Tập => - ①noi_dung_chi: Tập && so_luong: 4⏎        don_gia: 1000000 => so_luong: 1⏎        don_gia: 9000000000000000
    du-toan | planning.rounded-amount + planning.cost-mismatch | muc[1].muc[1].don_gia | so_luong: 4⏎        don_gia: 1000000 => so_luong: 0.5⏎        don_gia: ①1000001
    du-toan | planning.duplicate-row + planning.cost-mismatch | muc[1].muc[2].noi_dung_chi | Tài liệu cho học viên⏎        dvt: bộ => ①Thù lao báo cáo viên⏎        dvt: buổi && don_gia: 100000⏎ => don_gia: 1000000⏎
    du-toan | planning.priced-group | muc[1].so_luong | nguon: NST⏎    muc: => nguon: NST⏎    so_luong: ①1⏎    muc:
    du-toan | planning.total-mismatch | muc[1].thanh_tien | nguon: NST⏎    muc: => nguon: NST⏎    thanh_tien: ①1⏎    muc:
    du-toan | planning.item-with-rows | muc[1].muc | nguon: NST⏎    muc:⏎      - noi => nguon: NST⏎    loai: muc⏎    thanh_tien: 12000000⏎    muc:⏎      ①- noi
    du-toan | planning.empty-group + planning.cost-mismatch | muc[2] | to_trinh: =>   - ①noi_dung_chi: Khác⏎    loai: nhom⏎    noi_dung: tap-huan⏎to_trinh: && so_luong: 4⏎ => so_luong: 3⏎
    du-toan | planning.memo-exceeds-item | muc[1].muc[1].muc | so_luong: 4⏎ => so_luong: 4⏎        muc:⏎          ①- {loai: trong_do, noi_dung_chi: X, thanh_tien: 4000001}⏎
    du-toan | planning.year-mismatch + planning.work-item-outside-its-time | nam | nam: 2026⏎ => nam: ①2028⏎
    du-toan | planning.row-without-work-item | muc[2] | to_trinh: =>   - ①{noi_dung_chi: Khác, thanh_tien: 5}⏎to_trinh:
    """)

private let figureMistakes = Mistake.rows(
    """
    chi-tieu | planning.target-outside-duration | chi_tieu[1].ke_hoach.2031 | 2027: 150} => 2031: ①150}
    chi-tieu | planning.negative-figure | chi_tieu[1].ke_hoach.2027 | 2027: 150} => 2027: ①-1}
    chi-tieu | planning.sentence-without-figure | chi_tieu[1].cau | cau: "đã đăng tải {so} tin, bài" => cau: ①"đã đăng tải tin, bài"
    chi-tieu | planning.ratio-without-part + planning.ratio-without-part + planning.reported-ratio + planning.reported-ratio | chi_tieu[1] | - ma: so-tin-bai => - ①ma: so-tin-bai && loai: phat_sinh⏎ => loai: ty_le⏎
    chi-tieu | planning.part-without-ratio | chi_tieu[1].tu_so | loai: phat_sinh⏎ => loai: phat_sinh⏎    tu_so: ①so-hoc-vien⏎
    hoat-dong | planning.amount-without-indicator | [1].so_luong | cong,so-tin-bai,9 => cong,,①9
    hoat-dong | planning.other-work-item | [1].noi_dung | 2026-01-20,TTTT,tin-bai => 2026-01-20,TTTT,①tap-huan
    hoat-dong | planning.work-item-outside-its-time | [3].noi_dung | 2026-03-05,VP,tap-huan => 2028-03-05,VP,①tap-huan
    hoat-dong | planning.negative-figure | [1].so_luong | so-tin-bai,9 => so-tin-bai,①-9
    hoat-dong | planning.date-outside-duration | [1].ngay | 2026-01-20 => ①2025-11-30
    hoat-dong | planning.empty-entry | [1] | 2026-01-20,TTTT,tin-bai,cong,so-tin-bai,9, => ①2026-01-20,TTTT,tin-bai,cong,,,
    hoat-dong | planning.duplicate-entry | [2] | 2026-02-10,TTTT,tin-bai,cong,so-tin-bai,11 => ①2026-01-20,TTTT,tin-bai,cong,so-tin-bai,9
    bao-cao | planning.duplicate-period | ky_bao_cao[2].ky | ky_bao_cao:⏎ => ky_bao_cao:⏎  - ky: 2026-Q1⏎ && - ky: 2026-Q1⏎    so:⏎ => - ky: ①2026-Q1⏎    so:⏎
    bao-cao | planning.outside-duration | ky_bao_cao[1].ky | ky: 2026-Q1 => ky: ①2031-Q1
    bao-cao | planning.closing-day-of-calendar | ngay_chot | chot_so_lieu: nd09 => ngay_chot: ①10⏎chot_so_lieu: duong_lich
    """)
