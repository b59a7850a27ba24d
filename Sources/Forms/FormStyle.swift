internal import OfficeDocument
internal import Regulations

/// The paragraph styles of the forms.
enum FormStyle: String, CaseIterable {
    case root = "Normal"
    case nationalTitle = "QuocHieu"
    case motto = "TieuNgu"
    case mottoLine = "DuongKeTieuNgu"
    case superiorAgency = "CoQuanChuQuan"
    case issuingAgency = "CoQuanBanHanh"
    case agencyLine = "DuongKeCoQuan"
    case numberAndCode = "SoKyHieu"
    case placeAndDate = "DiaDanhNgayThang"
    case documentType = "TenLoai"
    case subject = "TrichYeu"
    case subjectLine = "DuongKeTrichYeu"
    case addressee = "KinhGui"
    case addressees = "KinhGuiNhieu"
    case addresseeItem = "NoiKinhGui"
    case body = "NoiDung"
    case legalBasis = "CanCu"
    case part = "Phan"
    case romanHeading = "MucLaMa"
    case titledClause = "KhoanCoTieuDe"
    case point = "Diem"
    case dashItem = "GachDauDong"
    /// A point or a dash with paragraphs of its own under it.
    case titledPoint = "DiemCoTieuDe"
    case titledDash = "GachDauDongCoTieuDe"
    case tableTitle = "TenBang"
    case closing = "KetThuc"
    case recipientsLabel = "NoiNhan"
    case recipient = "NoiNhanMuc"
    case authority = "QuyenHanChucVu"
    case signerName = "HoTenNguoiKy"
    case sectionEnd = "HetPhan"
    case afterTable = "SauBang"
    case appendixLabel = "PhuLuc"
    case appendixTitle = "TieuDePhuLuc"
    case appendixReference = "KemTheo"
    case appendixLine = "DuongKePhuLuc"
    case dataPeriod = "KySoLieu"
    case chartTitle = "TenBieuDo"
    case chart = "BieuDo"
    case unitOfMeasure = "DonViTinh"
    case amountInWords = "BangChu"
    case headerCell = "OTieuDe"
    case indexCell = "OChiSo"
    case textCell = "OChu"
    case centredCell = "OGiua"
    case numberCell = "OSo"
    /// A row's number that keeps the row with the next one.
    case keptCell = "OGiuaLien"
    case boldTextCell = "OChuDam"
    case boldCentredCell = "OGiuaDam"
    case boldNumberCell = "OSoDam"
    case pageNumber = "SoTrang"
    case letterSubject = "TrichYeuCongVan"
    case issuer = "ThamQuyenBanHanh"
    case article = "Dieu"
    case partyTitle = "TieuDe"
    case partyTitleLine = "DuongKeTieuDe"
    case star = "DauSao"
    case hyphens = "GachDuoiTrichYeu"
    case position = "ChucVu"
    case recipientsBelow = "NoiNhanDuoiChuKy"

    /// Styles that a document has only when a paragraph uses them.
    static let onDemand: Set<FormStyle> = [
        .part, .letterSubject, .issuer, .article, .partyTitle, .partyTitleLine, .star, .hyphens, .position,
        .recipientsBelow, .keptCell, .titledPoint, .titledDash, .tableTitle, .chartTitle, .chart,
    ]
    /// What the one tag of a body may print besides what every form has.
    static let ofWholeBodies: [FormStyle] = [.part, .titledPoint, .titledDash, .tableTitle]
    /// Styles of components that only state documents have.
    static let ofState: Set<FormStyle> = [
        .nationalTitle, .motto, .mottoLine, .agencyLine, .subjectLine, .appendixLabel, .appendixTitle,
        .appendixReference, .appendixLine, .part, .dataPeriod, .chartTitle, .chart, .unitOfMeasure,
        .amountInWords,
    ]

    /// A paragraph in this style.
    func callAsFunction(_ text: String) -> Block { .paragraph(Paragraph(text, style: rawValue)) }
}
