internal import DataFiles

// A workspace to start from for each shipped outline: what its file must say, with a remark at each key.
extension StarterWorkspace {
    /// The outlines of plans, with what each is for.
    package static var outlines: [(name: String, title: String, summary: String)] {
        planOutlines.compactMap { name in Outline.shipped(name).map { (name, $0.title, $0.summary) } }
    }

    /// The files for an outline, as `files`; nil where there is none of that name.
    package static func files(outline name: String) -> [(name: String, contents: String)]? {
        if name == Outline.usualName { return files }
        guard planOutlines.contains(name), let outline = Outline.shipped(name) else { return nil }
        let isOfParty = name == partyOutline
        return [
            ("co-quan.yaml", isOfParty ? partyAgency : agency),
            ("ke-hoach.yaml", plan(name, outline, kind: kinds[name])),
        ]
    }

    /// The forms of figures that are shipped.
    package static var tableForms: [(name: String, title: String)] {
        TableForm.shippedFiles.map { ($0.name, TableForm.shipped($0.name)?.title ?? "") }
    }

    /// The text of a shipped form of figures, to be changed into one of an agency's own.
    package static func tableFormFile(_ name: String) -> String? { TableForm.shippedText(name) }

    /// The text of a shipped outline's file, to be changed into one of an agency's own.
    package static func outlineFile(_ name: String) -> String? {
        Outline.shippedFiles.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    private static let partyOutline = "chuong-trinh-hanh-dong"

    private static let planOutlines = [
        Outline.usualName, "ke-hoach-mot-nam", "ke-hoach-co-kiem-diem", "ke-hoach-nam-hoc",
        "chuong-trinh-cong-tac", "chuong-trinh-hanh-dong", "ke-hoach-kiem-tra", "phuong-an-ung-pho",
    ]

    private static let kinds = [
        "chuong-trinh-cong-tac": "chuong_trinh", "chuong-trinh-hanh-dong": "chuong_trinh",
        "phuong-an-ung-pho": "phuong_an",
    ]

    private static func plan(_ name: String, _ outline: Outline, kind: String?) -> String {
        var text = """
            # \(outline.title). \(outline.summary) Còn là dự thảo thì bỏ trống so và ngay.
            so:
            ngay:
            nam_ban_hanh: 2026
            de_cuong: \(name)

            """
        if let kind { text += "loai: \(kind)\n" }
        if outline.required.contains("nam_hoc") { text += "nam_hoc: 2026-2027\n" }
        text += """

            trich_yeu: Công tác năm 2026 của cơ quan
            thuc_hien: \(StarterText.instruction)

            """
        let form = ProgrammeFile.form(of: outline).description
        guard case .record(let record) = form.shape else { return text }
        let asked = outline.body.usedKeys.union(outline.required).union(outline.slots.keys)
        for field in record.fields where asked.contains(field.key) && !written.contains(field.key) {
            text += "\n# \(field.help)\n\(sample(field.key, field.form.shape))"
        }
        text += """

            noi_nhan:
              - UBND tỉnh A (để b/c)
              - Các phòng, đơn vị
            luu: \(name == partyOutline ? "Văn phòng Đảng ủy" : "VT")
            ky: gd

            """
        return text
    }

    /// Keys that are written at the head, or need not be.
    private static let written: Set<String> = [
        "nam_hoc", "thuc_hien", "thoi_gian", "giai_doan", "pham_vi", "giai_phap",
    ]

    private static func sample(_ key: String, _ shape: FormDescription.Shape) -> String {
        switch key {
        case "noi_dung":
            return """
                noi_dung:
                  - ten: Nhiệm vụ thứ nhất
                    doan: [\(StarterText.task)]
                    chu_tri: VP
                    phoi_hop: [TTTT]
                    thoi_han: Tháng 9
                  - ten: Nhiệm vụ thứ hai
                    doan: [\(StarterText.task)]
                    chu_tri: TTTT
                    thoi_han: Tháng 11

                """
        case "to_chuc_thuc_hien":
            return """
                to_chuc_thuc_hien:
                  - don_vi: VP
                    doan: ["Chủ trì, theo dõi, đôn đốc và tổng hợp kết quả thực hiện."]
                  - don_vi: TTTT
                    doan: ["Thực hiện nhiệm vụ được phân công."]

                """
        default: break
        }
        switch shape {
        case .number, .integer, .amount: return "\(key): 1\n"
        case .date: return "\(key): 15/1/2026\n"
        case .boolean: return "\(key): true\n"
        default: return "\(key):\n  - \(StarterText.part)\n"
        }
    }

    private static let partyAgency = """
        # Cơ quan Đảng: thể thức theo Hướng dẫn 05-HD/VPTW.
        he: dang
        ten: Đảng ủy xã A
        ten_day_du: Đảng ủy xã A
        viet_tat: ĐU
        dia_danh: A

        don_vi:
          - ma: VP
            ten: Văn phòng Đảng ủy
          - ma: TTTT
            ten: Ban Xây dựng Đảng

        lanh_dao:
          - ma: gd
            ho_ten: Nguyễn Văn A
            tm: Ban Thường vụ              # in “T/M BAN THƯỜNG VỤ”
            chuc_vu: Bí thư

        """
}
