internal import VietnameseText

extension Agency {
    /// What a missing field leaves empty has been reported already, and keeps the workspace from being built.
    init(_ fields: Fields) {
        name = fields.text("ten") ?? ""
        fullName = fields.text("ten_day_du") ?? ""
        abbreviation = fields.text("viet_tat") ?? ""
        parentName = fields.text("chu_quan") ?? ""
        placeName = fields.text("dia_danh") ?? ""
        units = fields.records("don_vi").map {
            Unit(code: $0.text("ma") ?? "", name: $0.text("ten") ?? "", abbreviation: $0.text("viet_tat"))
        }
        leaders = fields.records("lanh_dao").map {
            Leader(
                code: $0.text("ma") ?? "", fullName: $0.text("ho_ten") ?? "",
                position: $0.text("chuc_vu") ?? "", authority: $0.lines("quyen_han") ?? [])
        }
    }
}

extension Issue {
    /// The year stands in its own field, in the date, or is the given one.
    init(_ fields: Fields, defaultYear: Int) {
        let date = fields.date("ngay")
        self.init(
            number: fields.integer("so"), date: date,
            year: date?.year ?? fields.integer("nam_ban_hanh") ?? defaultYear)
    }
}

extension Distribution {
    init(_ fields: Fields) {
        self.init(
            recipients: fields.lines("noi_nhan") ?? [], filing: fields.text("luu") ?? "",
            signatory: fields.text("ky") ?? "")
    }
}
