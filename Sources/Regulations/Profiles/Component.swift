/// A component of an official document (thành phần thể thức), named by the key the rules use.
public enum Component: String, Hashable, Sendable, CaseIterable {
    /// Quốc hiệu
    case nationalTitle = "quocHieu"
    /// Tiêu ngữ
    case motto = "tieuNgu"
    /// Cơ quan chủ quản trực tiếp
    case superiorAgency = "coQuanChuQuan"
    /// Cơ quan ban hành
    case issuingAgency = "coQuanBanHanh"
    /// Số, ký hiệu
    case numberAndCode = "soKyHieu"
    /// Địa danh, thời gian ban hành
    case placeAndDate = "diaDanhNgay"
    /// Tên loại
    case documentType = "tenLoai"
    /// Trích yếu của văn bản có tên loại
    case subject = "trichYeu"
    /// Trích yếu của công văn
    case letterSubject = "trichYeuCongVan"
    /// Kính gửi
    case addressee = "kinhGui"
    /// Căn cứ ban hành
    case legalBasis = "canCu"
    /// Nội dung
    case body = "body"
    /// Phần, chương
    case part = "phan"
    /// Tiêu đề của phần, chương
    case partTitle = "phanTitle"
    /// Mục, tiểu mục của văn bản có điều
    case division = "muc"
    /// Tiêu đề của mục, tiểu mục
    case divisionTitle = "mucTitle"
    /// Điều
    case article = "dieu"
    /// Mục đánh số La Mã của văn bản không có điều
    case romanHeading = "mucLaMa"
    /// Khoản có tiêu đề
    case titledClause = "khoanCoTieuDe"
    /// Khoản không có tiêu đề
    case clause = "khoan"
    /// Điểm
    case point = "diem"
    /// Quyền hạn của người ký
    case authority = "quyenHan"
    /// Chức vụ của người ký
    case position = "chucVu"
    /// Họ và tên người ký
    case signerName = "hoTen"
    /// Từ "Nơi nhận"
    case recipientsLabel = "noiNhanLabel"
    /// Một nơi nhận
    case recipient = "noiNhanItem"
    /// Dấu chỉ mức độ khẩn
    case urgency = "doKhan"
    /// Chỉ dẫn phạm vi lưu hành
    case circulation = "phamVi"
    /// Ký hiệu người soạn thảo và số lượng bản
    case drafterCode = "nguoiSoan"
    /// Địa chỉ cơ quan
    case address = "diaChi"
    /// Chữ ký số của cơ quan trên bản sao, phụ lục
    case copySignature = "kySoBanSao"
    /// Từ "Phụ lục" và số thứ tự
    case appendixLabel = "phuLucLabel"
    /// Tiêu đề phụ lục
    case appendixTitle = "phuLucTitle"
    /// Dòng "Kèm theo Văn bản số …" của phụ lục
    case appendixReference = "phuLucKemTheo"
    /// Số trang
    case pageNumber = "soTrang"
    /// Tiêu đề của văn bản của Đảng
    case partyTitle = "tieuDe"
    /// Dấu sao dưới cơ quan ban hành văn bản của Đảng
    case star = "dauSao"
    /// Năm dấu gạch nối dưới trích yếu văn bản của Đảng
    case hyphens = "gach"
    /// Dấu dự thảo
    case draftMark = "duThao"
}

/// Sizes go up and down together: the two sets the regulation allows, named by the size of the body.
public enum SizeSet: String, Hashable, Sendable, CaseIterable {
    /// Quốc hiệu 13, tiêu ngữ 14, nội dung 14.
    case large
    /// Quốc hiệu 12, tiêu ngữ 13, nội dung 13.
    case small
}
