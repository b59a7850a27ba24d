/// The files of a new workspace: small, complete, with a remark wherever a clerk has to decide.
///
/// They stand here as text, so that the tool is one file that can be moved anywhere.
package enum StarterWorkspace {
    /// File names, relative to the new folder, and what to write into them.
    package static let files: [(name: String, contents: String)] = [
        ("co-quan.yaml", agency), ("ke-hoach.yaml", programme), ("chi-tieu.yaml", indicators),
        ("du-toan/2026.yaml", estimate), ("bao-cao.yaml", reports), ("hoat-dong.csv", log),
    ]

    static let agency = """
        # Cơ quan ban hành văn bản. Mã (ma) là chữ không dấu, không có dấu cách; các tệp khác dùng mã để nhắc đến.
        ten: Sở Khoa học và Công nghệ
        ten_day_du: Sở Khoa học và Công nghệ tỉnh A
        viet_tat: SKHCN                    # phần sau của ký hiệu văn bản: KH-SKHCN
        chu_quan: UBND tỉnh A
        dia_danh: Tỉnh A

        don_vi:
          - ma: VP
            ten: Văn phòng Sở
          - ma: TTTT
            ten: Trung tâm Thông tin khoa học công nghệ
            viet_tat: TTTT

        lanh_dao:
          - ma: gd
            ho_ten: Nguyễn Văn A
            chuc_vu: Giám đốc
          - ma: pgd
            ho_ten: Trần Thị B
            quyen_han: KT. Giám đốc        # ký thay; giám đốc tự ký thì bỏ dòng này
            chuc_vu: Phó Giám đốc

        """

    private static let programme = """
        # Kế hoạch nhiều năm. Còn là dự thảo thì bỏ trống so và ngay.
        so:
        ngay:
        nam_ban_hanh: 2026

        trich_yeu:
          - Tuyên truyền trên không gian mạng
          - tại Sở Khoa học và Công nghệ tỉnh A
        # In ra: "Thực hiện …, Sở … xây dựng Kế hoạch triển khai thực hiện, cụ thể như sau:"
        thuc_hien: Công văn số 12-CV/BTGDVTU của Ban Tuyên giáo và Dân vận Tỉnh ủy về tuyên truyền trên không gian mạng

        muc_dich:
          - Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân.
        yeu_cau:
          - Phân công cụ thể cho từng đơn vị, phối hợp chặt chẽ.
          - Báo cáo kết quả thực hiện đúng thời hạn.

        pham_vi:
          mo_ta: "Trên các trang mạng thuộc phạm vi quản lý của Sở, bao gồm:"
          kenh:
            - ma: cong
              ten: Cổng thông tin điện tử của Sở
              loai: trang thông tin điện tử

        thoi_gian: 2026-2030
        giai_doan:
          - {tu: 2026, den: 2027}
          - {tu: 2028, den: 2030}

        noi_dung:
          - ma: tin-bai
            ten: Đăng tải tin, bài tuyên truyền
            doan:
              - Biên tập và đăng tải tin, bài về chủ trương của Đảng, chính sách, pháp luật của Nhà nước.
            thoi_gian: hằng năm đến 2030
            chu_tri: TTTT
            phoi_hop: [VP]
            ket_qua: Tin, bài được đăng tải
            khong_su_dung_kinh_phi: true   # không có mục chi nào trong dự toán
          - ma: tap-huan
            ten: Tập huấn kỹ năng an toàn thông tin
            doan:
              - "- Tổ chức lớp tập huấn cho cán bộ, công chức, viên chức."
              - "- Biên soạn tài liệu hướng dẫn."
            thoi_gian: 2026-2027
            chu_tri: VP
            phoi_hop: [TTTT]
            ket_qua: Lớp tập huấn, tài liệu
            kinh_phi: {2026: 12000000}     # bỏ dòng này thì lấy từ dự toán

        giai_phap:
          - Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy, lãnh đạo các đơn vị.
          - Ứng dụng công nghệ thông tin trong theo dõi, tổng hợp kết quả.

        kinh_phi:
          - Kinh phí thực hiện được bố trí trong dự toán ngân sách hằng năm của Sở.

        to_chuc_thuc_hien:
          - don_vi: VP
            doan:
              - "- Chủ trì, đôn đốc và tổng hợp kết quả thực hiện Kế hoạch."
          - don_vi: TTTT
            doan:
              - "- Chủ trì biên tập, đăng tải tin, bài."
              - doan: "- Phối hợp tổ chức các lớp tập huấn."
                thoi_gian: 2026-2027

        noi_nhan:
          - Lãnh đạo Sở (để b/c)
          - Các phòng, đơn vị thuộc Sở
        luu: VT, TTTT
        ky: pgd

        """

    private static let indicators = """
        # Chỉ tiêu. loai: phat_sinh (cộng dồn), cuoi_ky (số có đến cuối kỳ), ty_le (phần trăm), tien (đồng).
        chi_tieu:
          - ma: so-tin-bai
            ten: Tin, bài đã đăng tải
            dvt: bài
            loai: phat_sinh
            noi_dung: tin-bai
            cau: "đã đăng tải {so} tin, bài"       # {so} là số liệu tính từ nhật ký
            ke_hoach: {2026: 120, 2027: 150}
          - ma: so-hoc-vien
            ten: Người được tập huấn
            dvt: người
            loai: phat_sinh
            noi_dung: tap-huan
            cau: "đã tập huấn cho {so} người"
            ke_hoach: {2026: 60}

        """

    private static let estimate = """
        # Dự toán năm 2026 (mỗi năm một tệp). Số thứ tự, cộng nhóm, tổng cộng và số tiền bằng chữ do chương trình lập.
        nam: 2026
        nguon:
          - ma: NST
            ten: Ngân sách tỉnh

        muc:
          - noi_dung_chi: Tập huấn kỹ năng an toàn thông tin
            noi_dung: tap-huan
            nguon: NST
            muc:
              - noi_dung_chi: Thù lao báo cáo viên
                dvt: buổi
                so_luong: 4
                don_gia: 1000000
                can_cu: Quy chế chi tiêu nội bộ
              - noi_dung_chi: Tài liệu cho học viên
                dvt: bộ
                so_luong: 40
                he_so: [2 lớp]             # thành tiền = số lượng x hệ số x đơn giá
                don_gia: 100000

        to_trinh:
          so:
          ngay:
          kinh_gui: Sở Tài chính tỉnh A
          can_cu:
            - Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025
          su_can_thiet:
            - Để có kinh phí thực hiện Kế hoạch trong năm 2026.
          co_so_tinh_toan:
            - Định mức chi theo quy chế chi tiêu nội bộ của Sở.
          kien_nghi:
            - Đề nghị Sở Tài chính xem xét, thẩm định.
          ket: Sở Khoa học và Công nghệ kính trình xem xét
          noi_nhan:
            - Như trên
            - Lãnh đạo Sở
          luu: VT, VP
          ky: gd

        """

    private static let reports = """
        # Báo cáo định kỳ. Trong các câu: {ky} là tên kỳ, {ky_sau} là kỳ sau, {nam} là năm.
        kinh_gui: Ban Tuyên giáo và Dân vận Tỉnh ủy
        trich_yeu: Kết quả thực hiện Kế hoạch tuyên truyền trên không gian mạng {ky}
        mo_dau: "Sở Khoa học và Công nghệ báo cáo kết quả thực hiện Kế hoạch tuyên truyền trên không gian mạng {ky} như sau:"
        ket: Trên đây là báo cáo kết quả thực hiện Kế hoạch {ky} của Sở Khoa học và Công nghệ, kính gửi Ban Tuyên giáo và Dân vận Tỉnh ủy tổng hợp
        chot_so_lieu: nd09                 # hoặc duong_lich
        noi_nhan:
          - Như trên
          - Lãnh đạo Sở (để b/c)
        luu: VT, TTTT
        ky: pgd

        ky_bao_cao:
          - ky: 2026-Q1
            so:
            ngay:
            uu_diem:
              - Tin, bài được đăng tải thường xuyên.
            han_che:
              - Số người theo dõi còn ít.
            nguyen_nhan:
              - Nội dung chưa phong phú.
            phuong_huong:
              - Tiếp tục đăng tải tin, bài theo kế hoạch.
            kien_nghi:
              - Hỗ trợ tập huấn kỹ năng biên tập.

        """

    private static let log = """
        ngay,don_vi,noi_dung,kenh,chi_tieu,so_luong,ghi_chu
        2026-01-20,TTTT,tin-bai,cong,so-tin-bai,9,
        2026-02-10,TTTT,tin-bai,cong,so-tin-bai,11,
        2026-03-05,VP,tap-huan,,so-hoc-vien,40,Lớp thứ nhất

        """
}
